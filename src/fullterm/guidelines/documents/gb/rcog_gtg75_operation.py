"""RCOG Green-top 75, Cervical cerclage (2022). Sections 9.3 to 11: information, before and at the operation.

Written from `clinical/guidelines-english.md` section 4.3; compared with the complete document on 2026-11-30. Not yet read
against the source by a clinician.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg75 import RCOG75, contraindicated
from fullterm.guidelines.documents.gb.rcog_gtg75_emergency import emergency_to_27
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, not_, weeks
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

planned = woman.cerclage_planned_for.is_("history", "ultrasound", "examination")
not_emergency = woman.cerclage_planned_for.is_("history", "ultrasound")
shortened_or_open = woman.cerclage_planned_for.is_("ultrasound", "examination")
rescue = woman.cerclage_planned_for.is_("examination")
before_emergency = any_of(rescue, emergency_to_27)
"""Before an emergency cerclage, for what helps to decide on it: one is planned, or it is the question of today."""
before_either = any_of(shortened_or_open, emergency_to_27)

ONCE_PLANNED = Text("Read once one is planned.", "按已计划环扎者理解。")

# -- 9.3: information and consent -------------------------------------------------------------------------------

RCOG75.recommend(
    "INFO-1", offer(treatments.information),
    row="RCOG75-INFO-1", decision="counselling",
    says=Text(
        "Before a history- or ultrasound-indicated cerclage the woman is given information by word and in writing.",
        "病史指征或超声指征环扎前,应给予口头及书面告知。",
    ),
    when=not_emergency, grade="-", locus="§9.3, p.1193", read="full text",
    note=Text(
        "This line of the box carries no level and no strength. It is of possible complications (INFO-1R, INFO-2). The text (p.1194) asks for information by word and in writing before any cerclage, an emergency one too. Read once one is planned.",
        "推荐框此行未印级别与强度。所告知者为可能的并发症(INFO-1R、INFO-2)。正文(第1194页)要求任何环扎(含紧急)前均应口头及书面告知。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "INFO-1R", offer(treatments.information),
    row="RCOG75-INFO-1", decision="counselling",
    says=Text(
        "Every cerclage carries a small risk of injury to the bladder, trauma to the cervix, rupture of the membranes and bleeding, the cervix may tear if labour comes with the suture in place, and a high vaginal suture usually needs an anaesthetic for removal, with the risk of another anaesthetic: the woman is told so before any cerclage.",
        "任何环扎均有少量膀胱损伤、宫颈损伤、胎膜破裂和出血风险;带缝线临产可致宫颈撕裂;经阴道高位缝线拆除通常需麻醉,故有再次麻醉的风险:任何环扎前均应告知。",
    ),
    when=planned, grade="2–, D; 2–, D; 4, GPP", locus="§9.3, p.1193", read="full text",
    note=Text(
        "The grades stand in the order of the three risks. The box repeats the tear of the cervix for a non-emergency cerclage as 1+, B, beside a rationale that belongs to pyrexia (INFO-2). 'Before any type of cerclage': said of an abdominal one too, though the removal it names is of a high vaginal one. Read once one is planned.",
        "三个分级按三项风险顺序。推荐框在非紧急环扎处又将宫颈撕裂列为1+,B,所附依据却属发热(INFO-2)。“任何环扎前”:经腹者亦适用,虽所述拆线属经阴道高位。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "INFO-2", offer(treatments.information),
    row="RCOG75-INFO-2", decision="counselling",
    says=Text(
        "The woman is told that a vaginal cerclage that is not an emergency is not associated with more preterm prelabour rupture of the membranes, chorioamnionitis, induction or caesarean, nor with more preterm birth or second-trimester loss; fever after it is twice as frequent.",
        "应告知:非紧急的经阴道环扎与未足月胎膜早破、绒毛膜羊膜炎、引产或剖宫产增加无关,也与早产或中孕期流产增加无关;发热约增加一倍。",
    ),
    when=all_of(not_emergency, not_(woman.cerclage_planned.is_("abdominal"))),
    grade="1+, B", locus="§9.3, p.1193–1194", read="full text",
    note=Text(
        "Fever is not among the printed statements: it stands as rationale in the row on laceration, and in the text. Vaginal is written of the first statement, read for both: with an abdominal one planned neither is shown. Read once one is planned.",
        "发热未列为条目,仅见于宫颈撕裂一行的依据及正文。“经阴道”仅见于第一条,此处两条均按此理解:拟行经腹环扎者均不显示。按已计划环扎者理解。",
    ),
)  # fmt: skip

# -- 10: before the operation -----------------------------------------------------------------------------------

RCOG75.recommend(
    "PRE-1", offer(treatments.first_trimester_scan),
    row="RCOG75-PRE-1", decision="operation",
    says=Text(
        "Before a history-indicated cerclage a first-trimester scan and screening for aneuploidy are offered, to make sure of a living single fetus without lethal or major anomaly.",
        "病史指征环扎前,应提供早孕超声与非整倍体筛查,以确认单胎存活且无致死或重大畸形。",
    ),
    when=all_of(woman.pregnant, woman.cerclage_planned_for.is_("history")), window=Window(None, weeks(14)),
    grade="4, GPP", locus="§10.1, p.1194", read="full text",
    note=Text(
        "Read for a woman who is pregnant, once one is planned: before conception there is nothing to scan. 'First trimester' is read as before 14+0. Whether it has been done is not asked; the singleton is what the scan is to show, so how many babies is not asked either.",
        "按已孕且已计划环扎者理解:孕前无从检查。“早孕”按14+0前理解。不询问是否已完成;单胎系检查所要确认者,故不询问胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "PRE-2", consider(treatments.anomaly_scan),
    row="RCOG75-PRE-2", decision="operation",
    says=Text(
        "Before an ultrasound-indicated or emergency cerclage it is preferable that an anomaly scan has been done.",
        "超声指征或紧急环扎前,最好已完成胎儿畸形筛查。",
    ),
    when=shortened_or_open, grade="4, GPP", locus="§10.1, p.1194", read="full text",
    note=Text(
        "Carried as weak advice ('preferable'). Read once one is planned; whether the scan has been done is not asked.",
        "原文为“最好”,按弱推荐处理。按已计划环扎者理解;不询问是否已完成。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "PRE-3", consider(treatments.white_count_crp),
    row="RCOG75-PRE-3", decision="investigations",
    says=Text(
        "Before an emergency cerclage, white cell count and C-reactive protein can help to decide, as the whole clinical picture asks; without clinical chorioamnionitis the operation does not wait for them.",
        "紧急环扎前,可依总体临床情况查白细胞与C反应蛋白以辅助决策;无临床绒毛膜羊膜炎时不因等待结果而延误手术。",
    ),
    when=before_emergency, unless=contraindicated, grade="2–, D", locus="§10.1, p.1195", read="full text",
    note=Text(
        "The recommendation gives no values; one review of 17 cases is quoted with a C-reactive protein below 4.0 mg/dl and fewer than 14 000 white cells per microlitre. 'Before' is read as one planned, or the cervix open with membranes exposed up to 27+6, the end of the document's definition; §9.1 calls it rarely justified beyond 24 weeks. What §9.2 (p.1193) lists ends it, read as in CI: no operation is left to decide on. No plurality is written: shown with twins too.",
        "推荐未给出数值;正文引一项17例回顾:C反应蛋白<4.0 mg/dl、白细胞<14 000/微升。“之前”指已计划者,或27+6前(定义所限)宫口扩张且胎膜暴露者;§9.1称24周后极少合理。有§9.2(第1193页)所列禁忌证者不适用(理解同CI),因已无手术可决定。原文未限胎数,双胎亦显示。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "AMNIO", not_routinely(treatments.amniocentesis),
    row="RCOG75-AMNIO", decision="investigations",
    says=Text(
        "Amniocentesis is not recommended as a routine before an ultrasound-indicated or emergency cerclage.",
        "超声指征或紧急环扎前不推荐常规羊膜腔穿刺。",
    ),
    when=before_either, grade="4, GPP", locus="§10.2, p.1195", read="full text",
    note=Text("The document finds 'insufficient evidence to recommend' it as a routine; that is read as not routinely. 'Before' and plurality are read as in PRE-3; a contraindication does not end it.", "原文为“证据不足以推荐”常规进行,按不常规理解。“之前”与胎数的理解同PRE-3;禁忌证不影响本条。"),
)  # fmt: skip

RCOG75.recommend(
    "AMNIO-S", consider(treatments.amniocentesis),
    row="RCOG75-AMNIO", decision="investigations",
    says=Text(
        "In selected cases where infection in the womb is suspected, amniocentesis may be done to aid the decision about an emergency cerclage, as infection goes with a poor prognosis.",
        "个别怀疑宫内感染者,可行羊膜腔穿刺以协助决定是否紧急环扎,因感染提示预后不良。",
    ),
    when=all_of(woman.pregnant, before_emergency, pregnancy.infection_suspected), unless=contraindicated,
    grade="3, D", locus="§10.2, p.1195", read="full text",
    note=Text(
        "Said of emergency cerclage only, not of an ultrasound-indicated one; 'before' and plurality are read as in PRE-3. Suspicion is asked apart from clinical signs: those, and whatever else §9.2 (p.1193) lists, end it, read as in CI, as no decision is left to aid.",
        "仅指紧急环扎,不含超声指征者;“之前”与胎数的理解同PRE-3。“怀疑”与临床征象分开询问:有临床征象或其他§9.2(第1193页)所列禁忌证者不适用(理解同CI),因已无决定可协助。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "AMNIO-2", inform(treatments.amniocentesis),
    row="RCOG75-AMNIO-2", decision="counselling",
    says=Text(
        "Before an emergency cerclage amniocentesis does not appear to raise the risk of birth before 28 weeks, but the procedure is likely to carry some risk.",
        "紧急环扎前羊膜腔穿刺似不增加28周前分娩的风险,但操作本身可能有一定风险。",
    ),
    when=before_emergency, grade="2+, D", locus="§10.2, p.1195", read="full text",
    note=Text("From few women. 'Before' and plurality are read as in PRE-3; a contraindication does not end it.", "例数有限。“之前”与胎数的理解同PRE-3;禁忌证不影响本条。"),
)  # fmt: skip

RCOG75.recommend(
    "AMNRED", do_not_offer(treatments.amnioreduction),
    row="RCOG75-AMNRED", decision="not_to_do",
    says=Text("No amnioreduction before an emergency cerclage.", "紧急环扎前不应行羊水减量。"),
    when=rescue, grade="3, D", locus="§10.2.1, p.1196", read="full text",
    note=Text("For want of data for or against it. Read once one is planned, not, as PRE-3, when it is the question of today. No plurality is written.", "因缺乏支持或反对的资料。按已计划环扎者理解,不同于PRE-3,未计划者不显示。原文未限胎数。"),
)  # fmt: skip

RCOG75.recommend(
    "LAT", inform(treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="RCOG75-LAT", decision="operation",
    says=Text(
        "How long to wait between presentation and the suture is decided for the individual: a cervix that will go on opening against infection that ascends while one waits.",
        "从就诊到缝扎的等待时间应个体化:权衡宫口必将继续扩张与等待期间上行感染的风险。",
    ),
    when=shortened_or_open, grade="4, GPP", locus="§10.2.2, p.1196", read="full text",
    note=Text(
        "No time is given, and no study compared placing it at once with waiting. The document's 'should' is of how it is decided, not of a treatment; carried as information. What is weighed is a sentence of the text, without grade. Read once one is planned.",
        "原文未给出时限,亦无研究比较立即与延后缝扎。原文“应”指如何决定,而非治疗,故作告知。所权衡者为正文语句,无分级。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SWAB", not_routinely(treatments.genital_swabs),
    row="RCOG75-SWAB", decision="not_to_do",
    says=Text(
        "The genital tract is not screened for infection as a routine before cerclage; a positive swab leads to an individual decision with microbiology.",
        "环扎前不常规行生殖道感染筛查;培养阳性者与微生物科个体化决定。",
    ),
    when=planned, grade="4, GPP", locus="§10.2.3, p.1197", read="full text",
    note=Text(
        "Two recommendations of the box, both 4, GPP, in one sentence; the second is of antimicrobial treatment. Read once one is planned.",
        "推荐框两条(均为4,GPP)合为一句,后者指抗感染治疗。按已计划环扎者理解。",
    ),
)  # fmt: skip

# -- 11: the operation ------------------------------------------------------------------------------------------

RCOG75.recommend(
    "TOCO", not_routinely(treatments.tocolysis),
    row="RCOG75-TOCO", decision="not_to_do",
    says=Text("Nothing supports routine tocolysis around the operation; the individual case decides.", "无证据支持围手术期常规使用宫缩抑制剂,应个体化。"),
    when=planned, grade="4, GPP", locus="§11.1, p.1197", read="full text", note=ONCE_PLANNED,
)  # fmt: skip

RCOG75.recommend(
    "ABX", inform(treatments.antibiotics),
    row="RCOG75-ABX", decision="operation",
    says=Text("Antibiotic prophylaxis at cerclage is at the discretion of the operating team.", "环扎时是否预防性使用抗生素由手术团队决定。"),
    when=planned, grade="1–, C", locus="§11.2, p.1197–1198", read="full text",
    note=Text(
        "Left to the team: neither advised nor advised against. The one trial gave indomethacin with the antibiotics; it was of emergency cerclage (53 women); closure of the ductus arteriosus is a concern. Read once one is planned.",
        "由团队决定,既未推荐亦未反对。唯一试验为紧急环扎(53人)且同时使用吲哚美辛,有动脉导管早闭之虑。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "ANAES", inform(treatments.anaesthesia),
    row="RCOG75-ANAES", decision="operation",
    says=Text(
        "General or regional anaesthesia for cerclage is chosen by the team together with the woman.",
        "环扎采用全身或区域麻醉,由团队与孕妇共同选择。",
    ),
    when=planned, grade="2+, B", locus="§11.3, p.1198", read="full text",
    note=Text(
        "The document's 'should' is of who chooses, not of one anaesthetic; carried as information. Both are called safe, the choice to be justified case by case. Read once one is planned.",
        "原文“应”指由谁选择,而非某种麻醉,故作告知。两者均称安全,选择应个体化并说明理由。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "DAY", consider(treatments.day_case),
    row="RCOG75-DAY", decision="operation",
    says=Text("An elective cerclage through the vagina is safe as a day case.", "择期经阴道环扎可安全地作为日间手术。"),
    when=all_of(not_emergency, woman.cerclage_planned.is_("vaginal")),
    grade="2+, C", locus="§11.4, p.1198", read="full text",
    note=Text(
        "'Elective' is read as history- or ultrasound-indicated, as not an emergency. §12.3 (p.1201) sets elective beside ultrasound-indicated, and there (REINF-EM) it is read as history-indicated only. From one retrospective study. Read once one is planned.",
        "“择期”按病史或超声指征理解,即非紧急。§12.3(第1201页)将择期与超声指征并列,该处(REINF-EM)仅按病史指征理解。来自一项回顾性研究。按已计划环扎者理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TECH-1", offer(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text("The suture is non-absorbable; its material is at the surgeon's discretion.", "使用不可吸收缝线,材料由术者决定。"),
    when=planned, grade="4, GPP", locus="§11.5, p.1199", read="full text",
    note=Text("No route is written: an abdominal one too. Read once one is planned.", "原文未写途径,经腹者亦适用。按已计划环扎者理解。"),
)  # fmt: skip

RCOG75.recommend(
    "TECH-2", offer(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text(
        "A low or a high technique through the vagina is at the surgeon's discretion, but the suture lies as high as practically possible.",
        "经阴道低位或高位术式由术者决定,但缝线应尽可能靠上。",
    ),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="2+, C", locus="§11.5 p.1199, Key recommendation 6 p.1179",
    read="full text", note=ONCE_PLANNED,
)  # fmt: skip

RCOG75.recommend(
    "TECH-3", inform(treatments.technique),
    row="RCOG75-TECH", decision="operation",
    says=Text("Two purse-string sutures do not differ from one; the surgeon chooses.", "两道荷包缝线与一道无差异,由术者决定。"),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="1+, B", locus="§11.5, p.1199", read="full text",
    note=Text(
        "The box grades it 1+; beside the text on its two small trials (p.1200) stands 1–. No route is written; read for one through the vagina, once it is planned.",
        "推荐框为1+;正文两项小样本试验旁(第1200页)标1–。原文未写途径,按已计划的经阴道环扎理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "TECH-4", not_routinely(treatments.occlusion_suture),
    row="RCOG75-TECH", decision="operation",
    says=Text("No routine additional suture to occlude the external os.", "不常规加做宫颈外口封闭缝合。"),
    when=all_of(planned, woman.cerclage_planned.is_("vaginal")), grade="1–, C", locus="§11.5, p.1199", read="full text",
    note=Text("No route is written; read for one through the vagina, once it is planned.", "原文未写途径,按已计划的经阴道环扎理解。"),
)  # fmt: skip
