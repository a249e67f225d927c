"""South Africa, Standard Treatment Guidelines, Hospital Level Adults: prevention of preterm labour (singleton).

Written from `clinical/guidelines-english.md` section 9; the text was read in an app's copy that breaks off before the doses.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ZA = Guideline(
    id="za-stg", short="South Africa STG", title=Text("Prevention of preterm labour (singleton)", "早产预防(单胎)"),
    publisher="National Department of Health", country="ZA", published=date(2024, 1, 1),
    url="https://duckeggcontent.com/guidelines/hospital-level-adult-guidelines/obstetrics/", edition="Hospital Level Adults; edition and day not in our table, the day entered is ours",
)  # fmt: skip

loss_as_incompetence = all_of(
    findings.ended_between(weeks(16), weeks(27)), earlier.painless_dilatation, not_(findings.not_the_cervix)
)
at_risk = any_of(
    some(earlier.EARLIER, loss_as_incompetence),
    some(earlier.EARLIER, findings.ended_between(weeks(27), weeks(34))),
)
until_24 = pregnancy.gestation <= weeks(24)

ZA.recommend(
    "1-screen", offer(treatments.serial_scans),
    row="ZA-STG-1", decision="surveillance",
    says=Text(
        "The cervix is measured from 16 to 24 weeks in a woman with a mid-trimester loss of 16 to 26 weeks that suggests incompetence (painless, quick, baby alive or freshly stillborn, other causes excluded) or a spontaneous preterm birth of 27 to 34 weeks, but not of 34 to 37.",
        "既往孕16–26周流产提示宫颈机能不全(无痛、产程短、活产或新鲜死产、已除外其他原因)或孕27–34周自发早产者,于孕16–24周测量宫颈;34–37周早产者不在此列。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, until_24, at_risk),
    window=Window(weeks(16), weeks(24, 1)),
    grade="-", locus="prevention of preterm labour", read="abstract",
    note=Text(
        "Days are undefined: the loss is read as 16+0 to 26+6, the birth as 27+0 to 33+6, the scans as 16+0 to 24+0. Suggesting incompetence is read as dilatation without pain and none of: contractions first, abruption, infection, anomaly, fetal death before it began; how quick the labour was is not recorded. The interval between scans is not in our table.",
        "原文未给天数:流产按16+0–26+6、早产按27+0–33+6、测量按16+0–24+0理解。“提示机能不全”指无痛扩张且无先行宫缩、早剥、感染、胎儿异常、先行胎死;产程快慢未记录。资料未给测量间隔。",
    ),
)  # fmt: skip

ZA.recommend(
    "1-choice", offer(treatments.ultrasound_cerclage, treatments.vaginal_progesterone),
    row="ZA-STG-1", decision="cerclage",
    says=Text(
        "A woman with such a loss or birth whose cervix is 25 mm or less at 16 to 24 weeks is offered the choice of cerclage or progesterone.",
        "有上述病史且孕16–24周宫颈≤25 mm者,由其选择环扎或孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, until_24, at_risk, findings.shortest_16_to_24 <= mm(25)),
    window=Window(weeks(16), weeks(24, 1)),
    grade="offer", locus="prevention of preterm labour", read="abstract",
    note=Text(
        "History as in 1-screen; that the choice waits for 25 mm or less is our reading of 'under cervical screening'. 16+0 and 24+0 are included. The form and dose of progesterone were cut off; the vaginal one is entered. What was seen lists no contraindications.",
        "病史同1-screen;“在宫颈监测下选择”理解为≤25 mm时方选择。含16+0与24+0。孕酮剂型剂量被截断,按阴道孕酮录入。所见文本未列禁忌证。",
    ),
)  # fmt: skip

ZA.recommend(
    "1-low-risk", not_routinely(treatments.screening_scan),
    row="ZA-STG-1", decision="surveillance",
    says=Text(
        "A woman at low risk is not screened by measuring the cervix.",
        "低危者不做宫颈长度筛查。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, until_24, not_(findings.preterm_birth_or_late_loss)),
    grade="-", locus="prevention of preterm labour", read="abstract",
    note=Text("Low risk is read as no spontaneous birth or loss from 14+0 to 36+6.", "“低危”指无14+0–36+6自发早产或流产。"),
)  # fmt: skip

ZA.recommend(
    "2", inform(treatments.information),
    row="ZA-STG-2", decision="counselling",
    says=Text(
        "To prevent one preterm birth, 17 to 20 cerclages or 6 to 8 courses of progesterone are needed.",
        "预防一例早产需环扎17–20例,或孕酮治疗6–8例。",
    ),
    women=findings.not_multiple,
    when=at_risk,
    grade="-", locus="prevention of preterm labour", read="abstract",
    note=Text("Said to the women of 1-screen, before or in pregnancy.", "对象同1-screen,孕前或孕期均可。"),
)  # fmt: skip
