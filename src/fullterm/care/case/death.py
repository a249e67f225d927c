"""Death: what nothing can be offered for any more, and whether she has died herself.

What is owed to the woman (her suture, an infection, bleeding, what comes after) never depends on the baby's life.
"""

from __future__ import annotations

from datetime import date

from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.case.model import Case
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
    if truth(findings.a_baby_died, facts) is True:
        return "babies_died"
    if facts.values.get("lost_with_suture") is True:  # a doctor's word, as a death is
        return "lost_with_suture"
    if facts.values.get("alive") is False:
        return "alive"
    return "anomaly_scan" if facts.values.get("anomaly_scan") == "lethal" else None


CONFIRMED = frozenset({"babies_died", "lost_with_suture", "anomaly_scan"})
"""What a doctor has found, and nobody has to confirm any more."""


def she_died(case: Case, on: date) -> bool:
    """Whether she is known to have died: told with what became of a pregnancy, and told last.

    Of a woman who is pregnant again it was told by mistake: silence about the living is the greater danger.
    """
    if current_pregnancy(case, on) is not None:
        return False
    ended = case.pregnancy.outcome if case.pregnancy is not None else None
    told = [one for each in (*case.earlier, *(() if ended is None else (ended,))) for one in each.core if one.on <= on]
    answers = [one.mother["died"] for one in sorted(told, key=lambda one: one.on) if "died" in one.mother]
    return bool(answers) and answers[-1] is True
