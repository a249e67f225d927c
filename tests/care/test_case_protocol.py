"""A step that a case names has its effect, or a problem says why it has none. The rest is decided all the same."""

from __future__ import annotations

from datetime import date

import pytest

from fullterm.care.case.read import CaseRecord, read_record
from fullterm.care.plan.done import marked_done
from fullterm.care.protocol.case_steps import LISTS, step_problems
from fullterm.care.protocol.model import Step, available, read_protocol
from fullterm.guidelines import register

RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
PROTOCOLS = {name: read_protocol(name, RECOMMENDATIONS) for name in available()}
STEPS = [(name, step) for name, hospital in PROTOCOLS.items() for step in hospital.steps]
TOLD = "told: 2026-03-02\n"


def record(text: str) -> CaseRecord:
    found, problems = read_record(TOLD + text)
    assert problems == ()
    assert found is not None
    return found


def sentences(text: str, name: str = "antai") -> list[str]:
    return [str(one) for one in step_problems(record(text), PROTOCOLS[name])]


@pytest.mark.parametrize("where", ["{}", "pregnancy:\n  {}"])
@pytest.mark.parametrize(("name", "step"), STEPS, ids=lambda one: one if isinstance(one, str) else one.id)
def test_a_step_marked_done_counts_as_done_or_it_is_said_that_it_does_not(name: str, step: Step, where: str) -> None:
    read = record(where.format(f"done: [{{step: {step.id}}}]\n"))
    mark = marked_done(step, read.case, read.case.pregnancy, date(2026, 3, 2))
    said = step_problems(read, PROTOCOLS[name])

    assert bool(said) is (mark is None or step.always)
    assert all(step.id in one.sentence and ": write " in one.sentence for one in said)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("named", LISTS)
@pytest.mark.parametrize("where", ["", "pregnancy: "])
def test_a_step_that_is_none_of_the_protocols_is_never_silent(protocol: str, named: str, where: str) -> None:
    if named == "declined" and not where:
        return  # what she declined stands under the pregnancy
    more = ", choice: accepted" if named == "decided" else ""
    for written in ("[{{step: banana{0}}}]", "{{step: banana{0}}}", "[{{step: 'suture-removal '{0}}}]"):
        told = f"{named}: {written.format(more)}"
        (said,) = sentences(where + (f"{{{told}}}\n" if where else f"{told}\n"), protocol)
        assert said.startswith("the case line 2, column ")
        assert "there is no step '" in said
        assert ": did you mean '" in said or ": write one of " in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pregnancy: {done: [{step: removal}]}",
         "line 2, column 27: pregnancy.done[1].step: removal is not marked done: write the day under removed"),
        ("pregnancy: {declined: [{step: scans}, {step: suture-removal}]}",
         "line 2, column 46: pregnancy.declined[2].step: there is no step 'suture-removal' in the protocol antai: did "
         "you mean 'removal'?"),
        ("pregnancy: {decided: {step: suture-kind, choice: declined, reason: x}}",
         "line 2, column 29: pregnancy.decided[1].step: suture-kind stands until it is answered, and is not declined: "
         "write what was found"),
        ("name: Banana\npregnancy: {declined: [{step: banana-x, reason: far}]}",
         "line 3, column 31: pregnancy.declined[1].step: there is no step what is written in the protocol antai"),
    ],
)  # fmt: skip
def test_what_has_no_effect_is_said_with_its_place(text: str, shown: str) -> None:
    (said,) = sentences(text + "\n")
    assert said.startswith(f"the case {shown}")


def test_what_has_its_effect_is_not_spoken_of() -> None:
    text = (
        "pregnancy: {declined: [{step: scans}, {step: rescue}], decided: [{step: cerclage, choice: deferred},"
        " {step: suture-kind, choice: accepted}]}\n"
    )
    assert sentences("done: [{step: next-pregnancy}]\n" + text) == []
