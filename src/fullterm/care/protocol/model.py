"""A hospital's own protocol: the advice it follows, where it departs and why, its windows, who does what. Data only."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from fullterm.care.protocol.fields import (
    Departure,
    advice_nobody_gives,
    bilingual,
    condition,
    departures,
    gestation,
    in_both,
    nearest,
    visible,
)
from fullterm.care.protocol.safety_net import ALWAYS, stops_what_stands, with_net
from fullterm.care.protocol.shape import misshapen
from fullterm.guidelines.model import Recommendation
from fullterm.logic.language import NEVER
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import Unit
from fullterm.vocabulary import dangers
from fullterm.vocabulary.fact import VOCABULARY, Text

PROTOCOLS = Path(__file__).parents[2] / "protocols"
NET = PROTOCOLS / f"{ALWAYS}.toml"
WHO = ("doctor", "nurse", "surgeon", "woman")
DONE_BY = ("cerclage", "abdominal cerclage", "removal", "scan", "known", "nothing")
REQUIRED = ("id", "title", "says", "who", "source")


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands on a line in the place of its own action while `when` is surely so: the line itself stays."""

    when: Bool
    title: Text
    says: Text
    who: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a protocol. Gestations in days; `closes` is the first day too late; `every` in days.

    It is for her when a fact in `when` is yes or followed advice applies; never while a fact in `unless` is yes, and
    unknown while one is unknown. A fact in `stops` that is yes stops it too; unknown, it is to be checked first.
    `after` names the step it waits for. `until_done`: it stays on top once its window has passed. `rank`: of two steps
    in one state, the higher stands first. `for_woman`: owed to her whatever becomes of the baby. `at` names the
    gestation, told of her, on which the step falls: her own day instead of a window. A fact in `gives_way` that is yes
    puts something else in its place; unknown, it hides nothing and is to be checked first.

    A line of the safety net has a `trigger` instead: it stands while the trigger is surely so, as last told, and its
    gestation is not surely outside; nothing unknown hides it. `check`: what to find out, in the order that decides.
    `weigh`: measurements shown on the line, of which no document read gives a limit. `custody`: a line for each suture
    in that state (`care.case.sutures`). `same_day`: no emergency, and seen on the day it is told. `place`: among the
    steps.
    """

    id: str
    title: Text
    says: Text
    who: str
    source: Text
    when: Bool | None
    unless: Bool | None
    follows: tuple[str, ...]
    departs: tuple[Departure, ...]
    after: str | None
    opens: int | None
    best: tuple[int, int] | None
    closes: int | None
    every: int | None
    done_by: str
    known: tuple[str, ...]
    before_pregnancy: bool
    urgent: bool
    until_done: bool
    stops: Bool | None = None
    trigger: Bool | None = None
    check: tuple[str, ...] = ()
    weigh: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    for_woman: bool = False
    custody: str | None = None
    rank: int = 0
    at: str | None = None
    gives_way: Bool | None = None
    same_day: bool = False
    place: int = field(default=0, compare=False)

    @property
    def net(self) -> bool:
        """Whether it is a line of the safety net, which stands on what was told and on nothing unknown."""
        return self.trigger is not None

    @property
    def always(self) -> bool:
        """Whether it stands until it is answered: its gestations are limits, and no window in which it is done."""
        return self.net or self.custody in ("kind_unknown", "may_be_in")


@dataclass(frozen=True, slots=True)
class Adopted:
    """Who in the hospital adopted the safety rules of this software, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a hospital asks of an agreement beyond its terms: the jurisdiction, and facts that must be yes, or no."""

    jurisdiction: str
    yes: tuple[tuple[str, Bool], ...] = ()
    no: tuple[tuple[str, Bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """A hospital's protocol: its steps in order. `closing`: a window is closing this many days before its end.

    `agreement` is None where no agreements are offered. `adopted`: None while nobody in the hospital has adopted the
    safety net. `documents`: the guidelines it answers, each treating recommendation by a step or a departure
    (`care.assess.followed`). `departs`: departures that belong to no step.
    """

    id: str
    title: Text
    source: Text
    closing: int
    steps: tuple[Step, ...]
    agreement: Criteria | None = None
    adopted: Adopted | None = None
    documents: tuple[str, ...] = ()
    departs: tuple[Departure, ...] = ()


def net() -> list[dict[str, Any]]:
    """The lines of the safety net as they are written, in their order: the first is the most pressing."""
    assert dangers  # its facts are what the net's lines are triggered by
    return list(tomllib.loads(NET.read_text(encoding="utf-8"))["step"])


def available() -> tuple[str, ...]:
    """The names of the protocols the software carries; the safety net stands under each and is none by itself."""
    return tuple(sorted(path.stem for path in PROTOCOLS.glob("*.toml") if path.stem != ALWAYS))


def read_protocol(name: str, recommendations: Mapping[str, Recommendation]) -> Protocol:
    """Read `NAME.toml`. Raises ValueError listing everything wrong with it, a sentence each."""
    path = PROTOCOLS / f"{name}.toml"
    if name not in available():  # a name, never a path
        raise ValueError(f"there is no protocol {name!r}: write one of {', '.join(available())}")
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name} is not TOML: {error}") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path.name} is not UTF-8 text: save it again with the encoding UTF-8") from None
    if problems := misshapen(path.name, loaded):
        raise ValueError("\n".join(problems))
    taken: list[str] = []
    if loaded.get("step"):
        loaded["step"] = with_net(path.name, loaded["step"], net(), taken)
    problems += _incomplete(path.name, loaded)
    if problems:  # the steps cannot be read without
        raise ValueError("\n".join(problems))
    problems += taken
    read = (_step(path.name, told, recommendations, problems) for told in loaded["step"])
    steps = tuple(replace(step, place=place) for place, step in enumerate(read))
    problems += _orphans(path.name, steps)
    adopted = _adopted(path.name, loaded.get("adopted"), problems)
    agreement = _criteria(path.name, loaded["agreement"], problems) if "agreement" in loaded else None
    departs = departures(path.name, loaded.get("departs", ()), recommendations, problems)
    documents = _documents(path.name, loaded.get("documents", ()), recommendations, problems)
    if problems:
        raise ValueError("\n".join(problems))
    title, source = Text(**loaded["title"]), Text(**loaded["source"])
    return Protocol(loaded["id"], title, source, int(loaded["closing"]), steps, agreement, adopted, documents, departs)


def _documents(
    file: str, told: Iterable[str], recommendations: Mapping[str, Recommendation], problems: list[str]
) -> tuple[str, ...]:
    """The guidelines it answers, by their ids."""
    known = sorted({one.guideline for one in recommendations.values()})
    problems += [f"{file}: there is no guideline {one!r}{nearest(one, known)}" for one in told if one not in known]
    return tuple(told)


def _adopted(file: str, told: dict[str, Any] | None, problems: list[str]) -> Adopted | None:
    """Who adopted the safety net; None where nobody has."""
    if told is None:
        return None
    if visible(told.get("by")) and isinstance(told.get("on"), date) and len(told) == 2:
        return Adopted(told["by"], told["on"])
    problems.append(f'{file} adopted: write who and when: by = "Dr …", on = 2026-03-02')
    return None


def _criteria(file: str, told: dict[str, Any], problems: list[str]) -> Criteria:
    """The hospital's own criteria for an agreement."""
    where = f"{file} agreement"
    if not visible(told.get("jurisdiction")):
        problems.append(f"{where}: jurisdiction is missing: write it, such as CN")
    known = ("jurisdiction", "yes", "no")
    problems += [f"{where}: {key!r} is no field here{nearest(key, known)}" for key in told if key not in known]
    named = {
        kind: tuple((name, condition(where, (name,), problems)) for name in told.get(kind, ())) for kind in known[1:]
    }
    yes, no = (tuple((name, rule) for name, rule in named[kind] if rule is not None) for kind in known[1:])
    return Criteria(str(told.get("jurisdiction", "")), yes, no)


def _step(file: str, told: dict[str, Any], known: Mapping[str, Recommendation], problems: list[str]) -> Step:
    where = f"{file} step {told.get('id', '?')}"
    follows, departs = tuple(told.pop("follows", ())), departures(where, told.pop("departs", ()), known, problems)
    problems += advice_nobody_gives(where, follows, known)
    best = told.pop("best", None)
    ends = tuple(gestation(where, end, problems) for end in best.split("..")) if best else ()
    if best and len(ends) != 2:
        problems.append(f"{where}: best={best!r} is not from one day to another: write 13w0d..14w0d")
    opens, closes = (gestation(where, told.pop(end, None), problems) for end in ("opens", "closes"))
    if told["who"] not in WHO:
        problems.append(f"{where}: who={told.get('who')!r} is nobody here: write one of {', '.join(WHO)}")
    if told.get("done_by", "nothing") not in DONE_BY:
        problems.append(f"{where}: done_by={told['done_by']!r} is no event: write one of {', '.join(DONE_BY)}")
    problems += stops_what_stands(where, told)
    days = (opens or 0, *(end for end in ends if end is not None), (closes or 10_000) - 1)
    if list(days) != sorted(days):
        problems.append(f"{where}: its window runs backwards: write opens <= best <= closes")
    step = Step(
        id=told.pop("id"),
        title=Text(**told.pop("title")),
        says=Text(**told.pop("says")),
        who=told.pop("who"),
        source=in_both(told.pop("source")),
        when=condition(where, told.pop("when", ()), problems),
        unless=condition(where, told.pop("unless", ()), problems),
        stops=condition(where, told.pop("stops", ()), problems),
        follows=follows,
        departs=departs,
        after=told.pop("after", None),
        opens=opens,
        best=(ends[0], ends[1]) if len(ends) == 2 and ends[0] is not None and ends[1] is not None else None,
        closes=closes,
        every=told.pop("every", None),
        done_by=told.pop("done_by", "nothing"),
        known=tuple(told.pop("known", ())),
        before_pregnancy=told.pop("before_pregnancy", False),
        urgent=told.pop("urgent", False),
        until_done=told.pop("until_done", False),
        trigger=condition(where, told.pop("trigger", ()), problems),
        check=tuple(told.pop("check", ())),
        weigh=tuple(told.pop("weigh", ())),
        instead=tuple(_instead(where, one, problems) for one in told.pop("instead", ())),
        for_woman=told.pop("for_woman", False),
        custody=told.pop("custody", None),
        rank=told.pop("rank", 0),
        at=told.pop("at", None),
        gives_way=condition(where, told.pop("gives_way", ()), problems),
        same_day=told.pop("same_day", False),
    )
    problems += [f"{where}: {key!r} is no field of a step{nearest(key, Step.__slots__)}" for key in told]
    facts = VOCABULARY.fields(None)
    if step.at is not None and (step.at not in facts or facts[step.at].unit is not Unit.DAYS):
        problems.append(f"{where}: at={step.at!r} is no gestation told of her: write planned_caesarean_at")
    problems += [
        f"{where}: {field}={name!r} is no fact{nearest(name, facts)}"
        for field, names in (("known", step.known), ("check", step.check), ("weigh", step.weigh))
        for name in names
        if name not in facts
    ]
    return step


def _instead(where: str, told: dict[str, Any], problems: list[str]) -> Instead:
    """What stands in the place of a line's action."""
    when = condition(f"{where} instead", told.get("when", ()), problems)
    if when is None or told.get("who") not in WHO or not all(bilingual(told.get(name)) for name in ("title", "says")):
        problems.append(f"{where} instead: write when, title and says (en and zh), and who ({', '.join(WHO)})")
        return Instead(NEVER, Text("-", "-"), Text("-", "-"), "doctor")
    return Instead(when, Text(**told["title"]), Text(**told["says"]), told["who"])


def _incomplete(file: str, loaded: Mapping[str, Any]) -> list[str]:
    """What a protocol cannot be without."""
    wrong = [
        f"{file}: {name} is missing: write it" for name in ("id", "title", "source", "closing") if name not in loaded
    ]
    if not loaded.get("step"):
        wrong.append(f"{file}: it has no step: write [[step]] and its fields")
    for number, told in enumerate(loaded.get("step", ()), 1):
        where = f"{file} step {told.get('id', number)}"
        wrong += [f"{where}: {name} is missing: write it" for name in REQUIRED if name not in told]
        texts = {name: told[name] for name in ("title", "says") if name in told}
        texts |= {"source": told["source"]} if isinstance(told.get("source"), dict) else {}
        texts |= {f"departs from {one.get('advice')}": one.get("why", {}) for one in told.get("departs", ())}
        wrong += [f"{where}: {name} is needed in en and in zh" for name, text in texts.items() if not bilingual(text)]
    named = {name: loaded[name] for name in ("title", "source") if name in loaded}
    named |= {f"departs from {one.get('advice')}": one.get("why", {}) for one in loaded.get("departs", ())}
    return wrong + [f"{file}: {name} is needed in en and in zh" for name, text in named.items() if not bilingual(text)]


def _orphans(file: str, steps: tuple[Step, ...]) -> list[str]:
    ids = [step.id for step in steps]
    wrong = [f"{file} step {name}: two steps have this id: give one another" for name in ids if ids.count(name) > 1]
    for place, step in enumerate(steps):
        if step.after is not None and step.after not in ids:
            wrong.append(f"{file} step {step.id}: there is no step {step.after!r} to come after")
        elif step.after is not None and step.after not in ids[:place]:
            wrong.append(f"{file} step {step.id}: it comes after {step.after!r}, which is written below: move it up")
    return list(dict.fromkeys(wrong))
