"""What letters say of a woman's record: who she is, how she is dated, her suture, her history and her scans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from fullterm.care.case.facts_on import Known, current_pregnancy, known_on
from fullterm.care.case.model import Case, Pregnancy
from fullterm.care.case.suture import Suture
from fullterm.care.case.sutures import standing, state
from fullterm.care.plan.her_day import REMOVALS
from fullterm.care.plan.silence import allowed
from fullterm.care.record.events import read
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.charts.earlier import earlier_rows
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.text.event_text import noted
from fullterm.clinic.text.sutures import agreed
from fullterm.clinic.text.wording import days_in, weeks_in
from fullterm.clinic.words import WORDS
from fullterm.exchange.calendar import days_of
from fullterm.logic.quantity import Span
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import value_in

Plain: TypeAlias = dict[str, Any]
LetterLine: TypeAlias = tuple[str, str]
ARRANGED = ("remover", "remove_where", "remove_when")
LEFT_OUT = ("said", "source", "technique", "indication", "route", "operation", *ARRANGED)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Her record as of one day, read once for a letter."""

    woman: Woman
    case: Case
    on: date
    known: Known
    pregnancy: Pregnancy | None
    sutures: tuple[Suture, ...]


def recorded(woman: Woman, on: date) -> Recorded:
    """Read her record; an empty one, or one that cannot be read, is empty."""
    case = (read(woman.document)[0] if woman.document else None) or Case(on)
    pregnancy = current_pregnancy(case, on)
    return Recorded(woman, case, on, known_on(case, on), pregnancy, standing(case, on))


def frame(of: Recorded, language: Language) -> Plain:
    """What stands on every letter: the hospital, who she is, and from what it was printed."""
    return {
        "lang": language,
        "woman": of.woman,
        "printed": of.on.isoformat(),
        "hospital_name": hospital.name()[language],
        "telephone": hospital.telephone(),
        "emergency": hospital.emergency_telephone(),
        "age": _age(of),
    }


def dating(of: Recorded, language: Language) -> list[LetterLine]:
    """This pregnancy in a few lines: how far along on the day printed, the due date and how it was found."""
    if of.pregnancy is None:
        return [(WORDS["letter.pregnant"][language], WORDS["letter.pregnant.no"][language])]
    found = of.pregnancy.dating
    dead = not allowed("how_far", of.case, of.on)
    gestation = of.pregnancy.gestation(of.on)
    lines = [
        ("letter.gestation", weeks_in(gestation, language)),
        ("letter.due", "" if found is None or dead else days_in(found.due, language)),
        ("letter.dated", "" if found is None else WORDS[f"woman_dating.{found.method}"][language]),
        ("letter.fetuses", _fact("fetuses", of, language)),
        ("letter.died", _fact("babies_died", of, language)),
        ("letter.placenta", _fact("placenta_praevia", of, language)),
    ]
    not_told = WORDS["letter.not_told"][language]
    left_out = {"letter.died", *(["letter.due"] if dead else [])}
    return [(WORDS[label][language], told or not_told) for label, told in lines if told or label not in left_out]


def suture(of: Recorded, language: Language) -> list[LetterLine]:
    """The sutures that are or may be in, each as its operation note has it; empty when none is known to be in."""
    return [line for one in of.sutures for line in _suture(one, of, language)]


def _suture(one: Suture, of: Recorded, language: Language) -> list[LetterLine]:
    where = state(one, of.on)
    kind = value_in(VOCABULARY.facts["suture"], one.kind or "in", language)
    if where != "in":
        kind = f"{kind} ({WORDS[f'suture_state.{where}'][language]})"
    at = "" if one.gestation.unknown else weeks_in(one.gestation, language)
    told = [
        (WORDS["letter.suture.on"][language], days_in(one.placed, language) if one.origin == "placed" else ""),
        (WORDS["letter.suture.at"][language], at),
        (WORDS["woman_field.technique"][language], _option("cerclage_technique", one.technique, language)),
        (WORDS["woman_field.indication"][language], _option("cerclage", one.indication, language)),
    ]  # fmt: skip
    lines = [(WORDS["letter.suture.kind"][language], kind), *(line for line in told if line[1])]
    if len(of.sutures) > 1:  # who takes which out
        lines.append((WORDS["entry.remover"][language], agreed(one) or WORDS["suture.nobody"][language]))
    return lines + _note(_operation(one, of), one, language)


def _operation(one: Suture, of: Recorded) -> Event | None:
    """The operation record of a suture: the entry that placed it."""
    if not one.id.isdecimal():
        return None
    return standing_of(of.woman, "cerclage placed").filter(number=int(one.id)).last()


def _note(event: Event | None, one: Suture, language: Language) -> list[LetterLine]:
    data: Plain = dict(one.details)
    if event is not None:
        data |= event.data | event.data.get("operation", {})
    told = (noted(name, str(said), language) for name, said in data.items() if name not in LEFT_OUT)
    return [(each["label"], each["value"]) for each in told]


def removal(of: Recorded, language: Language) -> str:
    """The days on which the suture is planned to come out; empty when none are. No day is reckoned after a death."""
    if of.sutures and of.pregnancy is not None and not allowed("how_far", of.case, of.on):
        return WORDS["letter.removal.lost"][language]
    for one in worklist.plan_as_last_told(of.case, of.on):
        ahead = one.step.id in REMOVALS and one.state in ("not_yet_due", "open", "closing")
        days = days_of(one) if ahead else None
        if days is not None:
            weeks = one.best and (one.best[0].gestation, one.best[1].gestation)
            if weeks is None and one.opens and one.closes:
                weeks = one.opens.gestation, one.closes.gestation - 1  # it closes on the first day too late
            between = days_in(Span(days[0].toordinal(), days[1].toordinal()), language)
            at = "" if weeks is None else weeks_in(Span(*weeks), language)
            return f"{at}, {between}" if language == "en" else f"{at}，{between}"
        if one.step.id in REMOVALS and one.state == "missed":
            return WORDS["letter.removal.late"][language]
        if one.step.id == "removal-after" and one.state in ("open", "closing", "missed"):
            return WORDS["letter.removal.after"][language]
    return ""


def arranged(of: Recorded) -> str:
    """Who takes the suture out, where and when, as last agreed; empty where nobody is named, or each has its own."""
    return "" if len(of.sutures) != 1 else agreed(of.sutures[0])


def history(of: Recorded, language: Language) -> list[Plain]:
    """Her earlier pregnancies, one after another, as they were told."""
    return [
        {name: one[name] for name in ("number", "ended", "outcome", "gestation", "suture", "facts", "said")}
        for one in earlier_rows(of.case, language)
    ]


def scans(of: Recorded, language: Language) -> list[Plain]:
    """The scans of the cervix of this pregnancy: day, gestation, length, and what else was seen."""
    if of.pregnancy is None:
        return []
    fields = VOCABULARY.fields("scans")
    found = []
    for one in of.pregnancy.scans:
        seen = {seen.fact: value_in(fields[seen.fact], seen.value, language) for seen in one.observations}
        found.append(
            {
                "on": days_in(one.on, language),
                "gestation": "" if one.gestation.unknown else weeks_in(one.gestation, language),
                "length": seen.pop("length", ""),
                "rest": [(fields[name].label[language], value) for name, value in seen.items()],
            }
        )
    return found


def of_pregnancy(of: Recorded, names: Iterable[str], language: Language) -> list[LetterLine]:
    """Those of these facts that are known on the day printed."""
    found = ((VOCABULARY.facts[name].label[language], _fact(name, of, language)) for name in names)
    return [line for line in found if line[1]]


def _age(of: Recorded) -> str:
    """Years, as a number: the label says the rest."""
    age = of.known.facts.values.get("age")
    return str(age.low) if isinstance(age, Span) and age.exact else ""


def _fact(name: str, of: Recorded, language: Language) -> str:
    value = of.known.facts.values.get(name)
    return "" if value is None else value_in(VOCABULARY.facts[name], value, language)


def _option(name: str, value: str | None, language: Language) -> str:
    return "" if value is None else value_in(VOCABULARY.fields("earlier")[name], value, language)
