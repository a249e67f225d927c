"""STUB until the branch `sut` lands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fullterm.care.case import Case


@dataclass(frozen=True, slots=True)
class Suture:
    id: str
    route: str | None = None
    kept: bool = False


def sutures(case: Case, on: date) -> tuple[Suture, ...]:
    return ()


def state(suture: Suture, on: date) -> str:
    return "in"
