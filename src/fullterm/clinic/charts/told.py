"""What an event told, in words: a label and a value for each thing it carries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from fullterm.care.outcome import BABY, MOTHER, Item
from fullterm.care.protocol import Protocol
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS
from fullterm.vocabulary.wording import NO, UNKNOWN_WORD, YES, name_of

_ROWS = {
    "scanned": "scans", "pregnancy ended": "earlier", "cerclage placed": "earlier", "suture removed": "earlier",
}  # fmt: skip
"""Whose facts an action carries, where they are not this pregnancy's."""
_SUTURE = {"technique": "cerclage_technique", "indication": "cerclage", "route": "cerclage_route"}


def told_in(action: str, data: Mapping[str, Any], protocol: Protocol, language: Language) -> list[dict[str, str]]:
    """What one event carries, as labels and values, in the order it was told."""
    if action == "answered":
        key = str(data.get("key", ""))
        return [{"label": _question(key, language), "value": _said(data.get("said"), _asked(key), language)}]
    if action == "signed":
        return _signature(data, language)
    steps = {one.id: one.title[language] for one in protocol.steps}
    found = []
    for name, value in data.items():
        fact = _fact(action, name)
        if name == "step":
            shown = steps.get(str(value), str(value))
        elif name == "dating" and f"woman_dating.{value}" in WORDS:
            shown = WORDS[f"woman_dating.{value}"][language]
        elif name in ("mother", "babies"):
            found += _core(name, value, language)
            continue
        elif name == "operation" and isinstance(value, Mapping):
            found += [noted(item, str(said), language) for item, said in value.items()]
            continue
        elif name == "outcome" and f"woman_tried.{value}" in WORDS and action == "called":
            shown = WORDS[f"woman_tried.{value}"][language]
        else:
            shown = _said(value, fact, language)
        found.append({"label": _label(name, fact, language), "value": shown})
    return found


def _signature(data: Mapping[str, Any], language: Language) -> list[dict[str, str]]:
    """A signature in a line: its version, each diagnosis, and how many of each decision; the rest is its own page."""
    causes = {one["id"]: one["cause"][language] for one in data["shown"]["causes"]}
    counted = Counter(one["choice"] for one in data["decisions"])
    found = [("woman_field.version", str(data["version"]))]
    found += [("", f"{causes[cause]}: {WORDS[f'woman_finding.{said}'][language]}")
              for cause, said in data["diagnosis"].items()]  # fmt: skip
    found += [(f"woman_choice.{choice}", str(count)) for choice, count in counted.items()]
    return [{"label": WORDS[label][language] if label else "", "value": value} for label, value in found]


def noted(name: str, said: str, language: Language) -> dict[str, str]:
    """One line of the operation note, under the label it was typed beside; an amount carries its unit already."""
    label, chosen = WORDS.get(f"entry.{name}"), WORDS.get(f"entry.{name}.{said}")
    shown = _said(said, VOCABULARY.facts["membranes"] if name.startswith("membranes") else None, language)
    return {
        "label": _label(name, None, language) if label is None else label[language],
        "value": chosen[language] if chosen else shown,
    }


def _core(name: str, told: Any, language: Language) -> list[dict[str, str]]:
    """What was told of the core outcome set: the mother's items, then each baby's under its number."""
    if name == "mother":
        return [_item(MOTHER[item], said, "", language) for item, said in told.items() if item in MOTHER]
    return [
        _item(BABY[item], said, WORDS["woman.baby"][language].format(number) if len(told) > 1 else "", language)
        for number, baby in enumerate(told, 1)
        for item, said in baby.items()
        if item in BABY
    ]


def _item(item: Item, said: str, whose: str, language: Language) -> dict[str, str]:
    words = {"yes": YES, "no": NO, "unknown": UNKNOWN_WORD, **dict(item.options)}
    value = words[said][language] if said in words else f"{said} g" if item.name == "weight" else said
    return {"label": whose + item.label[language], "value": value}


def _question(key: str, language: Language) -> str:
    try:
        return name_of(key, language)
    except ValueError:
        return key


def _asked(key: str) -> Fact | None:
    """The fact a question's key names: `contractions`, `earlier[2].abruption`."""
    return VOCABULARY.facts.get(re.sub(r"\[\d+\]", "", key))


def _fact(action: str, name: str) -> Fact | None:
    rows = _ROWS.get(action)
    short = _SUTURE.get(name, name) if action == "cerclage placed" else name
    return VOCABULARY.fields(rows).get(short) or VOCABULARY.facts.get(name)


def _label(name: str, fact: Fact | None, language: Language) -> str:
    word = WORDS.get(f"woman_field.{name}")
    if word is not None:
        return word[language]
    return name if fact is None else fact.label[language]


def _said(value: Any, fact: Fact | None, language: Language) -> str:
    if isinstance(value, Mapping):
        parts = (f"{_label(name, None, language)} {_said(one, fact, language)}" for name, one in value.items())
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        return "; ".join(_said(one, fact, language) for one in value)
    if isinstance(value, bool):
        return (YES if value else NO)[language]
    text = str(value)
    if fact is not None:
        for option, label in fact.options:
            if option == text:
                return label[language]
    if text.lower() in ("yes", "no") and text.lower() in YES_WORDS | NO_WORDS:
        return (YES if text.lower() == "yes" else NO)[language]
    return UNKNOWN_WORD[language] if text == "unknown" else text
