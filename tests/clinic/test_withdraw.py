"""An entry withdrawn: struck through and never gone, the record as the others leave it, and a way back."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

import fullterm.clinic
from fullterm.care.record.events import RecordEvent, after, fold
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Event, Row, User, Woman
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic.ward import DAY, LOSSES, PREGNANCY, WOMAN

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
SCAN = {"length": "21 mm", "method": "transvaginal"}


def address(woman: Woman, number: int) -> str:
    return reverse("withdraw", args=(woman.pk, number))


def send(client: Client, woman: Woman, number: int, **typed: str) -> Any:
    page = client.get(address(woman, number)).content.decode()
    kept = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    return client.post(address(woman, number), {**kept, **typed})


def folded(woman: Woman) -> dict[str, Any]:
    return fold(RecordEvent(event.action, event.on, event.data) for event in woman.history.order_by("number"))


def withdrawal(number: int) -> Command:
    return Command("withdrawn", DAY, {"number": number, "reason": "entered in error"})


def test_an_entry_is_withdrawn_and_stays_to_be_read_with_who_when_and_why(ms_wang: Woman, client_of: In) -> None:
    client, before = client_of("nurse"), ms_wang.document
    event = act(ms_wang.pk, Command("scanned", DAY, SCAN), User.objects.get(username="nurse"))
    answer = send(client, ms_wang, event.number, why="typing", more="31, not 21")
    ms_wang.refresh_from_db()

    assert answer["Location"] == reverse("events", args=(ms_wang.pk,)) + f"#e{event.number}"
    assert ms_wang.document == before == folded(ms_wang)
    last = ms_wang.history.latest("number")
    assert (last.action, last.actor.username) == ("withdrawn", "nurse")
    assert last.data == {"number": event.number, "reason": "typing error: 31, not 21"}
    page = client.get(answer["Location"]).content.decode()
    row = re.findall(rf'<tr id="e{event.number}" class="withdrawn">(.*?)</tr>', page, re.DOTALL)[0]
    assert f"withdrawn by nurse on {DAY}" in row
    assert "typing error: 31, not 21" in row
    assert address(ms_wang, event.number) not in row
    assert address(ms_wang, last.number) in page, "the way back"


def test_a_withdrawal_is_withdrawn_and_the_entry_stands_again(ms_wang: Woman, client_of: In, nurse: User) -> None:
    event = act(ms_wang.pk, Command("scanned", DAY, SCAN), nurse)
    ms_wang.refresh_from_db()
    with_it = ms_wang.document
    rows = list(ms_wang.rows.order_by("step").values_list("step", "state", "tab"))
    client = client_of("nurse")
    send(client, ms_wang, event.number, why="error")
    answer = send(client, ms_wang, event.number + 1, why="error")
    ms_wang.refresh_from_db()

    assert ms_wang.document == with_it == folded(ms_wang)
    assert list(ms_wang.rows.order_by("step").values_list("step", "state", "tab")) == rows
    assert "The entry stands again." in client.get(answer["Location"]).content.decode()


def test_today_becomes_what_the_remaining_entries_leave(ms_wang: Woman, doctor: User) -> None:
    before = list(ms_wang.rows.order_by("step").values_list("step", "state", "tab"))
    event = act(ms_wang.pk, Command("declined", DAY, {"step": "cerclage", "reason": "afraid"}), doctor)
    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == "declined"
    act(ms_wang.pk, withdrawal(event.number), doctor)

    assert list(ms_wang.rows.order_by("step").values_list("step", "state", "tab")) == before


def test_a_call_recorded_by_mistake_is_withdrawn_from_today_and_by_night_as_well(ms_wang: Woman, doctor: User) -> None:
    until = (DAY + timedelta(3)).isoformat()
    event = act(ms_wang.pk, Command("called", DAY, {"step": "cerclage", "outcome": "promised", "until": until}), doctor)
    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == "promised"
    act(ms_wang.pk, withdrawal(event.number), doctor)

    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == "due"
    worklist.recompute_all(DAY)
    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == "due"


def test_right_after_an_entry_is_saved_undo_leads_to_its_withdrawal(ms_wang: Woman, client_of: In) -> None:
    client, there = client_of("nurse"), reverse("enter", args=(ms_wang.pk, "scan"))
    page = client.get(there).content.decode()
    kept = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    answer = client.post(there, {**kept, "on": DAY.isoformat(), "length": "21"}, follow=True)
    ms_wang.refresh_from_db()

    assert f'<a href="{address(ms_wang, ms_wang.events)}">Undo</a>' in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "This is needed: fill it in"),
        ({"why": "other"}, "Write the reason."),
        ({"why": "tea"}, "none of its options"),
    ],
)
def test_a_withdrawal_needs_its_reason(ms_wang: Woman, client_of: In, typed: dict[str, str], sentence: str) -> None:
    before = ms_wang.events
    answer = send(client_of("nurse"), ms_wang, 1, **typed)
    ms_wang.refresh_from_db()

    assert sentence in answer.content.decode()
    assert ms_wang.events == before


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "depends on it: withdraw that one first"), ("zh-hans", "依赖于这一条：请先撤销第")],
)
def test_what_another_entry_depends_on_is_refused_in_one_sentence_that_names_it(
    ms_wang: Woman, client_of: In, doctor: User, language: str, sentence: str
) -> None:
    client, before = client_of("doctor"), ms_wang.document
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    number = ms_wang.history.filter(action="answered", data__key="earlier").earliest("number").number
    answer = send(client, ms_wang, number, why="woman")  # a lost pregnancy, of which much was told since
    ms_wang.refresh_from_db()

    said = re.findall(r'<p class="refused" role="alert">(.*?)</p>', answer.content.decode())
    assert len(said) == 1
    assert sentence in said[0]
    assert str(number + 1) in said[0]
    assert ms_wang.document == before
    assert 'value="woman" checked' in answer.content.decode()


def test_a_role_withdraws_only_what_it_may_record(ms_wang: Woman, staff: dict[str, User], client_of: In) -> None:
    data = {"technique": "mcdonald", "indication": "history", "route": "vaginal"}
    event = act(ms_wang.pk, Command("cerclage placed", DAY, data), staff["surgeon"])
    with pytest.raises(Refused, match="a nurse may not withdraw 'cerclage placed'"):
        act(ms_wang.pk, withdrawal(event.number), staff["nurse"])
    for name in ("registrar", "administrator", "outsider"):
        with pytest.raises(Refused, match="may not record 'withdrawn'"):
            act(ms_wang.pk, withdrawal(event.number), staff[name])
    page = client_of("nurse").get(address(ms_wang, event.number)).content.decode()
    assert "A nurse may not withdraw" in page
    assert 'name="why"' not in page
    out = act(ms_wang.pk, withdrawal(event.number), staff["surgeon"])
    with pytest.raises(Refused, match="a nurse may not withdraw"):
        act(ms_wang.pk, withdrawal(out.number), staff["nurse"])


def test_somebody_elses_entry_meanwhile_is_said_first(ms_wang: Woman, client_of: In, doctor: User) -> None:
    event = act(ms_wang.pk, Command("scanned", DAY, SCAN), doctor)
    client = client_of("nurse")
    page = client.get(address(ms_wang, event.number)).content.decode()
    kept = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    act(ms_wang.pk, Command("answered", DAY, {"key": "bleeding", "said": "yes"}), doctor)
    answer = client.post(address(ms_wang, event.number), {**kept, "why": "typing", "more": "kept"}).content.decode()

    assert "doctor" in answer
    assert ">kept</textarea>" in answer
    assert not ms_wang.history.filter(action="withdrawn").exists()


def test_a_suture_withdrawn_is_not_what_the_saved_page_shows(ms_wang: Woman, client_of: In, doctor: User) -> None:
    data = {"technique": "mcdonald", "indication": "history", "route": "vaginal", "material": "Mersilene"}
    event = act(ms_wang.pk, Command("cerclage placed", DAY, data), doctor)
    there = reverse("enter", args=(ms_wang.pk, "cerclage")) + "?saved=1"
    assert "Mersilene" in client_of("doctor").get(there).content.decode()
    act(ms_wang.pk, withdrawal(event.number), doctor)
    assert "Mersilene" not in client_of("doctor").get(there).content.decode()


# ---- whatever is recorded and withdrawn

POOL: tuple[tuple[str, int, dict[str, Any]], ...] = (
    ("pregnancy began", 0, PREGNANCY),
    ("pregnancy began", 1, {**PREGNANCY, "due": "2026-10-20", "correction": "yes"}),
    ("scanned", 2, SCAN), ("scanned", 3, {**SCAN, "length": "19 mm"}),
    ("examined", 3, {"dilatation": "2 cm", "bleeding": "no"}),
    ("cerclage placed", 3, {"technique": "mcdonald", "indication": "history", "route": "vaginal"}),
    ("suture removed", 5, {}),
    ("pregnancy ended", 6, {"outcome": "loss"}),
    ("pregnancy began", 100, {"due": "2027-01-20", "dating": "crl"}),
    ("declined", 3, {"step": "scans", "reason": "far"}), ("done", 3, {"step": "correct-uterus"}),
    ("called", 3, {"step": "cerclage", "outcome": "coming"}),
    ("answered", 0, {"key": "earlier", "said": "another"}),
    ("answered", 0, {"key": "earlier[2]", "said": "withdrawn"}),
    *(("answered", 0, {"key": f"earlier[{n}].{name}", "said": said})
      for n, loss in enumerate(LOSSES, 1) for name, said in list(loss.items())[:3]),
    *(("answered", 0, {"key": key, "said": said}) for key, said in list(WOMAN.items())[:4]),
    ("answered", 0, {"key": "pregnant", "said": "no"}),
)  # fmt: skip
LATER = DAY + timedelta(200)


@given(st.integers(0, 2**32))
@tried(max_examples=8, derandomize=True, deadline=None, database=None,
       suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_the_record_is_the_fold_of_the_events_that_remain(
    doctor: User, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Any entries and any withdrawals, refused ones among them; every step on the database this suite runs on."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: LATER)
    random = Random(seed)
    with transaction.atomic():
        woman = Woman.objects.create(number=f"H-{seed}", name="somebody")
        with patch.object(worklist, "recompute"):
            for _ in range(25):
                _something(random, woman, doctor)
                woman.refresh_from_db()
                assert woman.document == remaining(woman)
        assert woman.document == folded(woman)
        transaction.set_rollback(True)


def _something(random: Random, woman: Woman, doctor: User) -> None:
    if woman.events and random.random() < 0.35:
        deed = Command("withdrawn", LATER, {"number": random.randint(1, woman.events), "reason": "entered in error"})
    else:
        action, days, data = random.choice(POOL)
        deed = Command(action, DAY + timedelta(days), data, key=uuid.uuid4())
    with suppress(Refused):
        act(woman.pk, deed, doctor)


def remaining(woman: Woman) -> dict[str, Any]:
    """The events no standing withdrawal names, carried out one after another: the rule at its plainest."""
    events = {one.number: one for one in Event.objects.filter(woman=woman)}

    def stands(number: int) -> bool:
        return not any(
            one.action == "withdrawn" and one.data["number"] == number and stands(one.number) for one in events.values()
        )

    document: dict[str, Any] = {}
    for number in sorted(events):
        if stands(number):
            one = events[number]
            document = after(document, RecordEvent(one.action, one.on, one.data, number))
    return document


def test_every_reader_of_her_events_asks_which_still_stand() -> None:
    """`standing` is the one place; the worklist reads for everybody at once and asks
    `care.record.events.standing` itself.
    """
    source = Path(fullterm.clinic.__file__).parent
    readers = {
        path.name
        for path in source.rglob("*.py")
        if re.search(r"(?<!agreement)\.history\.filter\(\s*action", path.read_text(encoding="utf-8"))
    }
    assert readers == {"effective_events.py", "recompute.py"}
