"""NICE NG25, Preterm labour and birth. Sections 1.2 and 1.6.

Written from `clinical/guidelines-english.md` section 5, whose author read the full text of 10 June 2022 (and the
structured record of the 2015 edition). Not yet read against the source by a clinician.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    do_not_offer,
    offer,
)
from fullterm.logic.language import all_of, any_of, mm, weeks
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

NG25 = Guideline(
    id="nice-ng25", short="NICE NG25", title=Text("Preterm labour and birth", "早产与分娩"), publisher="NICE",
    country="GB", published=date(2019, 8, 2), url="https://www.nice.org.uk/guidance/ng25",
    edition="2015, updated 2019 and 10 June 2022",
)  # fmt: skip
NG25_2015 = Guideline(
    id="nice-ng25-2015", short="NICE NG25 (2015)", title=Text("Preterm labour and birth, first edition", "早产与分娩(初版)"),
    publisher="NICE", country="GB", published=date(2015, 11, 20), until=date(2019, 8, 2),
    url="https://www.nice.org.uk/guidance/ng25", edition="20 November 2015",
)  # fmt: skip

history = any_of(findings.preterm_birth_by_34, findings.loss_from_16)
short = findings.shortest_16_to_24 <= mm(25)
not_yet_24 = pregnancy.gestation <= weeks(24)

NG25.recommend(
    "1.2.1", offer(treatments.vaginal_progesterone, treatments.ultrasound_cerclage),
    row="NICE25-1.2.1", decision="cerclage",
    says=Text(
        "Offer the choice of vaginal progesterone or cerclage, decided together, to a woman who has had both a spontaneous preterm birth up to 34+0 or a loss from 16+0 and a cervix of 25 mm or less on a transvaginal scan between 16+0 and 24+0.",
        "既往有孕34周及以前自发早产或孕16周及以后流产,且本次妊娠16–24周经阴道超声宫颈≤25 mm者,由她与医生共同选择阴道孕酮或宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, history, short),
    window=Window(weeks(16), weeks(24, 1)),
    grade="offer", locus="1.2.1, p.8", read="full text",
    note=Text(
        "'Up to 34+0' and 'between 16+0 and 24+0' are read as including both ends. Singleton is not written; NG137 covers multiple pregnancy. Whole-day 24+0 is taken as still inside.",
        "“至34+0”“16+0至24+0”均按含端点理解。原文未写单胎,多胎见NG137。",
    ),
)  # fmt: skip

NG25.recommend(
    "1.6.1", do_not_offer(treatments.rescue_cerclage),
    row="NICE25-1.6.1", decision="emergencies",
    says=Text(
        "No emergency cerclage for a woman with signs of infection, active vaginal bleeding or contractions.",
        "有感染征象、活动性阴道出血或宫缩者,不做紧急环扎。",
    ),
    when=all_of(woman.pregnant, any_of(pregnancy.infection, pregnancy.bleeding, pregnancy.contractions)),
    grade="do not offer", locus="1.6.1, p.11", read="full text",
)  # fmt: skip
