"""Long lists, a page at a time, by where a page begins and not by how many stand before it.

A page by number costs more the further it lies, and skips a line for every line above it that was done meanwhile: on
Today that would be a woman whom nobody calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from django.db.models import BooleanField, F, Field, Func, Model, QuerySet, Value

COUNTED = 1000
"""How far the lines before a page are counted; further on only that there are more."""
M = TypeVar("M", bound=Model)
Place = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ListPage(Generic[M]):
    """Some lines in order, whether more come before and after them, and how many before (None: more than COUNTED)."""

    items: list[M]
    previous: bool
    next: bool
    before: int | None

    @property
    def first(self) -> int | None:
        """The place of the first line in the whole list, from 1."""
        return None if self.before is None else self.before + 1

    @property
    def last(self) -> int | None:
        """The place of the last line in the whole list."""
        return None if self.before is None else self.before + len(self.items)


def page_of(
    rows: QuerySet[M], order: Sequence[str], most: int, *, after: Place | None = None, until: Place | None = None
) -> ListPage[M]:
    """The first `most` rows; or those that follow a place, or those that lead up to one.

    `order`: fields, all ascending or (`-`) all descending, none empty, the last one unique. A place is their values.
    """
    if until is not None:
        found = list(_beyond(rows, _turned(order), until).order_by(*_turned(order))[: most + 1])
        if len(found) > most:
            return _page(rows, order, found[most - 1 :: -1], previous=True, following=True)
        after = None  # fewer than a page lead up to it: the first page, whole
    ahead = rows if after is None else _beyond(rows, order, after)
    found = list(ahead.order_by(*order)[: most + 1])
    if after is not None and not found:  # whatever came there has gone
        return page_of(rows, order, most)
    return _page(rows, order, found[:most], previous=after is not None, following=len(found) > most)


def _page(rows: QuerySet[M], order: Sequence[str], items: list[M], *, previous: bool, following: bool) -> ListPage[M]:
    if not items or not previous:
        return ListPage(items, previous, following, None if previous else 0)
    first = tuple(getattr(items[0], name.removeprefix("-")) for name in order)
    above = _beyond(rows, _turned(order), first).order_by(*_turned(order))
    before = above.values("pk")[: COUNTED + 1].count()
    return ListPage(items, before > 0, following, before if before <= COUNTED else None)


def _beyond(rows: QuerySet[M], order: Sequence[str], place: Place) -> QuerySet[M]:
    """The rows after a place: one comparison of whole rows, which an index in this order answers at once."""
    fields = [cast("Field[Any, Any]", rows.model._meta.get_field(name.removeprefix("-"))) for name in order]
    here = Func(*(F(one.name) for one in fields), template="(%(expressions)s)")
    there = Func(*(Value(v, output_field=f) for v, f in zip(place, fields, strict=True)), template="(%(expressions)s)")
    beyond = " < " if order[0].startswith("-") else " > "
    return rows.filter(Func(here, there, arg_joiner=beyond, template="%(expressions)s", output_field=BooleanField()))


def _turned(order: Sequence[str]) -> list[str]:
    return [name[1:] if name.startswith("-") else f"-{name}" for name in order]
