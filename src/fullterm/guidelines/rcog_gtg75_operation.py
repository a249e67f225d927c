"""RCOG Green-top 75, Cervical cerclage (2022). Sections 9.3 to 11: information, before and at the operation.

Written from `clinical/guidelines-english.md` section 4.3, whose author read the complete document (S1). Not yet read
against the source by a clinician.
"""

from __future__ import annotations

from fullterm.guidelines.model import consider, do_not_offer, inform, not_routinely, offer
from fullterm.guidelines.rcog_gtg75 import RCOG75
from fullterm.guidelines.rcog_gtg75_emergency import emergency_to_27
from fullterm.logic.language import all_of
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

planned = woman.cerclage_planned_for.is_("history", "ultrasound", "examination")
not_emergency = woman.cerclage_planned_for.is_("history", "ultrasound")
shortened_or_open = woman.cerclage_planned_for.is_("ultrasound", "examination")
rescue = woman.cerclage_planned_for.is_("examination")

# -- 9.3: information and consent -------------------------------------------------------------------------------

RCOG75.recommend(
    "INFO-1", offer(treatments.information),
    row="RCOG75-INFO-1", decision="counselling",
    says=Text(
        "Before a history- or ultrasound-indicated cerclage the woman is given information by word and in writing.",
        "病史指征或超声指征环扎前,应给予口头及书面告知。",
    ),
    when=not_emergency, grade="D; D; GPP", locus="§9.3, p.1193", read="full text",
    note=Text(
        "Three grades are printed for the parts of this passage; which belongs to the written information was not noted.",
        "该段各部分共印有三个分级,未注明书面告知对应哪一级。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "INFO-1R", inform(treatments.information),
    row="RCOG75-INFO-1", decision="counselling",
    says=Text(
        "Every cerclage carries a small risk of injury to the bladder, trauma to the cervix, rupture of the membranes and bleeding, the cervix may tear if labour comes with the suture in place, and a high vaginal suture usually needs an anaesthetic for removal.",
        "任何环扎均有少量膀胱损伤、宫颈损伤、胎膜破裂和出血风险;带缝线临产可致宫颈撕裂;经阴道高位缝线拆除通常需麻醉。",
    ),
    when=planned, grade="D; D; GPP", locus="§9.3, p.1193", read="full text",
    note=Text(
        "In the document's table of §9.3 the row on laceration carries the rationale that belongs to pyrexia (INFO-2).",
        "原文§9.3表中,宫颈撕裂一行所附的是发热(INFO-2)的依据。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "INFO-2", inform(treatments.information),
    row="RCOG75-INFO-2", decision="counselling",
    says=Text(
        "A cerclage that is not an emergency does not raise the risk of preterm prelabour rupture of the membranes, chorioamnionitis, induction or caesarean, nor of preterm birth or second-trimester loss; fever after it is twice as frequent.",
        "非紧急环扎不增加未足月胎膜早破、绒毛膜羊膜炎、引产或剖宫产,也不增加早产或中孕期流产;发热约增加一倍。",
    ),
    when=not_emergency, grade="1+, B", locus="§9.3, p.1193–1194", read="full text",
    note=Text(
        "In the document's table of §9.3 the rationale on pyrexia stands in the row on laceration.",
        "原文§9.3表中,发热的依据误列于宫颈撕裂一行。",
    ),
)  # fmt: skip

# -- 10: before the operation -----------------------------------------------------------------------------------

RCOG75.recommend(
    "PRE-1", offer(treatments.first_trimester_scan),
    row="RCOG75-PRE-1", decision="operation",
    says=Text(
        "Before a history-indicated cerclage the first-trimester scan and screening for aneuploidy come first, to show a living single fetus without lethal or major anomaly.",
        "病史指征环扎前,先完成早孕超声与非整倍体筛查,确认单胎存活且无致死或重大畸形。",
    ),
    when=woman.cerclage_planned_for.is_("history"), grade="GPP", locus="§10.1, p.1194", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "PRE-2", consider(treatments.anomaly_scan),
    row="RCOG75-PRE-2", decision="operation",
    says=Text(
        "Before an ultrasound-indicated or emergency cerclage it is preferable that an anomaly scan has been done.",
        "超声指征或紧急环扎前,最好已完成胎儿畸形筛查。",
    ),
    when=shortened_or_open, grade="GPP", locus="§10.1, p.1194", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "PRE-3", consider(treatments.white_count_crp),
    row="RCOG75-PRE-3", decision="investigations",
    says=Text(
        "Before an emergency cerclage, white cell count and C-reactive protein may help to decide; without clinical chorioamnionitis the operation does not wait for them.",
        "紧急环扎前,白细胞与C反应蛋白可辅助决策;无临床绒毛膜羊膜炎时不因等待结果而延误手术。",
    ),
    when=emergency_to_27, grade="2–, D", locus="§10.1, p.1195", read="full text",
    note=Text(
        "No values are given. Limited to 27+6, the end of the document's definition of emergency cerclage; §9.1 calls it rarely justified beyond 24 weeks.",
        "原文未给出数值。以本指南紧急环扎定义的27+6为限;§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "AMNIO", not_routinely(treatments.amniocentesis),
    row="RCOG75-AMNIO", decision="investigations",
    says=Text(
        "Amniocentesis is not recommended as a routine before an ultrasound-indicated or emergency cerclage.",
        "超声指征或紧急环扎前不推荐常规羊膜腔穿刺。",
    ),
    when=shortened_or_open, grade="GPP", locus="§10.2, p.1195", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "AMNIO-S", consider(treatments.amniocentesis),
    row="RCOG75-AMNIO", decision="investigations",
    says=Text(
        "Amniocentesis may be done before such a cerclage when infection in the womb is suspected.",
        "怀疑宫内感染时,环扎前可行羊膜腔穿刺。",
    ),
    when=all_of(woman.pregnant, shortened_or_open, pregnancy.infection_suspected), grade="3, D", locus="§10.2, p.1195", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "AMNRED", do_not_offer(treatments.amnioreduction),
    row="RCOG75-AMNRED", decision="not_to_do",
    says=Text("No amnioreduction before an emergency cerclage.", "紧急环扎前不应行羊水减量。"),
    when=rescue, grade="3, D", locus="§10.2.1, p.1196", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "LAT", inform(treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="RCOG75-LAT", decision="operation",
    says=Text(
        "How long to wait between finding the change of the cervix and placing the suture is decided for the individual.",
        "从发现宫颈改变到缝扎的观察时间应个体化。",
    ),
    when=shortened_or_open, grade="GPP", locus="§10.2.2, p.1196", read="full text",
    note=Text("No time is given.", "原文未给出时限。"),
)  # fmt: skip

RCOG75.recommend(
    "SWAB", not_routinely(treatments.genital_swabs),
    row="RCOG75-SWAB", decision="not_to_do",
    says=Text(
        "The genital tract is not screened for infection as a routine before cerclage; a positive swab leads to an individual decision with microbiology.",
        "环扎前不常规行生殖道感染筛查;培养阳性者与微生物科个体化决定。",
    ),
    when=planned, grade="GPP", locus="§10.2.3, p.1197", read="full text",
)  # fmt: skip

# -- 11: the operation ------------------------------------------------------------------------------------------

RCOG75.recommend(
    "TOCO", not_routinely(treatments.tocolysis),
    row="RCOG75-TOCO", decision="not_to_do",
    says=Text("No routine tocolysis around the operation; the individual case decides.", "围手术期不常规使用宫缩抑制剂,应个体化。"),
    when=planned, grade="GPP", locus="§11.1, p.1197", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "ABX", consider(treatments.antibiotics),
    row="RCOG75-ABX", decision="operation",
    says=Text("Antibiotic prophylaxis at cerclage is at the discretion of the operating team.", "环扎时是否预防性使用抗生素由手术团队决定。"),
    when=planned, grade="1–, C", locus="§11.2, p.1197–1198", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "ANAES", inform(treatments.anaesthesia),
    row="RCOG75-ANAES", decision="operation",
    says=Text(
        "General or regional anaesthesia for cerclage is chosen by the team together with the woman.",
        "环扎采用全身或区域麻醉,由团队与孕妇共同选择。",
    ),
    when=planned, grade="2+, B", locus="§11.3, p.1198", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "DAY", consider(treatments.day_case),
    row="RCOG75-DAY", decision="operation",
    says=Text("An elective cerclage through the vagina is safe as a day case.", "择期经阴道环扎可安全地作为日间手术。"),
    when=all_of(not_emergency, woman.cerclage_planned.is_("vaginal")),
    grade="2+, C", locus="§11.4, p.1198", read="full text",
    note=Text("'Elective' is read as history- or ultrasound-indicated.", "“择期”按病史或超声指征理解。"),
)  # fmt: skip

RCOG75.recommend(
    "TECH-1", offer(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text("The suture is non-absorbable; its material is at the surgeon's discretion.", "使用不可吸收缝线,材料由术者决定。"),
    when=planned, grade="GPP", locus="§11.5, p.1199", read="full text",
    note=Text("The four grades of §11.5 are taken in the order of its four statements.", "§11.5的四个分级按其四句顺序对应。"),
)  # fmt: skip

RCOG75.recommend(
    "TECH-2", offer(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text(
        "A low or a high technique through the vagina is at the surgeon's discretion, but the suture lies as high as practically possible.",
        "经阴道低位或高位术式由术者决定,但缝线应尽可能靠上。",
    ),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="C", locus="§11.5, p.1199", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "TECH-3", inform(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text("Two sutures have shown no advantage over one.", "两道缝线与一道相比未见差异。"),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="B", locus="§11.5, p.1199", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "TECH-4", not_routinely(treatments.occlusion_suture),
    row="RCOG75-TECH", decision="operation",
    says=Text("No routine additional suture to occlude the external os.", "不常规加做宫颈外口封闭缝合。"),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="C", locus="§11.5, p.1199", read="full text",
)  # fmt: skip
