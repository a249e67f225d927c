"""What there is to explain, and what came before it: the conditions the arguments of the causes are made of.

What came first decides, and what came after caused nothing. A late loss is one that nobody began for another reason,
so that a caesarean for the mother's sake explains nothing and an abruption is not lost because doctors acted on it.
"""

from __future__ import annotations

from fullterm.guidelines.cause_model import Argument, Citation, risk
from fullterm.logic.language import NEVER, all_of, any_of, choose, mm, not_, some, weeks
from fullterm.logic.nodes import Bool
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.late_loss import any_ended_early

otherwise_explained = any_of(
    earlier.contractions_first, earlier.abruption, earlier.fetal_anomaly, earlier.fetal_death_first
)  # not infection: it is found in many women whose cervix has opened, and need not have come first
opened_quietly = any_of(earlier.painless_dilatation, earlier.membranes_bulging)
"""The cervix was seen open, or the sac in it, before any pain. The waters may break afterwards and still before a
contraction; a sac that bulged was whole when it was seen, so the cervix had opened first."""

open_now = all_of(
    woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(28), findings.dilated,
    not_(pregnancy.contractions), not_(pregnancy.labour), not_(pregnancy.bleeding), not_(pregnancy.infection),
    not_(pregnancy.ruptured_membranes),
)  # fmt: skip
_short = all_of(
    pregnancy.scan_length <= mm(25), pregnancy.scan_gestation >= weeks(14), pregnancy.scan_gestation < weeks(24),
    pregnancy.scan_method.is_("transvaginal"),
)  # fmt: skip
open_or_short_now = all_of(
    woman.pregnant, pregnancy.gestation >= weeks(14),
    any_of(
        all_of(pregnancy.gestation < weeks(28), any_of(findings.dilated, findings.exposed_membranes)),
        some(pregnancy.SCANS, _short),
    ),
)  # fmt: skip
"""In this pregnancy the cervix has opened (14+0 to 27+6), or was 25 mm or shorter before 24+0 (RCOG 75): whatever
the reason, it is something to explain, and what is known of her past came before it."""
something_now = any_of(
    open_or_short_now,
    all_of(
        woman.pregnant, pregnancy.gestation >= weeks(14), pregnancy.gestation < weeks(37),
        any_of(pregnancy.ruptured_membranes, pregnancy.labour),
    ),
)  # fmt: skip
"""The same, or the waters broken or labour before 37+0."""


def since_birth(factor: Bool, citation: Citation, says: Text) -> Argument:
    """A risk factor she was born with: it came before everything, so no order is asked."""
    return risk(factor, all_of(factor, any_of(any_ended_early, open_or_short_now)), citation, says)


def came_before(factor: Bool, before: Bool, citation: Citation, says: Text) -> Argument:
    """A risk factor she came by: it argues only for what came after it.

    `before` says that it came before a late loss or an early birth, and is asked only of a factor she has; an open
    or short cervix now came after all that is told of the past.
    """
    then = all_of(any_ended_early, choose((factor, before), otherwise=NEVER))
    return risk(factor, any_of(then, all_of(factor, open_or_short_now)), citation, says)


def recorded_before(factor: Bool, before: Bool, citation: Citation, says: Text) -> Argument:
    """The same, of operations: `before` is the factor among those that came before what it may explain."""
    then = all_of(any_ended_early, before)
    return risk(factor, any_of(then, all_of(factor, open_or_short_now)), citation, says)
