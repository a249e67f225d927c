"""The first line on the clinic's pages: one set of sentences in a row of Today, on her page and in an assessment."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.plan.first_line import pressing
from fullterm.care.record.events import read
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.row import KEPT
from fullterm.clinic.models import User, Woman
from fullterm.clinic.pages.letters.content import recorded, removal
from fullterm.clinic.pages.portal.content import hers, page_of, visits_of
from fullterm.clinic.text.wording import written
from fullterm.vocabulary.fact import VOCABULARY, Language
from tests import danger
from tests.clinic import ward
from tests.clinic.through import Ward

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
OnDay = Callable[[date], None]
BOTH: tuple[Language, ...] = ("en", "zh")
SIGNS = ("bleeding", "contractions", "labour", "ruptured_membranes", "infection", "infection_suspected")
WELL = dict.fromkeys((*SIGNS, "fetal_compromise"), "no") | {
    "alive": "yes", "dilatation": "0 cm", "membranes": "not_visible",
}  # fmt: skip
OPEN = {"dilatation": "3 cm", "membranes": "bulging"}
AT_22 = ward.DAY + timedelta(days=7 * 18)
"""The due date of a woman who is 22w0d on the day of the tests."""


def a_woman(number: str, by: User, on: date = ward.DAY, due: date | None = AT_22, **told: str) -> Woman:
    """A woman pregnant since before `on`, examined on it."""
    woman = Woman.objects.create(number=number, name="Zhao Yan", language="en")
    suture = told.pop("suture", "none")
    dated = {} if due is None else {"due": due.isoformat(), "dating": "crl", "within": "0d"}
    ward.tell(woman, by, "pregnancy began", on, **dated, fetuses=told.pop("fetuses", "1"), suture=suture)
    if told:
        ward.tell(woman, by, "examined", on, **told)
    return woman


def words(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.partition("<body")[2])).split())


def read_as(client: Client, language: str, address: str) -> str:
    return words(client.get(address, headers={"accept-language": language}).content.decode())


def first_section(client: Client, woman: Woman) -> str:
    page = client.get(reverse("woman", args=[woman.pk])).content.decode()
    return words("<body " + page.split('class="woman-first', 1)[1].partition(">")[2].split("</section>")[0])


def sentences(line: dict[str, Any]) -> list[str]:
    alone = [line[name] for name in ("title", "told", "check_says", "weigh", "declined", "says", "basis")]
    return [one for one in (*alone, *line["because"], *line["against"]) if one]


# ---- law 8: one first line everywhere


def test_a_row_her_page_and_an_assessment_say_one_first_line_word_for_word(
    doctor: User, client_of: As, on_day: OnDay
) -> None:
    random, client, said = Random(3), client_of("doctor"), set[str]()
    options = {name for name, _ in VOCABULARY.facts["suture"].options}
    for number in range(36):
        told = danger.a_woman(random)
        on_day(told.on)
        due = None if told.gestation is None else danger.DUE
        suture = told.suture if told.suture in options else "none" if told.suture is None else "mcdonald"
        woman = a_woman(f"F-{number}", doctor, told.on, due, **told.signs | {"suture": suture})
        later = told.on + timedelta(days=random.choice([0, 0, 1, 9]))
        on_day(later)
        worklist.recompute(woman, later)
        said |= _agree(woman, client, later)
    assert {"danger", "not_asked", "against", "told", "check_says", "weigh"} <= said, "every sentence was compared"


def _agree(woman: Woman, client: Client, on: date) -> set[str]:
    """The kind of her first line and the sentences on it, once everything that says it has been read."""
    case, problems = read(woman.document)
    assert case is not None
    assert problems == ()
    found = assess(case, on, hospital.protocol())
    rows = [row for row in woman.rows.order_by("urgency", "closes", "id") if "first" in row.data]
    for language in BOTH:
        first = first_line_in(found, language)
        assert [row.step for row in rows] == list(dict.fromkeys(one["step"] for one in first["lines"]))
        assert {row.tab for row in rows} <= {"now"}
        kept = [{name: one[name] for name in KEPT} for one in first["lines"]]
        for row in rows:
            assert row.data["first"][language] in kept
        page, today = read_as(client, language, reverse("woman", args=[woman.pk])), ""
        if rows:
            today = read_as(client, language, reverse("today_tab", args=["now"]))
        for line in first["lines"]:
            for one in written(sentences(line), language):
                assert one in page, (woman.number, one)
                assert one in today, (woman.number, one)
        besides = any(not one.urgent for one in pressing(found.plan))
        said = written(first["beside" if besides else "says"], language)
        assert said is None or said in page, (woman.number, said)
        calm = {"en": "Nothing is pressing today", "zh": "今天没有紧迫事项"}[language]
        assert (calm in page) is (first["kind"] == "calm" and not besides)
    return {str(first["kind"]), *(name for line in first["lines"] for name in KEPT if line[name])}


def test_calm_is_said_only_once_everything_was_asked_and_never_beside_what_could_not_be_read(
    doctor: User, client_of: As
) -> None:
    client = client_of("doctor")
    unasked = a_woman("C-1", doctor, **{**WELL, "bleeding": "unknown", "contractions": "unknown"})
    assert "Nothing pressing was told. Not known today: vaginal bleeding, contractions" in first_section(
        client, unasked
    )
    woman = a_woman("C-2", doctor, **WELL)
    assert first_section(client, woman).strip() == "Nothing is pressing today."
    document = woman.document
    document["pregnancy"]["placenta"] = "somewhere"
    Woman.objects.filter(pk=woman.pk).update(document=document)
    page = first_section(client, woman)
    assert "Part of her record could not be read (1): what stands there may press." in page
    assert "Nothing is pressing" not in read_as(client, "en", reverse("woman", args=[woman.pk]))


def test_a_danger_stands_above_the_entries_and_leads_to_what_settles_it(doctor: User, client_of: As) -> None:
    woman = a_woman("D-1", doctor, **OPEN, infection="yes", temperature="38.6")
    page = client_of("doctor").get(reverse("woman", args=[woman.pk])).content.decode()

    assert page.index('class="woman-first danger"') < page.index('class="woman-do')
    first = page.split('class="woman-first', 1)[1].split("</section>")[0]
    rescue, infection = first.split("<article")[1:]
    assert reverse("emergency", args=[woman.pk]) in rescue
    assert reverse("enter", args=[woman.pk, "examination"]) in infection
    assert "no suture, because" in rescue
    assert reverse("enter", args=[woman.pk, "cerclage"]) not in rescue
    assert "weigh: temperature: 38.6 °C (no document read gives a limit)" in words("<body " + rescue)
    open_ = page.split('id="pressing"', 1)[1].split("</section>")[0]
    assert "enter/examination" not in open_
    assert "senior doctor now" not in open_, "an emergency is said once, above"


# ---- Today


def lines_of(client: Client, tab: str) -> list[str]:
    page = client.get(reverse("today_tab", args=[tab])).content.decode()
    return [words("<body " + one) for one in page.split('<li class="line ')[1:]]


def test_the_most_pressing_woman_is_first_and_what_was_told_today_before_what_has_grown_old(
    doctor: User, client_of: As, on_day: OnDay
) -> None:
    before = ward.DAY - timedelta(days=9)
    on_day(before)
    a_woman("O-1", doctor, before, AT_22, **OPEN)
    on_day(ward.DAY)
    a_woman("O-2", doctor, bleeding="yes")
    a_woman("O-3", doctor, labour="yes")
    a_woman("O-4", doctor, **OPEN)
    for woman in Woman.objects.all():
        worklist.recompute(woman, ward.DAY)

    found = lines_of(client_of("nurse"), "now")
    assert [re.findall(r"O-\d", one)[0] for one in found] == ["O-4", "O-1", "O-3", "O-2"]
    assert f"last told {before}: ask again" in found[1]
    assert "hours count" in found[1]
    assert "to be seen today" in found[3]
    assert "112 days left" not in found[3]


def test_an_emergency_declined_today_stands_under_now_and_says_who_declined_it(doctor: User, client_of: As) -> None:
    woman = a_woman("N-1", doctor, **OPEN)
    ward.tell(woman, doctor, "declined", step="rescue", reason="afraid of the operation")
    (line,) = lines_of(client_of("nurse"), "now")
    assert "she declined it today" in line
    assert "afraid of the operation" in line


def test_bleeding_alone_is_seen_today_and_grown_old_it_is_asked_again_with_what_is_due(
    doctor: User, client_of: As, on_day: OnDay
) -> None:
    woman = a_woman("B-1", doctor, bleeding="yes")
    assert woman.rows.get(step="bleeding-or-contractions").tab == "now"
    later = ward.DAY + timedelta(days=9)
    on_day(later)
    worklist.recompute(woman, later)
    row = woman.rows.get(step="bleeding-or-contractions")
    assert (row.tab, row.opens, row.data["window"]) == ("due", None, [None] * 4)
    (line,) = (one for one in lines_of(client_of("nurse"), "due") if "Bleeding or contractions" in one)
    assert f"last told {ward.DAY}: ask again (vaginal bleeding)" in line
    assert "stands until it is answered" in line


def test_what_was_not_asked_is_never_a_line_of_today(doctor: User) -> None:
    woman = a_woman("Q-1", doctor, alive="yes")
    assert not woman.rows.filter(step__in=[one.id for one in hospital.protocol().steps if one.urgent]).exists()


def test_a_stopped_step_says_by_what(doctor: User, client_of: As) -> None:
    woman = a_woman("S-1", doctor, **{**WELL, "bleeding": "yes"})
    ward.tell(woman, doctor, "answered", key="earlier", said="yes")
    for name, said in {"outcome": "loss", "gestation": "20w0d", "painless_dilatation": "yes"}.items():
        ward.tell(woman, doctor, "answered", key=f"earlier[1].{name}", said=said)
    ward.tell(woman, doctor, "scanned", length="18 mm", method="transvaginal")
    row = woman.rows.get(state="stopped")
    assert row.data["stopped"]["en"] == "stopped by: vaginal bleeding"
    assert row.data["stopped"]["zh"].endswith("阴道出血")
    client = client_of("nurse")
    assert any("stopped by: vaginal bleeding" in one for one in lines_of(client, row.tab))
    assert "stopped by: vaginal bleeding" in first_section(client, woman)


def test_nobody_is_asked_for_a_suture_or_a_caesarean_that_nobody_ever_told(doctor: User, client_of: As) -> None:
    """One remembered of an earlier pregnancy is a question until its removal is told; of none told there is no line."""
    woman = Woman.objects.create(number="R-1", name="Zhao Yan", language="en")
    told = {"pregnant": "no", "earlier": "yes", "earlier[1].outcome": "loss", "earlier[1].gestation": "20w0d"}
    for key, said in told.items():
        ward.tell(woman, doctor, "answered", key=key, said=said)
    assert not woman.rows.filter(step__contains="removal").exists()
    ward.tell(woman, doctor, "answered", key="earlier[1].cerclage", said="history")
    row = woman.rows.get(step="removal-after")
    assert (row.state, row.tab) == ("cannot_tell", "due")
    (line,) = (one for one in lines_of(client_of("nurse"), "due") if "left in" in one)
    assert "To settle: A suture was left in" in line
    sutured = a_woman("R-2", doctor, suture="mcdonald", alive="yes")
    assert not sutured.rows.filter(step="removal-at-caesarean").exists()


def test_forty_two_weeks_without_an_end_ask_how_it_ended(doctor: User, client_of: As) -> None:
    woman = a_woman("E-1", doctor, due=ward.DAY - timedelta(days=20), alive="yes")
    row = woman.rows.get(step="no-end-told")
    assert (row.tab, row.closes.year, row.data["window"]) == ("due", 9999, [None] * 4)
    (line,) = (one for one in lines_of(client_of("nurse"), "due") if "how did it end?" in one)
    assert "stands until it is answered" in line


# ---- windows


DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?: to |至|\.\.|–)(\d{4}-\d\d-\d\d)")


def test_no_window_is_printed_backwards_however_uncertain_the_due_date(
    doctor: User, client_of: As, on_day: OnDay
) -> None:
    """Rows, her page, the page of signatures, her own page and calendar, the letters."""
    client, seen = client_of("doctor"), 0
    for number, within in enumerate((0, 3, 6, 11, 17, 30)):
        woman = ward.ms_wang(doctor, f"W-{number}0", f"Name {number}")
        ward.tell(woman, doctor, "pregnancy began", due="2026-10-19", dating="lmp", within=f"{within}d", correction="x")
        ward.tell(woman, doctor, "cerclage placed", technique="mcdonald", indication="history", route="vaginal")
        for weeks in (1, 9, 23, 24, 26):
            on = ward.DAY + timedelta(days=7 * weeks)
            on_day(on)
            worklist.recompute(woman, on)
            for row in woman.rows.all():
                assert row.opens is None or row.opens <= row.closes
            shown = hers(woman, on)
            assert all(one.first <= one.last for one in visits_of(shown))
            page_of(shown, on, "en")
            pages = [reverse("woman", args=[woman.pk]), reverse("sign", args=[woman.pk])]
            pages += [reverse("today_tab", args=[tab]) for tab in ("now", "due")]
            told = [client.get(there).content.decode() for there in pages]
            told += [removal(recorded(woman, on), language) for language in BOTH]
            for first, last in (days for text in told for days in DAYS.findall(text)):
                seen += 1
                assert first <= last, (within, weeks, first, last)
        on_day(ward.DAY)
    assert seen > 100


# ---- in a browser


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_first_line_is_in_the_first_screen_on_a_desk_and_on_a_phone(
    doctor: User, on_the_ward: Callable[..., Ward], language: str
) -> None:
    women = {
        "danger": a_woman("P-1", doctor, **OPEN, labour="yes", infection_suspected="yes", temperature="38.6"),
        "not-asked": a_woman("P-2", doctor, alive="yes"),
        "calm": a_woman("P-3", doctor, **WELL),
    }
    desk = on_the_ward("doctor", language, f"first-line-{language[:2]}")
    for name, woman in women.items():
        desk.go("woman", woman.pk)
        desk.picture(name)
        for width in (1280, 390):
            desk.page.set_viewport_size({"width": width, "height": 844})
            assert desk.page.locator(".woman-first").bounding_box()["y"] < 500, (name, width)
    desk.go("woman", women["danger"].pk)
    desk.follow("emergency", women["danger"].pk)
    assert desk.page.url.endswith(reverse("emergency", args=[women["danger"].pk]))
    desk.picture("emergency")
    desk.go("today_tab", "now")
    desk.picture("now")
