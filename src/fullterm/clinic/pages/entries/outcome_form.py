"""What came of a pregnancy: the core outcome set as fields, one group for her and one for each baby."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fullterm.care.case.model import EarlierPregnancy
from fullterm.care.case.outcome import BABY, MOTHER, Item, doubted, grams, outcome_of
from fullterm.clinic.base.form import YES_NO, Field, Form
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.logic.quantity import UNKNOWN, Span, Unit
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.wording import span_in

Group = tuple[str, tuple[Field, ...]]
MOST_BABIES = 6
WEIGHED = "weighed"


@dataclass(frozen=True, slots=True)
class OfItem(Field):
    """The field of one item of the set: read as the record reads it."""

    item: Item | None = None

    def refuses(self, typed: str) -> str | None:
        """What is wrong with what was typed, in one English sentence; None when it can be read."""
        try:
            if self.item is not None:
                self.item.read(typed)
        except ValueError as error:
            return str(error)
        return None


def core_groups(babies: int) -> tuple[Group, ...]:
    """The set as groups: the mother's four items, then each baby's eight; the gestation is reckoned."""
    told = [("entry.group.mother", _fields("mother", MOTHER))]
    for number in range(1, babies + 1):
        heading = f"entry.group.baby{number}" if babies > 1 else "entry.group.baby"
        told.append((heading, _fields(f"baby{number}", BABY)))
    return tuple(told)


def is_folded(heading: str) -> bool:
    """Whether a group is folded, so that the entry stays short: the set, and how it began."""
    return heading.startswith(("entry.group.began", "entry.group.mother", "entry.group.baby"))


def _fields(of: str, items: Mapping[str, Item]) -> tuple[Field, ...]:
    return tuple(_field(f"{of}_{name}", item) for name, item in items.items())


def _field(name: str, item: Item) -> Field:
    if item.name == "weight":
        return OfItem(
            name, item.label, help=WORDS["entry.weight.help"], example=Text("3120", "3120"), unit="g", item=item
        )
    options = (*item.options, YES_NO[2]) if item.options else YES_NO
    return OfItem(name, item.label, "select" if item.options else "choice", options, item=item)


def core_of(told: Mapping[str, str]) -> dict[str, Any]:
    """What was typed of the set, as an event carries it: `{mother: {...}, babies: [{...}]}`; empty when nothing."""
    mother = {name: told[f"mother_{name}"] for name in MOTHER if f"mother_{name}" in told}
    babies = [
        {name: _plain(name, told[f"baby{number}_{name}"]) for name in BABY if f"baby{number}_{name}" in told}
        for number in range(1, MOST_BABIES + 1)
    ]
    while babies and not babies[-1]:
        babies.pop()
    return ({"mother": mother} if mother else {}) | ({"babies": babies} if babies else {})


def _plain(name: str, typed: str) -> str:
    return str(grams(typed)) if name == "weight" and typed != "unknown" else typed


def without_core(told: Mapping[str, str]) -> dict[str, str]:
    """What was typed beside the set."""
    return {name: typed for name, typed in told.items() if not name.startswith(("mother_", "baby")) and name != WEIGHED}


def counted(fetuses: object) -> int:
    """For how many babies the set is asked: one while nobody said how many there are."""
    return min(fetuses.low, MOST_BABIES) if isinstance(fetuses, Span) and fetuses.exact else 1


def choices(several: Mapping[str, EarlierPregnancy]) -> tuple[tuple[str, Text], ...]:
    """Those pregnancies as options: the number, the day each ended, and how far along she was."""
    return tuple(
        (day, Text(f"{one.number}: {day}{_weeks(one, 'en')}", f"第{one.number}次：{day}{_weeks(one, 'zh')}"))
        for day, one in several.items()
    )


def _weeks(one: EarlierPregnancy, language: Language) -> str:
    gestation = outcome_of(one).gestation
    return "" if gestation.unknown else f" · {span_in(gestation, Unit.DAYS, language)}"


def asks_again(form: Form, gestation: Span = UNKNOWN) -> Iterable[str]:
    """The weights that are far from what is born at this gestation, each noted beside its field until confirmed."""
    if form.typed.get(WEIGHED) == "yes":
        return ()
    odd = []
    for one in form.fields:
        typed = form.typed.get(one.name, "")
        if one.name.endswith("_weight") and typed not in ("", "unknown") and one.name not in form.wrong:
            weight = grams(typed)
            if doubted(weight, gestation):
                odd.append(one.name)
                at = span_in(gestation, Unit.DAYS, form.language)
                sentence = f"{weight} g at {at} is unusual: correct it, or say above that it is right"
                form.wrong[one.name] = in_words(sentence, form.language)
    return odd


CONFIRM = Field(WEIGHED, WORDS["entry.weighed"], "choice", (("yes", WORDS["entry.weighed.yes"]),))
