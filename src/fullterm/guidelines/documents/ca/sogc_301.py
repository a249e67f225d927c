"""SOGC No. 301, Cervical insufficiency and cervical cerclage (Canada, December 2013): recommendations 8 to 12 and harms.

Replaced by No. 373 in February 2019. Whether the text of 2019 kept 8 to 12 was not seen, so they stand here, superseded.
Recommendations 1 to 7 are those of No. 373. Written from `clinical/guidelines-english.md` section 8.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.documents.ca.sogc_373 import unexplained_late
from fullterm.guidelines.model import Guideline, Window, consider, do_not_offer, inform, offer
from fullterm.logic.language import ALWAYS, all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SOGC301 = Guideline(
    id="sogc-301", short="SOGC No. 301", title=Text("Cervical insufficiency and cervical cerclage", "宫颈机能不全与宫颈环扎"),
    publisher="SOGC", country="CA", published=date(2013, 12, 1), until=date(2019, 2, 1), url="https://www.jogc.com",
    edition="December 2013, replaced by No. 373",
)  # fmt: skip

before_24 = pregnancy.gestation < weeks(24)
short = findings.shortest_before_24 <= mm(25)
late_endings = findings.births(weeks(14), weeks(28))

SOGC301.recommend(
    "8", offer(treatments.serial_scans),
    row="SOGC301-8", decision="surveillance",
    says=Text(
        "A woman with one or two second-trimester losses or extremely preterm births, for whom cerclage is not considered, is offered serial transvaginal measurement of the cervix.",
        "中孕期流产或极早早产1–2次且不考虑环扎者,提供系列经阴道宫颈测量。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, late_endings >= 1, late_endings <= 2),
    unless=findings.has_suture,
    grade="II-2B", locus="recommendation 8", read="abstract",
    note=Text(
        "Losses and extremely preterm births are read together as what ended by itself from 14+0 to 27+6 (extremely preterm: before 28+0, WHO, seen in secondary texts only). Cerclage not considered is read as no suture in place. No gestation is given; 24+0 is taken from recommendation 9.",
        "流产与极早早产合并理解为14+0–27+6自发终止(极早早产按WHO指28+0前,仅见于二手资料)。“不考虑环扎”按无缝线理解。未给孕周,24+0取自第9条。",
    ),
)  # fmt: skip

SOGC301.recommend(
    "9", consider(treatments.ultrasound_cerclage),
    row="SOGC301-9", decision="cerclage",
    says=Text(
        "Cerclage is considered in a singleton pregnancy with an earlier spontaneous preterm birth or possible cervical insufficiency when the cervix is 25 mm or less before 24 weeks.",
        "单胎,既往自发早产或可能有宫颈机能不全,孕24周前宫颈≤25 mm者,考虑环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        before_24,
        short,
        any_of(findings.preterm_birth, some(earlier.EARLIER, unexplained_late)),
    ),
    window=Window(closes=weeks(24)),
    grade="I-A", locus="recommendation 9", read="abstract",
    note=Text(
        "24+0 itself is outside. A preterm birth is read as one from 20+0 to 36+6; possible cervical insufficiency as an earlier pregnancy that ended by itself from 14+0 to 27+6 without contractions first, abruption, infection, anomaly or fetal death before it began.",
        "不含24+0。早产按20+0–36+6理解;“可能的宫颈机能不全”指14+0–27+6自发终止且无先行宫缩、早剥、感染、胎儿异常或先行胎死。",
    ),
)  # fmt: skip

SOGC301.recommend(
    "10", do_not_offer(treatments.ultrasound_cerclage),
    row="SOGC301-10", decision="cerclage",
    says=Text(
        "Cerclage brings no benefit to a woman without risk factors whose cervix is found by chance to be short.",
        "无危险因素而偶然发现宫颈短者,环扎无获益。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        before_24,
        short,
        not_(findings.preterm_birth_or_late_loss),
        not_(findings.cervical_surgery),
        not_(findings.mullerian_anomaly),
    ),
    grade="II-1D", locus="recommendation 10", read="abstract",
    note=Text(
        "Short is read as 25 mm or less before 24+0, as in 9. No risk factor is read as: no spontaneous birth or loss from 14+0 to 36+6, no surgery to the cervix, no uterine anomaly.",
        "“短”按第9条理解(24+0前≤25 mm)。“无危险因素”指无14+0–36+6自发早产或流产、无宫颈手术史、无子宫畸形。",
    ),
)  # fmt: skip

SOGC301.recommend(
    "11", do_not_offer(treatments.history_cerclage),
    row="SOGC301-11", decision="cerclage",
    says=Text(
        "Elective cerclage is avoided in multiple pregnancy, even after an earlier preterm birth.",
        "多胎妊娠避免择期环扎,即使既往有早产史。",
    ),
    women=findings.multiple, when=ALWAYS,
    grade="I-D", locus="recommendation 11", read="abstract",
)  # fmt: skip

SOGC301.recommend(
    "12", do_not_offer(treatments.ultrasound_cerclage),
    row="SOGC301-12", decision="cerclage",
    says=Text(
        "Cerclage is not placed in multiple pregnancy because of the measured length of the cervix.",
        "多胎妊娠不因宫颈长度而行环扎。",
    ),
    women=findings.multiple, when=ALWAYS,
    grade="II-1D", locus="recommendation 12", read="abstract",
)  # fmt: skip

SOGC301.recommend(
    "harm", inform(treatments.information),
    row="SOGC301-HARM", decision="counselling",
    says=Text(
        "Cerclage doubles fever after birth and brings more interventions and admissions; the cervix is torn in 11 to 14%; a rise in chorioamnionitis or early rupture of membranes was not confirmed.",
        "环扎使产褥期发热加倍,干预和住院增多;宫颈裂伤11–14%;未证实绒毛膜羊膜炎或未足月胎膜早破增加。",
    ),
    women=findings.not_multiple,
    when=any_of(findings.preterm_birth_or_late_loss, findings.trachelectomy),
    grade="-", locus="text", read="abstract",
    note=Text(
        "For women with whom cerclage may be discussed: a spontaneous birth or loss from 14+0 to 36+6, or trachelectomy; whom is our choice.",
        "对象为可能讨论环扎者(14+0–36+6自发早产或流产史,或宫颈切除术后),由我们界定。",
    ),
)  # fmt: skip
