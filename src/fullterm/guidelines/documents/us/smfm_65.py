"""SMFM Consult Series #65, transabdominal cerclage (2023; endorsed by ACOG and AAGL).

Written from `clinical/guidelines-english.md` section 3.2, whose author read the abstract: items 1 to 6 whole, item 7 cut
off within its sentence, item 8 not at all.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    not_routinely,
    offer,
)
from fullterm.logic.language import ALWAYS, all_of, any_of, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SMFM65 = Guideline(
    id="smfm-65", short="SMFM Consult #65",
    title=Text("Consult Series #65: transabdominal cerclage", "咨询系列第65号:经腹宫颈环扎"),
    publisher="SMFM", country="US", published=date(2023, 1, 1),
    url="https://www.ajog.org/article/S0002-9378(23)00134-5/fulltext", edition="2023",
)  # fmt: skip

failed_vaginal_cerclage = some(
    earlier.EARLIER,
    all_of(
        earlier.cerclage.is_("history", "ultrasound"),
        earlier.cerclage_route.is_("vaginal"),
        earlier.fetuses <= 1,
        findings.ended_between(weeks(14), weeks(28)),
    ),
)
abdominal_planned = woman.cerclage_planned.is_("abdominal")

SMFM65.recommend(
    "1", offer(treatments.abdominal_cerclage),
    row="SMFM65-1", decision="route",
    says=Text(
        "Offer abdominal cerclage to a woman whose earlier history- or ultrasound-indicated vaginal cerclage was followed by a spontaneous singleton delivery before 28+0.",
        "既往病史指征或超声指征经阴道环扎后,单胎仍于28+0前自发分娩(流产)者,应提供经腹环扎。",
    ),
    women=findings.not_multiple,
    when=failed_vaginal_cerclage,
    window=Window(closes=weeks(22)),
    grade="GRADE 1B", locus="abstract, item 1", read="abstract",
    note=Text(
        "Delivery is read as one that came by itself from 14+0 to 27+6 with that suture, the baby alive or not; no lower end is given. Vaginal cerclage for an open cervix is not named and is not counted. The window's end is that of item 4. Singleton now is our reading; only the earlier delivery is said to be single.",
        "分娩按带该缝线14+0–27+6自然发动理解,存活与否均计;原文未给下限。因宫口已开而行的经阴道环扎未被列入,不计。窗口终点取自第4条。本次单胎为我们的理解,原文只指既往分娩为单胎。",
    ),
)  # fmt: skip

SMFM65.recommend(
    "2", offer(treatments.specialist_opinion),
    row="SMFM65-2", decision="counselling",
    says=Text(
        "A woman who may need an abdominal cerclage, or has one, is seen in consultation by maternal-fetal medicine.",
        "可能需要或已有经腹环扎者,应请母胎医学专科会诊。",
    ),
    when=any_of(failed_vaginal_cerclage, abdominal_planned, findings.has_abdominal_suture),
    grade="Best Practice", locus="abstract, item 2", read="abstract",
    note=Text(
        "A candidate is read as a woman of item 1 or one in whom an abdominal cerclage is planned.",
        "“可能需要者”理解为第1条所指妇女或已计划经腹环扎者。",
    ),
)  # fmt: skip

SMFM65.recommend(
    "3", consider(treatments.abdominal_cerclage, treatments.laparoscopic_route),
    row="SMFM65-3", decision="route",
    says=Text(
        "Laparoscopic and open abdominal cerclage are both acceptable; gestation, feasibility, resources and expertise decide.",
        "腹腔镜与开腹经腹环扎均可接受,按孕周、可行性、条件与术者经验选择。",
    ),
    women=findings.not_multiple,
    when=any_of(failed_vaginal_cerclage, abdominal_planned),
    window=Window(closes=weeks(22)),
    grade="GRADE 2B", locus="abstract, item 3", read="abstract",
    note=Text("The window's end is that of item 4.", "窗口终点取自第4条。"),
)  # fmt: skip

SMFM65.recommend(
    "4", consider(treatments.abdominal_cerclage),
    row="SMFM65-4", decision="route",
    says=Text(
        "Abdominal cerclage before pregnancy and in the first trimester have similar fetal outcomes; later it can still be considered before 22+0.",
        "孕前与早孕期经腹环扎的胎儿结局相近;错过后22+0之前仍可考虑。",
    ),
    women=findings.not_multiple,
    when=any_of(failed_vaginal_cerclage, abdominal_planned),
    window=Window(closes=weeks(22)),
    grade="GRADE 2C", locus="abstract, item 4", read="abstract",
    note=Text("22 weeks is read as 22+0, not included.", "22周按22+0(不含)理解。"),
)  # fmt: skip

SMFM65.recommend(
    "5", not_routinely(treatments.serial_scans),
    row="SMFM65-5", decision="aftercare",
    says=Text(
        "With an abdominal cerclage in place, the cervix is not measured routinely by transvaginal ultrasound.",
        "已有经腹环扎者,不常规经阴道测量宫颈长度。",
    ),
    women=findings.has_abdominal_suture, when=woman.pregnant,
    grade="GRADE 1C", locus="abstract, item 5", read="abstract",
)  # fmt: skip

SMFM65.recommend(
    "6", consider(treatments.vaginal_progesterone),
    row="SMFM65-6", decision="progesterone",
    says=Text(
        "Vaginal progesterone for a woman at risk of another spontaneous preterm birth, an abdominal cerclage in place included, is settled by weighing benefit and risk with her.",
        "有再次自发早产风险者(包括已有经腹环扎者)是否用阴道孕酮,应与其讨论利弊后共同决定。",
    ),
    women=findings.has_abdominal_suture, when=woman.pregnant,
    grade="GRADE 2C", locus="abstract, item 6", read="abstract",
    note=Text(
        "Every pregnant woman with an abdominal cerclage is read as at risk. No gestation, dose or duration is given.",
        "凡有经腹环扎的孕妇均视为有风险。原文未给孕周、剂量或疗程。",
    ),
)  # fmt: skip

SMFM65.recommend(
    "7", consider(treatments.evacuation_through_suture),
    row="SMFM65-7", decision="emergencies",
    says=Text(
        "When a pregnancy is lost with an abdominal cerclage in place, the uterus can be emptied by curettage or evacuation with the suture left where it is.",
        "带经腹环扎发生流产时,可保留环扎带行刮宫或清宫。",
    ),
    women=findings.has_abdominal_suture, when=pregnancy.lost_with_suture,
    grade="GRADE 2C (recalled)", locus="abstract, item 7, cut off in the copy", read="abstract",
    note=Text(
        "The copy breaks off after the first choice. The second, usual care after laparoscopic removal of the suture, and the grade are recalled.",
        "所见文本在第一种选择后中断;第二种选择(腹腔镜取出环扎带后按常规处理)及等级为回忆。",
    ),
)  # fmt: skip

SMFM65.recommend(
    "8", offer(treatments.caesarean),
    row="SMFM65-8", decision="birth",
    says=Text(
        "With an abdominal cerclage in place, birth is by caesarean at 37+0 to 39+0.", "已有经腹环扎者,37+0–39+0剖宫产。"
    ),
    women=findings.has_abdominal_suture, when=ALWAYS,
    window=Window(weeks(37), weeks(39, 1)),
    grade="GRADE 1C (recalled)", locus="item 8, not seen", read="recalled",
    note=Text("Recalled, not seen. 39+0 is read as included.", "仅凭回忆,未见原文。39+0按包含理解。"),
)  # fmt: skip
