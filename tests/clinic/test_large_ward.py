"""A large ward costs what a small one does: what is counted, found and turned over, without reading it all."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count, QuerySet
from django.test import Client
from django.urls import reverse

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.report import report
from fullterm.care.case.read import read_case, read_document
from fullterm.care.case.stored import tree_of
from fullterm.care.plan.worklist import TABS
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.pagination import COUNTED, page_of
from fullterm.clinic.demo.ward import FAMILY, GIVEN, make
from fullterm.clinic.derived import counters as counting
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.row import ENDLESS
from fullterm.clinic.derived.search import MOST, found
from fullterm.clinic.models import Counted, FoundBy, Row, Woman
from fullterm.clinic.models.quick import beginnings, digits_of, fold
from fullterm.clinic.pages.woman.page import DRAWS
from tests.clinic import ward

As = Callable[[str], Client]
DATA: dict[str, Any] = {
    "why": {"en": "", "zh": ""}, "asks": [], "due": None, "window": [None] * 4, "declined": None, "outcome": None,
    "called": None, "until": None, "tries": 0, "snoozed_until": None, "reason": None,
}  # fmt: skip


def women(many: int, **told: str) -> list[Woman]:
    given = {"name": "Nobody", **told}
    return Woman.objects.bulk_create(Woman(number=f"L-{n:05}", **given) for n in range(many))


def line(woman: Woman, step: str = "removal", tab: str = "due", urgency: int = 3, closes: date = ENDLESS) -> Row:
    return Row(
        woman=woman, step=step, state="open", tab=tab, urgency=urgency, certain=True, opens=ward.DAY, closes=closes,
        data=DATA, computed_on=ward.DAY,
    )  # fmt: skip


# ---- counted


def counted_by_hand() -> dict[str, int]:
    rows = Row.objects.order_by().values_list("tab").annotate(n=Count("pk"))
    return {name: n for name, n in {**dict(rows), "women": Woman.objects.count()}.items() if n}


def counted() -> dict[str, int]:
    return {name: n for name, n in counting.counts().items() if n}


def test_every_heading_is_counted_right_whatever_is_done_to_its_lines(db: None) -> None:
    draw = Random(3)
    there = women(30)
    for _ in range(120):
        woman = draw.choice(there)
        match draw.randrange(5):
            case 0:
                Row.objects.filter(woman=woman).delete()
            case 1:
                Row.objects.filter(tab=draw.choice(TABS)).update(tab=draw.choice(TABS))
            case 2:
                some = [line(woman, f"step {n}", draw.choice(TABS)) for n in range(draw.randrange(4))]
                Row.objects.filter(woman=woman).delete()
                Row.objects.bulk_create(some)
            case 3:
                woman.phone = str(draw.randrange(10**6))
                woman.save()
            case 4 if draw.random() < 0.1:
                there.remove(woman)
                woman.delete()
        assert counted() == counted_by_hand()


def test_a_count_gone_wrong_is_right_again_after_the_night(db: None) -> None:
    Row.objects.bulk_create([line(one) for one in women(3)])
    Counted.objects.create(of="due", number=40)
    counting.recount()
    assert counted() == counted_by_hand() == {"due": 3, "women": 3}
    assert Counted.objects.count() == 2


def test_the_count_of_a_change_undone_is_undone_with_it(db: None) -> None:
    outside = transaction.atomic()
    outside.__enter__()
    Row.objects.bulk_create([line(one) for one in women(3)])
    assert counted() == {"due": 3, "women": 3}
    transaction.set_rollback(True)
    outside.__exit__(None, None, None)
    assert counted() == {}


# ---- turned over


def pages_through(client: Client, address: str) -> list[list[str]]:
    seen = []
    following: str | None = address
    while following is not None:
        page = client.get(following).content.decode()
        seen.append(re.findall(r'id="line-([^"]*)-removal"', page))
        further = re.findall(r'rel="next" [^>]*href="([^"]*)"', page)
        following = address + further[0] if further else None
    return seen


@pytest.mark.parametrize("tab", ["due", "missed"])
def test_every_line_stands_on_one_page_however_many_are_alike(client_of: As, tab: str) -> None:
    there = women(123)
    Row.objects.bulk_create(
        line(one, tab=tab, urgency=n % 2, closes=ENDLESS if n % 3 else ward.DAY) for n, one in enumerate(there)
    )
    seen = pages_through(client_of("nurse"), f"/today/{tab}/")
    assert [len(one) for one in seen] == [50, 50, 23]
    assert sorted(one for page in seen for one in page) == sorted(str(one.pk) for one in there)


def test_nobody_is_passed_over_when_lines_above_are_done_meanwhile(client_of: As) -> None:
    there = women(60)
    Row.objects.bulk_create(line(one, closes=ward.DAY + timedelta(n)) for n, one in enumerate(there))
    client = client_of("nurse")
    first = client.get("/today/due/").content.decode()
    following = re.findall(r'rel="next" [^>]*href="([^"]*)"', first)[0]
    Row.objects.filter(woman__in=there[:10]).delete()
    second = client.get(f"/today/due/{following}").content.decode()
    assert all(f"line-{one.pk}-" in second for one in there[50:])
    assert "41 to 50 of 50" in second
    back = re.findall(r'rel="prev" [^>]*href="([^"]*)"', second)[0]
    assert client.get(f"/today/due/{back}").content.decode().count('class="line ') == 50


def test_a_page_whose_lines_have_all_gone_is_the_first_page(client_of: As) -> None:
    Row.objects.bulk_create(line(one) for one in women(2))
    page = client_of("nurse").get("/today/due/?after=9.9999-12-31.999999999").content.decode()
    assert page.count('class="line ') == 2


@pytest.mark.parametrize("place", ["", "1", "1.2", "x.2026-01-01.1", "1.2026-99-01.1", "1.2026-01-01.-1", "²." * 3])
def test_an_address_that_names_no_place_shows_the_first_page(client_of: As, place: str) -> None:
    assert client_of("nurse").get("/today/due/", {"after": place, "until": place}).status_code == 200
    assert client_of("nurse").get("/women/", {"after": place, "until": place}).status_code == 200


def test_far_down_the_lines_before_are_no_longer_counted(db: None) -> None:
    there = women(COUNTED + 10)
    page = page_of(Woman.objects.all(), ("number",), 5, after=(there[COUNTED].number,))
    assert [one.number for one in page.items] == [one.number for one in there[COUNTED + 1 : COUNTED + 6]]
    assert page.before is None
    assert page.first is None
    assert page_of(Woman.objects.all(), ("number",), 5, after=(there[9].number,)).first == 11


# ---- found

SOUGHT = (
    "王", "王小", "小红", "王小红", "红王", "xiu", "Xiulan", "WANG X", "gxiu", "lan w", "é", "ü", "ｗａｎｇ", "·", " ",
    "1380", "0001", "138-0000", "W-", "w-1", "00", "１３８０", "%", "_", "\\", "x" * 200,
)  # fmt: skip
NAMED = (
    "王小红",
    "王小",
    "小红",
    "红王小",
    "Wang Xiulan",
    "wáng xiù lán",
    "Li Ménghuà",
    "古丽·阿依",
    "Ｗａｎｇ Ｎａ",
    "anan",
    "O'Neil",
)


def by_hand(sought: str) -> set[str]:
    """What finding means, said slowly: every woman is looked at."""
    text, digits = fold(sought), digits_of(sought)
    return {
        one.number
        for one in Woman.objects.all()
        if (text and (text in fold(one.name) or fold(one.number).startswith(text)))
        or (len(digits) >= 3 and (digits_of(one.phone).startswith(digits) or digits_of(one.phone).endswith(digits)))
    }


def test_a_woman_is_found_exactly_as_if_all_had_been_looked_at(db: None) -> None:
    phones = ("138-0000-0001", "13900001380", "", "+86 138 0000 0002")
    Woman.objects.bulk_create(Woman(number=f"W-{n:03}", name=name, phone=phones[n % 4]) for n, name in enumerate(NAMED))
    draw = Random(11)
    Woman.objects.bulk_create(
        Woman(
            number=f"X{n:03}",
            name=draw.choice(FAMILY) + "".join(draw.choices(GIVEN, k=2)),
            phone=f"13{draw.randrange(10**9):09}",
        )
        for n in range(200)
    )
    some = [one.name[start : start + 2] for one in Woman.objects.all()[:60] for start in (0, 1)]
    for sought in (*SOUGHT, *NAMED, *some):
        those, more = found(sought)
        assert set(Woman.objects.filter(pk__in=those).values_list("number", flat=True)) == by_hand(sought), sought
        assert not more
    assert "W-004" in by_hand("gxiu")


def test_a_new_name_finds_her_and_the_old_one_no_longer(db: None) -> None:
    woman = Woman.objects.create(number="W-9", name="王小红")
    woman.name = "李 静"
    woman.save(update_fields=["name"])
    assert found("李静") == ([woman.pk], False)
    assert found("小红") == ([], False)
    woman.events = 3
    woman.save(update_fields=["events"])
    assert set(woman.found_by.values_list("kind", "key")) == {
        (kind, key) for kind, key in beginnings("W-9", "李 静", "")
    }


def test_no_write_leaves_a_name_that_does_not_find_her(db: None) -> None:
    Woman.objects.create(number="W-9", name="王小红")
    with pytest.raises(ValueError, match="save her"):
        Woman.objects.update(name="李静")
    Woman.objects.update(language="en")


def test_when_too_many_are_found_it_says_so(client_of: As) -> None:
    women(MOST + 1, name="王芳")
    client = client_of("nurse")
    page = client.post(reverse("women"), {"sought": "王"}, follow=True).content.decode()
    assert f"More than {MOST} women: write more of the name" in page
    assert f"1 to 25 of {MOST}" in page
    assert len(found("L-00001")[0]) == 1


# ---- without reading it all


def plan_of(rows: QuerySet[Any]) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # a small table is read whole because it is small
            cursor.execute("ANALYZE")
    return rows.explain()


def reads_all(plan: str) -> bool:
    whole = re.search(r"Seq Scan|\bSCAN (?!subquery|\w+ USING (COVERING )?INDEX)|USE TEMP B-TREE FOR ORDER", plan)
    return whole is not None


def test_two_letters_of_a_name_are_looked_up_and_not_looked_for(db: None) -> None:
    women(40, name="王小红")
    key = "小红".encode()
    rows = FoundBy.objects.filter(kind="name", key__gte=key, key__lt=key + b"\xff").order_by("kind", "key", "woman_id")
    plan = plan_of(rows.values_list("woman_id", flat=True)[:500])
    assert not reads_all(plan), plan
    assert "found_by_beginning" in plan


def test_a_page_of_today_is_read_where_it_stands(db: None) -> None:
    Row.objects.bulk_create(line(one) for one in women(40))
    executed: list[str] = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        executed.append(sql % tuple(f"'{one}'" for one in params) if params else sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        page_of(Row.objects.filter(tab="due"), ("urgency", "closes", "id"), 10, after=(3, ENDLESS, 5))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        explain = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
        for sql in executed:
            cursor.execute(explain + sql)
            plan = "\n".join(str(one[-1]) for one in cursor.fetchall())
            assert "rows_of_today" in plan, plan
            assert not reads_all(plan), plan
            assert re.search(r"ROW\(|\(urgency,closes,id\)[<>]|tab=\? AND", plan), plan


def test_keys_are_opaque_to_whoever_reads_an_address(client_of: As, ms_wang: Woman) -> None:
    women(60)
    page = client_of("nurse").get("/women/").content.decode()
    following = re.findall(r'rel="next" href="([^"]*)"', page)[0]
    assert uuid.UUID(following.partition("after=")[2])
    assert "L-0" not in following


def test_her_page_reads_her_record_once_and_shows_the_lines_of_today(
    client_of: As, ms_wang: Woman, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def keep(document: dict[str, Any]) -> Any:
        read.append(document)
        return read_document(document)

    monkeypatch.setattr("fullterm.care.record.places.read_document", keep)
    assert client_of("nurse").get(f"/women/{ms_wang.pk}/").status_code == 200
    assert len(read) == 1
    case, _ = read_document(ms_wang.document)
    assert case is not None
    assessed = assess(case, ward.DAY, hospital.protocol())
    assert worklist.lines_in(assessed, ms_wang) == worklist.lines_of(ms_wang, ward.DAY) != ()
    whole = report(assessed, "zh")
    assert report(assessed, "zh", DRAWS) == {name: whole[name] for name in DRAWS}


def test_every_woman_of_the_demonstration_is_read_as_her_text_says(db: None) -> None:
    make(ward.DAY)
    for woman in Woman.objects.all():
        case, problems = read_case(json.dumps(woman.document, ensure_ascii=False))
        found, noted = read_document(woman.document)
        assert found == case
        assert [one.sentence for one in noted] == [one.sentence for one in problems]
        assert tree_of(woman.document) is not None, "by the short road"
