"""How many lines stand under each heading and how many women there are, counted by the database as they change.

Triggers keep `Counted` in the transaction of every change, whoever makes it, so that a count is right at every moment
and costs the same in a large ward. `recount` counts everything anew, every night.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Sum

from fullterm.clinic.models import Counted

COUNTED = {"clinic_row": "{}tab", "clinic_woman": "'women'"}
"""The tables that are counted, and under what each of their rows counts ({} is the row)."""


def _now(table: str, of: str) -> str:
    return f"SELECT {of.format('')}, count(*) FROM {table} GROUP BY 1"


def counts() -> dict[str, int]:
    """How many there are of everything that is counted, at this moment."""
    return dict(Counted.objects.order_by().values_list("of").annotate(all=Sum("number")))


def recount() -> None:
    """Count everything anew, and put one row in the place of the many that a day has left."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # whoever is changing a line ends first, and the next one waits
            cursor.execute("LOCK TABLE clinic_counted IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM clinic_counted")
        for table, of in COUNTED.items():
            cursor.execute(f'INSERT INTO clinic_counted ("of", number) {_now(table, of)}')
