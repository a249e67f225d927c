"""What an event told, in words: a label and a value for each thing it carries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html

from fullterm.care.case.outcome import BABY, MOTHER, Item
from fullterm.care.protocol.model import Protocol
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS, parse_value
from fullterm.vocabulary.wording import NO, UNKNOWN_WORD, YES, answers_of, name_of, record_name, value_in

_ROWS = {
    "scanned": "scans", "pregnancy ended": "earlier", "cerclage placed": "earlier", "suture removed": "earlier",
}  # fmt: skip
"""Whose facts an action carries, where they are not this pregnancy's."""
_RECORD = re.compile(r"^(\w+)\[(\d+)\]$")
_MEASURED = re.compile(r"[\d.]+(\.\.[\d.]+)?|\d+w\d+d")
"""A number typed without its unit, or a gestation in figures: nobody's own words, so it is shown with its unit."""
_SUTURE = {"technique": "cerclage_technique", "indication": "cerclage", "route": "cerclage_route"}


def told_in(action: str, data: Mapping[str, Any], protocol: Protocol, language: Language) -> list[dict[str, str]]:
    """What one event carries, as labels and values, in the order it was told."""
    if action == "answered":
        return _answer(data, language)
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
        elif name == "language":
            shown = WORDS[f"register.language.{value}"][language]
        elif name == "before":
            parts = (f"{one['label']} {one['value']}" for one in told_in(action, value, protocol, language))
            shown = WORDS["woman.semicolon"][language].join(parts)
        elif name == "outcome" and f"woman_tried.{value}" in WORDS and action == "called":
            shown = WORDS[f"woman_tried.{value}"][language]
        else:
            shown = _said(value, fact, language)
        found.append({"label": _label(name, fact, language), "value": shown})
    return found


def _answer(data: Mapping[str, Any], language: Language) -> list[dict[str, str]]:
    """One answer of the history: the question and what was said, who told it, and her own words."""
    key, said = str(data.get("key", "")), data.get("said")
    word = WORDS.get(f"told.{said}")
    shown = _said(said, _asked(key), language) if word is None else word[language]
    found = [{"label": _question(key, language), "value": shown}]
    if source := data.get("source"):
        found.append({"label": WORDS["sign.source"][language], "value": source_in(source, language)})
    if words := data.get("words"):
        found.append(
            {"label": WORDS["history.words"][language], "value": format_html("{}", words)}
        )  # safe: her marks stay hers
    return found


def source_in(source: str | None, language: Language) -> str:
    """Who told a fact, in words; as it stands where these words do not know it."""
    word = WORDS.get(f"sign.source.{source}")
    return (source or "") if word is None else word[language]


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
    if found := _RECORD.match(key):
        return record_name(found[1], int(found[2]), language)
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
    apart = WORDS["woman.semicolon"][language]
    if isinstance(value, Mapping):
        facts = {name: VOCABULARY.facts.get(name) for name in value}
        named = {_label(name, fact, language): _said(value[name], fact, language) for name, fact in facts.items()}
        return apart.join(f"{label} {said}" for label, said in named.items())
    if isinstance(value, list | tuple):
        return apart.join(_said(one, fact, language) for one in value)
    yes, no, unknown = (YES, NO, UNKNOWN_WORD) if fact is None else answers_of(fact)
    if isinstance(value, bool):
        return (yes if value else no)[language]
    text = str(value)
    if fact is not None and fact.unit is not None and _MEASURED.fullmatch(text):
        return _measured(fact, text, language)
    if fact is not None:
        for option, label in fact.options:
            if option == text:
                return label[language]
    if text.lower() in ("yes", "no") and text.lower() in YES_WORDS | NO_WORDS:
        return (yes if text.lower() == "yes" else no)[language]
    return unknown[language] if text == "unknown" else text


def _measured(fact: Fact, text: str, language: Language) -> str:
    try:
        return value_in(fact, parse_value(fact, text), language)
    except ValueError:
        return text
