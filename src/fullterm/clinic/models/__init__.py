"""What the clinic keeps: a module a matter, all of them read from here.

Tables in `APPEND_ONLY` are never changed or deleted: the database itself refuses (migration 0002 and later ones,
through `clinic.migrations.sql`).
"""

from fullterm.clinic.models.agreement import Agreement, AgreementEvent, Transaction
from fullterm.clinic.models.course import Course
from fullterm.clinic.models.link import Link, LinkUse
from fullterm.clinic.models.people import Change, Hospital
from fullterm.clinic.models.quick import Counted, FoundBy
from fullterm.clinic.models.ward import AccessLog, Event, Role, Row, Run, User, Woman

__all__ = [
    "APPEND_ONLY",
    "AccessLog",
    "Agreement",
    "AgreementEvent",
    "Change",
    "Counted",
    "Course",
    "Event",
    "FoundBy",
    "Hospital",
    "Link",
    "LinkUse",
    "Role",
    "Row",
    "Run",
    "Transaction",
    "User",
    "Woman",
]

APPEND_ONLY = (Event, AccessLog, LinkUse, Change, Hospital, Agreement, AgreementEvent, Transaction)
