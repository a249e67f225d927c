"""What nothing can be offered for any more: a baby who has died, or who cannot live.

What is owed to the woman herself (her suture, an infection, bleeding, what comes after) never depends on this.
"""

from __future__ import annotations

from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.vocabulary import findings


def no_offer(facts: Facts) -> str | None:
    """The fact by which nothing is offered for the baby of this pregnancy; None while something may be.

    A death that a doctor has confirmed, of every baby. Until it is confirmed, a heartbeat that was not seen stops what
    is offered as well, and its confirmation stands first. One of several babies ends nothing, and while nobody has said
    that there are several she is taken to carry one: what is stopped by mistake is asked again the same day.
    """
    if truth(findings.every_baby_died, facts) is True:
        return "babies_died"
    if truth(findings.multiple, facts) is True:
        return None
    if facts.values.get("alive") is False:
        return "alive"
    return "anomaly_scan" if facts.values.get("anomaly_scan") == "lethal" else None
