"""NICE NG25: the baby about to be born early: steroids (1.9), magnesium (1.10), antibiotics in labour (1.11), monitoring
(1.12), mode of birth (1.13), the cord (1.14).

Read in full, 2022 edition; for a singleton pregnancy (p.5). Where no first week is printed, 1.12 to 1.14 are read from
22+0, the first week in which the document speaks of anything for the baby (1.9.1); each note says so.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng25 import AMENDED, NG25
from fullterm.guidelines.documents.gb.nice_ng25_labour import from_22
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import (
    birth_soon,
    established_preterm_labour,
    labour_diagnosed,
    labour_unlikely,
    planned_early,
    preterm_birth_ahead,
    signs_of_preterm_birth,
    suspected_preterm_labour,
)

in_labour = all_of(established_preterm_labour, from_22)
labour = any_of(established_preterm_labour, suspected_preterm_labour)
labour_from_22 = all_of(labour, from_22)
labour_or_waters = all_of(signs_of_preterm_birth, from_22)
not_a_first_course = any_of(pregnancy.steroid_courses >= 1, labour_unlikely)
STEROIDS = Text(
    "Suspected labour is read as symptoms or contractions with established labour excluded. A first course: after one, 1.9.4 speaks. A test from 30+0 that makes labour unlikely (1.7.4, 1.7.5) is read as an exclusion. A planned birth has its own line. Benefits and risks are discussed with her (1.9.6). Both ends of the range are included. In June 2022 this was an off-label use.",
    "“怀疑”理解为有症状或宫缩且已排除临产。指首个疗程,其后见1.9.4。30+0起检测提示临产可能性小者(1.7.4、1.7.5)除外。计划分娩另列一条。须与其讨论利弊(1.9.6)。孕周含两端。2022年6月时属超说明书用药。",
)
PLANNED = Text(
    "The same sentence as for labour and broken waters, kept apart; at 22+0 to 23+6 it says to discuss, which is less than to consider. A first course: after one, 1.9.4 speaks. Benefits and risks are discussed with her (1.9.6). Both ends of the range are included. In June 2022 this was an off-label use.",
    "与临产、胎膜早破同一句,此处分列;22+0–23+6周原文为“讨论”,弱于“考虑”。指首个疗程,其后见1.9.4。须与其讨论利弊(1.9.6)。孕周含两端。2022年6月时属超说明书用药。",
)
DIAGNOSED = Text(
    "Part of 1.9.2 and 1.9.3, kept apart: one positive test diagnoses labour, and 1.7.7 forbids asking for the other. Where both were done and differ the document is silent; the positive one counts here. A first course: after one, 1.9.4 speaks. Benefits and risks are discussed with her (1.9.6). Both ends of the range are included. In June 2022 this was an off-label use.",
    "1.9.2与1.9.3的一部分,此处分列:一项检测阳性即为已诊断,且1.7.7不允许再加做另一项。两项均做而结果不一,原文未提;此处以阳性者为准。指首个疗程,其后见1.9.4。须与其讨论利弊(1.9.6)。孕周含两端。2022年6月时属超说明书用药。",
)
MAGNESIUM = Text(
    "Established preterm labour, or a birth planned within 24 hours. Both ends of the range are included. In August 2019 this was an off-label use.",
    "已早产临产,或计划24小时内分娩。孕周含两端。2019年8月时属超说明书用药。",
)
MODE = Text(
    "No first week is printed; read from 22+0, the first week in which the document speaks of anything for the baby (1.9.1), to 36+6. Suspected: symptoms or contractions, with labour told as not established; a test that makes labour unlikely (1.7.4) is no exclusion in this section, and is not read as one. For planning the mode NICE's guideline on caesarean birth is named, which is not read here.",
    "原文未印最早孕周;按22+0(原文论及胎儿处理的最早孕周,1.9.1)至36+6理解。“怀疑”指有症状或宫缩且已告知未临产;本节未以检测提示可能性小(1.7.4)为除外,此处亦不除外。分娩方式的计划另见NICE剖宫产指南,本软件未读。",
)

NG25.recommend(
    "1.9.1", consider(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.1", decision="emergencies",
    says=Text(
        "From 22+0 to 23+6, with labour suspected or established, or waters broken, steroids are discussed with her, her family and the multidisciplinary team, in her own circumstances.",
        "孕22+0–23+6周,怀疑或已临产、或胎膜早破者,由其本人、家属与多学科团队依个体情况讨论是否用激素。",
    ),
    women=findings.singleton,
    when=all_of(signs_of_preterm_birth, pregnancy.gestation >= weeks(22), pregnancy.gestation <= weeks(23, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(22), weeks(24)),
    grade="discuss [2015, amended 2022]", locus="1.9.1, p.16", read="full text", since=AMENDED,
    note=Text(
        "The document says to discuss, which is less than to consider. A first course: after one, 1.9.4 speaks. Suspected labour is read as symptoms or contractions with established labour excluded. In June 2022 this was an off-label use.",
        "原文为“讨论”,弱于“考虑”。指首个疗程,其后见1.9.4。“怀疑”理解为有症状或宫缩且已排除临产。2022年6月时属超说明书用药。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.9.1-planned", consider(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.1", decision="emergencies",
    says=Text(
        "From 22+0 to 23+6, with a preterm birth planned, steroids are discussed with her, her family and the multidisciplinary team, in her own circumstances.",
        "孕22+0–23+6周计划早产分娩者,由其本人、家属与多学科团队依个体情况讨论是否用激素。",
    ),
    women=findings.singleton,
    when=all_of(planned_early, pregnancy.gestation >= weeks(22), pregnancy.gestation <= weeks(23, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(22), weeks(24)),
    grade="discuss [2015, amended 2022]", locus="1.9.1, 1.9.6, p.16", read="full text", since=AMENDED,
    note=PLANNED,
)  # fmt: skip

NG25.recommend(
    "1.9.2", offer(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.2", decision="emergencies",
    says=Text(
        "From 24+0 to 33+6, with labour suspected, diagnosed or established, or waters broken, steroids are offered.",
        "孕24+0–33+6周,怀疑、已诊断或已临产、或胎膜早破者,给予激素。",
    ),
    women=findings.singleton,
    when=all_of(signs_of_preterm_birth, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(33, 6)),
    unless=not_a_first_course, window=Window(weeks(24), weeks(34)),
    grade="offer [2015, amended 2019]", locus="1.9.2, 1.9.6, p.16", read="full text", note=STEROIDS,
)  # fmt: skip

NG25.recommend(
    "1.9.2-diagnosed", offer(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.2", decision="emergencies",
    says=Text(
        "From 30+0 to 33+6, with labour suspected and diagnosed by one positive test, steroids are offered.",
        "孕30+0–33+6周,怀疑早产临产并经一项检测阳性而诊断者,给予激素。",
    ),
    women=findings.singleton, when=all_of(labour_diagnosed, pregnancy.gestation <= weeks(33, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(30), weeks(34)),
    grade="offer [2015, amended 2019]", locus="1.9.2, 1.9.6, p.16; 1.7.4, 1.7.5, 1.7.7, p.13-14", read="full text",
    note=DIAGNOSED,
)  # fmt: skip

NG25.recommend(
    "1.9.2-planned", offer(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.2", decision="emergencies",
    says=Text(
        "From 24+0 to 33+6, with a preterm birth planned, steroids are offered.",
        "孕24+0–33+6周计划早产分娩者,给予激素。",
    ),
    women=findings.singleton,
    when=all_of(planned_early, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(33, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(24), weeks(34)),
    grade="offer [2015, amended 2019]", locus="1.9.2, 1.9.6, p.16", read="full text",
    note=PLANNED,
)  # fmt: skip

NG25.recommend(
    "1.9.3", consider(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.3", decision="emergencies",
    says=Text(
        "From 34+0 to 35+6, with labour suspected, diagnosed or established, or waters broken, steroids are considered.",
        "孕34+0–35+6周,怀疑、已诊断或已临产、或胎膜早破者,考虑激素。",
    ),
    women=findings.singleton,
    when=all_of(signs_of_preterm_birth, pregnancy.gestation >= weeks(34), pregnancy.gestation <= weeks(35, 6)),
    unless=not_a_first_course, window=Window(weeks(34), weeks(36)),
    grade="consider [2015]", locus="1.9.3, 1.9.6, p.16", read="full text", note=STEROIDS,
)  # fmt: skip

NG25.recommend(
    "1.9.3-diagnosed", consider(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.3", decision="emergencies",
    says=Text(
        "From 34+0 to 35+6, with labour suspected and diagnosed by one positive test, steroids are considered.",
        "孕34+0–35+6周,怀疑早产临产并经一项检测阳性而诊断者,考虑激素。",
    ),
    women=findings.singleton, when=all_of(labour_diagnosed, pregnancy.gestation >= weeks(34), pregnancy.gestation <= weeks(35, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(34), weeks(36)),
    grade="consider [2015]", locus="1.9.3, 1.9.6, p.16; 1.7.4, 1.7.5, 1.7.7, p.13-14", read="full text",
    note=DIAGNOSED,
)  # fmt: skip

NG25.recommend(
    "1.9.3-planned", consider(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.3", decision="emergencies",
    says=Text(
        "From 34+0 to 35+6, with a preterm birth planned, steroids are considered.",
        "孕34+0–35+6周计划早产分娩者,考虑激素。",
    ),
    women=findings.singleton,
    when=all_of(planned_early, pregnancy.gestation >= weeks(34), pregnancy.gestation <= weeks(35, 6)),
    unless=pregnancy.steroid_courses >= 1, window=Window(weeks(34), weeks(36)),
    grade="consider [2015]", locus="1.9.3, 1.9.6, p.16", read="full text",
    note=PLANNED,
)  # fmt: skip

NG25.recommend(
    "1.9.4", consider(treatments.repeat_steroids),
    row="FULL-NICE25-1.9.4", decision="emergencies",
    says=Text(
        "Before 34+0, one further course is considered where the first was more than 7 days ago and she is at very high risk of birth within 48 hours; before 30+0, or with growth restriction suspected, what it may cost the baby's growth is weighed.",
        "孕34+0周前,首个疗程距今超过7天且48小时内分娩风险极高者,考虑再用一个疗程;30+0周前或疑胎儿生长受限者,须权衡对胎儿生长的影响。",
    ),
    women=findings.singleton,
    when=all_of(
        pregnancy.gestation < weeks(34),
        pregnancy.steroid_courses >= 1,
        pregnancy.steroids_over_7_days_ago,
        pregnancy.birth_within_48h,
    ),
    unless=pregnancy.steroid_courses >= 2, window=Window(closes=weeks(34)),
    grade="consider [2022]", locus="1.9.4, p.16; rationale, p.31-32", read="full text", since=AMENDED,
    note=Text(
        "Only courses given because of a preterm birth count (rationale, p.32). No first week is printed. Before 30+0, or with growth restriction suspected, the growth of the baby is weighed: the sentence carries it, neither changes the verdict. Benefits and risks are discussed with her (1.9.6). In June 2022 this was an off-label use.",
        "仅计因早产所用的疗程(说明第32页)。未印最早孕周。30+0前或疑生长受限者须权衡胎儿生长,写在句中,不改变结论。须与其讨论利弊(1.9.6)。2022年6月时属超说明书用药。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.9.5", do_not_offer(treatments.repeat_steroids),
    row="FULL-NICE25-1.9.5", decision="emergencies",
    says=Text(
        "No more than two courses of steroids because of a preterm birth.",
        "因早产使用激素不超过两个疗程。",
    ),
    women=findings.singleton,
    when=all_of(pregnancy.gestation < weeks(37), pregnancy.steroid_courses >= 2),
    grade="do not [2022]", locus="1.9.5, p.16; rationale, p.32", read="full text", since=AMENDED,
    note=Text(
        "Courses given for another reason do not count (rationale, p.32). Before 37+0, the scope of the document.",
        "因其他原因所用的疗程不计(说明第32页)。37+0前(本指南范围)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.9.7", inform(treatments.antenatal_steroids),
    row="FULL-NICE25-1.9.7", decision="emergencies",
    says=Text(
        "With diabetes: how steroids are given is in NICE's guideline on diabetes in pregnancy.",
        "合并糖尿病者用激素,见NICE妊娠期糖尿病指南。",
    ),
    women=findings.singleton,
    when=all_of(preterm_birth_ahead, from_22, pregnancy.gestation < weeks(36), woman.diabetes),
    grade="[2019]", locus="1.9.7, p.16", read="full text",
    note=Text(
        "That guideline is not read in this software. Shown where steroids are discussed, offered or considered (1.9.1 to 1.9.3).",
        "本软件未读该指南。在讨论、给予或考虑激素(1.9.1–1.9.3)时显示。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.10.1", consider(treatments.magnesium),
    row="FULL-NICE25-1.10.1", decision="emergencies",
    says=Text(
        "From 23+0 to 23+6, in established labour or with a birth planned within 24 hours, intravenous magnesium sulfate for the baby's brain is discussed with her, in her own circumstances.",
        "孕23+0–23+6周,已临产或计划24小时内分娩者,依个体情况与其讨论静脉硫酸镁保护胎儿脑。",
    ),
    women=findings.singleton,
    when=all_of(birth_soon, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(23, 6)),
    window=Window(weeks(23), weeks(24)),
    grade="discuss [2019]", locus="1.10.1, p.17", read="full text",
    note=Text(
        "The document says to discuss, which is less than to consider. Both ends of the range are included. In August 2019 this was an off-label use.",
        "原文为“讨论”,弱于“考虑”。孕周含两端。2019年8月时属超说明书用药。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.10.2", offer(treatments.magnesium),
    row="FULL-NICE25-1.10.2", decision="emergencies",
    says=Text(
        "From 24+0 to 29+6, in established labour or with a birth planned within 24 hours, intravenous magnesium sulfate for the baby's brain is offered.",
        "孕24+0–29+6周,已临产或计划24小时内分娩者,静脉用硫酸镁保护胎儿脑。",
    ),
    women=findings.singleton,
    when=all_of(birth_soon, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(29, 6)),
    window=Window(weeks(24), weeks(30)),
    grade="offer [2015]", locus="1.10.2, p.17", read="full text", note=MAGNESIUM,
)  # fmt: skip

NG25.recommend(
    "1.10.3", consider(treatments.magnesium),
    row="FULL-NICE25-1.10.3", decision="emergencies",
    says=Text(
        "From 30+0 to 33+6, in established labour or with a birth planned within 24 hours, intravenous magnesium sulfate for the baby's brain is considered.",
        "孕30+0–33+6周,已临产或计划24小时内分娩者,考虑静脉硫酸镁保护胎儿脑。",
    ),
    women=findings.singleton,
    when=all_of(birth_soon, pregnancy.gestation >= weeks(30), pregnancy.gestation <= weeks(33, 6)),
    window=Window(weeks(30), weeks(34)),
    grade="consider [2015]", locus="1.10.3, p.17-18", read="full text", note=MAGNESIUM,
)  # fmt: skip

NG25.recommend(
    "1.10.4", inform(treatments.magnesium),
    row="FULL-NICE25-1.10.4", decision="emergencies",
    says=Text(
        "Where magnesium sulfate is given: 4 g into a vein over 15 minutes, then 1 g an hour until the birth or for 24 hours, whichever comes first; not beyond 24 hours.",
        "使用硫酸镁时:15分钟内静脉推注4 g,随后每小时1 g至分娩或满24小时(以先到者为准);不超过24小时。",
    ),
    women=findings.singleton,
    when=all_of(birth_soon, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(33, 6)),
    grade="[2015]", locus="1.10.4, p.18; the limit of 24 hours, p.17", read="full text",
    note=Text(
        "Read for the women of 1.10.1 to 1.10.3; entered as information, so that it adds no strength to them. Should it be given again, the medicines agency's advice on prolonged or repeated use is followed (p.17); it is not read here.",
        "对象按1.10.1–1.10.3理解;作为告知录入,不另加推荐强度。如需重复使用,遵药监机构关于延长或重复使用的建议(第17页),本软件未读。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.10.5", offer(treatments.magnesium_monitoring),
    row="FULL-NICE25-1.10.5", decision="emergencies",
    says=Text(
        "While magnesium sulfate runs: pulse, blood pressure, breathing rate and tendon reflexes at least every 4 hours; with little urine or failing kidneys more often, and the dose is reduced or stopped.",
        "使用硫酸镁期间:至少每4小时记录脉搏、血压、呼吸频率和腱反射;少尿或肾功能不全者加密监测,并减量或停用。",
    ),
    women=findings.singleton,
    when=all_of(birth_soon, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(33, 6)),
    grade="1.10.5 [2015]; 1.10.6, the kidneys [2015, amended 2022]", locus="1.10.5, 1.10.6, p.18", read="full text",
    note=Text(
        "Whether it runs is not recorded: read for the women of 1.10.1 to 1.10.3; the sentence carries the condition.",
        "是否在用未作记录:对象按1.10.1–1.10.3理解,条件写在句中。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.11.1", inform(treatments.intrapartum_antibiotics),
    row="FULL-NICE25-1.11.1", decision="emergencies",
    says=Text(
        "Antibiotics in established preterm labour are in NICE's guideline on neonatal infection.",
        "早产临产的产时抗生素,见NICE新生儿感染指南。",
    ),
    women=findings.singleton, when=established_preterm_labour,
    grade="[2019]", locus="1.11.1, p.18", read="full text",
    note=Text(
        "That guideline is not read in this software: it is asked, not taken as silence.",
        "本软件未读该指南:须查阅,不等于无建议。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.12.1", offer(treatments.monitoring_decision),
    row="FULL-NICE25-1.12.1", decision="birth",
    says=Text(
        "With labour suspected or established, monitoring the baby's heart is talked over with her: what for, how, and what follows from it at her gestation; at the border of survival also not to monitor. A normal tracing reassures, an abnormal one proves no lack of oxygen, and no evidence shows that tracing does better than listening.",
        "怀疑或已临产者,与其讨论胎心监护:目的、方法及在其孕周的意义;在存活界限孕周亦可不监护。胎监正常令人放心,异常不等于缺氧;无证据表明持续胎监优于间断听诊。",
    ),
    women=findings.singleton, when=labour_from_22,
    grade="[2015]", locus="1.12.1, 1.12.3, 1.12.4, p.18-19", read="full text",
    note=Text(
        "No first week is printed; read from 22+0, the first week in which the document speaks of anything for the baby (1.9.1), to 36+6. Suspected: symptoms or contractions, with labour told as not established; a test that makes labour unlikely (1.7.4) is no exclusion in this section, and is not read as one. Of single features in preterm babies there is little evidence, broadly as at term (1.12.3); monitoring itself is in NICE's guideline on it (1.12.6), which is not read here.",
        "原文未印最早孕周;按22+0(原文论及胎儿处理的最早孕周,1.9.1)至36+6理解。“怀疑”指有症状或宫缩且已告知未临产;本节未以检测提示可能性小(1.7.4)为除外,此处亦不除外。早产儿各项胎监特征的证据有限,大致同足月(1.12.3);监护方法见NICE产时胎心监护指南(1.12.6),本软件未读。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.12.2", offer(treatments.monitoring_decision),
    row="FULL-NICE25-1.12.2", decision="birth",
    says=Text(
        "From 23+0 to 25+6 a senior obstetrician takes part in deciding whether and how the baby's heart is monitored.",
        "孕23+0–25+6周,是否及如何监护胎心须有高年资产科医生参与决定。",
    ),
    women=findings.singleton,
    when=all_of(labour, pregnancy.gestation >= weeks(23), pregnancy.gestation <= weeks(25, 6)),
    grade="[2015]", locus="1.12.2, p.19", read="full text",
    note=Text("With labour suspected or established, as in 1.12.1; both ends of the range are included.", "对象同1.12.1:怀疑或已临产;孕周含两端。"),
)  # fmt: skip

NG25.recommend(
    "1.12.5", offer(treatments.heart_rate_monitoring),
    row="FULL-NICE25-1.12.5", decision="birth",
    says=Text(
        "In established preterm labour without another risk she chooses: tracing from outside, or listening at intervals.",
        "已早产临产而无其他高危因素者,由其选择:体外持续胎监或间断听诊。",
    ),
    women=findings.singleton, when=in_labour,
    grade="offer [2015]", locus="1.12.5, p.19", read="full text",
    note=Text(
        "The other risks are listed in NICE's guideline on fetal monitoring in labour, which is not read here: the sentence carries the condition. No first week is printed; read from 22+0.",
        "其他高危因素见NICE产时胎心监护指南,本软件未读,条件写在句中。未印最早孕周,按22+0起理解。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.12.7", not_routinely(treatments.scalp_electrode),
    row="FULL-NICE25-1.12.7", decision="birth",
    says=Text(
        "Before 34+0 no scalp electrode, unless all of these hold: neither tracing from outside nor listening is possible, a senior obstetrician has been asked, the gain likely outweighs the risk, and the alternatives (birth at once, scans at intervals, no monitoring) were discussed with her and are unacceptable to her.",
        "孕34+0周前不用头皮电极,除非同时满足:无法体外胎监或听诊,已与高年资产科医生讨论,获益可能大于风险,且已与其讨论其他选择(立即分娩、间断超声、不监护)而其不接受。",
    ),
    women=findings.singleton, when=all_of(in_labour, pregnancy.gestation < weeks(34)),
    grade="do not [2015]", locus="1.12.7, p.19-20", read="full text",
    note=Text(
        "'Do not, unless all four' is read as 'not as a routine'. Established labour, from 22+0 (no first week is printed).",
        "“除非四项均满足否则不用”按“不作常规”理解。已临产者,22+0起(未印最早孕周)。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.12.8", consider(treatments.scalp_electrode),
    row="FULL-NICE25-1.12.8", decision="birth",
    says=Text(
        "From 34+0 to 36+6, where neither tracing from outside nor listening is possible, a scalp electrode is discussed with her.",
        "孕34+0–36+6周,无法体外胎监或听诊者,与其讨论头皮电极。",
    ),
    women=findings.singleton, when=all_of(established_preterm_labour, pregnancy.gestation >= weeks(34)),
    grade="discuss [2015]", locus="1.12.8, p.20", read="full text",
    note=Text("The document says to discuss. The sentence carries the condition; established labour.", "原文为“讨论”。条件写在句中;已临产者。"),
)  # fmt: skip

NG25.recommend(
    "1.12.9", do_not_offer(treatments.fetal_blood_sampling),
    row="FULL-NICE25-1.12.9", decision="birth",
    says=Text("Before 34+0 no fetal blood sampling.", "孕34+0周前不做胎儿头皮血取样。"),
    women=findings.singleton, when=all_of(in_labour, pregnancy.gestation < weeks(34)),
    grade="do not [2015]", locus="1.12.9, p.20", read="full text",
    note=Text("Established labour, from 22+0 (no first week is printed).", "已临产者,22+0起(未印最早孕周)。"),
)  # fmt: skip

NG25.recommend(
    "1.12.10", consider(treatments.fetal_blood_sampling),
    row="FULL-NICE25-1.12.10", decision="birth",
    says=Text(
        "From 34+0 to 36+6 fetal blood sampling is discussed where it likely gains more than it risks; she is told that a caesarean is likely if no sample can be had.",
        "孕34+0–36+6周,获益可能大于风险时与其讨论胎儿头皮血取样;并告知如取样不成可能需剖宫产。",
    ),
    women=findings.singleton, when=all_of(established_preterm_labour, pregnancy.gestation >= weeks(34)),
    grade="discuss [2015]; 1.12.11, what she is told [2015, amended 2020]", locus="1.12.10, 1.12.11, p.20", read="full text",
    note=Text("The document says to discuss. The sentence carries the condition; established labour. Two other NICE guidelines are named (1.12.11), which are not read here.", "原文为“讨论”。条件写在句中;已临产者。另提及两份NICE指南(1.12.11),本软件未读。"),
)  # fmt: skip

NG25.recommend(
    "1.13.1", offer(treatments.mode_of_birth_talk),
    row="FULL-NICE25-1.13.1", decision="birth",
    says=Text(
        "With labour suspected or established, or waters broken, vaginal and caesarean birth are talked over with her: that a caesarean this early is harder, often with an upright cut of the womb, and what that means for later pregnancies.",
        "怀疑或已临产、或胎膜早破者,与其讨论阴道分娩与剖宫产的利弊:此孕周剖宫产较困难,常需子宫纵切口,及其对以后妊娠的影响。",
    ),
    women=findings.singleton, when=labour_or_waters,
    grade="1.13.1 [2015]; 1.13.2, by her gestation [2015, amended 2022]", locus="1.13.1, 1.13.2, p.20-21", read="full text",
    note=MODE,
)  # fmt: skip

NG25.recommend(
    "1.13.3", inform(treatments.preterm_caesarean),
    row="FULL-NICE25-1.13.3", decision="birth",
    says=Text(
        "For the baby, caesarean birth has no known gain and no known harm; the evidence is very limited.",
        "就胎儿而言,剖宫产未见已知的益处或害处,但证据非常有限。",
    ),
    women=findings.singleton, when=labour_from_22,
    grade="[2015]", locus="1.13.3, p.21", read="full text", note=MODE,
)  # fmt: skip

NG25.recommend(
    "1.13.4", consider(treatments.preterm_caesarean),
    row="FULL-NICE25-1.13.4", decision="birth",
    says=Text(
        "From 26+0 to 36+6, with labour suspected, diagnosed or established and the baby breech, caesarean birth is considered.",
        "孕26+0–36+6周,怀疑、已诊断或已临产且为臀位者,考虑剖宫产。",
    ),
    women=findings.singleton,
    when=all_of(labour, pregnancy.gestation >= weeks(26), pregnancy.presentation.is_("breech")),
    grade="consider [2015]", locus="1.13.4, p.21", read="full text",
    note=Text(
        "Both ends of the range are included. Suspected: symptoms or contractions, with labour told as not established; a test that makes labour unlikely (1.7.4) is no exclusion in this section, and is not read as one.",
        "孕周含两端。“怀疑”指有症状或宫缩且已告知未临产;本节未以检测提示可能性小(1.7.4)为除外,此处亦不除外。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.14.1", offer(treatments.cord_clamping),
    row="FULL-NICE25-1.14.1", decision="birth",
    says=Text(
        "At the birth: at least 60 seconds before the cord is clamped, unless mother or baby needs it sooner; until then the baby lies at or below the level of the placenta.",
        "分娩时:至少等待60秒再断脐,除非母儿情况需提早;断脐前婴儿置于不高于胎盘的水平。",
    ),
    women=findings.singleton, when=all_of(birth_soon, from_22),
    grade="1.14.1 [2015, amended 2022]; 1.14.2, the level [2015]", locus="1.14.1, 1.14.2, p.21", read="full text", since=AMENDED,
    note=Text(
        "Meant for every preterm baby, however it is born: shown in established labour, or with a birth planned within 24 hours. No first week is printed; read from 22+0.",
        "对象为所有早产儿,不论分娩方式:在已临产或计划24小时内分娩时显示。未印最早孕周,按22+0起理解。",
    ),
)  # fmt: skip
