"""Who a woman is, as it is typed when she is taken into care or corrected."""

from __future__ import annotations

from fullterm.clinic.base.form import Field
from fullterm.clinic.words import WORDS

REGISTER: tuple[Field, ...] = (
    Field("number", WORDS["register.number"], required=True, help=WORDS["register.number.help"], longest=32),
    Field("name", WORDS["register.name"], required=True, longest=120),
    Field("phone", WORDS["register.phone"], longest=32),
    Field(
        "language", WORDS["register.language"], "choice",
        (("zh", WORDS["register.language.zh"]), ("en", WORDS["register.language.en"])), required=True, usual="zh",
    ),
)  # fmt: skip
