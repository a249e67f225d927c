"""The sutures of a woman: each stands in one state on every day, and none is forgotten or counted out by guesswork."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.case.sutures import State, Suture, state, sutures
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.logic.evaluate import Truth, truth
from fullterm.vocabulary.findings import has_suture, has_vaginal_suture, no_suture, suture_left_in

TOLD = date(2026, 9, 23)
A, B = "{on: 2026-04-16, technique: mcdonald}", "{on: 2026-06-01, technique: shirodkar}"
ABDOMINAL = "{on: 2026-06-01, technique: laparoscopic}"


def told(*lines: str, outside: str = "") -> Case:
    """The case of a pregnancy at 36w2d, told without any problem."""
    inside = "".join(f"  {line}\n" for line in lines)
    case, problems = read_case(f"told: {TOLD}\n{outside}pregnancy:\n  due: 2026-10-19\n{inside}")
    assert problems == ()
    assert case is not None
    return case


def states(case: Case, on: date = TOLD) -> list[State]:
    return [state(one, on) for one in sutures(case, on)]


def facts(case: Case, on: date = TOLD) -> tuple[object, object, object, object]:
    """Whether one is in, a vaginal one, an abdominal one; and which."""
    known = known_on(case, on).facts.values
    return tuple(known.get(name) for name in ("suture_in", "suture_vaginal", "suture_abdominal", "suture"))  # type: ignore[return-value]


def reads(case: Case, rule: object, on: date = TOLD) -> Truth:
    return truth(rule, known_on(case, on).facts)  # type: ignore[arg-type]


# -- row 4: in, of unknown kind -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["cerclage: {gestation: 13w3d}", "labour: yes"], (True, None, None, None)),
        (["cerclage: {gestation: 13w3d, route: vaginal}"], (True, True, False, None)),
        (["cerclage: {gestation: 13w3d}", "suture: unknown"], (True, None, None, None)),
        (["suture: in"], (True, None, None, None)),
        (["suture: vaginal"], (True, True, False, None)),
        (["suture_in: yes", "suture_vaginal: yes"], (True, True, False, None)),
        (["cerclage: {gestation: 13w3d}", "suture_vaginal: yes"], (True, True, False, None)),
        (["cerclage: {gestation: 13w3d}", "suture: shirodkar"], (True, True, False, "shirodkar")),
    ],
)
def test_a_suture_whose_kind_nobody_told_is_in(lines: list[str], expected: tuple[object, ...]) -> None:
    case = told(*lines)
    assert states(case) == ["in"]
    assert facts(case) == expected
    assert (reads(case, has_suture), reads(case, no_suture)) == (True, False)


def test_unknown_told_of_the_suture_alone_is_no_suture_and_no_absence_and_is_not_asked_twice() -> None:
    case = told("suture: unknown")
    assert sutures(case, TOLD) == ()
    assert facts(case) == (None, None, None, None)
    assert {"suture", "suture_in", "suture_vaginal", "suture_abdominal"} <= case.not_known


@pytest.mark.parametrize("lines", [["suture: none"], ["suture_in: no"]])
def test_none_told_is_none(lines: list[str]) -> None:
    assert facts(told(*lines)) == (False, False, False, "none")


# -- row 5: several sutures, and what came out --------------------------------------------------------------------


def test_a_vaginal_and_then_an_abdominal_suture_are_two() -> None:
    case = told(f"cerclage: [{A}, {ABDOMINAL}]")
    assert states(case) == ["in", "in"]
    assert facts(case) == (True, True, True, None)


def test_of_two_sutures_a_removal_that_does_not_say_which_leaves_each_perhaps_in() -> None:
    case = told(f"cerclage: [{A}, {B}]", "removed: 2026-09-01")
    assert states(case, date(2026, 8, 31)) == ["in", "in"]
    assert states(case) == ["may_be_in", "may_be_in"]
    assert facts(case) == (True, True, False, None), "one of the two is in, whichever it is"
    assert reads(case, has_vaginal_suture) is True


def test_a_removal_that_names_its_suture_takes_out_that_one() -> None:
    case = told(f"cerclage: [{A}, {B}]", "removed: {on: 2026-09-01, suture: 2}")
    assert states(case) == ["in", "out"]
    assert facts(case) == (True, True, False, "mcdonald")


def test_two_removals_take_out_two_sutures_whichever_came_first() -> None:
    case = told(f"cerclage: [{A}, {B}]", "removed: [2026-09-01, 2026-09-10]")
    assert states(case, date(2026, 9, 5)) == ["may_be_in", "may_be_in"]
    assert states(case) == ["out", "out"]
    assert facts(case)[0] is False


def test_an_unnamed_removal_is_of_the_other_once_one_is_named_later() -> None:
    case = told(f"cerclage: [{A}, {B}]", "removed: [2026-09-01, {on: 2026-09-10, suture: 1}]")
    assert states(case) == ["out", "out"]
    same_day = told(f"cerclage: [{A}, {B}]", "removed: [2026-09-01, {on: 2026-09-01, suture: 1}]")
    assert states(same_day) == ["out", "may_be_in"], "the same removal may have been told twice"
    assert facts(same_day)[0] is None


def test_an_answer_that_none_is_in_settles_what_may_be_in_and_never_what_surely_is() -> None:
    doubtful = told(f"cerclage: [{A}, {B}]", "removed: 2026-09-01", "suture_in: {value: no, on: 2026-09-20}")
    assert states(doubtful) == ["out", "out"]

    case, problems = read_case(
        f"told: {TOLD}\npregnancy: {{due: 2026-10-19, cerclage: {A}, suture: {{value: none, on: 2026-09-20}}}}\n"
    )
    assert case is not None
    assert "write removed: with its day" in problems[0].sentence
    assert facts(case)[0] is True


def test_of_two_answers_on_one_day_the_one_that_leaves_it_in_counts() -> None:
    case, problems = read_case(f"told: {TOLD}\npregnancy: {{due: 2026-10-19, suture: none, suture_vaginal: yes}}\n")
    assert case is not None
    assert [one.field for one in problems] == ["pregnancy.suture"]
    assert facts(case) == (True, True, False, None)


def test_a_removal_that_names_no_suture_of_hers_is_said_and_read_as_one_that_names_none() -> None:
    case, problems = read_case(
        f"told: {TOLD}\npregnancy: {{due: 2026-10-19, cerclage: [{A}, {B}], removed: {{on: 2026-09-01, suture: 3}}}}\n"
    )
    assert case is not None
    assert [one.sentence for one in problems] == ["there is no suture '3' here: write one of hers, 1, 2"]
    assert states(case) == ["may_be_in", "may_be_in"]


# -- a suture only told -------------------------------------------------------------------------------------------


def test_a_suture_only_told_is_in_from_its_telling_and_out_by_a_removal_or_an_answer() -> None:
    on = date(2026, 9, 1)
    case = told("suture: {value: mcdonald, on: 2026-09-01}")
    assert (states(case, on - timedelta(1)), states(case)) == ([], ["in"])
    (one,) = sutures(case, TOLD)
    assert state(one, on - timedelta(1)) == "unknown"
    assert states(told("suture: {value: mcdonald, on: 2026-09-01}", "removed: 2026-09-10")) == ["out"]
    answered = told("suture: [{value: mcdonald, on: 2026-09-01}, {value: none, on: 2026-09-10}]")
    assert (states(answered), facts(answered)[0]) == (["out"], False)


def test_a_suture_seen_after_the_known_one_came_out_is_another() -> None:
    case = told(f"cerclage: {A}", "removed: 2026-09-01", "suture: {value: mcdonald, on: 2026-09-10}")
    assert states(case) == ["in", "out"]
    assert facts(case)[0] is True


def test_a_corrected_answer_is_one_suture() -> None:
    case = told("suture: [{value: mcdonald, on: 2026-09-01}, {value: shirodkar, on: 2026-09-10}]")
    assert [(one.kind, state(one, TOLD)) for one in sutures(case, TOLD)] == [("shirodkar", "in")]


# -- after the end, and before ------------------------------------------------------------------------------------


@pytest.mark.parametrize("cerclage", [A, "{on: 2026-04-16, route: vaginal}"])
def test_a_birth_leaves_a_vaginal_suture_in_whatever_it_was_placed_for(cerclage: str) -> None:
    case = told(f"cerclage: {cerclage}", "outcome: {on: 2026-09-20, outcome: live_birth}")
    assert states(case) == ["in"]
    assert reads(case, suture_left_in) is True
    aged = known_on(case, TOLD + timedelta(40))
    assert aged.stale["pregnant"].value is False, "as last told she is not pregnant: the line stays"


def test_an_abdominal_suture_stays_in_after_the_birth_and_nobody_presses() -> None:
    case = told(f"cerclage: {ABDOMINAL}", "outcome: {on: 2026-09-20, outcome: live_birth}")
    assert (states(case), reads(case, suture_left_in)) == (["in"], False)


def test_how_a_pregnancy_ended_may_say_that_its_suture_came_out() -> None:
    outcome = "outcome: {on: 2026-09-20, outcome: live_birth, cerclage_removed: 35w0d}"
    case = told(f"cerclage: {A}", outcome)
    assert (states(case), reads(case, suture_left_in)) == (["out"], False)


def test_a_cerclage_remembered_without_its_removal_is_a_question_and_no_alarm() -> None:
    earlier = "earlier: [{outcome: loss, cerclage: history}, {outcome: live_birth, cerclage: none}]\n"
    case = told(outside=earlier)
    assert [(one.id, state(one, TOLD)) for one in sutures(case, TOLD)] == [("earlier 1", "unknown")]
    assert facts(case) == (None, None, None, None)
    removed = told(outside="earlier: [{outcome: live_birth, cerclage: history, cerclage_removed: 36w0d}]\n")
    assert states(removed) == ["out"]


def test_an_abdominal_suture_from_before_this_pregnancy_is_in_it() -> None:
    case = told(outside="cerclage: {on: 2025-01-10, technique: open_abdominal}\n")
    assert (states(case), facts(case)) == (["in"], (True, False, True, "abdominal"))


# -- who answers for it -------------------------------------------------------------------------------------------


def only(case: Case) -> Suture:
    (one,) = sutures(case, TOLD)
    return one


def test_a_suture_has_an_owner_or_nobody_is_named() -> None:
    assert only(told(f"cerclage: {A}")).owner is None
    arranged = only(told(f"cerclage: {A}", "custody: [{what: arranged, on: 2026-09-01, who: Dr Li, where: room 2}]"))
    assert (arranged.owner, arranged.where) == ("Dr Li", "room 2")


def test_left_in_on_purpose_and_handed_over_stay_in_with_a_reason_and_an_owner() -> None:
    left = only(told(f"cerclage: {A}", "custody: [{what: left_in, on: 2026-09-01, reason: she wishes it}]"))
    assert (state(left, TOLD), left.kept, left.end and left.end.why) == ("in", True, "she wishes it")
    gone = only(told(f"cerclage: {A}", "custody: [{what: handed_over, on: 2026-09-01, where: County Hospital}]"))
    assert (state(gone, TOLD), gone.owner, gone.kept) == ("in", "County Hospital", False)


# -- the record ---------------------------------------------------------------------------------------------------

BEGAN = RecordEvent("pregnancy began", date(2026, 3, 2), {"due": "2026-10-19", "dating": "crl"})
PLACED = RecordEvent("cerclage placed", date(2026, 4, 16), {"technique": "mcdonald", "route": "vaginal"})
AGAIN = RecordEvent("cerclage placed", date(2026, 6, 1), {"technique": "shirodkar", "route": "vaginal"})
BIRTH = RecordEvent("pregnancy ended", date(2026, 9, 20), {"outcome": "live_birth"})
NEXT = RecordEvent("pregnancy began", date(2027, 6, 1), {"due": "2028-01-10", "dating": "crl"})


def hers(*events: RecordEvent, on: date) -> list[tuple[str, State]]:
    case, problems = read(fold(events))
    assert problems == ()
    assert case is not None
    return [(one.id, state(one, on)) for one in sutures(case, on)]


def test_a_suture_is_named_by_the_entry_that_placed_it_and_keeps_its_name() -> None:
    out = RecordEvent("suture removed", date(2026, 9, 1), {"suture": "3"})
    assert hers(BEGAN, PLACED, AGAIN, on=TOLD) == [("2", "in"), ("3", "in")]
    assert hers(BEGAN, PLACED, AGAIN, out, on=TOLD) == [("2", "in"), ("3", "out")]
    assert hers(BEGAN, PLACED, AGAIN, out, BIRTH, on=TOLD) == [("2", "in"), ("3", "out")]
    assert hers(BEGAN, PLACED, AGAIN, out, BIRTH, NEXT, on=NEXT.on) == [("2", "in"), ("3", "out")]
    gone = RecordEvent("withdrawn", TOLD, {"number": 2})
    assert hers(BEGAN, PLACED, AGAIN, out, gone, on=TOLD) == [("3", "out")]


def test_a_suture_left_in_is_in_the_next_pregnancy_until_it_is_told_out() -> None:
    out = RecordEvent("suture removed", date(2027, 7, 1), {"suture": "2"})
    assert hers(BEGAN, PLACED, BIRTH, NEXT, on=NEXT.on) == [("2", "in")]
    assert hers(BEGAN, PLACED, BIRTH, NEXT, out, on=out.on) == [("2", "out")]


def test_a_suture_only_told_is_kept_when_the_next_pregnancy_begins() -> None:
    said = RecordEvent("answered", date(2026, 4, 16), {"key": "suture", "said": "mcdonald"})
    ((name, where),) = hers(BEGAN, said, BIRTH, NEXT, on=NEXT.on)
    assert (name, where) == ("2026-09-20 told", "in")
