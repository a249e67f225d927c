"""The forms of the people who work here."""

from __future__ import annotations

from fullterm.clinic.base.form import Field
from fullterm.clinic.models import Role
from fullterm.clinic.words import WORDS

ROLE = Field(
    "role", WORDS["people.role"], "choice", tuple((one.value, WORDS[f"role.{one.value}"]) for one in Role),
    required=True,
)  # fmt: skip
NAME = Field("name", WORDS["people.name"], required=True, longest=150)
NEW = (
    Field("username", WORDS["people.username"], help=WORDS["people.username.help"], required=True),
    NAME,
    ROLE,
)
"""What an account is made from; its password is made, not typed."""
