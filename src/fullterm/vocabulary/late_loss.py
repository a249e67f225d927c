"""What came too early before: a late loss, and an early birth that nobody began.

A late loss is one that nobody began for another reason: a caesarean for the mother's sake explains nothing, and an
abruption is not lost because doctors acted on it.
"""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, some, weeks
from fullterm.vocabulary import earlier, findings

late_loss = all_of(
    any_of(
        findings.lost,
        all_of(earlier.outcome.is_("stillbirth"), earlier.fetal_death_first),
        findings.born_alive_though_being_lost,
    ),
    earlier.gestation >= weeks(12),
    earlier.gestation < weeks(28),
)
"""One earlier pregnancy that ended from 12+0 to 27+6 (晚期流产), the baby alive or not."""
any_late_loss = some(earlier.EARLIER, late_loss)
ended_early = any_of(late_loss, findings.ended_between(weeks(28), weeks(37)))
"""One earlier pregnancy that a risk factor may explain: lost late, or born before 37+0 by itself."""
any_ended_early = some(earlier.EARLIER, ended_early)
