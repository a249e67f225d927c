"""SOGC No. 401 (measuring the cervix, 2020) and No. 398 (progesterone, 2020), Canada.

Written from `clinical/guidelines-english.md` section 8: summary statements as far as they were seen. The recommendations
of No. 398 are recalled and never advise.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, inform, offer, uncertain
from fullterm.logic.language import all_of, any_of, count, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SOGC401 = Guideline(
    id="sogc-401", short="SOGC No. 401", title=Text("Sonographic cervical length in singleton pregnancies", "单胎妊娠超声宫颈长度"),
    publisher="SOGC", country="CA", published=date(2020, 1, 1), url="https://www.jogc.com/article/S1701-2163(19)30602-4",
    edition="2020 (day of publication not in our table)",
)  # fmt: skip
SOGC398 = Guideline(
    id="sogc-398", short="SOGC No. 398", title=Text("Progesterone for prevention of spontaneous preterm birth", "孕酮预防自发早产"),
    publisher="SOGC", country="CA", published=date(2020, 1, 1), url="https://www.jogc.com/article/S1701-2163(19)30466-9",
    edition="2020 (day of publication not in our table)",
)  # fmt: skip

before_24 = pregnancy.gestation < weeks(24)
through_the_vagina = pregnancy.scan_method.is_("transvaginal")
short_at_24_or_later = some(
    pregnancy.SCANS,
    all_of(pregnancy.scan_gestation >= weeks(24), pregnancy.scan_length <= mm(25), through_the_vagina),
)
short_earlier = some(
    pregnancy.SCANS,
    all_of(pregnancy.scan_gestation < weeks(24), pregnancy.scan_length <= mm(25), through_the_vagina),
)
ended_after_13 = all_of(earlier.outcome.is_("loss", "stillbirth", "termination"), earlier.gestation > weeks(13))

SOGC401.recommend(
    "2", inform(treatments.transvaginal_measurement),
    row="SOGC401-2/3", decision="surveillance",
    says=Text(
        "After a spontaneous preterm birth, transvaginal measurement of the cervix sorts women by risk.",
        "有自发早产史者,经阴道测量宫颈可区分风险高低。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, findings.preterm_birth),
    grade="II-2", locus="summary statements 2 and 3", read="abstract",
    note=Text("A spontaneous preterm birth is read as 20+0 to 36+6. Which of the two statements says this is not in our table.", "自发早产按20+0–36+6理解。资料未区分第2、3条。"),
)  # fmt: skip

SOGC401.recommend(
    "3", uncertain(treatments.transvaginal_measurement),
    row="SOGC401-2/3", decision="surveillance",
    says=Text(
        "In a woman with a uterine anomaly or several evacuations after 13 weeks, transvaginal measurement also sorts risk, but no specific management can be recommended.",
        "子宫畸形或孕13周后多次钳刮术者,经阴道测量亦可区分风险,但无法推荐具体处理。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        any_of(
            findings.mullerian_anomaly,
            all_of(woman.curettages >= 2, count(earlier.EARLIER, ended_after_13) >= 2),
        ),
    ),
    grade="II-2", locus="summary statements 2 and 3", read="abstract",
    note=Text(
        "Several evacuations after 13 weeks are read as two or more evacuations told and two or more pregnancies lost or terminated after 13+0; which evacuation belonged to which pregnancy is not recorded.",
        "“孕13周后多次钳刮”按扩宫清宫≥2次且孕13+0后流产或终止≥2次理解;病历未记录清宫与妊娠的对应关系。",
    ),
)  # fmt: skip

SOGC401.recommend(
    "4", uncertain(treatments.serial_scans),
    row="SOGC401-4", decision="surveillance",
    says=Text(
        "There is no consensus on when and how often the cervix should be measured again.",
        "系列宫颈测量的时机和频次尚无共识。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, findings.preterm_birth_or_late_loss),
    grade="II-2", locus="summary statement 4", read="abstract",
    note=Text(
        "Said to women likely to be followed: a spontaneous birth or loss from 14+0 to 36+6, before 24+0; whom is our choice.",
        "对象为可能需随访者(14+0–36+6自发早产或流产史,孕24+0前),由我们界定。",
    ),
)  # fmt: skip

SOGC401.recommend(
    "5", uncertain(treatments.ultrasound_cerclage, treatments.vaginal_progesterone, treatments.pessary),
    row="SOGC401-5", decision="cerclage",
    says=Text(
        "No randomised trial has tested any intervention for a short cervix first found at 24 weeks or later.",
        "孕24周及以后首次发现宫颈短者,尚无干预措施的随机试验。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, short_at_24_or_later, not_(short_earlier)),
    grade="grade cut off", locus="summary statement 5", read="abstract",
    note=Text(
        "Short is read as 25 mm or less through the vagina; first found as no such scan before 24+0. 'Interventions' is read as cerclage, progesterone and pessary.",
        "“短”按经阴道≤25 mm理解;“首次发现”指24+0前无此类超声。“干预”理解为环扎、孕酮和宫颈托。",
    ),
)  # fmt: skip

SOGC398.recommend(
    "SS1", inform(treatments.vaginal_progesterone),
    row="SOGC398-SS1", decision="progesterone",
    says=Text(
        "Progesterone lowers spontaneous preterm birth in women with an earlier one or with a short cervix.",
        "孕酮可减少有自发早产史或宫颈短者的自发早产。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, before_24, any_of(findings.preterm_birth, findings.shortest_before_24 <= mm(25))),
    grade="moderate", locus="summary statement 1", read="abstract",
    note=Text(
        "The statement gives neither the form nor the length nor the gestation: vaginal, 25 mm or less and before 24+0 are our readings; a preterm birth is 20+0 to 36+6. Read for one baby.",
        "原文未给剂型、界值和孕周:阴道用药、≤25 mm、24+0前均为我们的理解;早产按20+0–36+6。按单胎理解。",
    ),
)  # fmt: skip

SOGC398.recommend(
    "RECS-singleton", offer(treatments.vaginal_progesterone),
    row="SOGC398-RECS", decision="progesterone",
    says=Text(
        "Vaginal progesterone 200 mg daily, from 16-24 to 34-36 weeks, for one baby after an earlier spontaneous preterm birth or with a cervix of 25 mm or less at 16 to 24 weeks.",
        "单胎,有自发早产史或孕16–24周宫颈≤25 mm者,阴道孕酮200 mg每日一次,自孕16–24周至34–36周。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        pregnancy.gestation <= weeks(24),
        any_of(findings.preterm_birth, findings.shortest_16_to_24 <= mm(25)),
    ),
    window=Window(weeks(16), weeks(24, 1)),
    grade="strong/moderate", locus="not seen", read="recalled",
    note=Text("Recalled, not seen; 16 to 24 weeks is read as 16+0 to 24+0.", "凭记忆录入,未见原文;“16–24周”按16+0–24+0理解。"),
)  # fmt: skip

SOGC398.recommend(
    "RECS-multiple", offer(treatments.vaginal_progesterone),
    row="SOGC398-RECS", decision="progesterone",
    says=Text(
        "Vaginal progesterone 400 mg daily, from 16-24 to 34-36 weeks, in multiple pregnancy with a cervix of 25 mm or less at 16 to 24 weeks or after an earlier spontaneous preterm birth.",
        "多胎,孕16–24周宫颈≤25 mm或有自发早产史者,阴道孕酮400 mg每日一次,自孕16–24周至34–36周。",
    ),
    women=findings.multiple,
    when=all_of(
        pregnancy.gestation <= weeks(24), any_of(findings.preterm_birth, findings.shortest_16_to_24 <= mm(25))
    ),
    window=Window(weeks(16), weeks(24, 1)),
    grade="strong/moderate", locus="not seen", read="recalled",
    note=Text("Recalled, not seen; 16 to 24 weeks is read as 16+0 to 24+0.", "凭记忆录入,未见原文;“16–24周”按16+0–24+0理解。"),
)  # fmt: skip
