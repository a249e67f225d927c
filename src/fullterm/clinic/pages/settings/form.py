"""The form of the hospital's settings."""

from __future__ import annotations

import re
import unicodedata

from fullterm.care.protocol.model import available
from fullterm.clinic.base.form import Field
from fullterm.clinic.base.refused import LONGEST
from fullterm.clinic.base.settings_in_force import LANGUAGES, Saved, read
from fullterm.clinic.models import Hospital
from fullterm.clinic.words import WORDS


class Telephone(Field):
    """A number as it is dialled: her phone dials it when she touches it, in the night and in a fright."""

    def refuses(self, typed: str) -> str | None:
        """What cannot be dialled, in one English sentence; None when it can."""
        if _DIALLED.fullmatch(dialled(typed)):
            return None
        return f"{typed!r} cannot be dialled: write digits, with + - ( ) or spaces between, and nothing else"


_DIALLED = re.compile(r"[+(]{0,2}[0-9](?:[ ()-]*[0-9]){2,19}\)?")


def dialled(typed: str) -> str:
    """A number in the letters a telephone knows: a Chinese keyboard makes them wide."""
    return unicodedata.normalize("NFKC", typed)


def of_hospital(saved: Saved) -> tuple[Field, ...]:
    """The settings, each field with what is in force."""
    told = {
        "name_en": saved.name_en,
        "name_zh": saved.name_zh,
        "telephone": saved.telephone,
        "emergency_telephone": saved.emergency_telephone,
        "protocol": saved.protocol,
        "language": saved.language or "browser",
        "second_step": "yes" if saved.second_step else "no",
    }
    languages = tuple((one or "browser", WORDS[f"hospital.language.{one or 'browser'}"]) for one in LANGUAGES)
    protocols = tuple((name, read(name).title) for name in available())
    choices = {
        "protocol": protocols,
        "language": languages,
        "second_step": (("yes", WORDS["hospital.second_step.yes"]), ("no", WORDS["hospital.second_step.no"])),
    }
    empty = ("telephone", "emergency_telephone")
    return tuple(
        (Telephone if name in empty else Field)(
            name, WORDS[f"hospital.{name}"], "choice" if name in choices else "text", choices.get(name, ()),
            help=WORDS.get(f"hospital.{name}.help"), required=name not in empty, usual=usual,
            longest=getattr(Hospital._meta.get_field(name), "max_length", None) or LONGEST,
        )
        for name, usual in told.items()
    )  # fmt: skip
