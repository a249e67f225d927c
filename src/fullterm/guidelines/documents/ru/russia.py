"""Russia: national clinical recommendation "Istmico-cervical insufficiency" (2024, ID 671_2).

Written from `clinical/guidelines-2026-11.md` section 15, whose author saw the first screen only: terms, definition and
the beginning of section 1. It defines, and advises nothing: what it recommends, with its grades, stands below the part
that was seen. The label itself is made anew for every woman by `vocabulary/definitions.py` and is kept nowhere.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, inform
from fullterm.logic.language import all_of, any_of
from fullterm.vocabulary import findings, insufficiency, woman
from fullterm.vocabulary.fact import Text

RUSSIA_2024 = Guideline(
    id="russia-2024", short="Russia 2024",
    title=Text("Clinical recommendation on istmico-cervical insufficiency (2024)", "峡部-宫颈机能不全临床建议(2024)"),
    publisher="РОАГ", country="RU", published=date(2025, 1, 1),
    url="https://base.garant.ru/409612135", review=date(2026, 12, 31),
    edition="ID 671_2, approved 2024, in force from 1 January 2025, to be revised no later than 2026",
)  # fmt: skip

RUSSIA_2024.recommend(
    "DEF", inform(),
    row="RU24-DEF", decision="diagnosis",
    says=Text(
        "Insufficiency is defined by measurement: before 37 weeks, without the picture of a threatened miscarriage or threatened preterm labour, a cervix of 25 mm or less, or a canal open 10 mm or more along its whole length.",
        "以测量定义宫颈机能不全:37周前无先兆流产及先兆早产表现,而宫颈≤25 mm和(或)宫颈管全长扩张≥10 mm。",
    ),
    when=insufficiency.russian,
    grade="-", locus="terms; §1.1", read="in part",
    note=Text(
        "The method of measurement was not in the part seen: lengths measured through the vagina are read. An open canal along its whole length is read as 1 cm on examination, or membranes in the vagina; a threatened miscarriage or labour as bleeding, contractions or labour. Neither plurality nor history is asked.",
        "所见部分未写测量方法,按经阴道长度理解。宫颈管全长扩张按检查所见宫口≥1 cm或胎膜膨入阴道计;先兆流产或先兆早产按出血、宫缩或临产计。不论胎数与病史。",
    ),
)  # fmt: skip

RUSSIA_2024.recommend(
    "PATHOG", inform(),
    row="RU24-PATHOG", decision="diagnosis",
    says=Text(
        "What marks it is a cervix that shortens and opens fast and hardly painfully in the second or early third trimester: first its structure changes, then the membranes come into the canal or the vagina, then the waters break.",
        "其特征是中孕期或晚孕早期宫颈迅速且几乎无痛地缩短、扩张:先有结构改变,继而胎膜进入宫颈管或阴道,最后胎膜早破。",
    ),
    when=any_of(findings.typical_history, all_of(woman.pregnant, insufficiency.canal_open)),
    grade="-", locus="§1.1", read="in part",
    note=Text(
        "Shown after such a loss, and where the cervix is open now.", "在有此类流产史者及目前宫口已开者处显示。"
    ),
)  # fmt: skip

RUSSIA_2024.recommend(
    "AETIO", inform(),
    row="RU24-AETIO", decision="diagnosis",
    says=Text(
        "One form is functional: a defect in the making of collagen, which is up to 85% of the weight of cervical tissue.",
        "其中一型为功能性:胶原合成缺陷;胶原可占宫颈组织重量的85%。",
    ),
    when=woman.connective_tissue_disorder,
    grade="-", locus="§1.2", read="in part",
    note=Text(
        "The paragraph broke off. Shown for a woman with a disorder of connective tissue, which is our choice.",
        "该段未读完。在有结缔组织病者处显示,系我们的选择。",
    ),
)  # fmt: skip
