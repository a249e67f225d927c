"""Saving Babies' Lives v3.1: what prevents a preterm birth or a late loss (Appendix F, Prevention, p.85-86; 5.13, p.47).

Two groups, and no third: a spontaneous birth or late miscarriage from 16 to 34 weeks (p.85), or none (p.86). Who is at
high risk for another reason belongs to the second. The document lists no contraindications to a suture.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.saving_babies_lives import SBL3, at_risk
from fullterm.guidelines.model import Window, consider, inform, offer
from fullterm.logic.language import all_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

watched_and_short = all_of(
    woman.pregnant,
    pregnancy.gestation <= weeks(26),
    findings.birth_or_loss_16_to_34,
    findings.shortest(weeks(16), weeks(24)) < mm(25),
)
short_without_history = all_of(
    woman.pregnant,
    pregnancy.gestation <= weeks(26),
    not_(findings.birth_or_loss_16_to_34),
    findings.shortest(weeks(16), weeks(26), end_included=True) < mm(25),
)

SBL3.recommend(
    "F-individual", inform(treatments.ultrasound_cerclage, treatments.vaginal_progesterone, treatments.pessary),
    row="FULL-SBL3-F-individual", decision="counselling",
    says=Text(
        "Cerclage, progesterone and pessary have been studied; for whom and when each works best is not known. So care is individual, with her wishes, after a talk with somebody who can discuss the risks and benefits of each.",
        "环扎、孕酮、宫颈托均有研究,但何者对何人、何时最有效尚不清楚。故应个体化,尊重其意愿,由能讲清各自利弊的医生与其商议。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, at_risk),
    grade="-", locus="Appendix F, Prevention, p.85; table 2, p.83-84", read="full text",
    note=Text(
        "The table has these interventions offered at high risk and discussed at intermediate risk, as appropriate, on her history or further tests. For a pessary it speaks of trials that suggest benefit, but the reference printed there (42) is of cerclage; for what came 19 days later see UI-pessary. Not for a multiple pregnancy (5.6).",
        "表中:高危者酌情提供、中危者酌情讨论上述干预,依病史或进一步检查。原文称有试验提示宫颈托获益,但该处所印文献(42)为环扎研究;其后19天的新证据见UI-pessary。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HI", offer(treatments.history_cerclage, treatments.serial_scans),
    row="SBL3-HI", decision="cerclage",
    says=Text(
        "A woman with one or more spontaneous preterm births or late miscarriages from 16 to 34 weeks is offered either a history-indicated cerclage, if possible before the first trimester ends, though it often waits for the dating scan and the screening for aneuploidy, or transvaginal surveillance in the second trimester.",
        "既往孕16–34周自发早产或晚期流产≥1次者,提供病史指征环扎(尽量在早孕期末前,通常在核对孕周和染色体筛查之后)或中孕期经阴道超声监测,二者择一。",
    ),
    women=findings.not_multiple,
    when=findings.birth_or_loss_16_to_34,
    window=Window(closes=weeks(14)),
    grade="offer", locus="Appendix F, p.85", read="full text",
    note=Text(
        "'16 to 34 weeks' is read as 16+0 to 34+0, both included; the document itself counts the late second trimester from 16+0 to 23+6 (p.51). A late miscarriage counts whoever completed it, and where the baby had died first; a live birth that doctors began does not count, a stillbirth they began only where the pregnancy was already being lost. The end of the first trimester is read as 13+6 and is 'where possible'; no first day is given. The window is that of the cerclage; surveillance, 'within the second trimester', has its own in HR-scans. Not for a multiple pregnancy (5.6). The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "“16–34周”按16+0至34+0(含两端)理解;原文自身将16+0–23+6计为中孕晚期(第51页)。晚期流产不论由谁完成、是否胎儿先死亡均计;由医生引发的活产不计,由医生引发的死产仅在已流产过程中者计入。“早孕期末”按13+6理解,原文为“尽量”,未给起始日。时间窗指环扎,监测见HR-scans。不用于多胎(5.6)。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-cerclage", consider(treatments.ultrasound_cerclage),
    row="SBL3-UI", decision="cerclage",
    says=Text(
        "With a spontaneous preterm birth or late miscarriage from 16 to 34 weeks behind her and the cervix less than 25 mm under surveillance, an intervention is discussed: cerclage is one.",
        "既往孕16–34周自发早产或晚期流产、监测中宫颈<25 mm者,应讨论干预:环扎为其一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(26, 1)),
    grade="discuss", locus="Appendix F, p.85", read="full text",
    note=Text(
        "25 mm itself does not count. The sentence stands under the heading of that history; at high risk for another reason, NOHX-cerclage speaks. 'Surveillance' is read as a transvaginal scan from 16+0 to 23+6 (table, p.83; 'within the second trimester', p.85); the 24 weeks of p.86 end the scans, and no last day is printed for acting on one: the end at 26+0, included, is ours, that of NOHX-cerclage. The table (p.83) and the opening of this part (p.85) have treatment offered, as appropriate; the sentence itself has it discussed, and is carried as 'consider'. A cervix measured short from 24+0 on falls under neither sentence of p.85-86. Surveillance is offered instead of a suture: whether one is already in is not asked here. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list). Not for a multiple pregnancy (5.6).",
        "不含25 mm。该句列于上述病史的标题之下;因其他原因高危者见NOHX-cerclage。“监测”按16+0–23+6经阴道测量理解(第83页表格;第85页作“中孕期内”);第86页的24周为监测结束,处理的最晚时间未印:截止于26+0(含)为本软件所设,同NOHX-cerclage。表格(第83页)及本节开头(第85页)为酌情“提供”治疗,此句本身为“讨论”,按“考虑”录入。24+0起方测得缩短者不属第85–86页任一句。监测系环扎之外的另一选择:此处不问是否已有缝线。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-progesterone", consider(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="SBL3-UI", decision="progesterone",
    says=Text(
        "With a spontaneous preterm birth or late miscarriage from 16 to 34 weeks behind her and the cervix less than 25 mm under surveillance, an intervention is discussed: progesterone, vaginal or injected, is one.",
        "既往孕16–34周自发早产或晚期流产、监测中宫颈<25 mm者,应讨论干预:孕酮(阴道或肌注)为其一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(26, 1)),
    grade="discuss", locus="Appendix F, p.85", read="full text",
    note=Text(
        "25 mm itself does not count; history, surveillance, the end at 26+0 (ours) and the strength as in UI-cerclage. The bundle still lists the injected form in July 2023, after the American bodies and the FDA had advised in April 2023 to stop it. Not for a multiple pregnancy (5.6).",
        "不含25 mm;病史、监测、26+0截止(本软件所设)与强度同UI-cerclage。本版2023年7月仍列肌注孕酮,而美国各机构和FDA已于2023年4月建议停用。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-pessary", consider(treatments.pessary),
    row="SBL3-UI", decision="pessary",
    says=Text(
        "With a spontaneous preterm birth or late miscarriage from 16 to 34 weeks behind her and the cervix less than 25 mm under surveillance, an intervention is discussed: an Arabin pessary is one.",
        "既往孕16–34周自发早产或晚期流产、监测中宫颈<25 mm者,应讨论干预:Arabin宫颈托为其一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(26, 1)),
    grade="discuss", locus="Appendix F, p.85", read="full text",
    note=Text(
        "25 mm itself does not count; history, surveillance, the end at 26+0 (ours) and the strength as in UI-cerclage. Newer evidence: this was printed on 6 July 2023; on 25 July 2023, 19 days later, the TOPS trial of a pessary (20 mm or less, no earlier spontaneous preterm birth) was published, stopped for concern about deaths of babies and for futility. Not for a multiple pregnancy (5.6).",
        "不含25 mm;病史、监测、26+0截止(本软件所设)与强度同UI-cerclage。新证据:本版印于2023年7月6日;19天后(7月25日)发表的TOPS宫颈托试验(宫颈≤20 mm、无自发早产史)因胎儿或新生儿死亡的担忧及无效而提前终止。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "TAC", consider(treatments.abdominal_cerclage),
    row="SBL3-TAC", decision="route",
    says=Text(
        "After a cerclage through the vagina has failed, how it failed and her other circumstances are weighed, by experienced clinicians, who also operate; an abdominal cerclage may be considered. In pregnancy it is placed before 14 weeks.",
        "经阴道环扎失败后,由有经验者权衡当次失败的情形及其他临床因素,并由其手术;可考虑经腹环扎,孕期应在孕14周前进行。",
    ),
    women=findings.not_multiple,
    when=findings.failed_vaginal_cerclage,
    window=Window(closes=weeks(14)),
    grade="may be considered", locus="Appendix F, p.85-86", read="full text",
    note=Text(
        "The same sentence names a high vaginal cerclage as the alternative (TAC-high-vaginal). Failed is read as: the pregnancy with that suture ended by itself from 14+0 to 33+6; the bundle gives no limits. The window is that of the operation in pregnancy; no first day is given, before conception it stays open. For the laparoscopic route it refers to NICE's guidance of 2007 (IPG228). The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list). Not for a multiple pregnancy (5.6).",
        "同句并列经阴道高位环扎(TAC-high-vaginal)。“失败”按带该缝线的妊娠于14+0–33+6自发终止理解,原文未给界限。时间窗指孕期手术,未给起始日;孕前不受限。腹腔镜途径参见NICE 2007年指南(IPG228)。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "TAC-high-vaginal", consider(treatments.high_vaginal_cerclage),
    row="SBL3-TAC", decision="route",
    says=Text(
        "After a cerclage through the vagina has failed, weighed as in TAC, a high vaginal cerclage may be considered instead of an abdominal one.",
        "经阴道环扎失败后,权衡同TAC,亦可考虑经阴道高位环扎。",
    ),
    women=findings.not_multiple,
    when=findings.failed_vaginal_cerclage,
    grade="may be considered", locus="Appendix F, p.85-86", read="full text",
    note=Text(
        "The 14 weeks are printed for the abdominal suture alone; for this one no first and no last day is printed, none is set. Failed as in TAC. No contraindications are listed here. Not for a multiple pregnancy (5.6).",
        "14周仅就经腹环扎而言;此术式未印起止孕周,故不设。“失败”同TAC。原文此处未列禁忌证。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.13", offer(treatments.specialist_opinion),
    row="SBL3-TAC", decision="route",
    says=Text(
        "A tertiary prevention clinic with somebody who can place a high vaginal or an abdominal cerclage must be within reach by referral; both are rare and best done in supraregional centres.",
        "应能转诊至三级早产预防门诊,由能行经阴道高位或经腹环扎者接诊;两种手术均少见,宜集中于跨区域中心。",
    ),
    women=findings.not_multiple,
    when=findings.failed_vaginal_cerclage,
    grade="should", locus="5.13, p.47; p.53", read="full text",
    note=Text(
        "A duty of the hospital to women with a complex history; shown to the woman in whom these operations come up (failed as in TAC). Not for a multiple pregnancy (5.6).",
        "系对病史复杂者的机构义务;在涉及上述手术者显示(“失败”同TAC)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "NOHX-cerclage", consider(treatments.serial_scans, treatments.ultrasound_cerclage),
    row="SBL3-NOHX", decision="cerclage",
    says=Text(
        "Without a spontaneous preterm birth or mid-trimester loss, a cervix of less than 25 mm on a scan at 16+0 to 26+0 is managed individually; further surveillance and cerclage are among the choices she is told.",
        "无自发早产或中孕期流产史,孕16+0–26+0测得宫颈<25 mm者个体化处理;告知的选择包括继续监测或环扎。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text(
        "No history is read as none from 16+0 to 34+0, the group of p.85, whatever her other risk: so a spontaneous birth after 34+0, or a loss before 16+0, leaves her here. At high risk for another reason the table has interventions offered as appropriate; told as choices here, they are carried as 'consider'. The days are those of the scan, both included; no last day is printed for acting on it, so the same end is used. 25 mm itself does not count. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list). Not for a multiple pregnancy (5.6).",
        "“无病史”指无第85页所指16+0–34+0自发早产或流产,不论其他高危;故34+0后自发早产、16+0前流产者仍属此列。因其他原因高危者,表格为酌情“提供”干预;此处为告知选择,按“考虑”录入。所印孕周指测量时,含两端;原文未印处理的最晚时间,故用同一截止。不含25 mm。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "NOHX-progesterone", consider(treatments.vaginal_progesterone),
    row="SBL3-NOHX", decision="progesterone",
    says=Text(
        "Without a spontaneous preterm birth or mid-trimester loss, a cervix of less than 25 mm on a scan at 16+0 to 26+0 is managed individually; progesterone is among the choices she is told.",
        "无自发早产或中孕期流产史,孕16+0–26+0测得宫颈<25 mm者个体化处理;告知的选择包括孕酮。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text(
        "Limits as in NOHX-cerclage; the form of progesterone is not printed here, the vaginal one is entered. Not for a multiple pregnancy (5.6).",
        "界限同NOHX-cerclage;此处未印剂型,按阴道孕酮录入。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "NOHX-pessary", consider(treatments.pessary),
    row="SBL3-NOHX", decision="pessary",
    says=Text(
        "Without a spontaneous preterm birth or mid-trimester loss, a cervix of less than 25 mm on a scan at 16+0 to 26+0 is managed individually; a pessary is among the choices she is told.",
        "无自发早产或中孕期流产史,孕16+0–26+0测得宫颈<25 mm者个体化处理;告知的选择包括宫颈托。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text(
        "Limits as in NOHX-cerclage. Newer evidence: printed on 6 July 2023; 19 days later the TOPS trial of a pessary in such women was published, stopped for concern about deaths of babies and for futility (UI-pessary). Not for a multiple pregnancy (5.6).",
        "界限同NOHX-cerclage。新证据:本版印于2023年7月6日,19天后发表的TOPS宫颈托试验(对象为此类孕妇)因胎儿或新生儿死亡的担忧及无效而提前终止(见UI-pessary)。不用于多胎(5.6)。",
    ),
)  # fmt: skip
