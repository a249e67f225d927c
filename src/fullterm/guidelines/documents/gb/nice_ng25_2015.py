"""NICE NG25 as first published on 20 November 2015, in force until 2 August 2019: its other limits, for cases of its time.

Written from `clinical/guidelines-english.md` section 5, row NICE25-v2015 (the structured record of the first edition).
Only where that edition differed is entered; refs carry the number of the later edition, as the row gives none. The range
16+0 to 24+0 is the scan's: no last day for what follows is in the record, so none is read in.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, consider, offer
from fullterm.logic.language import all_of, any_of, mm, not_
from fullterm.vocabulary import findings, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import injured_cervix

NG25_2015 = Guideline(
    id="nice-ng25-2015", short="NICE NG25 (2015)", title=Text("Preterm labour and birth, first edition", "早产与分娩(初版)"),
    publisher="NICE", country="GB", published=date(2015, 11, 20), until=date(2019, 8, 2),
    url="https://www.nice.org.uk/guidance/ng25", edition="20 November 2015",
)  # fmt: skip

shorter_than_25 = all_of(woman.pregnant, findings.shortest_16_to_24 < mm(25))

NG25_2015.recommend(
    "1.2.1", offer(treatments.vaginal_progesterone, treatments.ultrasound_cerclage),
    row="NICE25-v2015", decision="cerclage",
    says=Text(
        "Offer the choice of vaginal progesterone or cerclage to a woman who has had both a spontaneous preterm birth or loss between 16+0 and 34+0 and a cervix of less than 25 mm on a transvaginal scan between 16+0 and 24+0.",
        "既往孕16+0–34+0周有自发早产或流产,且本次妊娠16+0–24+0周经阴道超声宫颈<25 mm者,由其选择阴道孕酮或宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(shorter_than_25, findings.birth_or_loss_16_to_34),
    grade="offer [2015]", locus="structured record of the 2015 edition", read="abstract",
    note=Text(
        "Less than 25 mm: 25 mm itself entered only in 2019. Both ends of 16+0 to 34+0 and of the scan's range are included; no last day for either treatment is in the record.",
        "原为<25 mm,2019年起才含25 mm。病史16+0–34+0与超声孕周范围均含端点;记录中两者均无最晚时间。",
    ),
)  # fmt: skip

NG25_2015.recommend(
    "1.2.2", offer(treatments.vaginal_progesterone),
    row="NICE25-v2015", decision="progesterone",
    says=Text(
        "Offer vaginal progesterone to a woman without a spontaneous preterm birth or loss between 16+0 and 34+0 whose cervix is less than 25 mm on a transvaginal scan between 16+0 and 24+0.",
        "无孕16+0–34+0周自发早产或流产史,本次妊娠16+0–24+0周经阴道超声宫颈<25 mm者,给予阴道孕酮。",
    ),
    women=findings.not_multiple,
    when=all_of(shorter_than_25, not_(findings.birth_or_loss_16_to_34)),
    grade="offer [2015]", locus="structured record of the 2015 edition", read="abstract",
    note=Text(
        "Weakened to 'consider' in 2019, which also opened progesterone to women with the history alone. No last day to start is in the record.",
        "2019年降为“考虑”,并允许仅凭病史使用孕酮;记录中无最晚开始时间。",
    ),
)  # fmt: skip

NG25_2015.recommend(
    "1.2.4", consider(treatments.ultrasound_cerclage),
    row="NICE25-v2015", decision="cerclage",
    says=Text(
        "Consider cerclage for a woman whose cervix is less than 25 mm on a transvaginal scan between 16+0 and 24+0 and whose waters broke early in an earlier pregnancy or whose cervix was injured, by surgery or otherwise.",
        "本次妊娠16+0–24+0周经阴道超声宫颈<25 mm,且既往有未足月胎膜早破或宫颈损伤(手术或其他)者,考虑宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=all_of(shorter_than_25, any_of(findings.earlier_pprom, injured_cervix)),
    grade="consider [2015]", locus="structured record of the 2015 edition; tag of 1.2.4", read="abstract",
    note=Text(
        "That it stood in the first edition is read from the tag [2015, amended 2019] of 1.2.4, its limit from the row of the first edition; waters broken early and injury as in the later edition. No last day for the suture is in the record.",
        "据1.2.4的标注[2015, amended 2019]判定初版已有本条,界值取自初版记录;“未足月胎膜早破”与“宫颈损伤”的理解同后版;记录中无环扎最晚时间。",
    ),
)  # fmt: skip
