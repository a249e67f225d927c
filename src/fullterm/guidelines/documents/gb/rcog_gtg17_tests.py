"""RCOG Green-top 17, Recurrent miscarriage (2023), section 6: which tests are offered after which losses.

Compared with the complete document on 2026-12-01. Not yet read against the source by a clinician. `grade` is the level of
evidence and the strength printed beside the sentence.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg17 import (
    RCOG17,
    RECURRENT,
    SECOND_TRIMESTER,
    all_losses,
    in_second_trimester,
    late,
    lost,
    miscarried,
    recurrent,
)
from fullterm.guidelines.model import consider, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, count, not_, some, weeks
from fullterm.vocabulary import earlier, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

miscarriage = all_of(miscarried, earlier.gestation < weeks(24))
losing_now = all_of(woman.pregnant, not_(pregnancy.alive), pregnancy.gestation < weeks(24))
kept = earlier.tissue_result.is_("kept")
unavailable = earlier.tissue_result.is_("not_available", "failed")
obstetric_criterion = any_of(
    count(earlier.EARLIER, all_of(lost, earlier.gestation < weeks(10))) >= 3,
    some(
        earlier.EARLIER, all_of(any_of(lost, miscarriage), earlier.gestation >= weeks(10), not_(earlier.fetal_anomaly))
    ),
)
"""What makes antiphospholipid antibodies a syndrome (p.e12), as far as the record holds it."""

# -- antiphospholipid antibodies --------------------------------------------------------------------------------

RCOG17.recommend(
    "APS", offer(treatments.antiphospholipid_tests),
    row="RCOG17-APS", decision="investigations",
    says=Text(
        "A woman with recurrent miscarriage should be offered tests for acquired thrombophilia, lupus anticoagulant and anticardiolipin antibodies above all, before she is pregnant again.",
        "复发性流产者应在再次妊娠前检测获得性易栓症,尤其是狼疮抗凝物和抗心磷脂抗体。",
    ),
    when=all_of(recurrent, not_(woman.pregnant)), grade="2++, C", locus="§6.1.1, p.e18", read="full text",
    note=Text(
        "Written for recurrent miscarriage, three first-trimester losses counted as in DEF-01; for one late loss see APS-DEF and DEF-03. Of testing once she is pregnant the document says nothing.",
        "原文针对复发性流产(3次早孕期流产,计法同DEF-01);1次晚期流产见APS-DEF与DEF-03。已妊娠者是否检测,原文未述。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "APS-DEF", inform(treatments.antiphospholipid_tests),
    row="FULL-RCOG17-3", decision="investigations",
    says=Text(
        "Her losses are such as make antiphospholipid antibodies a syndrome: one or more losses of a normally formed baby after the tenth week, or three or more consecutive miscarriages before 10 weeks.",
        "其流产史符合抗磷脂综合征的产科标准:第10周后形态正常胎儿丢失1次及以上,或10周前连续流产3次及以上。",
    ),
    when=obstetric_criterion, grade="-", locus="§5.2.1, p.e12", read="full text",
    note=Text(
        "That she be tested after one such loss is not written; the edition of 2011 did. 'After the tenth week' is read as from 10+0; that the early ones were consecutive is not asked; what counts as a loss as in DEF-01. A preterm birth before 34+0 from disease of the placenta counts too, and a clot in a vessel: neither is in the record.",
        "原文未写1次此类流产即应检测(2011年版曾有)。“第10周后”按10+0起理解;早期流产是否连续未予询问;何者计为丢失同DEF-01。因胎盘疾病34+0周前早产及血管血栓亦属标准,病历中无此两项。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "APS-HOW", inform(treatments.antiphospholipid_tests),
    row="FULL-RCOG17-4", decision="investigations",
    says=Text(
        "The syndrome is diagnosed on two positive tests at least 12 weeks apart, and at least 6 weeks after the miscarriage: lupus anticoagulant, or anticardiolipin IgG or IgM in medium or high titre (over 40 units or the 99th percentile). Anti-beta-2-glycoprotein-I in high titre only within audit or research.",
        "诊断须间隔至少12周两次阳性,且距流产至少6周:狼疮抗凝物,或中高滴度抗心磷脂抗体IgG或IgM(>40单位或>第99百分位)。高滴度抗β2糖蛋白I抗体仅限审计或研究中使用。",
    ),
    when=any_of(recurrent, late, obstetric_criterion), grade="evidence level 2++", locus="§6.1.1, p.e18", read="full text",
    note=Text(
        "'It is recommended' is of how the syndrome is diagnosed, not of whom to test, so this informs. Shown after recurrent miscarriage, any second-trimester loss (14+0 to 23+6) or a loss of APS-DEF, for whoever is tested; what counts as a loss as in DEF-01.",
        "原文“推荐”所指为如何诊断,而非检测何人,故仅作告知。复发性流产、任何中孕期流产(14+0–23+6)或APS-DEF所述流产后显示,供拟检测者参考;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

# -- inherited thrombophilia ------------------------------------------------------------------------------------

RCOG17.recommend(
    "INH", consider(treatments.thrombophilia_tests),
    row="RCOG17-INH", decision="investigations",
    says=Text(
        "A woman with a second-trimester miscarriage may be offered tests for factor V Leiden, the prothrombin gene mutation and protein S deficiency, ideally in research; she should know that evidence is limited that treatment changes the outcome. Protein S is measured at least 6 weeks after the pregnancy and off hormones.",
        "有中孕期流产者可提供因子V Leiden、凝血酶原基因突变和蛋白S缺乏检测,最好在研究中进行;应告知治疗能否改善结局证据有限。蛋白S须在妊娠结束至少6周后且未用激素时检测。",
    ),
    when=late, grade="2++, C", locus="§6.1.2, p.e18", read="full text",
    note=Text(
        "'May be offered'; weaker than the edition of 2011, which said that it should be. Protein C, antithrombin and MTHFR are another matter (THROMB-NO). Whether she is pregnant now is not asked; protein S then waits. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "原文为“可提供”,弱于2011年版的“应当检测”。蛋白C、抗凝血酶及MTHFR另见THROMB-NO。不询问目前是否妊娠;妊娠者蛋白S须延后。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "FIG-INH", inform(treatments.thrombophilia_tests),
    row="FULL-RCOG17-5", decision="counselling",
    says=Text(
        "Inherited thrombophilia goes weakly with recurrent miscarriage, more firmly with second-trimester loss: factor V Leiden odds ratio 7.83 (2.83 to 21.67) there and 2.01 (1.13 to 3.58) in the first trimester; prothrombin mutation 1.81 (1.26 to 2.60); protein S deficiency 14.72 (0.99 to 218.1), not significant. Protein C, antithrombin and MTHFR show no consistent association.",
        "遗传性易栓症与复发性流产关联弱,与中孕期流产关联较强:因子V Leiden中孕期比值比7.83(2.83–21.67),早孕期2.01(1.13–3.58);凝血酶原突变1.81(1.26–2.60);蛋白S缺乏14.72(0.99–218.1),无统计学意义。蛋白C、抗凝血酶及MTHFR无一致关联。",
    ),
    when=late, grade="evidence level 2++", locus="§5.2.2, p.e13; Appendix 2, p.e36", read="full text",
    note=Text(
        "The figures are of women with recurrent miscarriage (Appendix 2). The text says that protein S deficiency has shown an association in the second trimester. The second trimester is read as 14+0 to 23+6.",
        "数据来自复发性流产人群(附录2)。正文称蛋白S缺乏与中孕期流产有关联。中孕期按14+0–23+6理解。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH-NO", not_routinely(treatments.other_thrombophilia_tests),
    row="RCOG17-INH-NO", decision="not_to_do",
    says=Text(
        "In recurrent miscarriage no routine tests for protein C, antithrombin or MTHFR.",
        "复发性流产者不常规检测蛋白C、抗凝血酶或MTHFR。",
    ),
    when=recurrent, grade="2++; C is of the key recommendation", locus="key recommendations, p.e9; §6.1.2, p.e18", read="full text",
    note=Text(
        f"Speaks of these three tests only. {RECURRENT.en}",
        f"仅指此三项检查。{RECURRENT.zh}",
    ),
)  # fmt: skip

RCOG17.recommend(
    "THROMB-NO", not_routinely(treatments.other_thrombophilia_tests),
    row="RCOG17-THROMB", decision="not_to_do",
    says=Text(
        "After a second-trimester miscarriage too, protein C, antithrombin and MTHFR are not tested: no persistent association was found.",
        "中孕期流产后同样不检测蛋白C、抗凝血酶或MTHFR:未发现持续关联。",
    ),
    when=late, grade="2++; C is of the key recommendation", locus="§6.1.2, p.e18; key recommendations, p.e9", read="full text",
    note=Text(
        "'Routine' and the strength C are of the key recommendation (p.e9); the text advises against these three tests and bears the level only. Factor V Leiden, prothrombin and protein S are INH. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "“常规”与强度C见主要推荐(第e9页);正文不推荐此三项检测,仅印证据级别。因子V Leiden、凝血酶原及蛋白S见INH。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "INH-TALK", offer(treatments.information),
    row="FULL-RCOG17-6", decision="counselling",
    says=Text(
        "Before any test for thrombophilia she should be counselled on what a positive or a negative result means for her and for her family; clinicians with that expertise read the results.",
        "检测易栓症前应告知阳性或阴性结果对本人及家属的意义;结果由具备相应专长的医生解读。",
    ),
    when=any_of(recurrent, late), grade="-", locus="§6.1.2, p.e19", read="full text",
    note=Text(
        f"The sentence is of whoever is tested; shown where a test may be (APS, INH). {SECOND_TRIMESTER.en}",
        f"原文指一切受检者;凡可能受检者(APS、INH)均显示。{SECOND_TRIMESTER.zh}",
    ),
)  # fmt: skip

# -- chromosomes ------------------------------------------------------------------------------------------------

RCOG17.recommend(
    "CYTO", offer(treatments.cytogenetics),
    row="RCOG17-CYTO", decision="investigations",
    says=Text(
        "From the third miscarriage on, and after any one in the second trimester, analysis of the chromosomes of the tissue should be offered.",
        "第3次及以后的流产,以及任何中孕期流产,均应提供妊娠物染色体检查。",
    ),
    when=any_of(
        some(earlier.EARLIER, all_of(in_second_trimester, kept)),
        all_of(all_losses >= 3, some(earlier.EARLIER, all_of(miscarriage, kept))),
        all_of(losing_now, any_of(pregnancy.gestation >= weeks(14), all_losses >= 2)),
    ),
    grade="2–, D", locus="§6.2, p.e19", read="full text",
    note=Text(
        "Of tissue there is: of the miscarriage happening now, told by a missing heartbeat before 24+0, which a doctor confirms first, or kept untested from an earlier one. Among three early losses it is not asked which was the third. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "仅限现有组织:正在发生的流产(24+0前未见胎心,须先由医生确认),或既往留存而未检测者。3次早期流产中不询问哪次为第3次。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "KARYO", offer(treatments.parental_karyotype),
    row="RCOG17-KARYO", decision="investigations",
    says=Text(
        "Both parents should be offered chromosome analysis when the pregnancy tissue shows an unbalanced structural abnormality; an abnormal parental result is referred to a clinical geneticist.",
        "妊娠物显示不平衡性染色体结构异常时,夫妇双方应行染色体检查;父母结果异常者转诊临床遗传科。",
    ),
    when=all_of(
        any_of(late, all_losses >= 3),
        some(earlier.EARLIER, all_of(miscarriage, earlier.tissue_result.is_("unbalanced"))),
    ),
    grade="3, D", locus="§6.2, p.e19", read="full text",
    note=Text(
        "The sentence of §6.2 is of recurrent miscarriage, the key recommendation (p.e9) of couples; read for whom the tissue was to be analysed (CYTO): three miscarriages, or one in the second trimester, 14+0 to 23+6, counted as in DEF-01. A sporadic early miscarriage is outside the document (p.e11).",
        "§6.2条文针对复发性流产,主要推荐(第e9页)仅写“夫妇”;按应检测组织者(CYTO)理解:3次流产,或1次中孕期流产(14+0–23+6),计法同DEF-01。偶发早期流产不在本文范围(第e11页)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "KARYO-B", offer(treatments.parental_karyotype),
    row="RCOG17-KARYO", decision="investigations",
    says=Text(
        "Where analysis of the tissue was called for, and it failed or there was no tissue, both parents should be offered chromosome analysis.",
        "应行妊娠物检测而检测失败或无组织可检者,夫妇双方应行染色体检查。",
    ),
    when=any_of(
        some(earlier.EARLIER, all_of(in_second_trimester, unavailable)),
        all_of(all_losses >= 3, some(earlier.EARLIER, all_of(miscarriage, unavailable))),
    ),
    grade="4, GPP", locus="§6.2, p.e19", read="full text",
    note=Text(
        "'Should be offered' in the box, 'may be offered' in the text of the same page. A loss that was merely not tested asks whether tissue was kept. Among three early losses it is not asked which was the third. The second trimester is read as 14+0 to 23+6; what counts as a miscarriage as in DEF-01.",
        "推荐框写“应提供”,同页正文写“可提供”。仅未检测者须问明组织是否留存。3次早期流产中不询问哪次为第3次。中孕期按14+0–23+6理解;何者计为流产同DEF-01。",
    ),
)  # fmt: skip

# -- the uterus, the thyroid, and what is not tested ---------------------------------------------------------------

RCOG17.recommend(
    "ANAT", offer(treatments.uterine_imaging),
    row="RCOG17-ANAT", decision="investigations",
    says=Text(
        "A woman with recurrent miscarriage should be offered an examination for congenital anomaly of the uterus, ideally by three-dimensional ultrasound; magnetic resonance and endoscopy are kept for complex anomalies that it does not settle.",
        "复发性流产者应检查先天性子宫畸形,首选三维超声;磁共振与内镜留待三维超声不能确诊的复杂畸形。",
    ),
    when=recurrent, grade="2++, B", locus="§6.3, p.e19–e20", read="full text",
    note=Text(
        "Written for recurrent miscarriage, read as in DEF-01; for one or more late losses see DEF-03. Whether she is pregnant or was examined before is not asked. Acquired anomalies may be found on the way; saline is added where adhesions are suspected (p.e20).",
        "原文针对复发性流产(含义见DEF-01);1次及以上晚期流产见DEF-03。不询问是否妊娠或曾否检查。检查中可顺带发现获得性病变;怀疑粘连者加用生理盐水造影(第e20页)。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "THY", offer(treatments.thyroid_tests),
    row="RCOG17-THY", decision="investigations",
    says=Text(
        "A woman with recurrent miscarriage should be offered thyroid function tests and thyroid peroxidase antibodies.",
        "复发性流产者应检测甲状腺功能与甲状腺过氧化物酶抗体。",
    ),
    when=recurrent, grade="1–, C", locus="§6.4, p.e20", read="full text",
    note=Text(
        "Written for recurrent miscarriage, whose reading is at DEF-01; the heading of §6 adds one or more late losses, for which see DEF-03. The text holds thyroid function from early pregnancy on, without the antibodies, to be acceptable too. Other hormones only where disease is suspected.",
        "原文针对复发性流产(含义见DEF-01);§6标题另含1次及以上晚期流产,见DEF-03。正文认为自早孕起仅定期查甲状腺功能(不查抗体)亦可接受。其他内分泌检查仅在怀疑疾病时进行。",
    ),
)  # fmt: skip

RCOG17.recommend(
    "NO", not_routinely(treatments.immunology_tests, treatments.genital_swabs),
    row="RCOG17-NO", decision="not_to_do",
    says=Text(
        "In recurrent miscarriage no routine immunology, screening for infection or sperm DNA testing outside research.",
        "复发性流产者,研究之外不常规行免疫学检查、感染筛查或精子DNA检查。",
    ),
    when=recurrent, grade="2–, C; sperm DNA 4, D", locus="key recommendations, p.e9; §6.5–6.7, p.e21", read="full text",
    note=Text(
        "Of screening; a swab because of symptoms is not meant. Written for recurrent miscarriage; the sentence does not name late losses (RPLDEF). What counts as in DEF-01. For sperm DNA the box of §6.7 has strength D; the key recommendation (p.e9), which sums up all three, has C.",
        "仅指筛查,不涉及因症状取材。原文针对复发性流产,条文未提晚期流产(见RPLDEF),计法同DEF-01。精子DNA一项,§6.7推荐框为D级,而概括三项的主要推荐(第e9页)为C级。",
    ),
)  # fmt: skip
