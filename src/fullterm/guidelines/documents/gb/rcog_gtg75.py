"""RCOG Green-top 75, Cervical cerclage (2022). Sections 2 to 7: definitions, tests, indications, special groups.

Written from `clinical/guidelines-english.md` sections 4.1 and 4.2; compared with the complete document (pages 1178 to
1210) on 2026-11-30, see `readings/rcog-gtg75.yaml`. Not yet read against the source by a clinician. Abdominal and
emergency cerclage follow in `rcog_gtg75_emergency`.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    do_not_offer,
    inform,
    no_recommendation,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import ALWAYS, all_of, any_of, count, mm, not_, some, weeks
from fullterm.logic.quantity import Unit, of_unit
from fullterm.vocabulary import earlier, findings, pregnancy, risk_groups, treatments, woman
from fullterm.vocabulary.fact import Text

RCOG75 = Guideline(
    id="rcog-gtg75", short="RCOG GTG 75", title=Text("Cervical cerclage, Green-top Guideline No. 75", "宫颈环扎术(绿顶指南第75号)"),
    publisher="RCOG", country="GB", published=date(2022, 6, 1), url="https://doi.org/10.1111/1471-0528.17003",
    edition="2nd edition, June 2022 (replaces No. 60 of 2011), correction of 10 March 2023",
)  # fmt: skip

history = findings.preterm_birth_or_late_loss
births_and_losses = findings.births(weeks(14), weeks(37))
preterm_births = count(
    earlier.EARLIER,
    all_of(
        findings.ended_between(weeks(14), weeks(37)),
        any_of(earlier.outcome.is_("live_birth"), earlier.gestation >= weeks(24)),
    ),
)
not_yet_24 = pregnancy.gestation < weeks(24)
before_28 = pregnancy.gestation < weeks(28)
short = findings.shortest_before_24 <= mm(25)
exposed = pregnancy.membranes.is_("at_os", "bulging")
short_by_chance = findings.shortest(weeks(0), weeks(28)) < mm(25)
any_listed_risk = any_of(history, findings.rcog_high_risk, findings.rcog_intermediate_risk)
contraindicated = findings.rcog_contraindication
symptoms = all_of(woman.pregnant, pregnancy.contractions)
against = any_of(contraindicated, symptoms)
not_by_chance = any_of(symptoms, all_of(woman.pregnant, any_of(pregnancy.labour, pregnancy.bleeding)))
"""Scanned for what she feels: a short cervix found then was not found by chance."""
waters_first_uncounted = some(
    earlier.EARLIER,
    all_of(
        earlier.membranes_first,
        earlier.gestation >= weeks(14),
        earlier.gestation < weeks(34),
        not_(findings.ended_between(weeks(14), weeks(37))),
    ),
)
"""The waters broke before 34+0 in a pregnancy that is not among the births and losses counted."""

# -- 2 to 4: definitions ----------------------------------------------------------------------------------------

RCOG75.recommend(
    "DEF", inform(),
    row="RCOG75-DEF", decision="diagnosis",
    says=Text(
        "Cervical insufficiency is a clinical and imprecise diagnosis: the cervix probably holds more or less, rather than holding or failing; cerclage is named by its indication, as history-indicated, ultrasound-indicated or emergency.",
        "宫颈机能不全是不精确的临床诊断,宫颈的支持力很可能是连续变化而非有或无;环扎按指征分为病史指征、超声指征与紧急三类。",
    ),
    when=ALWAYS, grade="-", locus="§2 and §4, p.1180", read="full text",
    note=Text(
        "The pages of the printed document carry the footer 'Guideline No. 129'; its number is 75. By its last page (p.1210) it is to be considered for update three years after publication. Earlier words, such as 'rescue' or 'prophylactic', it advises to give up; it still writes 'rescue' itself in §9 and §10.",
        "印刷页脚写作“Guideline No. 129”,实为第75号。末页(第1210页)写明发布3年后考虑更新。原文建议弃用“援救性”“预防性”等旧称,而其§9、§10仍用“rescue”。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "DEF-HI", inform(treatments.history_cerclage),
    row="RCOG75-DEF-HI", decision="cerclage",
    says=Text(
        "A history-indicated cerclage is a prophylactic operation in a woman without symptoms whose obstetric or gynaecological history raises the risk of a second-trimester loss or preterm birth, usually planned at 11 to 14 weeks.",
        "病史指征环扎是对无症状、因产科或妇科病史而中孕期流产或早产风险增高者的预防性手术,通常计划于孕11–14周进行。",
    ),
    women=findings.not_multiple,
    when=all_of(
        any_of(
            history, findings.rcog_risk_beside_history, risk_groups.rcog_other_high_risk, waters_first_uncounted
        ),
        not_(symptoms),
    ),
    window=Window(weeks(11), weeks(15)),
    grade="-", locus="§4, p.1180", read="full text",
    note=Text(
        "The document gives whole weeks and says 'usually'; the window is read as 11+0 to 14+6. The history meant is read as a spontaneous birth or loss at 14+0 to 36+6 or a risk named in §6.2 or §7.2 (in SURG what is not counted); 'without symptoms' as without contractions. It is shown at any gestation, before conception, and beside a suture already in. The definition names no plurality; §7.1 advises against it in a multiple pregnancy.",
        "原文仅写整周且用“通常”,此处按11+0至14+6理解。病史按14+0至36+6的自发早产或流产,或§6.2、§7.2所列高危因素(不计入者见SURG)理解;“无症状”按无宫缩理解。不限孕周,孕前及已有缝线者亦显示。定义未限胎数,而§7.1不推荐用于多胎。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "DEF-UI", inform(treatments.ultrasound_cerclage),
    row="RCOG75-DEF-UI", decision="cerclage",
    says=Text(
        "An ultrasound-indicated cerclage is placed because the cervix shortens on transvaginal scans, usually done from 14 to 24 weeks with an empty bladder, in a woman without symptoms and without membranes exposed in the vagina.",
        "超声指征环扎用于无症状、胎膜未膨入阴道而经阴道超声发现宫颈缩短者;超声通常于孕14–24周、排空膀胱后进行。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, not_(exposed), not_(pregnancy.contractions)),
    window=Window(weeks(14), weeks(24)),
    grade="-", locus="§4, p.1181", read="full text",
    note=Text(
        "'14 to 24 weeks', the weeks of the scans and not of the operation, is read as 14+0 to 23+6. Membranes visible at the external os are read as exposed, as well as membranes beyond it; 'without symptoms' as without contractions. Whether the cervix has shortened is not asked; a definition, it is shown from the beginning of pregnancy to 23+6, and beside a suture already in. It names no plurality; §7.1 advises against it in a multiple pregnancy.",
        "“14–24周”为超声而非手术孕周,按14+0至23+6理解;胎膜在宫颈外口可见亦视为暴露;“无症状”按无宫缩理解。不询问宫颈是否已缩短;因属定义,自孕早期至23+6均显示,已有缝线者亦然。定义未限胎数,而§7.1不推荐用于多胎。",
    ),
)  # fmt: skip

# -- 5: history-indicated cerclage ------------------------------------------------------------------------------

RCOG75.recommend(
    "PRETEST", uncertain(treatments.prepregnancy_test),
    row="RCOG75-PRETEST", decision="diagnosis",
    says=Text(
        "Hysterography, cervical resistance indices and passing dilators before pregnancy have only been observed, and have not been shown to choose better the women who profit from cerclage.",
        "孕前子宫造影、宫颈阻力指数、扩张棒检查仅有观察性资料,未证明能更好地选出适合环扎者。",
    ),
    when=all_of(not_(woman.pregnant), history), grade="evidence level 3", locus="§5.1, p.1183", read="full text",
    note=Text(
        "The document does not recommend these tests and does not advise against them; magnetic resonance is not mentioned. Shown to a woman who is not pregnant and has had a spontaneous birth or loss at 14+0 to 36+6; the wish to conceive is not asked.",
        "原文既未推荐也未反对这些检查;未提及磁共振。向未孕且曾于14+0至36+6自发早产或流产者显示,不询问生育意愿。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "HI-1", offer(treatments.history_cerclage),
    row="RCOG75-HI-1", decision="cerclage",
    says=Text(
        "Offer a history-indicated cerclage to a woman with a singleton pregnancy and three or more earlier preterm births.",
        "单胎、既往3次及以上早产者,应提供病史指征环扎。",
    ),
    women=findings.not_multiple, when=all_of(preterm_births >= 3, findings.no_suture), unless=against, window=Window(weeks(11), weeks(15)),
    grade="1+, B", locus="§5.1 p.1182, Key recommendation 1 p.1179", read="full text",
    note=Text(
        "The recommendation says 'preterm births'; its rationale, and HI-2, count preterm births and second-trimester losses together (see HI-1R). A preterm birth is read as one that came by itself before 37+0, at 24+0 or later or with the baby born alive; the document's definition (p.1181) gives no lower limit, and it does not write 'spontaneous' here. A baby that had died before doctors began the birth counts before 28+0; one born alive after doctors began the birth does not, whatever had begun before. Earlier twins count. It says pregnant, and is shown before conception too, as the suture is planned then; whether she wishes to conceive, and whether an abdominal suture is in, is then not asked. '11 to 14 weeks' (§4) is read as 11+0 to 14+6. In pregnancy a suture already in, what §9.2 (p.1193) lists (CI) and symptoms, read as contractions (§4: without symptoms), end the offer.",
        "推荐原文写“早产”,其说明及HI-2则将早产与中孕期流产合并计数(见HI-1R)。此处早产指37+0前自然发生、满24+0或活产者;原文定义(第1181页)未给下限,此处亦未写“自发”。28+0前胎儿先死亡而由医生引产者计入;由医生引发而活产者,无论此前有何征象均不计。既往多胎亦计。原文写单胎妊娠,而孕前即可计划,故孕前亦显示,此时不询问生育意愿及有无经腹环扎带。“11–14周”(§4)按11+0至14+6理解。孕期已有缝线、有§9.2(第1193页)所列禁忌证(CI)或有症状(按宫缩理解,§4:无症状)者不再提供。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "HI-1R", offer(treatments.history_cerclage),
    row="RCOG75-HI-1", decision="cerclage",
    says=Text(
        "Counted as its rationale counts, the offer of a history-indicated cerclage reaches a woman with a singleton pregnancy and three or more earlier preterm births and second-trimester losses together.",
        "若按其说明的计数方式,单胎且既往早产与中孕期流产合计3次及以上者,亦在提供病史指征环扎之列。",
    ),
    women=findings.not_multiple, when=all_of(births_and_losses >= 3, findings.no_suture), unless=against, window=Window(weeks(11), weeks(15)),
    grade="1+, B", locus="§5.1 p.1182, rationale; definition of preterm birth §4 p.1181", read="full text",
    note=Text(
        "The document contradicts itself: the recommendation counts preterm births only (HI-1), the rationale preterm births and/or second-trimester losses. Its definition of preterm birth, before 37+0 without a lower limit, would count them all; the offer is carried with the grade of the recommendation. The second trimester has no day bounds here and is read as beginning at 14+0; pregnancies that ended by themselves from 14+0 to 36+6 count, as the trial counted pregnancies ending before 37 weeks. What counts as by themselves, and what ends the offer, as in HI-1.",
        "原文前后不一:推荐仅计早产(HI-1),说明则计早产和/或中孕期流产。其早产定义(37+0前,未设下限)则均可计入;推荐强度沿用该推荐。中孕期未给出天数,按14+0起理解;凡14+0至36+6自然终止者均计,因其所据试验计数37周前终止的妊娠。何谓自然终止及何时不再提供同HI-1。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "HI-2", not_routinely(treatments.history_cerclage),
    row="RCOG75-HI-2", decision="cerclage",
    says=Text(
        "No routine history-indicated cerclage for a woman with fewer than three earlier preterm births and second-trimester losses and no further risk factor.",
        "既往早产和/或中孕期流产不足3次且无其他高危因素者,不常规提供病史指征环扎。",
    ),
    women=findings.not_multiple, when=all_of(
        births_and_losses < 3, not_(findings.rcog_risk_beside_history), not_(risk_groups.rcog_other_high_risk),
        not_(waters_first_uncounted),
    ),
    grade="1+, B", locus="§5.1, p.1182", read="full text",
    note=Text(
        "'Additional risk factors' are not defined here; we read them as those of the document's surveillance lists (earlier cerclage, uterine variant, adhesions, trachelectomy, caesarean at full dilatation, cone, loop excision deeper than 10 mm or repeated) and of §7.2, which calls its women high-risk groups (a uterine anomaly, a cone, any loop excision, ablation or diathermy of the cervix, two or more evacuations; what is not counted is said in SURG, an arcuate uterus among it). Waters that broke before 34+0 are a risk beside only where that pregnancy is not itself counted. None at all is fewer than three. Births and losses are counted as in HI-1R, together, while HI-1 names preterm births only. The sentence names no plurality; twins are MULT.",
        "“其他高危因素”此处未定义,按本指南监测清单(曾环扎、子宫畸形、宫腔粘连、宫颈切除、开全后剖宫产、锥切、环形电切(LEEP)深度>10 mm或多次环形电切)及§7.2所称高危人群(子宫畸形、锥切、任何环形电切、宫颈消融或电凝、2次及以上清宫;不计入者见SURG,含弓形子宫)理解。34+0前胎膜早破仅在该次妊娠未被计数时另算高危因素。从无早产或流产者亦属不足3次。计数同HI-1R(早产与流产合计),而HI-1只写早产。原文未限胎数,双胎见MULT。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "HI-3", inform(treatments.history_cerclage),
    row="RCOG75-HI-3", decision="cerclage",
    says=Text(
        "Whether features of the earlier event, such as painless dilatation, rupture of membranes before labour or surgery to the cervix, should weigh in the decision for a history-indicated cerclage is not known.",
        "既往事件的特点(无痛性扩张、临产前破膜、宫颈手术史)是否有助于决定病史指征环扎,目前不明。",
    ),
    women=findings.not_multiple,
    when=any_of(
        some(
            earlier.EARLIER,
            all_of(
                findings.ended_between(weeks(14), weeks(37)),
                any_of(earlier.painless_dilatation, earlier.membranes_first),
            ),
        ),
        all_of(history, any_of(findings.cervical_surgery, risk_groups.cervix_ablated)),
    ),
    grade="4, GPP", locus="§5.1, p.1182", read="full text",
    note=Text(
        "What is not known is the worth of these features, not of the suture. RCOG therefore does not lower its count of three for a typical painless loss; other bodies do. 'Rupture of membranes' is read as waters that broke before any contraction; the three are printed as examples. Shown after a spontaneous birth or loss at 14+0 to 36+6 that had such a feature itself, or beside any surgery to the cervix, ablation (§7.2) included; that the surgery came before it is not asked. No plurality is written; twins are MULT.",
        "不明的是这些特点的价值,而非环扎本身。因此RCOG并不因典型的无痛性流产而降低“3次”的要求,其他机构则有不同规定。“破膜”按宫缩前破水理解;三项为原文举例。向14+0至36+6有自发早产或流产史且该次具此特点者,或另有宫颈手术史(含§7.2所列消融,不询问手术是否在先)者显示。原文未限胎数,双胎见MULT。",
    ),
)  # fmt: skip

# -- 6: ultrasound-indicated cerclage ---------------------------------------------------------------------------

RCOG75.recommend(
    "UI-0", do_not_offer(treatments.ultrasound_cerclage),
    row="RCOG75-UI-0", decision="cerclage",
    says=Text(
        "Cerclage is not recommended for a woman with a singleton pregnancy, no other risk factor for preterm birth and a short cervix found by chance.",
        "单胎、无其他早产高危因素而偶然发现宫颈短者,不推荐环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, before_28, short_by_chance, not_(any_listed_risk), not_(risk_groups.rcog_other_high_risk)
    ),
    unless=not_by_chance, grade="B", locus="Key recommendation 3, p.1179", read="full text",
    note=Text(
        "The key recommendation names no gestation; the recommendation it sums up limits it to a late second-trimester scan (UI-0L). 'Short' is read as less than 25 mm, the figure of its rationale (UI-1 writes 25 mm or less), before 28+0, read as the end of the second trimester. 'No other risk factor' is read as no spontaneous birth or loss at 14+0 to 36+6, nothing of the lists of §6.2 and no high-risk group of §7.2, where the role of cerclage is uncertain (SURG). 'By chance' is read as without contractions, labour or bleeding, asked of today and not of the day of the scan. Only a length measured through the vagina counts, as in its trials, though §6.1 (p.1183) says 'ultrasound scan'. 'Cerclage' is read as an ultrasound-indicated one; membranes exposed do not end it (DEF-EM speaks of the emergency).",
        "关键推荐未写孕周;其所概括的推荐则限于中孕晚期超声(UI-0L)。“短”按其说明理解为<25 mm(UI-1写≤25 mm),28+0前(按中孕期末理解)。“无其他高危因素”指14+0至36+6无自发早产或流产史,不在§6.2清单内,亦非§7.2所列环扎作用不确定的高危人群(SURG)。“偶然发现”按无宫缩、未临产、无出血理解,以今日而非测量当日为准。仅计经阴道测量值(同其所据试验),而§6.1(第1183页)仅写“超声”。“环扎”按超声指征环扎理解;胎膜暴露不使其失效(紧急环扎见DEF-EM)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "UI-0L", do_not_offer(treatments.ultrasound_cerclage),
    row="RCOG75-UI-0 (correct)", decision="cerclage",
    says=Text(
        "In its own words, the recommendation against cerclage without another risk factor is for a short cervix found by chance on a late second-trimester scan.",
        "该推荐的原文限于:无其他高危因素、于中孕晚期超声偶然发现宫颈短者,不推荐环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, before_28, risk_groups.short_late_second_trimester, not_(any_listed_risk),
        not_(risk_groups.rcog_other_high_risk),
    ),
    unless=not_by_chance, grade="1++, B", locus="§6.1, p.1183", read="full text",
    note=Text(
        "'Late second trimester' has no days; it is read as a scan at 22+0 to 27+6, as the trial it rests on scanned at 22 to 24 weeks (and operated at 15 mm or less). The other readings are those of UI-0.",
        "“中孕晚期”未给出天数,按22+0至27+6的超声理解,因其所据试验于22–24周测量(≤15 mm者入组)。其余理解同UI-0。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "UI-0S", not_routinely(treatments.serial_scans, treatments.screening_scan),
    row="RCOG75-UI-0", decision="surveillance",
    says=Text(
        "Routine surveillance of the cervix in women at low risk is not at present recommended by the National Screening Committee.",
        "英国国家筛查委员会目前不推荐对低危孕妇常规监测宫颈。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, not_yet_24, not_(any_listed_risk), not_(risk_groups.rcog_other_high_risk), findings.no_suture
    ),
    grade="-", locus="§6.1 text, p.1183", read="full text",
    note=Text(
        "A sentence of the text that reports another body, without grade. The limit of 24+0 is taken from the document's span of cervical surveillance. 'Low risk' is read as 'no other risk factor' in UI-0 (an arcuate uterus is no risk here, as in SURG), without a suture; a multiple pregnancy is not read as low risk. What a scan has already shown does not change it.",
        "正文转述其他机构,无分级。24+0的界限取自本指南宫颈监测孕周;“低危”含义同UI-0之无其他高危因素(弓形子宫此处不作高危,同SURG),且无缝线;多胎不按低危理解。已有测量结果者不因此改变。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "UI-1", offer(treatments.ultrasound_cerclage),
    row="RCOG75-UI-1", decision="cerclage",
    says=Text(
        "Offer cerclage to a woman with a singleton pregnancy and one or more spontaneous second-trimester losses or preterm births, under surveillance of the cervix, when it is 25 mm or less before 24 weeks.",
        "单胎、既往1次及以上自发中孕期流产或早产、正接受宫颈监测者,孕24周前宫颈≤25 mm时,应提供环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, history, short, not_(exposed), findings.no_suture),
    unless=against, window=Window(None, weeks(24)),
    grade="1++, A", locus="§6.1.1, p.1184", read="full text",
    note=Text(
        "The document contradicts itself at exactly 25 mm: §6.1.1 (this recommendation) says 25 mm or less, §6.2 says less than 25 mm. A loss or birth from 14+0 to 36+6 counts; an earlier baby that had died is counted as in HI-1. 'Less than 24 weeks' is read of the scan and of today; no lower limit is given for the scan, which usually begins at 14 weeks; a scan told counts as surveillance, and only a length measured through the vagina (§4). Exposed membranes belong to emergency cerclage, and a suture already in place to REINF-1. The definition (§4) is of a woman without symptoms, read as without contractions; what §9.2 (p.1193) lists ends it too (CI).",
        "恰为25 mm时原文不一:§6.1.1(本条)写≤25 mm,§6.2写<25 mm。14+0至36+6的流产或早产均计;既往胎儿先死亡者的计数同HI-1。“24周前”对测量与今日均适用;未给出超声孕周下限,通常自14周开始;有测量记录即视为在监测中,仅计经阴道测量值(§4)。胎膜暴露属紧急环扎;已有缝线者见REINF-1。定义(§4)限无症状者,按无宫缩理解;有§9.2(第1193页)所列禁忌证(CI)者亦不适用。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "UI-FUN", do_not_offer(treatments.ultrasound_cerclage),
    row="RCOG75-UI-FUN", decision="cerclage",
    says=Text(
        "After a spontaneous second-trimester loss or preterm birth too, a funnel alone, with a closed cervix longer than 25 mm, is no indication for cerclage.",
        "即使有自发中孕期流产或早产史,仅有漏斗形成而闭合宫颈>25 mm,亦不是环扎指征。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, not_yet_24, history, some(pregnancy.SCANS, pregnancy.scan_funnel.is_("v", "u")),
        findings.shortest_before_24 > mm(25),
    ),
    grade="2++, C", locus="§6.1.1, p.1184", read="full text",
    note=Text(
        "The section is headed by a singleton pregnancy with such a history (14+0 to 36+6). Read for the time before 24+0, when the length would decide; the shortest length measured through the vagina counts, once the list of scans is complete, and a funnel on any scan. The recommendation itself names no women: to one without such a history it is not shown.",
        "本节标题限单胎且有上述病史(14+0至36+6)。按24+0前理解;须宫颈测量记录完整方能认定最短值(仅计经阴道测量);任一次测量见漏斗即计。推荐本身未限人群,无此病史者不显示。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURV", consider(treatments.serial_scans),
    row="RCOG75-SURV", decision="surveillance",
    says=Text(
        "A woman with an earlier second-trimester loss or spontaneous preterm birth who has had no history-indicated cerclage may be offered serial transvaginal scans, since those whose cervix shortens may profit from cerclage.",
        "既往有中孕期流产或自发早产而未行病史指征环扎者,可提供系列经阴道宫颈测量,宫颈缩短者可能从环扎获益。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, history, findings.no_suture),
    window=Window(weeks(14), weeks(24)), grade="2++, B", locus="§6.2 p.1185, Key recommendation 2 p.1179",
    read="full text",
    note=Text(
        "This section writes the limit of a short cervix as 'less than 25 mm', while §6.1.1 (UI-1) writes '25 mm or less'. Scans 'from 14 to 24 weeks' (§4) are read as 14+0 to 23+6; 'no history-indicated cerclage' as no suture in of whatever indication, for which POST speaks. The history is that of UI-1, from 14+0 to 36+6; key recommendation 2 names the singleton.",
        "本节将宫颈短写作“小于25 mm”,而§6.1.1(UI-1)写“25 mm或以下”。“14–24周”(§4)按14+0至23+6理解;“未行病史指征环扎”按无任何缝线理解,已有缝线者见POST。病史同UI-1(14+0至36+6);关键推荐2写单胎。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURV-HR", offer(treatments.serial_scans),
    row="RCOG75-SURV-HR", decision="surveillance",
    says=Text(
        "A woman at high risk (a preterm birth or second-trimester loss at 16 to 34 weeks, membranes ruptured before 34 weeks, an earlier cerclage, a uterine variant, intrauterine adhesions or a trachelectomy) is offered transvaginal scans of the cervix every 2 to 4 weeks from 16 to 24 weeks.",
        "高危者(既往孕16–34周早产或中孕期流产、34周前胎膜早破、曾环扎、子宫畸形、宫腔粘连或宫颈切除)于孕16–24周每2–4周经阴道测量宫颈。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, findings.rcog_high_risk, findings.no_suture),
    window=Window(weeks(16), weeks(24)), grade="evidence level 4", locus="§6.2, p.1185–1186", read="full text",
    note=Text(
        "Reported from Saving Babies' Lives and a consensus of the UK Preterm Clinical Network, with a level and without a strength of its own; the kind follows its words ('recommended', 'offered'). '16 to 34 weeks' is read as 16+0 to 34+0 and as a birth that came by itself, '16 to 24' as up to 23+6, rupture of membranes is dated by the end of that pregnancy, from 14+0, and an arcuate uterus is not read as a variant. The list is printed as 'include'; nothing else is counted. No plurality is written; read for a pregnancy that is not multiple. Once a suture is in place the document wants no routine scans (POST).",
        "转述自Saving Babies' Lives及英国早产临床网络共识,有证据级别而无独立推荐强度,类型按其用词(“推荐”“提供”)。“16–34周”按16+0至34+0且自发理解,“16–24周”按至23+6理解;胎膜早破以该次妊娠终止孕周计,自14+0起;弓形子宫不按畸形理解。清单用词为“包括”,此外不计。原文未限胎数,按非多胎理解。已有缝线者,本指南不主张常规测量(POST)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURV-HR-REF", offer(treatments.preterm_clinic),
    row="FULL-RCOG75-1", decision="surveillance",
    says=Text(
        "A woman at high risk by the list is seen by a preterm prevention specialist by 12 weeks where possible, or with the dating scan if that is sooner.",
        "清单所列高危者,尽可能于孕12周前(或随核对孕周超声,以早者为准)由早产预防专科医生接诊。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, findings.rcog_high_risk),
    window=Window(None, weeks(12, 1)), grade="evidence level 4", locus="§6.2 p.1186, §7.2 p.1188", read="full text",
    note=Text(
        "'By 12 weeks where possible' is read as up to and including 12+0; later she is late for it, and the end of the window does not end the advice before 24+0, the end of surveillance (our limit). The list and plurality are read as in SURV-HR; a suture already in does not end it. §7.2 names the uterine variant only.",
        "“尽可能于12周前”按含12+0理解;其后为逾期,24+0(监测结束,我方界限)前时间窗结束并不意味着不必就诊。清单与胎数理解同SURV-HR;已有缝线者仍适用。§7.2仅提子宫畸形。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURV-IR", offer(treatments.single_scan),
    row="RCOG75-SURV-IR (sharpen)", decision="surveillance",
    says=Text(
        "A woman at intermediate risk (caesarean at full dilatation, loop excision deeper than 1 cm, more than one excision, or a cone) has, as a minimum, one transvaginal scan of the cervix no later than 18 to 22 weeks.",
        "中危者(宫口开全后剖宫产、环形电切深度>1 cm、切除1次以上或锥切)至少经阴道测量宫颈一次,不迟于孕18–22周。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation <= weeks(22), findings.rcog_intermediate_risk, findings.no_suture),
    window=Window(weeks(18), weeks(22, 1)), grade="evidence level 4", locus="§6.2, p.1186; §7.2, p.1188", read="full text",
    note=Text(
        "A reported consensus, with a level and without a strength; the kind follows its word ('should'). 'No later than 18 to 22 weeks' (§7.2: between 18 and 22) is read as 18+0 to 22+0; exactly 1 cm is not deeper than 1 cm; more than one excision is read as two or more loop excisions ('more than one LLETZ', §7.2). The list is printed as 'including'; nothing else is counted. After 22+0 it ends, scanned or not. No plurality is written; read for a pregnancy that is not multiple. Once a suture is in place the document wants no routine scans (POST).",
        "转述的共识,有证据级别而无推荐强度,类型按其用词(“应”)。“不迟于18–22周”(§7.2:18–22周之间)按18+0至22+0理解;恰为1 cm不算大于1 cm;“1次以上”按2次及以上环形电切理解(§7.2:1次以上LLETZ);清单用词为“包括”,此外不计。22+0后不再适用,无论是否已测。原文未限胎数,按非多胎理解。已有缝线者,本指南不主张常规测量(POST)。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURG-REF", offer(treatments.preterm_clinic),
    row="FULL-RCOG75-2", decision="surveillance",
    says=Text(
        "After a loop excision of more than 10 mm, more than one loop excision or a cone she is referred to a preterm birth prevention specialist.",
        "环形电切(LEEP)>10 mm、2次及以上环形电切或锥切史者,转诊早产预防专科医生。",
    ),
    women=findings.not_multiple, when=all_of(woman.pregnant, not_yet_24, risk_groups.significant_excision),
    window=Window(None, weeks(24)), grade="evidence level 4", locus="§7.2, p.1188", read="full text",
    note=Text(
        "A consensus of the UK Preterm Clinical Network that the text reports; no gestation is given for the referral, it is read as before 24+0, the end of surveillance. 'Women with a history' does not say pregnant; it is read so because the scan named with it is of pregnancy, and a referral before conception is not excluded. The caesarean at full dilatation is not named here. No plurality is written; read for a pregnancy that is not multiple.",
        "正文转述英国早产临床网络共识;未给出转诊孕周,按监测结束的24+0前理解。原文“有……史者”未写已孕;因同句的超声在孕期,按已孕理解,并不排除孕前转诊。此处未提宫口开全后剖宫产。原文未限胎数,按非多胎理解。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "UI-NOHX", consider(treatments.ultrasound_cerclage),
    row="RCOG75-UI-NOHX", decision="cerclage",
    says=Text(
        "When scans offered because of a high or intermediate risk find a short cervix in a woman without an earlier preterm birth, it is uncertain how to care for her, and an ultrasound-indicated cerclage may be considered.",
        "因上述高危因素(高危或中危)监测发现宫颈短而无早产史者,如何处理不确定,可考虑超声指征环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, not_yet_24, findings.shortest_before_24 < mm(25), not_(history), not_(exposed),
        findings.no_suture,
        any_of(findings.rcog_high_risk, findings.rcog_intermediate_risk),
    ),
    unless=against, window=Window(None, weeks(24)), grade="-", locus="§6.2 text, p.1186", read="full text",
    note=Text(
        "A sentence of the text, without grade. 'Short' is read as less than 25 mm before 24+0, the figure of this section (UI-1 writes 25 mm or less). It speaks of serial screening; the single scan at intermediate risk is counted too. An earlier second-trimester loss is counted as history and belongs to UI-1; 'preterm birth' is read as one that came by itself, though its definition (before 37+0, p.1181) does not say so: a birth begun by doctors, at 30+0 for example, is no history here. 'Without symptoms' (§4) is read as without contractions; a suture already in, membranes exposed, a multiple pregnancy (MULT) and what §9.2 (p.1193) lists (CI) end it by our reading. Only a length measured through the vagina counts.",
        "正文语句,无分级。“短”按本节理解为24+0前<25 mm(UI-1写≤25 mm)。原文指系列监测,中危者的单次测量亦计入。有中孕期流产史者归UI-1;“早产”按自发理解,而其定义(37+0前,第1181页)未写自发:由医生引发者(如30+0)此处不计为早产史。“无症状”(§4)按无宫缩理解;已有缝线、胎膜暴露、多胎(MULT)或有§9.2(第1193页)所列禁忌证(CI)者不适用,系我方理解。仅计经阴道测量值。",
    ),
)  # fmt: skip

# -- 7: special groups ------------------------------------------------------------------------------------------

RCOG75.recommend(
    "MULT", do_not_offer(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-MULT", decision="cerclage",
    says=Text(
        "Neither a history-indicated nor an ultrasound-indicated cerclage is recommended in a multiple pregnancy.",
        "多胎妊娠不推荐病史指征或超声指征环扎。",
    ),
    women=findings.multiple, when=ALWAYS, grade="1++, B", locus="§7.1, p.1186", read="full text",
    note=Text(
        "The rationale speaks of multiple pregnancies without additional risk factors; the recommendation makes no exception.",
        "其说明指无其他高危因素的多胎;推荐本身未设例外。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "MULT-EM", no_recommendation(treatments.rescue_cerclage),
    row="RCOG75-MULT", decision="emergencies",
    says=Text(
        "No recommendation of the document speaks of emergency cerclage in a multiple pregnancy.",
        "本指南无一推荐论及多胎妊娠的紧急环扎。",
    ),
    women=findings.multiple, when=all_of(findings.dilated, exposed, pregnancy.gestation <= weeks(27, 6)), grade="-", locus="§7.1 p.1186, §9.1 p.1191, Key recommendation 5 p.1179", read="full text",
    note=Text(
        "§7.1 advises against the history- and ultrasound-indicated suture only; §9.1 names no plurality, key recommendation 5 names the singleton. Silence is not advice against; other bodies speak of it. Up to 27+6, as the definition of an emergency cerclage (§4) goes no further.",
        "§7.1仅不推荐病史指征与超声指征环扎;§9.1未限胎数,关键推荐5写单胎。未提及不等于反对;其他机构对此有论述。至27+6,因紧急环扎的定义(§4)以此为限。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "SURG", uncertain(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-SURG", decision="cerclage",
    says=Text(
        "The role of cerclage is uncertain in other high-risk groups, such as a uterine anomaly, surgery to the cervix (cone, loop excision, ablation) or several evacuations of the uterus, without an additional risk factor.",
        "仅有子宫畸形、宫颈手术(锥切、环形电切、消融)或多次清宫史而无其他高危因素者,环扎的作用不确定。",
    ),
    women=findings.not_multiple, when=all_of(not_(history), risk_groups.rcog_other_high_risk), unless=contraindicated,
    grade="1+, B", locus="§7.2, p.1187", read="full text",
    note=Text(
        "'Multiple' evacuations is read as two or more, and any dilatation and curettage is counted; an arcuate uterus is not. The groups are printed as 'such as': not counted are exposure to diethylstilbestrol, a torn cervix (the heading says 'trauma'), an operation told as another, and a trachelectomy, which stands in §6.2. Diathermy is read as radical diathermy. 'Without other risk' is read as no spontaneous birth or loss at 14+0 to 36+6 only; the other risks of §6.2 do not take it away. What §9.2 (p.1193) lists ends it (CI); symptoms and a suture already in do not. No gestation and no plurality is written; twins are MULT. Its small subgroups: no difference after a cone (relative risk 1.18, 0.57 to 2.45) or several evacuations (0.91, 0.57 to 1.47), level 1–; after a cone or amputation of the cervix a history-indicated suture left birth before 33+0 as it was (19% against 22%, 138 women), level 1+.",
        "“多次”按2次及以上理解,各类扩宫刮宫均计入,弓形子宫不计。人群用词为“如”:己烯雌酚暴露、宫颈裂伤(标题提“创伤”)、记为“其他”的手术不计,宫颈切除术归§6.2;电凝按根治性电凝理解。“无其他高危因素”仅按14+0至36+6无自发早产或流产史理解,§6.2其他高危因素不排除在外。有§9.2(第1193页)所列禁忌证(CI)者不适用;有症状或已有缝线者仍显示。原文未限孕周与胎数,双胎见MULT。其小样本亚组:锥切后(相对危险度1.18,0.57–2.45)与多次清宫后(0.91,0.57–1.47)均无差异,证据级别1–;锥切或宫颈截除后病史指征环扎与否,33+0前分娩19%比22%(138人),无差异,级别1+。",
    ),
)  # fmt: skip

RCOG75.recommend(
    "BMI", inform(treatments.history_cerclage, treatments.ultrasound_cerclage),
    row="RCOG75-BMI", decision="counselling",
    says=Text(
        "Cerclage is effective also in a woman with a raised body mass index (above 25 kg/m²).",
        "体重指数偏高(>25 kg/m²)者,环扎同样有效。",
    ),
    women=findings.not_multiple, when=woman.bmi > of_unit(25, Unit.KILOGRAMS_PER_SQUARE_METRE),
    grade="1–, B", locus="§7.3, p.1188–1189", read="full text",
    note=Text(
        "Of the women of one trial with a cervix under 25 mm: no evidence that cerclage works less in them. 'Raised' is not defined in the recommendation; above 25 is the trial's figure. Shown to any such woman, a short cervix or not; no plurality is written.",
        "来自一项宫颈<25 mm者的试验:无证据表明环扎在此类妇女中效果较差。推荐未界定“偏高”,>25为试验数值。凡体重指数偏高者均显示,不论宫颈长短;原文未限胎数。",
    ),
)  # fmt: skip
