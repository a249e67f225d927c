"""NHS England, Saving Babies' Lives v3.1: Element 5 and Appendix F. A care bundle, mandated in England, not a guideline.

Written from `clinical/guidelines-english.md` section 7, whose author read the full text of July 2023. Version 3.2 is
said to exist and was not seen. The bundle states no number of babies; it is read for one baby, since NICE NG137 speaks
of twins and triplets.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, do_not_offer, inform, offer, uncertain
from fullterm.logic.language import all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SBL3 = Guideline(
    id="sbl3", short="Saving Babies' Lives v3.1", title=Text("Saving Babies' Lives, version 3.1", "拯救婴儿生命护理包3.1版"),
    publisher="NHS England", country="GB", published=date(2023, 7, 1),
    url="https://www.england.nhs.uk",
    edition="version 3.1, July 2023, PRN00614 (day of publication not in our table)",
)  # fmt: skip

before_24 = pregnancy.gestation < weeks(24)
at_risk = any_of(findings.sbl_high_risk, findings.sbl_intermediate_risk)
watched_and_short = all_of(
    woman.pregnant, before_24, findings.sbl_high_risk, findings.shortest(weeks(16), weeks(24)) < mm(25)
)
short_without_history = all_of(
    woman.pregnant,
    pregnancy.gestation <= weeks(26),
    not_(findings.birth_or_loss_16_to_34),
    findings.shortest(weeks(16), weeks(26), end_included=True) < mm(25),
)
SBL3.recommend(
    "HR-clinic", offer(treatments.preterm_clinic),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "A woman at high risk (an earlier preterm birth or loss from 16 to 34 weeks, waters broken before 34 weeks, an earlier cerclage, a unicornuate, bicornuate or septate uterus, intrauterine adhesions or trachelectomy) is seen in the preterm birth clinic by 12 weeks.",
        "高危者(既往孕16–34周早产或流产、34周前胎膜早破、曾行环扎、单角/双角/纵隔子宫、宫腔粘连、宫颈切除术)应在孕12周前到早产预防门诊就诊。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, findings.sbl_high_risk),
    grade="-", locus="Appendix F, table 2, p.83", read="full text",
    note=Text(
        "'16 to 34 weeks' is read as 16+0 to 34+0, both included, and as what came by itself; waters broken before 34 weeks as a pregnancy that ended from 16+0 to 33+6 with the membranes going first. 'By 12 weeks' is a target, so a later referral is still due until surveillance ends at 24+0. For one baby: the bundle does not say so.",
        "“16–34周”按16+0至34+0(含两端)且自然发动理解;“34周前胎膜早破”按胎膜先破且于16+0–33+6终止理解。“12周前”为目标,迟到者在24+0监测结束前仍应转诊。按单胎理解,原文未写明。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HR-scans", offer(treatments.serial_scans),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "A woman at high risk has her cervix measured through the vagina every 2 to 4 weeks from 16 to 24 weeks.",
        "高危者于孕16–24周每2–4周经阴道测量宫颈长度。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, findings.sbl_high_risk),
    window=Window(weeks(16), weeks(24)),
    grade="-", locus="Appendix F, table 2, p.83", read="full text",
    note=Text(
        "16 to 24 weeks is read as 16+0 to 23+6, because the bundle ends surveillance at 24 weeks. The list of high risk is the one in HR-clinic.",
        "“16–24周”按16+0–23+6理解,因原文规定监测至24周为止。高危标准同HR-clinic。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HR-fibronectin", consider(treatments.fibronectin),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "Quantitative fetal fibronectin is an optional addition in a woman at high risk.",
        "高危者可选择加做定量胎儿纤维连接蛋白。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, findings.sbl_high_risk),
    grade="optional", locus="Appendix F, table 2, p.83", read="full text",
    note=Text("When it is taken is not in our table; the end at 24+0 is that of surveillance.", "资料未给检测时间;24+0为监测结束时间。"),
)  # fmt: skip

SBL3.recommend(
    "IR-scan", offer(treatments.single_scan),
    row="SBL3-IR", decision="surveillance",
    says=Text(
        "A woman at intermediate risk (caesarean at full dilatation, a loop excision deeper than 15 mm, more than one loop excision, or a cone) has at least one transvaginal measurement at 18 to 22 weeks, and is assessed again at 24 weeks.",
        "中危者(宫口开全时剖宫产、环形电切深度>15 mm、环形电切一次以上或锥切)至少于孕18–22周经阴道测量宫颈一次,24周再评估。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, findings.sbl_intermediate_risk),
    window=Window(weeks(18), weeks(23)),
    grade="-", locus="Appendix F, p.84", read="full text",
    note=Text(
        "18 to 22 weeks is read as 18+0 to 22+6. One who is also at high risk has the closer surveillance of HR-scans. One loop excision of 15 mm or less does not count.",
        "“18–22周”按18+0–22+6理解。同属高危者按HR-scans更密监测。单次环形电切且深度≤15 mm不计。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HI", offer(treatments.history_cerclage, treatments.serial_scans),
    row="SBL3-HI", decision="cerclage",
    says=Text(
        "A woman with one or more spontaneous preterm births or late losses from 16 to 34 weeks is offered either a history-indicated cerclage, by the end of the first trimester where possible and often after the dating scan and aneuploidy screening, or transvaginal surveillance.",
        "既往孕16–34周自发早产或晚期流产≥1次者,提供病史指征环扎(尽量在早孕期末前,通常在核对孕周和染色体筛查之后)或经阴道超声监测,二者择一。",
    ),
    women=findings.not_multiple,
    when=findings.birth_or_loss_16_to_34,
    window=Window(closes=weeks(14)),
    grade="offer", locus="Appendix F, p.85", read="full text",
    note=Text(
        "'16 to 34 weeks' is read as 16+0 to 34+0, both included. The end of the first trimester is read as 13+6 and is 'where possible'; no first day is given. The window is that of the cerclage; surveillance has its own in HR-scans. For one baby: the bundle does not say so. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "“16–34周”按16+0至34+0(含两端)理解。“早孕期末”按13+6理解,原文为“尽量”,未给起始日。时间窗指环扎,监测见HR-scans。按单胎理解,原文未写明。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-cerclage", consider(treatments.ultrasound_cerclage),
    row="SBL3-UI", decision="cerclage",
    says=Text(
        "When the cervix is less than 25 mm during surveillance, cerclage is one of the interventions to be discussed.",
        "监测中宫颈<25 mm时,环扎是应讨论的干预措施之一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(24)),
    grade="-", locus="Appendix F, p.85", read="full text",
    note=Text(
        "25 mm itself does not count. 'On surveillance' is read as at high risk by the bundle's list, scanned from 16+0 to 23+6. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "不含25 mm。“监测中”指符合本护理包高危标准、于16+0–23+6测量者。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-progesterone", consider(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="SBL3-UI", decision="progesterone",
    says=Text(
        "When the cervix is less than 25 mm during surveillance, progesterone, vaginal or injected, is one of the interventions to be discussed.",
        "监测中宫颈<25 mm时,孕酮(阴道或肌注)是应讨论的干预措施之一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(24)),
    grade="-", locus="Appendix F, p.85", read="full text",
    note=Text(
        "25 mm itself does not count; 'on surveillance' as in UI-cerclage. The bundle still lists the injected form in July 2023, after the American bodies and the FDA had advised in April 2023 to stop it.",
        "不含25 mm;“监测中”同UI-cerclage。本版2023年7月仍列肌注孕酮,而美国各机构和FDA已于2023年4月建议停用。",
    ),
)  # fmt: skip

SBL3.recommend(
    "UI-pessary", consider(treatments.pessary),
    row="SBL3-UI", decision="pessary",
    says=Text(
        "When the cervix is less than 25 mm during surveillance, an Arabin pessary is one of the interventions to be discussed.",
        "监测中宫颈<25 mm时,Arabin宫颈托是应讨论的干预措施之一。",
    ),
    women=findings.not_multiple, when=watched_and_short, window=Window(weeks(16), weeks(24)),
    grade="-", locus="Appendix F, p.85", read="full text",
    note=Text("25 mm itself does not count; 'on surveillance' as in UI-cerclage.", "不含25 mm;“监测中”同UI-cerclage。"),
)  # fmt: skip

SBL3.recommend(
    "TAC", consider(treatments.high_vaginal_cerclage, treatments.abdominal_cerclage),
    row="SBL3-TAC", decision="route",
    says=Text(
        "After a cerclage through the vagina has failed, a high vaginal or an abdominal cerclage may be considered; in pregnancy the abdominal one is placed before 14 weeks.",
        "经阴道环扎失败后,可考虑经阴道高位环扎或经腹环扎;孕期经腹环扎应在孕14周前进行。",
    ),
    women=findings.not_multiple,
    when=findings.failed_vaginal_cerclage,
    window=Window(closes=weeks(14)),
    grade="-", locus="Appendix F, p.85-86", read="full text",
    note=Text(
        "Failed is read as: the pregnancy with that suture ended by itself from 14+0 to 33+6; the bundle gives no limits. The window is that of the abdominal suture in pregnancy; no first day is given. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "“失败”按带该缝线的妊娠于14+0–33+6自发终止理解,原文未给界限。时间窗指孕期经腹环扎,未给起始日。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "5.13", offer(treatments.specialist_opinion),
    row="SBL3-TAC", decision="route",
    says=Text(
        "A woman for whom an abdominal cerclage is considered is referred to a supraregional centre.",
        "考虑经腹环扎者,转诊至跨区域中心。",
    ),
    women=findings.not_multiple,
    when=findings.failed_vaginal_cerclage,
    grade="-", locus="5.13, PDF p.48", read="full text",
    note=Text(
        "Our table says only that abdominal cerclage belongs to a supraregional centre; failed as in TAC.",
        "资料仅载明经腹环扎归跨区域中心;“失败”同TAC。",
    ),
)  # fmt: skip

SBL3.recommend(
    "NOHX-cerclage", consider(treatments.serial_scans, treatments.ultrasound_cerclage),
    row="SBL3-NOHX", decision="cerclage",
    says=Text(
        "Without an earlier preterm birth or late loss, a cervix of less than 25 mm at 16+0 to 26+0 is managed individually; further surveillance and cerclage are among the choices.",
        "无早产或晚期流产史,孕16+0–26+0宫颈<25 mm者个体化处理,可选继续监测或环扎等。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text(
        "No history is read as no spontaneous birth or loss from 16+0 to 34+0. Both ends of the range are included, 25 mm is not. The document lists no contraindications here, so none are read in (RCOG 75 §9.2 has a list).",
        "“无病史”指无孕16+0–34+0自发早产或流产。孕周含两端,不含25 mm。原文此处未列禁忌证,故未录入(RCOG 75 §9.2有列)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "NOHX-progesterone", consider(treatments.vaginal_progesterone),
    row="SBL3-NOHX", decision="progesterone",
    says=Text(
        "Without an earlier preterm birth or late loss, a cervix of less than 25 mm at 16+0 to 26+0 is managed individually; progesterone is among the choices.",
        "无早产或晚期流产史,孕16+0–26+0宫颈<25 mm者个体化处理,可选孕酮等。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text("Limits as in NOHX-cerclage; the form of progesterone is not in the row, the vaginal one is entered.", "界限同NOHX-cerclage;资料未写剂型,按阴道孕酮录入。"),
)  # fmt: skip

SBL3.recommend(
    "NOHX-pessary", consider(treatments.pessary),
    row="SBL3-NOHX", decision="pessary",
    says=Text(
        "Without an earlier preterm birth or late loss, a cervix of less than 25 mm at 16+0 to 26+0 is managed individually; a pessary is among the choices.",
        "无早产或晚期流产史,孕16+0–26+0宫颈<25 mm者个体化处理,可选宫颈托等。",
    ),
    women=findings.not_multiple, when=short_without_history, window=Window(weeks(16), weeks(26, 1)),
    grade="individualise", locus="Appendix F, p.86", read="full text",
    note=Text("Limits as in NOHX-cerclage.", "界限同NOHX-cerclage。"),
)  # fmt: skip

SBL3.recommend(
    "END-surveillance", inform(treatments.serial_scans),
    row="SBL3-END", decision="surveillance",
    says=Text(
        "Surveillance of the cervix ends at 24 weeks.",
        "宫颈长度监测至孕24周结束。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, at_risk, pregnancy.gestation >= weeks(24)),
    grade="-", locus="Appendix F, p.86", read="full text",
    note=Text("24 weeks is read as 24+0; women of high or intermediate risk are meant.", "“24周”按24+0理解;对象为高危或中危者。"),
)  # fmt: skip

SBL3.recommend(
    "END-clinic", offer(treatments.preterm_clinic),
    row="SBL3-END", decision="aftercare",
    says=Text(
        "A woman who has had an intervention (cerclage, progesterone or pessary) stays in the preterm birth clinic until birth.",
        "接受过干预(环扎、孕酮或宫颈托)者,在早产预防门诊随访至分娩。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, any_of(findings.has_suture, pregnancy.progesterone, pregnancy.pessary)),
    grade="-", locus="Appendix F, p.86", read="full text",
    note=Text("Intervention is read as one of those the bundle names.", "“干预”指本护理包所列各项。"),
)  # fmt: skip

SBL3.recommend(
    "5.11-urine", offer(treatments.urine_culture),
    row="SBL3-INF", decision="investigations",
    says=Text(
        "At booking, a woman at high or intermediate risk has a midstream urine culture, and a test of cure after treatment.",
        "高危或中危者建档时做中段尿培养,治疗后复查确认转阴。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, at_risk),
    grade="-", locus="5.11, PDF p.48; p.83", read="full text",
    note=Text("At booking is not a gestation; no end is set.", "“建档时”未给孕周,故不设截止。"),
)  # fmt: skip

SBL3.recommend(
    "5.11-vaginosis", uncertain(treatments.vaginosis_culture),
    row="SBL3-INF", decision="investigations",
    says=Text(
        "The role of looking for and treating bacterial vaginosis in a woman at risk is controversial.",
        "高危、中危者筛查和治疗细菌性阴道病的作用尚有争议。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, at_risk),
    grade="-", locus="5.11, PDF p.48; p.83", read="full text",
)  # fmt: skip

SBL3.recommend(
    "5.11-gbs", do_not_offer(treatments.gbs_treatment),
    row="SBL3-INF", decision="not_to_do",
    says=Text(
        "Group B streptococcus found on a swab is not treated before labour.",
        "分泌物检出B族链球菌者,临产前不予治疗。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, at_risk),
    grade="-", locus="5.11, PDF p.48; p.83", read="full text",
    note=Text("Whether a swab was positive is not recorded, so it is said to every woman at risk.", "病历未记录分泌物结果,故对所有高危、中危者显示。"),
)  # fmt: skip
