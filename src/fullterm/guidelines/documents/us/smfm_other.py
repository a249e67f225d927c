"""Other documents of SMFM: the 17-OHPC statement, Consults #40 and #71, and the Choosing Wisely list.

Written from `clinical/guidelines-english.md` section 3.3, whose author read the statement's and Consult #40's abstracts
and the Choosing Wisely page; of Consult #71 only its existence was verified.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    do_not_offer,
    inform,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.logic.language import all_of, any_of, count, mm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SMFM40 = Guideline(
    id="smfm-40", short="SMFM Consult #40",
    title=Text(
        "Consult Series #40: the role of routine cervical length screening", "咨询系列第40号:常规宫颈长度筛查的作用"
    ),
    publisher="SMFM", country="US", published=date(2016, 1, 1),
    url="https://doi.org/10.1016/j.ajog.2016.04.027", edition="2016",
)  # fmt: skip
SMFM_CHOOSING = Guideline(
    id="smfm-choosing-wisely", short="SMFM Choosing Wisely",
    title=Text("Choosing Wisely list of SMFM", "SMFM“明智选择”清单"), publisher="SMFM", country="US",
    published=date(2021, 1, 1),
    url="https://www.choosingwisely.org/societies/society-for-maternal-fetal-medicine", edition="revised 2021",
)  # fmt: skip
SMFM_17P = Guideline(
    id="smfm-17p", short="SMFM Statement on 17-OHPC",
    title=Text(
        "Statement: response to the withdrawal of 17-OHPC by the FDA", "关于FDA撤回己酸羟孕酮的声明"
    ),
    publisher="SMFM", country="US", published=date(2023, 4, 5),
    url="https://old.smfm.org/publications/", edition="2023, publication 467",
)  # fmt: skip
SMFM71 = Guideline(
    id="smfm-71", short="SMFM Consult #71",
    title=Text(
        "Consult Series #71: rupture of membranes before or near viability", "咨询系列第71号:可存活前及临界期胎膜早破"
    ),
    publisher="SMFM", country="US", published=date(2024, 1, 1),
    url="https://doi.org/10.1016/j.ajog.2024.07.016", edition="2024",
)  # fmt: skip

measured = count(
    pregnancy.SCANS,
    all_of(
        pregnancy.scan_gestation >= weeks(16), pregnancy.scan_gestation <= weeks(24),
        pregnancy.scan_method.is_("transvaginal"),
    ),
)  # fmt: skip
opened = any_of(findings.dilated, findings.exposed_membranes)

SMFM40.recommend(
    "40-1", offer(treatments.serial_scans),
    row="SMFM40-1", decision="surveillance",
    says=Text(
        "In a singleton pregnancy after a spontaneous preterm birth, the cervix is measured routinely through the vagina.",
        "既往自发早产的单胎孕妇,常规经阴道测量宫颈长度。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation <= weeks(24), findings.preterm_birth),
    window=Window(weeks(16), weeks(24, 1)),
    grade="GRADE 1A", locus="abstract", read="abstract",
    note=Text(
        "The abstract gives neither gestation nor interval: 16+0 to 24+0, and scans repeated within it, are our reading after the summary of ACOG 234. A spontaneous preterm birth is read from 20+0 to 36+6.",
        "摘要未给孕周和间隔:16+0–24+0期间重复测量为我们依据ACOG 234摘要的理解。自发早产按20+0–36+6计。",
    ),
)  # fmt: skip

SMFM40.recommend(
    "40-2", not_routinely(treatments.serial_scans, treatments.screening_scan),
    row="SMFM40-2", decision="surveillance",
    says=Text(
        "The cervix is not measured routinely through the vagina in a woman with a cerclage, a multiple pregnancy, ruptured membranes before term or a placenta praevia.",
        "已行环扎、多胎、未足月胎膜早破或前置胎盘者,不常规经阴道测量宫颈长度。",
    ),
    women=woman.pregnant,
    when=any_of(
        findings.has_suture, findings.multiple,
        all_of(pregnancy.ruptured_membranes, pregnancy.gestation < weeks(37)), pregnancy.placenta_praevia,
    ),
    grade="GRADE 2B", locus="abstract", read="abstract",
    note=Text(
        "Before term is read as before 37+0. An abdominal suture is counted as a cerclage.",
        "未足月按37+0之前理解。经腹环扎也计为环扎。",
    ),
)  # fmt: skip

SMFM_CHOOSING.recommend(
    "CW-2", uncertain(treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="SMFM-CW2", decision="cerclage",
    says=Text(
        "The advice not to place a cerclage in twins with a short cervix was withdrawn, because the evidence leaves real doubt either way.",
        "“双胎宫颈短不要环扎”的建议已撤回,理由是现有证据对是否环扎尚无定论(均势)。",
    ),
    women=findings.twins,
    when=any_of(findings.shortest_before_24 <= mm(25), opened),
    grade="withdrawn", locus="item 2", read="abstract",
    note=Text(
        "A withdrawal, not advice for cerclage. It cites a retrospective cohort and a trial of cerclage in twins open less than 5 cm without symptoms at 16+0 to 23+6, so an open cervix is read as included. Short is read as 25 mm or less before 24+0; the page gives no length.",
        "这是撤回,并非建议环扎。其依据为一项回顾性队列及一项双胎无症状、宫口开大不足5 cm(16+0–23+6)的环扎试验,故宫口已开者一并计入。“短”按24+0前≤25 mm理解,原页未给长度。",
    ),
)  # fmt: skip

SMFM_17P.recommend(
    "17P-1", do_not_offer(treatments.injected_progesterone),
    row="SMFM-17P-1", decision="progesterone",
    says=Text(
        "17-OHPC in any formulation, compounded ones included, is not prescribed, and there is no evidence of benefit from finishing a course already begun.",
        "不再开具任何剂型(含配制制剂)的己酸羟孕酮;已开始者继续用完疗程亦无获益证据。",
    ),
    when=any_of(woman.pregnant, findings.preterm_birth),
    grade="Statement", locus="abstract", read="abstract",
    note=Text(
        "Meant for all; shown for a woman who is pregnant or has had a spontaneous preterm birth.",
        "适用于所有人;在孕妇或有自发早产史者处显示。",
    ),
)  # fmt: skip

SMFM_17P.recommend(
    "17P-2", inform(treatments.ultrasound_cerclage, treatments.vaginal_progesterone, treatments.bed_rest),
    row="SMFM-17P-2", decision="counselling",
    says=Text(
        "The withdrawal changes neither the indications for cerclage, nor those for vaginal progesterone in a short cervix, nor the stand against restricting activity.",
        "该撤回不改变环扎指征、宫颈短用阴道孕酮的指征,也不改变反对限制活动的立场。",
    ),
    when=any_of(woman.pregnant, findings.preterm_birth),
    grade="Statement", locus="abstract", read="abstract",
    note=Text("Shown for the same women as 17P-1.", "显示对象同17P-1。"),
)  # fmt: skip

SMFM_17P.recommend(
    "17P-3", uncertain(treatments.vaginal_progesterone),
    row="SMFM-17P-3", decision="progesterone",
    says=Text(
        "Vaginal progesterone to prevent another preterm birth when the cervix has not been measured or is 25 mm or longer is a matter for shared decision, above all if she used it before.",
        "宫颈未测量或≥25 mm者,是否用阴道孕酮预防再次早产应共同决定,尤其是以前用过者。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, findings.preterm_birth, any_of(measured < 1, findings.shortest_16_to_24 >= mm(25)),
    ),
    grade="Statement", locus="abstract", read="abstract",
    note=Text(
        "Unknown length is read as: no transvaginal scan from 16+0 to 24+0 in this pregnancy, with the list of scans complete. Exactly 25 mm is included here, although Consult #70 calls it short in other women. Singleton and a spontaneous birth from 20+0 to 36+6 are our readings.",
        "长度未知理解为:本次妊娠16+0–24+0无经阴道测量,且超声清单已完整。恰25 mm计入本条,尽管第70号对其他妇女称其为短。单胎及20+0–36+6自发早产史为我们的理解。",
    ),
)  # fmt: skip

SMFM71.recommend(
    "71-CERC", uncertain(treatments.suture_removal, treatments.keep_suture),
    row="SMFM71-CERC", decision="emergencies",
    says=Text(
        "When membranes rupture before or near viability with a cerclage in place, removing it or leaving it is decided together with the woman.",
        "带环扎于可存活前或临界期胎膜早破者,拆除或保留由医患共同决定。",
    ),
    women=findings.has_suture,
    when=all_of(pregnancy.ruptured_membranes, pregnancy.gestation < weeks(26)),
    grade="GRADE 2C (recalled)", locus="not seen", read="secondary",
    note=Text(
        "Seen only in a secondary text. Near viability is read as before 26+0.", "仅见于二手资料。临界期按26+0之前理解。"
    ),
)  # fmt: skip
