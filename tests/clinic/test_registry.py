"""The registry in the clinic: its lines, its numbers and their women, its sheets, and who may see what."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.clinic.demo import finished
from fullterm.clinic.demo import ward as demonstration
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import AccessLog, Course, Event, User, Woman
from fullterm.clinic.pages.registry.counts import conditions, counted
from fullterm.clinic.pages.registry.result import found
from fullterm.clinic.pages.registry.selection import Chosen, chosen
from fullterm.clinic.pages.registry.tables import TABLES, meaning
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic import ward
from tests.clinic.ward import DAY, NAME, tell

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
SUTURE = {"technique": "mcdonald", "indication": "history", "route": "vaginal"}


def usual(**more: str) -> Chosen:
    given, _ = chosen(more, "en", DAY)
    assert given is not None
    return given


def a_course(number: int, **more: Any) -> Course:
    """A planned suture at 13w0d and a birth at term, unless something else is told."""
    woman, _ = Woman.objects.get_or_create(number=f"R-{number:03}", defaults={"name": f"{NAME} {number}"})
    told: dict[str, Any] = {
        "number": 1, "ours": True, "care": "history", "technique": "mcdonald", "route": "vaginal", "fetuses": 1,
        "enters": 91, "leaves": 270, "ending": "spontaneous", "outcome": "live_birth", "induced": False, "first": 270,
        "last": 270, "removal": "in_window", "began": DAY - timedelta(days=400), "dated": DAY - timedelta(days=309),
        "data": {"placed": [91, 91], "end": [270, 270]},
    }  # fmt: skip
    return Course.objects.create(woman=woman, **(told | more))


@pytest.fixture
def finished_ward(doctor: User) -> None:
    """Twelve women of the demonstration whose pregnancy is over, through the one way rows are made."""
    draw, users = Random(7), {"doctor": doctor, "nurse": doctor, "surgeon": doctor}
    stages = [stage for count, stage in finished.FINISHED for _ in range(min(count, 2))]
    for number, stage in enumerate(stages, 1):
        story = stage(DAY, draw)
        story.name = NAME
        woman, _ = demonstration._woman(number, story, users, draw)
        woman.save()
    assert worklist.recompute_all(DAY).left_out == []


# ---- the lines


def test_a_suture_recorded_is_a_line_at_once_and_its_end_completes_it(
    ms_wang: Woman, doctor: User, on_day: Callable[[date], None]
) -> None:
    assert not Course.objects.exists()
    placed = DAY + timedelta(days=9)
    on_day(placed)
    tell(ms_wang, doctor, "cerclage placed", placed, **SUTURE)
    course = Course.objects.get()
    assert (course.care, course.ending, course.enters, course.dated) == ("history", "ongoing", 93, placed)
    ended = DAY + timedelta(days=185)
    on_day(ended)
    tell(ms_wang, doctor, "suture removed", DAY + timedelta(days=170))
    tell(ms_wang, doctor, "pregnancy ended", ended, outcome="live_birth", induced="no")
    course = Course.objects.get()
    assert (course.number, course.ours, course.outcome, course.ending) == (3, True, "live_birth", "spontaneous")
    assert (course.enters, course.leaves, course.removal, course.dated) == (93, 269, "in_window", placed)


def test_the_next_pregnancy_leaves_the_line_of_the_last_as_it_was(
    ms_wang: Woman, doctor: User, on_day: Callable[[date], None]
) -> None:
    on_day(DAY + timedelta(days=600))
    tell(ms_wang, doctor, "cerclage placed", DAY + timedelta(days=9), **SUTURE)
    tell(ms_wang, doctor, "pregnancy ended", DAY + timedelta(days=60), outcome="loss")
    before = Course.objects.values().get()
    began = DAY + timedelta(days=500)
    tell(ms_wang, doctor, "pregnancy began", began, **{**ward.PREGNANCY, "due": (began + timedelta(200)).isoformat()})
    tell(ms_wang, doctor, "cerclage placed", began + timedelta(days=20), **SUTURE)
    after = Course.objects.order_by("number").values()
    assert [one["number"] for one in after] == [3, 4]
    assert {**after[0], "id": 0} == {**before, "id": 0}


def test_lines_made_again_are_the_same_lines(finished_ward: None) -> None:
    def lines() -> list[dict[str, Any]]:
        return [{**one, "id": 0} for one in Course.objects.order_by("woman_id", "number").values()]

    before = lines()
    worklist.recompute_all(DAY)
    for woman in Woman.objects.all():
        worklist.recompute(woman, DAY)
    assert lines() == before != []


def test_an_action_that_is_refused_leaves_the_lines_as_they_were(ms_wang: Woman, doctor: User) -> None:
    tell(ms_wang, doctor, "scanned", DAY, length="31 mm", method="transvaginal")
    before = list(Course.objects.values())
    with pytest.raises(Exception, match="before conception"):
        act(ms_wang.pk, Command("scanned", DAY - timedelta(days=300), {"length": "30 mm"}), doctor)
    assert list(Course.objects.values()) == before


# ---- the numbers


def test_every_number_on_the_page_has_exactly_its_women(finished_ward: None, client_of: SignIn) -> None:
    a_course(900, left_out="no_end", enters=None, leaves=None, outcome="", first=-(10**9), last=10**9)
    client = client_of("registrar")
    for address in ("/registry/", "/registry/?by=technique", "/registry/?by=route&care=history"):
        page = client.get(address).content.decode()
        links = re.findall(r'href="(/registry/women/\?[^"]+)">([^<]+)<', page)
        assert len(links) > 25, address
        for link, text in links:
            number = int(re.match(r"\d+", text)[0])  # type: ignore[index]  # a link begins with its number
            listed = client.get(link.replace("&amp;", "&")).context["total"]
            assert listed == number, (link, text)


def test_what_a_share_is_of_leads_to_its_women_too(finished_ward: None, client_of: SignIn) -> None:
    page = client_of("registrar").get("/registry/").content.decode()
    early = page.split('id="early"')[1].split("</section>")[0]
    first = early.split("<tbody>")[1].split("</td>")[0]
    few, all_ = re.findall(r"cell=([a-z_0-9]+)", first)
    assert (few, all_) == ("early_28", "settled_28")
    assert "(the competing event)" in page


def test_the_groups_add_up_to_all_together(finished_ward: None) -> None:
    found_ = counted(usual(), DAY)
    assert found_.all["all"] == Course.objects.filter(ours=True).count() > 15
    for name in conditions(DAY):
        assert sum(one[name] for one in found_.groups.values()) == found_.all[name]
    assert found_.all["ended"] + found_.all["ongoing"] == found_.all["all"]
    for week in (28, 34, 37):
        parts = ("early", "otherwise", "reached", "unsettled", "to_come")
        assert sum(found_.all[f"{one}_{week}"] for one in parts) == found_.all["all"], week


def test_a_pregnancy_counts_against_a_limit_only_once_its_day_has_come() -> None:
    """Lost at 20 weeks last week: whoever was sutured beside her has not come to 28 weeks yet."""
    recent = DAY - timedelta(days=150)
    for number in range(6):
        a_course(number, ending="ongoing", outcome="", induced=None, leaves=150, first=150, last=150, began=recent)
    a_course(10, ending="spontaneous", outcome="loss", leaves=143, first=143, last=143, began=recent)
    numbers = counted(usual(), DAY).all
    assert (numbers["early_28"], numbers["settled_28"], numbers["to_come_28"]) == (0, 0, 7)
    later = counted(usual(), DAY + timedelta(days=60)).all
    assert (later["early_28"], later["settled_28"], later["unsettled_28"]) == (1, 1, 6), "unknown is not still pregnant"


def test_an_approximate_end_on_both_sides_of_a_limit_is_not_settled() -> None:
    a_course(1, first=190, last=220, leaves=205, approximate=True)
    numbers = counted(usual(), DAY).all
    assert (numbers["early_28"], numbers["reached_28"], numbers["unsettled_28"]) == (0, 0, 1)
    assert (numbers["early_34"], numbers["unsettled_34"]) == (1, 0)


def test_told_pregnancies_are_seen_apart(ms_wang: Woman, doctor: User) -> None:
    a_course(1)
    a_course(2, ours=False)
    assert [counted(usual(whose=whose), DAY).all["all"] for whose in ("ours", "told", "both")] == [1, 1, 2]
    assert counted(usual(), DAY).all["all"] == 1, "ours, unless somebody asks"


def test_the_choices_narrow_together(finished_ward: None) -> None:
    some = Course.objects.filter(care="history", technique="mcdonald", dated__gte="2024-06-01")
    given = usual(care="history", technique="mcdonald", since="2024-06-01", fetuses="one")
    assert counted(given, DAY).all["all"] == some.count() > 0
    assert parse_qs(given.query()) == {
        "care": ["history"], "technique": ["mcdonald"], "since": ["2024-06-01"], "fetuses": ["one"],
    }  # fmt: skip


def test_a_choice_that_cannot_be_read_is_said_and_counts_nothing(client_of: SignIn) -> None:
    a_course(1)
    client = client_of("doctor")
    for wrong in ("care=everything", "since=yesterday", "since=2026-03-02&until=2026-02-01"):
        answer = client.get(f"/registry/?{wrong}")
        assert answer.status_code == 422, wrong
        assert 'role="alert"' in answer.content.decode()
        assert "sections" not in answer.context
    client.cookies["language"] = "zh-hans"
    assert "结束日期早于开始日期" in client.get("/registry/?since=2026-03-02&until=2026-02-01").content.decode()
    for address in (
        "/registry/women/?cell=everything",
        "/registry/women/?care=everything",
        "/registry/curve/sheet/?by=x",
    ):
        assert client.get(address).status_code == 404


def test_few_women_are_listed_and_neither_drawn_nor_made_a_percentage(client_of: SignIn) -> None:
    for number in range(4):
        a_course(number)
    page = client_of("doctor").get("/registry/").content.decode()
    assert "<svg" not in page
    assert "a picture needs at least 5" in page
    assert "%" not in re.sub(r"95 %|at least|\d+%;", "", " ".join(re.findall(r"<td[^>]*>(.*?)</td>", page)))
    assert "4 of 4" in re.sub(r"</?a[^>]*>", "", page)
    assert client_of("doctor").get("/registry/curve/picture/").status_code == 404


def test_every_number_has_a_meaning_in_both_languages() -> None:
    from django.utils.translation import override

    for spoken in ("en", "zh-hans"):
        with override(spoken):
            for name in conditions(DAY):
                assert "{" not in meaning(name, 3), name


def test_what_is_left_out_of_the_curve_is_counted_by_its_reason(client_of: SignIn) -> None:
    for number in range(6):
        a_course(number)
    a_course(10, left_out="vague_end", enters=None, leaves=None, first=140, last=200)
    a_course(
        11, left_out="no_suture", care="scans", technique="none", route="none", removal="", enters=None, leaves=None
    )
    page = client_of("doctor").get("/registry/").content.decode()
    assert "1 left out: when the pregnancy ended is told too vaguely" in page
    assert "1 without a suture" in page


# ---- the page


def test_an_empty_registry_says_what_will_come_and_how(client_of: SignIn) -> None:
    client = client_of("nurse")
    assert "As soon as a cerclage or a scan" in client.get("/registry/").content.decode()
    a_course(1)
    assert "Nobody among these choices" in client.get("/registry/?care=examination").content.decode()
    client.cookies["language"] = "zh-hans"
    assert "没有符合筛选条件的妊娠" in client.get("/registry/?care=examination").content.decode()


def test_every_picture_has_its_table_its_words_and_nothing_inline(finished_ward: None, client_of: SignIn) -> None:
    client = client_of("doctor")
    for spoken, word in (("en", "Still pregnant, by gestation"), ("zh-hans", "继续妊娠曲线")):
        client.cookies["language"] = spoken
        page = client.get("/registry/").content.decode()
        pictures = re.findall(r"<svg [^>]*>", page)
        assert len(pictures) >= 8, "each for a desk and for a phone"
        assert all('role="img"' in one and 'aria-label="' in one for one in pictures)
        assert word in pictures[0]
        assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=|<script(?![^>]*src=)", page)
        assert page.count("<table") == len(TABLES)
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), "two pictures share no name"


def test_a_picture_can_be_kept_and_read_alone(finished_ward: None, client_of: SignIn) -> None:
    client = client_of("registrar")
    client.cookies["language"] = "zh-hans"
    for name in ("curve", "early", "losses", "removal"):
        answer = client.get(f"/registry/{name}/picture/?whose=both&by=route")
        text = answer.content.decode()
        assert answer["Content-Type"] == "image/svg+xml"
        assert f"registry-{name}-2026-04-06.svg" in answer["Content-Disposition"]
        assert 'fill="white"' in text
        assert "经阴道" in text
        assert "style=" not in text


def test_the_same_numbers_are_drawn_once(
    finished_ward: None, monkeypatch: pytest.MonkeyPatch, client_of: SignIn
) -> None:
    import vl_convert

    from fullterm.clinic.pages.registry import chart_style as look

    drawn: list[str] = []
    real = vl_convert.vegalite_to_svg
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda spec: drawn.append(spec) or real(spec))  # type: ignore[func-returns-value]  # counts, then draws
    look._rendered.cache_clear()
    client = client_of("doctor")
    client.get("/registry/")
    first = len(drawn)
    client.get("/registry/")
    assert first == len(drawn) >= 8


# ---- the sheets


def sheet(client: Client, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    body = answer.content.decode()
    assert body.startswith("\ufeff"), "Excel reads Chinese only behind this mark"
    return list(csv.reader(io.StringIO(body.removeprefix("\ufeff"))))


def test_every_table_is_a_sheet_as_wide_as_its_heads(finished_ward: None, client_of: SignIn) -> None:
    client = client_of("doctor")
    client.cookies["language"] = "zh-hans"
    tables = found(usual(), DAY)
    for name in TABLES:
        rows = sheet(client, f"/registry/{name}/sheet/")
        lines = len(TABLES[name](tables, "en").lines)
        assert {len(row) for row in rows[: lines + 1]} == {len(rows[0])}, name
        assert rows[0][0] == "分组"


def test_a_sheet_carries_the_interval_in_columns_of_its_own(client_of: SignIn) -> None:
    for number in range(10):
        a_course(number, **({"leaves": 150, "first": 150, "last": 150, "outcome": "loss"} if number == 0 else {}))
    head, line, *_ = sheet(client_of("doctor"), "/registry/early/sheet/")
    assert dict(zip(head, line, strict=True)) | {"before 28w0d": "1", "before 28w0d: of": "10"} == dict(
        zip(head, line, strict=True)
    )
    assert line[3:6] == ["10.0", "1.8", "40.4"]


def test_no_cell_of_a_sheet_is_a_formula_and_no_name_leaves_in_a_file(client_of: SignIn) -> None:
    for number, evil in enumerate(("=1+1", "+cmd", "-2", "@SUM(A1)")):
        course = a_course(number)
        course.woman.number = evil
        course.woman.save(update_fields=["number"])
    for who in ("doctor", "registrar"):
        rows = sheet(client_of(who), "/registry/women/sheet/")
        assert sorted(row[0] for row in rows[1:]) == ["'+cmd", "'-2", "'=1+1", "'@SUM(A1)"]
        assert NAME not in str(rows)


# ---- who sees what


def test_a_registrar_sees_numbers_and_nobodys_name_and_no_way_to_her(finished_ward: None, client_of: SignIn) -> None:
    for address in ("/registry/", "/registry/women/", "/registry/women/?cell=ended", "/registry/women/sheet/"):
        page = client_of("registrar").get(address).content.decode()
        assert NAME not in page
        assert "000-0000" not in page, "no telephone"
        for woman in Woman.objects.all():
            assert str(woman.pk) not in page
    listed = client_of("registrar").get("/registry/women/").content.decode()
    assert "D0001" in listed
    cared = client_of("nurse").get("/registry/women/").content.decode()
    assert NAME in cared
    assert reverse("woman", args=[Woman.objects.get(number="D0001").pk]) in cared


def test_every_look_at_a_list_of_women_is_kept_for_each_of_them(client_of: SignIn) -> None:
    for number in range(60):
        a_course(number)
    client = client_of("registrar")
    client.get("/registry/")
    assert not AccessLog.objects.exists(), "counts are nobody's record"
    client.get("/registry/women/?cell=ended")
    assert AccessLog.objects.count() == 50, "the fifty that were shown"
    client.get("/registry/women/?cell=ended")
    assert AccessLog.objects.count() == 50, "once a day"
    client.get("/registry/women/sheet/")
    assert AccessLog.objects.filter(page="registry", actor__username="registrar").count() == 60
    assert WORDS["woman_page.registry"].zh
    assert not Event.objects.filter(woman__number__startswith="R-").exists(), "to look is to write nothing"


def test_a_list_of_women_is_read_page_by_page_with_its_choices(client_of: SignIn) -> None:
    for number in range(120):
        a_course(number, dated=DAY - timedelta(days=300 + number))
    client = client_of("doctor")
    page = client.get("/registry/women/?care=history&cell=all&page=2")
    text = page.content.decode()
    assert "51 to 100 of 120" in text
    assert "History-indicated" in text
    onward = re.search(r'rel="next"[^>]*href="([^"]+)"', text)
    assert onward is not None
    assert parse_qs(urlsplit(onward[1].replace("&amp;", "&")).query) == {
        "care": ["history"], "cell": ["all"], "page": ["3"],
    }  # fmt: skip
    for odd in ("0", "-3", "999", "x", "²"):
        assert client.get(f"/registry/women/?page={odd}").status_code == 200


def test_the_registry_reads_no_record(
    finished_ward: None, client_of: SignIn, django_assert_max_num_queries: Any
) -> None:
    client = client_of("registrar")
    client.get("/registry/")
    Woman.objects.update(document={})
    with django_assert_max_num_queries(8):
        page = client.get("/registry/")
    assert page.context["total"] > 15
