"""Ms. Wang's story and a rescue, told through the pages in Debian's Chromium. Pictures: tests/artefacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.known import known_on
from fullterm.care.record import read
from fullterm.clinic import worklist
from fullterm.clinic.models import Row, User, Woman
from tests.clinic import ward

playwright = pytest.importorskip("playwright.sync_api", reason="uv sync --group dev installs playwright")
CHROMIUM = Path("/usr/bin/chromium")
PICTURES = Path(__file__).parent.parent / "artefacts"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="apt-get install -y chromium installs the browser"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


class Ward:
    """A browser on the ward on some day: what a nurse or a doctor does with the mouse and the keyboard."""

    def __init__(self, page: Any, root: str, pictures: str, set_day: Callable[[date], None]) -> None:
        self.page, self.root, self.pictures, self.set_day, self.count = page, root, pictures, set_day, 0

    def go(self, name: str, *args: object) -> None:
        self.page.goto(self.root + reverse(name, args=args))

    def picture(self, name: str) -> None:
        self.count += 1
        PICTURES.mkdir(exist_ok=True)
        for width, height in ((1280, 800), (390, 844)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.screenshot(path=PICTURES / f"{self.pictures}-{self.count:02}-{name}-{width}.png", full_page=True)
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} px wide on a screen of {width}"
        self.page.set_viewport_size({"width": 1280, "height": 800})

    def fill(self, **typed: str) -> None:
        """Type in fields by name; buttons and lists are chosen."""
        for name, value in typed.items():
            field = self.page.locator(f'main [name="{name}"]').first
            if field.get_attribute("type") == "radio":
                self.page.locator(f'main input[name="{name}"][value="{value}"]').check()
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def save(self) -> None:
        self.page.locator("main form button:visible").first.click()

    def enter(self, woman: Woman, kind: str, on: date, **typed: str) -> None:
        self.set_day(on)
        self.go("enter", woman.pk, kind)
        self.fill(**typed)
        self.save()

    def interview(self, woman: Woman, said: dict[str, str], words: dict[str, str]) -> list[str]:
        """Answer until nothing more is asked; what is not in `said` is not known. The keys in the order asked."""
        self.go("history", woman.pk)
        asked: list[str] = []
        while self.page.locator('input[name="question"]').count() and len(asked) < 200:
            key = self.page.locator('input[name="question"]').get_attribute("value")
            self.answer(key, said.get(key, "unknown"), words.get(key), again=key in asked)
            asked.append(key)
        return asked

    def answer(self, key: str, value: str, words: str | None, *, again: bool) -> None:
        if words and not again:
            self.page.locator('[name="words"]').fill(words)
        if key in ("earlier", "procedures", "scans"):
            told = int(value) if value.isdigit() else 0
            there = (
                Woman.objects.get().document.get(key, {}).get("pregnancies" if key == "earlier" else "operations", [])
            )
            value = "another" if len(there) < told else "complete"
        typed = self.page.locator('[name="typed"]')
        if typed.count() and value != "unknown" and not again:
            typed.fill(value)
            typed.press("Enter")
        elif typed.count() and again:
            self.page.locator('button[name="said"]').click()
        else:
            self.page.locator(f'button[name="said"][value="{value}"]').click()


@pytest.fixture
def on_the_ward(
    browser: Any, live_server: Any, staff: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Ward]]:
    """`on_the_ward("doctor", "zh-hans")`: a browser in which she is signed in; `scripts=False` runs none."""
    contexts: list[Any] = []

    def set_day(day: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: day)

    def signed_in(name: str, language: str, pictures: str, *, scripts: bool = True) -> Ward:
        client = Client()
        client.force_login(staff[name], backend="django.contrib.auth.backends.ModelBackend")
        context = browser.new_context(java_script_enabled=scripts)
        contexts.append(context)
        cookies = {
            settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
            settings.LANGUAGE_COOKIE_NAME: language,
        }
        context.add_cookies([{"name": one, "value": value, "url": live_server.url} for one, value in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return Ward(page, live_server.url, pictures, set_day)

    yield signed_in
    for context in contexts:
        context.close()


SAID = {
    "pregnant": "no", "wishes_to_conceive": "yes", "age": "33", "earlier": "2", "procedures": "0",
    "earlier[1].outcome": "loss", "earlier[1].gestation": "刚过5个月", "earlier[1].membranes_first": "yes",
    "earlier[1].contractions_first": "no", "earlier[1].fetuses": "1", "earlier[1].abruption": "no",
    "earlier[1].infection": "no", "earlier[1].fetal_death_first": "no", "earlier[1].fetal_anomaly": "no",
    "earlier[1].cerclage": "none", "earlier[1].bleeding_first": "no", "earlier[1].induced": "no",
    "earlier[2].outcome": "loss", "earlier[2].gestation": "不到五个月",
    "earlier[2].membranes_bulging": "yes", "earlier[2].painless_dilatation": "yes",
    "earlier[2].contractions_first": "no", "earlier[2].fetuses": "1", "earlier[2].abruption": "no",
    "earlier[2].infection": "no", "earlier[2].fetal_death_first": "no", "earlier[2].fetal_anomaly": "no",
    "earlier[2].cerclage": "none", "earlier[2].bleeding_first": "no", "earlier[2].induced": "no",
    "uterine_anomaly": "none", "adhesions": "no", "antiphospholipid_antibodies": "no", "curettages": "0",
    "cervical_laceration": "no", "transvaginal_cerclage_impossible": "no",
}  # fmt: skip
WORDS = {
    "earlier[1].outcome": "拿起拖把拖了几下，突然下身流水，但是肚子疼，打120到医院，说孩子保不住了。",
    "earlier[2].outcome": "小肚子不舒服，胀胀的，马上送到医院，宫口已经开了，羊膜囊都膨出来了。",
}
FIRST_VISIT, TWELVE_WEEKS, THEATRE = date(2026, 1, 5), date(2026, 4, 6), date(2026, 4, 16)
THIRTY_SIX, OUT, BIRTH, AGAIN = date(2026, 9, 23), date(2026, 9, 24), date(2026, 10, 12), date(2027, 3, 1)


def facts_of(woman: Woman, on: date) -> Any:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert problems == ()
    assert case is not None
    return known_on(case, on).facts


def test_ms_wangs_story_from_the_first_visit_to_the_second_child(on_the_ward: Callable[..., Ward]) -> None:
    clinic = on_the_ward("doctor", "zh-hans", "wang")
    clinic.set_day(FIRST_VISIT)
    clinic.go("register")
    clinic.fill(number="W-2026", name="王秀兰", phone="13900000000", language="zh")
    clinic.picture("登记")
    clinic.save()
    woman = Woman.objects.get()
    clinic.picture("第一问")
    asked = clinic.interview(woman, SAID, WORDS)
    clinic.picture("问完")
    clinic.page.goto(clinic.root + reverse("history", args=(woman.pk,)) + "?ask=earlier[2].gestation")
    clinic.fill(typed="不到五个月；比第1次早10天", words="比上次还早10天")  # asked before the first was told
    clinic.picture("改答")
    clinic.save()
    facts = facts_of(woman, FIRST_VISIT)

    assert asked[0] == "pregnant"
    assert len(asked) < 100
    assert [one["outcome"] for one in facts.lists["earlier"].records] == ["loss", "loss"]
    assert facts.lists["earlier"].records[1]["gestation"].low == 130
    assert "拖把" in woman.document["earlier"]["pregnancies"][0]["said"]
    clinic.go("woman", woman.pk)
    clinic.picture("患者主页")
    clinic.go("history_form", woman.pk)
    clinic.picture("完整病史")

    clinic.enter(woman, "begin", TWELVE_WEEKS, by="crl", day="2026-04-06", gestation="12w0d", within="2", fetuses="1")
    clinic.enter(woman, "cerclage", THEATRE, technique="mcdonald", indication="history", anaesthesia="腰麻",
                 material="Mersilene带", sutures="1", bites="5", depth_judged="right", blood_loss="20",
                 membranes_before="not_visible", membranes_after="not_visible", remover="胡主任")  # fmt: skip
    clinic.picture("拆线窗口")
    assert "2026-09-23" in clinic.page.content()
    clinic.enter(woman, "scan", date(2026, 5, 20), length="2.2")
    assert "像是以厘米为单位" in clinic.page.content()
    clinic.picture("厘米")
    for day, length in ((date(2026, 5, 20), "31"), (date(2026, 6, 3), "27")):
        clinic.enter(woman, "scan", day, length=length, funnel="none", sludge="no")

    clinic.set_day(THIRTY_SIX)
    worklist.recompute_all(THIRTY_SIX)
    clinic.go("today")
    first = clinic.page.locator(".line").first
    assert "王秀兰" in first.inner_text()
    assert "拆除宫颈缝线" in first.inner_text()
    clinic.picture("今日")
    clinic.enter(woman, "removal", OUT)
    assert not Row.objects.filter(step="removal").exists()
    clinic.set_day(BIRTH)
    clinic.go("enter", woman.pk, "end")
    clinic.fill(outcome="live_birth", caesarean="none", said="足月，母女平安")
    clinic.picture("结局")
    clinic.save()
    third = facts_of(woman, BIRTH).lists["earlier"].records[2]
    assert (third["outcome"], third["cerclage"]) == ("live_birth", "history")
    assert third["shortest_cervix"] == (270, 270)

    clinic.enter(woman, "begin", AGAIN, by="lmp", day="2027-01-11", within="5")
    facts = facts_of(woman, AGAIN)
    assert len(facts.lists["earlier"].records) == 3
    assert facts.lists["scans"].records == ()
    assert "suture" not in facts.values
    clinic.go("woman", woman.pk)
    clinic.picture("第二胎")
    clinic.go("history_form", woman.pk)
    assert clinic.page.locator('[name="earlier[3].cerclage"]').input_value() == "history"


def test_a_rescue_in_english(on_the_ward: Callable[..., Ward]) -> None:
    clinic, day = on_the_ward("doctor", "en", "rescue"), date(2026, 5, 12)
    clinic.set_day(day)
    clinic.go("register")
    clinic.fill(number="R-1", name="Ann Lee", language="en")
    clinic.save()
    woman = Woman.objects.get()
    clinic.enter(woman, "begin", day, by="scan", day="2026-05-12", gestation="21w3d", within="5", fetuses="1")
    clinic.set_day(day)
    clinic.go("enter", woman.pk, "examination")
    clinic.fill(dilatation="2", membranes="bulging", contractions="no", labour="no", bleeding="no",
                ruptured_membranes="no", infection="no", infection_suspected="no", temperature="36.8")  # fmt: skip
    clinic.picture("examination")
    clinic.save()
    clinic.interview(woman, {"earlier": "0", "procedures": "0", "anomaly_scan": "normal", "alive": "yes",
                             "suture": "none", "placenta_praevia": "no", "fetal_compromise": "no"}, {})  # fmt: skip
    clinic.go("today")
    clinic.picture("today")
    first = clinic.page.locator(".line").first
    assert "Ann Lee" in first.inner_text()
    assert "Rescue cerclage" in first.inner_text()
    clinic.enter(woman, "cerclage", day, technique="mcdonald", indication="examination", membranes_before="bulging",
                 membranes_after="not_visible", depth_judged="unsure")  # fmt: skip
    clinic.picture("operation-saved")
    facts = facts_of(woman, day)

    assert facts.values["suture"] == "mcdonald"
    assert not Row.objects.filter(step="rescue").exists()


def test_an_entry_and_an_answer_are_saved_with_scripts_off(on_the_ward: Callable[..., Ward], ms_wang: Woman) -> None:
    clinic = on_the_ward("nurse", "en", "plain", scripts=False)
    clinic.set_day(ward.DAY)
    clinic.go("enter", ms_wang.pk, "scan")
    clinic.page.locator('[name="length"]').fill("31")
    with clinic.page.expect_navigation():
        clinic.page.keyboard.press("Enter")
    ms_wang.refresh_from_db()

    assert ms_wang.history.filter(action="scanned").exists()
    clinic.page.goto(clinic.root + reverse("history", args=(ms_wang.pk,)) + "?ask=diabetes")
    with clinic.page.expect_navigation():
        clinic.page.locator('button[name="said"][value="no"]').click()
    assert ms_wang.history.filter(data__key="diabetes", data__said="no").exists()
