"""What is known on a day: an answer ages, a suture is in until it is out, and an ended pregnancy is only history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fullterm.care.case.facts_on import Known, as_last_told, current_pregnancy, known_on
from fullterm.care.case.model import Case, Observation, Pregnancy
from fullterm.care.case.read import read_case
from fullterm.care.case.sutures import standing
from fullterm.logic.facts import Listed, Value
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.fact import VOCABULARY

TOLD = date(2026, 9, 23)


def told(text: str) -> Case:
    """The case of a text without any problem."""
    case, problems = read_case(text)
    assert problems == ()
    assert case is not None
    return case


def pregnancy(*lines: str, on: date = TOLD) -> Case:
    return told(f"told: {on}\npregnancy:\n  due: 2026-10-19\n" + "".join(f"  {line}\n" for line in lines))


def observed(fact: str, value: Value, on: date) -> Case:
    one = Observation(fact, value, on, "seen in notes")
    return Case(on, observations=(one,), pregnancy=Pregnancy())


def suture(case: Case, on: date = TOLD) -> Value | None:
    return known_on(case, on).facts.values.get("suture")


# -- facts age --------------------------------------------------------------------------------------------------

AGEING: tuple[tuple[str, Value, int | None], ...] = (
    ("gestation", exactly(100), 0),
    ("contractions", False, 1),
    ("dilatation", exactly(0), 7),
    ("alive", True, 28),
    ("adhesions", False, None),
)


@pytest.mark.parametrize(("fact", "value", "lasts"), AGEING)
def test_an_answer_counts_until_the_last_day_it_lasts_and_is_stale_the_day_after(
    fact: str, value: Value, lasts: int | None
) -> None:
    assert VOCABULARY.facts[fact].lasts == lasts
    day = date(2026, 2, 28)
    last = day + timedelta(days=lasts if lasts is not None else 20_000)
    case = observed(fact, value, day)

    fresh = known_on(case, last)
    assert fresh.facts.values[fact] == value
    assert (fact in fresh.sources, fact in fresh.stale) == (True, False)
    if lasts is not None:
        after = known_on(case, last + timedelta(days=1))
        assert fact not in after.facts.values
        assert (fact in after.sources, fact in after.stale) == (False, True)
        assert after.stale[fact].on == day


def test_what_was_told_later_is_not_yet_known() -> None:
    case = pregnancy("contractions: [{value: no, on: 2026-09-21}, {value: yes, on: 2026-09-22}]")

    assert "contractions" not in known_on(case, date(2026, 9, 20)).facts.values
    assert known_on(case, date(2026, 9, 21)).facts.values["contractions"] is False
    assert known_on(case, date(2026, 9, 22)).facts.values["contractions"] is True


def test_a_newer_answer_replaces_an_older_one_even_once_both_are_stale() -> None:
    case = pregnancy("contractions: [{value: no, on: 2026-09-01}, {value: yes, on: 2026-09-02}]")

    assert known_on(case, TOLD).stale["contractions"].value is True


def test_a_history_taken_later_is_not_known_and_not_complete_before() -> None:
    case = told("told: 2026-03-02\nearlier: {complete: yes, pregnancies: [{outcome: loss}]}\nprocedures: none\n")
    before, on_the_day = known_on(case, date(2026, 3, 1)), known_on(case, date(2026, 3, 2))

    assert [dict(one) for one in before.facts.lists["earlier"].records] == [{}]
    assert not before.facts.lists["earlier"].complete
    assert not before.facts.lists["procedures"].complete
    assert on_the_day.facts.lists["earlier"] == Listed(({"outcome": "loss"},), True)
    assert on_the_day.facts.lists["procedures"].complete


def test_an_operation_is_known_from_the_day_it_was_told() -> None:
    case = told("told: 2026-03-02\nprocedures: [{kind: lletz}]\n")

    assert known_on(case, date(2026, 3, 1)).facts.lists["procedures"].records == ({},)
    assert known_on(case, date(2026, 3, 2)).facts.lists["procedures"].records == ({"kind": "lletz"},)


def test_every_fact_keeps_its_source_under_the_name_it_is_asked_by() -> None:
    case = told(
        "told: 2026-09-23\nearlier: [{outcome: loss, source: said by her}]\nprocedures: [{kind: lletz}]\n"
        "pregnancy: {due: 2026-10-19, scans: [{on: 2026-06-01, length: 25 mm, source: seen in notes}]}\n"
    )
    sources = known_on(case, TOLD).sources

    assert sources["earlier[1].outcome"].source == "said by her"
    assert sources["scans[1].length"].source == "seen in notes"
    assert sources["procedures[1].kind"].on == TOLD


# -- the pregnancy she carries ----------------------------------------------------------------------------------


def test_a_pregnancy_told_without_an_end_is_going_on() -> None:
    known = known_on(pregnancy(), TOLD)

    assert known.facts.values["pregnant"] is True
    assert known.facts.values["gestation"] == exactly(254)


def test_she_was_not_yet_pregnant_on_a_day_before_the_pregnancy_began() -> None:
    case = pregnancy("fetuses: {value: 1, on: 2026-02-01}")
    first = date(2026, 10, 19) - timedelta(days=280)

    assert current_pregnancy(case, first) is case.pregnancy
    assert current_pregnancy(case, first - timedelta(days=1)) is None
    assert not {"pregnant", "gestation"} & known_on(case, first - timedelta(days=1)).facts.values.keys()


def test_a_test_before_the_pregnancy_was_told_does_not_deny_it() -> None:
    case = told(
        "told: 2026-02-20\nwoman: {pregnant: {value: no, on: 2026-02-10}}\npregnancy: {lmp: 2026-01-20, fetuses: 1}\n"
    )

    assert known_on(case, date(2026, 2, 20)).facts.values["pregnant"] is True


# -- the suture -------------------------------------------------------------------------------------------------


def test_a_suture_is_in_from_the_day_it_was_placed_to_the_day_it_came_out() -> None:
    case = pregnancy("cerclage: {on: 2026-04-16, technique: mcdonald, indication: history}", "removed: 2026-09-21")

    assert suture(case, date(2026, 4, 15)) is None
    assert suture(case, date(2026, 4, 16)) == "mcdonald"
    assert known_on(case, date(2026, 4, 16)).facts.values["suture_indication"] == "history"
    assert suture(case, date(2026, 9, 20)) == "mcdonald"
    assert suture(case, date(2026, 9, 21)) == "none"
    assert "suture_indication" not in known_on(case, date(2026, 9, 21)).facts.values


def test_a_suture_placed_again_is_in_although_an_earlier_one_came_out() -> None:
    case = pregnancy(
        "cerclage: [{on: 2026-04-16, technique: mcdonald}, {on: 2026-06-01, technique: shirodkar}]",
        "removed: 2026-05-20",
    )

    assert [suture(case, day) for day in (date(2026, 5, 19), date(2026, 5, 20), date(2026, 6, 1), TOLD)] == [
        "mcdonald", "none", "shirodkar", "shirodkar",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cerclage", "removed", "left"),
    [
        ("{on: 2026-04-16, technique: mcdonald}", "{on: unknown}", None),
        ("{on: 2026-04-16, technique: mcdonald}", "2026-04", "none"),
        ("{on: unknown, technique: mcdonald}", "2026-05-20", "none"),
        ("{on: unknown, technique: mcdonald}", "{on: unknown}", None),
        ("[{on: 2026-04-16, technique: mcdonald}, {on: 2026-06-01, technique: shirodkar}]", "{on: unknown}", None),
        ("[{on: 2026-04-16, technique: mcdonald}, {on: 2026-06-10, technique: shirodkar}]", "2026-06", None),
        (
            "[{on: 2026-06-01, technique: shirodkar}, {on: unknown, technique: mcdonald}]",
            "[{on: unknown}, {on: unknown}]",
            None,
        ),
        ("[{on: unknown, technique: mcdonald}, {on: unknown, technique: shirodkar}]", "2026-05-20", None),
    ],
)
def test_a_removal_on_a_doubtful_day_takes_out_no_suture_but_one_that_has_its_removal(
    cerclage: str, removed: str, left: str | None
) -> None:
    """A suture forgotten is worse than one looked for in vain: of two, each may be in after one came out."""
    case = pregnancy(f"cerclage: {cerclage}", f"removed: {removed}")
    known = known_on(case, TOLD).facts.values
    assert suture(case) == left
    one_is = cerclage.startswith("[") and not removed.startswith("[")  # of two, fewer came out than there are
    assert known.get("suture_in") is (True if one_is else False if left == "none" else None)


@pytest.mark.parametrize("removed", ["unknown", "no", "{}", "{said: not yet}"])
def test_what_says_nothing_of_a_removal_takes_no_suture_out(removed: str) -> None:
    case, problems = read_case(
        f"told: 2026-09-23\npregnancy: {{due: 2026-10-19, cerclage: {{on: 2026-04-16, technique: mcdonald}}, "
        f"removed: {removed}}}\n"
    )
    assert case is not None
    assert suture(case) == "mcdonald"
    assert ["when the suture came out is missing" in one.sentence for one in problems] == [True] * removed.startswith(
        "{"
    )


def test_a_removal_before_the_placement_is_refused_by_the_reader_and_the_suture_stays_in() -> None:
    cerclage = "cerclage: {on: 2026-04-16, technique: mcdonald}, removed: 2026-04-10"
    case, problems = read_case(f"told: 2026-09-23\npregnancy: {{due: 2026-10-19, {cerclage}}}\n")
    assert case is not None

    assert ["before it was placed" in one.sentence for one in problems] == [True]
    assert suture(case) == "mcdonald"


def test_what_was_told_of_the_suture_before_it_was_placed_or_taken_out_no_longer_counts() -> None:
    placed = pregnancy("suture: {value: none, on: 2026-04-06}", "cerclage: {on: 2026-04-16}")
    assert suture(placed, date(2026, 4, 10)) == "none"
    assert suture(placed) is None  # one is in, and nobody said of which kind

    out = pregnancy(
        "suture: {value: mcdonald, on: 2026-04-20}", "cerclage: {on: 2026-04-16}", "removed: 2026-09-21",
    )  # fmt: skip
    assert suture(out, date(2026, 9, 20)) == "mcdonald"
    assert suture(out) == "none"


def test_an_abdominal_suture_stays_from_before_the_pregnancy() -> None:
    case = told(
        "told: 2026-09-23\ncerclage: {on: 2025-01-10, technique: laparoscopic}\n"
        "pregnancy: {due: 2026-10-19, fetuses: 1}\n"
    )
    (in_place,) = standing(case, TOLD)

    assert in_place.cerclage() == replace(case.cerclages[0], route="abdominal"), "the technique says by which route"
    assert suture(case) == "abdominal"


# -- scans ------------------------------------------------------------------------------------------------------


def test_the_scans_are_complete_only_on_the_day_that_was_said() -> None:
    case = pregnancy("scans: {complete: yes, scans: [{on: 2026-06-01, length: 30 mm}]}")

    def scans(day: date) -> Listed:
        return known_on(case, day).facts.lists["scans"]

    assert scans(TOLD).complete
    assert not scans(TOLD + timedelta(days=1)).complete
    assert not scans(TOLD - timedelta(days=1)).complete
    assert len(scans(TOLD + timedelta(days=1)).records) == 1
    assert (len(scans(date(2026, 6, 1)).records), len(scans(date(2026, 5, 31)).records)) == (1, 0)


# -- an ended pregnancy -----------------------------------------------------------------------------------------

ENDED = """
told: 2026-03-12
woman: {pregnant: {value: yes, on: 2026-03-01}}
earlier: {complete: yes, pregnancies: [{outcome: loss, gestation: 20w0d}]}
pregnancy:
  due: 2026-08-01
  fetuses: 2
  contractions: {value: yes, on: 2026-03-10}
  dilatation: {value: 3 cm, on: 2026-03-10}
  cerclage: {on: 2026-01-20, technique: mcdonald, indication: history}
  scans: {complete: yes, scans: [{on: 2026-03-01, length: 20 mm}]}
  outcome: {on: 2026-03-10, outcome: loss, membranes_bulging: yes}
"""


LEFT_IN = {
    "suture": "mcdonald", "suture_in": True, "suture_vaginal": True, "suture_abdominal": False,
    "suture_indication": "history",
}  # fmt: skip


def ended(day: date) -> Known:
    return known_on(told(ENDED), day)


def test_an_ended_pregnancy_becomes_one_earlier_pregnancy_and_none_of_its_facts_leak() -> None:
    known = ended(date(2026, 3, 12))

    assert dict(known.facts.values) == {"pregnant": False, **LEFT_IN}, "a suture nobody took out is hers, not its"
    assert known.facts.lists["scans"] == Listed()
    assert known.facts.lists["earlier"].complete
    last = known.facts.lists["earlier"].records[1]
    assert last == {"outcome": "loss", "membranes_bulging": True, "gestation": exactly(280 - 144)}
    assert known.sources["earlier[2].outcome"].value == "loss"


def test_until_the_day_it_ended_it_was_going_on() -> None:
    known = ended(date(2026, 3, 9))

    assert known.facts.values["pregnant"] is True
    assert known.facts.values["suture"] == "mcdonald"
    assert len(known.facts.lists["earlier"].records) == 1
    assert ended(date(2026, 3, 10)).facts.values["pregnant"] is False


def test_some_weeks_after_it_ended_nobody_knows_whether_she_is_pregnant_again() -> None:
    lasts = VOCABULARY.facts["pregnant"].lasts
    assert lasts == 28

    assert ended(date(2026, 3, 12) + timedelta(days=28)).facts.values["pregnant"] is False
    assert "pregnant" not in ended(date(2026, 3, 12) + timedelta(days=29)).facts.values


def test_an_end_on_an_unknown_day_is_an_end() -> None:
    case = told("told: 2026-03-12\npregnancy: {due: 2026-08-01, fetuses: 1, outcome: loss}\n")

    assert known_on(case, date(2026, 3, 12)).facts.values == {"pregnant": False}


def test_what_was_found_before_a_suture_was_placed_says_nothing_of_the_cervix_since() -> None:
    text = """
told: 2026-06-01
pregnancy:
  due: 2026-10-19
  within: 0d
  examinations: [{on: 2026-05-12, dilatation: 2 cm, membranes: bulging}]
  cerclage: {on: 2026-05-12, technique: mcdonald, indication: examination}
"""
    case, _ = read_case(text)
    assert case is not None
    before, after = known_on(case, date(2026, 5, 11)), as_last_told(known_on(case, date(2026, 5, 13)))
    assert "dilatation" not in before.facts.values
    assert {"dilatation", "membranes"} & set(after.facts.values) == set()
    again, _ = read_case(text.replace("bulging}]", "bulging}, {on: 2026-05-20, dilatation: 3 cm}]"))
    assert again is not None
    assert "dilatation" in as_last_told(known_on(again, date(2026, 5, 22))).facts.values
