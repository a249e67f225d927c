"""SMFM Consult Series #70, short cervix without an earlier spontaneous preterm birth (2024).

Written from `clinical/guidelines-english.md` section 3.1, whose author read the abstract: items 1 to 6 whole, item 7 cut
off within its sentence, item 8 only in somebody else's words.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    consider,
    do_not_offer,
    inform,
    no_recommendation,
    not_routinely,
    offer,
)
from fullterm.logic.language import all_of, any_of, mm, not_, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

SMFM70 = Guideline(
    id="smfm-70", short="SMFM Consult #70",
    title=Text(
        "Consult Series #70: short cervix in women without a spontaneous preterm birth before",
        "咨询系列第70号:无自发早产史者的宫颈短",
    ),
    publisher="SMFM", country="US", published=date(2024, 1, 1),
    url="https://doi.org/10.1016/j.ajog.2024.05.006", edition="2024",
)  # fmt: skip

concerned = all_of(findings.not_multiple, not_(findings.preterm_birth))
shortest = findings.shortest(weeks(16), weeks(24))
short = shortest <= mm(25)

SMFM70.recommend(
    "1", offer(treatments.transvaginal_measurement),
    row="SMFM70-1", decision="surveillance",
    says=Text(
        "Treatment decisions rest only on standardised measurements of the cervix taken through the vagina.",
        "治疗决定只依据规范的经阴道宫颈测量。",
    ),
    women=concerned, when=woman.pregnant,
    grade="GRADE 1C", locus="abstract, item 1", read="abstract",
    note=Text(
        "Singleton without a spontaneous birth from 20+0 to 36+6 is our reading of the women concerned. This software reads a length only from transvaginal scans.",
        "适用人群按单胎且无20+0–36+6自发早产史理解。本软件只采用经阴道测量值。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "2", inform(),
    row="SMFM70-2", decision="diagnosis",
    says=Text(
        "In a singleton pregnancy without an earlier spontaneous preterm birth, a mid-trimester cervix of 25 mm or less is a short cervix.",
        "无自发早产史的单胎孕妇,中孕期宫颈≤25 mm即为宫颈短。",
    ),
    women=concerned, when=all_of(woman.pregnant, short),
    grade="GRADE 1C", locus="abstract, item 2", read="abstract",
    note=Text(
        "The days of the mid-trimester are not given: scans from 16+0 to 23+6 are read, here and below; item 3 gives the upper end.",
        "原文未给中孕期天数:本条及以下按16+0–23+6的超声理解,上限见第3条。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "3", offer(treatments.vaginal_progesterone),
    row="SMFM70-3", decision="progesterone",
    says=Text(
        "An asymptomatic woman with a singleton pregnancy, no earlier spontaneous preterm birth and a cervix of 20 mm or less found before 24+0 should be prescribed vaginal progesterone.",
        "无症状、单胎、无自发早产史,24+0前发现宫颈≤20 mm者,应给予阴道孕酮。",
    ),
    women=concerned, when=all_of(woman.pregnant, shortest <= mm(20)), unless=pregnancy.contractions,
    grade="GRADE 1A", locus="abstract, item 3", read="abstract",
    note=Text(
        "24+0 limits the scan, not today's gestation. Asymptomatic is read as no contractions. A loss before 20+0 is not a preterm birth, so such a woman is inside.",
        "24+0限定的是超声时间而非目前孕周。无症状理解为无宫缩。20+0前的流产不算早产,此类妇女包括在内。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "4", consider(treatments.vaginal_progesterone),
    row="SMFM70-4", decision="progesterone",
    says=Text(
        "With a cervix of 21 to 25 mm in the same women, vaginal progesterone is considered and decided together.",
        "同类妇女宫颈21–25 mm者,可考虑阴道孕酮,由医患共同决定。",
    ),
    women=concerned, when=all_of(woman.pregnant, shortest > mm(20), short), unless=pregnancy.contractions,
    grade="GRADE 1B", locus="abstract, item 4", read="abstract",
    note=Text(
        "Between 20 and 21 mm nothing is said: anything over 20 mm is read here, the weaker of the two. Asymptomatic and the scan before 24+0 as in item 3.",
        "20–21 mm之间原文未述:凡大于20 mm归入本条(两条中较弱者)。无症状及24+0前超声同第3条。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "5", do_not_offer(treatments.injected_progesterone),
    row="SMFM70-5", decision="progesterone",
    says=Text(
        "17-OHPC, compounded preparations included, is not used to treat a short cervix.",
        "不用己酸羟孕酮(包括配制制剂)治疗宫颈短。",
    ),
    women=concerned, when=all_of(woman.pregnant, short),
    grade="GRADE 1B", locus="abstract, item 5", read="abstract",
)  # fmt: skip

SMFM70.recommend(
    "6", do_not_offer(treatments.ultrasound_cerclage),
    row="SMFM70-6", decision="cerclage",
    says=Text(
        "With a cervix of 10 to 25 mm, no dilatation and no earlier spontaneous preterm birth, cerclage is recommended against.",
        "无自发早产史、宫颈10–25 mm且宫口未开者,建议不做环扎。",
    ),
    women=concerned,
    when=all_of(
        woman.pregnant, shortest >= mm(10), short, not_(findings.dilated),
        not_(findings.preterm_birth_or_late_loss),
    ),
    grade="GRADE 1B", locus="abstract, item 6", read="abstract",
    note=Text(
        "Both ends are included. It is kept from a woman with an earlier spontaneous loss from 14+0: that may itself be cervical insufficiency, on which this document does not speak (see ACOG 142).",
        "两端均含。既往14+0起自然流产者不适用本条:其本身可能即为宫颈机能不全,本文件未论及(见ACOG 142)。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "6-SILENT", no_recommendation(treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="SMFM70-6", decision="cerclage",
    says=Text(
        "On cerclage for a cervix shorter than 10 mm, or a short cervix that has already opened, the recommendation seen says nothing.",
        "对宫颈短于10 mm或宫颈短且宫口已开者是否环扎,所见推荐未置一词。",
    ),
    women=concerned,
    when=all_of(woman.pregnant, any_of(shortest < mm(10), all_of(short, findings.dilated))),
    grade="-", locus="abstract, item 6", read="abstract",
    note=Text(
        "A gap of item 6 as seen in the abstract; the discussion was not seen and may speak of it.",
        "此为摘要第6条的空白;正文讨论未见,可能另有论述。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "7", do_not_offer(treatments.pessary),
    row="SMFM70-7", decision="pessary",
    says=Text(
        "In a singleton pregnancy with a short cervix, a cervical pessary is recommended against.",
        "单胎宫颈短者,建议不放置宫颈托。",
    ),
    women=concerned, when=all_of(woman.pregnant, short),
    grade="GRADE 1B (grade seen only in a secondary text)", locus="abstract, item 7, cut off in the copy", read="abstract",
    note=Text(
        "The sentence was seen up to its purpose; the grade and 'singleton with a short cervix' come from a secondary text.",
        "该句只见到目的之前的部分;等级及“单胎宫颈短”来自二手资料。",
    ),
)  # fmt: skip

SMFM70.recommend(
    "8", not_routinely(treatments.vaginal_progesterone, treatments.pessary, treatments.ultrasound_cerclage),
    row="SMFM70-8", decision="cerclage",
    says=Text(
        "In twins, progesterone, pessary and cerclage are not used routinely for a short cervix outside trials.",
        "双胎宫颈短,临床试验之外不常规使用孕酮、宫颈托或环扎。",
    ),
    women=findings.twins, when=short, unless=pregnancy.in_trial,
    grade="GRADE 1B", locus="item 8, not seen", read="secondary",
    note=Text(
        "Seen only in a secondary text. Short is read as in item 2.", "仅见于二手资料。“短”按第2条理解。"
    ),
)  # fmt: skip
