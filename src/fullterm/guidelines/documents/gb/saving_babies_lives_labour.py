"""Saving Babies' Lives v3.1: symptoms of preterm labour: what foresees it, stopping it, where to be (5.9, 5.18, 5.19).

The page of the birth itself is `_birth`. Stopping labour and the place of birth are meant for one baby and for several:
5.19 names both. Where no first week is printed it is read from 22+0, the first in which the document speaks of anything
for the baby (5.20, 5.21); each note says so.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.saving_babies_lives import SBL3
from fullterm.guidelines.model import Window, consider, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import (
    established_preterm_labour,
    planned_early,
    suspected_preterm_labour,
    symptoms_of_preterm_labour,
)

from_22 = pregnancy.gestation >= weeks(22)
to_33_6 = all_of(from_22, pregnancy.gestation <= weeks(33, 6))
symptoms = all_of(symptoms_of_preterm_labour, from_22)
labour = any_of(established_preterm_labour, suspected_preterm_labour)
place = all_of(any_of(established_preterm_labour, symptoms_of_preterm_labour, planned_early), from_22)
against_stopping = any_of(pregnancy.bleeding, pregnancy.infection, pregnancy.infection_suspected)
SYMPTOMS = Text(
    "Symptoms of preterm labour or contractions, before 37+0 and from 22+0 (no week is printed); once labour is established there is nothing left to foresee. A multiple pregnancy is left to NICE (5.6), though 5.9 stands under 'All women'. Broken waters are not excluded here, as the document does not; the NICE guidance it cites on the tests is of intact ones (p.54). The document refers to NICE and the British networks for more.",
    "指37+0前、22+0起(未印孕周)有早产临产症状或宫缩者;一旦临产即无须再预测。多胎遵循NICE(5.6),虽5.9列于“所有妇女”之下。原文未排除破膜者,此处亦未排除;其所引NICE检测指南限胎膜完整者(第54页)。原文另参见NICE及英国各专业网络。",
)
PLACE = Text(
    "Symptoms suggestive of preterm labour (or contractions, or established labour), or a preterm birth planned. Before 37+0 (p.52); no first week is printed; read from 22+0 (5.20). Waters broken without symptoms are not named.",
    "对象为有早产临产症状(或宫缩、已临产)或计划早产分娩者。37+0前(第52页);未印最早孕周,按22+0起(5.20)。仅破膜而无症状者原文未及。",
)

SBL3.recommend(
    "5.9", offer(treatments.labour_fibronectin),
    row="FULL-SBL3-5.9", decision="investigations",
    says=Text(
        "A woman with symptoms is assessed with quantitative fetal fibronectin and a tool such as QUiPP or QUIDS, to predict better and decide with her.",
        "有症状者以定量胎儿纤维连接蛋白及QUiPP、QUIDS等工具评估,以改善预测并与其共同决定。",
    ),
    women=findings.not_multiple, when=symptoms, unless=pregnancy.labour,
    grade="-", locus="5.9, 5.4, p.47", read="full text", note=SYMPTOMS,
)  # fmt: skip

SBL3.recommend(
    "5.9-scan", consider(treatments.labour_scan),
    row="FULL-SBL3-5.9-scan", decision="investigations",
    says=Text(
        "With symptoms, a transvaginal scan of the cervix may be used too, with or without fibronectin.",
        "有症状者亦可经阴道测量宫颈,可与纤维连接蛋白同用或单用。",
    ),
    women=findings.not_multiple, when=symptoms, unless=pregnancy.labour,
    grade="may", locus="5.9, p.47", read="full text", note=SYMPTOMS,
)  # fmt: skip

SBL3.recommend(
    "F-biomarkers", not_routinely(treatments.labour_biomarkers),
    row="FULL-SBL3-F-biomarkers", decision="investigations",
    says=Text(
        "Outside research, PAMG-1 and IGFBP-1 are not used as a routine.",
        "除研究外,不推荐常规使用PAMG-1和IGFBP-1检测。",
    ),
    women=findings.not_multiple, when=symptoms, unless=pregnancy.labour,
    grade="-", locus="Appendix F, p.85", read="full text",
    note=Text(
        "As tests for preterm labour (it cites NICE DG33); broken waters are another use. The sentence names no women and no weeks: read for those of 5.9, from 22+0, though it would hold without symptoms too. Not for a multiple pregnancy (5.6).",
        "指用于诊断早产临产(引自NICE DG33);诊断胎膜早破为另一用途。原文未指明对象与孕周:按5.9对象、22+0起理解,无症状者其实亦然。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.18", consider(treatments.tocolysis, treatments.nifedipine),
    row="FULL-SBL3-5.18", decision="emergencies",
    says=Text(
        "Tocolysis may be used where a short delay is wanted, for a transfer before birth and probably for steroids or magnesium to work: no longer than 48 hours. Unless contraindicated, nifedipine is preferred.",
        "需短暂延迟分娩时(宫内转运,及大概为使激素、硫酸镁起效)可用宫缩抑制剂,不超过48小时。无禁忌者首选硝苯地平。",
    ),
    when=all_of(labour, to_33_6), unless=against_stopping, window=Window(weeks(22), weeks(34)),
    grade="may", locus="5.18, p.48", read="full text",
    note=Text(
        "No week is printed: read from 22+0 to 33+6, those of the steroids and magnesium it is to gain time for; labour suspected or established. Suspected: symptoms or contractions, with labour told as not established. Contraindications are mentioned, none is named: that bleeding or infection, suspected too, excludes it is this software's own safety rule. Several babies too (5.19 names both), though 5.6 leaves them to NICE.",
        "未印孕周:按其所争取时间的激素、硫酸镁孕周(22+0–33+6)理解;指怀疑或已临产。“怀疑”指有症状或宫缩且已告知未临产。原文提及禁忌而未列:出血、感染(含可疑)除外为本软件的安全规则。多胎亦同(5.19兼及两者),虽5.6将多胎留待NICE。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.18-after", inform(treatments.tocolysis),
    row="FULL-SBL3-5.18-after", decision="emergencies",
    says=Text(
        "No evidence shows that going on with tocolysis helps; oxytocin antagonists and calcium channel blockers appear to delay birth by more than 48 hours.",
        "无证据表明维持性宫缩抑制有益;催产素拮抗剂和钙通道阻滞剂似可延迟分娩48小时以上。",
    ),
    when=all_of(labour, to_33_6),
    grade="-", locus="5.18, p.48", read="full text",
    note=Text("For whom as in 5.18, bleeding and infection or not.", "对象同5.18,不论有无出血、感染。"),
)  # fmt: skip

SBL3.recommend(
    "5.19a", offer(treatments.place_of_birth),
    row="FULL-SBL3-5.19", decision="emergencies",
    says=Text(
        "One baby, before 27 weeks: she is cared for in a maternity unit on one site with a neonatal intensive care unit; a baby who will need more than the local unit can give is moved before birth whenever possible.",
        "单胎,27周前:在与新生儿重症监护室同址的产科诊治;预计救治需求超出本地能力者,尽可能在分娩前宫内转运。",
    ),
    women=findings.singleton, when=all_of(place, pregnancy.gestation < weeks(27)),
    grade="should", locus="5.19 a, p.48", read="full text", note=PLACE,
)  # fmt: skip

SBL3.recommend(
    "5.19b", offer(treatments.place_of_birth),
    row="FULL-SBL3-5.19", decision="emergencies",
    says=Text(
        "Several babies, before 28 weeks: she is cared for in a maternity unit on one site with a neonatal intensive care unit; babies who will need more than the local unit can give are moved before birth whenever possible.",
        "多胎,28周前:在与新生儿重症监护室同址的产科诊治;预计救治需求超出本地能力者,尽可能在分娩前宫内转运。",
    ),
    women=findings.multiple, when=all_of(place, pregnancy.gestation < weeks(28)),
    grade="should", locus="5.19 b, p.48", read="full text", note=PLACE,
)  # fmt: skip

SBL3.recommend(
    "5.19c", offer(treatments.place_of_birth),
    row="FULL-SBL3-5.19", decision="emergencies",
    says=Text(
        "At any week, an estimated weight under 800 g: the same place. Whatever the weight, a baby who will need more than the local unit can give is moved before birth whenever possible.",
        "不论孕周,估计胎儿体重<800 g者:同上处所。不论体重,预计救治需求超出本地能力者,尽可能在分娩前宫内转运。",
    ),
    when=place,
    grade="should", locus="5.19 c, p.48", read="full text",
    note=Text(
        "The weight is not recorded: the sentence carries the condition. Symptoms or a planned birth before 37+0; from 22+0; for one baby and several.",
        "体重未记录,条件写在句中。37+0前有症状或计划分娩者;22+0起;单胎、多胎均是。",
    ),
)  # fmt: skip
