"""What keeps the lists quick however many women are in care: under what each is found, and how many there are of what.

Both are derived, never records. `FoundBy` is kept by `Woman` (`ward.Women`), `Counted` by the database itself
(`clinic.derived.counters`); why so: docs/decisions/14-the-speed-of-a-large-ward.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

SHORTEST_PHONE = 3
"""Digits of a telephone number that are worth looking for."""


class FoundBy(models.Model):
    """One beginning by which a woman is found; any part of a name begins one of its ends.

    `key` is folded text as UTF-8 bytes, because bytes have one order on every database, whatever language it speaks.
    """

    woman = models.ForeignKey("Woman", on_delete=models.CASCADE, related_name="found_by")
    kind = models.CharField(max_length=8)
    key = models.BinaryField(max_length=512)

    class Meta:
        indexes = (models.Index(fields=("kind", "key", "woman"), name="found_by_beginning"),)


class Counted(models.Model):
    """How many there are of something: the sum of `number` over its rows.

    `of` is a heading of Today, for its lines, or WOMEN. Whoever adds a line adds a row here and waits for nobody
    (PostgreSQL), or changes the only one (SQLite, where nobody else writes meanwhile).
    """

    of = models.CharField(max_length=16)
    number = models.BigIntegerField()


WOMEN = "women"
"""What `Counted` calls the women in care."""


def fold(text: str) -> str:
    """Letters and digits alone, without case, accents, width or marks between: `Wáng  Xiù·Lán` is `wangxiulan`."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if letter.isalnum())


def digits_of(text: str) -> str:
    """The digits of a telephone number, however it is written."""
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())


def beginnings(number: str, name: str, phone: str) -> Iterator[tuple[str, bytes]]:
    """Everything by whose beginning a woman is found: its kind and its key."""
    folded, digits = fold(name), digits_of(phone)
    yield from {("name", folded[start:].encode()) for start in range(len(folded))}
    yield "number", fold(number).encode()
    if digits:
        yield "phone", digits.encode()
        yield "enohp", digits[::-1].encode()


def sought_by(sought: str) -> Iterator[tuple[str, bytes]]:
    """The beginnings that what somebody typed may be, the surest first."""
    folded, digits = fold(sought), digits_of(sought)
    if folded:
        yield "number", folded.encode()
        yield "name", folded.encode()
    if len(digits) >= SHORTEST_PHONE:
        yield "phone", digits.encode()
        yield "enohp", digits[::-1].encode()


def find_by(women: Iterable[Any], found_by: type[models.Model] = FoundBy) -> None:
    """Write down by what these new women are found. Takes the model, because a migration brings its own."""
    rows = (
        found_by(woman_id=one.pk, kind=kind, key=key)
        for one in women
        for kind, key in sorted(beginnings(one.number, one.name, one.phone))
    )
    found_by._default_manager.bulk_create(rows, batch_size=2000)
