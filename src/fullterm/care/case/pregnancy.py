"""This pregnancy, as a case tells it: its dating first, then everything that happened on a day of it."""

from __future__ import annotations

from datetime import date

from fullterm.care.case.contradictions import EARLIER, ONE_DAY, Placed, without_contradictions
from fullterm.care.case.dating import DATED_BY, before_conception, read_dating
from fullterm.care.case.fields import PREGNANCY_FACTS, Notes, Usual, read_list, source_or
from fullterm.care.case.model import (
    Dating,
    Declined,
    EarlierPregnancy,
    Observation,
    Pregnancy,
    Scan,
    show_days,
    show_gestation,
)
from fullterm.care.case.outcome_reader import read_core
from fullterm.care.case.steps import read_decided, read_done
from fullterm.care.case.suture_reader import (
    in_order,
    is_told,
    read_cerclages,
    read_custody,
    read_removals,
    without_suture,
)
from fullterm.care.case.text import Mapping, Node, Scalar
from fullterm.logic.facts import Value
from fullterm.logic.quantity import UNKNOWN, Span, exactly, weeks
from fullterm.vocabulary import sutures
from fullterm.vocabulary.fact import VOCABULARY

WHERE = "pregnancy"
NO_END = (
    "how this pregnancy ended is missing: write outcome: and one of its options, with on: and its day, or remove "
    "outcome; until then it is read as going on"
)
EARLIEST_SCAN = weeks(4).amount
LATEST_SCAN = weeks(42).amount
TODAY = {name: fact for name, fact in PREGNANCY_FACTS.items() if name != "gestation"}
FIELDS = (
    *DATED_BY, "dating", "within", "scans", "examinations", "cerclage", "removed", "custody", "declined", "done",
    "decided", "outcome", "source", *TODAY,
)  # fmt: skip


def read_pregnancy(node: Node, notes: Notes, number: int) -> Pregnancy:
    """This pregnancy. `number` is its place after the earlier ones, for the day it has ended."""
    told = notes.fields(node, WHERE, FIELDS)
    source = notes.text(told.get("source"), f"{WHERE}.source") or notes.source
    dating = read_dating(told, notes, ongoing="outcome" not in told)
    scans, complete = _scans(told.get("scans"), notes, dating, source)
    cerclages = read_cerclages(told.get("cerclage"), f"{WHERE}.cerclage", notes, dating, source)
    removals = read_removals(told.get("removed"), f"{WHERE}.removed", notes, dating, source)
    placed = (*_today(told, notes, source), *_examinations(told.get("examinations"), notes, dating, source))
    observations = without_contradictions(placed, ONE_DAY, notes)
    _heartbeat_after_death(observations, notes)
    ended = _outcome(told["outcome"], notes, dating, number, source) if "outcome" in told else None
    if ended is not None:
        ended = _still_hers(ended, observations, f"{WHERE}.outcome.on", notes)
    if "suture" in notes.not_known and not any(one.fact == "suture" for one in observations):
        # whether one is in was asked with it
        notes.not_known |= set(sutures.FACTS)
    return Pregnancy(
        dating,
        without_suture(observations, cerclages, removals, notes),
        scans,
        complete,
        cerclages,
        in_order(cerclages, removals, f"{WHERE}.removed", notes, told=is_told(observations)),
        _declined(told.get("declined"), notes),
        ended,
        read_done(told.get("done"), f"{WHERE}.done", notes, dating),
        read_decided(told.get("decided"), f"{WHERE}.decided", notes),
        read_custody(told.get("custody"), f"{WHERE}.custody", notes),
    )


def _today(told: dict[str, Node], notes: Notes, source: str) -> tuple[Placed, ...]:
    usual = Usual(notes.told, source)
    return tuple(
        (f"{WHERE}.{name}", one)
        for name, fact in TODAY.items()
        if name in told
        for one in notes.fact(fact, told[name], f"{WHERE}.{name}", usual)
    )


def _examinations(node: Node | None, notes: Notes, dating: Dating | None, source: str) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    path = f"{WHERE}.examinations"
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("on", "source", "said", *TODAY))
        if "on" not in told:
            notes.wrong(where, "the examination has no day: write on:, or it cannot be told from today's")
            continue
        on = notes.day(told["on"], f"{where}.on")
        if on is None or before_conception(f"{where}.on", exactly(on.toordinal()), dating, notes, "an examination"):
            continue
        usual = Usual(
            on,
            notes.text(told.get("source"), f"{where}.source") or source_or(source, "examination"),
            notes.text(told.get("said"), f"{where}.said"),
        )
        for name, fact in TODAY.items():
            if name in told:
                placed += [(f"{where}.{name}", one) for one in notes.fact(fact, told[name], f"{where}.{name}", usual)]
    return tuple(placed)


def _scans(node: Node | None, notes: Notes, dating: Dating | None, source: str) -> tuple[tuple[Scan, ...], bool]:
    records, complete, path = read_list(node, f"{WHERE}.scans", "scans", notes)
    return tuple(_scan(item, f"{path}[{n}]", n, notes, dating, source) for n, item in enumerate(records, 1)), complete


def _scan(item: Node, path: str, number: int, notes: Notes, dating: Dating | None, source: str) -> Scan:
    fields = VOCABULARY.fields("scans")
    told = notes.fields(item, path, ("on", "source", "said", *fields))
    said = notes.text(told.get("said"), f"{path}.said")
    source = notes.text(told.get("source"), f"{path}.source") or source_or(source, "scan")
    on = notes.days(told.get("on"), f"{path}.on")
    gestation = UNKNOWN
    if "gestation" in told:
        usual = Usual(notes.told, source, None, f"scans[{number}].")
        seen = notes.fact(fields["gestation"], told["gestation"], f"{path}.gestation", usual)
        gestation = seen[0].value if seen and isinstance(seen[0].value, Span) else UNKNOWN
    on, gestation = _placed_in_time(on, gestation, path, dating, notes)
    day = date.fromordinal(on.low) if on.exact else notes.told
    usual = Usual(day, source, said, f"scans[{number}].")
    observations = tuple(
        one
        for name, fact in fields.items()
        if name in told and name != "gestation"
        for one in notes.fact(fact, told[name], f"{path}.{name}", usual)
    )
    return Scan(number, observations, on, gestation, said)


def _placed_in_time(on: Span, told: Span, path: str, dating: Dating | None, notes: Notes) -> tuple[Span, Span]:
    """A scan's day and gestation, each from the other through the dating; neither when they cannot be right."""
    if dating is None:
        return on, told
    if on.unknown:
        if told.unknown:
            return UNKNOWN, UNKNOWN
        days = dating.days(told)
        if days.low > notes.told.toordinal():
            shown = f"{show_gestation(told)} is reached on {show_days(days)}"
            notes.wrong(f"{path}.gestation", f"{shown}, after the day the case was told ({notes.told}): correct one")
            return UNKNOWN, UNKNOWN
        return days, told
    if before_conception(f"{path}.on", on, dating, notes, "a scan"):
        return UNKNOWN, UNKNOWN
    derived = dating.gestation(on)
    if derived.high < EARLIEST_SCAN or derived.low > LATEST_SCAN:
        notes.wrong(f"{path}.on", f"the scan falls at {show_gestation(derived)}: correct its day or the due date")
        return UNKNOWN, UNKNOWN
    if told.unknown:
        return on, derived
    if told.low > derived.high or told.high < derived.low:
        notes.wrong(
            f"{path}.gestation",
            f"by the due date she was {show_gestation(derived)} on that day, not {show_gestation(told)}: keep on: or "
            "gestation:, or correct the due date",
        )
        return on, UNKNOWN
    return on, Span(max(told.low, derived.low), min(told.high, derived.high))


def _declined(node: Node | None, notes: Notes) -> tuple[Declined, ...]:
    found: list[Declined] = []
    path = f"{WHERE}.declined"
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("step", "on", "reason"))
        step = notes.text(told.get("step"), f"{where}.step")
        on = notes.day(told["on"], f"{where}.on") if "on" in told else notes.told
        if step is None:
            notes.wrong(where, "what she declined is missing: write step:, such as step: scans")
        elif on is not None:
            found.append(Declined(step, on, notes.text(told.get("reason"), f"{where}.reason")))
    return tuple(found)


def _outcome(node: Node, notes: Notes, dating: Dating | None, number: int, source: str) -> EarlierPregnancy | None:
    """How it ended; None where neither how nor when is told, or what is told cannot be: then it is read as going on.

    An end that is only feared, misspelt or impossible must not take the dangers of a pregnancy off the first line.
    """
    path = f"{WHERE}.outcome"
    facts = VOCABULARY.fields("earlier")
    if isinstance(node, Scalar):
        node = Mapping((("outcome", node.at, node),), node.at)
    told = notes.fields(node, path, ("on", "source", "said", "core", *facts))
    before = len(notes.problems)
    on = notes.days(told.get("on"), f"{path}.on")
    if before_conception(f"{path}.on", on, dating, notes, "the end of the pregnancy"):
        on = UNKNOWN
    said = notes.text(told.get("said"), f"{path}.said")
    day = date.fromordinal(on.low) if on.exact else notes.told
    usual = Usual(day, notes.text(told.get("source"), f"{path}.source") or source, said, f"earlier[{number}].")
    how = notes.fact(facts["outcome"], told["outcome"], f"{path}.outcome", usual) if "outcome" in told else ()
    if len(notes.problems) > before:  # when or how it ended was told, and cannot be read
        return None
    core = read_core(told.get("core"), f"{path}.core", notes)
    died = any(one.mother.get("died") is True for one in core)
    if not how and on.unknown and not died:
        if told.keys() != {"outcome"}:  # "unknown" by itself is as if nothing were written, and wrong is nothing
            notes.wrong(path, NO_END)
        return None
    placed = [
        (f"{path}.{name}", one)
        for name, fact in facts.items()
        if name in told
        for one in (how if name == "outcome" else notes.fact(fact, told[name], f"{path}.{name}", usual))
    ]
    if "gestation" not in told and dating is not None and not on.unknown:
        placed.append((f"{path}.on", Observation("gestation", dating.gestation(on), day, "reckoned from the due date")))
    return EarlierPregnancy(number, without_contradictions(placed, EARLIER, notes), on, said, core)


def _heartbeat_after_death(observations: tuple[Observation, ...], notes: Notes) -> None:
    """Note a heartbeat told on a day after every baby was said to have died: the death stands, and is confirmed."""
    carried = next((one.value for one in observations if one.fact == "fetuses"), None)
    for died in observations:
        if died.fact != "babies_died" or not isinstance(died.value, Span) or not isinstance(carried, Span):
            continue
        beats = [one for one in observations if one.fact == "alive" and one.value is True and one.on > died.on]
        if beats and died.value.low >= carried.high:
            notes.wrong(
                f"{WHERE}.alive",
                f"a heartbeat was told on {beats[-1].on}, after every baby was said to have died ({died.on}): have it "
                "confirmed, and correct what is wrong",
            )


def _still_hers(
    ended: EarlierPregnancy, observations: tuple[Observation, ...], path: str, notes: Notes
) -> EarlierPregnancy | None:
    """The end; None where she was found pregnant after it: of the two, the one that leaves the danger counts."""
    if any(one.mother.get("died") is True for one in ended.core):  # her death is not doubted for a finding before it
        return ended
    last = notes.told.toordinal() - 1 if ended.ended.unknown else ended.ended.high
    for one in observations:
        if one.on.toordinal() > last and one.value in _CARRIES.get(one.fact, ()):
            sentence = (
                f"this pregnancy ended, yet {one.fact} was told of it on {one.on}: write the day of the end, or "
                "correct one of them; until then it is read as going on"
            )
            if not ended.ended.unknown:
                sentence = (
                    f"this pregnancy ended by {date.fromordinal(ended.ended.high)}, yet {one.fact} was told of it on "
                    f"{one.on}: correct one of the two; until then it is read as going on"
                )
            notes.wrong(path, sentence)
            return None
    return ended


_CARRIES: dict[str, tuple[Value, ...]] = {
    "alive": (True,), "labour": (True,), "fetal_compromise": (True,), "membranes": ("at_os", "bulging", "ruptured"),
    "ruptured_membranes": (True,), "waters_test": ("positive",),
}  # fmt: skip
"""The findings that only a woman who is still pregnant can have."""
