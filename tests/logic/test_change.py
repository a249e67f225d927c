"""What would make a condition yes: sound on every rule, and said as a clinician would say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.logic.answers import answers, reads
from fullterm.logic.change import FactChange, changed, would_change, would_open
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Listed, Value
from fullterm.logic.language import all_of, any_of, count, least, mm, not_, weeks
from fullterm.logic.nodes import Bool, Compare, Count, Measure, Not, OneOf, YesNo
from fullterm.logic.quantity import Span, Unit, exactly
from tests.logic.strategies import SMALL, conditions, examples, many_women

contractions = YesNo("contractions")
length = Measure("length", Unit.MILLIMETRES, "scans")
at = Measure("gestation", Unit.DAYS, "scans")
gestation = Measure("gestation", Unit.DAYS)
short = least(length, at < weeks(24)) <= mm(25)


def test_a_condition_that_is_yes_needs_no_change() -> None:
    assert would_change(contractions, Facts({"contractions": True})) == ()


def test_a_number_is_asked_for_in_the_words_of_the_rule() -> None:
    assert would_change(gestation <= weeks(24), Facts({"gestation": exactly(200)})) == (
        FactChange("gestation", gestation <= weeks(24), True),
    )


def test_a_fact_that_already_meets_one_limit_must_not_be_moved_past_the_other() -> None:
    window = all_of(gestation >= weeks(16), gestation < weeks(24))
    (only,) = would_change(window, Facts({"gestation": exactly(84)}))

    assert only.requirement == window


def test_a_number_that_only_grows_is_never_asked_to_go_back() -> None:
    facts = Facts({"gestation": exactly(200)})

    assert would_change(gestation < weeks(24), facts, grows=frozenset({"gestation"})) == ()


def test_another_scan_may_be_short_even_when_all_scans_so_far_are_known() -> None:
    facts = Facts(lists={"scans": Listed(({"length": exactly(300), "gestation": exactly(140)},), complete=True)})
    (only,) = would_change(short, facts)

    assert only.key == "scans"
    assert only.sufficient
    assert only.requirement == (count("scans", all_of(length <= mm(25), at < weeks(24))) >= 1)


def test_what_was_measured_is_past_and_never_changes() -> None:
    facts = Facts(lists={"scans": Listed(({"length": exactly(300), "gestation": exactly(140)},), complete=True)})

    assert "scans[1].length" not in {change.key for change in would_change(short, facts)}


def test_a_third_loss_is_enough_after_two_and_not_after_one() -> None:
    lost = OneOf("outcome", ("loss",), "earlier")
    three = count("earlier", lost) >= 3
    loss = {"outcome": "loss"}

    assert [change.key for change in would_change(three, Facts(lists={"earlier": Listed((loss, loss), True)}))] == [
        "earlier"
    ]
    assert would_change(three, Facts(lists={"earlier": Listed((loss,), True)})) == ()


def test_only_what_may_still_change_is_named() -> None:
    either = any_of(contractions, YesNo("laceration"))
    found = would_change(either, Facts(), may_change=lambda key: key != "laceration")

    assert [change.key for change in found] == ["contractions"]


def test_two_facts_are_named_together_where_neither_is_enough() -> None:
    both = all_of(contractions, not_(YesNo("bleeding")))
    facts = Facts({"contractions": False, "bleeding": True})

    assert would_change(both, facts) == ()
    assert would_change(both, facts, together=2) == (
        FactChange("contractions", contractions, False, (FactChange("bleeding", Not(YesNo("bleeding")), False),)),
    )


def test_three_facts_together_are_refused_in_a_clear_sentence() -> None:
    with pytest.raises(ValueError, match=r"^changes of 3 facts together are not sought: write 1 or 2$"):
        would_change(contractions, Facts(), together=3)


@given(conditions(), st.integers(0, 10**6))
@examples(80)
def test_every_change_that_is_called_sufficient_makes_the_rule_yes(rule: Bool, seed: int) -> None:
    """Soundness: whatever meets the requirement turns the rule to yes; told by trying it."""
    for facts in many_women({"rule": rule}, seed, 4):
        for change in would_change(rule, facts, together=2):
            for after in _applied(change, facts):
                assert truth(rule, after) is True, change


def test_what_ends_a_no_names_what_is_then_still_not_known() -> None:
    broken, labour, fever = YesNo("broken"), YesNo("labour"), YesNo("fever")
    rule = all_of(broken, not_(labour), fever)
    (only,) = would_open(rule, Facts({"broken": False, "fever": True}))

    assert (only.key, only.requirement, only.sufficient, only.open) == ("broken", broken, False, frozenset({"labour"}))
    assert would_open(rule, Facts({"broken": False, "fever": False})) == ()  # one change would not end this no
    assert would_open(rule, Facts({"fever": True})) == ()  # a question already, and no "no"


@given(conditions(), st.integers(0, 10**6))
@examples(80)
def test_every_change_that_is_said_to_end_a_no_leaves_a_question_that_can_be_answered(rule: Bool, seed: int) -> None:
    for facts in many_women({"rule": rule}, seed, 4):
        for change in would_open(rule, facts):
            assert truth(rule, facts) is False
            assert change.open
            for after in _applied(change, facts):
                assert truth(rule, after) is None, change


@given(conditions(), st.integers(0, 10**6))
@examples(80)
def test_a_fact_that_alone_would_make_the_rule_yes_is_found(rule: Bool, seed: int) -> None:
    """Completeness for the facts of today: every value that turns the rule to yes meets a named requirement."""
    for facts in many_women({"rule": rule}, seed, 4):
        if truth(rule, facts) is True:
            continue
        found = {change.key: change.requirement for change in would_change(rule, facts)}
        for name, fact in SMALL.fields(None).items():
            values = [exactly(n) for n in range(-3, 8)] if fact.kind == "number" else _values(fact.kind)
            good = [value for value in values if truth(rule, changed(facts, name, value)) is True]
            if good and len(good) < len(values):
                assert name in found
                assert [v for v in values if truth(found[name], changed(facts, name, v)) is True] == good


def _values(kind: str) -> list[Value]:
    return [True, False] if kind == "yes/no" else ["high", "low", "none", "another"]


def _applied(change: FactChange, facts: Facts) -> list[Facts]:
    """The woman after the change, in every way that meets its requirement."""
    after = _one_applied(change.key, change.requirement, facts)
    for also in change.also:
        after = [later for one in after for later in _one_applied(also.key, also.requirement, one)]
    return after


def _one_applied(key: str, requirement: Bool, facts: Facts) -> list[Facts]:
    if key in SMALL.lists:
        assert isinstance(requirement, Compare)
        assert isinstance(requirement.left, Count)
        return [changed(facts, key, record) for record in _records(key, requirement.left.where)]
    place = key.rpartition(".")[2]
    rows = key.partition("[")[0] if "[" in key else None
    kind = SMALL.fields(rows)[place].kind
    values = [exactly(n) for n in range(-3, 8)] if kind == "number" else _values(kind)
    told = [changed(facts, key, value) for value in values if _within(facts, key, value)]
    return [after for after in told if _meets(requirement, key, after)]


def _within(facts: Facts, key: str, value: Value) -> bool:
    """A record's roughly known number may turn out only as something it may be."""
    if "[" not in key or not isinstance(value, Span):
        return True
    rows, number, name = key.partition("[")[0], int(key.partition("[")[2].partition("]")[0]), key.rpartition(".")[2]
    now = facts.lists[rows].records[number - 1].get(name)
    return not isinstance(now, Span) or value.narrows(now)


def _meets(requirement: Bool, key: str, after: Facts) -> bool:
    if "[" not in key:
        return truth(requirement, after) is True
    rows, number = key.partition("[")[0], int(key.partition("[")[2].partition("]")[0])
    alone = Facts(lists={rows: Listed((after.lists[rows].records[number - 1],), True)})
    return truth(count(rows, requirement) >= 1, alone) is True


def _records(rows: str, where: Bool) -> list[dict[str, Value]]:
    """Records that meet a requirement and say nothing more, in each way the requirement can tell apart."""
    read = reads((where,))
    found: list[dict[str, Value]] = [{}]
    for name in read.lists.get(rows, ()):
        probe = Facts(lists={rows: Listed(({},), False)})
        tried = answers(read, probe, f"{rows}[1].{name}", {})
        found = [{**record, name: value} for record in found for value in tried]  # type: ignore[dict-item] # values, not records
    return [record for record in found if truth(count(rows, where) >= 1, Facts(lists={rows: Listed((record,), True)}))]
