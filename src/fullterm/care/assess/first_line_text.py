"""The first line in words, as plain values: the same sentences for the terminal, the JSON, the pages and Today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from fullterm.care.case.facts_on import Known, as_last_told
from fullterm.care.plan.emergency import Contraindication
from fullterm.care.plan.first_line import Calm, Danger, DangerLine, FirstLine, NotAsked, Signs, StepsOpen
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Protocol
from fullterm.guidelines import register
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.facts import Facts, Value
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.why import reasons
from fullterm.vocabulary.wording import COLON, name_of, option_label, value_in

if TYPE_CHECKING:
    from fullterm.care.assess.assessment import Assessment

Plain: TypeAlias = dict[str, Any]
LISTED = Text(", ", "、")
SEMICOLON = Text("; ", "\uff1b")
SAYS = {
    "not_asked": Text("Nothing pressing was told. Not known today: {}", "未述及紧急情况。今日未询问、未检查或不详:{}"),
    "not_asked_beside": Text("Not known today: {}", "今日未询问、未检查或不详:{}"),
    "signs": Text(
        "For a doctor to judge (no line of this software stands for it): {}.",
        "须由医生判断(本软件无相应条目):{}。",
    ),
    "of_a_day": Text("{} (last told {})", "{}(末次告知于{})"),
    "unread": Text(
        "Part of her record could not be read ({}): what stands there may press.",
        "病历中有{}处无法读取:其中可能有紧急情况。",
    ),
    "calm": Text("Nothing is pressing today.", "今天没有紧迫事项。"),
    "died": Text("She has died: nothing is planned or asked any more.", "孕产妇已死亡:不再安排或询问任何事项。"),
    "ask_again": Text("last told {}: ask again ({})", "末次告知于{}:请再次询问({})"),
    "no_suture": Text("no suture, because {}; senior doctor now", "不做环扎,因{};立即请高年资医生"),
    "excluded": Text("excluded by {}: {}", "{}列为排除:{}"),
    "check": Text("check first: {}", "须先查明:{}"),
    "stopped": Text("stopped by: {}", "暂停原因:{}"),
    "weigh": Text("weigh: {} (no document read gives a limit)", "须权衡:{}(所读文件均未给出界限)"),
    "adopted": Text(
        "safety rule of this software, adopted by {} on {}; no document we read says it",
        "本软件安全规则,由{}于{}采纳;所读文件均未述及",
    ),
    "not_adopted": Text(
        "safety rule of this software, not yet adopted here; no document we read says it",
        "本软件安全规则,本院尚未采纳;所读文件均未述及",
    ),
    "rests": Text("rests on {}", "依据:{}"),
    "waits": Text("{} decide once this is checked", "查明后由{}决定"),
    "open": Text("{}: not everything it reads is known", "{}:所需事实尚未全部查明"),
    "declined_by_doctor": Text("the doctor decided against it today", "医生今日决定不做"),
    "declined_by_woman": Text("she declined it today", "本人今日拒绝"),
}


def first_line_in(found: Assessment, language: Language) -> Plain:
    """The first line of an assessment in one language."""
    return first_line_plain(found.first, found.known, found.protocol, language)


def first_line_plain(first: FirstLine, known: Known, protocol: Protocol, language: Language) -> Plain:
    """A first line as plain values.

    `kind`: danger, told, not_asked, steps_open or calm. `says`: the sentence where no emergency was told; it is None
    beside a danger. `beside`: the same for a page on which something else is pressing: nothing of calm.
    """
    facts = as_last_told(known).facts
    match first:
        case Danger():
            lines = [_line(one, facts, protocol, language) for one in first.lines]
            return NOTHING_SAID | {"kind": "danger", "lines": lines}
        case Signs() | NotAsked():
            return _not_calm(first, known, language)
        case StepsOpen():
            return NOTHING_SAID | {"kind": "steps_open"}
        case Calm():
            return NOTHING_SAID | {"kind": "calm", "says": SAYS["died" if first.died else "calm"][language]}


NOTHING_SAID: Plain = {"says": None, "beside": None, "lines": [], "told": [], "not_asked": [], "unread": 0}


def _not_calm(first: Signs | NotAsked, known: Known, language: Language) -> Plain:
    """What was told and what was not, where no emergency was. Beside what is pressing, nothing pressing is denied."""
    said = [SAYS["unread"][language].format(first.unread)] if first.unread else []
    signs = first.signs if isinstance(first, Signs) else ()
    if isinstance(first, Signs):
        found = [_told(name, known, language) for name in signs]
        if first.shortest is not None:
            found.append(value_of("scans.length", first.shortest, language))
        said.append(SAYS["signs"][language].format(LISTED[language].join(found)))
    asked = _names(first.names, language)
    alone, beside = (SAYS[key][language].format(asked) for key in ("not_asked", "not_asked_beside"))
    return NOTHING_SAID | {
        "kind": "told" if isinstance(first, Signs) else "not_asked",
        "says": " ".join([*said, *([beside if said or first.waits else alone] if asked else [])]),
        "beside": " ".join([*said, *([beside] if asked else [])]),
        "told": list(signs), "not_asked": list(first.names), "unread": first.unread,
    }  # fmt: skip


def _told(name: str, known: Known, language: Language) -> str:
    """One sign as it was told, and when, where that was on a day before."""
    said, seen = _fact(name, as_last_told(known).facts, language), known.sources.get(name) or known.stale.get(name)
    if seen is None or seen.on == known.on:
        return said
    return SAYS["of_a_day"][language].format(said, seen.on.isoformat())


def _line(one: DangerLine, facts: Facts, protocol: Protocol, language: Language) -> Plain:
    planned = one.planned
    shown = planned.instead or planned.step
    return {
        "step": planned.step.id,
        "suture": planned.suture or None,
        "title": shown.title[language],
        "says": shown.says[language],
        "who": shown.who,
        "because": because(planned, facts, language),
        "against": _against(one, facts, language),
        "told": ask_again(planned, language),
        "check": list(one.check),
        "check_says": check_first(planned, language),
        "weigh": _weigh(one, facts, language),
        "declined": None if planned.declined is None else SAYS[f"declined_by_{planned.declined.by}"][language],
        "basis": basis(one, protocol, language),
    }


def because(one: Planned, facts: Facts, language: Language) -> list[str]:
    """What was told that brought a line in, without what its title says as well."""
    found = (reason for reading in one.trigger for reason in reasons(reading, facts, language))
    return [reason.text for reason in found if reason.key not in ("pregnant", "suture_in")]


def _names(names: Iterable[str], language: Language) -> str:
    return LISTED[language].join(name_of(name, language) for name in names)


def ask_again(one: Planned, language: Language) -> str | None:
    """When a line of the safety net was told last, and what of it is asked again; None while it has not grown old."""
    if not one.asks or one.last_told is None:
        return None
    return SAYS["ask_again"][language].format(one.last_told.isoformat(), _names(sorted(one.asks), language))


def check_first(one: Planned, language: Language) -> str | None:
    """What is found out before a step is done, in the order that decides; None where nothing is."""
    return SAYS["check"][language].format(_names(one.check_first, language)) if one.check_first else None


def stopped_by(one: Planned, facts: Facts, language: Language) -> str | None:
    """What stops a step, as it was told; None where nothing does."""
    said = LISTED[language].join(_fact(name, facts, language) for name in one.stopped_by)
    return SAYS["stopped"][language].format(said) if said else None


def _against(one: DangerLine, facts: Facts, language: Language) -> list[str]:
    """Why there is no suture and who says so; and what some documents exclude and the hospital's protocol does not."""
    stopped = set(one.planned.stopped_by)
    because = [_named(each, language) for each in one.against if each.fact in stopped]
    told = {each.fact for each in one.against}
    because += [_fact(name, facts, language) for name in one.planned.stopped_by if name not in told]
    found = [SAYS["no_suture"][language].format(LISTED[language].join(because))] if because else []
    excluded = (each for each in one.against if each.fact not in stopped)
    return [*found, *(SAYS["excluded"][language].format(_bodies(e, language), _finding(e, language)) for e in excluded)]


def _named(one: Contraindication, language: Language) -> str:
    bracket = "{}({})" if language == "zh" else "{} ({})"
    return bracket.format(_finding(one, language), _bodies(one, language))


def _bodies(one: Contraindication, language: Language) -> str:
    return LISTED[language].join(dict.fromkeys(register.GUIDELINES[by.guideline].short for by in one.named))


def _finding(one: Contraindication, language: Language) -> str:
    fact = VOCABULARY.facts[one.fact]
    if one.options:
        return option_label(fact, one.options[0], language)
    return value_said(one.fact, not one.when_no, language)


def _fact(name: str, facts: Facts, language: Language) -> str:
    value = facts.values.get(name)
    if isinstance(value, bool):
        return value_said(name, value, language)
    return value_of(name, value, language)


def value_of(name: str, value: Value | None, language: Language) -> str:
    """A fact and its value: "temperature: 38.6 °C"."""
    return name_of(name, language) + COLON[language] + value_in(VOCABULARY.facts[name], value, language)


def value_said(name: str, value: bool, language: Language) -> str:
    """A yes/no fact as a finding: its name where it is so, and its name with "no" where it is not."""
    label = name_of(name, language)
    return label if value else label + COLON[language] + value_in(VOCABULARY.facts[name], False, language)


def _weigh(one: DangerLine, facts: Facts, language: Language) -> str | None:
    said = [_fact(name, facts, language) for name in one.weigh]
    return SAYS["weigh"][language].format(LISTED[language].join(said)) if said else None


def basis(one: DangerLine, protocol: Protocol, language: Language) -> str:
    """On what a line rests: the documents that advise on it, or the safety rule of this software and who adopted it."""
    if one.planned.followed:
        return SAYS["rests"][language].format(_documents(one.planned.followed, language))
    if one.planned.instead is None and one.planned.waits_for:
        asked = one.check or one.planned.asks
        return SAYS["waits" if asked else "open"][language].format(_documents(one.planned.waits_for, language))
    return adopted_in(protocol, language)


def adopted_in(protocol: Protocol, language: Language) -> str:
    """That a line is a safety rule of this software, and who in the hospital adopted it, or that nobody has yet."""
    adopted = protocol.adopted
    if adopted is None:
        return SAYS["not_adopted"][language]
    return SAYS["adopted"][language].format(adopted.by, adopted.on.isoformat())


def _documents(verdicts: Iterable[Verdict], language: Language) -> str:
    """Each document once, with the places in it."""
    refs: dict[str, list[str]] = {}
    for one in verdicts:
        refs.setdefault(register.GUIDELINES[one.recommendation.guideline].short, []).append(one.recommendation.ref)
    each = (f"{short} {LISTED[language].join(dict.fromkeys(found))}" for short, found in refs.items())
    return SEMICOLON[language].join(each)
