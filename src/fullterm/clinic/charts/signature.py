"""Signatures as the pages draw them: what was signed, from its frozen data alone, and what has changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fullterm.care.assess.assessment import Assessment
from fullterm.care.plan.planned import DONE
from fullterm.care.record.events import in_pregnancy
from fullterm.care.signing.changes_since import since
from fullterm.care.signing.signature import sealed
from fullterm.care.signing.snapshot import spoken
from fullterm.clinic.base.effective_events import signatures_of
from fullterm.clinic.charts.windows import ends
from fullterm.clinic.models import Event, User, Woman
from fullterm.clinic.text.event_text import source_in
from fullterm.clinic.text.wording import last_day
from fullterm.clinic.words import WORDS
from fullterm.guidelines.model import DECISIONS
from fullterm.vocabulary.fact import Language

Plain = dict[str, Any]


def to_sign(
    woman: Woman,
    shown: Plain,
    diagnosis: Mapping[str, str],
    decisions: Sequence[Plain],
    signer: User,
    before: Event | None,
    language: Language,
) -> Plain:
    """What a signature's event carries: what `shown` (`care.signing.snapshot`) held, and what was decided upon it."""
    return sealed(
        {
            "version": 1 if before is None else before.data["version"] + 1,
            "diagnosis": dict(diagnosis),
            "decisions": list(decisions),
            "in_pregnancy": in_pregnancy(shown["document"], date.fromisoformat(shown["on"])),
            "language": language,
            "woman": {"number": woman.number, "name": woman.name},
            "signer": {
                "username": signer.username,
                "name": signer.called,
                "role": signer.role,
            },
            "shown": shown,
            "previous": "" if before is None else before.data["hash"],
        }
    )


def latest(woman: Woman) -> Event | None:
    """Her newest signature; None while nothing is signed."""
    return signatures_of(woman).select_related("actor").last()


def notice(event: Event, found: Assessment, language: Language) -> Plain:
    """The signature in a line, and in a few words what has changed since."""
    data = event.data
    changes = since(data["shown"], found)
    counted = {
        name: len(getattr(changes, name)) for name in ("added", "changed", "removed", "causes", "steps", "advice")
    }
    said = [WORDS[f"sign.short.{name}"][language].format(count) for name, count in counted.items() if count]
    said += [WORDS["sign.short.rules"][language]] if changes.rules else []
    return {
        "version": data["version"],
        "by": data["signer"]["name"],
        "on": event.on,
        "changes": said,
    }


def differences(event: Event, found: Assessment, language: Language) -> Plain:
    """Everything that has changed since a signature, in one language."""
    changes = since(event.data["shown"], found)
    names = ("added", "changed", "removed", "causes", "steps", "advice")
    told = {name: spoken(list(getattr(changes, name)), language) for name in names}
    return {"version": event.data["version"], **told, "rules": changes.rules, "any": bool(changes)}


def drawn(shown: Plain, language: Language) -> Plain:
    """What a signature shows, in one language, grouped as the page reads it. Only `shown` is read."""
    told: Plain = spoken(shown, language)
    steps = [one | {"days": ends(one["opens"], last_day(one["closes"]), language)} for one in told["steps"]]
    gestation = next((one["value"] for one in told["facts"] if one["fact"] == "gestation"), "")
    due = (told["pregnancy"] or {}).get("due") or ""
    return told | {
        "gestation": gestation,
        "due": due.replace("..", "至" if language == "zh" else " to "),
        "argued": [one for one in told["causes"] if one["arguments"]],
        "rest": [one for one in told["causes"] if not one["arguments"]],
        "steps": [one for one in steps if one["state"] not in DONE],
        "done": [one for one in steps if one["state"] in DONE],
        "groups": [
            {
                "decision": decision,
                "items": items,
                "applies": sum(one["verdict"] == "applies" and not one.get("still") for one in items),
                "open": sum(one["verdict"] == "cannot_tell" for one in items),
            }
            for decision in DECISIONS
            if (items := [one for one in told["advice"] if one["decision"] == decision])
        ],
        "facts": [one | {"source": source_in(one["source"], language)} for one in told["facts"]],
    }
