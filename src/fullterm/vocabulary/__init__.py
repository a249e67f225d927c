"""What may be known of a woman, and what may be done: each fact once.

Importing the room declares every fact, so that `VOCABULARY` is never half full.
"""

from fullterm.vocabulary import (
    earlier,
    findings,
    indications,
    multiples,
    pregnancy,
    preterm_labour,
    procedures,
    treatments,
    woman,
)

__all__ = [
    "earlier",
    "findings",
    "indications",
    "multiples",
    "pregnancy",
    "preterm_labour",
    "procedures",
    "treatments",
    "woman",
]
