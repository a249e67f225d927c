"""Saving Babies' Lives v3.1: what is looked for and told early: smoking, aspirin, infection, midwives, warning signs.

5.7 to 5.15 (p.47-48), Element 1 and Appendices C, D and F where they speak of preterm birth or late miscarriage. What asks for an algorithm of
pre-eclampsia (5.8, Appendix C, table 1) is left to NICE's guideline on hypertension, which is not read here.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.saving_babies_lives import SBL3, at_risk
from fullterm.guidelines.model import Window, consider, inform, not_routinely, offer, uncertain
from fullterm.logic.language import all_of, any_of, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

at_risk_now = all_of(woman.pregnant, at_risk)
birth = earlier.outcome.is_("live_birth", "stillbirth")
born = all_of(birth, earlier.gestation < weeks(37))
born_early = some(earlier.EARLIER, any_of(born, findings.lost_between(weeks(24), weeks(37))))
born_early_or_lost = some(earlier.EARLIER, any_of(born, findings.lost_between(weeks(14), weeks(37))))
begun_before_34 = all_of(birth, earlier.induced, earlier.gestation < weeks(34))
moderate = all_of(
    woman.pregnant,
    some(earlier.EARLIER, any_of(all_of(born, not_(begun_before_34)), findings.lost_between(weeks(14), weeks(37)))),
)
higher_row = any_of(woman.antiphospholipid_antibodies, some(earlier.EARLIER, begun_before_34))
shaped_otherwise = woman.uterine_anomaly.is_("septate", "bicornuate", "didelphys")
perhaps_placental = all_of(woman.pregnant, born_early_or_lost)
PLACENTAL = Text(
    "Whether the placenta was behind it is not recorded: the sentence carries the condition. Preterm birth before 37+0, however it began; second-trimester miscarriage read as a loss from 14+0; told as a loss from 24+0, it is a birth here. The high-risk row says the same of women it names (D-growth-high): not read in here. The figure prints no first week (p.73: from 12 weeks). The pathway of Appendix D is widely used and not mandated (p.36). A multiple pregnancy is left to NICE (2.17).",
    "是否由胎盘所致未记录,条件写在句中。早产指37+0前,不论如何发动;中孕期流产按14+0起的丢失理解,24+0起的丢失按分娩计。图中高危行(D-growth-high)亦同,此处未录入。图中未印最早孕周(第73页为12周起)。附录D路径广泛采用但非强制(第36页)。多胎遵循NICE(2.17)。",
)
GROWTH = Text(
    "As in D-aspirin: whether the placenta was behind it is not recorded; preterm birth before 37+0, miscarriage from 14+0; widely used, not mandated (p.36); a multiple pregnancy is left to NICE (2.17). This is the moderate row. A birth before 34 weeks that doctors began does not count here: where the placenta made it necessary it is earlier growth restriction (p.74), and D-growth-high speaks. A septate or bicorporeal uterus (read as bicornuate or double) is D-growth-uterus; antiphospholipid antibodies are D-growth-high. Bleeding is recorded, not whether it is significant: it excludes nobody here. Not recorded, so only said here, of the high-risk row: kidney disease, hypertension, other autoimmune disease, Fontan; growth restriction by the birth weight, hypertension in an earlier pregnancy, a small stillborn; now PAPP-A below the 5th centile, bright bowel, weight below the 10th centile, single umbilical artery. The other moderate risks (age 40 or more, smoking, an earlier small baby, for instance) are of growth alone and not entered.",
    "同D-aspirin:是否由胎盘所致未记录;早产指37+0前,流产自14+0起;广泛采用但非强制(第36页);多胎遵循NICE(2.17)。此为中危行。由医生引发的34周前分娩在此不计:若为胎盘所迫,即属既往生长受限(第74页),见D-growth-high。纵隔子宫或双体子宫(按双角或双子宫理解)见D-growth-uterus;抗磷脂抗体阳性见D-growth-high。出血有记录,但是否明显未记录,故不据此除外。高危行中未记录而仅在此说明者:肾病、高血压、其他自身免疫病、Fontan术后;按出生体重判定的既往生长受限、妊娠期高血压疾病、小于胎龄儿死产;本次PAPP-A<第5百分位、肠管强回声、体重<第10百分位、单脐动脉。其他中危因素(如40岁及以上、吸烟、既往小于胎龄儿)仅关乎生长,未录入。",
)
BOOKING = Text(
    "High and intermediate risk as in HR-clinic and IR-clinic. At booking is not a gestation; no end is set. Not for a multiple pregnancy (5.6).",
    "高危、中危标准同HR-clinic、IR-clinic。“建档时”未给孕周,故不设截止。不用于多胎(5.6)。",
)

SBL3.recommend(
    "5.7", offer(treatments.smoking_support),
    row="FULL-SBL3-5.7", decision="counselling",
    says=Text(
        "Every woman is asked whether she smokes and helped to be smoke-free before 15 weeks. Smoking doubles the risk of preterm birth; after an earlier preterm birth, she who stops early is at no more risk than if she did not smoke, she who waits until the third trimester is.",
        "询问每位孕妇是否吸烟,并帮助其在15周前戒烟。吸烟使早产风险加倍;有早产史者尽早戒烟,风险可恢复至不吸烟者水平,拖至晚孕期则不能。",
    ),
    when=woman.pregnant,
    grade="-", locus="5.7, p.47; p.82; Element 1, p.25-30", read="full text",
    note=Text(
        "Whether she smokes is not recorded here: the sentence carries the condition. 15 weeks is the aim; no end is set. How the hospital tests and treats (Element 1) is not repeated.",
        "病历未记录是否吸烟,条件写在句中。15周为目标,不设截止。第1要素的检测与戒烟流程不在此重复。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.10", consider(treatments.low_dose_aspirin),
    row="FULL-SBL3-5.10", decision="counselling",
    says=Text(
        "After a preterm birth it is assessed whether disease of the placenta was behind it, and prescribing aspirin is discussed with her. Not with an allergy to aspirin or to other anti-inflammatory drugs; bleeding, an active ulcer or severe liver disease speak against it.",
        "有早产史者,评估是否由胎盘疾病所致,并与其讨论使用阿司匹林。对阿司匹林或其他非甾体抗炎药过敏者禁用;出血、活动性溃疡或严重肝病者慎用。",
    ),
    women=findings.not_multiple, when=all_of(at_risk_now, born_early),
    grade="discuss", locus="5.10, p.47; Appendix C, p.72-74", read="full text",
    note=Text(
        "Under the heading of high and intermediate risk (HR-clinic, IR-clinic), so a birth from 34+1 to 36+6 alone is not meant; preterm birth before 37+0 (p.52), however it began and also told as a loss from 24+0, since disease of the placenta often makes doctors begin it. The placenta and the allergies are not recorded: the sentence carries them; bleeding, a relative contraindication (p.74), too. No week is printed here: p.72 has aspirin from the first to the third trimester, p.73 from 12 weeks, figure 6 before 16. Aspirin against pre-eclampsia is Appendix C's own matter and is not read in. In the United Kingdom an unlicensed use (p.72). Not for a multiple pregnancy (5.6).",
        "列于高危、中危标题之下(标准同HR-clinic、IR-clinic),故仅有34+1–36+6分娩史者不在其列;早产指37+0前(第52页),不论如何发动(24+0起的丢失亦计),因胎盘疾病常致医源性早产。胎盘情况与过敏史未记录,条件写在句中;出血为相对禁忌(第74页),亦同。此处未印孕周:第72页为早孕期至晚孕期,第73页为12周起,图6为16周前。预防子痫前期用药见附录C,未录入。在英国属超说明书用药(第72页)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "D-aspirin", consider(treatments.low_dose_aspirin),
    row="FULL-SBL3-D-aspirin", decision="counselling",
    says=Text(
        "After a preterm birth or second-trimester miscarriage that came of the placenta, her history of placental disease is assessed and aspirin is considered, 150 mg at night, to begin before 16 weeks; not with an allergy to it or to other anti-inflammatory drugs.",
        "既往早产或中孕期流产系胎盘原因者,评估胎盘疾病史并考虑阿司匹林(每晚150 mg),于16周前开始;对其或其他非甾体抗炎药过敏者禁用。",
    ),
    women=findings.not_multiple, when=perhaps_placental, window=Window(closes=weeks(16)),
    grade="consider, as appropriate", locus="Appendix D, figure 6, p.77; p.73-74", read="full text", note=PLACENTAL,
)  # fmt: skip

SBL3.recommend(
    "D-growth", offer(treatments.growth_scans),
    row="FULL-SBL3-D-growth", decision="investigations",
    says=Text(
        "After a preterm birth or second-trimester miscarriage that came of the placenta, once the anomaly scan has been done with an estimated weight at the 10th centile or above, the baby's growth is scanned every 4 weeks from 32 weeks until birth; whom a higher row of the figure takes is scanned sooner or more often.",
        "既往早产或中孕期流产系胎盘原因,且畸形筛查时估计胎儿体重不低于第10百分位者,自32周起每4周超声监测胎儿生长,直至分娩;属图中更高风险行者更早或更密。",
    ),
    women=findings.not_multiple, when=moderate, unless=any_of(shaped_otherwise, woman.antiphospholipid_antibodies),
    window=Window(opens=weeks(32)),
    grade="-", locus="Appendix D, figure 6, p.77 (no number printed)", read="full text", note=GROWTH,
)  # fmt: skip

SBL3.recommend(
    "D-growth-high", offer(treatments.growth_scans),
    row="FULL-SBL3-D-growth-high", decision="investigations",
    says=Text(
        "With antiphospholipid syndrome, or after a birth before 34 weeks that early disease of the placenta made necessary, a Doppler of the uterine arteries is added to the anomaly scan, and with an estimated weight at the 10th centile or above the baby's growth is scanned every 2 to 4 weeks until birth: from 32 weeks if the Doppler is normal, from 28 weeks if not.",
        "抗磷脂综合征者,或既往因早发胎盘疾病须在34周前分娩者,畸形筛查时加测子宫动脉血流;估计胎儿体重不低于第10百分位者,每2–4周超声监测胎儿生长至分娩:血流正常者自32周起,异常者自28周起。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, higher_row), window=Window(opens=weeks(28)),
    grade="-", locus="Appendix D, figure 6, p.77 (no number printed); p.74-75", read="full text",
    note=Text(
        "The high-risk row, for what of it is recorded: antiphospholipid antibodies are read for the syndrome, and a birth before 34+0 that doctors began for earlier growth restriction (p.74). Whether it is the syndrome, what made them begin it, the Doppler and the weight are not recorded: the sentence carries them. The window opens at 28+0, the earlier of the two weeks. The rest of the row is said in D-growth. Routine scans are at least 14 days apart (p.75). Appendix D is widely used and not mandated (p.36). A multiple pregnancy is left to NICE (2.17).",
        "图中高危行,限病历有记录者:抗磷脂抗体阳性按综合征理解;由医生引发的34+0前分娩按既往生长受限理解(第74页)。是否确为综合征、引产原因、血流与体重未记录,条件写在句中。时间窗自较早的28+0起。该行其余各项见D-growth。常规监测间隔不少于14天(第75页)。附录D广泛采用但非强制(第36页)。多胎遵循NICE(2.17)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "D-growth-uterus", offer(treatments.growth_scans),
    row="FULL-SBL3-D-growth-uterus", decision="investigations",
    says=Text(
        "With a significant uterine anomaly such as a septate or bicorporeal uterus, once the anomaly scan has been done with an estimated weight at the 10th centile or above, the baby's growth is scanned every 4 weeks from 28 weeks until birth.",
        "有明显子宫畸形(如纵隔子宫、双体子宫),且畸形筛查时估计胎儿体重不低于第10百分位者,自28周起每4周超声监测胎儿生长,直至分娩。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, shaped_otherwise), window=Window(opens=weeks(28)),
    grade="-", locus="Appendix D, figure 6, p.77 (no number printed)", read="full text",
    note=Text(
        "Bicorporeal is read as bicornuate or double; other anomalies are not named, a doctor judges whether they are significant. The weight is not recorded: the sentence carries it. Whom the high-risk row takes is scanned every 2 to 4 weeks (D-growth-high). Appendix D is widely used and not mandated (p.36). A multiple pregnancy is left to NICE (2.17).",
        "“双体子宫”按双角或双子宫理解;其他畸形未列,是否明显由医生判断。体重未记录,条件写在句中。属高危行者每2–4周监测(见D-growth-high)。附录D广泛采用但非强制(第36页)。多胎遵循NICE(2.17)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.11-urine", offer(treatments.urine_culture),
    row="SBL3-INF", decision="investigations",
    says=Text(
        "At booking, a woman at high or intermediate risk has a midstream urine culture; a positive one is treated promptly even without symptoms, and another shows that it has cleared. A second infection is reviewed by a specialist.",
        "高危或中危者建档时做中段尿培养;阳性者即使无症状亦及时治疗,并复查确认转阴。再次感染者由专科复诊。",
    ),
    women=findings.not_multiple,
    when=at_risk_now,
    grade="-", locus="5.11, p.47; Appendix F, p.82", read="full text", note=BOOKING,
)  # fmt: skip

SBL3.recommend(
    "F-STI", offer(treatments.sti_tests),
    row="FULL-SBL3-F-STI", decision="investigations",
    says=Text(
        "A woman at risk is offered tests for gonorrhoea and chlamydia, which go with preterm birth; under 25 she is also told how common chlamydia is at her age and where to be screened.",
        "高危、中危者提供淋病与沙眼衣原体检测(两者与早产有关);25岁以下者并告知该年龄段衣原体感染常见及筛查途径。",
    ),
    women=findings.not_multiple, when=at_risk_now,
    grade="should be offered", locus="Appendix F, Vaginal infection, p.82", read="full text",
    note=Text("'At risk' is read as high or intermediate risk (HR-clinic, IR-clinic); no end is set. What is told below 25 years may be meant for every pregnant woman of that age; it is shown to those at risk. Not for a multiple pregnancy (5.6).", "“有风险者”按高危或中危理解(标准同HR-clinic、IR-clinic);未设截止。25岁以下的告知原文或指所有该年龄孕妇,此处仅对高危、中危者显示。不用于多胎(5.6)。"),
)  # fmt: skip

SBL3.recommend(
    "5.11-vaginosis", uncertain(treatments.vaginosis_culture),
    row="SBL3-INF", decision="investigations",
    says=Text(
        "Bacterial vaginosis goes with preterm birth, but studies differ in how and when it was found and treated: there is no agreement on looking for it or treating it in women at risk.",
        "细菌性阴道病与早产有关,但各研究的检查与治疗方法、时机不一:对高危、中危者是否筛查和治疗尚无共识。",
    ),
    women=findings.not_multiple,
    when=at_risk_now,
    grade="-", locus="Appendix F, Vaginal infection, p.83", read="full text",
    note=Text(
        "'At-risk' is read as high or intermediate risk (HR-clinic, IR-clinic). Not for a multiple pregnancy (5.6).",
        "“有风险者”按高危或中危理解(标准同HR-clinic、IR-clinic)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.11-gbs", not_routinely(treatments.gbs_treatment),
    row="SBL3-INF", decision="not_to_do",
    says=Text(
        "Group B streptococcus on a vaginal swab is no reason to treat before labour, unless it grew from a midstream urine too.",
        "阴道分泌物检出B族链球菌者,临产前不予治疗,除非中段尿培养亦检出。",
    ),
    women=findings.not_multiple,
    when=at_risk_now,
    grade="-", locus="Appendix F, Vaginal infection, p.83", read="full text",
    note=Text(
        "Neither swab nor urine is recorded, so it is said to every woman at risk (HR-clinic, IR-clinic; the sentence names no women, the appendix is of these) and the sentence carries the exception and 'before labour'; with it, the advice against is not without exception. In labour 5.22 speaks. Not for a multiple pregnancy (5.6).",
        "病历未记录分泌物与尿培养结果,故对所有高危、中危者显示(标准同HR-clinic、IR-clinic;原句未指明对象,附录系为其而设),例外与“临产前”写在句中;因有例外,不作绝对禁止。临产时见5.22。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.14", inform(treatments.midwife_continuity),
    row="FULL-SBL3-5.14", decision="counselling",
    says=Text(
        "The same midwives throughout may prevent preterm birth: women so cared for lost their baby 16% less often, 19% less often before 24 weeks, and had 24% fewer preterm births.",
        "由同一组助产士全程照护可能预防早产:接受者胎儿丢失少16%,24周前丢失少19%,早产少24%。",
    ),
    when=woman.pregnant,
    grade="-", locus="5.14, p.47-48; p.18-19", read="full text",
    note=Text(
        "Figures of the studies the document cites; it makes the model depend on safe staffing and on no date.",
        "系原文所引研究的数字;原文以人员配备安全为前提,未定期限。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.15", offer(treatments.information),
    row="FULL-SBL3-5.15", decision="counselling",
    says=Text(
        "A woman at increased risk of preterm birth knows the signs of preterm labour and is encouraged to come early when they begin.",
        "早产风险增高者应知晓早产临产的征象,并鼓励其一旦出现尽早就诊。",
    ),
    when=all_of(at_risk_now, pregnancy.gestation < weeks(37)),
    grade="should", locus="5.15, p.48", read="full text",
    note=Text(
        "'Increased risk' is read as high or intermediate risk by Appendix F, before 37+0, our limit. A short cervix found without such a risk is not counted either, though it is an increased risk; NOHX-cerclage speaks of her. Several babies alone do not count here: their risk is left to NICE (5.6; NG137 1.3.5). Who is at such risk and carries several is told too.",
        "“风险增高”按附录F高危或中危理解,37+0前(系本软件所设)。无此类高危而发现宫颈缩短者亦未计入,虽属风险增高,见NOHX-cerclage。仅为多胎者不计:其风险留待NICE(5.6;NG137 1.3.5)。属高危或中危而为多胎者亦须告知。",
    ),
)  # fmt: skip
