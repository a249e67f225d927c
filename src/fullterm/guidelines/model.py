"""What one recommendation is: who says it, to whom, when, on which page, and how that page was read.

A page of a guideline is a sequence of `GUIDELINE.recommend(...)`; the citation (`row`, `locus`, `grade`, `read`)
and the sentence in both languages are required arguments, so that none can be left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, get_args

from fullterm.logic.language import ALWAYS
from fullterm.logic.nodes import Bool, Condition
from fullterm.logic.quantity import Quantity, Unit
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.treatments import Treatment

AdviceKind: TypeAlias = Literal[
    "offer", "consider", "not_routinely", "do_not_offer", "uncertain", "inform", "no_recommendation"
]
Read: TypeAlias = Literal["full text", "abstract", "in part", "secondary", "recalled"]
"""How a sentence was read. "In part": word for word, but the document broke off before it could be read as a whole: a
definition may rest on it, no advice."""
Decision: TypeAlias = Literal[
    "diagnosis",
    "investigations",
    "cerclage",
    "route",
    "surveillance",
    "progesterone",
    "pessary",
    "uterus",
    "operation",
    "aftercare",
    "not_to_do",
    "removal",
    "emergencies",
    "birth",
    "counselling",
]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
ADVISING: frozenset[Read] = frozenset({"full text", "abstract"})
Standing: TypeAlias = Literal["in_force", "superseded", "not_yet_published", "not_yet_checked"]


@dataclass(frozen=True, slots=True)
class Advice:
    """What a recommendation advises of which treatments."""

    kind: AdviceKind
    treatments: tuple[Treatment, ...] = ()


def offer(*treatments: Treatment) -> Advice:
    """Strong advice for: 'offer', 'should', 'recommended'."""
    return Advice("offer", treatments)


def consider(*treatments: Treatment) -> Advice:
    """Weak advice for: 'consider', 'may be considered', 'may offer'."""
    return Advice("consider", treatments)


def not_routinely(*treatments: Treatment) -> Advice:
    """Advice against as a routine; the individual case stays open."""
    return Advice("not_routinely", treatments)


def do_not_offer(*treatments: Treatment) -> Advice:
    """Advice against: 'do not offer', 'not recommended', 'contraindicated'."""
    return Advice("do_not_offer", treatments)


def uncertain(*treatments: Treatment) -> Advice:
    """The document says that the evidence does not decide."""
    return Advice("uncertain", treatments)


def inform(*treatments: Treatment) -> Advice:
    """A definition, a finding or a figure the document wants known; it advises no act."""
    return Advice("inform", treatments)


def no_recommendation(*treatments: Treatment) -> Advice:
    """The body was asked and is silent: an answer, not an absence."""
    return Advice("no_recommendation", treatments)


@dataclass(frozen=True, slots=True)
class Window:
    """When the advice is to be carried out, in gestation. `closes` is the first moment it is too late.

    An end the document does not give stays None. Days a document leaves undefined ("12 to 14 weeks") are read by
    the page, and the page says so in its `note`.
    """

    opens: Quantity | None = None
    closes: Quantity | None = None

    def __post_init__(self) -> None:
        for end in (self.opens, self.closes):
            if end is not None and end.unit is not Unit.DAYS:
                raise ValueError(f"a window is counted in gestation, not in {end}: write weeks(12, 0)")
        if self.opens is not None and self.closes is not None and self.closes.amount <= self.opens.amount:
            raise ValueError(f"a window that opens at {self.opens} cannot close at {self.closes}")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation of one guideline, read once and for all.

    `women`: for whom it is meant (else "not for her"). `when`: what makes it apply. `unless`: contraindications; an
    unknown one makes "cannot tell". `row`: the row of `clinical/` it was written from. `since`/`until`: the days this
    wording was in force (`until` is the first day it no longer was).
    """

    guideline: str
    ref: str
    row: str
    decision: Decision
    advice: Advice
    says: Text
    when: Bool
    women: Bool
    unless: Bool | None
    window: Window | None
    grade: str
    locus: str
    read: Read
    since: date
    until: date | None
    note: Text | None

    @property
    def key(self) -> str:
        """`rcog-gtg75 UI-1`: names it among all guidelines."""
        return f"{self.guideline} {self.ref}"

    def standing(self, on: date) -> Standing:
        """Whether it may advise on a day: read closely enough, published, and not replaced."""
        if self.read not in ADVISING:
            return "not_yet_checked"
        if on < self.since:
            return "not_yet_published"
        if self.until is not None and on >= self.until:
            return "superseded"
        return "in_force"


@dataclass(slots=True)
class Guideline:
    """One published document in one edition, and what it recommends, in its own order and numbers."""

    id: str
    short: str
    title: Text
    publisher: str
    country: str
    published: date
    url: str
    edition: str
    until: date | None = None
    review: date | None = None
    """The last day by which the document itself says that it will be looked at again; None where it prints none."""
    recommendations: dict[str, Recommendation] = field(default_factory=dict)

    def past_review(self, on: date) -> bool:
        """Whether the document's own day for its review has gone by on a day. Never stored: the day asked decides."""
        return self.review is not None and on > self.review

    def recommend(
        self,
        ref: str,
        advice: Advice,
        *,
        row: str,
        decision: Decision,
        says: Text,
        when: Bool,
        grade: str,
        locus: str,
        read: Read,
        women: Bool = ALWAYS,
        unless: Bool | None = None,
        window: Window | None = None,
        since: date | None = None,
        until: date | None = None,
        note: Text | None = None,
    ) -> None:
        """Write down one recommendation. Raises ValueError, in words that say what to write, when it is not whole."""
        where = f"{self.id} {ref}"
        if ref in self.recommendations:
            raise ValueError(f"{where} is written twice: give the second its own number")
        required = (("row", row), ("locus", locus), ("grade", grade), ("says.en", says.en), ("says.zh", says.zh))
        for name, text in required:
            if not text.strip():
                raise ValueError(f"{where} has an empty {name}: write what the document gives ('-' if it gives none)")
        for name, condition in (("when", when), ("women", women), ("unless", unless)):
            if condition is not None and not isinstance(condition, Condition):
                raise TypeError(f"{where}: {name}= must be a condition such as all_of(...), not {condition!r}")
        self.recommendations[ref] = Recommendation(
            self.id, ref, row, decision, advice, says, when, women, unless, window, grade, locus, read,
            since or self.published, until or self.until, note,
        )  # fmt: skip
