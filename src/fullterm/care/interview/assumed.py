"""Assumed: how often an ordinary answer is given. It orders questions and decides nothing.

Nothing here is cited: no published count says how often each of these is so among women who come after a late loss.
The whole table is our assumption (docs/decisions/04-the-next-question.md).
"""

from __future__ import annotations

from fullterm.logic.answers import ALL, Answer

# -- assumed ------------------------------------------------------------------------------------------------------
YES = 0.15
"""An ordinary finding is there."""
OFTEN: dict[str, float] = {
    "pregnant": 0.7,
    "wishes_to_conceive": 0.8,
    "alive": 0.95,
    "first_trimester_scan": 0.7,
    "earlier.painless_dilatation": 0.4,
    "earlier.membranes_bulging": 0.3,
    "earlier.contractions_first": 0.3,
    "earlier.membranes_first": 0.25,
}
"""Yes/no facts that are yes oftener, or more seldom."""
USUAL: dict[str, tuple[str, float]] = {
    "earlier.outcome": ("loss", 0.6),
    "uterine_anomaly": ("none", 0.9),
    "anomaly_scan": ("normal", 0.9),
    "membranes": ("not_visible", 0.85),
    "earlier.cerclage": ("none", 0.8),
    "earlier.caesarean": ("none", 0.8),
    "suture": ("none", 0.8),
    "cerclage_planned": ("none", 0.8),
    "cerclage_planned_for": ("none", 0.8),
}
"""The usual option of a fact, and how often it is that one; the others share the rest."""
# ------------------------------------------------------------------------------------------------------------------


def weigh(name: str, answer: Answer) -> float:
    """How likely an answer to a fact (by full name) is assumed to be; of numbers and lists one as likely as another."""
    if answer is True or answer is False:
        often = OFTEN.get(name, YES)
        return often if answer else 1 - often
    if isinstance(answer, str) and answer != ALL and name in USUAL:
        usual, often = USUAL[name]
        return often if answer == usual else (1 - often) / 3
    return 1.0
