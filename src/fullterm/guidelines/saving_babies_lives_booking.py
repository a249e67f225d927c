"""Saving Babies' Lives v3.1: what is looked for and told early: smoking, aspirin, infection, midwives, warning signs.

5.7 to 5.15 (p.47-48), Element 1 and Appendices C, D and F where they speak of preterm birth or late miscarriage. What asks for an algorithm of
pre-eclampsia (5.8, Appendix C, table 1) is left to NICE's guideline on hypertension, which is not read here.
"""

from __future__ import annotations

from fullterm.guidelines.model import Window, consider, inform, not_routinely, offer, uncertain
from fullterm.guidelines.saving_babies_lives import SBL3, at_risk
from fullterm.logic.language import all_of, any_of, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

at_risk_now = all_of(woman.pregnant, at_risk)
born = all_of(earlier.outcome.is_("live_birth", "stillbirth"), earlier.gestation < weeks(37))
born_early = some(earlier.EARLIER, any_of(born, findings.lost_between(weeks(24), weeks(37))))
born_early_or_lost = some(earlier.EARLIER, any_of(born, findings.lost_between(weeks(14), weeks(37))))
shaped_otherwise = woman.uterine_anomaly.is_("septate", "bicornuate", "didelphys")
perhaps_placental = all_of(woman.pregnant, born_early_or_lost)
PLACENTAL = Text(
    "Whether the placenta was behind it is not recorded: the sentence carries the condition. Preterm birth before 37+0, however it began; second-trimester miscarriage read as a loss from 14+0; told as a loss from 24+0, it is a birth here. The pathway of Appendix D is widely used and not mandated (p.36). A multiple pregnancy is left to NICE (2.17).",
    "是否由胎盘所致未记录,条件写在句中。早产指37+0前,不论如何发动;中孕期流产按14+0起的丢失理解,24+0起的丢失按分娩计。附录D路径广泛采用但非强制(第36页)。多胎遵循NICE(2.17)。",
)
GROWTH = Text(
    "As in D-aspirin: whether the placenta was behind it is not recorded; preterm birth before 37+0, miscarriage from 14+0; widely used, not mandated (p.36); a multiple pregnancy is left to NICE (2.17). This is the moderate row. A septate or bicorporeal uterus (read as bicornuate or double) is D-growth-uterus. Not recorded, so only said here: the high-risk row (kidney disease, hypertension, autoimmune disease, Fontan; earlier growth restriction, hypertension in an earlier pregnancy, a small stillborn; now PAPP-A below the 5th centile, bright bowel, significant bleeding, weight below the 10th centile, single umbilical artery) is scanned every 2 to 4 weeks, from 32 weeks, or 28 where the uterine Doppler is abnormal.",
    "同D-aspirin:是否由胎盘所致未记录;早产指37+0前,流产自14+0起;广泛采用但非强制(第36页);多胎遵循NICE(2.17)。此为中危行。纵隔子宫或双体子宫(按双角或双子宫理解)见D-growth-uterus。以下未记录,仅在此说明:高危行(肾病、高血压、自身免疫病、Fontan术后;既往生长受限、妊娠期高血压疾病、小于胎龄儿死产;本次PAPP-A<第5百分位、肠管强回声、明显出血、体重<第10百分位、单脐动脉)每2–4周监测,自32周起,子宫动脉血流异常者自28周起。",
)
BOOKING = Text(
    "At booking is not a gestation; no end is set. Not for a multiple pregnancy (5.6).",
    "“建档时”未给孕周,故不设截止。不用于多胎(5.6)。",
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
        "Whether she smokes is not recorded here: the sentence carries the condition. How the hospital tests and treats (Element 1) is not repeated.",
        "病历未记录是否吸烟,条件写在句中。第1要素的检测与戒烟流程不在此重复。",
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
        "Under the heading of high and intermediate risk; preterm birth before 37+0 (p.52), however it began and also told as a loss from 24+0, since disease of the placenta often makes doctors begin it. The placenta and the allergies are not recorded: the sentence carries them. Aspirin against pre-eclampsia is Appendix C's own matter and is not read in. In the United Kingdom an unlicensed use (p.72). Not for a multiple pregnancy (5.6).",
        "列于高危、中危标题之下;早产指37+0前(第52页),不论如何发动(24+0起的丢失亦计),因胎盘疾病常致医源性早产。胎盘情况与过敏史未记录,条件写在句中。预防子痫前期用药见附录C,未录入。在英国属超说明书用药(第72页)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "D-aspirin", consider(treatments.low_dose_aspirin),
    row="FULL-SBL3-D-aspirin", decision="counselling",
    says=Text(
        "After a preterm birth or second-trimester miscarriage that came of the placenta, her history of placental disease is assessed and aspirin is considered, to begin before 16 weeks; not with an allergy to it or to other anti-inflammatory drugs.",
        "既往早产或中孕期流产系胎盘原因者,评估胎盘疾病史并考虑阿司匹林,于16周前开始;对其或其他非甾体抗炎药过敏者禁用。",
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
    women=findings.not_multiple, when=perhaps_placental, unless=shaped_otherwise,
    window=Window(opens=weeks(32)),
    grade="-", locus="Appendix D, figure 6, p.77 (no number printed)", read="full text", note=GROWTH,
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
        "Bicorporeal is read as bicornuate or double; other anomalies are not named, a doctor judges whether they are significant. The weight is not recorded: the sentence carries it. Whom the high-risk row takes is scanned every 2 to 4 weeks (D-growth). Appendix D is widely used and not mandated (p.36). A multiple pregnancy is left to NICE (2.17).",
        "“双体子宫”按双角或双子宫理解;其他畸形未列,是否明显由医生判断。体重未记录,条件写在句中。属高危行者每2–4周监测(见D-growth)。附录D广泛采用但非强制(第36页)。多胎遵循NICE(2.17)。",
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
    note=Text("'At risk' is read as high or intermediate risk; no end is set. Not for a multiple pregnancy (5.6).", "“有风险者”按高危或中危理解;未设截止。不用于多胎(5.6)。"),
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
    note=Text("Not for a multiple pregnancy (5.6).", "不用于多胎(5.6)。"),
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
        "Neither swab nor urine is recorded, so it is said to every woman at risk and the sentence carries the exception; with it, the advice against is not without exception. In labour 5.22 speaks. Not for a multiple pregnancy (5.6).",
        "病历未记录分泌物与尿培养结果,故对所有高危、中危者显示,例外写在句中;因有例外,不作绝对禁止。临产时见5.22。不用于多胎(5.6)。",
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
        "'Increased risk' is read as high or intermediate risk by Appendix F, before 37+0, our limit. Several babies alone do not count here: their risk is left to NICE (5.6; NG137 1.3.5). Who is at such risk and carries several is told too.",
        "“风险增高”按附录F高危或中危理解,37+0前(系本软件所设)。仅为多胎者不计:其风险留待NICE(5.6;NG137 1.3.5)。属高危或中危而为多胎者亦须告知。",
    ),
)  # fmt: skip
