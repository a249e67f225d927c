"""NICE NG137, Twin and triplet pregnancy: section 1.5, preventing preterm birth.

Written from `clinical/guidelines-english.md` section 6, whose author read the full text of 9 April 2024. More than
three babies are outside the document.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, do_not_offer, inform, not_routinely, offer
from fullterm.logic.language import ALWAYS, all_of, mm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text

NG137 = Guideline(
    id="nice-ng137", short="NICE NG137", title=Text("Twin and triplet pregnancy", "双胎与三胎妊娠"), publisher="NICE",
    country="GB", published=date(2019, 9, 4), url="https://www.nice.org.uk/guidance/ng137",
    edition="4 September 2019, updated 9 April 2024",
)  # fmt: skip
IN_2024 = date(2024, 4, 9)

twins_or_triplets = all_of(findings.multiple, pregnancy.fetuses <= 3)
until_34 = pregnancy.gestation < weeks(34)

NG137.recommend(
    "1.5.1", inform(treatments.vaginal_progesterone, treatments.information),
    row="NICE137-1.5.1", decision="progesterone",
    says=Text(
        "With a woman carrying twins or triplets it is discussed that progesterone may lower the chance of preterm birth if her cervix is 25 mm or less.",
        "与双胎、三胎孕妇讨论:若宫颈≤25 mm,孕酮可能降低早产机会。",
    ),
    women=twins_or_triplets,
    when=pregnancy.gestation <= weeks(24),
    grade="[2024]", locus="1.5.1, p.22", read="full text", since=IN_2024,
    note=Text(
        "No end is given; we end it at 24+0, with the scans it belongs to.",
        "原文未给截止;此处随相关超声止于24+0。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.2", offer(treatments.single_scan),
    row="NICE137-1.5.2", decision="surveillance",
    says=Text(
        "A woman carrying twins or triplets is offered one measurement of the cervix at 16 to 20 weeks.",
        "双胎、三胎孕妇于孕16–20周做一次宫颈长度测量。",
    ),
    women=twins_or_triplets,
    when=pregnancy.gestation < weeks(21),
    window=Window(weeks(16), weeks(21)),
    grade="offer [2024]", locus="1.5.2", read="full text", since=IN_2024,
    note=Text(
        "The days are not in our table; 16 to 20 weeks is read as 16+0 to 20+6, so that nobody scanned with the anomaly scan is missed.",
        "资料未给天数;“16–20周”按16+0–20+6理解,以免漏掉与畸形筛查同时测量者。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.3", offer(treatments.vaginal_progesterone),
    row="NICE137-1.5.3", decision="progesterone",
    says=Text(
        "A woman carrying twins or triplets whose cervix is 25 mm or less is offered one 200 mg progesterone capsule in the vagina at bedtime until 34 weeks or birth.",
        "双胎、三胎孕妇宫颈≤25 mm者,给予孕酮胶囊200 mg,每晚睡前阴道用药,至孕34周或分娩。",
    ),
    women=twins_or_triplets,
    when=all_of(until_34, findings.shortest(weeks(16), weeks(21)) <= mm(25)),
    grade="offer [2024]", locus="1.5.3", read="full text", since=IN_2024,
    note=Text(
        "Read for the scan of 1.5.2, at 16+0 to 20+6; a later one is 1.5.4. 'Until 34 weeks' is read as before 34+0; no last day for starting is given. Outside the licence in April 2024.",
        "指1.5.2的超声(16+0–20+6),更晚者见1.5.4。“至34周”按34+0前理解,未给最晚起始日。2024年4月属超说明书用药。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.4", offer(treatments.vaginal_progesterone),
    row="NICE137-1.5.4", decision="progesterone",
    says=Text(
        "The same progesterone is offered to a woman carrying twins or triplets whose cervix is found by chance to be 25 mm or less at 20 to 24 weeks.",
        "双胎、三胎孕妇在孕20–24周偶然发现宫颈≤25 mm者,同样给予孕酮。",
    ),
    women=twins_or_triplets,
    when=all_of(until_34, findings.shortest(weeks(20), weeks(24), end_included=True) <= mm(25)),
    grade="offer [2024]", locus="1.5.4", read="full text", since=IN_2024,
    note=Text(
        "20 to 24 weeks is read as 20+0 to 24+0, both included, as NG25 does; it shares 20+0 to 20+6 with 1.5.3. 'Until 34 weeks' is read as before 34+0.",
        "“20–24周”按20+0至24+0(含两端,同NG25)理解,20+0–20+6与1.5.3重叠。“至34周”按34+0前理解。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.5", do_not_offer(treatments.injected_progesterone),
    row="NICE137-1.5.5", decision="progesterone",
    says=Text(
        "Injected progesterone is not offered to prevent preterm birth in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不用肌注孕酮预防早产。",
    ),
    women=twins_or_triplets, when=ALWAYS,
    grade="do not offer [2019]", locus="1.5.5", read="full text",
)  # fmt: skip

NG137.recommend(
    "1.5.6-cerclage",
    not_routinely(treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="NICE137-1.5.6", decision="cerclage",
    says=Text(
        "Cerclage, alone or with other measures, is not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规做宫颈环扎(单独或联合)。",
    ),
    women=twins_or_triplets, when=ALWAYS,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23", read="full text",
    note=Text(
        "The indication is not named, so all three are entered. NG25 1.6.2 does not exclude twins from rescue cerclage in the individual case.",
        "原文未分指征,故三种均录入。NG25 1.6.2对紧急环扎未排除双胎个案。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.6-pessary", not_routinely(treatments.pessary),
    row="NICE137-1.5.6", decision="pessary",
    says=Text(
        "An Arabin pessary, alone or with other measures, is not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规使用Arabin宫颈托(单独或联合)。",
    ),
    women=twins_or_triplets, when=ALWAYS,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23", read="full text",
)  # fmt: skip

NG137.recommend(
    "1.5.6-rest", not_routinely(treatments.bed_rest, treatments.tocolysis),
    row="NICE137-1.5.6", decision="not_to_do",
    says=Text(
        "Bed rest and oral tocolytics, alone or with other measures, are not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规卧床或口服宫缩抑制剂(单独或联合)。",
    ),
    women=twins_or_triplets, when=ALWAYS,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23", read="full text",
)  # fmt: skip
