"""Which pregnancies are looked at: what was chosen on the page, as a form, as a condition and as an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q

from fullterm.clinic.base.form import Field, Form, typed_in
from fullterm.clinic.pages.registry.words import WORDS
from fullterm.vocabulary.fact import Language

CARE = ("history", "ultrasound", "examination", "untold", "scans")
TECHNIQUES = ("mcdonald", "shirodkar", "open_abdominal", "laparoscopic", "untold", "none")
ROUTES = ("vaginal", "abdominal", "untold", "none")
FETUSES = ("one", "several", "untold")
WHOSE = ("ours", "told", "both")
GROUPS: Mapping[str, tuple[str, ...]] = {"care": CARE, "technique": TECHNIQUES, "route": ROUTES}
"""By what the pregnancies may be set side by side, and the groups that makes."""
_FETUSES = {"one": Q(fetuses=1), "several": Q(fetuses__gt=1), "untold": Q(fetuses__isnull=True)}
_WHOSE = {"ours": Q(ours=True), "told": Q(ours=False), "both": Q()}


def _select(name: str, values: Iterable[str]) -> Field:
    options = tuple((value, WORDS[f"registry_{name}.{value}"]) for value in values)
    return Field(name, WORDS[f"registry.{name}"], "select", options)


FIELDS = (
    _select("by", GROUPS), _select("care", CARE), _select("technique", TECHNIQUES), _select("route", ROUTES),
    _select("fetuses", FETUSES), _select("whose", WHOSE),
    Field("since", WORDS["registry.since"], "day"), Field("until", WORDS["registry.until"], "day"),
)  # fmt: skip
USUAL = {"by": "care", "whose": "ours"}
"""What holds while nothing is chosen; the other fields then leave nobody out."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen, by field; an empty one leaves nobody out."""

    values: Mapping[str, str]

    @property
    def by(self) -> str:
        """The column by which groups are made."""
        return self.values["by"]

    @property
    def condition(self) -> Q:
        """The courses that are looked at."""
        given = self.values
        found = _WHOSE[given["whose"]]
        for name in GROUPS:
            if given[name]:
                found &= Q(**{name: given[name]})
        if given["fetuses"]:
            found &= _FETUSES[given["fetuses"]]
        if given["since"]:
            found &= Q(dated__gte=date.fromisoformat(given["since"]))
        if given["until"]:
            found &= Q(dated__lte=date.fromisoformat(given["until"]))
        return found

    def query(self, group: str | None = None, **more: str) -> str:
        """The address of these pregnancies, or of one group of them: only what differs from the usual is written."""
        given = {**self.values, **({} if group is None else {self.by: group})}
        return urlencode({name: value for name, value in given.items() if value and value != USUAL.get(name)} | more)


def chosen(data: Mapping[str, str], language: Language, today: date) -> tuple[Chosen | None, Form]:
    """What was chosen, and the form that shows it. None while something in it cannot be read."""
    form = typed_in(FIELDS, {**USUAL, **{name: value for name, value in data.items() if value}}, language, today)
    for name in ("since", "until"):
        form.typed[name] = form.typed[name].replace("/", "-")
    if form.check():
        since, until = (form.day(name).isoformat() if form.typed[name] else "" for name in ("since", "until"))
        if since and until and until < since:
            form.wrong["until"] = WORDS["registry.wrong.period"][language]
        form.typed |= {"since": since, "until": until}
    return (None if form.wrong else Chosen(dict(form.typed))), form
