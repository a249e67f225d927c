"""How many answers until today's decision stands: `python -m bench.interview`.

Women of whom everything is known but hidden; the interview asks, the hidden history answers. (a) is the leading cause,
(b) the first line of the plan (`care.interview.decision`). Counted are the answers until neither changes any more;
"none of these" for the dangers counts once; that something just said to be done is done is no change. Three orders in
one run:

`doctor`: the interview as it is, until it says that it is enough for today.
`before`: the order it had until decision 04 was revised: what settles most verdicts, of what decides her care first.
`oracle`: what nobody can have: it knows the answers, and tells only a smallest set that gives the same (a) and (b)
(found by leaving facts out, the most read first, so perhaps not the very smallest). No way of asking does much better.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from statistics import median, quantiles

from bench.told import case_of
from bench.women import clinic_woman, consistent, hidden_woman

from fullterm.care.interview.decision import TodaysDecision, decision
from fullterm.care.interview.sitting import Sitting, sitting
from fullterm.care.interview.tiers import NONE_OF_THESE, page_of
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.care.verdicts.differential import differential
from fullterm.guidelines.cause_findings import open_or_short_now
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import ADVISING
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.answers import ALL, Answer, full_name, known, tell
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.facts import EMPTY, Facts, Listed
from fullterm.logic.language import any_of
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.late_loss import any_ended_early
from fullterm.vocabulary.possible import possible_answers

SEED = 1
DAY = date(2026, 11, 22)
BEFORE = frozenset(
    {
        "investigations", "cerclage", "route", "surveillance", "progesterone", "pessary", "uterus", "removal",
        "emergencies",
    }
)  # fmt: skip
"""The decisions whose advice the interview settled first until decision 04 was revised."""
GENERATORS: dict[str, Callable[[Random], Facts]] = {"at random": hidden_woman, "clinic-like": clinic_woman}


def answer(hidden: Facts, so_far: Facts, key: str) -> Answer:
    """What the hidden history says to one question."""
    if key in hidden.lists:
        told = len(so_far.lists.get(key, EMPTY).records)
        return {} if told < len(hidden.lists[key].records) else ALL
    value = known(hidden, key)
    if value is None:
        raise KeyError(key)
    return value


def whole_form(hidden: Facts) -> int:
    """How many questions the whole form has for this woman."""
    records = sum(len(VOCABULARY.fields(rows)) * len(one.records) for rows, one in hidden.lists.items())
    return len(VOCABULARY.fields(None)) + records + sum(len(one.records) + 1 for one in hidden.lists.values())


def rules() -> dict[str, Rule]:
    """Every recommendation, as the interview reads it."""
    return {one.key: Rule(one.women, body(one)) for one in recommendations()}


def decided(now: Sitting) -> TodaysDecision:
    """Today's decision, (a) and (b), on what is told so far."""
    return decision(now.planned, differential(CAUSES, now.known.facts))


@dataclass
class Course:
    """One interview: how many answers it took, until when (a) or (b) changed, over how many pages, and how it ended."""

    end: TodaysDecision
    answers: int = 0
    stable: int = 0
    pages: int = 0
    spent: list[float] = field(default_factory=list)
    tiers: list[str] = field(default_factory=list)


def interviewed(hidden: Facts, protocol: Protocol) -> Course:
    """The interview as it is, until it is enough for today."""
    told, course, asked, done, page, none = Facts(), None, "", frozenset[str](), None, False
    not_known = frozenset[str]()
    while True:
        started = time.process_time()
        now = sitting(case_of(told, DAY, not_known), DAY, protocol)
        question = now.question(further=False)
        spent = time.process_time() - started
        found = decided(now)
        course = course or Course(found)
        if found != course.end:
            course.stable = course.stable if asked in done else course.answers
            course.end = found
        course.spent.append(spent)
        if question is None:
            return course
        asked, done = question.key, _done_by(now)
        records = {rows: len(one.records) for rows, one in told.lists.items()}
        if (here := page_of(asked, records)) != page:
            page, course.pages = here, course.pages + 1
        course.tiers.append(asked)
        try:
            said = answer(hidden, told, asked)
        except KeyError:  # what cannot be known yet, asked before anybody knows how far she is
            not_known, course.answers = not_known | {asked}, course.answers + 1
            continue
        denied = asked in NONE_OF_THESE and said is False
        course.answers += not (denied and none)
        none = none or denied
        told = tell(told, asked, said)


def _done_by(now: Sitting) -> frozenset[str]:
    """The facts that say whether the line that stands first is done."""
    return frozenset(now.planned[0].step.known)


def as_before(protocol: Protocol) -> Callable[[Facts], tuple[int, bool]]:
    """The order the interview had before: answers until (a) and (b) were stable, and whether it ended otherwise."""
    first: dict[str, Rule] = {
        f"{cause.id} {number}": Rule(any_of(any_ended_early, open_or_short_now), argument.when)
        for cause in CAUSES
        for number, argument in enumerate(cause.arguments, 1)
        if argument.citation.read in ADVISING and argument.effect != "opposes"
    }
    rest: dict[str, Rule] = {}
    for one in recommendations():
        if one.standing(DAY) == "in_force":
            deciding = one.decision in BEFORE and one.advice.kind not in ("inform", "no_recommendation")
            (first if deciding else rest)[one.key] = Rule(one.women, body(one))
    both = Interview(first, possible_answers()), Interview(rest, possible_answers())

    def run(hidden: Facts) -> tuple[int, bool]:
        told, count, stable, end, asked = Facts(), 0, 0, None, ""
        done, passed = frozenset[str](), frozenset[str]()
        while True:
            now = sitting(case_of(told, DAY), DAY, protocol)
            found = decided(now)
            if found != end:
                stable, end = (stable if asked in done else count), found
            facts, closed = now.known.facts, now.closed | passed
            question = both[0].next_question(facts, closed) or both[1].next_question(facts, closed)
            if question is None:
                return stable, end != decided(sitting(case_of(hidden, DAY), DAY, protocol))
            asked, done, count = question.key, _done_by(now), count + 1
            try:
                told = tell(told, asked, answer(hidden, told, asked))
            except KeyError:  # what cannot have been: nobody answers it
                passed |= {asked}

    return run


def fewest(hidden: Facts, protocol: Protocol, uses: Counter[str]) -> int:
    """How few answers give the same (a) and (b), had one known them."""
    facts, kept = hidden, 0
    target = decided(sitting(case_of(facts, DAY), DAY, protocol))
    keys = [*hidden.values]
    for rows, one in hidden.lists.items():
        keys += [f"{rows}[{place}].{name}" for place, record in enumerate(one.records, 1) for name in record]
    for key in sorted(keys, key=lambda key: uses[full_name(key)]):
        without = forget(facts, key)
        if decided(sitting(case_of(without, DAY), DAY, protocol)) == target:
            facts = without
        else:
            kept += 1
    return kept + sum(len(one.records) + 1 for one in facts.lists.values() if any(one.records))


def forget(facts: Facts, key: str) -> Facts:
    """The same woman without one fact."""
    rows, _, rest = key.partition("[")
    if not rest:
        return Facts({name: value for name, value in facts.values.items() if name != key}, facts.lists)
    place, name = int(rest.partition("]")[0]) - 1, key.rpartition(".")[2]
    records = list(facts.lists[rows].records)
    records[place] = {field: value for field, value in records[place].items() if field != name}
    return Facts(facts.values, {**facts.lists, rows: Listed(tuple(records), facts.lists[rows].complete)})


def women_of(generator: Callable[[Random], Facts], number: int) -> Iterator[Facts]:
    """So many women of a generator, always the same."""
    random = Random(SEED)
    return (consistent(generator(random)) for _ in range(number))


def spread(found: list[int] | list[float], digits: int = 0) -> str:
    """Median and 90th percentile."""
    return f"{median(found):.{digits}f} / {quantiles(found, n=10)[-1]:.{digits}f}"


def report(title: str, protocol: Protocol, generator: Callable[[Random], Facts], women: int, beside: int) -> None:
    """Interview so many women, and print how it went; `beside`: how many of them also in the order it had, and by the
    oracle.
    """
    courses, unlike = list[Course](), 0
    for hidden in women_of(generator, women):
        courses.append(interviewed(hidden, protocol))
        unlike += courses[-1].end != decided(sitting(case_of(hidden, DAY), DAY, protocol))
    uses = Counter(full_name(key) for one in courses for key in one.tiers)
    print(f"{title}, protocol {protocol.id}: {women} women, seed {SEED} (median / 90th percentile)", flush=True)
    print(f"  doctor: answers until stable {spread([one.stable for one in courses])}", end="; ")
    print(f"until enough {spread([one.answers for one in courses])}; pages {spread([one.pages for one in courses])}")
    print(f"          ended with another (a) or (b) than everything told: {unlike} women")
    print(f"          a question: {spread([s * 1000 for one in courses for s in one.spent], 1)} ms of a processor")
    before = as_before(protocol)
    found = [before(hidden) for hidden in women_of(generator, beside)]
    other = sum(unlike for _, unlike in found)
    stables = spread([stable for stable, _ in found])
    print(f"  before: answers until stable {stables}; ended otherwise: {other} of {beside}")
    print(f"  oracle: {spread([fewest(hidden, protocol, uses) for hidden in women_of(generator, beside)])} of {beside}")
    print("  asked most: " + ", ".join(f"{name} {n / women:.1f}" for name, n in uses.most_common(16)), flush=True)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--women", type=int, default=1000)
    parser.add_argument("--beside", type=int, default=40)
    parser.add_argument("--protocol", choices=("antai", "rcog_nice"), nargs="*", default=["antai", "rcog_nice"])
    options = parser.parse_args()
    for name in options.protocol:
        protocol = read_protocol(name, {one.key: one for one in recommendations()})
        for title, generator in GENERATORS.items():
            report(title, protocol, generator, options.women, options.beside)


if __name__ == "__main__":
    main()
