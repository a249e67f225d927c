"""NICE IPG639, Laparoscopic cerclage for cervical incompetence. Chapter 3 only.

Written from `clinical/guidelines-english.md` section 5, row NICE-IPG639: the committee's considerations were read, the
chapter of recommendations was not.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, inform, uncertain
from fullterm.logic.language import ALWAYS, any_of
from fullterm.vocabulary import findings, treatments, woman
from fullterm.vocabulary.fact import Text

IPG639 = Guideline(
    id="nice-ipg639", short="NICE IPG639", title=Text("Laparoscopic cerclage", "腹腔镜宫颈环扎"), publisher="NICE",
    country="GB", published=date(2019, 1, 1), url="https://www.nice.org.uk/guidance/ipg639",
    edition="2019 (day of publication not in our table)",
)  # fmt: skip

IPG639.recommend(
    "3-timing", uncertain(treatments.abdominal_cerclage, treatments.laparoscopic_route),
    row="NICE-IPG639", decision="route",
    says=Text(
        "When a laparoscopic cerclage is best placed, before or during pregnancy, is uncertain.",
        "腹腔镜宫颈环扎的最佳时机(孕前或孕期)尚不确定。",
    ),
    women=findings.not_multiple,
    when=any_of(findings.failed_vaginal_cerclage, findings.trachelectomy, woman.transvaginal_cerclage_impossible),
    grade="-", locus="chapter 3", read="abstract",
    note=Text(
        "Who is meant is our reading: women for whom an abdominal suture is usually discussed. The chapter of recommendations was not seen. A failed cerclage is one through the vagina after which the pregnancy ended by itself between 14+0 and 33+6.",
        "对象为我们的理解:通常会讨论经腹环扎者。推荐章节未见原文。“环扎失败”指经阴道环扎后妊娠于14+0–33+6自发终止。",
    ),
)  # fmt: skip

IPG639.recommend(
    "3-rupture", inform(treatments.laparoscopic_route, treatments.information),
    row="NICE-IPG639", decision="birth",
    says=Text(
        "The uterus may rupture if labour begins with a laparoscopic suture in place.",
        "腹腔镜环扎带在位时临产,有子宫破裂的可能。",
    ),
    women=findings.has_abdominal_suture,
    when=ALWAYS,
    grade="-", locus="chapter 3", read="abstract",
    note=Text(
        "The document speaks of the laparoscopic suture; the record does not tell it from the open abdominal one, so both are meant.",
        "原文指腹腔镜环扎;病历不区分腹腔镜与开腹,故一并显示。",
    ),
)  # fmt: skip
