"""ISUOG Practice Guidelines 2022: role of ultrasound in the prediction of spontaneous preterm birth.

Written from `clinical/guidelines-world.md` section 2, whose author read items 1-4 in a Chinese professional summary and
recalled items 5-8. Nothing here advises until somebody has read the text (DOI 10.1002/uog.26020).
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, consider, inform, offer
from fullterm.logic.language import all_of, mm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ISUOG_2022 = Guideline(
    id="isuog-2022", short="ISUOG 2022",
    title=Text("Role of ultrasound in the prediction of spontaneous preterm birth", "超声在自发性早产预测中的作用"),
    publisher="ISUOG", country="INT", published=date(2022, 7, 29), url="https://doi.org/10.1002/uog.26020",
    edition="2022, Ultrasound Obstet Gynecol 60:435-456",
)  # fmt: skip

history = findings.preterm_birth_or_late_loss
no_history = findings.births(weeks(14), weeks(37)) < 1
before_24 = all_of(woman.pregnant, pregnancy.gestation < weeks(24))
short = findings.shortest_before_24 <= mm(25)

ISUOG_2022.recommend(
    "01", offer(treatments.transvaginal_measurement),
    row="ISUOG22-01", decision="surveillance",
    says=Text(
        "To predict preterm birth the cervix should be measured through the vagina, not through the abdomen.",
        "为预测早产测量宫颈长度,应经阴道而非经腹超声。",
    ),
    when=woman.pregnant, grade="B", locus="Chinese summary (cogonline.com)", read="secondary",
)  # fmt: skip
ISUOG_2022.recommend(
    "02", offer(treatments.transvaginal_measurement),
    row="ISUOG22-02", decision="surveillance",
    says=Text(
        "Measure by a standard technique with a certified operator; a straight line is acceptable, since short cervices are straight.",
        "由经认证的操作者按规范技术测量;可取直线,因短宫颈多为直形。",
    ),
    when=woman.pregnant, grade="good practice point", locus="Chinese summary (cogonline.com)", read="secondary",
    note=Text(
        "Curved in 51% above 25 mm, 25% at 16-25 mm, none below 16 mm.", "弯曲者:>25 mm占51%,16–25 mm占25%,<16 mm为0。"
    ),
)  # fmt: skip
ISUOG_2022.recommend(
    "03", inform(treatments.vaginal_progesterone),
    row="ISUOG22-03", decision="surveillance",
    says=Text(
        "In a singleton pregnancy without symptoms and without such a history, 25 mm or less is the limit at which prevention begins.",
        "无症状、无相关病史的单胎,以宫颈≤25 mm作为启动预防的截断值。",
    ),
    women=findings.not_multiple, when=all_of(before_24, no_history, short),
    grade="good practice point", locus="Chinese summary (cogonline.com)", read="secondary",
    note=Text("The gestation is not stated in the summary; before 24+0 is ours.", "摘要未写孕周;24+0前为我们的理解。"),
)  # fmt: skip
ISUOG_2022.recommend(
    "04", offer(treatments.screening_scan),
    row="ISUOG22-04", decision="surveillance",
    says=Text(
        "Where resources allow, the cervix is measured through the vagina in mid-trimester as a routine in singleton pregnancies.",
        "条件具备时,单胎孕中期常规经阴道超声筛查宫颈长度。",
    ),
    women=findings.not_multiple, when=all_of(before_24, no_history),
    grade="C", locus="Chinese summary (cogonline.com)", read="secondary",
    note=Text("'Where resources allow' is for the hospital to say.", "“条件具备”由医院判断。"),
)  # fmt: skip
ISUOG_2022.recommend(
    "05", offer(treatments.serial_scans),
    row="ISUOG22-05", decision="surveillance",
    says=Text(
        "After a spontaneous preterm birth or late loss, the cervix is measured about every two weeks from 14-16 to 24 weeks; at 25 mm or less cerclage is an option.",
        "既往自发早产或晚期流产的单胎,自14–16周至24周约每2周测量宫颈;≤25 mm时可选环扎。",
    ),
    women=findings.not_multiple, when=all_of(before_24, history), window=Window(weeks(14), weeks(24)),
    grade="-", locus="-", read="recalled",
)  # fmt: skip
ISUOG_2022.recommend(
    "06", offer(treatments.vaginal_progesterone),
    row="ISUOG22-06", decision="progesterone",
    says=Text(
        "A singleton pregnancy with a cervix of 25 mm or less is given vaginal progesterone to lower the risk of preterm birth.",
        "单胎宫颈≤25 mm者,用阴道孕酮以降低自发早产。",
    ),
    women=findings.not_multiple, when=all_of(before_24, short), grade="A", locus="-", read="recalled",
)  # fmt: skip
ISUOG_2022.recommend(
    "07", consider(treatments.single_scan),
    row="ISUOG22-07", decision="surveillance",
    says=Text(
        "In twins the cervical length at 18-24 weeks is informative; treatment is conditional.",
        "双胎18–24周测宫颈长度有意义,干预为有条件推荐。",
    ),
    women=findings.twins, when=before_24, window=Window(weeks(18), weeks(24)), grade="-", locus="-", read="recalled",
)  # fmt: skip
ISUOG_2022.recommend(
    "08", inform(treatments.single_scan),
    row="ISUOG22-08", decision="emergencies",
    says=Text(
        "When labour threatens, birth within seven days is likely below 15 mm and unlikely at 30 mm or more.",
        "先兆早产时,宫颈<15 mm者7日内分娩风险高,≥30 mm者低。",
    ),
    when=all_of(woman.pregnant, pregnancy.contractions, pregnancy.gestation < weeks(37)),
    grade="-", locus="-", read="recalled",
    note=Text("Both limits stand in the sentence; neither is read by the rule.", "两个界值仅见于句中,规则不读取。"),
)  # fmt: skip
