"""WHO: what it says of preterm birth, and that it says nothing of cerclage, progesterone or pessary.

Written from `clinical/guidelines-world.md` section 5, whose author saw the stated scope of the 2015 recommendations.
Silence is an answer: asked about prevention, the software says "WHO: no recommendation" and infers nothing.
WHO's definitions (WHO-PTB, WHO-LOWER, WHO-28) are in `vocabulary/definitions.py`.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, no_recommendation, offer
from fullterm.logic.language import ALWAYS, all_of, any_of, weeks
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

WHO_2015 = Guideline(
    id="who-2015", short="WHO 2015",
    title=Text("Recommendations on interventions to improve preterm birth outcomes", "改善早产结局干预措施的建议"),
    publisher="WHO", country="INT", published=date(2015, 1, 1),
    url="-", edition="2015, ISBN 978 92 4 150898 8",
)  # fmt: skip

scope = Text(
    "The document covers women in whom preterm birth is imminent (steroids, tocolysis, magnesium sulphate, antibiotics, way of birth) and the newborn. Its stated scope was read, not the whole text; no conclusion for or against is drawn.",
    "该文件针对即将早产的妇女(糖皮质激素、宫缩抑制、硫酸镁、抗生素、分娩方式)及新生儿。所读为其声明的范围而非全文;不作赞成或反对的推断。",
)

WHO_2015.recommend(
    "SCOPE-cerclage",
    no_recommendation(
        treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage, treatments.abdominal_cerclage
    ),
    row="WHO15-SCOPE", decision="cerclage",
    says=Text("WHO makes no recommendation on cervical cerclage.", "世界卫生组织对宫颈环扎无推荐。"),
    when=ALWAYS, grade="-", locus="stated scope", read="abstract", note=scope,
)  # fmt: skip
WHO_2015.recommend(
    "SCOPE-progesterone", no_recommendation(treatments.vaginal_progesterone, treatments.injected_progesterone),
    row="WHO15-SCOPE", decision="progesterone",
    says=Text(
        "WHO makes no recommendation on progesterone to prevent preterm birth.", "世界卫生组织对孕酮预防早产无推荐。"
    ),
    when=ALWAYS, grade="-", locus="stated scope", read="abstract", note=scope,
)  # fmt: skip
WHO_2015.recommend(
    "SCOPE-pessary", no_recommendation(treatments.pessary),
    row="WHO15-SCOPE", decision="pessary",
    says=Text("WHO makes no recommendation on the cervical pessary.", "世界卫生组织对宫颈托无推荐。"),
    when=ALWAYS, grade="-", locus="stated scope", read="abstract", note=scope,
)  # fmt: skip

WHO_2015.recommend(
    "2022", offer(treatments.tocolysis),
    row="WHO22", decision="emergencies",
    says=Text(
        "The 2022 update recommends, under criteria, antenatal steroids between 24 and 34 weeks and nifedipine when preterm birth threatens.",
        "2022年更新:先兆早产符合条件者,孕24–34周用产前糖皮质激素,宫缩抑制用硝苯地平。",
    ),
    when=all_of(
        woman.pregnant, pregnancy.gestation >= weeks(24), pregnancy.gestation < weeks(34),
        any_of(pregnancy.labour, pregnancy.contractions),
    ),
    grade="-", locus="-", read="recalled", since=date(2022, 1, 1),
    note=Text("Recalled, not seen; its criteria are not encoded.", "凭回忆,未见原文;其条件未编码。"),
)  # fmt: skip
