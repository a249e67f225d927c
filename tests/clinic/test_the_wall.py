"""Law 6 with the tables themselves: no page of care and no line of Today reads an agreement, or differs by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fullterm.clinic.base import clock
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Agreement, Row, User, Woman
from tests.clinic import agreed
from tests.clinic.agreed import AT_21_WEEKS, OPERATED, do, make_eligible, offer, pay, sign
from tests.clinic.test_access import TABLE, WOMAN, path_of
from tests.clinic.ward import tell
from tests.wall import OVER_THERE

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TABLES = frozenset(
    one._meta.db_table for one in apps.get_app_config("clinic").get_models() if OVER_THERE.match(one.__name__)
)
WHOSE = re.compile("|".join(rf"\b{name}\b" for name in sorted(TABLES)))
PAGES = [row for row, (get, _) in TABLE.items() if get[1] == 200 and "agreement" not in row[0]]
"""Every page a doctor may open, but for those of the agreement itself."""


@pytest.fixture
def people(staff: dict[str, User]) -> dict[str, User]:
    return agreed.people()


@contextmanager
def no_look_at_an_agreement() -> Iterator[None]:
    """Fails when anything inside asks the database about an agreement or its money."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        yield
    across = [one["sql"] for one in asked.captured_queries if WHOSE.search(one["sql"])]
    assert across == [], f"{len(across)} questions about an agreement, first {across[0][:200]}"


def as_read(client: Client, woman: Woman) -> dict[str, str]:
    """What a doctor reads of her, without what differs at each look: tokens, ids of fields, the log of looks."""
    found = {}
    for name in ("woman", "history", "events", "women"):
        path = path_of((name, *(() if name == "women" else (WOMAN,))), woman)
        text = client.get(path).content.decode()
        text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
        text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", text)
        found[name] = re.sub(r'<tr><td class="number">[^<]*</td><td[^>]*>doctor <span.*?</tr>', "", text)
    return found


def rows_of(woman: Woman, on: date) -> list[dict[str, Any]]:
    worklist.recompute(woman, on)
    left_out = ("id",)
    return [
        {name: value for name, value in row.items() if name not in left_out}
        for row in Row.objects.filter(woman=woman).order_by("step").values()
    ]


def test_there_are_tables_to_stay_away_from_and_pages_to_watch() -> None:
    assert {"clinic_agreement", "clinic_agreementevent", "clinic_transaction"} <= TABLES
    assert {"today", "woman", "why", "history", "events", "enter"} <= {row[0] for row in PAGES}


def test_a_planted_look_is_found(ms_wang: Woman) -> None:
    with pytest.raises(AssertionError, match="1 questions about an agreement"), no_look_at_an_agreement():
        list(Woman.objects.filter(agreements__isnull=True))


def test_no_page_of_care_and_no_recomputation_asks_about_an_agreement(
    ms_wang: Woman, people: dict[str, User], client_of: SignIn
) -> None:
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    sign(agreement, people["office"])
    client = client_of("doctor")
    for row in PAGES:
        with no_look_at_an_agreement():
            assert client.get(path_of(row, ms_wang)).status_code == 200
    with no_look_at_an_agreement():
        worklist.recompute(ms_wang, clock.today())
        worklist.recompute_all(clock.today())


def test_at_every_step_of_an_agreement_her_pages_and_her_lines_are_those_of_her_twin_without_one(
    ms_wang: Woman, people: dict[str, User], client_of: SignIn, on_day: Callable[[date], None]
) -> None:
    """Each step is taken; what she is shown and her lines before and after it are the same, to the letter."""
    make_eligible(ms_wang, people["treating"])
    client = client_of("doctor")
    office = people["office"]

    def unchanged(step: Callable[[], Any]) -> Any:
        before = as_read(client, ms_wang), rows_of(ms_wang, clock.today())
        done = step()
        assert (as_read(client, ms_wang), rows_of(ms_wang, clock.today())) == before
        return done

    agreement: Agreement = unchanged(lambda: offer(ms_wang, office)).agreement
    unchanged(lambda: sign(agreement, office))
    unchanged(lambda: pay(agreement, office, "8000"))
    unchanged(lambda: pay(agreement, office, "12000"))
    on_day(OPERATED)
    how = {"indication": "history", "technique": "mcdonald", "route": "vaginal"}
    tell(ms_wang, people["operator"], "cerclage placed", OPERATED, **how)
    unchanged(lambda: do(agreement, office, "treated", OPERATED))
    on_day(AT_21_WEEKS)
    tell(ms_wang, people["treating"], "pregnancy ended", AT_21_WEEKS, outcome="loss")
    unchanged(lambda: do(agreement, people["treating"], "reported"))
    unchanged(lambda: do(agreement, people["reviewer"], "reviewed", decision="recurrence", evidence="record"))
    unchanged(lambda: do(agreement, office, "refunded", account="bank"))


def test_nobody_who_decides_about_care_sees_the_reserve(client_of: SignIn) -> None:
    for who in ("doctor", "nurse", "surgeon"):
        assert client_of(who).get(reverse("reserve")).status_code == 403
