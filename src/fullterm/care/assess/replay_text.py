"""A replay in words, as plain values: the same for the terminal, the JSON and the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from fullterm.care.assess.replay import Closed, EndedBy, Raised, Replay
from fullterm.care.case.model import show_days
from fullterm.care.record.entries import RecordEntry
from fullterm.logic.quantity import LOWEST, UNKNOWN, Span, Unit
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.wording import COLON, name_of, option_label, place_of, record_name, span_in, value_in

Plain: TypeAlias = dict[str, Any]
LISTED = Text("; ", ";")
BRACKETS = Text(" ({})", "({})")
LATE = Text("about {}", "所述日期{}")
HOW = {
    "told": Text("recorded on {}", "{}记录"),
    "done": Text("done, recorded on {}", "已完成,{}记录"),
    "declined": Text("declined on {}", "{}拒绝"),
    "window": Text("its window closed on {}", "时间窗于{}关闭"),
    "pregnancy_ended": Text("the pregnancy ended, recorded on {}", "妊娠结束,{}记录"),
    "time": Text("on {} a limit of the advice it follows was passed", "{}起超出所依据建议的时限"),
}
STILL = Text("it still stands on {}", "{}仍在列")
CLOSED = {
    "stood": Text("its line stood, and nothing was recorded", "此项一直在列,未见处理记录"),
    "stopped": Text("it stood stopped, and nothing else was recorded", "此项一直暂停,未见其他记录"),
    "never_settled": Text(
        "whether it was for her was never settled; what would have settled it: {}", "始终未能判断是否适用;所缺:{}"
    ),
    "known_too_late": Text(
        "it was known to be for her only on {seen}, when it was over", "{seen}才得知适用,窗口已关闭"
    ),
}
KINDS = {
    "cerclage": Text("a suture placed", "已环扎"),
    "removal": Text("a suture taken out", "已拆线"),
    "outcome": Text("how the pregnancy ended", "妊娠结局"),
    "core": Text("what came of the pregnancy", "妊娠结局随访"),
    "declined": Text("she declined it", "本人拒绝"),
    "done": Text("marked done", "标记完成"),
    "dating": Text("due date", "预产期"),
}
CHOICES = {
    "accepted": Text("the doctor accepted it", "医生采纳"),
    "declined": Text("the doctor decided against it", "医生决定不做"),
    "deferred": Text("the doctor deferred it", "医生暂缓"),
}
DIED = Text("the mother died", "产妇死亡")
WITHDRAWN = Text("withdrawn: {}", "撤回:{}")
_KEY = re.compile(r"^(\w+)\[(\d+)\]$")
MOST = 6
"""So many missing facts are named; the rest are counted."""
MORE = Text("; and {} more", ";及另外{}项")


def replay_plain(found: Replay, language: Language, since: date | None = None) -> Plain:
    """A replay as plain values; with `since`, without what was over before that day."""
    lines = [one for one in found.raised if since is None or one.last >= since]
    closed = [one for one in found.closed if since is None or one.seen >= since]
    return {
        "protocol": found.protocol.id,
        "from": _iso(since or found.first),
        "to": _iso(found.last),
        "lines": [_line(one, found.last, language) for one in lines],
        "closed": [_closed(one, language) for one in closed],
    }


def _line(one: Raised, last: date | None, language: Language) -> Plain:
    return {
        "step": one.step.id,
        "suture": one.suture or None,
        "title": one.titles[0][1][language],
        "titles": [{"on": on.isoformat(), "title": title[language]} for on, title in one.titles],
        "who": one.step.who,
        "urgent": one.step.urgent,
        "first": one.first.isoformat(),
        "gestation": None if one.gestation is None else span_in(one.gestation, Unit.DAYS, language),
        "last": one.last.isoformat(),
        "days": one.days,
        "ended_by": None if one.ended_by is None else _ended(one.ended_by, language),
        "says": ended_in(one, last, language),
    }


def _ended(one: EndedBy, language: Language) -> Plain:
    return {
        "on": one.on.isoformat(),
        "how": one.how,
        "told": [
            {"kind": each.kind, "name": each.name or None, "on": show_days(each.on), "withdrawn": each.withdrawn,
             "says": entry_in(each, language)}
            for each in one.told
        ],
    }  # fmt: skip


def ended_in(one: Raised, last: date | None, language: Language) -> str:
    """What ended a line, in words: `recorded on 2026-04-07: contractions: no`."""
    ended = one.ended_by
    if ended is None:
        return STILL[language].format(_iso(last))
    said = LISTED[language].join(_entry_told(each, ended.on, language) for each in ended.told)
    how = HOW[ended.how][language].format(ended.on.isoformat())
    return how + COLON[language] + said if said else how


def _entry_told(one: RecordEntry, on: date, language: Language) -> str:
    """An entry, and the day it is about where that is another than the day it was recorded on."""
    said = entry_in(one, language)
    if one.on == UNKNOWN or one.on.low in (LOWEST, on.toordinal()):
        return said
    return said + BRACKETS[language].format(LATE[language].format(show_days(one.on)))


def entry_in(one: RecordEntry, language: Language) -> str:
    """One entry of a record in words: `contractions: no`, `a suture placed: McDonald`."""
    said = _entry(one, language)
    return WITHDRAWN[language].format(said) if one.withdrawn else said


def _entry(one: RecordEntry, language: Language) -> str:
    match one.kind:
        case "fact":
            return _with(name_of(one.name, language), _value(one, language), language)
        case "scan":
            named = _KEY.match(one.name)
            assert named is not None
            return record_name(named[1], int(named[2]), language)
        case "decided":
            return CHOICES[str(one.value)][language]
        case "cerclage":
            options = dict(VOCABULARY.facts["earlier.cerclage_technique"].options)
            options |= dict(VOCABULARY.facts["earlier.cerclage_route"].options)
            how = options.get(str(one.value))
            return _with(KINDS["cerclage"][language], None if how is None else how[language], language)
        case "outcome":
            fact = VOCABULARY.facts["earlier.outcome"]
            how_ended = option_label(fact, one.value, language) if isinstance(one.value, str) else None
            return _with(KINDS["outcome"][language], how_ended, language)
        case "core":
            return _with(KINDS["core"][language], DIED[language] if one.value is True else None, language)
        case "dating":
            assert isinstance(one.value, Span)
            return _with(KINDS["dating"][language], show_days(one.value), language)
        case "removal" | "declined" | "done":
            return _with(KINDS[one.kind][language], one.value if isinstance(one.value, str) else None, language)


def _value(one: RecordEntry, language: Language) -> str:
    rows, dot, name = one.name.rpartition(".")
    return value_in(VOCABULARY.facts[f"{rows.partition('[')[0]}.{name}" if dot else name], one.value, language)


def _with(label: str, said: str | None, language: Language) -> str:
    return label + COLON[language] + said if said else label


def _closed(one: Closed, language: Language) -> Plain:
    return {
        "step": one.step.id,
        "suture": one.suture or None,
        "title": one.step.title[language],
        "on": one.on.isoformat(),
        "seen": one.seen.isoformat(),
        "how": one.how,
        "missing": sorted(one.missing),
        "says": CLOSED[one.how][language].format(_missing(one.missing, language), seen=one.seen.isoformat()),
    }


def _missing(names: Iterable[str], language: Language) -> str:
    said = list(dict.fromkeys(_missing_in(name, language) for name in sorted(names, key=place_of)))
    more = MORE[language].format(len(said) - MOST) if len(said) > MOST else ""
    return LISTED[language].join(said[:MOST]) + more


def _missing_in(name: str, language: Language) -> str:
    """A missing fact; one of several records is named once for all of them."""
    rows, dot, short = name.rpartition(".")
    if not dot:
        return name_of(name, language)
    rows = rows.partition("[")[0]
    return _with(VOCABULARY.lists[rows].label[language], VOCABULARY.facts[f"{rows}.{short}"].label[language], language)


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
