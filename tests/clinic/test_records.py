"""The record: what the database refuses, what an action leaves, and what two people at one record see."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from fullterm.care.record.events import RecordEvent, ended_facts, fold, read
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.row import ENDLESS
from fullterm.clinic.models import APPEND_ONLY, AccessLog, Event, Row, User, Woman
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act
from tests.clinic.ward import DAY, LOSSES, PREGNANCY, tell

pytestmark = pytest.mark.django_db
SCAN: dict[str, Any] = {"length": "31 mm", "method": "transvaginal"}


def folded(woman: Woman) -> dict[str, Any]:
    return fold(RecordEvent(event.action, event.on, event.data) for event in woman.history.all())


def value_of(told: Any) -> Any:
    """A fact's value, however much stands beside it."""
    return told["value"] if isinstance(told, dict) else told


# ---- append-only

CHANGES = {
    "an event's reason, by the ORM": lambda: Event.objects.update(reason="rewritten"),
    "one event, saved again": lambda: Event.objects.earliest("number").save(),
    "events, deleted by the ORM": lambda: Event.objects.all().delete(),
    "an event, by SQL": lambda: connection.cursor().execute("UPDATE clinic_event SET reason = 'rewritten'"),
    "an event, deleted by SQL": lambda: connection.cursor().execute("DELETE FROM clinic_event WHERE number = 1"),
    "a reading, by the ORM": lambda: AccessLog.objects.update(page="nothing"),
    "readings, deleted by the ORM": lambda: AccessLog.objects.all().delete(),
    "a reading, by SQL": lambda: connection.cursor().execute("UPDATE clinic_reading SET page = 'nothing'"),
    "a reading, deleted by SQL": lambda: connection.cursor().execute("DELETE FROM clinic_reading"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_database_refuses_to_change_or_delete(change: Any, ms_wang: Woman, doctor: User) -> None:
    AccessLog.objects.create(woman=ms_wang, actor=doctor, page="woman")
    before = list(Event.objects.values()), list(AccessLog.objects.values())
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        change()
    assert (list(Event.objects.values()), list(AccessLog.objects.values())) == before


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_database_refuses_every_change_to_every_table_of_the_record(model: Any) -> None:
    """Also on an empty table (PostgreSQL) and by a row in another's place (SQLite): the triggers are there."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            there = {name for (name,) in cursor.fetchall()}
            assert {f"{table}_no_{verb}" for verb in ("update", "delete", "replace")} <= there
            return
        for change in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
                cursor.execute(change)


@pytest.mark.parametrize("left_out", ["id", "key", "number"])
def test_no_event_takes_the_place_of_another(left_out: str, ms_wang: Woman) -> None:
    """The same event with another reason: by its id, by its key, by its place in her record."""
    before = list(Event.objects.values())
    told = {f'"{one.column}"': f'"{one.column}"' for one in Event._meta.concrete_fields} | {'"reason"': "'rewritten'"}
    other = {"id": "1000000000", "key": f"'{uuid.uuid4().hex}'", "number": "1000000"}
    told |= {f'"{name}"': value for name, value in other.items() if name != left_out}
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    sql = f"{verb} INTO clinic_event ({', '.join(told)}) SELECT {', '.join(told.values())} FROM clinic_event WHERE "
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql + "number = 1")
    assert list(Event.objects.values()) == before


def test_the_tables_cannot_be_emptied_at_once_either(ms_wang: Woman) -> None:
    if connection.vendor != "postgresql":
        return  # SQLite has no TRUNCATE
    connection.check_constraints()  # a table with checks still to come cannot be emptied anyway
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        connection.cursor().execute("TRUNCATE clinic_event CASCADE")
    assert Event.objects.count() == ms_wang.events


def test_neither_a_woman_nor_whoever_wrote_in_her_record_can_be_deleted(ms_wang: Woman, doctor: User) -> None:
    for one in (ms_wang, doctor):
        with pytest.raises(DatabaseError), transaction.atomic():
            one.delete()


# ---- the record is its events


def test_the_stored_document_is_what_the_events_leave(ms_wang: Woman) -> None:
    assert folded(ms_wang) == ms_wang.document
    assert [event.number for event in ms_wang.history.all()] == list(range(1, ms_wang.events + 1))


def test_ms_wangs_record_reads_as_the_case_she_told(ms_wang: Woman) -> None:
    case, problems = read(ms_wang.document)
    assert problems == ()
    assert case is not None
    assert len(case.earlier) == len(LOSSES)
    assert case.earlier_complete


def test_an_action_leaves_its_event_with_who_when_and_why_and_the_rows_of_today(
    ms_wang: Woman, surgeon: User, on_day: Callable[[date], None]
) -> None:
    on_day(DAY + timedelta(8))
    deed = Command(
        "cerclage placed", DAY + timedelta(8), {"indication": "history", "technique": "mcdonald"}, "as planned"
    )
    event = act(ms_wang.pk, deed, surgeon)
    assert (event.actor, event.on, event.reason, event.number) == (surgeon, deed.on, "as planned", ms_wang.events + 1)
    ms_wang.refresh_from_db()
    assert ms_wang.document["pregnancy"]["cerclage"][0]["technique"] == "mcdonald"
    rows = {(row.step, row.state, row.tab) for row in ms_wang.rows.all()}
    assert rows == {
        (line.planned.step.id, line.planned.state, line.tab) for line in worklist.lines_of(ms_wang, deed.on)
    }


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("scanned", {"length": "3"}),
        ("answered", {"key": "curettages", "said": "perhaps"}),
        ("pregnancy began", {"due": "2027-01-01"}),
        ("something else", {}),
    ],
)
def test_an_action_that_cannot_stand_changes_nothing_and_says_why(
    action: str, data: dict[str, Any], ms_wang: Woman, doctor: User
) -> None:
    before = ms_wang.document, ms_wang.events, Event.objects.count(), list(Row.objects.values())
    with pytest.raises(Refused) as refused:
        act(ms_wang.pk, Command(action, DAY, data), doctor)
    assert len(str(refused.value)) > 10
    ms_wang.refresh_from_db()
    assert (ms_wang.document, ms_wang.events, Event.objects.count(), list(Row.objects.values())) == before


def test_a_role_records_only_what_is_its_own(ms_wang: Woman, staff: dict[str, User]) -> None:
    placed = Command("cerclage placed", DAY, {"indication": "history"})
    for name in ("nurse", "registrar", "administrator", "outsider"):
        with pytest.raises(Refused):
            act(ms_wang.pk, placed, staff[name])
    staff["doctor"].is_active = False
    with pytest.raises(Refused):
        act(ms_wang.pk, placed, staff["doctor"])


def test_rows_are_rebuilt_from_the_record_alone(ms_wang: Woman) -> None:
    def rows() -> list[dict[str, Any]]:
        return [{**row, "id": None} for row in Row.objects.order_by("step").values()]

    before = rows()
    assert before
    Row.objects.all().delete()
    run = worklist.recompute_all(DAY)
    assert rows() == before
    assert (run.women, run.left_out, run.finished is not None) == (1, [], True)
    worklist.recompute_all(DAY)
    assert rows() == before, "running twice is running once"


def test_one_record_that_cannot_be_computed_never_stops_the_others(ms_wang: Woman) -> None:
    Woman.objects.create(number="W-0", name="somebody", document={"told": "no day at all"}, events=1)
    run = worklist.recompute_all(DAY)
    assert run.finished is not None
    assert run.women == 1
    assert [one.split(":")[0] for one in run.left_out] == ["W-0"]
    assert "somebody" not in str(run.left_out)


# ---- law 4: windows move with the due date, day for day


def windows(woman: Woman) -> dict[str, tuple[date | None, date | None]]:
    return {row.step: (row.opens, row.closes) for row in woman.rows.all() if row.opens is not None}


def moved(windows: dict[str, tuple[date | None, date | None]], days: int) -> dict[str, tuple[date | None, date | None]]:
    def by(day: date | None) -> date | None:
        return day if day in (None, ENDLESS) else day + timedelta(days)  # type: ignore[operator]  # a day here

    return {step: (by(opens), by(closes)) for step, (opens, closes) in windows.items()}


@pytest.mark.parametrize("days", [-3, -2, -1, 1, 2])
def test_a_corrected_due_date_moves_every_window_by_as_many_days(ms_wang: Woman, doctor: User, days: int) -> None:
    before = windows(ms_wang)
    due = date.fromisoformat(PREGNANCY["due"]) + timedelta(days)
    tell(ms_wang, doctor, "pregnancy began", dating="crl", due=due.isoformat(), within="2d", correction="yes")
    after = windows(ms_wang)
    assert before
    assert after.keys() & before.keys()
    assert {step: ends for step, ends in after.items() if step in before} == {
        step: ends for step, ends in moved(before, days).items() if step in after
    }


@pytest.mark.parametrize("days", [326, 366, 694, 695, 1461])
def test_the_same_pregnancy_later_has_the_same_windows_later(
    doctor: User, on_day: Callable[[date], None], days: int
) -> None:
    """Over the ends of months and years, into summer time and out of it, and over 29 February 2028."""

    def told(number: str, later: int) -> dict[str, tuple[date | None, date | None]]:
        on = DAY + timedelta(later)
        on_day(on)
        woman = Woman.objects.create(number=number, name=number)
        due = date.fromisoformat(PREGNANCY["due"]) + timedelta(later)
        tell(woman, doctor, "pregnancy began", on, **{**PREGNANCY, "due": due.isoformat()})
        for key, said in (("earlier", "yes"), *((f"earlier[1].{name}", said) for name, said in LOSSES[0].items())):
            tell(woman, doctor, "answered", on, key=key, said=said)
        tell(woman, doctor, "answered", on, key="earlier[1].painless_dilatation", said="yes")
        tell(woman, doctor, "cerclage placed", on, technique="mcdonald", indication="history")
        on_day(on + timedelta(200))
        worklist.recompute(woman, on + timedelta(200))
        return windows(woman)

    first, later = told("first", 0), told("later", days)
    assert "removal" in first
    assert later == moved(first, days)


# ---- law 5: one pregnancy never leaks into another


def test_nothing_recorded_in_one_pregnancy_touches_another(
    ms_wang: Woman, doctor: User, on_day: Callable[[date], None]
) -> None:
    on_day(DAY + timedelta(600))
    tell(ms_wang, doctor, "cerclage placed", DAY + timedelta(8), indication="history", technique="mcdonald")
    tell(ms_wang, doctor, "scanned", DAY + timedelta(20), **SCAN)
    tell(ms_wang, doctor, "suture removed", DAY + timedelta(170))
    case, _ = read(ms_wang.document)
    assert case is not None
    assert case.pregnancy is not None
    left = ended_facts(case.pregnancy)
    ended = DAY + timedelta(185)
    tell(ms_wang, doctor, "pregnancy ended", ended, outcome="live_birth", gestation="38w3d")
    first_two = ms_wang.document["earlier"]["pregnancies"][:2]
    began = ended + timedelta(300)
    tell(ms_wang, doctor, "pregnancy began", began, **{**PREGNANCY, "due": (began + timedelta(200)).isoformat()})

    assert ms_wang.document["earlier"]["pregnancies"][:2] == first_two
    third = ms_wang.document["earlier"]["pregnancies"][2]
    assert {name: value_of(third[name]) for name in left} == left
    kept = ms_wang.document["earlier"]
    tell(ms_wang, doctor, "scanned", began + timedelta(40), **SCAN)
    tell(ms_wang, doctor, "answered", began + timedelta(40), key="bleeding", said="yes")
    assert ms_wang.document["earlier"] == kept, "what is recorded now leaves the earlier pregnancies as they were"
    new = ms_wang.document["pregnancy"]
    assert "cerclage" not in new, "the earlier suture is not this pregnancy's"
    assert "removed" not in new
    assert folded(ms_wang) == ms_wang.document


def test_nothing_recorded_for_one_woman_touches_another(ms_wang: Woman, doctor: User) -> None:
    other = Woman.objects.create(number="W-2", name="another")
    before = ms_wang.document, list(ms_wang.history.values()), list(ms_wang.rows.values())
    tell(other, doctor, "pregnancy began", **PREGNANCY)
    tell(other, doctor, "scanned", **SCAN)
    ms_wang.refresh_from_db()
    assert (ms_wang.document, list(ms_wang.history.values()), list(ms_wang.rows.values())) == before


# ---- two people, one record


def test_the_second_of_two_is_refused_with_what_the_first_did_and_loses_nothing(
    ms_wang: Woman, doctor: User, nurse: User
) -> None:
    seen = ms_wang.events
    first = act(ms_wang.pk, Command("scanned", DAY, SCAN), nurse, seen=seen)
    second = Command("answered", DAY, {"key": "bleeding", "said": "yes"}, "she telephoned", uuid.uuid4())
    with pytest.raises(Changed, match="nurse has changed this record") as refused:
        act(ms_wang.pk, second, doctor, seen=seen)
    assert refused.value.since == [first]
    ms_wang.refresh_from_db()
    assert ms_wang.events == seen + 1
    event = act(ms_wang.pk, second, doctor, seen=ms_wang.events)  # the very same deed, once the nurse's is seen
    ms_wang.refresh_from_db()
    assert (event.number, event.data) == (seen + 2, second.data)
    assert ms_wang.document["pregnancy"]["scans"]["scans"][-1]["length"] == "31 mm", "the first one's is kept"


def test_the_same_request_sent_twice_is_carried_out_once(ms_wang: Woman, doctor: User) -> None:
    deed = Command("scanned", DAY, SCAN, key=uuid.uuid4())
    seen = ms_wang.events
    first = act(ms_wang.pk, deed, doctor, seen=seen)
    again = act(ms_wang.pk, deed, doctor, seen=seen)
    assert first == again
    ms_wang.refresh_from_db()
    assert ms_wang.events == seen + 1
    assert len(ms_wang.document["pregnancy"]["scans"]["scans"]) == 1


def test_a_woman_is_never_named_by_what_reaches_a_log(ms_wang: Woman) -> None:
    assert ms_wang.name not in f"{ms_wang} {ms_wang!r} {ms_wang.history.first()!r} {ms_wang.rows.first()!r}"
