"""RCOG Green-top 75, Cervical cerclage (2022). Sections 8 and 9: abdominal and emergency cerclage, contraindications.

Written from `clinical/guidelines-english.md` section 4.2; compared with the complete document on 2026-11-30. Not yet read
against the source by a clinician.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg75 import RCOG75, contraindicated, exposed
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, cm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

vaginal_cerclage_failed = findings.failed_vaginal_cerclage
extensive_surgery = any_of(
    findings.trachelectomy, all_of(findings.cervical_surgery, woman.transvaginal_cerclage_impossible)
)
no_abdominal = any_of(contraindicated, findings.has_abdominal_suture)
wants_pregnancy = any_of(woman.pregnant, woman.wishes_to_conceive)
"""Before conception it is for her who wishes to conceive."""
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
    women=findings.not_multiple, when=all_of(vaginal_cerclage_failed, wants_pregnancy), unless=no_abdominal, window=Window(None, weeks(14)),
    grade="1+, A", locus="§8.1 p.1189, Key recommendation 4 p.1179", read="full text",
    note=Text(
        "The grade of the key recommendation was printed as D and corrected to A on 10 March 2023; beside the text on its trial stands 'level 2–', in the box 1+. 'Unsuccessful' has no gestation in the document; it is read as a pregnancy with a vaginal suture that ended by itself from 14+0 to 33+6, whatever the indication of the suture; a birth that doctors began, after the baby had died too, is no failure unless it was already being lost; a birth soon after the planned removal (from 36+1) is no failure, and between 34+0 and 36+0 the doctor judges. 'Early pregnancy' (TAC-2) is read as before 14+0, as in the trial. No plurality is written; read for a pregnancy that is not multiple. What §9.2 (p.1193) lists ends it in pregnancy (CI). In pregnancy an abdominal suture already in place ends it; before conception one that is told takes the offer away, but the rule does not ask for it: the doctor looks whether there is one. Before conception it is for a woman who wishes to conceive (our reading).",
        "关键推荐强度原印D级,2023年3月10日更正为A级;其试验在推荐框内为1+,正文旁标“2–”。原文未给出“失败”的孕周,此处指经阴道环扎后于14+0至33+6自然终止的妊娠,不论环扎指征;由医生引发者(含胎儿先死亡者)除非此前已在流产,否则不属失败;按计划拆线(36+1起)后不久分娩不属失败,34+0至36+0由医生判断。“早孕期”(TAC-2)按14+0前理解,与其试验一致。原文未限胎数,按非多胎理解。孕期有§9.2(第1193页)所列禁忌证(CI)者不适用。孕期已有经腹环扎带者不再考虑;孕前如已告知体内有环扎带则不再提供,但本条不作询问,由医生核实。孕前限有生育意愿者(我方理解)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-1S", consider(treatments.abdominal_cerclage),
    row="RCOG75-TAC-1", decision="route",
    says=Text(
        "Asked when an abdominal cerclage should be considered, the text also names extensive surgery to the cervix as what it usually follows.",
        "就何时考虑经腹环扎,正文亦写明通常用于宫颈广泛手术后。",
    ),
    women=findings.not_multiple, when=all_of(extensive_surgery, wants_pregnancy), unless=no_abdominal, window=Window(None, weeks(14)),
    grade="-", locus="§8.1 text, p.1189", read="full text",
    note=Text(
        "A description ('is usually inserted'), carried as weak advice for the question its section asks. 'Extensive' is not defined; it is read as a trachelectomy, or other cervical surgery that leaves too little cervix for a suture through the vagina. 'Early pregnancy' is read as before 14+0. §9.2, a suture in, the wish and plurality as in TAC-1.",
        "原文为描述(“通常用于”),因其回答“何时考虑”而按弱推荐处理。“广泛”未定义,按宫颈切除术,或术后宫颈过短无法经阴道缝扎理解。“早孕期”按14+0前理解。§9.2禁忌证、已有环扎带、生育意愿及胎数同TAC-1。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-2", inform(treatments.abdominal_cerclage),
    row="RCOG75-TAC-2", decision="route",
    says=Text(
        "An abdominal cerclage can be placed before conception or in early pregnancy; before conception it may be more effective, and it is not associated with reduced fertility.",
        "经腹环扎可于孕前或早孕期进行;孕前进行可能更有效,且与生育力下降无关。",
    ),
    women=findings.not_multiple, when=all_of(any_of(vaginal_cerclage_failed, extensive_surgery), wants_pregnancy), unless=findings.has_abdominal_suture,
    window=Window(None, weeks(14)), grade="4, GPP", locus="§8.1, p.1189", read="full text",
    note=Text(
        "'Early pregnancy' has no bounds in the document; it is read as before 14+0. Women, the wish and plurality as in TAC-1 and TAC-1S; in pregnancy an abdominal suture already in ends it, what §9.2 lists does not: it informs.",
        "原文未界定“早孕期”,按14+0前理解。人群、生育意愿及胎数同TAC-1与TAC-1S;孕期已有经腹环扎带者不适用,§9.2禁忌证不影响本条(仅为告知)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-PRE", consider(treatments.abdominal_cerclage),
    row="FULL-RCOG75-3", decision="operation",
    says=Text(
        "Placing the abdominal cerclage before conception should be considered when possible: the anaesthetic and fetal risks are lower, the operation on a womb that is not pregnant is easier, and neither fertility nor the care of an early miscarriage is known to suffer.",
        "条件许可时应考虑孕前行经腹环扎:麻醉与胎儿风险较低,非孕子宫手术更易,未见影响生育力或早期流产的处理。",
    ),
    women=findings.not_multiple,
    when=all_of(not_(woman.pregnant), any_of(vaginal_cerclage_failed, extensive_surgery), woman.wishes_to_conceive),
    grade="4, GPP; text 2+", locus="§8.1 p.1189, rationale and text", read="full text",
    note=Text(
        "No gestation: it is before conception. No randomised trial compared the two times directly, and live births did not differ in 678 cases. Women, the wish and a suture already in as in TAC-1 and TAC-1S.",
        "孕前进行,故无孕周。无随机试验直接比较两种时机,678例中活产率无差异。人群、生育意愿及已有环扎带同TAC-1与TAC-1S。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-3", consider(treatments.laparoscopic_route),
    row="RCOG75-TAC-3", decision="route",
    says=Text(
        "By laparoscopy an abdominal cerclage is similarly effective as by laparotomy and has fewer complications; it can be considered where the surgical expertise exists.",
        "腹腔镜经腹环扎疗效与开腹相近,并发症更少;在具备手术条件处可考虑。",
    ),
    women=findings.not_multiple, when=all_of(any_of(vaginal_cerclage_failed, extensive_surgery), wants_pregnancy),
    unless=no_abdominal, window=Window(None, weeks(14)),
    grade="2+, C", locus="§8.2, p.1190", read="full text",
    note=Text(
        "The women are those of TAC-1 and TAC-1S; whether the expertise exists is not asked; the contraindications of §9.2 and 'early pregnancy', read as before 14+0, hold here too. The text (p.1190) knows of single reports with a robot.",
        "对象同TAC-1与TAC-1S;不询问是否具备手术条件;§9.2禁忌证及“早孕期”(按14+0前理解)在此同样适用。正文(第1190页)另提机器人辅助的个案报告。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS", offer(treatments.specialist_opinion),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "When a baby has died or the pregnancy is lost with an abdominal suture in place, the woman decides on her care, aided by a senior obstetrician.",
        "经腹环扎在位而胎儿死亡或发生流产时,由孕妇本人决定处理方式,高年资产科医生协助其决策。",
    ),
    women=findings.has_abdominal_suture,
    when=findings.lost_or_died,
    grade="4, GPP", locus="§8.3, p.1191", read="full text",
    note=Text(
        "'Delayed miscarriage or fetal death' is read as a loss under way with the suture in, or a death of every baby that a doctor confirmed; a heartbeat not seen is first confirmed. No gestation is given. In twins one death does not bring it.",
        "“延迟流产或胎儿死亡”按带缝线流产或经医生确认的(每个)胎儿死亡理解;未见胎心须先确认。原文未给出孕周。双胎一胎死亡者不适用。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS-18", consider(treatments.evacuation_through_suture),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "A pregnancy lost with an abdominal suture in place may be evacuated completely through it, by suction or by dilatation and evacuation, up to 18 weeks; the woman decides, aided by a senior obstetrician.",
        "经腹环扎在位发生的流产,孕18周以内可带缝线行负压吸引或钳刮术清除全部妊娠物;由孕妇决定,高年资产科医生协助。",
    ),
    women=findings.has_abdominal_suture,
    when=all_of(findings.lost_or_died, pregnancy.gestation <= weeks(18)),
    grade="4, D", locus="§8.3, p.1191", read="full text",
    note=Text(
        "'Up to 18 weeks' is read as including 18+0 and no later day, and as said of both ways. A heartbeat not seen must first be confirmed by a doctor. The text beside it knows of a need to terminate too; that is not asked here.",
        "“至18周”按含18+0、不含其后理解,且适用于两种方法。未见胎心须先经医生确认。正文另提及需终止妊娠者,此处不询问。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS-CUT", consider(treatments.suture_removal, treatments.caesarean),
    row="RCOG75-TAC-LOSS", decision="emergencies",
    says=Text(
        "Alternatively the abdominal suture may be cut, usually through the posterior fornix (posterior colpotomy); failing that, a hysterotomy or a caesarean may be needed. The woman decides, aided by a senior obstetrician.",
        "亦可剪断缝线,通常经后穹隆切开;若不成功,可能需子宫切开取胎或剖宫产。由孕妇决定,高年资产科医生协助。",
    ),
    women=findings.has_abdominal_suture, when=findings.lost_or_died,
    grade="4, D", locus="§8.3, p.1191", read="full text",
    note=Text(
        "No gestation is given: also open before 18 weeks, as the other way to TAC-LOSS-18. A heartbeat not seen must first be confirmed by a doctor.",
        "原文未给出孕周:18周前亦可作为TAC-LOSS-18之外的选择。未见胎心须先经医生确认。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TAC-LOSS-CARE", offer(treatments.bereavement_care),
    row="FULL-RCOG75-4", decision="counselling",
    says=Text(
        "After a death or miscarriage the carers keep in mind what it may do to her mind: she and her family are supported by debriefing, offered counselling, and shown the support groups.",
        "胎儿死亡或流产后,医护人员应留意其心理影响:为其本人及家属提供事后谈话支持与心理咨询,并告知相关互助组织。",
    ),
    women=findings.has_abdominal_suture, when=findings.lost_or_died,
    grade="-", locus="§8.3 text, p.1191", read="full text",
    note=Text(
        "A sentence of the text, without grade, in the section on loss with an abdominal suture; the document does not repeat it elsewhere. Read until the pregnancy is told as ended; it does not end what is owed to her.",
        "正文语句,无分级,见于经腹环扎流产一节;原文他处未再提及。按妊娠尚未记为结束时显示,并不意味着其后无需支持。",
    ),
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
        "The document contradicts itself: this definition allows up to 27+6, while its §9.1 says that it can rarely be justified beyond 24 weeks (EM-4B). Membranes visible at the external os are read as exposed, since EM-3 treats membranes beyond it as the worse part. No lower limit is given. The definition names no plurality; key recommendation 5 names the singleton, and it is read for that (MULT-EM). What §9.2 lists ends it (CI). 'Continuing' bleeding (§9.2, p.1193) is read as any bleeding today, which ends this, though by the definition (p.1181) the open cervix may be found through bleeding; of symptoms, labour ends it and contractions alone do not. With a suture already in see REINF-EM.",
        "原文前后不一:本定义允许至27+6,而§9.1称24周后极少合理(EM-4B)。胎膜在外口可见按暴露理解,因EM-3将膨出外口列为更差者。未给出孕周下限。定义未限胎数;关键推荐5写单胎,按此理解(MULT-EM)。有§9.2所列禁忌证(CI)者不适用。“持续”出血(§9.2,第1193页)按今日有任何出血理解,有则不再适用,而按定义(第1181页)宫口扩张可因出血就诊而发现;症状中临产者不再适用,仅有宫缩者不受影响。已有缝线者见REINF-EM。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-1", offer(treatments.specialist_opinion),
    row="RCOG75-EM-1", decision="emergencies",
    says=Text(
        "The decision for an emergency cerclage is the woman's, for her own case, aided by a senior obstetrician and with the parents' views: a useful gain of weeks against prolonged severe illness of a baby that might otherwise die.",
        "紧急环扎由孕妇本人个体化决定,高年资产科医生协助并充分考虑父母意愿:权衡有益的孕周延长与原本可能死亡的胎儿存活后长期严重病残的可能。",
    ),
    women=findings.not_multiple, when=emergency_to_27, unless=contraindicated,
    grade="2+, D", locus="§9.1, p.1191", read="full text",
    note=Text(
        "Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1. No plurality is written here; whom it is for, and what ends it, is read as in DEF-EM, bleeding today included.",
        "按§4定义可至27+6,而§9.1称24周后极少合理。此处未限胎数;对象及何时不再适用(含今日出血)同DEF-EM。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-2", inform(treatments.rescue_cerclage),
    row="RCOG75-EM-2", decision="counselling",
    says=Text(
        "In a singleton pregnancy an emergency cerclage may, in suitable cases, delay birth by about 34 days (confidence interval 18 to 50) against waiting, and may halve the chance of birth before 34 weeks; data on a gain for the babies are limited.",
        "单胎合适病例中,紧急环扎较期待治疗可能平均延长约34天(置信区间18–50),34周前分娩的机会可能约减半;新生儿获益资料有限。",
    ),
    women=findings.not_multiple, when=emergency_to_27, unless=contraindicated, grade="2–, B", locus="§9.1 p.1191–1192, Key recommendation 5 p.1179",
    read="full text",
    note=Text(
        "'Suitable cases' is not defined; it is read as none of what §9.2 lists, bleeding as in DEF-EM. The box has level 2–, the text beside it 2+ (FIG-8). Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1.",
        "“合适病例”未定义,按无§9.2所列禁忌证理解(出血同DEF-EM)。推荐框为2–,正文旁为2+(FIG-8)。按§4定义可至27+6,而§9.1称24周后极少合理。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "EM-3", inform(treatments.rescue_cerclage),
    row="RCOG75-EM-3", decision="emergencies",
    says=Text(
        "With the cervix open more than 4 cm, or the membranes beyond the external os, an emergency cerclage appears to have a high chance of failure.",
        "宫口扩张超过4 cm或胎膜膨出宫颈外口者,紧急环扎失败可能性似较大。",
    ),
    women=findings.not_multiple,
    when=all_of(emergency_to_27, any_of(pregnancy.dilatation > cm(4), pregnancy.membranes.is_("bulging"))),
    grade="3, D", locus="§9.1, p.1192", read="full text",
    note=Text(
        "Prognostic, not a stated contraindication; from studies without controls (3 in the box, 2– beside the text). Shown only where the cervix is open and membranes are exposed, as in DEF-EM: wide open alone, the membranes not seen, is no emergency cerclage here. What §9.2 lists does not end it. Read for a pregnancy that is not multiple. Up to 27+6 by the definition in §4, 'rarely justified beyond 24 weeks' by §9.1.",
        "属预后信息,原文未列为禁忌证;来自无对照研究(推荐框为3,正文旁为2–)。仅在宫口扩张且胎膜暴露时显示(同DEF-EM):单有宫口开大而未见胎膜者不在此列。§9.2禁忌证不影响本条。按非多胎理解。按§4定义可至27+6,而§9.1称24周后极少合理。",
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
    note=Text(
        "'Before 20 weeks' is read as up to 19+6, with the cervix open and membranes exposed as in DEF-EM; what §9.2 lists does not end it. No plurality is written; read for a pregnancy that is not multiple.",
        "“20周前”按至19+6、宫口扩张且胎膜暴露(同DEF-EM)理解;§9.2禁忌证不影响本条。原文未限胎数,按非多胎理解。",
    ),
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
        "The document contradicts itself: its definition in §4 allows an emergency cerclage up to 27+6 (DEF-EM). 'Beyond 24 weeks' is read as after 24+0. 'Rarely justified' is read as not routine, rather than never. No upper end is given. No plurality is written; read for a pregnancy that is not multiple.",
        "原文前后不一:§4定义允许紧急环扎至27+6(DEF-EM)。“24周后”按24+0以后理解;“极少合理”按不常规而非绝不理解。原文未给出孕周上限,亦未限胎数,按非多胎理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "CI",
    do_not_offer(
        treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage,
        treatments.abdominal_cerclage, treatments.laparoscopic_route, treatments.high_vaginal_cerclage,
        treatments.reinforcing_suture,
    ),
    row="RCOG75-CI", decision="cerclage",
    says=Text(
        "Cerclage is contraindicated by active preterm labour, clinical chorioamnionitis, continuing vaginal bleeding, ruptured membranes, fetal compromise, a lethal fetal defect or fetal death.",
        "环扎禁忌证:早产临产、临床绒毛膜羊膜炎、持续阴道出血、未足月胎膜早破、胎儿窘迫、致死性胎儿畸形或胎儿死亡。",
    ),
    when=contraindicated, grade="4, GPP", locus="§9.2, p.1193", read="full text",
    note=Text(
        "'Continuing' bleeding is read as bleeding today, 'active preterm labour' as established labour and 'PPROM' as waters broken, at any gestation, 'clinical evidence' as clinical signs and not suspicion alone, 'fetal death' as a heartbeat not seen, before it is confirmed too. Contractions alone are not on the list. The list names no indication or route and is taken for every one. One lethal defect or death in a multiple pregnancy is not discussed by the document.",
        "“持续”出血按今日有出血理解;“早产临产”按已临产、“PPROM”按已破水(不限孕周)、“临床证据”按有临床征象(仅怀疑不计)理解;“胎儿死亡”按未见胎心理解(含尚未确认者)。单有宫缩不在其列。原文未区分指征与途径,按全部环扎理解。多胎中一胎致死性畸形或死亡,原文未论及。",
    ),
)  # fmt: skip
