"""The outcome with its core outcome set: typed in seconds, added to for months, never told of another pregnancy."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.outcome import Baby, Mother, outcome_of
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.clinic.models import Course, User, Woman
from fullterm.logic.quantity import Span
from tests.clinic import ward
from tests.clinic.ward import address, send

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
OnDay = Callable[[date], None]
PLACED, LOST, BIRTH, LATER = date(2026, 4, 16), date(2026, 6, 8), date(2026, 10, 12), date(2027, 4, 1)


def case_of(woman: Woman) -> Case:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert case is not None
    assert problems == ()
    return case


def born(client: Client, woman: Woman, on_day: OnDay, **typed: str) -> Any:
    on_day(BIRTH)
    return send(client, woman, "end", **{"on": BIRTH.isoformat(), "outcome": "live_birth", "cerclage": "none", **typed})


def test_the_entry_stays_as_short_as_it_was_and_the_set_is_folded_below(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    on_day(BIRTH)
    page = client_of("nurse").get(address(ms_wang, "end")).content.decode()
    before = page.split("<details")[0]

    assert page.count('<details class="group">') == 3
    assert page.count('name="baby1_') == 20, "eight items, with their buttons"
    assert before.count('<div class="field') + before.count("<fieldset") <= 7
    assert "Gestation is reckoned from the dating: 38w5d to 39w2d on 2026-10-12" in page
    assert 'name="baby1_gestation"' not in page


def test_without_touching_the_set_nothing_of_it_is_told(ms_wang: Woman, client_of: In, on_day: OnDay) -> None:
    born(client_of("nurse"), ms_wang, on_day)
    event = ms_wang.history.last()

    assert event is not None
    assert not {"mother", "babies"} & event.data.keys()
    outcome = outcome_of(case_of(ms_wang).pregnancy.outcome)  # type: ignore[union-attr,arg-type]
    assert (outcome.known(), outcome.babies) == (1, (Baby(),))


def test_the_set_is_kept_in_the_event_and_shown_under_that_pregnancy(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("doctor")
    born(client, ms_wang, on_day, baby1_weight="3.12 kg", baby1_survival="alive", mother_infection="no")
    event = ms_wang.history.last()

    assert event is not None
    assert event.data["mother"] == {"infection": "no"}
    assert event.data["babies"] == [{"survival": "alive", "weight": "3120"}]
    outcome = outcome_of(case_of(ms_wang).pregnancy.outcome)  # type: ignore[union-attr,arg-type]
    assert outcome.babies == (Baby(survival="alive", weight=3120),)
    assert outcome.gestation == Span(271, 275)
    page = client.get(reverse("woman", args=[ms_wang.pk])).content.decode()
    third = page.split("<b>3.")[1].split("lanes-picture")[0]
    assert "birth weight: 3120 g" in third
    assert "birth weight" not in page.split("<b>3.")[0]
    events = client.get(reverse("events", args=[ms_wang.pk])).content.decode()
    assert re.search(r"birth weight: </span>3120 g", events)
    assert re.search(r"infection or inflammation of the mother: </span>no", events)


def test_how_it_began_is_told_with_its_end_and_belongs_to_her_history(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("doctor")
    on_day(LOST)
    told = {"painless_dilatation": "yes", "contractions_first": "no", "induced": "no"}
    send(client, ms_wang, "end", on=LOST.isoformat(), outcome="loss", cerclage="none", **told)

    outcome = case_of(ms_wang).pregnancy.outcome  # type: ignore[union-attr]
    assert outcome is not None
    assert {name: outcome.values[name] for name in told} == {
        "painless_dilatation": True, "contractions_first": False, "induced": False,
    }  # fmt: skip
    events = client.get(reverse("events", args=[ms_wang.pk])).content.decode()
    assert re.search(r"the cervix opened without pain: </span>yes", events)
    page = client.get(reverse("woman", args=[ms_wang.pk])).content.decode()
    assert "the cervix opened without pain" in page.split("<b>3.")[1].split("lanes-picture")[0]


def test_an_end_by_doctors_is_not_counted_as_by_itself(ms_wang: Woman, client_of: In, on_day: OnDay) -> None:
    on_day(PLACED)
    send(client_of("surgeon"), ms_wang, "cerclage", on=PLACED.isoformat(), technique="mcdonald", indication="history")
    born(client_of("doctor"), ms_wang, on_day, induced="yes", suture="out", removed_on=BIRTH.isoformat())
    assert Course.objects.get(woman=ms_wang, ours=True).ending == "otherwise"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "looks like kilograms: write 3100 g"), ("zh-hans", "像是以千克为单位：请写3100 g")],
)
def test_kilograms_are_asked_about_in_the_readers_words_and_the_set_stays_open(
    ms_wang: Woman, client_of: In, on_day: OnDay, language: str, sentence: str
) -> None:
    client = client_of("doctor")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = born(client, ms_wang, on_day, baby1_weight="3.1").content.decode()

    assert sentence in page
    assert '<details class="group" open>' in page
    assert ms_wang.history.filter(action="pregnancy ended").count() == 0


def test_a_weight_nobody_would_expect_is_asked_about_once_and_never_refused(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("doctor")
    page = born(client, ms_wang, on_day, baby1_weight="900").content.decode()
    assert "900 g at 38w5d to 39w2d is unusual" in page
    assert 'name="weighed"' in page
    born(client, ms_wang, on_day, baby1_weight="900", weighed="yes")

    outcome = outcome_of(case_of(ms_wang).pregnancy.outcome)  # type: ignore[union-attr,arg-type]
    assert outcome.babies[0].weight == 900


def test_twins_have_a_group_each(ms_wang: Woman, client_of: In, doctor: User, on_day: OnDay) -> None:
    ward.tell(ms_wang, doctor, "answered", key="fetuses", said="2")
    client = client_of("doctor")
    born(client, ms_wang, on_day, baby1_weight="2400", baby2_weight="2250", baby2_respiratory="yes")
    page = client.get(reverse("woman", args=[ms_wang.pk])).content.decode()

    outcome = outcome_of(case_of(ms_wang).pregnancy.outcome)  # type: ignore[union-attr,arg-type]
    assert [one.weight for one in outcome.babies] == [2400, 2250]
    assert "baby 2: birth weight: 2250 g" in page


def test_where_there_is_no_pregnancy_to_end_the_page_says_so_before_anything_is_typed(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("nurse")
    nobody = Woman.objects.create(number="W-9", name="Li Na")
    assert "No pregnancy of hers is recorded" in client.get(address(nobody, "end")).content.decode()
    born(client, ms_wang, on_day)
    page = client.get(address(ms_wang, "end")).content.decode()
    assert "The end of this pregnancy is recorded" in page
    assert 'name="outcome"' not in page


# ---- months later


def test_a_follow_up_is_added_to_the_pregnancy_it_belongs_to_while_another_goes_on(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("nurse")
    born(client, ms_wang, on_day, baby1_weight="3120")
    on_day(LATER)
    send(client, ms_wang, "begin", by="lmp", day="2027-01-11", within="7", on=LATER.isoformat())
    before = known_on(case_of(ms_wang), LATER).facts
    send(client, ms_wang, "followed", of=BIRTH.isoformat(), on=LATER.isoformat(), baby1_neurodevelopment_early="no",
         mother_died="no")  # fmt: skip
    case = case_of(ms_wang)

    assert outcome_of(case.earlier[2]).babies == (Baby(weight=3120, neurodevelopment_early=False),)
    assert outcome_of(case.earlier[2]).mother == Mother(died=False)
    assert [one.core for one in case.earlier[:2]] == [(), ()]
    assert known_on(case, LATER).facts == before
    events = [RecordEvent(one.action, one.on, one.data) for one in ms_wang.history.all()]
    assert fold(events) == ms_wang.document


def test_her_page_leads_to_the_follow_up_of_that_pregnancy(ms_wang: Woman, client_of: In, on_day: OnDay) -> None:
    client = client_of("nurse")
    born(client, ms_wang, on_day)
    page = client.get(reverse("woman", args=[ms_wang.pk])).content.decode()
    there = address(ms_wang, "followed") + "?of=2026-10-12"

    assert there in page
    assert page.count("?of=") == 1, "a pregnancy told without its day cannot be followed up"
    assert re.search(r'value="2026-10-12" selected', client.get(there).content.decode())


def test_a_follow_up_that_tells_nothing_or_of_a_baby_there_was_not_is_refused(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("nurse")
    born(client, ms_wang, on_day)
    empty = send(client, ms_wang, "followed", of="2026-10-12", on=BIRTH.isoformat()).content.decode()
    early = send(client, ms_wang, "followed", of="2026-10-12", on="2026-10-11", mother_died="no").content.decode()
    elsewhere = send(client, ms_wang, "followed", of="2026-01-01", on=BIRTH.isoformat(), mother_died="no")

    assert "Nothing is told of the outcome: tell at least one item" in empty
    assert "lies before the pregnancy ended" in early
    assert "is none of its options" in elsewhere.content.decode()
    assert ms_wang.history.filter(action="followed").count() == 0


@pytest.mark.parametrize(("language", "at"), [("en", "38w5d to 39w2d"), ("zh-hans", "38周5天至39周2天")])
def test_which_pregnancy_is_followed_up_is_said_in_the_readers_words(
    ms_wang: Woman, client_of: In, on_day: OnDay, language: str, at: str
) -> None:
    client = client_of("nurse")
    born(client, ms_wang, on_day)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    assert f"2026-10-12 · {at}<" in client.get(address(ms_wang, "followed")).content.decode()


def test_where_nothing_has_ended_the_page_says_so(ms_wang: Woman, client_of: In) -> None:
    page = client_of("nurse").get(address(ms_wang, "followed")).content.decode()

    assert "nothing can be followed up" in page
    assert "<details" not in page
