"""Where a case meets the hospital's protocol: the steps it names as done, decided or declined, and what comes of each.

The reader of a case knows no protocol; a step that is none there, or that nothing told so can change, is said here.
"""

from __future__ import annotations

from collections.abc import Iterator

from fullterm.care.case.model import Problem
from fullterm.care.case.read import CaseRecord, as_shown
from fullterm.care.case.text import Mapping, Scalar, Sequence
from fullterm.care.protocol.fields import nearest
from fullterm.care.protocol.model import Protocol, Step
from fullterm.vocabulary.phrases import shorten

LISTS = ("done", "decided", "declined")
_RECORDED_UNDER = {
    "cerclage": "write the operation under cerclage",
    "abdominal cerclage": "write the operation under cerclage",
    "removal": "write the day under removed",
    "scan": "write the scan under scans",
}


def step_problems(record: CaseRecord, protocol: Protocol) -> tuple[Problem, ...]:
    """A sentence for each step a case names without effect under a protocol. The rest is decided all the same."""
    steps = {step.id: step for step in protocol.steps}
    found = []
    for path, said, told in _named(record.root):
        sentence = _without_effect(said, told.text.strip(), steps, protocol)
        if sentence is not None:
            found.append(Problem(sentence, path, told.at.line, told.at.column))
    return as_shown(found, record.root, record.file)


def _named(root: Mapping) -> Iterator[tuple[str, str, Scalar]]:
    """Every step a case names: its path, what is said of it (done, declined, accepted …), the name as written."""
    pregnancy = root.get("pregnancy")
    groups = [("", root), *([("pregnancy.", pregnancy)] if isinstance(pregnancy, Mapping) else [])]
    for prefix, group in groups:
        for kind in LISTS:
            told = group.get(kind)
            items = told.items if isinstance(told, Sequence) else () if told is None else (told,)
            for number, item in enumerate(items, 1):
                step, choice = (item.get(one) if isinstance(item, Mapping) else None for one in ("step", "choice"))
                if isinstance(step, Scalar) and step.text.strip():
                    said = choice.text.strip() if kind == "decided" and isinstance(choice, Scalar) else kind
                    yield f"{prefix}{kind}[{number}].step", said, step


def _without_effect(said: str, name: str, steps: dict[str, Step], protocol: Protocol) -> str | None:
    step, shown = steps.get(name), shorten(name)
    if step is None:
        own = ", ".join(one.id for one in protocol.steps if not one.always)
        meant = nearest(name, steps) or f": write one of {own}"
        return f"there is no step {shown!r} in the protocol {protocol.id}{meant}"
    if said == "done":
        return _not_marked(step)
    if said == "declined" and step.always and not step.urgent:
        return f"{step.id} stands until it is answered, and is not declined: write what was found"
    return None


def _not_marked(step: Step) -> str | None:
    """Why marking a step as done does nothing; None where that is how it is told."""
    if step.done_by == "known":
        return f"{step.id} is not marked done: write what was found, {' and '.join(step.known)}"
    if step.done_by in _RECORDED_UNDER:
        return f"{step.id} is not marked done: {_RECORDED_UNDER[step.done_by]}"
    if step.always:
        return f"{step.id} stands until it is answered, and no mark takes it off: write what was found"
    return None
