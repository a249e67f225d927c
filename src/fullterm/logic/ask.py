"""The next question: the fact whose answer would settle most, and never one that cannot change anything.

One step is looked ahead, over one answer for every way a rule can tell answers apart; the question with the
greatest number of verdicts settled on average is asked, within the order the asker sets. Why so:
docs/decisions/04-the-next-question.md.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from fullterm.logic.answers import (
    ALL,
    Answer,
    Possible,
    Reads,
    answers,
    full_name,
    is_open,
    known,
    open_keys,
    reads,
    tell,
)
from fullterm.logic.evaluate import evaluate
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.nodes import Bool
from fullterm.logic.plain import plain
from fullterm.logic.quantity import Span
from fullterm.logic.warming import Warming

SEARCH_LIMIT: Final = 2_000
"""How many imagined women may be read to prove that a question cannot change a rule. Beyond it, it is asked."""
KEPT: Final = 4_096
"""How many outlooks one rule remembers: women in the same situation, as far as the rule can see, share one."""
MOST_ADDED: Final = 3
"""How many further records of one list a proof imagines: no rule of ours counts beyond three."""


NOTHING_SAID: Final[Possible] = {}
Weigh: TypeAlias = Callable[[str, Answer], float]
"""How likely an answer to a fact (by full name) is thought to be. It orders questions, and decides nothing."""
Order: TypeAlias = Callable[[str], tuple[int, ...]]
"""Where a key stands in the order of asking, before anything is weighed: the lower first."""


def _alike(_name: str, _answer: Answer) -> float:
    """Every answer as likely as another."""
    return 1.0


def _no_order(_key: str) -> tuple[int, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule the interview is to settle: for whom it is meant, and what it says of them."""

    women: Bool
    body: Bool


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next: `key` as in `Reading.missing`; `rules` are those that miss it, by name.

    `settles`: how many verdicts some one answer settles; 0 when a further answer is needed too. `expected`: how many
    an answer settles on average.
    """

    key: str
    settles: int
    expected: float
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outlook:
    """One rule in one situation: what it misses, and the share of answers to each that settle it."""

    missing: frozenset[str]
    share: Mapping[str, float]


_SETTLED: Final = _Outlook(frozenset(), {})


@dataclass(slots=True)
class _Asked:
    """One distinct rule, under the names of all recommendations that say the same."""

    women: Bool
    body: Bool
    possible: Possible
    weigh: Weigh
    names: list[str]
    read: Reads = field(init=False)
    decide: Warming = field(init=False)
    seen: dict[Hashable, _Outlook] = field(default_factory=dict)
    proved: dict[Hashable, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.read = reads((self.women, self.body))
        self.decide = Warming((self.women, self.body))

    def settled(self, facts: Facts) -> bool:
        """Whether the verdict is anything but "cannot tell": an ordered choice, the population first."""
        women, body = self.decide(facts)
        return women is False or (women is True and body is not None)

    def situation(self, facts: Facts) -> Hashable:
        """All that this rule can see of a woman."""
        told: list[Hashable] = [facts.values.get(name) for name in self.read.kinds if "." not in name]
        for rows, names in self.read.lists.items():
            listed = facts.lists.get(rows, EMPTY)
            told += [listed.complete, len(listed.records)]
            told += [record.get(name) for record in listed.records for name in names]
        return tuple(told)

    def outlook(self, facts: Facts) -> _Outlook:
        situation = self.situation(facts)
        found = self.seen.get(situation)
        if found is None:
            if len(self.seen) >= KEPT:
                self.seen.clear()
            found = self.seen[situation] = self.look(facts)
        return found

    def look(self, facts: Facts) -> _Outlook:
        if self.settled(facts):
            return _SETTLED
        missing = evaluate(self.women, facts).missing or evaluate(self.body, facts).missing
        share: dict[str, float] = {}
        for key in missing:
            if is_open(facts, key):
                name = full_name(key)
                tried = [(answer, self.weigh(name, answer)) for answer in answers(self.read, facts, key, self.possible)]
                settling = sum(weight for answer, weight in tried if self.settled(tell(facts, key, answer)))
                share[key] = settling / sum(weight for _, weight in tried)
        return _Outlook(frozenset(share), share)

    def matters(self, facts: Facts, key: str, unanswerable: frozenset[str]) -> bool:
        """Whether, perhaps after answers to other questions, this one settles the rule; see `_Search`."""
        situation = (self.situation(facts), key, unanswerable)
        found = self.proved.get(situation)
        if found is None:
            if len(self.proved) >= KEPT:
                self.proved.clear()
            found = self.proved[situation] = _Search(self, key, unanswerable).finds(facts)
        return found


@dataclass(slots=True)
class _Search:
    """Depth first over answers to the other questions, each also left unasked, until `key` settles the rule.

    Kleene's reading prunes: once the rule is settled without `key`, no further answer can make `key` matter.
    """

    rule: _Asked
    key: str
    unanswerable: frozenset[str]
    told: dict[str, int] = field(default_factory=dict)
    left: int = SEARCH_LIMIT

    def finds(self, facts: Facts) -> bool:
        self.told = {rows: len(facts.lists.get(rows, EMPTY).records) for rows in self.rule.read.lists}
        return self.after(facts, self.unanswerable | {self.key})

    def after(self, facts: Facts, passed: frozenset[str]) -> bool:
        """Whether `key` settles the rule here, or after answers to the keys not yet passed."""
        if self.spent():
            return True
        if self.rule.settled(facts):
            return False
        if self.settles(facts, (self.key,), passed):
            return True
        other = next((one for one in open_keys(self.rule.read, facts) if one not in passed), None)
        if other is None:
            return False
        if any(self.after(tell(facts, other, one), passed) for one in self.tried(facts, other)):
            return True
        return self.after(facts, passed | {other})

    def settles(self, facts: Facts, keys: tuple[str, ...], passed: frozenset[str]) -> bool:
        """Whether some answers to `keys` settle the rule; a further record brings the questions about it."""
        if self.spent() or self.rule.settled(facts):
            return True
        if not keys:
            return False
        first, *rest = keys
        for one in self.tried(facts, first):
            after = tell(facts, first, one)
            about = () if one != {} else (*self.about_last(after, first, passed), first)
            if self.settles(after, (*about, *rest), passed):
                return True
        return False

    def about_last(self, facts: Facts, rows: str, passed: frozenset[str]) -> tuple[str, ...]:
        number = len(facts.lists[rows].records)
        return tuple(key for name in self.rule.read.lists[rows] if (key := f"{rows}[{number}].{name}") not in passed)

    def tried(self, facts: Facts, key: str) -> tuple[Answer, ...]:
        most = min(MOST_ADDED, self.rule.read.most.get(key, 1))
        if key in self.told and len(facts.lists.get(key, EMPTY).records) - self.told[key] >= most:
            return (ALL,)
        return answers(self.rule.read, facts, key, self.rule.possible)

    def spent(self) -> bool:
        self.left -= 1
        return self.left < 0


def next_question(
    rules: Mapping[str, Rule],
    facts: Facts,
    unanswerable: frozenset[str] = frozenset(),
    possible: Possible = NOTHING_SAID,
) -> Question | None:
    """The question of `rules` (by name) whose answer settles most verdicts; None when none can change anything.

    `unanswerable`: keys asked already that nobody can answer, or answer more exactly. `possible`: what each fact may
    be, in the order of asking; without it every number and any further option is thought possible.
    """
    return _interview(tuple(rules.items()), tuple(possible.items())).next_question(facts, unanswerable)


@lru_cache(maxsize=8)
def _interview(
    rules: tuple[tuple[str, Rule], ...], possible: tuple[tuple[str, tuple[str, ...] | Span | None], ...]
) -> Interview:
    return Interview(dict(rules), dict(possible))


class Interview:
    """The questions of many rules. Make one per set of rules and keep it: it remembers situations it has seen."""

    def __init__(self, rules: Mapping[str, Rule], possible: Possible, weigh: Weigh = _alike) -> None:
        self._place = {name: place for place, name in enumerate(possible)}
        distinct: dict[tuple[Bool, Bool], _Asked] = {}
        for name, rule in rules.items():
            both = plain(rule.women), plain(rule.body)
            distinct.setdefault(both, _Asked(*both, possible, weigh, [])).names.append(name)
        self._rules = tuple(distinct.values())
        self._named = {name: rule for rule in self._rules for name in rule.names}

    @property
    def names(self) -> tuple[str, ...]:
        """The rules it is to settle, by name."""
        return tuple(self._named)

    def next_question(self, facts: Facts, unanswerable: frozenset[str] = frozenset()) -> Question | None:
        """The question whose answer settles most verdicts; None when no question can change anything.

        `unanswerable`: keys asked already that she, and nobody, can answer (or answer more exactly).
        """
        return next(self.questions(facts, unanswerable), None)

    def questions(
        self,
        facts: Facts,
        unanswerable: frozenset[str],
        among: Container[str] | None = None,
        order: Order = _no_order,
    ) -> Iterator[Question]:
        """Every question that can change a verdict, the first to ask first. `among`: only these rules, by name."""
        expected: dict[str, float] = {}
        waiting: dict[str, list[_Asked]] = {}
        for rule in self._rules:
            number = len(rule.names) if among is None else sum(name in among for name in rule.names)
            for key, share in rule.outlook(facts).share.items() if number else ():
                if key not in unanswerable:
                    expected[key] = expected.get(key, 0) + share * number
                    waiting.setdefault(key, []).append(rule)
        ranked = sorted(waiting, key=lambda key: (order(key), -expected[key], -_count(waiting[key]), self._order(key)))
        for key in ranked:
            if expected[key] or any(rule.matters(facts, key, unanswerable) for rule in waiting[key]):
                at_once = [rule for rule in waiting[key] if rule.outlook(facts).share[key]]
                names = tuple(name for rule in waiting[key] for name in rule.names if among is None or name in among)
                yield Question(key, _count(at_once), expected[key], names)

    def limits(self, facts: Facts, key: str, among: Container[str] | None = None) -> tuple[int, ...]:
        """The limits that lie inside a number known only roughly, of the rules that wait for it: each a first value
        of its upper side.
        """
        value, found = known(facts, key), set[int]()
        if not isinstance(value, Span):
            return ()
        for rule in self._rules:
            named = among is None or any(name in among for name in rule.names)
            if named and key in rule.outlook(facts).share:
                found |= {cut for cut in rule.read.cuts.get(full_name(key), ()) if value.low < cut <= value.high}
        return tuple(sorted(found))

    def is_settled(self, facts: Facts) -> dict[str, bool]:
        """Whether each rule's verdict is settled, by the rule's key."""
        return {name: rule.outlook(facts) is _SETTLED for rule in self._rules for name in rule.names}

    def decide(self, name: str, facts: Facts) -> bool | None:
        """What one rule says: yes, no (also to a woman it is not meant for), or None."""
        women, body = self._named[name].decide(facts)
        return False if women is False else None if women is None else body

    def can_be_settled(self, name: str, facts: Facts, unanswerable: frozenset[str]) -> bool:
        """Whether a rule is open, and somebody may still answer what it misses."""
        return any(key not in unanswerable for key in self._named[name].outlook(facts).share)

    def _order(self, key: str) -> tuple[int, str]:
        name = full_name(key)
        if name in self._place:
            return self._place[name], key
        return min((place for fact, place in self._place.items() if fact.startswith(f"{name}.")), default=0), key


def _count(rules: list[_Asked]) -> int:
    return sum(len(rule.names) for rule in rules)
