"""One woman on one day, as every step of her plan reads her."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from fullterm.care.case.death import no_offer
from fullterm.care.case.facts_on import Known
from fullterm.care.case.model import Case, Pregnancy
from fullterm.care.case.sutures import Suture
from fullterm.care.plan.done import decided_of, done_at, marked_done
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.window import InTime, ends_at, in_time
from fullterm.care.protocol.model import Step
from fullterm.care.verdicts.held import holding
from fullterm.guidelines.verdict import Verdict, VerdictKind
from fullterm.logic.evaluate import Truth, evaluate, truth
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import Span


@dataclass(frozen=True, slots=True)
class WomanOnDay:
    """One woman on one day. `known`: what counts on that day; `last`: as last told, with nothing grown old.

    `pregnancy` is the one she carries; `sutures` are all there ever were. `verdicts`: of the advice the protocol names,
    in force on that day, by key. `closing`: for so many days before its end a window is closing.
    """

    case: Case
    known: Known
    last: Known
    pregnancy: Pregnancy | None
    verdicts: Mapping[str, Verdict]
    closing: int
    sutures: tuple[Suture, ...]

    def base(self, step: Step) -> Planned:
        """A step that is not for her, with its window."""
        dating = self.pregnancy.dating if self.pregnancy is not None else None
        best = step.best
        return Planned(
            step, "not_for_her", True,
            None if step.opens is None else ends_at(step.opens, dating),
            None if best is None else (ends_at(best[0], dating), ends_at(best[1], dating)),
            None if step.closes is None else ends_at(step.closes, dating),
            (), (), frozenset(),
            marked=marked_done(step, self.case, self.pregnancy, self.known.on),
            decided=decided_of(step, self.case, self.pregnancy, self.known.on),
        )  # fmt: skip

    def of_kind(self, step: Step, kind: VerdictKind) -> tuple[Verdict, ...]:
        """The verdicts of one kind among the advice a step follows."""
        return tuple(one for one in self.followed(step) if one.kind == kind)

    def followed(self, step: Step) -> Iterator[Verdict]:
        """The verdicts of the advice a step follows."""
        return (self.verdicts[key] for key in step.follows if key in self.verdicts)

    def but_for_exclusions(self, verdict: Verdict) -> bool:
        """Whether advice is surely called for, and only what it excludes is so, or is not known: she is then not one
        for whom it is not meant, but one in whom it is stopped, or checked first.
        """
        one = verdict.recommendation
        if one.unless is None or verdict.kind not in ("does_not_apply", "cannot_tell"):
            return False
        return truth(one.women, self.known.facts) is True and truth(one.when, self.known.facts) is True

    def stopped_by(self, step: Step) -> tuple[str, ...]:
        """What surely stops a step, as last told: what nothing can be offered for any more, then what forbids it."""
        dead = self.ended(step)
        stops = () if step.stops is None else holding(evaluate(step.stops, self.last.facts))
        excluded = [name for one in self.excluding(step) for name in holding(evaluate(one, self.last.facts))]
        return tuple(dict.fromkeys((*(() if dead is None else (dead,)), *stops, *excluded)))

    def ended(self, step: Step) -> str | None:
        """By which fact a step that serves the baby has ended; what is owed to the woman never has."""
        return None if step.for_woman or self.pregnancy is None else no_offer(self.last.facts)

    def to_check(self, step: Step) -> tuple[str, ...]:
        """What would stop it and is not known today."""
        own = (one for one in (step.stops, step.gives_way) if one is not None)
        found = (*own, *self.excluding(step))
        return tuple(sorted({name for one in found for name in evaluate(one, self.known.facts).missing}))

    def excluding(self, step: Step) -> tuple[Bool, ...]:
        """What the advice it follows excludes, where that alone keeps it from applying, and no other brings it in."""
        if step.net or (step.when is not None and truth(step.when, self.known.facts) is True):
            return ()
        followed = tuple(self.followed(step))
        if any(one.kind == "applies" for one in followed):
            return ()
        excluding = (one.recommendation.unless for one in followed if self.but_for_exclusions(one))
        return tuple(one for one in excluding if one is not None)

    def done(self, step: Step, called_for: Truth) -> Span | None:
        """The gestation a step was done at; None while it is not."""
        return done_at(step, called_for, self.case, self.pregnancy, self.known, self.verdicts)

    def in_time(self, step: Step) -> tuple[InTime | Literal["cannot_tell"], bool]:
        """Where a wanted step stands against its window, and whether every plausible due date says so."""
        pregnant = self.known.facts.values.get("pregnant")
        if step.before_pregnancy and pregnant is not True:
            return "open", pregnant is False
        if pregnant is None:
            return "cannot_tell", True
        if pregnant is False:
            return "not_yet_due", True
        gestation = self.known.facts.values.get("gestation")
        if not isinstance(gestation, Span):
            return ("open", False) if step.opens is None and step.closes is None else ("cannot_tell", True)
        return in_time(step.opens, step.closes, self.closing, gestation)
