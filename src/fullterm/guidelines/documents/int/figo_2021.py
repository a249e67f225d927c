"""FIGO Working Group for Preterm Birth 2021: cervical cerclage, progestogens, pessary.

Written from `clinical/guidelines-world.md` section 1, whose author read the three abstracts, not the bodies. Not yet
read against the source by a clinician. What was recalled from the bodies (12-14 weeks, short cervix up to 25 mm) stands
in notes and never in the logic.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    do_not_offer,
    inform,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

FIGO_CERCLAGE = Guideline(
    id="figo-2021-cerclage", short="FIGO 2021 cerclage",
    title=Text("Good practice recommendations on cervical cerclage for prevention of preterm birth", "宫颈环扎预防早产良好实践建议"),
    publisher="FIGO", country="INT", published=date(2021, 1, 1), url="https://doi.org/10.1002/ijgo.13835",
    edition="2021, Int J Gynaecol Obstet 155(1)",
)  # fmt: skip
FIGO_PROGESTOGENS = Guideline(
    id="figo-2021-progestogens", short="FIGO 2021 progestogens",
    title=Text("Good practice recommendations on progestogens for prevention of preterm birth", "孕激素预防早产良好实践建议"),
    publisher="FIGO", country="INT", published=date(2021, 1, 1), url="https://doi.org/10.1002/ijgo.13852",
    edition="2021, Int J Gynaecol Obstet 155(1):16-18",
)  # fmt: skip
FIGO_PESSARY = Guideline(
    id="figo-2021-pessary", short="FIGO 2021 pessary",
    title=Text("Good practice recommendations on the cervical pessary for prevention of preterm birth", "宫颈托预防早产良好实践建议"),
    publisher="FIGO", country="INT", published=date(2021, 1, 1), url="https://pubmed.ncbi.nlm.nih.gov/34520053/",
    edition="2021, Int J Gynaecol Obstet 155(1):23-25",
)  # fmt: skip

births_and_losses = findings.births(weeks(14), weeks(37))
short = findings.shortest_before_24 < mm(25)
not_short = findings.shortest_before_24 >= mm(25)
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))

# -- cerclage ---------------------------------------------------------------------------------------------------

FIGO_CERCLAGE.recommend(
    "CER-01", offer(treatments.history_cerclage),
    row="FIGO21-CER-01", decision="cerclage",
    says=Text(
        "History-indicated cerclage should be offered to a woman who has had three or more preterm deliveries and/or mid-trimester losses, counted together.",
        "既往早产和(或)中孕期流产合计三次及以上者,应提供病史指征宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=births_and_losses >= 3,
    window=Window(closes=weeks(24)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "The abstract gives neither weeks, nor plurality, nor order. We count what ended by itself from 14+0 to 36+6, in any order (the abstract writes 'spontaneous' only for ultrasound-indicated cerclage), read it for singletons because twins have their own sentence, and close at 24+0. Recalled from the body and to be checked: insertion at 12-14 weeks. The abstract names no contraindications.",
        "摘要未写孕周、胎数及是否连续。我们计入14+0至36+6自然结束的妊娠,不论先后;因双胎另有一句,按单胎理解;以24+0为止。正文12–14周为回忆,待核对。摘要未列禁忌证。",
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-02", offer(treatments.ultrasound_cerclage),
    row="FIGO21-CER-02", decision="cerclage",
    says=Text(
        "Ultrasound-indicated cerclage should be offered to a woman with one or more spontaneous preterm births and/or mid-trimester losses whose cervix is shorter than 25 mm.",
        "既往有一次及以上自发早产和(或)中孕期流产、宫颈长度<25 mm者,应提供超声指征宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(before_24, births_and_losses >= 1, short),
    window=Window(closes=weeks(24)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "Exactly 25 mm is not shorter than 25 mm. The abstract gives no gestational limit: before 24+0, for the scan and for the suture, is recalled and is our outer bound. Mid-trimester is read from 14+0, preterm to 36+6; read for singletons. The abstract names no contraindications.",
        "恰为25 mm不算。摘要无孕周上限:测量与手术均限24+0以前,系回忆,作为我们的外界限。中孕期自14+0起,早产至36+6;按单胎理解。摘要未列禁忌证。",
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-03", uncertain(treatments.ultrasound_cerclage),
    row="FIGO21-CER-03", decision="cerclage",
    says=Text(
        "Ultrasound-indicated cerclage has no clear benefit for a short cervix in women at high risk for other reasons, without a preterm birth or mid-trimester loss.",
        "因其他原因属高危、但无早产或中孕期流产史的宫颈缩短者,超声指征环扎无明确获益。",
    ),
    women=findings.not_multiple,
    when=all_of(
        before_24, births_and_losses < 1, short, any_of(findings.cervical_surgery, findings.mullerian_anomaly)
    ),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "Which other risks is not said: we take surgery to the cervix and a congenital uterine anomaly. 'Short' is read as in the sentence before, below 25 mm before 24+0.",
        "未说明是哪些其他高危因素:我们取宫颈手术史与先天性子宫畸形。“缩短”同上句,24+0前<25 mm。",
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-04", inform(treatments.ultrasound_cerclage),
    row="FIGO21-CER-04", decision="cerclage",
    says=Text(
        "In twins an advantage of cerclage seems more likely when the cervix is shorter than 15 mm.",
        "双胎宫颈长度<15 mm时,环扎获益的可能性似较大。",
    ),
    women=findings.twins,
    when=all_of(before_24, findings.shortest_before_24 < mm(15)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "A finding, not an offer. Before 24+0 is our bound; the abstract gives none.", "此为发现而非推荐。24+0以前为我们的界限,摘要未给出。"
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-05", consider(treatments.rescue_cerclage),
    row="FIGO21-CER-05", decision="emergencies",
    says=Text(
        "Rescue cerclage can be considered case by case when the membranes are exposed through the cervix, weighing the high risk of infection for mother and baby.",
        "胎膜经宫颈膨出者,可个体化考虑紧急环扎,须权衡母儿感染的高风险。",
    ),
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(28), findings.exposed_membranes),
    window=Window(closes=weeks(28)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "The abstract gives neither an upper limit nor plurality nor contraindications; before 28+0 is our outer bound, the widest any document here allows.",
        "摘要未给孕周上限、胎数与禁忌证;28+0以前为我们的外界限,取各文件中最宽者。",
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-06", consider(treatments.abdominal_cerclage),
    row="FIGO21-CER-06", decision="route",
    says=Text(
        "Abdominal cerclage can be considered after a failed cerclage: delivery before 28 weeks after a history- or ultrasound-indicated suture; a rescue suture does not count.",
        "环扎失败后(病史或超声指征环扎后仍在28周前分娩;紧急环扎不计)可考虑经腹环扎。",
    ),
    women=findings.not_multiple,
    when=some(
        earlier.EARLIER,
        all_of(earlier.cerclage.is_("history", "ultrasound"), findings.ended_between(weeks(14), weeks(28))),
    ),
    window=Window(closes=weeks(24)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "'Delivery' is read as one that came by itself from 14+0, baby alive or not; the abstract gives no lower end, and a first-trimester miscarriage with an abdominal suture in place is not a failure of the suture. The route of the failed suture is not said. Closing at 24+0 is our outer bound; recalled from the body and to be checked: before conception or in the first trimester.",
        "“分娩”按14+0起自然发动理解,不论存活;摘要未给下限,带经腹环扎的早孕期流产不算环扎失败。未说明失败环扎的途径。以24+0为止系我们的外界限;正文“孕前或早孕期”为回忆,待核对。",
    ),
)  # fmt: skip

FIGO_CERCLAGE.recommend(
    "CER-07", consider(treatments.suture_removal),
    row="FIGO21-CER-07", decision="removal",
    says=Text(
        "Elective removal of the suture is considered at 36-37 weeks when a vaginal birth is expected.",
        "计划阴道分娩者,可于36–37周择期拆线。",
    ),
    women=findings.has_vaginal_suture,
    when=not_(pregnancy.planned_caesarean),
    window=Window(weeks(36), weeks(38)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "'36-37 weeks' is read as 36+0 to 37+6. 'Anticipating a vaginal birth' is read as: no caesarean before labour is planned.",
        "“36–37周”按36+0至37+6理解;“预期阴道分娩”按未计划临产前剖宫产理解。",
    ),
)  # fmt: skip

# -- progestogens -----------------------------------------------------------------------------------------------

progesterone_group = all_of(
    woman.pregnant, pregnancy.gestation < weeks(37), any_of(findings.preterm_birth, short)
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-01", offer(treatments.vaginal_progesterone),
    row="FIGO21-PRG-01", decision="progesterone",
    says=Text(
        "Daily vaginal progesterone should be offered in a singleton pregnancy with a previous spontaneous preterm birth and/or a short cervix on scan.",
        "单胎妊娠既往有自发早产和(或)超声示宫颈缩短者,应提供每日阴道孕酮。",
    ),
    women=findings.not_multiple, when=progesterone_group,
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "The abstract offers vaginal progesterone or weekly 17-OHPC; the second stands as PRG-01i. It does not define a short cervix: we take below 25 mm before 24+0, as the same group's cerclage abstract; '25 mm or less' is recalled from the body. A spontaneous preterm birth is read from 20+0 to 36+6. The 37+0 bound is ours. See PRG-02 for a cervix of 30 mm or more.",
        "摘要为阴道孕酮或每周17-OHPC,后者见PRG-01i。摘要未定义宫颈缩短:取同组环扎摘要之<25 mm(24+0前);“≤25 mm”为正文回忆。自发早产按20+0至36+6。37+0为我们的界限。宫颈≥30 mm见PRG-02。",
    ),
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-01i", offer(treatments.injected_progesterone),
    row="FIGO21-PRG-01", decision="progesterone",
    says=Text(
        "Weekly 17-OHPC was offered as the alternative to vaginal progesterone in a singleton pregnancy with a previous spontaneous preterm birth and/or a short cervix.",
        "单胎妊娠既往有自发早产和(或)宫颈缩短者,每周肌注17-OHPC曾作为阴道孕酮的替代。",
    ),
    women=findings.not_multiple, when=progesterone_group, until=date(2023, 4, 5),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "FIGO has not, as far as seen, withdrawn this. It no longer advises here from 5 April 2023, when 17-OHPC left the US market (SMFM 2023; ACOG writes 6 April).",
        "未见FIGO撤回此条。因17-OHPC于2023年4月5日退出美国市场(SMFM 2023;ACOG作4月6日),自该日起本软件不再据此建议。",
    ),
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-02", uncertain(treatments.vaginal_progesterone),
    row="FIGO21-PRG-02", decision="progesterone",
    says=Text(
        "After a spontaneous preterm birth, with a cervix of 30 mm or more, it is uncertain whether progesterone works.",
        "既往自发早产而宫颈≥30 mm者,孕酮是否有效尚不确定。",
    ),
    women=findings.not_multiple,
    when=all_of(before_24, findings.preterm_birth, findings.shortest_before_24 >= mm(30)),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "Stands beside PRG-01, which still offers: the abstract holds both. The gestation of the scan is not given; before 24+0 is ours.",
        "与PRG-01并存:摘要两者皆有。未给测量孕周;24+0前为我们的理解。",
    ),
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-03", do_not_offer(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="FIGO21-PRG-03", decision="progesterone",
    says=Text(
        "Progesterone is not recommended without a spontaneous preterm birth, a mid-trimester loss or a short cervix.",
        "无自发早产、无中孕期流产且宫颈不短者,不推荐孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(before_24, births_and_losses < 1, not_short),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "'Not short' needs a measurement: an unmeasured cervix makes this undecided. Mid-trimester from 14+0; not short is 25 mm or more before 24+0.",
        "“宫颈不短”须有测量,未测则无法判断。中孕期自14+0起;不短指24+0前≥25 mm。",
    ),
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-04", do_not_offer(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="FIGO21-PRG-04", decision="progesterone",
    says=Text(
        "Progesterone is not recommended in unselected multiple pregnancies.", "未经选择的多胎妊娠不推荐孕酮。"
    ),
    women=findings.multiple,
    when=all_of(not_(findings.preterm_birth_or_late_loss), not_short),
    grade="-", locus="abstract", read="abstract",
    note=Text(
        "'Unselected' is read as: no spontaneous preterm birth or second-trimester loss, and a cervix not short (25 mm or more before 24+0). Of the others the sentence says nothing.",
        "“未经选择”按无自发早产或中孕期流产史、且宫颈不短(24+0前≥25 mm)理解;其他多胎此句未涉及。",
    ),
)  # fmt: skip

FIGO_PROGESTOGENS.recommend(
    "PRG-05", inform(treatments.vaginal_progesterone),
    row="FIGO21-PRG-05", decision="progesterone",
    says=Text(
        "Which preparation is used is a shared choice; no lasting benefit or harm to the child's neurological development has been shown.",
        "用哪种制剂由医患共同选择;尚无证据显示对子代神经发育有益或有害。",
    ),
    women=findings.not_multiple, when=progesterone_group,
    grade="-", locus="abstract", read="abstract",
    note=Text("Read for those to whom PRG-01 offers it.", "按PRG-01所及人群理解。"),
)  # fmt: skip

# -- pessary ----------------------------------------------------------------------------------------------------

FIGO_PESSARY.recommend(
    "PES-01", not_routinely(treatments.pessary),
    row="FIGO21-PES-01", decision="pessary",
    says=Text(
        "In a singleton pregnancy the pessary should not be used in routine care to prevent preterm birth; it is reserved for studies.",
        "单胎妊娠不应常规使用宫颈托预防早产,仅限研究人群。",
    ),
    women=findings.not_multiple, when=woman.pregnant,
    grade="-", locus="abstract", read="abstract",
    note=Text("Read in a copy of the PubMed abstract 34520053.", "据PubMed摘要34520053的副本。"),
)  # fmt: skip

FIGO_PESSARY.recommend(
    "PES-02", do_not_offer(treatments.pessary),
    row="FIGO21-PES-02", decision="pessary",
    says=Text(
        "In twins the pessary should not be used in routine care, whatever the cervical length.",
        "双胎妊娠无论宫颈长度,均不应常规使用宫颈托。",
    ),
    women=findings.twins, when=woman.pregnant,
    grade="-", locus="abstract", read="abstract",
)  # fmt: skip
