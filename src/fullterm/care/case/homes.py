"""Where a field of a case belongs, for one written in another group: where to write what would else be lost."""

from __future__ import annotations

from fullterm.care.case.outcome import BABY, MOTHER
from fullterm.vocabulary.fact import VOCABULARY

_ENDED = "pregnancy.outcome, or a pregnancy of earlier.pregnancies"
_AT_THE_TOP = ("told", "name", "woman", "earlier", "procedures", "pregnancy")
_OF_THIS_PREGNANCY = ("scans", "examinations", "due", "lmp", "measured", "conceived", "dating", "declined")
_TOO_COMMON = frozenset({"kind", "depth", "method", "weight", "harm", "infection"})
"""Names that say too little of where they belong."""


def _homes() -> dict[str, str]:
    homes = dict.fromkeys(_AT_THE_TOP, "the case itself, at the top")
    homes |= dict.fromkeys(_OF_THIS_PREGNANCY, "pregnancy")
    homes |= dict.fromkeys(VOCABULARY.fields("scans"), "a scan of pregnancy.scans")
    homes |= dict.fromkeys(VOCABULARY.fields("procedures"), "an operation of procedures")
    homes |= dict.fromkeys(VOCABULARY.fields("earlier"), _ENDED)
    homes |= {"outcome": "pregnancy, or a pregnancy of earlier.pregnancies", "core": _ENDED}
    homes |= dict.fromkeys(("mother", "babies"), f"core, which is told under {_ENDED}")
    homes |= dict.fromkeys(BABY, f"babies of core, which is told under {_ENDED}")
    homes |= dict.fromkeys(MOTHER, f"mother of core, which is told under {_ENDED}")
    return {name: home for name, home in homes.items() if name not in _TOO_COMMON}


HOMES = _homes()
"""The group each field belongs under, by its name; facts of the woman and of this pregnancy are those of `fields`."""
