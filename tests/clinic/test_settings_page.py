"""The hospital's settings: saved whole, never overwritten, and another protocol only once what it changes was seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from fullterm.care.protocol.model import Adopted, available
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Hospital, Row, Run, User, Woman
from fullterm.clinic.pages.settings.protocol import drawn
from fullterm.clinic.pages.settings.views import differences
from tests.clinic import ward
from tests.clinic.test_frame import manage

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TOLD = {
    "name_en": "An Tai hospital", "name_zh": "安泰医院", "telephone": "000-0000-0000",
    "emergency_telephone": "000-0000-0000",
    "protocol": "antai", "language": "browser", "second_step": "no",
}  # fmt: skip


def sent(client: Client, seen: int = 0, **more: str) -> Any:
    return client.post(reverse("hospital"), {**TOLD, "seen": str(seen), **more})


@pytest.mark.parametrize("told", ["abc", "021-1234 转 5", "12", "021–1234", "+", "021-1234;ext=5", "1" * 40])
def test_a_number_nobody_can_dial_is_refused(told: str, client_of: SignIn) -> None:
    answer = sent(client_of("administrator"), emergency_telephone=told)
    assert answer.status_code == 422
    assert "cannot be dialled" in answer.content.decode()
    assert Hospital.objects.count() == 0


@pytest.mark.parametrize("told", ["120", "(021) 5555-1234", "+86 21 5555 1234", "０２１－５５５５１２３４"])
def test_a_number_is_kept_as_it_is_dialled(told: str, client_of: SignIn) -> None:
    assert sent(client_of("administrator"), emergency_telephone=told).status_code == 302
    assert hospital.read_again().emergency_telephone == unicodedata.normalize("NFKC", told)


def test_what_the_server_was_started_with_holds_until_something_is_saved(settings: Any) -> None:
    assert hospital.name()["zh"] == "安泰医院"
    assert (hospital.telephone(), hospital.emergency_telephone()) == (settings.TELEPHONE, settings.EMERGENCY_TELEPHONE)
    assert hospital.protocol().id == "antai"
    settings.PROTOCOL = "rcog_nice"
    assert hospital.protocol().id == "rcog_nice"


def test_a_saved_setting_holds_at_once_on_every_page_and_in_the_letters_seam(client_of: SignIn) -> None:
    client, nurse = client_of("administrator"), client_of("nurse")
    assert (
        sent(client, name_en="Harbour", name_zh="海港医院", telephone="021-1", emergency_telephone="120").status_code
        == 302
    )
    assert "Harbour · Protocol" in nurse.get("/").content.decode()
    assert "海港医院" in nurse.get("/", headers={"accept-language": "zh"}).content.decode()
    assert (hospital.name()["en"], hospital.telephone(), hospital.emergency_telephone()) == ("Harbour", "021-1", "120")


def test_every_save_is_a_row_for_good_with_who_when_and_what(client_of: SignIn, administrator: User) -> None:
    client = client_of("administrator")
    sent(client, telephone="021-1")
    sent(client, seen=1, telephone="021-2")
    assert list(Hospital.objects.values_list("number", "telephone", "actor__username")) == [
        (1, "021-1", "administrator"), (2, "021-2", "administrator"),
    ]  # fmt: skip
    page = client.get(reverse("hospital")).content.decode()
    assert page.index("021-2") < page.rindex("021-1"), "the newest save stands first"
    for spoil in (Hospital.objects.all().delete, lambda: Hospital.objects.update(telephone="0")):
        with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
            spoil()


def test_saving_what_is_there_already_writes_nothing(client_of: SignIn) -> None:
    answer = client_of("administrator").post(reverse("hospital"), {**TOLD, "seen": "0"}, follow=True)
    assert "Nothing was changed." in answer.content.decode()
    assert not Hospital.objects.exists()


def test_two_who_save_from_the_same_page_do_not_overwrite_each_other(client_of: SignIn) -> None:
    client = client_of("administrator")
    sent(client, telephone="021-1")
    answer = sent(client, telephone="021-9", name_en="Typed long")
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Somebody else saved the settings" in text
    assert "Typed long" in text
    assert hospital.read_again().telephone == "021-1"
    assert re.search(r'name="seen" value="1"', text), "having seen it, she saves again"


def test_another_protocol_is_in_force_only_after_its_changes_were_seen_and_confirmed(
    client_of: SignIn, ms_wang: Woman
) -> None:
    client = client_of("administrator")
    asked = sent(client, protocol="rcog_nice", telephone="021-1")
    text = asked.content.decode()
    assert asked.status_code == 200
    assert "Another protocol for every woman" in text
    assert "Preterm clinic" in text
    assert "021-1" in text
    assert hospital.protocol().id == "antai"
    assert not Hospital.objects.exists()
    assert sent(client, protocol="rcog_nice", confirmed="antai").status_code == 200, "another one was confirmed"
    assert sent(client, protocol="rcog_nice", confirmed="rcog_nice", telephone="021-1").status_code == 302
    assert hospital.protocol().id == "rcog_nice"
    assert hospital.telephone() == "021-1"


def test_a_new_protocol_computes_everybody_and_the_page_says_how_far_it_is(client_of: SignIn, ms_wang: Woman) -> None:
    worklist.recompute_all(ward.DAY)
    client = client_of("administrator")
    assert "All 1 women are computed" in client.get(reverse("hospital")).content.decode()
    sent(client, protocol="rcog_nice", confirmed="rcog_nice")
    page = client.get(reverse("hospital")).content.decode()
    assert "begins by itself" in page
    assert 'hx-trigger="every 3s"' in page
    assert "protocol was changed" in client_of("nurse").get("/").content.decode()
    call_command("nights", "--once")
    assert "All 1 women are computed" in client.get(reverse("hospital")).content.decode()
    assert "protocol was changed" not in client_of("nurse").get("/").content.decode()
    steps = {step.id for step in hospital.read("rcog_nice").steps}
    assert set(Row.objects.values_list("step", flat=True)) <= steps
    assert Row.objects.exists()
    assert Run.objects.latest("pk").under == "rcog_nice 1"


def test_an_action_after_the_change_is_computed_under_the_new_protocol(
    ms_wang: Woman, administrator: User, nurse: User
) -> None:
    """Though the request had read the old one before."""
    with hospital.held():
        assert hospital.current().protocol == "antai"
        row = {name: getattr(hospital.current(), name) for name in hospital.FIELDS} | {"protocol": "rcog_nice"}
        Hospital.objects.create(number=1, changes=1, actor=administrator, **row)
        assert hospital.current().protocol == "antai", "read once a request"
        ward.tell(ms_wang, nurse, "scanned", length="31 mm")
    steps = {step.id for step in hospital.read("rcog_nice").steps}
    assert set(ms_wang.rows.values_list("step", flat=True)) <= steps


def test_the_settings_are_read_once_a_request(client_of: SignIn, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_of("nurse")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/")
    assert sum("clinic_hospital" in one["sql"] for one in asked.captured_queries) == 1


def test_the_hospitals_language_is_for_who_has_not_chosen_one(client_of: SignIn) -> None:
    sent(client_of("administrator"), language="zh-hans")
    visitor = Client()
    assert (
        '<html lang="zh-Hans">' in visitor.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()
    )
    visitor.post(reverse("language"), {"language": "en"})
    assert '<html lang="en">' in visitor.get("/accounts/login/").content.decode()


def test_a_second_step_required_on_the_page_is_asked_of_everybody(client_of: SignIn) -> None:
    nurse = client_of("nurse")
    assert nurse.get("/").status_code == 200
    sent(client_of("administrator"), second_step="yes")
    assert nurse.get("/")["Location"] == reverse("mfa_activate_totp")


@pytest.mark.parametrize("wrong", [{"name_en": ""}, {"protocol": "nowhere"}, {"language": "fr"}, {"second_step": ""}])
def test_what_cannot_hold_is_refused_and_nothing_is_saved(client_of: SignIn, wrong: dict[str, str]) -> None:
    answer = sent(client_of("administrator"), telephone="021-1", **wrong)
    assert answer.status_code == 422
    assert "021-1" in answer.content.decode()
    assert not Hospital.objects.exists()


def test_a_saved_protocol_that_is_gone_stops_the_next_start(tmp_path: Path) -> None:
    """Its file left out of a newer edition: the check of the database says so, not the first page of the morning."""
    told = {"FULLTERM_DATA": str(tmp_path), "FULLTERM_DEMO": "1"}
    manage("migrate", "--verbosity", "0", **told)
    save = (
        "from fullterm.clinic.models import *; u = User.objects.create(username='a');"
        "Hospital.objects.create(number=1, name_en='a', name_zh='a', protocol='gone', second_step=False, actor=u)"
    )
    assert manage("shell", "--no-imports", "-c", save, **told).returncode == 0
    run = manage("check", "--database", "default", **told)
    assert run.returncode == 1
    assert "there is no protocol 'gone'" in run.stderr


# ---- the protocol, to read


def test_who_cares_for_women_reads_the_protocol_in_force_step_by_step(client_of: SignIn) -> None:
    page = client_of("nurse").get(reverse("protocol")).content.decode()
    for step in hospital.read("antai").steps:
        assert f'id="{step.id}"' in page
    assert "12w0d to 14w6d" in page
    assert "best 13w0d to 14w0d" in page
    assert "also places it after one typical loss" in page, "a departure stands with its reason"
    assert "is read here" in page, "and so does advice without a step"
    chinese = client_of("nurse").get(reverse("protocol"), headers={"accept-language": "zh"}).content.decode()
    assert "一次典型流产" in chinese
    assert "孕" in chinese


def test_the_safety_net_stands_apart_with_who_adopted_it_or_that_nobody_has(client_of: SignIn) -> None:
    page = client_of("nurse").get(reverse("protocol")).content.decode()
    own, net = page.split('id="net"')
    assert 'id="infection"' in net
    assert 'id="rescue"' in net
    assert 'id="cerclage"' in own
    assert "safety rule of this software, not yet adopted here" in net
    ruled = replace(hospital.read("antai"), adopted=Adopted("Dr. Hu", date(2026, 3, 2)))
    with translation.override("zh-hans"):
        assert drawn(ruled, "zh")["adopted"].startswith("本软件安全规则,由Dr. Hu于2026-03-02采纳")


def test_the_protocols_page_is_linked_from_the_footer_of_who_may_open_it(client_of: SignIn) -> None:
    assert f'href="{reverse("protocol")}"' in client_of("doctor").get("/").content.decode()
    assert f'href="{reverse("protocol")}"' not in client_of("registrar").get("/accounts/2fa/").content.decode()


@pytest.mark.parametrize("old", available())
@pytest.mark.parametrize("new", available())
def test_the_differences_of_two_protocols_name_every_step_that_is_not_the_same(old: str, new: str, db: None) -> None:
    found = differences(old, new)
    if old == new:
        assert found == []
        return
    before, after = ({one.id for one in hospital.read(name).steps} for name in (old, new))
    kinds = [one.kind for one in found]
    assert kinds.count("gone") == len(before - after)
    assert kinds.count("new") == len(after - before)
    assert all(one.before != one.after for one in found if one.kind == "moved")
