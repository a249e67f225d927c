"""Every cause that fits stands beside the others, so that a suture is never the answer to every late loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.verdicts.differential import ORDER, Candidate, CauseStanding, differential
from fullterm.guidelines import register
from fullterm.guidelines.cause_model import Argument, Cause, Citation, Effect
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import Read
from fullterm.guidelines.verdict import judge
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import YesNo
from fullterm.vocabulary.fact import Text

EXAMPLES = Path(__file__).parents[2] / "examples"


def read(source: Path | str) -> Case:
    case, problems = read_case(source)
    assert problems == ()
    assert case is not None
    return case


def example(name: str) -> Case:
    return read(EXAMPLES / f"{name}.yaml")


def of(case: Case) -> dict[str, Candidate]:
    """The causes by name, in the order of the page."""
    return {one.cause.id: one for one in differential(CAUSES, known_on(case, case.told).facts)}


def losses(*records: str, woman: str = "") -> Case:
    lines = "".join(f"    - {{outcome: loss, gestation: 20w0d, {one}}}\n" for one in records)
    return read(f"told: 2026-03-02\nwoman: {{pregnant: no{woman}}}\nearlier:\n  complete: yes\n  pregnancies:\n{lines}")


# -- how arguments make a standing ------------------------------------------------------------------------------


def cause(*arguments: tuple[Effect, str], read: Read = "full text") -> Cause:
    text = Text("-", "-")
    return Cause(
        "one", text, True,
        tuple(Argument(effect, YesNo(fact), Citation("-", "-", read, "-"), text) for effect, fact in arguments),
    )  # fmt: skip


def standing(one: Cause, **facts: bool) -> CauseStanding:
    (found,) = differential([one], Facts(facts))
    return found.standing


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"s": True}, "supported"),
        ({"s": True, "o": True}, "supported"),
        ({"c": True, "x": True}, "confirmed"),
        ({"s": True, "x": True}, "excluded"),
        ({"s": False, "c": False}, "not_supported"),
        ({"s": False}, "cannot_tell"),
        ({}, "cannot_tell"),
        ({"o": True}, "cannot_tell"),
    ],
)
def test_a_finding_settles_arguments_support_and_what_is_not_known_stays_open(
    facts: dict[str, bool], expected: CauseStanding
) -> None:
    whole = cause(("supports", "s"), ("opposes", "o"), ("confirms", "c"), ("excludes", "x"))

    assert standing(whole, **facts) == expected


@pytest.mark.parametrize("read", ["secondary", "recalled"])
def test_an_argument_nobody_has_read_closely_moves_no_cause(read: Read) -> None:
    assert standing(cause(("supports", "s"), ("confirms", "c"), read=read), s=True, c=True) == "not_supported"


def test_the_order_is_by_standing_then_by_the_arguments_for_less_those_against_then_as_listed() -> None:
    weak, strong = cause(("supports", "s"), ("opposes", "o")), cause(("supports", "s"), ("supports", "t"))
    found = differential([weak, strong, cause(("confirms", "c"))], Facts({"s": True, "t": True, "o": True, "c": True}))

    assert [one.standing for one in found] == ["confirmed", "supported", "supported"]
    assert found[1].cause is strong
    assert [one.cause for one in differential([weak, weak], Facts())] == [weak, weak]


def test_what_is_missing_would_settle_an_argument_still_open() -> None:
    (found,) = differential([cause(("supports", "s"), ("confirms", "c"))], Facts({"c": False}))

    assert found.missing == {"s"}


# -- women ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_cause_stands_once_and_the_best_supported_first(path: Path) -> None:
    found = list(of(read(path)).values())

    assert sorted(one.cause.id for one in found) == sorted(one.id for one in CAUSES)
    assert [ORDER.index(one.standing) for one in found] == sorted(ORDER.index(one.standing) for one in found)
    assert all(not one.missing for one in found if one.standing == "not_supported")


@pytest.mark.parametrize("visit", ["1-first-visit", "2-twelve-weeks", "3-thirty-six-weeks", "4-second-child"])
def test_ms_wangs_leading_cause_is_the_cervix_and_never_confirmed_by_history(visit: str) -> None:
    found = of(example(f"ms-wang-{visit}"))
    leading = next(iter(found.values()))

    assert (leading.cause.id, leading.standing) == ("cervical_insufficiency", "supported")
    assert leading.holding("supports")


def test_several_causes_stand_at_once() -> None:
    found = of(
        losses(
            "painless_dilatation: yes, contractions_first: no",
            "infection: yes, abruption: yes",
            woman=", uterine_anomaly: septate, curettages: 2, curettage_before_loss: yes"
            ", antiphospholipid_antibodies: yes",
        )
    )

    for name in ("cervical_insufficiency", "uterus", "injury", "antiphospholipid", "infection", "abruption"):
        assert found[name].standing in ("supported", "confirmed"), name


def test_a_cause_is_excluded_by_what_was_looked_for_and_not_by_what_was_not_asked() -> None:
    asked = of(losses("contractions_first: no, abruption: no, bleeding_first: no"))
    assert {asked["labour"].standing, asked["abruption"].standing} <= {"excluded", "not_supported"}

    not_asked = of(losses("fetuses: 1"))
    assert not_asked["labour"].standing == "cannot_tell"
    assert not_asked["labour"].missing == {"earlier[1].contractions_first"}


def test_the_cervix_is_excluded_when_every_late_loss_has_another_explanation() -> None:
    explained = "fetuses: 1, abruption: yes, contractions_first: yes, painless_dilatation: no, membranes_bulging: no"
    all_explained = of(losses(explained, explained))
    one_open = of(losses(explained, "fetuses: 1, membranes_bulging: yes, contractions_first: no"))

    assert all_explained["cervical_insufficiency"].standing == "excluded"
    assert one_open["cervical_insufficiency"].standing == "supported"
    assert one_open["cervical_insufficiency"].holding("opposes")


# -- the abruption --------------------------------------------------------------------------------------------


def test_the_abruption_is_found_and_the_cervix_excluded() -> None:
    found = of(example("abruption"))

    assert found["abruption"].standing == "confirmed"
    assert found["labour"].standing == "confirmed"
    assert found["cervical_insufficiency"].standing == "excluded"


EXCLUDES_ABRUPTION = ("acog-142 HI", "sogc-373 4", "rcog-gtg75 HI-1", "figo-2021-cerclage HI")


@pytest.mark.parametrize("weeks", ["18w0d", "22w0d", "26w0d"])
def test_no_guideline_that_asks_for_the_cervix_advises_a_planned_suture_after_an_abruption(weeks: str) -> None:
    """Whatever the number of such losses: three abruptions are no reason for a suture either."""
    text = (EXAMPLES / "abruption.yaml").read_text(encoding="utf-8").replace("22w0d", weeks)
    head, _, record = text.partition("    - ended: 2025\n")
    record, _, tail = record.partition("\nprocedures")
    for number in (1, 3):
        case = read(head + "".join(f"    - ended: {2022 + n}\n{record}\n" for n in range(number)) + "procedures" + tail)
        facts = known_on(case, case.told).facts
        for key in EXCLUDES_ABRUPTION[:2]:
            one = next(r for r in register.recommendations() if r.key == key)
            assert judge(one, facts).kind == "does_not_apply", (key, number)


def test_with_a_typical_loss_instead_the_same_guideline_may_advise_it() -> None:
    """So that the test above does not pass for another reason."""
    text = (EXAMPLES / "abruption.yaml").read_text(encoding="utf-8")
    for sign in ("contractions_first", "bleeding_first", "abruption"):
        text = text.replace(f"{sign}: yes", f"{sign}: no")
    case = read(text.replace("painless_dilatation: no", "painless_dilatation: yes\n      fetal_anomaly: no"))
    hi = next(one for one in register.recommendations() if one.key == "acog-142 HI")

    assert judge(hi, known_on(case, case.told).facts).kind in ("applies", "cannot_tell")


# -- the trachelectomy ------------------------------------------------------------------------------------------


def test_after_a_trachelectomy_the_operation_leads_and_without_a_loss_it_is_a_risk_factor() -> None:
    found = of(example("trachelectomy"))

    assert next(iter(found)) == "after_cervical_surgery"
    assert found["after_cervical_surgery"].standing == "risk_factor"
    assert found["cervical_insufficiency"].standing in ("not_supported", "cannot_tell")
    assert {found[name].standing for name in ("abruption", "infection", "labour")} <= {"excluded", "not_supported"}
