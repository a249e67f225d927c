"""NICE NG137, Twin and triplet pregnancy: section 1.5, preventing preterm birth.

Written from `clinical/guidelines-english.md` section 6 and read again in full (68 pages, 9 April 2024) on 2026-12-01, see
`readings/nice-ng137.yaml`. The whole document is for twins and triplets (p.5); more than three babies are outside it.
Who carries what, and who is told (1.1, 1.3, 1.4, 1.7) is in `nice_ng137_risk`, the planned birth (1.8, 1.9) in
`nice_ng137_birth`, labour and how she gives birth (1.10, 1.11) in `nice_ng137_labour`. Not yet read against the source by a
clinician.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, Window, do_not_offer, inform, not_routinely, offer
from fullterm.logic.language import all_of, any_of, mm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.multiples import twins_or_triplets

NG137 = Guideline(
    id="nice-ng137", short="NICE NG137", title=Text("Twin and triplet pregnancy", "双胎与三胎妊娠"), publisher="NICE",
    country="GB", published=date(2019, 9, 4), url="https://www.nice.org.uk/guidance/ng137",
    edition="4 September 2019, updated 9 April 2024",
)  # fmt: skip
IN_2024 = date(2024, 4, 9)

until_34 = pregnancy.gestation < weeks(34)
until_37 = pregnancy.gestation < weeks(37)
not_yet_24 = pregnancy.gestation <= weeks(24)
short_on_the_scan = findings.shortest(weeks(16), weeks(21)) <= mm(25)
short_by_chance = findings.shortest(weeks(20), weeks(24), end_included=True) <= mm(25)
PRETERM = Text(
    "To prevent a spontaneous preterm birth: shown before 37+0, our limit; none is printed.",
    "目的为预防自发早产:37+0前显示,系本软件所设,原文未印孕周。",
)

NG137.recommend(
    "1.5.1", inform(treatments.vaginal_progesterone, treatments.information),
    row="NICE137-1.5.1", decision="progesterone",
    says=Text(
        "With a woman carrying twins or triplets it is discussed that progesterone may lower the chance of preterm birth if her cervix is 25 mm or less.",
        "与双胎、三胎孕妇讨论:若宫颈≤25 mm,孕酮可能降低早产机会。",
    ),
    women=twins_or_triplets, when=not_yet_24,
    grade="[2024]", locus="1.5.1, p.22; rationale, p.53", read="full text", since=IN_2024,
    note=Text(
        "No end is given; ended at 24+0, up to which progesterone may be started (rationale, p.53). The evidence is of twins with a cervix of 25 mm or less; without a short cervix no gain was seen, nor when women were parted by an earlier preterm birth, which is asked anew (research question 5, p.41); for triplets there is none, and it is extrapolated (p.53).",
        "原文未给截止;止于24+0,即孕酮最晚开始时间(说明第53页)。证据来自宫颈≤25 mm的双胎;宫颈不短者未见获益;按有无早产史分组亦未见获益,列为研究问题5(第41页);三胎无证据,系外推(第53页)。",
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
    grade="offer [2024]", locus="1.5.2, p.22; rationale, p.53", read="full text", since=IN_2024,
    note=Text(
        "No days are printed; 16 to 20 weeks is read as 16+0 to 20+6, so that nobody scanned with the anomaly scan is missed. In the evidence the scan was before 20 weeks; the range is what units usually do (p.53). That it is done through the vagina is not written. One scan is meant: that it has been done is not asked, so it is still shown afterwards.",
        "原文未印天数;“16–20周”按16+0–20+6理解,以免漏掉与畸形筛查同时测量者。证据中于20周前测量,该范围系通常做法(第53页)。原文未写须经阴道测量。仅指一次:是否已测未询问,故测后仍显示。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.3", offer(treatments.vaginal_progesterone),
    row="NICE137-1.5.3", decision="progesterone",
    says=Text(
        "A woman carrying twins or triplets whose cervix is 25 mm or less is offered one 200 mg progesterone capsule in the vagina at bedtime; it is started up to 24 weeks.",
        "双胎、三胎孕妇宫颈≤25 mm者,给予孕酮胶囊200 mg,每晚睡前阴道用药;最晚孕24周开始。",
    ),
    women=twins_or_triplets, when=all_of(not_yet_24, short_on_the_scan),
    window=Window(weeks(16), weeks(24, 1)),
    grade="offer [2024]", locus="1.5.3, p.22; the last start: rationale, p.53", read="full text", since=IN_2024,
    note=Text(
        "The sentence names no scan; read for that of 1.5.2, at 16+0 to 20+6: an earlier one is not counted, a later one is 1.5.4. The sentence prints no last start; the committee lets it be started up to 24 weeks, where there was evidence (p.53), read as 24+0, included. How long: 1.5.3-until. Only a length measured through the vagina is counted, our reading. Outside the licence in April 2024 (p.22).",
        "该句未指明哪次超声,按1.5.2的超声(16+0–20+6)理解:更早者不计,更晚者见1.5.4。条文未印最晚开始时间;委员会认为可于24周前开始(有证据,第53页),按24+0(含)理解。用至何时见1.5.3-until。仅计经阴道所测长度,系本软件的理解。2024年4月属超说明书用药(第22页)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.3-until", inform(treatments.vaginal_progesterone),
    row="NICE137-1.5.3", decision="progesterone",
    says=Text(
        "Progesterone for a cervix of 25 mm or less in twins or triplets goes on until 34 weeks, or the birth if that is sooner.",
        "双胎、三胎因宫颈≤25 mm所用孕酮,持续至孕34周或分娩(以先到者为准)。",
    ),
    women=twins_or_triplets,
    when=all_of(until_34, pregnancy.progesterone, any_of(short_on_the_scan, short_by_chance)),
    grade="[2024]", locus="1.5.3, 1.5.4, p.22; rationale, p.53", read="full text", since=IN_2024,
    note=Text(
        "The same sentences as 1.5.3 and 1.5.4, kept apart for a woman who already uses it, and entered as information so that it adds no strength. All the trials gave it up to 34 weeks (p.53); 'until 34 weeks' is read as before 34+0. Only a scan at 16+0 to 24+0 and a length measured through the vagina is counted, our reading.",
        "与1.5.3、1.5.4同一句,为已在用药者分列;作为告知录入,不另加推荐强度。所有试验均用至34周(第53页);“至34周”按34+0前理解。仅计16+0–24+0的超声及经阴道所测长度,系本软件的理解。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.4", offer(treatments.vaginal_progesterone),
    row="NICE137-1.5.4", decision="progesterone",
    says=Text(
        "The same progesterone is offered to a woman carrying twins or triplets whose cervix is found by chance to be 25 mm or less at 20 to 24 weeks.",
        "双胎、三胎孕妇在孕20–24周偶然发现宫颈≤25 mm者,同样给予孕酮。",
    ),
    women=twins_or_triplets, when=all_of(not_yet_24, short_by_chance),
    window=Window(closes=weeks(24, 1)),
    grade="offer [2024]", locus="1.5.4, p.22; rationale, p.53", read="full text", since=IN_2024,
    note=Text(
        "20 to 24 weeks is read as 20+0 to 24+0, both included; it shares 20+0 to 20+6 with 1.5.3. By chance: a later scan, as in threatened preterm labour or after a late booking; started up to 24 weeks (p.53), read as 24+0, included. The document prints no route for that scan (p.22): only a length measured through the vagina is counted, our reading. Outside the licence in April 2024 (p.22).",
        "“20–24周”按20+0至24+0(含两端)理解,20+0–20+6与1.5.3重叠。“偶然”指更晚的测量,如先兆早产或建档较晚;最晚24周开始(第53页),按24+0(含)理解。原文未印该超声的途径(第22页);仅计经阴道所测长度,系本软件的理解。2024年4月属超说明书用药(第22页)。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.5", do_not_offer(treatments.injected_progesterone),
    row="NICE137-1.5.5", decision="progesterone",
    says=Text(
        "Injected progesterone is not offered to prevent preterm birth in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不用肌注孕酮预防早产。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not offer [2019]", locus="1.5.5, p.22; rationale, p.53", read="full text",
    note=Text(
        "Any progesterone into the muscle is meant, not 17-OHPC alone. No clinical gain, and in some unpleasant or harmful effects (p.53). Shown before 37+0, our limit.",
        "指任何肌注孕酮,不限于己酸羟孕酮。无临床获益,部分有不良或不适反应(第53页)。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.6-cerclage",
    not_routinely(treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="NICE137-1.5.6", decision="cerclage",
    says=Text(
        "Cerclage, alone or with other measures, is not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规做宫颈环扎(单独或联合)。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23; rationale, p.53-54", read="full text",
    note=Text(
        "Neither the indication nor the route is named; the three indications are entered, the abdominal route is not. It was kept from 2011: no evidence for it (p.53-54). The single case stays open; NG25 1.6.2 on an open cervix is for one baby. Shown before 37+0, our limit.",
        "原文未分指征与途径;录入三种指征,未录入经腹途径。自2011年沿用:无支持证据(第53–54页)。个案仍可考虑;NG25 1.6.2论宫口已开,仅适用于单胎。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.6-pessary", not_routinely(treatments.pessary),
    row="NICE137-1.5.6", decision="pessary",
    says=Text(
        "An Arabin pessary, alone or with other measures, is not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规使用Arabin宫颈托(单独或联合)。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23; rationale, p.53-54", read="full text", note=PRETERM,
)  # fmt: skip

NG137.recommend(
    "1.5.6-rest", not_routinely(treatments.bed_rest, treatments.oral_tocolysis),
    row="NICE137-1.5.6", decision="not_to_do",
    says=Text(
        "Bed rest and oral tocolytics, alone or with other measures, are not offered as a routine in a twin or triplet pregnancy.",
        "双胎、三胎妊娠不常规卧床或口服宫缩抑制剂(单独或联合)。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not offer routinely [2019]", locus="1.5.6, p.22-23; rationale, p.53-54", read="full text",
    note=Text(
        "Only bed rest is named, not less activity, which shares its name here. Tablets to prevent a preterm birth only; a drug to stop labour that has begun is not spoken of (SILENT-labour). Shown before 37+0, our limit.",
        "原文仅提卧床,未提减少活动(本软件为同一名目)。仅指口服预防早产;已开始的早产用药抑制宫缩,原文未提(SILENT-labour)。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.7", offer(treatments.information),
    row="FULL-NICE137-1.5.7", decision="counselling",
    says=Text(
        "A woman carrying twins or triplets is told that preterm birth is more likely, and what steroids gain when they are given for a reason.",
        "告知双胎、三胎孕妇早产风险增加,以及有指征时使用激素的益处。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="[2011]", locus="1.5.7, p.23", read="full text", note=Text(
        "'Targeted' is not defined; the research question (12, p.42) sets it against women not in labour whose birth is not at hand. No gestation is printed; shown before 37+0, our limit.",
        "“有针对性”未作定义;研究建议12(第42页)以未临产且非即将分娩者为对照。未印孕周;37+0前显示,系本软件所设。",
    ),
)  # fmt: skip

NG137.recommend(
    "1.5.8", do_not_offer(treatments.routine_steroids),
    row="FULL-NICE137-1.5.8", decision="not_to_do",
    says=Text(
        "No steroids as a routine in a twin or triplet pregnancy, neither one course nor several, and she is told that they gain nothing.",
        "双胎、三胎妊娠不常规使用激素(单疗程或多疗程),并告知其无益处。",
    ),
    women=twins_or_triplets, when=until_37,
    grade="do not [2011]", locus="1.5.8, p.23; research question 12, p.42", read="full text",
    note=Text(
        "Steroids without a preterm birth in sight; a course before a planned birth is another matter (1.9.10), and so is labour. Shown before 37+0, our limit.",
        "指无早产征象时使用;计划分娩前的疗程(1.9.10)及临产者另论。37+0前显示,系本软件所设。",
    ),
)  # fmt: skip
