"""A contraindication stops a step, an unasked one is checked first, and a suture left in stays on the list."""

from __future__ import annotations

from pathlib import Path

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.case.read import read_case
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import read_protocol
from fullterm.guidelines import register

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LEFT_IN = """
told: 2026-10-20
woman: {pregnant: no}
earlier: {pregnancies: [{outcome: live_birth, gestation: 36w0d, cerclage: history, cerclage_route: vaginal}]}
cerclage: {on: 2026-04-16, technique: mcdonald, indication: history, route: vaginal}
"""


def assessed(text: str, protocol: str = "antai") -> Assessment:
    case, problems = read_case(text)
    assert case is not None, problems
    hospital = read_protocol(protocol, {one.key: one for one in register.recommendations()})
    return assess(case, case.told, hospital)


def step(found: Assessment, name: str) -> Planned:
    return next(one for one in found.plan if one.step.id == name)


def rescue(**changes: str) -> Assessment:
    text = (EXAMPLES / "rescue-21w3d.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if line.strip().partition(":")[0] not in changes]
    added = [f"  {name}: {value}" for name, value in changes.items()]
    place = kept.index("pregnancy:")
    return assessed("\n".join([*kept[: place + 1], *added, *kept[place + 1 :]]))


def test_an_unasked_contraindication_does_not_hide_a_rescue_and_is_asked_first() -> None:
    found = rescue(fetal_compromise="unknown")
    one = step(found, "rescue")
    assert (one.state, "fetal_compromise" in one.check_first) == ("open", True)
    assert found.plan[0].step.id == "rescue"


def test_a_contraindication_that_is_there_changes_what_the_line_says_and_never_removes_it() -> None:
    found = rescue(labour="yes", contractions="yes")
    one = step(found, "rescue")
    assert (one.state, one.stopped_by) == ("open", ("labour",))
    (first, *_) = first_line_in(found, "en")["lines"]
    assert first["step"] == "rescue"
    assert first["against"][0].startswith("no suture, because established labour (")
    assert "RCOG GTG 75" in first["against"][0]


def test_a_planned_suture_that_is_stopped_says_by_what() -> None:
    text = (
        (EXAMPLES / "ms-wang-2-twelve-weeks.yaml").read_text(encoding="utf-8").replace("bleeding: no", "bleeding: yes")
    )
    one = step(assessed(text), "cerclage")
    assert (one.state, one.stopped_by) == ("stopped", ("bleeding",))


def test_a_suture_left_in_after_the_pregnancy_stays_on_top_in_both_protocols() -> None:
    for protocol in ("antai", "rcog_nice"):
        first = assessed(LEFT_IN, protocol).plan[0]
        assert (first.step.id, first.state) == ("removal-after", "open")


def test_once_it_is_out_it_leaves_the_list() -> None:
    out = LEFT_IN + "removed: {on: 2026-10-18}\n"
    assert step(assessed(out), "removal-after").state not in ("open", "closing", "missed")
