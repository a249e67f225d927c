"""ACOG Practice Bulletin 142, continued: what not to do, the operation, aftercare, emergencies and removal."""

from __future__ import annotations

from fullterm.guidelines.documents.us.acog_142 import ACOG142
from fullterm.guidelines.model import (
    Window,
    consider,
    do_not_offer,
    inform,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import ALWAYS, all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

vaginal_cerclage_planned = woman.cerclage_planned.is_("vaginal")
cerclage_planned = woman.cerclage_planned.is_("vaginal", "abdominal")
preterm_rupture = all_of(pregnancy.ruptured_membranes, pregnancy.gestation < weeks(37))

ACOG142.recommend(
    "REST", do_not_offer(treatments.bed_rest, treatments.abstinence),
    row="ACOG142-REST", decision="not_to_do",
    says=Text(
        "Restricting activity, bed rest and pelvic rest have not been proved effective against cervical insufficiency and are discouraged.",
        "限制活动、卧床和盆腔休息(禁性生活)对宫颈机能不全未证实有效,不鼓励采用。",
    ),
    when=woman.pregnant,
    grade="Level B", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "Pelvic rest is read as sexual abstinence. Read for every pregnant woman, the group this software serves.",
        "“盆腔休息”理解为禁性生活。按所有孕妇(本软件服务对象)理解。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "TECH", inform(treatments.technique),
    row="ACOG142-TECH", decision="operation",
    says=Text(
        "Modified McDonald and Shirodkar operations are both used; no suture material or technique has been shown to be superior.",
        "改良McDonald与Shirodkar术均可采用;尚未证明哪种缝线或术式更优。",
    ),
    when=vaginal_cerclage_planned,
    grade="Level B", locus="Summary of Recommendations and Conclusions", read="abstract",
)  # fmt: skip

ACOG142.recommend(
    "ABX", not_routinely(treatments.antibiotics, treatments.tocolysis),
    row="ACOG142-ABX", decision="not_to_do",
    says=Text(
        "Neither antibiotics nor prophylactic tocolytics improve the efficacy of cerclage, whatever its timing or indication.",
        "无论环扎时机与指征,抗生素和预防性宫缩抑制剂均不能提高环扎效果。",
    ),
    when=cerclage_planned,
    grade="Level B", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "The sentence reports no benefit; it is read as advice against routine use.",
        "原句称未见获益,此处理解为不作常规。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "PREOP", offer(treatments.first_trimester_scan, treatments.anomaly_scan),
    row="ACOG142-PREOP", decision="operation",
    says=Text(
        "Before a cerclage, ultrasound confirms that the fetus is alive and looks for anomalies.",
        "环扎前超声确认胎儿存活并排查畸形。",
    ),
    when=all_of(woman.pregnant, cerclage_planned),
    grade="-", locus="discussion; page not seen", read="recalled",
    note=Text("Recalled, not seen.", "仅凭回忆,未见原文。"),
)  # fmt: skip

ACOG142.recommend(
    "COMPL", inform(treatments.information),
    row="ACOG142-COMPL", decision="counselling",
    says=Text(
        "The overall risk of cerclage is low: rupture of membranes, chorioamnionitis, cervical tears and a displaced suture occur, more often once membranes have ruptured or the cervix has opened; rupture of the uterus and maternal septicaemia are extremely rare.",
        "环扎总体风险低:可有胎膜破裂、绒毛膜羊膜炎、宫颈裂伤、缝线移位,胎膜已破或宫口已开者更多;子宫破裂和母体败血症极罕见。",
    ),
    when=cerclage_planned,
    grade="-", locus="Potential harms (NGC 10211)", read="abstract",
    note=Text("The record gives no percentages.", "该记录未给出百分比。"),
)  # fmt: skip

ACOG142.recommend(
    "SURV-POST", not_routinely(treatments.serial_scans),
    row="ACOG142-SURV-POST", decision="aftercare",
    says=Text(
        "Measuring the cervix by ultrasound after a cerclage was considered and is not recommended.",
        "环扎后以超声监测宫颈长度:经讨论,不予推荐。",
    ),
    women=findings.has_suture, when=ALWAYS,
    grade="-", locus="interventions considered but not recommended (NGC 10211)", read="abstract",
)  # fmt: skip

ACOG142.recommend(
    "PPROM-1", inform(treatments.keep_suture),
    row="ACOG142-PPROM", decision="emergencies",
    says=Text(
        "In some but not all studies, leaving the cerclage in after the membranes ruptured before term went with more neonatal death from sepsis, respiratory distress and maternal chorioamnionitis.",
        "部分(并非全部)研究显示,未足月胎膜早破后保留缝线者,新生儿败血症死亡、呼吸窘迫及母体绒毛膜羊膜炎增多。",
    ),
    women=findings.has_suture,
    when=preterm_rupture,
    grade="-", locus="Potential harms (NGC 10211)", read="abstract",
    note=Text(
        "Preterm is read as before 37+0. Only the harms were seen; the choice itself is in PPROM-2.",
        "未足月按37+0之前理解。仅见危害部分;如何选择见PPROM-2。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "PPROM-2", uncertain(treatments.suture_removal, treatments.keep_suture),
    row="ACOG142-PPROM", decision="emergencies",
    says=Text(
        "After preterm rupture of membranes with a cerclage in place, removing it and leaving it are both reasonable.",
        "带环扎发生未足月胎膜早破时,拆线或保留均属合理。",
    ),
    women=findings.has_suture,
    when=preterm_rupture,
    grade="-", locus="discussion; page not seen", read="secondary",
    note=Text(
        "Seen only in a summary without attribution. That antibiotics are not prolonged beyond 7 days when the suture is kept is recalled.",
        "仅见于未注明出处的摘要。“保留缝线时抗生素不超过7天”为回忆。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "LABOUR", offer(treatments.suture_removal),
    row="ACOG142-LABOUR", decision="emergencies",
    says=Text(
        "In preterm labour with a cerclage, the suture is removed when change of the cervix, painful contractions or bleeding progress.",
        "带环扎早产临产,宫颈改变、痛性宫缩或出血进展时拆除缝线。",
    ),
    women=findings.has_vaginal_suture,
    when=any_of(pregnancy.labour, all_of(pregnancy.contractions, any_of(findings.dilated, pregnancy.bleeding))),
    grade="-", locus="discussion; page not seen", read="recalled",
    note=Text("Recalled, not seen; 'progress' is left to the doctor.", "仅凭回忆,未见原文;“进展”由医生判断。"),
)  # fmt: skip

ACOG142.recommend(
    "REM-1", offer(treatments.suture_removal),
    row="ACOG142-REM", decision="removal",
    says=Text(
        "An uncomplicated McDonald suture is removed at 36 to 37 weeks.", "无并发症的McDonald缝线在36–37周拆除。"
    ),
    women=findings.has_vaginal_suture,
    when=pregnancy.suture.is_("mcdonald"),
    window=Window(weeks(36), weeks(37, 1)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "The days are undefined: 36+0 to 37+0 is our reading. 'Uncomplicated' is not asked: a complication brings removal forward and never past this window. A Shirodkar suture is not mentioned.",
        "天数未定义,按36+0至37+0理解。不另问“无并发症”:并发症只会使拆线提前,不会推迟。未提及Shirodkar缝线。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "REM-2", consider(treatments.suture_removal),
    row="ACOG142-REM", decision="removal",
    says=Text(
        "For most women a McDonald suture can suitably be removed in the consulting room.", "多数McDonald缝线可在门诊诊室拆除。"
    ),
    women=findings.has_vaginal_suture,
    when=pregnancy.suture.is_("mcdonald"),
    window=Window(weeks(36), weeks(37, 1)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
)  # fmt: skip

ACOG142.recommend(
    "REM-CS", consider(treatments.keep_suture),
    row="ACOG142-REM-CS", decision="removal",
    says=Text(
        "When an elective caesarean is planned at 39 weeks or later, removal may wait until the birth, weighed against labour starting by itself between 37 and 39 weeks.",
        "计划39周及以后择期剖宫产者,可推迟到剖宫产时拆线,但须权衡37–39周自然临产的可能。",
    ),
    women=findings.has_vaginal_suture,
    when=all_of(pregnancy.planned_caesarean, pregnancy.planned_caesarean_at >= weeks(39)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text("39 weeks is read as 39+0, included.", "39周按39+0(含)理解。"),
)  # fmt: skip
