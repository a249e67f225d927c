"""Today: the nurse's morning, through the pages and the database."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from fullterm.care.assess.assessment import assess
from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.plan.worklist import TABS
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.care.signing.signature import is_whole
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import gone
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.charts.signature import latest
from fullterm.clinic.demo import actions as demonstration_deeds
from fullterm.clinic.demo import agreements as demonstration_agreements
from fullterm.clinic.demo import ward as demonstration
from fullterm.clinic.demo.finished import FINISHED
from fullterm.clinic.demo.people import PASSWORD, make_users
from fullterm.clinic.demo.stages import WARD
from fullterm.clinic.demo.stages_pressing import PRESSING
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import AccessLog, Agreement, Event, Row, Run, User, Woman
from fullterm.clinic.pages.today.words import WORDS
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic import ward

pytestmark = pytest.mark.django_db
CLIENTS = Callable[[str], Client]
STEP = "cerclage"


@pytest.fixture
def due(ms_wang: Woman) -> Row:
    """Ms. Wang's cerclage, due on the day of the tests."""
    return Row.objects.get(woman=ms_wang, step=STEP)


def post(client: Client, row: Row, what: str, htmx: bool = False, **typed: Any) -> Any:
    headers = {"HX-Request": "true"} if htmx else {}
    body = {"seen": row.woman.events, "key": uuid.uuid4(), "tab": row.tab, **typed}
    return client.post(f"/today/{row.woman_id}/{row.step}/{what}/", body, headers=headers)


def tab_of(row: Row) -> str:
    return Row.objects.get(woman=row.woman, step=row.step).tab


def finished(on: date, **told: Any) -> Run:
    return Run.objects.create(on=on, finished=timezone.now(), **told)


def test_a_row_says_who_what_when_and_why(client_of: CLIENTS, due: Row) -> None:
    page = client_of("nurse").get("/today/due/").content.decode()
    for shown in (ward.NAME, "W-1", "12+0", "Cerclage", "a late loss with the cervix open", "no call yet", "<svg"):
        assert shown in page
    assert "style=" not in page


def test_the_first_page_is_the_most_pressing_heading_that_has_anybody(client_of: CLIENTS, due: Row) -> None:
    page = client_of("nurse").get("/").content.decode()
    assert 'aria-current="page">Due<' in page.replace("\n", "")
    assert due.step == STEP


@pytest.mark.parametrize("tab", TABS)
def test_an_empty_heading_says_so_in_both_languages(client_of: CLIENTS, tab: str) -> None:
    client = client_of("nurse")
    assert WORDS[f"today.empty.{tab}"].en in client.get(f"/today/{tab}/").content.decode()
    client.cookies["language"] = "zh-hans"
    assert WORDS[f"today.empty.{tab}"].zh in client.get(f"/today/{tab}/").content.decode()


def test_no_other_heading_exists(client_of: CLIENTS) -> None:
    assert client_of("nurse").get("/today/yesterday/").status_code == 404


@pytest.mark.parametrize("role", ["registrar", "administrator", "outsider"])
def test_who_has_no_part_in_care_sees_no_list(client_of: CLIENTS, due: Row, role: str) -> None:
    client = client_of(role)
    assert client.get("/today/").status_code == 403
    assert due.woman.name not in client.get("/", follow=True).content.decode()
    assert post(client, due, "call", said="coming").status_code == 403
    assert client_of("nobody").get("/").status_code == 302


@pytest.mark.parametrize(
    ("said", "tab"),
    [
        ("coming", "due"),
        ("unreachable", "unreachable"),
        ("promised:2026-04-08", "promised"),
        ("declined:today.reason.1", "declined"),
    ],
)
def test_a_call_is_recorded_with_one_button_and_the_row_stays_on_the_list(
    client_of: CLIENTS, due: Row, said: str, tab: str
) -> None:
    response = post(client_of("nurse"), due, "call", said=said)
    assert response.status_code == 302
    assert tab_of(due) == tab
    event = Event.objects.order_by("-number").first()
    assert event is not None
    assert (event.actor.username, event.data["step"]) == ("nurse", STEP)


def test_a_call_opened_from_her_page_leads_back_to_her(client_of: CLIENTS, due: Row) -> None:
    client, her = client_of("nurse"), f"/women/{due.woman_id}/"
    there = f"/today/{due.woman_id}/{STEP}/call/"
    assert f'href="{there}"' in client.get(her).content.decode()
    assert f'<a href="{her}">← {due.woman.name}' in client.get(there).content.decode()
    response = post(client, due, "call", tab="", said="promised:2026-04-08")
    assert (response.status_code, response["Location"], tab_of(due)) == (302, her, "promised")
    assert "Saved" in client.get(her).content.decode()


def test_a_call_from_her_page_makes_the_line_the_list_does_not_have_yet(client_of: CLIENTS, due: Row) -> None:
    Row.objects.filter(woman=due.woman).delete()
    assert post(client_of("nurse"), due, "call", tab="", said="coming").status_code == 302
    assert tab_of(due) == "due"


def test_a_reason_longer_than_its_place_is_refused_and_stays(client_of: CLIENTS, due: Row) -> None:
    answer = post(client_of("nurse"), due, "call", said="declined", why="because " * 60)
    assert answer.status_code == 422
    assert "his is too long: write up to 400 letters" in answer.content.decode()
    assert "because " * 59 in answer.content.decode()


def test_a_refusal_needs_her_reason_and_keeps_it(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    assert post(client, due, "call", said="declined", why="  ").status_code == 422
    assert tab_of(due) == "due"
    post(client, due, "call", said="declined", why="lives too far away")
    assert "lives too far away" in client.get("/today/declined/").content.decode()


def test_a_refusal_is_taken_back_from_its_line_when_she_changes_her_mind(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    there = f"/today/{due.woman_id}/{STEP}/call/"
    assert "changed her mind" not in client.get(there).content.decode()
    post(client, due, "call", said="declined:today.reason.1")
    refusal = f"/women/{due.woman_id}/withdraw/{due.woman.events + 1}/"
    assert f'<a href="{refusal}">She changed her mind' in client.get(there).content.decode()
    assert "she changed her mind" in client.get(refusal).content.decode()
    client.post(refusal, {"seen": due.woman.events + 1, "key": uuid.uuid4(), "why": "changed"})
    assert tab_of(due) == "due"


def test_a_row_is_put_off_with_a_reason_and_a_day_inside_its_window(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    for typed in (
        {"until": "2026-04-10"},
        {"until": "2026-04-06", "why": "away"},
        {"until": "2026-09-01", "why": "away"},
    ):
        response = post(client, due, "snooze", **typed)
        assert response.status_code == 422
        assert typed["until"] in response.content.decode()  # what was typed is still there
    post(client, due, "snooze", until="2026-04-10", why="result awaited")
    assert tab_of(due) == "snoozed"
    worklist.recompute_all(date(2026, 4, 10))
    assert tab_of(due) == "due"


def test_a_row_is_passed_to_a_named_person_and_stays_where_it_is(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    assert post(client, due, "escalate", to="outsider").status_code == 422
    assert post(client, due, "escalate", to="surgeon").status_code == 302
    assert tab_of(due) == "due"
    assert "passed to surgeon" in client.get("/today/due/").content.decode()


def test_whoever_it_is_passed_to_is_told_and_finds_it_in_one_place(client_of: CLIENTS, due: Row) -> None:
    nurse, surgeon = client_of("nurse"), client_of("surgeon")
    assert "passed to you" not in surgeon.get("/today/").content.decode()
    assert WORDS["today.empty.passed"].en in surgeon.get("/today/passed/").content.decode()
    post(nurse, due, "escalate", to="surgeon", why="bleeds")
    assert 'href="/today/passed/">One line is passed to you<' in surgeon.get("/today/").content.decode()
    assert "passed to you" not in nurse.get("/today/").content.decode()
    page = surgeon.get("/today/passed/").content.decode()
    assert ward.NAME in page
    assert "bleeds" in page
    due.woman.refresh_from_db()
    stays = post(surgeon, due, "call", htmx=True, tab="passed", said="promised:2026-04-08").content.decode()
    assert "no longer" not in stays  # under another heading now, and still passed to her
    assert f'id="line-{due.woman_id}-{STEP}"' in stays
    due.woman.refresh_from_db()
    back = post(surgeon, due, "escalate", htmx=True, tab="passed", to="nurse").content.decode()
    assert f'id="line-{due.woman_id}-{STEP}"' not in back
    assert ward.NAME not in surgeon.get("/today/passed/").content.decode()


def test_a_rescue_leads_to_the_emergency_page(client_of: CLIENTS, due: Row) -> None:
    Row.objects.filter(pk=due.pk).update(step="rescue", tab="now")
    page = client_of("nurse").get("/today/now/").content.decode()
    assert f'<a href="/women/{due.woman_id}/emergency/"><strong>Rescue cerclage: decide today<' in page


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "without scripts"])
@pytest.mark.parametrize(
    ("what", "typed"),
    [
        ("call", {"said": "coming"}),
        ("call", {"said": "unreachable"}),
        ("call", {"said": "declined:today.reason.1"}),
        ("snooze", {"until": "2026-04-10", "why": "away"}),
        ("escalate", {"to": "surgeon"}),
    ],
    ids=lambda one: one if isinstance(one, str) else "-".join(one.values()),
)
def test_what_was_just_recorded_is_undone_from_the_sentence_that_says_so(
    client_of: CLIENTS, due: Row, what: str, typed: dict[str, str], htmx: bool
) -> None:
    client = client_of("nurse")
    response = post(client, due, what, htmx=htmx, **typed)
    shown = (response if htmx else client.get(response["Location"])).content.decode()
    number = due.woman.events + 1
    there = f"/women/{due.woman_id}/withdraw/{number}/"
    assert f'<a href="{there}">Undo</a>' in shown
    client.post(there, {"seen": number, "key": uuid.uuid4(), "why": "error"})
    assert tab_of(due) == "due"
    assert "no call yet" in client.get("/today/due/").content.decode()


def test_a_suture_still_in_at_36_weeks_stands_under_now_and_cannot_be_moved(
    client_of: CLIENTS, ms_wang: Woman, doctor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2026, 9, 21)  # 36w0d
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: on)
    placed = {"technique": "mcdonald", "indication": "history", "route": "vaginal"}
    ward.tell(ms_wang, doctor, "cerclage placed", on=date(2026, 4, 16), **placed)
    worklist.recompute_all(on)
    row = Row.objects.get(woman=ms_wang, step="removal")
    assert row.tab == "now"
    client = client_of("nurse")
    assert post(client, row, "snooze", until="2026-09-23", why="busy").status_code == 422
    post(client, row, "call", said="promised:2026-09-23")
    assert tab_of(row) == "now"
    post(client, row, "call", said="declined:today.reason.1")
    assert tab_of(row) == "now"
    ward.tell(ms_wang, doctor, "suture removed", on=on)
    assert not Row.objects.filter(woman=ms_wang, step="removal").exists()


def test_a_line_of_a_woman_who_is_not_pregnant_asks_for_the_suture_and_not_for_her_gestation(
    client_of: CLIENTS, doctor: User
) -> None:
    woman = Woman.objects.create(number="W-2", name="Li Na")
    told = {"pregnant": "no", "earlier": "yes", "earlier[1].outcome": "live_birth", "earlier[1].cerclage": "history"}
    for key, said in told.items():
        ward.tell(woman, doctor, "answered", key=key, said=said)
    assert Row.objects.get(woman=woman, step="removal-after").state == "cannot_tell"
    page = client_of("nurse").get("/today/due/").content.decode()
    for shown in (
        "not pregnant",
        "Ask today: suture through the vagina in place now",
        "not settled yet whether this is for her",
    ):
        assert shown in page
    for untrue in ("date the pregnancy", "Nobody is named yet", "not dated"):
        assert untrue not in page


@pytest.mark.parametrize(
    ("pregnant", "said"),
    [(True, "not dated"), (False, "not pregnant"), (None, "pregnant or not: not known")],
)
def test_without_a_due_date_a_line_says_pregnant_only_as_told(
    client_of: CLIENTS, due: Row, pregnant: bool | None, said: str
) -> None:
    Row.objects.filter(pk=due.pk).update(data={**due.data, "due": None, "pregnant": pregnant})
    assert f'gestation">{said}<' in client_of("nurse").get("/today/due/").content.decode()


@pytest.mark.parametrize(
    ("earliest", "said"), [("2026-04-05", "2 days past its end"), ("2026-04-02", "at least 2 days past its end")]
)
def test_how_long_a_window_is_over_says_at_least_where_the_due_date_leaves_it_open(
    client_of: CLIENTS, due: Row, earliest: str, said: str
) -> None:
    window = [*due.data["window"][:3], [earliest, "2026-04-05"]]  # the first day too late
    Row.objects.filter(pk=due.pk).update(data={**due.data, "window": window}, tab="missed")
    assert f">{said}<" in client_of("nurse").get("/today/missed/").content.decode()


def test_htmx_gets_the_row_alone(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    panel = client.get(f"/today/{due.woman_id}/{STEP}/call/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in panel
    assert 'name="seen"' in panel
    stays = post(client, due, "call", htmx=True, said="coming").content.decode()
    assert stays.lstrip().startswith("<li")
    assert "reached on 2026-04-06" in stays
    moved = post(client, due, "call", htmx=True, said="unreachable").content.decode()
    assert "Unreachable" in moved
    assert f"line-{due.woman_id}" not in moved


def test_without_javascript_the_form_is_a_page_of_its_own(client_of: CLIENTS, due: Row) -> None:
    for what in ("call", "snooze", "escalate"):
        page = client_of("nurse").get(f"/today/{due.woman_id}/{STEP}/{what}/").content.decode()
        assert "<html" in page
        assert 'method="post"' in page


def test_the_second_of_two_nurses_sees_what_the_first_did_and_saves_again(
    client_of: CLIENTS, due: Row, doctor: User
) -> None:
    seen = due.woman.events
    act(due.woman_id, Command("called", ward.DAY, {"step": STEP, "outcome": "unreachable"}), doctor)
    response = post(client_of("nurse"), due, "call", said="declined", why="moved to Wuxi", seen=seen)
    page = response.content.decode()
    assert response.status_code == 409
    assert "doctor has changed this record" in page
    assert "moved to Wuxi" in page
    due.woman.refresh_from_db()
    assert post(client_of("nurse"), due, "call", said="declined", why="moved to Wuxi").status_code == 302


def test_what_one_did_oneself_is_no_surprise(client_of: CLIENTS, due: Row) -> None:
    client = client_of("nurse")
    assert post(client, due, "call", said="unreachable").status_code == 302
    assert post(client, due, "escalate", to="doctor").status_code == 302  # with the page as it was before


def test_the_same_form_sent_twice_is_one_call(client_of: CLIENTS, due: Row) -> None:
    client, key = client_of("nurse"), uuid.uuid4()
    for _ in range(2):
        assert post(client, due, "call", said="unreachable", key=key).status_code == 302
    assert Event.objects.filter(action="called").count() == 1


def test_a_key_used_for_one_woman_records_nothing_for_another(due: Row, nurse: User) -> None:
    other, key = Woman.objects.create(number="W-2", name="Somebody else"), uuid.uuid4()
    deed = Command("called", ward.DAY, {"step": STEP, "outcome": "unreachable"}, key=key)
    act(due.woman_id, deed, nurse)
    with pytest.raises(Refused, match="already used"):
        act(other.pk, deed, nurse)


def test_nothing_is_recorded_for_a_day_still_to_come(due: Row, nurse: User) -> None:
    with pytest.raises(Refused, match="has not come yet"):
        act(due.woman_id, Command("called", date(2026, 4, 7), {"step": STEP, "outcome": "coming"}), nurse)


def test_fifty_rows_a_page_in_a_handful_of_queries(
    client_of: CLIENTS, due: Row, django_assert_max_num_queries: Any
) -> None:
    women = Woman.objects.bulk_create(Woman(number=f"X{n:03}", name=f"Name {n}") for n in range(119))
    Row.objects.bulk_create(
        Row(woman=one, step=STEP, state="open", tab="due", urgency=3, certain=True, opens=due.opens, closes=due.closes,
            data=due.data, computed_on=ward.DAY)
        for one in women
    )  # fmt: skip
    client = client_of("nurse")
    with django_assert_max_num_queries(14):
        page = client.get("/").content.decode()
    assert page.count('class="line ') == 50
    assert "1 to 50 of 120" in page
    assert client.get("/today/due/?after=nonsense").content.decode().count('class="line ') == 50


def test_who_was_looked_at_on_the_list_is_logged_once_a_day(client_of: CLIENTS, due: Row, nurse: User) -> None:
    for _ in range(3):
        client_of("nurse").get("/")
    assert AccessLog.objects.filter(woman=due.woman, actor=nurse, page="list").count() == 1


def test_the_rows_are_those_of_the_plan_on_her_page(ms_wang: Woman) -> None:
    case, _ = read(ms_wang.document)
    assert case is not None
    for later in range(0, 260, 13):
        on = ward.DAY + timedelta(days=later)
        whole = {one.step.id: one for one in assess(case, on, hospital.protocol()).plan}
        for line in worklist.lines_of(ms_wang, on):
            mine = whole[line.planned.step.id]
            assert mine.state in (line.planned.state, "cannot_tell")


# -- every night ------------------------------------------------------------------------------------------------


def test_the_nightly_run_makes_the_rows_the_actions_made(due: Row) -> None:
    before = list(Row.objects.order_by("step").values("step", "tab", "state", "data"))
    for _ in range(2):
        worklist.recompute_all(ward.DAY)
    assert list(Row.objects.order_by("step").values("step", "tab", "state", "data")) == before


def test_one_poisoned_record_is_named_and_stops_nobody(client_of: CLIENTS, due: Row) -> None:
    for number, document in (("BAD-1", {"told": "not a day"}), ("BAD-2", {"told": ["x"], "pregnancy": 3})):
        Woman.objects.create(number=number, name="Zhao Secret", document=document, events=1)
    Row.objects.all().delete()
    out = StringIO()
    with pytest.raises(CommandError, match=r"BAD-1.*BAD-2|BAD-2.*BAD-1") as raised:
        call_command("nightly", stdout=out)
    assert tab_of(due) == "due"
    assert "Zhao" not in str(raised.value) + out.getvalue()
    page = client_of("nurse").get("/").content.decode()
    assert "BAD-1" in page
    assert "Zhao" not in page


def test_the_nightly_run_does_not_ask_the_database_once_a_woman(due: Row, django_assert_max_num_queries: Any) -> None:
    Woman.objects.bulk_create(Woman(number=f"X{n:03}", name=f"Name {n}") for n in range(80))
    with django_assert_max_num_queries(24):
        assert worklist.recompute_all(ward.DAY).women == 81


def test_what_is_recorded_while_the_night_runs_is_not_overwritten(
    due: Row, nurse: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed = worklist._computed

    def meanwhile(women: list[Woman], on: date) -> Any:
        found = computed(women, on)
        act(due.woman_id, Command("called", ward.DAY, {"step": STEP, "outcome": "unreachable"}), nurse)
        return found

    monkeypatch.setattr(worklist, "_computed", meanwhile)
    run = worklist.recompute_all(ward.DAY)
    assert run.women == 1
    assert tab_of(due) == "unreachable"


def test_a_run_that_was_killed_is_begun_again(due: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(worklist, "_replace", killed)
        with pytest.raises(KeyboardInterrupt):
            worklist.recompute_all(ward.DAY)
    assert tab_of(due) == "due"  # what stood there stands there
    assert worklist.recompute_all(ward.DAY).finished is not None


ALARM = WORDS["today.alarm"].en


def alarm(client_of: CLIENTS) -> str:
    page = client_of("nurse").get("/").content.decode()
    return page.partition(ALARM)[2].partition("</section>")[0]


def test_the_alarm_shows_when_the_night_never_ran_or_not_since_yesterday(client_of: CLIENTS, staff: Any) -> None:
    assert "never run" in alarm(client_of)
    finished(ward.DAY - timedelta(days=2))
    assert "last finished for 2026-04-04" in alarm(client_of)
    finished(ward.DAY - timedelta(days=1))
    assert alarm(client_of) == ""


def test_the_alarm_shows_when_the_night_did_not_finish(client_of: CLIENTS, staff: Any) -> None:
    finished(ward.DAY)
    died = Run.objects.create(on=ward.DAY)
    assert alarm(client_of) == ""  # it has only just begun
    Run.objects.filter(pk=died.pk).update(started=timezone.now() - timedelta(hours=2))
    Run.objects.exclude(pk=died.pk).update(started=timezone.now() - timedelta(hours=3))
    assert "did not finish" in alarm(client_of)
    finished(ward.DAY)
    assert alarm(client_of) == ""


# -- the demonstration ward -------------------------------------------------------------------------------------


@pytest.fixture
def small_ward(monkeypatch: pytest.MonkeyPatch) -> None:
    """One woman a stage: the whole ward takes half a minute."""
    monkeypatch.setattr(demonstration, "WARD", tuple((1, stage) for _, stage in WARD))
    monkeypatch.setattr(demonstration, "FINISHED", tuple((1, stage) for _, stage in FINISHED))


def test_the_ward_is_about_300_women() -> None:
    assert sum(count for count, _ in WARD) + 1 == 300
    assert sum(count for count, _ in FINISHED) == 70, "and those whose pregnancy is over, for the registry"


def test_the_ward_is_made_once_and_each_record_is_what_its_events_leave(small_ward: None) -> None:
    made = demonstration.make(ward.DAY)
    assert made == len(WARD) + 1 + len(FINISHED) + len(PRESSING) + 3 == Woman.objects.count()
    assert demonstration.make(ward.DAY) == 0
    for woman in Woman.objects.all():
        told = [RecordEvent(one.action, one.on, one.data) for one in woman.history.order_by("number")]
        assert len(told) == woman.events
        assert fold(told) == woman.document
        assert read(woman.document)[1] == (), woman.number
        assert all(earlier.on <= later.on <= ward.DAY for earlier, later in pairwise(told))
    run = worklist.recompute_all(ward.DAY)
    assert run.left_out == []
    assert set(Row.objects.values_list("tab", flat=True)) == set(TABS)
    first = Woman.objects.get(name="王女士")
    assert Row.objects.get(woman=first, step=STEP).tab == "due"


def test_the_ward_of_one_day_is_always_the_same(small_ward: None, monkeypatch: pytest.MonkeyPatch) -> None:
    demonstration.make(ward.DAY)
    before = list(Woman.objects.order_by("number").values("id", "name", "document"))
    users = make_users()
    draw = Random(demonstration.SEED)
    stories = [demonstration.ms_wang(ward.DAY), *(stage(ward.DAY, draw) for _, stage in WARD)]
    again = [demonstration._woman(n, story, users, Random(1))[0].document for n, story in enumerate(stories, 1)]
    assert [one["document"] for one in before][: len(again)] == again
    draw = Random(demonstration.SEED + 1)
    over = [demonstration._woman(0, stage(ward.DAY, draw), users, Random(1))[0].document for _, stage in FINISHED]
    assert [one["document"] for one in before][len(again) : -3 - len(PRESSING)] == over


def test_ms_wang_lies_there_before_each_of_her_visits(small_ward: None) -> None:
    demonstration.make(ward.DAY)
    worklist.recompute_all(ward.DAY)
    second, first, third, fourth = Woman.objects.filter(name__startswith="王女士").order_by("number")

    assert [one.data["key"] for one in first.history.all()] == ["age"], "the interview begins with her"
    assert Row.objects.get(woman=second, step=STEP).tab == "due"
    assert Row.objects.filter(step="removal", woman=third).exists()
    known = known_on(read(fourth.document)[0] or Case(ward.DAY), ward.DAY).facts
    assert (known.values["pregnant"], known.values["wishes_to_conceive"]) == (False, True)
    assert [one["outcome"] for one in known.lists["earlier"].records] == ["loss", "loss", "live_birth"]


def test_each_emergency_of_the_ward_stands_in_now_and_on_her_first_line(small_ward: None) -> None:
    demonstration.make(ward.DAY)
    worklist.recompute_all(ward.DAY)
    last = Woman.objects.order_by("-number")[3 : 3 + len(PRESSING)]
    for woman, stage in zip(last, reversed(PRESSING), strict=True):
        urgent = [row for row in Row.objects.filter(woman=woman, tab="now") if row.data.get("first")]
        assert urgent, stage.__name__


def test_a_ward_of_few_women_has_as_many_agreements_as_they_bear(small_ward: None) -> None:
    demonstration.make(ward.DAY)
    worklist.recompute_all(ward.DAY)
    made = demonstration_agreements.make(ward.DAY, make_users(), PASSWORD)
    assert made == Agreement.objects.count() > 0


def test_the_ward_has_something_to_show_in_every_room_and_is_not_done_twice(small_ward: None) -> None:
    demonstration.make(ward.DAY)
    worklist.recompute_all(ward.DAY)
    given = demonstration_deeds.make(make_users())
    assert given is not None
    wang = Woman.objects.get(name="王女士")
    signed = latest(wang)
    assert signed is not None
    assert is_whole(signed.data)
    assert {one["choice"] for one in signed.data["decisions"]} == {"accepted", "declined", "deferred"}
    assert set(Event.objects.values_list("action", flat=True)) >= {"withdrawn", "removal arranged", "link given"}
    assert Row.objects.get(woman=wang, step=STEP).tab == "due"
    for woman in Woman.objects.filter(history__on=ward.DAY).distinct():
        assert woman.document == fold(RecordEvent(one.action, one.on, one.data) for one in woman.history.all()), (
            woman.number
        )
    withdrawn = Event.objects.get(action="withdrawn")
    assert withdrawn.data["number"] in gone(withdrawn.woman)
    arranged = Event.objects.get(action="removal arranged").woman
    assert worklist.arranged_for(read(arranged.document)[0], ward.DAY) is not None
    assert Client().post(f"/her/{given.token}/", {"code": given.code})["Location"] == "/her/"
    before = Event.objects.count()
    assert demonstration_deeds.make(make_users()) is None
    assert Event.objects.count() == before


def test_the_ward_is_refused_outside_a_demonstration(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="FULLTERM_DEMO=1"):
        call_command("demonstration")
    assert not Woman.objects.exists()
