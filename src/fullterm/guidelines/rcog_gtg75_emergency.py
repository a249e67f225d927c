"""RCOG Green-top 75, Cervical cerclage (2022). Sections 8 and 9: abdominal and emergency cerclage, contraindications.

Written from `clinical/guidelines-english.md` section 4.2, whose author read the complete document (S1). Not yet read
against the source by a clinician.
"""

from __future__ import annotations

from fullterm.guidelines.model import Window, consider, do_not_offer, inform, not_routinely, offer
from fullterm.guidelines.rcog_gtg75 import RCOG75, contraindicated, exposed
from fullterm.logic.language import all_of, any_of, cm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

vaginal_cerclage_failed = findings.failed_vaginal_cerclage
extensive_surgery = any_of(
    findings.trachelectomy, all_of(findings.cervical_surgery, woman.transvaginal_cerclage_impossible)
)
emergency = all_of(woman.pregnant, findings.dilated, exposed)
emergency_to_27 = all_of(emergency, pregnancy.gestation <= weeks(27, 6))

# -- 8: abdominal cerclage --------------------------------------------------------------------------------------

RCOG75.recommend(
    "TAC-1", consider(treatments.abdominal_cerclage),
    row="RCOG75-TAC-1", decision="route",
    says=Text(
        "An abdominal cerclage may be discussed with and considered for a woman in whom a cerclage through the vagina was unsuccessful.",
        "既往经阴道环扎失败者,可与其讨论并考虑经腹环扎。",
    ),
    women=findings.not_multiple, when=vaginal_cerclage_failed, unless=contraindicated, window=Window(None, weeks(14)),
    grade="1+, A", locus="§8.1 p.1189, Key recommendation 4", read="full text",
    note=Text(
        "The grade was printed as D and corrected to A on 10 March 2023. 'Unsuccessful' has no gestation in the document; it is read as a pregnancy with a vaginal suture that ended by itself from 14+0 to 33+6, whatever the indication of the suture; a birth soon after the planned removal (from 36+1) is no failure, and between 34+0 and 36+0 the doctor judges. 'Early pregnancy' (TAC-2) is read as before 14+0.",
        "推荐强度原印D级,2023年3月10日更正为A级。原文未给出“失败”的孕周,此处指经阴道环扎后于14+0至33+6自然终止的妊娠,不论环扎指征;按计划拆线(36+1起)后不久分娩不属失败,34+0至36+0由医生判断。“早孕期”(TAC-2)按14+0前理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-1S", consider(treatments.abdominal_cerclage),
    row="RCOG75-TAC-1", decision="route",
    says=Text(
        "The text also names a woman with extensive surgery to the cervix as one for whom an abdominal cerclage may be considered.",
        "正文亦提到宫颈广泛手术后的妇女可考虑经腹环扎。",
    ),
    women=findings.not_multiple, when=extensive_surgery, unless=contraindicated, window=Window(None, weeks(14)),
    grade="-", locus="§8.1 text, p.1189", read="full text",
    note=Text(
        "'Extensive' is not defined; it is read as a trachelectomy, or other cervical surgery that leaves too little cervix for a suture through the vagina. 'Early pregnancy' is read as before 14+0.",
        "“广泛”未定义,按宫颈切除术,或术后宫颈过短无法经阴道缝扎理解。“早孕期”按14+0前理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-2", inform(treatments.abdominal_cerclage),
    row="RCOG75-TAC-2", decision="route",
    says=Text(
        "An abdominal cerclage can be placed before conception or in early pregnancy; before conception it may be more effective, and it does not reduce fertility.",
        "经腹环扎可于孕前或早孕期进行;孕前进行可能更有效,且不降低生育力。",
    ),
    women=findings.not_multiple, when=any_of(vaginal_cerclage_failed, extensive_surgery), window=Window(None, weeks(14)),
    grade="4, GPP", locus="§8.1, p.1189", read="full text",
    note=Text("'Early pregnancy' has no bounds in the document; it is read as before 14+0.", "原文未界定“早孕期”,按14+0前理解。"),
)  # fmt: skip

RCOG75.recommend(
    "TAC-3", consider(treatments.laparoscopic_route),
    row="RCOG75-TAC-3", decision="route",
    says=Text(
        "Where the expertise exists, an abdominal cerclage by laparoscopy is as effective as by laparotomy and has fewer complications.",
        "在具备技术条件处,腹腔镜经腹环扎疗效与开腹相当,并发症更少。",
    ),
    women=findings.not_multiple, when=any_of(vaginal_cerclage_failed, extensive_surgery),
    unless=contraindicated, window=Window(None, weeks(14)),
    grade="2+, C", locus="§8.2, p.1190", read="full text",
    note=Text(
        "The women are those of TAC-1 and TAC-1S; the contraindications of §9.2 and 'early pregnancy', read as before 14+0, hold here too.",
        "对象同TAC-1与TAC-1S;§9.2禁忌证及“早孕期”(按14+0前理解)在此同样适用。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS", offer(treatments.specialist_opinion),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "When a pregnancy is lost with an abdominal suture in place, a senior obstetrician leads the decisions.",
        "经腹环扎在位而发生流产时,应由高年资产科医生主导决策。",
    ),
    women=findings.has_abdominal_suture, when=all_of(woman.pregnant, pregnancy.lost_with_suture),
    grade="GPP", locus="§8.3, p.1191", read="full text",
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS-18", consider(treatments.evacuation_through_suture),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "A pregnancy lost with an abdominal suture in place can be evacuated through it, by suction or dilatation and evacuation, up to 18 weeks.",
        "经腹环扎在位发生的流产,孕18周以内可带缝线行负压吸引或钳刮术。",
    ),
    women=findings.has_abdominal_suture,
    when=all_of(woman.pregnant, pregnancy.lost_with_suture, pregnancy.gestation <= weeks(18)),
    grade="4, D", locus="§8.3, p.1191", read="full text",
    note=Text("'Up to 18 weeks' is read as including 18+0 and no later day.", "“至18周”按含18+0、不含其后理解。"),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS-CUT", consider(treatments.suture_removal, treatments.caesarean),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "Otherwise the abdominal suture is cut, through the posterior fornix (posterior colpotomy), and failing that the uterus is emptied by hysterotomy or caesarean.",
        "否则经后穹隆切开剪断缝线;若不成功,则行子宫切开取胎或剖宫产。",
    ),
    women=findings.has_abdominal_suture, when=all_of(woman.pregnant, pregnancy.lost_with_suture),
    grade="4, D", locus="§8.3, p.1191", read="full text",
    note=Text("Also open before 18 weeks, as the other way to TAC-LOSS-18.", "18周前亦可作为TAC-LOSS-18之外的选择。"),
)  # fmt: skip

# -- 9: emergency cerclage --------------------------------------------------------------------------------------

RCOG75.recommend(
    "DEF-EM", consider(treatments.rescue_cerclage),
    row="RCOG75-DEF-EM", decision="emergencies",
    says=Text(
        "By the document's definition an emergency cerclage, when the cervix has opened too early with the membranes exposed in the vagina, can be considered up to 27+6.",
        "按本指南定义,宫口过早扩张且胎膜暴露于阴道时,紧急环扎可考虑至孕27+6周。",
    ),
    women=findings.not_multiple, when=emergency_to_27, unless=contraindicated, window=Window(None, weeks(28)),
    grade="-", locus="§4, p.1181", read="full text",
    note=Text(
        "The document contradicts itself: this definition allows up to 27+6, while its §9.1 says that it can rarely be justified beyond 24 weeks (EM-4B). Membranes visible at the external os are read as exposed, since EM-3 treats membranes beyond it as the worse part. No lower limit is given. The document is silent on multiple pregnancy.",
        "原文前后不一:本定义允许至27+6,而§9.1称24周后极少合理(EM-4B)。胎膜在外口可见按暴露理解,因EM-3将膨出外口列为更差者。未给出孕周下限;未提及多胎。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-1", offer(treatments.specialist_opinion),
    row="RCOG75-EM-1", decision="emergencies",
    says=Text(
        "The decision for an emergency cerclage is made for the individual, with a senior obstetrician and the parents' views, weighing a longer pregnancy against survival with severe morbidity.",
        "紧急环扎应个体化,由高年资产科医生参与并尊重父母意愿,权衡延长孕周与存活伴严重病残的可能。",
    ),
    women=findings.not_multiple, when=emergency_to_27, unless=contraindicated,
    grade="2+, D", locus="§9.1, p.1191", read="full text",
    note=Text(
        "Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1.",
        "按§4定义可至27+6,而§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-2", inform(treatments.rescue_cerclage),
    row="RCOG75-EM-2", decision="counselling",
    says=Text(
        "In a singleton pregnancy an emergency cerclage delays birth by about 34 days (confidence interval 18 to 50) against waiting, with about half the chance of birth before 34 weeks; data on the babies are limited.",
        "单胎紧急环扎较期待治疗平均延长约34天(置信区间18–50),34周前分娩的机会约减半;新生儿资料有限。",
    ),
    women=findings.not_multiple, when=emergency_to_27, grade="2–, B", locus="§9.1 p.1191–1192, Key recommendation 5", read="full text",
    note=Text(
        "Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1.",
        "按§4定义可至27+6,而§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-3", inform(treatments.rescue_cerclage),
    row="RCOG75-EM-3", decision="emergencies",
    says=Text(
        "With the cervix open more than 4 cm, or the membranes beyond the external os, an emergency cerclage has a high chance of failure.",
        "宫口扩张超过4 cm或胎膜膨出宫颈外口者,紧急环扎失败可能性大。",
    ),
    women=findings.not_multiple,
    when=all_of(emergency_to_27, any_of(pregnancy.dilatation > cm(4), pregnancy.membranes.is_("bulging"))),
    grade="3, D", locus="§9.1, p.1192", read="full text",
    note=Text(
        "Prognostic, not a stated contraindication. Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1.",
        "属预后信息,原文未列为禁忌证。按§4定义可至27+6,而§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-4A", inform(treatments.rescue_cerclage),
    row="RCOG75-EM-4", decision="emergencies",
    says=Text(
        "An emergency cerclage placed before 20 weeks is highly likely still to end in a birth before 28 weeks.",
        "孕20周前行紧急环扎,仍极可能在28周前分娩。",
    ),
    women=findings.not_multiple, when=all_of(emergency, pregnancy.gestation < weeks(20)),
    grade="-", locus="§9.1 text, p.1192", read="full text",
    note=Text("'Before 20 weeks' is read as up to 19+6.", "“20周前”按至19+6理解。"),
)  # fmt: skip

RCOG75.recommend(
    "EM-4B", not_routinely(treatments.rescue_cerclage),
    row="RCOG75-EM-4", decision="emergencies",
    says=Text(
        "After 24 weeks there is seldom a case for an emergency cerclage, because the operation itself may rupture the membranes.",
        "孕24周后紧急环扎极少合理,因手术本身可能致胎膜破裂。",
    ),
    women=findings.not_multiple, when=all_of(emergency, pregnancy.gestation > weeks(24)),
    grade="-", locus="§9.1 text, p.1192", read="full text",
    note=Text(
        "The document contradicts itself: its definition in §4 allows an emergency cerclage up to 27+6 (DEF-EM). 'Beyond 24 weeks' is read as after 24+0. 'Rarely justified' is read as not routine, rather than never.",
        "原文前后不一:§4定义允许紧急环扎至27+6(DEF-EM)。“24周后”按24+0以后理解;“极少合理”按不常规而非绝不理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "CI",
    do_not_offer(
        treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage,
        treatments.abdominal_cerclage,
    ),
    row="RCOG75-CI", decision="cerclage",
    says=Text(
        "Cerclage is contraindicated by active preterm labour, clinical chorioamnionitis, continuing vaginal bleeding, ruptured membranes, fetal compromise, a lethal fetal defect or fetal death.",
        "环扎禁忌证:早产临产、临床绒毛膜羊膜炎、持续阴道出血、未足月胎膜早破、胎儿窘迫、致死性胎儿畸形或胎儿死亡。",
    ),
    when=contraindicated, grade="4, GPP", locus="§9.2, p.1193", read="full text",
    note=Text(
        "'Continuing' bleeding is read as bleeding today. The list names no indication or route and is taken for every one. One lethal defect or death in a multiple pregnancy is not discussed by the document.",
        "“持续”出血按今日有出血理解。原文未区分指征与途径,按全部环扎理解。多胎中一胎致死性畸形或死亡,原文未论及。",
    ),
)  # fmt: skip
