"""Order in time, on generated women: what came after caused nothing, and nothing explains nothing.

Law: a termination is no loss unless it was already being lost; untold, nothing turns on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.births_in_order import ordered_births, ordered_operations
from fullterm.care.verdicts.differential import CauseStanding, differential
from fullterm.guidelines.causes import CAUSES
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import UNKNOWN, Span, exactly, mm, weeks
from fullterm.vocabulary import findings
from fullterm.vocabulary.definitions import DEFINITIONS, met
from fullterm.vocabulary.late_loss import any_ended_early, any_late_loss
from tests.logic.strategies import examples
from tests.logic.women import a_woman, a_woman_for, describe, limits_in

SEEDS = st.integers(0, 2**32 - 1)
ARGUMENTS: tuple[Bool, ...] = tuple(one.when for cause in CAUSES for one in cause.arguments)
LIMITS = limits_in(ARGUMENTS)
HERS = {
    "curettages": ("curettage_before_loss", exactly(2), exactly(0)),
    "cervical_laceration": ("laceration_before_loss", True, False),
    "adhesions": ("adhesions_before_loss", True, False),
    "polyps": ("lesion_before_loss", True, False),
}
"""What she may come by: the fact of its order, when she has it, when she has not."""
BY_DOCTORS_ONLY = {"outcome": "termination", "already_being_lost": False, "fetal_death_first": False}


def standings(facts: Facts) -> dict[str, CauseStanding]:
    return {one.cause.id: one.standing for one in differential(CAUSES, facts)}


def told(facts: Facts, *, earlier: Iterable[Record], **values: Value) -> Facts:
    """The same woman with these earlier pregnancies, and no others, and these answers."""
    lists = {**facts.lists, "earlier": Listed(tuple(earlier), True)}
    return Facts({**facts.values, **values}, lists)


def in_order(facts: Facts) -> Facts:
    """The woman with what the order of her pregnancies says, and nobody told."""
    values = {name: value for name, value in facts.values.items() if name != "caesarean_before_loss"}
    return Facts(ordered_births(values, facts.lists["earlier"]), facts.lists)


def ended_early(record: Record) -> bool | None:
    return truth(any_ended_early, Facts({}, {"earlier": Listed((record,), True)}))


def a_history(random: Random) -> Facts:
    """A woman some of whose causes are near to standing."""
    return a_woman_for(random, ARGUMENTS, LIMITS)


@examples(40)
@given(SEEDS)
def test_what_came_after_every_loss_caused_nothing(seed: int) -> None:
    """It may be called a risk factor for what is to come: it confirms, supports, excludes and reopens nothing."""
    random = Random(seed)
    for _ in range(10):
        woman = a_history(random)
        records = woman.lists.get("earlier", EMPTY).records
        never = {name: absent for name, (_, _, absent) in HERS.items()}
        records = tuple({"caesarean": "none", **one} for one in records)
        before = told(woman, earlier=records, pregnant=False, submucous_fibroid=False, **never)
        later: Record = {
            "outcome": "live_birth", "gestation": exactly(weeks(39).amount), "induced": random.random() < 0.5,
            "caesarean": "full_dilatation", "infection": True, "abruption": True,
        }  # fmt: skip
        operation: Record = {"kind": "lletz", "depth": exactly(22), "before_loss": False}
        came = {fact: value for name, (order, has, _) in HERS.items() for fact, value in ((name, has), (order, False))}
        after = told(before, earlier=(*records, later), **came)
        procedures = before.lists.get("procedures", EMPTY)
        done = {**after.lists, "procedures": replace(procedures, records=(*procedures.records, operation))}
        first, second = standings(in_order(before)), standings(in_order(Facts(after.values, done)))
        for name, was in first.items():
            allowed = {was, "risk_factor"} if was == "not_supported" else {was}
            assert second[name] in allowed, f"{name}: {was}, then {second[name]}\n{describe(before)}"


@examples(60)
@given(SEEDS)
def test_with_nothing_to_explain_no_cause_is_confirmed_or_supported(seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        woman = a_history(random)
        kept = [one for one in woman.lists.get("earlier", EMPTY).records if ended_early(one) is False]
        quiet: dict[str, Value] = {"pregnant": False}
        if random.random() < 0.5:
            quiet = {
                "pregnant": True, "dilatation": exactly(0), "membranes": "not_visible", "infection": False,
                "labour": False, "ruptured_membranes": False,
            }  # fmt: skip
        found = told(woman, earlier=kept, **quiet)
        scans = tuple({**one, "length": exactly(mm(35).amount)} for one in woman.lists.get("scans", EMPTY).records)
        found = Facts(found.values, {**found.lists, "scans": Listed(scans, True)})
        odd = {name for name, one in standings(found).items() if one in ("confirmed", "supported", "cannot_tell")}
        assert not odd, f"{odd}: {describe(found)}"


@examples(60)
@given(SEEDS)
def test_a_termination_counts_only_when_it_was_already_being_lost_and_untold_it_settles_nothing(seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        woman = a_woman(random, LIMITS)
        others = tuple(woman.lists.get("earlier", EMPTY).records)[:2]
        drawn: Record = next(iter(a_woman(random, LIMITS).lists.get("earlier", EMPTY).records), {})
        untold = {
            name: value for name, value in drawn.items() if name not in ("already_being_lost", "fetal_death_first")
        } | {"outcome": "termination"}
        without, never, unknown, lost = (
            told(woman, earlier=(*others, *more))
            for more in ((), ({**untold, **BY_DOCTORS_ONLY},), (untold,), ({**untold, "already_being_lost": True},))
        )
        for reads in (_called, _losses):
            gone, no, open_, yes = (reads(facts) for facts in (without, never, unknown, lost))
            assert no == gone, describe(never)
            for name in no:
                assert open_[name] is None or open_[name] == no[name] == yes[name], f"{name}\n{describe(unknown)}"


def _called(facts: Facts) -> dict[str, bool | None]:
    return {one.id: answer for one, answer in met(DEFINITIONS, facts)}


def _losses(facts: Facts) -> dict[str, bool | None]:
    named = {
        "late": any_late_loss, "early": any_ended_early, "typical": findings.typical_history,
        "second trimester": findings.second_trimester_loss, "by 34": findings.preterm_birth_by_34,
        "three": findings.births(weeks(14), weeks(37)) >= 3,
    }  # fmt: skip
    return {name: truth(rule, facts) for name, rule in named.items()}


@examples(60)
@given(SEEDS)
def test_an_order_that_is_known_stays_known_when_more_is_told(seed: int) -> None:
    """Filling in what a pregnancy was, narrowing a day, adding one to an open list or closing it flips no order."""
    random = Random(seed)
    outcomes: tuple[Record, ...] = (
        {"outcome": "loss", "gestation": exactly(weeks(20).amount)},
        {"outcome": "live_birth", "gestation": exactly(weeks(39).amount)},
        {"outcome": "live_birth", "gestation": exactly(weeks(30).amount), "induced": False},
    )
    for _ in range(20):
        years = sorted(random.sample(range(20), random.randint(0, 4)))
        full = [
            dict(random.choice(outcomes)) | {"caesarean": random.choice(("none", "full_dilatation"))} for _ in years
        ]
        days = [exactly(700_000 + 366 * year) for year in years]
        done = exactly(700_000 + 366 * random.randint(0, 20) + random.choice((0, 100)))
        shown = [place for place in range(len(full)) if random.random() < 0.7]
        vague = [{} if random.random() < 0.4 else dict(full[place]) for place in shown]
        spans = [_wider(random, days[place]) for place in shown]
        complete = len(shown) == len(full) and random.random() < 0.5
        known = (
            (Listed(tuple(vague), complete), spans, _wider(random, done)),
            (Listed(tuple(full), True), days, done),
        )
        first, second = (
            (
                ordered_births({}, pregnancies).get("caesarean_before_loss"),
                ordered_operations(Listed(({},)), [day], pregnancies, ended).records[0].get("before_loss"),
            )
            for pregnancies, ended, day in known
        )
        for was, now in zip(first, second, strict=True):
            assert was is None or now is was, known


def _wider(random: Random, day: Span) -> Span:
    return random.choice((UNKNOWN, day, Span(day.low - random.randint(0, 400), day.high + random.randint(0, 400))))
