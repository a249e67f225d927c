"""Operations on the cervix before this pregnancy."""

from __future__ import annotations

from fullterm.logic.quantity import Unit, mm
from fullterm.vocabulary.fact import Code, Text, list_of, number, option, yes_no

PROCEDURES = list_of(
    "procedures",
    one=Text("cervical operation", "宫颈手术"),
    label=Text("operations on the cervix", "宫颈手术史"),
    question=Text("Has the cervix ever been operated on?", "宫颈做过手术吗?"),
    complete=Text("Are these all the operations on the cervix?", "以上是全部宫颈手术吗?"),
)

kind = option(
    "kind", Text("kind of operation", "手术方式"), Text("Which operation was it?", "是哪种手术?"),
    {
        "cold_knife_cone": Text("cold-knife cone", "冷刀锥切"),
        "laser_cone": Text("laser cone", "激光锥切"),
        "lletz": Text("loop excision (LLETZ/LEEP)", "环形电切(LEEP)"),
        "radical_diathermy": Text("radical diathermy", "根治性电凝"),
        "ablation": Text("ablation", "消融治疗"),
        "trachelectomy": Text("trachelectomy", "宫颈切除术"),
        "biopsy": Text("punch biopsy", "活检"),
        "other": Text("another operation", "其他"),
    },
    rows=PROCEDURES,
    codes=(Code("SNOMED CT", "54535009"), Code("SNOMED CT", "23140002")),
)  # fmt: skip
depth = number(
    "depth", Text("depth of excision", "切除深度"), Text("How deep was the excision (mm)?", "切除深度多少毫米?"),
    Unit.MILLIMETRES, between=(mm(1), mm(60)), rows=PROCEDURES,
)  # fmt: skip
before_loss = yes_no(
    "before_loss", Text("done before a late loss or an early birth", "先于晚期流产或早产"),
    Text("Was it done before a pregnancy that was lost late or born early by itself (12 to 36 weeks)?",
         "该手术是否先于某次自发的晚期流产或早产(孕12至36周)?"), rows=PROCEDURES,
)  # fmt: skip
"""`care.case.births_in_order` reads it from the days; told only where they do not say."""
