"""Where bodies differ on one woman, the difference is kept and never averaged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.read import read_case
from fullterm.care.verdicts.compare_guidelines import _SAYS_MOST, SETTLED, Position, Side, position, side_by_side
from fullterm.guidelines import register
from fullterm.guidelines.model import (
    DECISIONS,
    Advice,
    Guideline,
    Recommendation,
    consider,
    do_not_offer,
    inform,
    no_recommendation,
    not_routinely,
    offer,
    uncertain,
)
from fullterm.guidelines.verdict import VerdictKind, judge
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import YesNo
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.treatments import history_cerclage

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 22)
FACTS: dict[VerdictKind, dict[str, bool]] = {
    "applies": {"hers": True, "so": True},
    "does_not_apply": {"hers": True, "so": False},
    "cannot_tell": {"hers": True},
    "not_for_her": {"hers": False, "so": True},
}


def recommendation(advice: Advice, body: str = "body", **changes: object) -> Recommendation:
    guideline = Guideline(body, body, Text("t", "t"), body, "XX", date(2020, 1, 1), "https://example.org", "1")
    told: dict[str, object] = {"read": "full text", **changes}
    guideline.recommend(
        "1", advice, row="R", decision="cerclage", says=Text("s", "s"), grade="-", locus="-",
        women=YesNo("hers"), when=YesNo("so"), **told,  # type: ignore[arg-type]  # read, since and until by name
    )  # fmt: skip
    return guideline.recommendations["1"]


def stands(one: Recommendation, kind: VerdictKind) -> Position | None:
    return position(judge(one, Facts(FACTS[kind])), TODAY)


@pytest.mark.parametrize(
    ("advice", "applies", "does_not_apply", "cannot_tell", "not_for_her"),
    [
        (offer, "for", "not_met", "cannot_tell", "not_for_her"),
        (consider, "may", "not_met", "cannot_tell", "not_for_her"),
        (do_not_offer, "against", None, None, "not_for_her"),
        (not_routinely, "against", None, None, "not_for_her"),
        (uncertain, "uncertain", None, None, "not_for_her"),
        (no_recommendation, "silent", None, None, "not_for_her"),
        (inform, None, None, None, None),
    ],
)
def test_a_verdict_leaves_its_guideline_in_one_position(
    advice, applies: Position, does_not_apply: Position, cannot_tell: Position, not_for_her: Position
) -> None:
    one = recommendation(advice(history_cerclage))
    found = [stands(one, kind) for kind in FACTS]

    assert found == [applies, does_not_apply, cannot_tell, not_for_her]


def test_advice_not_read_closely_is_shown_as_not_checked_and_replaced_or_coming_advice_not_at_all() -> None:
    old = recommendation(offer(history_cerclage), until=date(2021, 1, 1))
    coming = recommendation(offer(history_cerclage), since=date(2027, 1, 1))

    assert stands(recommendation(offer(history_cerclage), read="recalled"), "applies") == "not_checked"
    assert stands(old, "applies") is None
    assert stands(coming, "applies") is None


def sides(*bodies: tuple[str, Advice, VerdictKind]) -> tuple[Side, ...]:
    return side_by_side(
        (judge(recommendation(advice, body), Facts(FACTS[kind])) for body, advice, kind in bodies), TODAY
    )


@pytest.mark.parametrize(
    ("other", "kind", "differ"),
    [
        (offer(history_cerclage), "applies", False),
        (consider(history_cerclage), "applies", True),
        (do_not_offer(history_cerclage), "applies", True),
        (offer(history_cerclage), "does_not_apply", True),
        (offer(history_cerclage), "cannot_tell", False),
        (offer(history_cerclage), "not_for_her", False),
        (uncertain(history_cerclage), "applies", False),
        (no_recommendation(history_cerclage), "applies", False),
    ],
)
def test_two_bodies_differ_when_both_are_settled_and_answer_differently(
    other: Advice, kind: VerdictKind, differ: bool
) -> None:
    (side,) = sides(("one", offer(history_cerclage), "applies"), ("two", other, kind))

    assert side.differ is differ
    assert list(side.positions) == ["one", "two"]


def test_of_several_recommendations_of_one_body_a_contraindication_stands_for_it() -> None:
    (side,) = sides(("one", offer(history_cerclage), "applies"), ("one", do_not_offer(history_cerclage), "applies"))

    assert side.positions == {"one": "against"}


def test_every_position_has_its_rank() -> None:
    assert set(_SAYS_MOST) == set(get_args(Position))
    assert set(_SAYS_MOST) > SETTLED


def of(name: str) -> dict[tuple[str, str], Side]:
    case, problems = read_case(EXAMPLES / f"{name}.yaml")
    assert problems == ()
    assert case is not None
    facts = known_on(case, case.told).facts
    found = side_by_side((judge(one, facts) for one in register.recommendations()), case.told)
    assert [DECISIONS.index(side.decision) for side in found] == sorted(DECISIONS.index(s.decision) for s in found)
    return {(side.decision, side.treatment.id): side for side in found}


def test_after_two_typical_losses_america_may_and_britain_and_canada_do_not_place_a_planned_suture() -> None:
    side = of("ms-wang-2-twelve-weeks")["cerclage", "history_cerclage"]

    assert side.differ
    assert {body: side.positions[body] for body in ("acog-142", "rcog-gtg75", "sogc-373")} == {
        "acog-142": "may", "rcog-gtg75": "not_met", "sogc-373": "not_met",
    }  # fmt: skip


def test_with_twins_and_a_short_cervix_nobody_offers_a_suture() -> None:
    found = of("twins-20mm")["cerclage", "ultrasound_cerclage"].positions

    assert found["rcog-gtg75"] == found["sogc-373"] == "against"
    assert not {"for", "may"} & set(found.values())


def test_after_a_trachelectomy_the_bodies_differ_on_the_abdominal_route() -> None:
    side = of("trachelectomy")["route", "abdominal_cerclage"]

    assert side.differ
    assert side.positions["sogc-373"] == "for"
