"""Sutures on the pages: each listed with where it stands and who answers for it; entries that name theirs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.case.sutures import State, state, sutures
from fullterm.care.record.events import read
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Row, User, Woman
from fullterm.clinic.pages.letters import content as record
from tests.clinic.ward import DAY, address, send, tell

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
OnDay = Callable[[date], None]
PLACED, AGAIN, LATER = date(2026, 4, 16), date(2026, 5, 14), date(2026, 6, 1)
MCDONALD = {"technique": "mcdonald", "route": "vaginal", "indication": "history"}
ABDOMINAL = {"technique": "laparoscopic", "route": "abdominal", "indication": "history"}


def states(woman: Woman, on: date = LATER) -> list[State]:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert case is not None
    assert problems == ()
    return [state(one, on) for one in sutures(case, on)]


def two(woman: Woman, by: User, on_day: OnDay) -> tuple[str, str]:
    """A McDonald suture, later a second one; the entries that placed them."""
    on_day(LATER)
    first = tell(woman, by, "cerclage placed", PLACED, **MCDONALD)
    second = tell(woman, by, "cerclage placed", AGAIN, technique="shirodkar", route="vaginal", indication="ultrasound")
    return str(first.number), str(second.number)


def listed(client: Client, woman: Woman) -> list[str]:
    """The list of her sutures as her page shows it, each in a line of text."""
    page = client.get(reverse("woman", args=[woman.pk])).content.decode()
    found = re.search(r'<ul class="woman-sutures".*?</ul>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL) if found else []
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", one)).strip() for one in items]


def test_each_suture_is_listed_with_its_state_and_who_answers_for_it(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    first, _ = two(ms_wang, surgeon, on_day)
    tell(ms_wang, surgeon, "removal arranged", LATER, remover="Dr Li", suture=first)
    client = client_of("nurse")

    shown = listed(client, ms_wang)
    assert len(shown) == 2
    assert shown[0].startswith("in McDonald (low) · 2026-04-16 Removal arranged: Dr Li")
    assert "Nobody is named yet to take it out" in shown[1]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    assert listed(client, ms_wang)[1].startswith("在位 Shirodkar术 · 2026-05-14 尚未指定拆线人")


def test_an_abdominal_suture_that_nobody_answers_for_says_so(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    on_day(LATER)
    tell(ms_wang, surgeon, "cerclage placed", PLACED, **ABDOMINAL)

    assert listed(client_of("nurse"), ms_wang) == ["in laparoscopic · 2026-04-16 nobody named"]


def test_of_two_sutures_a_removal_says_which_and_the_other_keeps_its_line(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    first, second = two(ms_wang, surgeon, on_day)
    client = client_of("surgeon")
    refused = send(client, ms_wang, "removal", on=LATER.isoformat()).content.decode()
    assert "Which suture" in refused
    assert states(ms_wang) == ["in", "in"]

    send(client, ms_wang, "removal", on=LATER.isoformat(), suture=second)
    assert states(ms_wang) == ["in", "out"]
    ms_wang.refresh_from_db()
    case, _ = read(ms_wang.document)
    assert case is not None
    removal = next(one for one in worklist.plan_as_last_told(case, LATER) if one.step.id == "removal")
    assert (removal.state, removal.suture) == ("not_yet_due", first)
    assert listed(client, ms_wang)[1] == "out Shirodkar (high) · 2026-05-14 · came out 2026-06-01"
    assert first


def test_one_suture_is_not_asked_after(ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay) -> None:
    on_day(LATER)
    tell(ms_wang, surgeon, "cerclage placed", PLACED, **MCDONALD)
    client = client_of("surgeon")
    assert "Which suture" not in client.get(address(ms_wang, "removal")).content.decode()
    send(client, ms_wang, "removal", on=LATER.isoformat())
    assert states(ms_wang) == ["out"]


def test_a_removal_recorded_without_its_name_leaves_both_perhaps_in_on_her_page_and_in_the_letters(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    two(ms_wang, surgeon, on_day)
    tell(ms_wang, surgeon, "suture removed", LATER)
    client = client_of("doctor")

    assert states(ms_wang) == ["may_be_in", "may_be_in"]
    assert [one.split(" McDonald")[0].split(" Shirodkar")[0] for one in listed(client, ms_wang)] == ["may be in"] * 2
    told = record.suture(record.recorded(ms_wang, LATER), "en")
    assert [value for _, value in told].count("McDonald (low, through the vagina) (may be in)") == 1
    assert [value for _, value in told].count("nobody named") == 2


def test_a_suture_from_elsewhere_is_in_although_nobody_knows_its_day_or_kind(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    on_day(LATER)
    client = client_of("nurse")
    send(client, ms_wang, "elsewhere", on=LATER.isoformat(), where="County Hospital", remover="Dr Qin")

    assert states(ms_wang) == ["in"]
    (line,) = listed(client, ms_wang)
    assert line.startswith("in kind not known · day not known Removal arranged: Dr Qin")
    assert Row.objects.filter(woman=ms_wang, step="suture-kind").exists()
    send(client, ms_wang, "elsewhere", on=LATER.isoformat(), technique="mcdonald", placed_on="2026-05")
    assert states(ms_wang) == ["in", "in"]


def test_a_suture_she_comes_with_after_a_birth_elsewhere_needs_no_pregnancy(client_of: In, doctor: User) -> None:
    woman, client = Woman.objects.create(number="E-1", name="somebody"), client_of("nurse")
    tell(woman, doctor, "answered", key="age", said="30")
    send(client, woman, "elsewhere", on=DAY.isoformat(), technique="mcdonald", placed_on="2025-06-01")
    assert states(woman, DAY) == ["in"]


def test_left_in_on_purpose_needs_a_reason_and_is_no_longer_pressed(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    on_day(LATER)
    tell(ms_wang, surgeon, "cerclage placed", PLACED, **MCDONALD)
    client = client_of("surgeon")
    assert "fill it in" in send(client, ms_wang, "left", on=LATER.isoformat()).content.decode()
    send(client, ms_wang, "left", on=LATER.isoformat(), reason="she wishes to keep it")

    assert states(ms_wang) == ["in"]
    assert "left in on purpose, 2026-06-01: she wishes to keep it" in listed(client, ms_wang)[0]


def test_whoever_takes_her_over_is_the_owner_and_undo_takes_it_back(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    on_day(LATER)
    tell(ms_wang, surgeon, "cerclage placed", PLACED, **MCDONALD)
    client = client_of("nurse")
    send(client, ms_wang, "handover", on=LATER.isoformat(), where="County Hospital", who="Dr Qin")
    assert "Dr Qin · County Hospital" in listed(client, ms_wang)[0]

    ms_wang.refresh_from_db()
    tell(ms_wang, surgeon, "withdrawn", LATER, number=ms_wang.events, reason="entered in error")
    assert "County Hospital" not in listed(client, ms_wang)[0]
    assert states(ms_wang) == ["in"]


def test_with_the_end_each_of_two_sutures_is_asked_for(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    two(ms_wang, surgeon, on_day)
    birth = date(2026, 10, 12)
    on_day(birth)
    client = client_of("surgeon")
    send(
        client, ms_wang, "end", on=birth.isoformat(), outcome="live_birth", suture1="out", suture2="in",
        removed_on=birth.isoformat(),
    )  # fmt: skip

    assert states(ms_wang, birth) == ["out", "in"]
    assert Row.objects.filter(woman=ms_wang, step="removal-after").exists()
    on_day(birth + timedelta(60))
    worklist.recompute(ms_wang, birth + timedelta(60))
    assert Row.objects.filter(woman=ms_wang, step="removal-after").exists(), "it is not forgotten when weeks pass"


def test_a_suture_left_in_can_be_recorded_as_out_after_the_pregnancy(
    ms_wang: Woman, surgeon: User, client_of: In, on_day: OnDay
) -> None:
    on_day(LATER)
    tell(ms_wang, surgeon, "cerclage placed", PLACED, **MCDONALD)
    tell(ms_wang, surgeon, "pregnancy ended", LATER, outcome="loss")
    client = client_of("surgeon")
    page = client.get(reverse("woman", args=[ms_wang.pk])).content.decode()

    assert f'href="{address(ms_wang, "removal")}' in page
    send(client, ms_wang, "removal", on=LATER.isoformat())
    assert states(ms_wang) == ["out"]
