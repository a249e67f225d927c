"""One rule in one situation: what it misses, the share of answers that settle it, and whether a question matters.

A question matters when, after some answers to other questions, the rule is open without it and settled with it
(docs/decisions/04-the-next-question.md).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from fullterm.logic.answers import ALL, Answer, Possible, Reads, answers, full_name, is_open, open_keys, reads, tell
from fullterm.logic.evaluate import evaluate
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.nodes import Bool
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


def alike(_name: str, _answer: Answer) -> float:
    """Every answer as likely as another."""
    return 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule the interview is to settle: for whom it is meant, and what it says of them."""

    women: Bool
    body: Bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """One rule in one situation: what it misses, and the share of answers to each that settle it."""

    missing: frozenset[str]
    share: Mapping[str, float]


SETTLED: Final = Outlook(frozenset(), {})


@dataclass(slots=True)
class Asked:
    """One distinct rule, under the names of all recommendations that say the same."""

    women: Bool
    body: Bool
    possible: Possible
    weigh: Weigh
    names: list[str]
    read: Reads = field(init=False)
    decide: Warming = field(init=False)
    seen: dict[Hashable, Outlook] = field(default_factory=dict)
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

    def outlook(self, facts: Facts) -> Outlook:
        """What the rule misses of her, remembered."""
        situation = self.situation(facts)
        found = self.seen.get(situation)
        if found is None:
            if len(self.seen) >= KEPT:
                self.seen.clear()
            found = self.seen[situation] = self.look(facts)
        return found

    def look(self, facts: Facts) -> Outlook:
        """What the rule misses of her, read anew."""
        if self.settled(facts):
            return SETTLED
        missing = evaluate(self.women, facts).missing or evaluate(self.body, facts).missing
        share: dict[str, float] = {}
        for key in missing:
            if is_open(facts, key):
                name = full_name(key)
                tried = [(answer, self.weigh(name, answer)) for answer in answers(self.read, facts, key, self.possible)]
                settling = sum(weight for answer, weight in tried if self.settled(tell(facts, key, answer)))
                share[key] = settling / sum(weight for _, weight in tried)
        return Outlook(frozenset(share), share)

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

    rule: Asked
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
