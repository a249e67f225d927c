"""RCOG Green-top 75, Cervical cerclage (2022). Sections 12 and 13: after the operation, removal, ruptured membranes.

Written from `clinical/guidelines-english.md` section 4.3; compared with the complete document on 2026-11-30. Not yet read
against the source by a clinician.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.rcog_gtg75 import RCOG75, contraindicated, history
from fullterm.guidelines.documents.gb.rcog_gtg75_emergency import emergency_to_27
from fullterm.guidelines.model import Window, consider, do_not_offer, inform, not_routinely, offer, uncertain
from fullterm.logic.language import ALWAYS, all_of, any_of, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

losing_it = all_of(woman.pregnant, findings.lost_or_died)
abdominal_now_or_after = any_of(
    findings.has_abdominal_suture,
    all_of(
        not_(woman.pregnant), some(earlier.EARLIER, earlier.cerclage_route.is_("abdominal")), pregnancy.suture_abdominal
    ),
)
"""An abdominal suture in: in pregnancy, or after one that had it."""
vaginal_left_in = all_of(some(earlier.EARLIER, earlier.cerclage_route.is_("vaginal")), findings.suture_left_in)
well_before_30 = all_of(
    pregnancy.gestation < weeks(30),
    not_(pregnancy.contractions),
    not_(pregnancy.labour),
    not_(pregnancy.bleeding),
)
"""The women in whom a negative fibronectin told of no birth before 30 weeks."""
WHILE_IN = Text(
    "Read in pregnancy while any suture is in, whatever its route or indication; no plurality is written.",
    "按孕期有任何缝线在位者理解,不论途径与指征;原文未限胎数。",
)

# -- 12: after the operation ------------------------------------------------------------------------------------

RCOG75.recommend(
    "REST", not_routinely(treatments.bed_rest),
    row="RCOG75-REST", decision="not_to_do",
    says=Text(
        "No routine bed rest after cerclage; the individual case decides, with what rest may do to the woman and her family.",
        "环扎后不常规卧床,应个体化,并考虑卧床对孕妇及家庭的不利影响。",
    ),
    women=findings.has_suture, when=ALWAYS, grade="4, GPP", locus="§12.1, p.1200", read="full text", note=WHILE_IN,
)  # fmt: skip

RCOG75.recommend(
    "SEX", not_routinely(treatments.abstinence),
    row="RCOG75-SEX", decision="not_to_do",
    says=Text("Sexual abstinence after cerclage is not recommended as a routine.", "环扎后不常规建议禁止性生活。"),
    women=findings.has_suture, when=ALWAYS, grade="4, GPP", locus="§12.2, p.1200", read="full text", note=WHILE_IN,
)  # fmt: skip

RCOG75.recommend(
    "POST", not_routinely(treatments.serial_scans),
    row="RCOG75-POST", decision="surveillance",
    says=Text("No routine scans of cervical length after cerclage.", "环扎后不常规测量宫颈长度。"),
    women=findings.has_suture, when=ALWAYS, grade="3, D", locus="§12.3, p.1201", read="full text", note=WHILE_IN,
)  # fmt: skip

RCOG75.recommend(
    "POST-UI", consider(treatments.serial_scans),
    row="RCOG75-POST", decision="surveillance",
    says=Text(
        "After an ultrasound-indicated cerclage, scans of the cervix may in individual cases help to time steroids or transfer in utero.",
        "超声指征环扎后,个别病例测量宫颈可能有助于把握糖皮质激素或宫内转运时机。",
    ),
    women=findings.has_suture, when=pregnancy.suture_indication.is_("ultrasound"),
    grade="3, D", locus="§12.3, p.1201", read="full text",
    note=Text(
        "'May be useful in individual cases', carried as weak advice; which cases is not said, nor a gestation. No plurality is written.",
        "原文为“个别病例可能有用”,按弱推荐处理;未说明何种病例,亦未给出孕周与胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REINF-1", not_routinely(treatments.reinforcing_suture),
    row="RCOG75-REINF", decision="aftercare",
    says=Text(
        "With a history-indicated suture in, a second, ultrasound-indicated one is not routine, because against waiting it may raise both loss and birth before 35 weeks.",
        "已有病史指征缝线者,不常规再行超声指征缝扎,因较期待可能增加流产和35周前分娩。",
    ),
    women=findings.has_vaginal_suture, when=pregnancy.suture_indication.is_("history"),
    grade="3, D", locus="§12.3, p.1201", read="full text",
    note=Text("Read for a suture placed through the vagina; the document names no route, gestation or plurality. That the cervix has shortened is not asked: it is what the second suture would be for. An emergency second suture is REINF-EM.", "按经阴道缝线理解,原文未写途径、孕周与胎数。不询问宫颈是否已缩短(再次缝扎即为此)。再次紧急缝扎见REINF-EM。"),
)  # fmt: skip

RCOG75.recommend(
    "REINF-EM", consider(treatments.reinforcing_suture),
    row="RCOG75-REINF", decision="emergencies",
    says=Text(
        "When the cervix has opened and membranes are exposed despite an elective or ultrasound-indicated suture, an emergency suture is an individual decision.",
        "已行择期或超声指征环扎而宫口扩张、胎膜暴露者,是否再行紧急缝扎应个体化。",
    ),
    women=findings.has_vaginal_suture,
    when=all_of(pregnancy.suture_indication.is_("history", "ultrasound"), emergency_to_27),
    unless=contraindicated, grade="4, GPP", locus="§12.3, p.1201", read="full text",
    note=Text(
        "'Elective' stands beside ultrasound-indicated here and is read as history-indicated (DAY reads it wider). Read for a suture placed through the vagina; no route is written. Limited to 27+6 by the definition of emergency cerclage; §9.1 calls it rarely justified beyond 24 weeks. What §9.2 (p.1193) lists ends it, bleeding today read as in DEF-EM. No plurality is written: shown with twins too (MULT-EM).",
        "“择期”与超声指征并列,按病史指征理解(DAY理解较宽)。按经阴道缝线理解,原文未写途径。以紧急环扎定义的27+6为限;§9.1称24周后极少合理。有§9.2(第1193页)所列禁忌证者不适用,今日出血的理解同DEF-EM。原文未限胎数,双胎亦显示(MULT-EM)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FFN", not_routinely(treatments.fibronectin),
    row="RCOG75-FFN", decision="surveillance",
    says=Text("No routine fetal fibronectin testing after cerclage.", "环扎后不常规检测胎儿纤维连接蛋白。"),
    women=findings.has_suture, when=ALWAYS, grade="2+, C", locus="§12.4, p.1202", read="full text",
    note=Text(
        "Read in pregnancy while any suture is in, with symptoms or without (FFN-R, FIG-19); no plurality is written. Other tests on sale (Partosure, Actim Partus) were not studied after cerclage.",
        "按孕期有任何缝线在位者理解,有无症状均适用(FFN-R、FIG-19);原文未限胎数。其他市售检测(Partosure、Actim Partus)尚无环扎后研究。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "FFN-R", inform(treatments.fibronectin),
    row="FULL-RCOG75-5", decision="surveillance",
    says=Text(
        "In an individual woman at high risk, without symptoms and with a suture in, a negative fetal fibronectin may reassure her and her doctors that birth before 30 weeks is unlikely.",
        "对个别有缝线、无症状的高危孕妇,胎儿纤维连接蛋白阴性可使其本人与医生放心:30周前分娩的可能性小。",
    ),
    women=findings.has_suture,
    when=well_before_30,
    grade="2+, C", locus="§12.4, p.1202", read="full text",
    note=Text(
        "'May provide reassurance': it describes and orders no test. No gestation is given for the test; it is shown before 30+0, the birth it predicts. 'Without symptoms' is read as without contractions, labour or bleeding (in HI-1 and UI-1 the last two are contraindications, and in the definitions contractions alone are read); high risk as the suture itself. That a test was done, or was negative, is not asked; no plurality is written.",
        "原文为“可使人放心”,属描述,并非要求检测。未给出检测孕周,于其所预测的30+0前显示。“无症状”按无宫缩、未临产、无出血理解(HI-1与UI-1将后两项列为禁忌,定义中仅按无宫缩);“高危”以有缝线计。不询问是否已检测或结果是否阴性;原文未限胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "PROG", not_routinely(treatments.vaginal_progesterone),
    row="RCOG75-PROG", decision="progesterone",
    says=Text("No routine progesterone after cerclage.", "环扎后不常规使用孕酮。"),
    women=findings.has_suture, when=ALWAYS, grade="4, GPP", locus="§12.5, p.1202", read="full text",
    note=Text(
        "The document attributes this to NICE NG25, which in the edition read says nothing on progesterone after cerclage. No route is written; it stands under vaginal progesterone here. Read in pregnancy while any suture is in; no plurality is written.",
        "原文称此出自NICE NG25,但所读版本的NG25并未论及环扎后孕酮。原文未写途径,此处归入阴道孕酮。按孕期有任何缝线在位者理解;原文未限胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "ALT-P", uncertain(treatments.vaginal_progesterone),
    row="RCOG75-ALT", decision="progesterone",
    says=Text(
        "There is no evidence that progesterone alone is more or less effective than cerclage.",
        "没有证据表明单用孕酮比环扎更有效或更无效。",
    ),
    women=findings.not_multiple, when=all_of(history, findings.no_suture),
    grade="1–, C", locus="§12.6, p.1203", read="full text",
    note=Text(
        "The document names no women; shown to one without a suture who had an earlier spontaneous preterm birth or loss from 14+0, the group to whom it offers cerclage. Instead of cerclage is the question, at any gestation and before conception; with a suture in it is PROG. Plurality is not written; read for a pregnancy that is not multiple. No route is written; it stands under vaginal progesterone here.",
        "原文未限人群;向无缝线且有自发早产或14+0后流产史者显示,即本指南提供环扎的人群。所问为替代环扎,不限孕周,孕前亦显示;已有缝线者见PROG。原文未限胎数,按非多胎理解。原文未写途径,此处归入阴道孕酮。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "ALT-A", uncertain(treatments.pessary),
    row="RCOG75-ALT", decision="pessary",
    says=Text(
        "There is no evidence that an Arabin pessary alone is more or less effective than cerclage.",
        "没有证据表明单用Arabin宫颈托比环扎更有效或更无效。",
    ),
    women=findings.not_multiple, when=all_of(history, findings.no_suture),
    grade="1–, C", locus="§12.6, p.1203", read="full text",
    note=Text(
        "The document names no women; shown to one without a suture who had an earlier spontaneous preterm birth or loss from 14+0, the group to whom it offers cerclage. Instead of cerclage is the question, at any gestation and before conception; a suture already in ends it. Plurality is not written; read for a pregnancy that is not multiple. A review set beside it (p.1203, level 1+) found progesterone the most effective, in mixed women.",
        "原文未限人群;向无缝线且有自发早产或14+0后流产史者显示,即本指南提供环扎的人群。所问为替代环扎,不限孕周,孕前亦显示;已有缝线者不适用。原文未限胎数,按非多胎理解。正文(第1203页)一项综述(1+)以孕酮最有效,但人群不一。",
    ),
)  # fmt: skip

# -- 13: removal ------------------------------------------------------------------------------------------------

RCOG75.recommend(
    "REM-1", offer(treatments.suture_removal),
    row="RCOG75-REM-1", decision="removal",
    says=Text(
        "A suture placed through the vagina is removed before labour, usually between 36+1 and 37+0.",
        "经阴道缝线应在临产前拆除,通常于孕36+1至37+0周。",
    ),
    women=findings.has_vaginal_suture, when=not_(pregnancy.planned_caesarean), window=Window(weeks(36, 1), weeks(37, 1)),
    grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text(
        "The text beside it writes 36 to 37 weeks, in the absence of preterm labour (REM-2; broken waters: PPROM-1 to 3). Both 36+1 and 37+0 are read as included. A suture still in after 37+0 is overdue: the end of the window does not end the advice. Of a suture left in after the birth, or in a loss or death with a suture through the vagina, the document says nothing. No plurality is written.",
        "正文另写“36–37周”且无早产临产(见REM-2;破水见PPROM-1至3)。36+1与37+0均按包含理解。37+0后仍未拆线为逾期,时间窗结束并不意味着不必拆线。分娩后缝线未拆,或带经阴道缝线流产、胎儿死亡者,原文未提及。原文未限胎数。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REM-1C", consider(treatments.keep_suture),
    row="RCOG75-REM-1", decision="removal",
    says=Text(
        "When a caesarean before labour is planned, removal of a suture placed through the vagina can wait until then.",
        "计划临产前剖宫产者,经阴道缝线可待剖宫产时拆除。",
    ),
    women=findings.has_vaginal_suture, when=pregnancy.planned_caesarean,
    unless=any_of(pregnancy.labour, pregnancy.ruptured_membranes),
    grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text("'Could be delayed', carried as weak advice. No gestation of the caesarean is given. Labour (REM-2) and broken waters (PPROM-1 to 3) end it.", "原文为“可推迟”,按弱推荐处理。未给出剖宫产孕周。临产(REM-2)或破水(PPROM-1至3)则不再适用。"),
)  # fmt: skip

RCOG75.recommend(
    "REM-2", offer(treatments.suture_removal),
    row="RCOG75-REM-2", decision="removal",
    says=Text("In established preterm labour the suture is removed, to spare the cervix.", "早产临产者应拆除缝线,以减少宫颈损伤。"),
    women=findings.has_vaginal_suture, when=pregnancy.labour, grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text("No limit of gestation is given: labour at term, with a suture overdue by REM-1, is read in. Read for a suture placed through the vagina, the document names no route here; no plurality is written.", "原文未给出孕周界限:足月临产而按REM-1已逾期未拆者亦计入。此处原文未写途径,按经阴道缝线理解;未限胎数。"),
)  # fmt: skip

RCOG75.recommend(
    "REM-3", inform(treatments.anaesthesia),
    row="RCOG75-REM-3", decision="removal",
    says=Text(
        "A high suture, placed after mobilising the bladder, usually needs an anaesthetic for removal; the choice is made jointly with the woman.",
        "游离膀胱的高位缝线,拆除时通常需要麻醉,与孕妇共同决定。",
    ),
    women=any_of(findings.has_vaginal_suture, vaginal_left_in), when=pregnancy.suture.is_("shirodkar"),
    grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text(
        "The grade is of the first half; that the choice is made jointly is a sentence of the text, without grade. 'Inserted with bladder mobilisation' is read as a Shirodkar suture. Shown after the pregnancy too, the suture still in, where an earlier pregnancy is told with a cerclage through the vagina.",
        "分级仅指前半句;“与孕妇共同决定”为正文语句,无分级。“游离膀胱”按Shirodkar缝线理解。妊娠结束后缝线仍在位且既往妊娠记有经阴道环扎者亦显示。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REM-4", offer(treatments.caesarean),
    row="RCOG75-REM-4", decision="birth",
    says=Text("Every woman with an abdominal suture gives birth by caesarean.", "经腹环扎者均以剖宫产分娩。"),
    women=findings.has_abdominal_suture,
    when=all_of(
        any_of(not_(pregnancy.lost_with_suture), pregnancy.gestation >= weeks(24)),
        any_of(pregnancy.alive, not_(findings.every_baby_died)),
    ),
    grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text(
        "No gestation of the caesarean is given. A delayed miscarriage or the death of every baby has a section of its own (§8.3, TAC-LOSS) and is no birth meant here; from 24+0 only the death is. A suture that was recognised to have pulled through (REM-4P) is not asked.",
        "原文未给出剖宫产孕周。延迟流产或(每个)胎儿死亡另有专节(§8.3,TAC-LOSS),不属此处所指分娩;24+0起仅胎儿死亡除外。不询问是否已识别环扎带撕脱(REM-4P)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REM-4S", consider(treatments.keep_suture),
    row="RCOG75-REM-4", decision="removal",
    says=Text("The abdominal suture may stay in place after the birth.", "经腹环扎带可在分娩后保留。"),
    women=abdominal_now_or_after, when=ALWAYS, unless=losing_it,
    grade="4, GPP", locus="§13, p.1204", read="full text",
    note=Text(
        "Shown before the birth and, the suture still in, after it, where an earlier pregnancy is told with an abdominal cerclage; her wish for another is not asked (REM-4F). For a loss see TAC-LOSS-18, TAC-LOSS-CUT and REM-4F.",
        "分娩前显示;分娩后限既往妊娠记有经腹环扎且环扎带仍在位者;不询问生育意愿(REM-4F)。流产见TAC-LOSS-18、TAC-LOSS-CUT与REM-4F。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REM-4F", consider(treatments.keep_suture),
    row="FULL-RCOG75-6", decision="removal",
    says=Text(
        "If she contemplates a further pregnancy, leaving the abdominal suture in place is a reasonable recommendation.",
        "如仍考虑再次妊娠,建议保留经腹环扎带是合理的。",
    ),
    women=abdominal_now_or_after, when=woman.wishes_to_conceive,
    grade="-", locus="§13 text, p.1204", read="full text",
    note=Text(
        "A sentence of the text, without grade; no study compared leaving it with taking it out. 'Further pregnancies' is read as the wish to conceive again. It holds before and after the birth (as in REM-4S), and in a loss too, as one may be evacuated through the suture (§8.3, TAC-LOSS-18).",
        "正文语句,无分级;无研究比较保留与取出。“再次妊娠”按有生育意愿理解。分娩前后(同REM-4S)均适用;流产时亦适用,因可带缝线清宫(§8.3,TAC-LOSS-18)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "REM-4P", inform(treatments.caesarean),
    row="RCOG75-TAC-FAIL", decision="birth",
    says=Text(
        "There are single reports of an abdominal suture that pulled through before labour; if that is recognised, a vaginal birth can be safe.",
        "有个案报告经腹环扎带在临产前撕脱;若能识别,可安全经阴道分娩。",
    ),
    women=findings.has_abdominal_suture, when=woman.pregnant, grade="-", locus="§13 text, p.1204", read="full text",
    note=Text("Anecdotal, by the document's own word; no way to recognise it is given. Shown throughout the pregnancy.", "原文自称为轶事性报告,未说明如何识别。整个孕期均显示。"),
)  # fmt: skip

# -- 13.1: ruptured membranes -----------------------------------------------------------------------------------

RCOG75.recommend(
    "PPROM-1", consider(treatments.keep_suture),
    row="RCOG75-PPROM-1", decision="emergencies",
    says=Text(
        "When the membranes rupture at 24 to 34 weeks, without infection and without labour, removal of the suture may be delayed by 48 hours for transfer in utero.",
        "孕24–34周未足月胎膜早破、无感染且未临产者,为宫内转运可推迟48小时拆线。",
    ),
    women=findings.has_vaginal_suture,
    when=all_of(
        pregnancy.ruptured_membranes, pregnancy.gestation >= weeks(24), pregnancy.gestation <= weeks(34),
        not_(pregnancy.infection), not_(pregnancy.labour),
    ),
    grade="4, GPP", locus="§13.1, p.1205", read="full text",
    note=Text(
        "'24 to 34 weeks' is read as 24+0 to 34+0; 'cerclage' as one placed through the vagina; 'care should be individualised' is the rationale. The weeks are those of the rupture; its day is not told, and today's are read. 'Evidence of infection' is read as clinical signs and 'preterm labour' as established labour; suspicion or contractions alone do not end it. Whether a transfer is meant is not asked; no plurality is written. The 48 hours count from the rupture and are not computed here. The document says nothing on 23+0 to 23+6 (see PPROM-3).",
        "“24–34周”按24+0至34+0理解;环扎按经阴道理解;其说明为“应个体化”。原文孕周指破膜时,因未记录破膜日,按今日孕周理解。“感染证据”按临床征象、“早产临产”按已临产理解,仅怀疑感染或仅有宫缩者不排除;不询问是否拟转运;原文未限胎数。48小时自破膜起算,此处不计算。原文未说明23+0至23+6(见PPROM-3)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "PPROM-2", do_not_offer(treatments.keep_suture),
    row="RCOG75-PPROM-2", decision="emergencies",
    says=Text(
        "After rupture of the membranes, keeping the suture until labour or an indicated birth is not recommended, because of the danger of sepsis to her and the baby.",
        "胎膜早破后不推荐保留缝线至临产或有指征分娩,因有母胎脓毒症风险。",
    ),
    women=findings.has_vaginal_suture, when=all_of(pregnancy.ruptured_membranes, pregnancy.gestation < weeks(37)),
    grade="1–, C", locus="§13.1, p.1205", read="full text",
    note=Text("A delay of up to 48 hours for transfer is PPROM-1. Preterm is before 37+0 (§4); 'cerclage' is read as one placed through the vagina. No plurality is written. From one trial that ended early.", "为转运推迟至多48小时见PPROM-1。“未足月”指37+0前(§4);环扎按经阴道理解。原文未限胎数。来自一项提前终止的试验。"),
)  # fmt: skip

RCOG75.recommend(
    "PPROM-3", not_routinely(treatments.keep_suture),
    row="RCOG75-PPROM-3", decision="emergencies",
    says=Text(
        "When the membranes rupture before 23 or after 34 weeks, delaying removal of the suture is unlikely to help.",
        "孕23周前或34周后胎膜早破者,推迟拆线不大可能获益。",
    ),
    women=findings.has_vaginal_suture,
    when=all_of(
        pregnancy.ruptured_membranes, pregnancy.gestation < weeks(37),
        any_of(pregnancy.gestation < weeks(23), pregnancy.gestation > weeks(34)),
    ),
    grade="1–, C", locus="§13.1, p.1205", read="full text",
    note=Text(
        "The document leaves a gap: 23+0 to 23+6 falls under neither this nor PPROM-1. '34 weeks' is read as 34+0, so that 34+0 belongs to PPROM-1; preterm is before 37+0 (§4); 'cerclage' is read as one placed through the vagina. The weeks are read of today, as in PPROM-1. 'Unlikely to be advantageous' is carried as not routine.",
        "原文留有空白:23+0至23+6既不属本条也不属PPROM-1。“34周”按34+0理解,34+0归PPROM-1;“未足月”指37+0前(§4);环扎按经阴道理解。孕周按今日计(同PPROM-1)。“不大可能获益”按不常规处理。",
    ),
)  # fmt: skip
