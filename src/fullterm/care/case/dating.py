"""How far along she is: the due date from one way of dating, as a span, and what cannot be right by it.

280-day arithmetic in whole days; a month told is a span of days, and no calendar month is ever added.
"""

from __future__ import annotations

from fullterm.care.case.days import read_duration
from fullterm.care.case.fields import PREGNANCY_FACTS, Notes, Usual
from fullterm.care.case.model import CONCEPTION, TERM, Dating, DatingMethod, show_days, show_gestation
from fullterm.care.case.text import Mapping, Node
from fullterm.logic.quantity import UNKNOWN, Span, exactly, weeks

DATED_BY = ("due", "measured", "gestation", "conceived", "lmp")
METHODS: dict[str, DatingMethod] = {
    "lmp": "lmp", "crl": "crl", "transfer": "transfer", "scan": "scan", "unknown": "unknown",
}  # fmt: skip
LONGEST = weeks(44).amount
"""Days. Nobody is still pregnant after 44 weeks; our own limit for doubting a date."""
WIDEST = 42
"""Days either side of a due date beyond which it says nothing."""


def read_dating(told: dict[str, Node], notes: Notes, *, ongoing: bool) -> Dating | None:
    """The due date, found one way. Two ways, or one before the pregnancy, leave it undated.

    A date by which she should have given birth long ago stays as told, and how it ended is asked: the day may be wrong,
    or nobody wrote down the end.
    """
    ways = [name for name in DATED_BY if name in told]
    if len(ways) > 1:
        notes.wrong(
            f"pregnancy.{ways[1]}",
            f"the pregnancy is dated by {' and by '.join(ways)}: keep the one the clinic goes by",
        )
        return None
    method, within = _method(told, ways, notes), _within(told.get("within"), notes)
    if not ways:
        if "within" in told:
            notes.wrong("pregnancy.within", "there is no due date for it to belong to: write due:, lmp: or measured:")
        return None
    due = _due(ways[0], told[ways[0]], notes)
    if due.unknown or within is None:
        return None
    dating = Dating(Span(due.low - within, due.high + within), method, "within" in told)
    now = dating.gestation(notes.told)
    path = f"pregnancy.{ways[0]}"
    if now.high < 0:
        notes.wrong(path, f"by this the pregnancy has not begun on {notes.told}: correct the date or told:")
        return None
    if ongoing and now.low > LONGEST:
        notes.wrong(
            path,
            f"by this she is {show_gestation(now)} pregnant on {notes.told}: how did it end? Write it under outcome:, "
            "or correct the date",
        )
    return dating


def _method(told: dict[str, Node], ways: list[str], notes: Notes) -> DatingMethod:
    said = notes.text(told.get("dating"), "pregnancy.dating")
    if said is None:
        return "lmp" if ways == ["lmp"] else "unknown"
    if said.lower() not in METHODS:
        notes.wrong("pregnancy.dating", f"{said!r} is not a way of dating: write one of {', '.join(METHODS)}")
        return "unknown"
    return METHODS[said.lower()]


def _within(node: Node | None, notes: Notes) -> int | None:
    """Days either side of the due date; 0 when not stated, None when what was written cannot be read."""
    if node is None:
        return 0
    try:
        days = read_duration(notes.text(node, "pregnancy.within") or "")
        if days > WIDEST:
            raise ValueError(f"{days} days either side is no dating: write up to {WIDEST}d, or leave the date out")
    except ValueError as error:
        notes.wrong("pregnancy.within", str(error))
        return None
    return days


def _due(way: str, node: Node, notes: Notes) -> Span:
    path = f"pregnancy.{way}"
    if way in ("measured", "gestation"):
        on: Span = exactly(notes.told.toordinal())
        if way == "measured" or isinstance(node, Mapping):
            inner = notes.fields(node, path, ("on", "gestation") if way == "measured" else ("value", "on", "source"))
            before = len(notes.problems)
            on = notes.days(inner["on"], f"{path}.on") if "on" in inner else on if way == "gestation" else UNKNOWN
            name = "gestation" if way == "measured" else "value"
            if on.unknown or name not in inner:
                if not {"on", name} <= inner.keys():
                    notes.wrong(path, f"both on: and {name}: are needed: write the day and how far along she was")
                elif len(notes.problems) == before:
                    notes.wrong(f"{path}.on", "its day is unknown: write on: with its day, or how else it is dated")
                return UNKNOWN
            path, node = f"{path}.{name}", inner[name]
        gestation = _bounded(read_told_gestation(node, path, notes))
        return gestation if gestation.unknown else Span(on.low + TERM - gestation.high, on.high + TERM - gestation.low)
    days = notes.days(node, path, later=way == "due")
    since = {"due": 0, "conceived": TERM - CONCEPTION, "lmp": TERM}[way]
    return days if days.unknown else Span(days.low + since, days.high + since)


def _bounded(gestation: Span) -> Span:
    """A gestation told from one side only ("at least 20 weeks"), its open end closed where no pregnancy goes beyond."""
    fact = PREGNANCY_FACTS["gestation"]
    assert fact.lowest is not None
    assert fact.highest is not None
    if gestation.unknown:
        return UNKNOWN
    return Span(max(gestation.low, fact.lowest), min(gestation.high, fact.highest))


def read_told_gestation(node: Node, path: str, notes: Notes) -> Span:
    """A gestation of this pregnancy as told; UNKNOWN when it is absent or wrong."""
    seen = notes.fact(PREGNANCY_FACTS["gestation"], node, path, Usual(notes.told, ""))
    notes.not_known.discard("gestation")  # asked again only with the dating
    return seen[0].value if seen and isinstance(seen[0].value, Span) else UNKNOWN


def before_conception(path: str, on: Span, dating: Dating | None, notes: Notes, what: str) -> bool:
    """Whether something is told for a day before this pregnancy was conceived; noted if so."""
    if dating is None or on.unknown or dating.gestation(on).high >= CONCEPTION:
        return False
    conceived = dating.days(exactly(CONCEPTION))
    notes.wrong(
        path,
        f"{what} on {show_days(on)} lies before conception ({show_days(conceived)}): correct its day or the due date",
    )
    return True
