"""NHS England, Saving Babies' Lives v3.1: who is at risk, and how she is watched (Element 5, p.46-54; Appendix F, p.82-86).

A care bundle, mandated in England, not a guideline. Read in full on 2026-12-01. Its own summary of changes (p.1): version
3 of 1 June 2023 became 3.1 on 6 July 2023, and in Element 5 only two indicators of audit changed. Version 3.2 is said to
exist and was not seen. Appendix F calls itself a suggestion that providers may adopt (p.54). Multiple pregnancies are
left to NICE (5.6): what foresees and prevents is read for one baby, the care of a birth that comes (5.15-5.25) for all.
The other pages of the document: `_prevention`, `_booking`, `_labour`, `_birth`.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, offer
from fullterm.logic.language import all_of, any_of, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import symptoms_of_preterm_labour

SBL3 = Guideline(
    id="sbl3", short="Saving Babies' Lives v3.1", title=Text("Saving Babies' Lives, version 3.1", "拯救婴儿生命护理包3.1版"),
    publisher="NHS England", country="GB", published=date(2023, 7, 6),
    url="https://www.england.nhs.uk",
    edition="version 3.1, 6 July 2023, PRN00614 (version 3: 1 June 2023)",
)  # fmt: skip

before_24 = pregnancy.gestation < weeks(24)
high = all_of(woman.pregnant, before_24, findings.sbl_high_risk)
intermediate = all_of(woman.pregnant, before_24, findings.sbl_intermediate_risk)
at_risk = any_of(findings.sbl_high_risk, findings.sbl_intermediate_risk)
FIBRONECTIN = Text(
    "Where the centre has the expertise, from 18 weeks (read as 18+0), with the length of the cervix, at the lead clinician's discretion (p.84-85). Without symptoms: with them 5.9 speaks. The end at 24+0 is that of surveillance. Not for a multiple pregnancy (5.6).",
    "仅限有相应经验的中心,自18周起(按18+0理解),与宫颈长度联合,由主管医生酌定(第84–85页)。限无症状者,有症状者见5.9。24+0为监测结束时间。不用于多胎(5.6)。",
)

SBL3.recommend(
    "5.3", offer(treatments.risk_history),
    row="FULL-SBL3-5.3", decision="investigations",
    says=Text(
        "At booking every woman's risk of preterm birth is assessed and she is put on a low, intermediate or high risk pathway, by the criteria of Appendix F; history predicts imperfectly.",
        "建档时评估每位孕妇的早产风险,按附录F标准分入低、中、高危路径;仅凭病史的预测并不完善。",
    ),
    women=findings.not_multiple, when=woman.pregnant,
    grade="-", locus="5.3, p.47; p.82-83", read="full text",
    note=Text("At booking is not a gestation; no end is set. Not for a multiple pregnancy (5.6).", "“建档时”未给孕周,故不设截止。不用于多胎(5.6)。"),
)  # fmt: skip

SBL3.recommend(
    "5.6", inform(),
    row="FULL-SBL3-5.6", decision="surveillance",
    says=Text(
        "In a multiple pregnancy the risk of preterm birth is assessed and managed as NICE has it, or a variant agreed locally.",
        "多胎妊娠的早产风险评估与处理遵循NICE指南,或经地方商定的变通方案。",
    ),
    when=findings.multiple,
    grade="-", locus="5.6, p.47", read="full text",
    note=Text("NICE NG137 is on a page of its own.", "NICE NG137另有专页。"),
)  # fmt: skip

SBL3.recommend(
    "HR-clinic", offer(treatments.preterm_clinic),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "A woman at high risk (an earlier preterm birth or mid-trimester loss from 16 to 34 weeks, waters broken before 34 weeks, an earlier cerclage, a unicornuate, bicornuate or septate uterus, intrauterine adhesions or trachelectomy) is referred to the preterm birth clinic by 12 weeks, where it is assessed who needs a tertiary service.",
        "高危者(既往孕16–34周早产或中孕期流产、34周前胎膜早破、曾行环扎、单角/双角/纵隔子宫、宫腔粘连、宫颈切除术)应在孕12周前转诊至早产预防门诊,并评估是否需转三级机构。",
    ),
    women=findings.not_multiple, when=high,
    grade="-", locus="Appendix F, table 2, p.83", read="full text",
    note=Text(
        "'16 to 34 weeks' is read as 16+0 to 34+0, both included. The table does not say spontaneous, as p.85 does: a birth that doctors began counts too, though Element 5 is aimed at spontaneous birth (p.53); a termination counts only where the pregnancy was already being lost, or the baby had died before it. Waters broken before 34 weeks are read as a pregnancy that ended from 16+0 to 33+6 with the membranes going first: broken so early and born later is not told apart. The uteri are a closed list ('i.e.'): a double uterus is not in it. A trachelectomy counts whatever it was for (the table: cancer); an earlier cerclage by any route. 'By 12 weeks' is a target, so a later referral is still due until surveillance ends at 24+0. Not for a multiple pregnancy (5.6).",
        "“16–34周”按16+0至34+0(含两端)理解。该表未写“自发”(第85页则写明):由医生引发的分娩亦计,虽第5要素旨在减少自发早产(第53页);人工终止仅在已流产过程中或胎儿已先死亡者计入。“34周前胎膜早破”按胎膜先破且于16+0–33+6终止理解,早破而较晚分娩者无法区分。子宫畸形为封闭列举(“i.e.”),双子宫不在其列。宫颈切除术不论原因(表中:为宫颈癌);既往环扎不论途径。“12周前”为目标,迟到者在24+0监测结束前仍应转诊。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HR-scans", offer(treatments.serial_scans),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "The table: a woman at high risk is offered a transvaginal scan of the cervix every 2 to 4 weeks between 16 and 24 weeks.",
        "表格:高危者于孕16–24周每2–4周经阴道测量宫颈长度。",
    ),
    women=findings.not_multiple, when=high, window=Window(weeks(16), weeks(24)),
    grade="-", locus="Appendix F, table 2, p.83; 5.12, p.47", read="full text",
    note=Text(
        "The text below the table asks for less (HR-minimum); both stand as printed. 16 to 24 weeks is read as 16+0 to 23+6, because surveillance ends at 24 weeks (p.86). High risk as in HR-clinic. 5.12 means women without symptoms, the table all: symptoms are not asked. What becomes of the scans once a suture is in is not said. Not for a multiple pregnancy (5.6).",
        "表下正文要求较低(见HR-minimum),两者按原文并列。“16–24周”按16+0–23+6理解,因监测至24周为止(第86页)。高危标准同HR-clinic。5.12限无症状者,表格为全部:不问症状。环扎后是否继续测量,原文未写。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HR-minimum", offer(treatments.single_scan),
    row="FULL-SBL3-F-minimum", decision="surveillance",
    says=Text(
        "The text below the table: in the clinic a detailed history and an individual plan; further tests are offered, as a minimum one transvaginal scan between 18 and 22 weeks; more scans are the lead clinician's choice, and likely.",
        "表下正文:在门诊详询病史并制订个体化计划;应提供进一步检查,至少于孕18–22周经阴道测量一次;更多测量由主管医生决定,且多半需要。",
    ),
    women=findings.not_multiple, when=high, window=Window(weeks(18), weeks(23)),
    grade="-", locus="Appendix F, Risk assessment, p.84", read="full text",
    note=Text(
        "The table above it asks for a scan every 2 to 4 weeks from 16 weeks (HR-scans); both stand as printed, neither is taken for the other. 'Any of the additional high-risk factors' is read as high risk by the table. 18 to 22 weeks is read as 18+0 to 22+6. Not for a multiple pregnancy (5.6).",
        "其上表格要求自16周起每2–4周一次(见HR-scans);两者按原文并列,互不替代。“其他高危因素”按表中高危理解。“18–22周”按18+0–22+6理解。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "HR-fibronectin", consider(treatments.fibronectin),
    row="SBL3-HR", decision="surveillance",
    says=Text(
        "At high risk and without symptoms, quantitative fetal fibronectin may be considered in addition, from 18 weeks and beside the length of the cervix.",
        "高危且无症状者,可考虑自18周起在测宫颈长度之外加做定量胎儿纤维连接蛋白。",
    ),
    women=findings.not_multiple, when=all_of(high, pregnancy.gestation >= weeks(18)),
    unless=symptoms_of_preterm_labour, window=Window(weeks(18), weeks(24)),
    grade="may be considered", locus="Appendix F, table 2, p.83; p.84-85", read="full text", note=FIBRONECTIN,
)  # fmt: skip

SBL3.recommend(
    "HR-fibronectin-late", consider(treatments.fibronectin),
    row="FULL-SBL3-F-fibronectin", decision="surveillance",
    says=Text(
        "At high risk, fibronectin can also help in the late second and early third trimester to choose when to prepare for a preterm birth, with steroids and magnesium for instance.",
        "高危者在中孕晚期和晚孕早期亦可用纤维连接蛋白协助确定早产准备(如激素、硫酸镁)的时机。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, pregnancy.gestation >= weeks(22), pregnancy.gestation < weeks(34), findings.sbl_high_risk
    ),
    unless=symptoms_of_preterm_labour, window=Window(weeks(22), weeks(34)),
    grade="can", locus="Appendix F, p.85", read="full text",
    note=Text(
        "No week is printed. Elsewhere the document counts the late second trimester from 16+0 to 23+6 (p.51); what is to be prepared, steroids and magnesium, is offered from 22+0 to 33+6 (5.20, 5.21), so it is read from 22+0 to 33+6; until 24+0 HR-fibronectin speaks beside it. High risk as in HR-clinic. Without symptoms, where there is the expertise, at the lead clinician's discretion. Not for a multiple pregnancy (5.6).",
        "未印孕周。原文他处将中孕晚期计为16+0–23+6(第51页);而所准备的激素与硫酸镁用于22+0–33+6(5.20、5.21),故按22+0–33+6理解;24+0前与HR-fibronectin并存。高危标准同HR-clinic。限无症状者、有相应经验的机构,由主管医生酌定。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "IR-clinic", offer(treatments.preterm_clinic),
    row="FULL-SBL3-F-IR-clinic", decision="surveillance",
    says=Text(
        "A woman at intermediate risk (caesarean at full dilatation, a loop excision deeper than 15 mm, more than one loop excision, or a cone) is referred to the preterm birth clinic by 12 weeks too.",
        "中危者(宫口开全时剖宫产、环形电切深度>15 mm、环形电切一次以上或锥切)亦应在孕12周前转诊至早产预防门诊。",
    ),
    women=findings.not_multiple, when=intermediate,
    grade="-", locus="Appendix F, table 2, p.84", read="full text",
    note=Text(
        "'By 12 weeks' is a target: a later referral is still due until surveillance ends at 24+0. One loop excision of 15 mm or less does not count. Not for a multiple pregnancy (5.6).",
        "“12周前”为目标,迟到者在24+0监测结束前仍应转诊。单次环形电切且深度≤15 mm不计。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "IR-scan", offer(treatments.single_scan),
    row="SBL3-IR", decision="surveillance",
    says=Text(
        "At intermediate risk the option of further tests is discussed with her: as a minimum a single transvaginal scan between 18 and 22 weeks.",
        "中危者与其讨论进一步检查的选择:至少于孕18–22周经阴道测量宫颈一次。",
    ),
    women=findings.not_multiple, when=intermediate, window=Window(weeks(18), weeks(23)),
    grade="discussed, as a minimum", locus="Appendix F, table 2, p.84; 5.12, p.47", read="full text",
    note=Text(
        "The table has the option discussed, with this scan as the minimum; 5.12 wants women at intermediate risk too to have access to it, so it is carried as an offer (the tests offered on p.84 are for high risk). 5.12 means women without symptoms, the table all: symptoms are not asked. 18 to 22 weeks is read as 18+0 to 22+6. One who is also at high risk has HR-scans. One loop excision of 15 mm or less does not count. Not for a multiple pregnancy (5.6).",
        "表中为“讨论选择”,以此次测量为最低要求;5.12要求中危者亦能获得该检查,故按提供录入(第84页的“提供”指高危者)。5.12限无症状者,表格为全部:不问症状。“18–22周”按18+0–22+6理解。同属高危者见HR-scans。单次环形电切且深度≤15 mm不计。不用于多胎(5.6)。",
    ),
)  # fmt: skip

SBL3.recommend(
    "IR-fibronectin", consider(treatments.fibronectin),
    row="FULL-SBL3-F-fibronectin", decision="surveillance",
    says=Text(
        "At intermediate risk and without symptoms, quantitative fetal fibronectin can be considered in addition.",
        "中危且无症状者,可考虑加做定量胎儿纤维连接蛋白。",
    ),
    women=findings.not_multiple, when=all_of(intermediate, pregnancy.gestation >= weeks(18)),
    unless=symptoms_of_preterm_labour, window=Window(weeks(18), weeks(24)),
    grade="can be considered", locus="Appendix F, table 2, p.84; p.84-85", read="full text", note=FIBRONECTIN,
)  # fmt: skip

SBL3.recommend(
    "END-surveillance", inform(treatments.serial_scans),
    row="SBL3-END", decision="surveillance",
    says=Text(
        "Scans of the cervix go on until 24 weeks; then, if no intervention is advised, she may return to routine care, a midwife's where nothing else adds risk. At intermediate risk this is reassessed at 24 weeks.",
        "宫颈监测至孕24周结束;如无须干预,可转回常规产检(无其他高危因素者可由助产士产检)。中危者于24周再评估是否转回。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, at_risk, pregnancy.gestation >= weeks(24)),
    grade="-", locus="Appendix F, p.86; table 2, p.84", read="full text",
    note=Text("24 weeks is read as 24+0 and after, no end is printed; women of high or intermediate risk (HR-clinic, IR-clinic) are meant, whether or not a scan is recorded; whether something is advised is not asked, the sentence carries it. NOHX-cerclage names further surveillance to women scanned later. Not for a multiple pregnancy (5.6).", "“24周”按24+0起理解,未印截止;对象为高危或中危者(HR-clinic、IR-clinic),不论有无测量记录;是否建议干预未问,条件写在句中。较晚测量者的继续监测见NOHX-cerclage。不用于多胎(5.6)。"),
)  # fmt: skip

SBL3.recommend(
    "END-clinic", offer(treatments.preterm_clinic),
    row="SBL3-END", decision="aftercare",
    says=Text(
        "A woman who has had an intervention (cerclage, pessary or progesterone) stays in the preterm birth clinic until birth.",
        "接受过干预(环扎、宫颈托或孕酮)者,在早产预防门诊随访至分娩。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, any_of(findings.has_suture, pregnancy.progesterone, pregnancy.injected_progesterone, pregnancy.pessary)),
    grade="-", locus="Appendix F, p.86", read="full text",
    note=Text(
        "Read for a suture that is in (an abdominal one too), progesterone in use, vaginal or injected (p.85 names both), or a pessary in place now; one stopped earlier is not recorded. Not for a multiple pregnancy (5.6).",
        "按目前有缝线(含经腹)、正在用孕酮(阴道或肌注,第85页并列)或已放宫颈托理解;此前已停用者病历未记录。不用于多胎(5.6)。",
    ),
)  # fmt: skip
