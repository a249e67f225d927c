"""The history taken page by page, in a real browser on a phone: in both languages, with scripts and without."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.care.case import Case
from fullterm.care.record import read
from fullterm.care.tiers import LISTS, NONE_OF_THESE
from fullterm.clinic.models import Event, Woman
from tests.clinic import ward
from tests.clinic.through import PHONE, Ward

pytestmark = pytest.mark.django_db(transaction=True)
In = Callable[..., Ward]

TWO_LOSSES = {
    "pregnant": "yes", "dilatation": "0", "membranes": "not_visible", "alive": "yes", "fetal_compromise": "no",
    "gestation": "13w2d", "fetuses": "1", "suture_in": "no", "scans": "complete", "earlier": "2",
    "cerclage_planned_for": "none", "anomaly_scan": "not_done", "progesterone": "no", "first_trimester_scan": "yes",
    "earlier[1].outcome": "loss", "earlier[1].gestation": "20w1d", "earlier[1].painless_dilatation": "yes",
    "earlier[1].membranes_bulging": "yes", "earlier[2].outcome": "loss", "earlier[2].gestation": "22w0d",
    "earlier[2].painless_dilatation": "yes", "procedures": "complete", "curettages": "1", "uterine_anomaly": "none",
    "earlier[1].cerclage": "none", "earlier[2].cerclage": "none", "earlier[2].caesarean": "none",
}  # fmt: skip
"""Everything else is answered no."""
STORY = "I only mopped the floor; then water ran."


@pytest.fixture
def newcomer(db: None) -> Woman:
    """A woman of whom nothing is told yet."""
    return Woman.objects.create(number="N-1", name=ward.NAME)


def case_of(woman: Woman) -> Case:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert problems == ()
    assert case is not None
    return case


def take(at: Ward, *, most: int, pictures: bool) -> list[list[str]]:
    """Answer page after page until it is enough for today; the keys of each page. `pictures`: of each as answered."""
    pages: list[list[str]] = []
    while (sent := at.page.locator('input[name="keys"]')).count():
        pages.append(str(sent.get_attribute("value")).split())
        assert len(pages) <= most, pages
        for key in pages[-1]:
            field(at, key)
        if (story := at.page.locator("textarea[name=words]")).count():
            story.fill(STORY)
        if pictures:
            at.picture(f"page-{len(pages)}")
        at.page.locator("button.go").click()
        at.page.wait_for_load_state()
        assert not at.page.locator(".refused").count(), at.said()
    return pages


def quiet(at: Ward) -> None:
    """Until nothing is on its way: a request that outlives its test would meet the next one's database."""
    at.page.locator("form.interview:not([aria-busy])").wait_for()


def field(at: Ward, key: str) -> None:
    one, value = at.page.locator(f'[name="{key}"]'), TWO_LOSSES.get(key, "no")
    if not one.first.is_visible():
        return
    if one.first.get_attribute("type") == "radio":
        wanted = at.page.locator(f'[name="{key}"][value="{value}"]')
        other = "complete" if key in LISTS else "unknown"
        (wanted if wanted.count() else at.page.locator(f'[name="{key}"][value="{other}"]')).check()
    elif key in TWO_LOSSES:
        one.first.fill(value)
        one.first.blur()
    else:
        at.page.locator(f'[name="{key}"][type="checkbox"]').check()
    quiet(at)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "without scripts"])
def test_two_losses_are_told_on_a_phone_in_eight_pages_at_most(
    newcomer: Woman, on_the_ward: In, language: str, *, scripts: bool
) -> None:
    at = on_the_ward("nurse", language, f"interview-{language}", scripts=scripts)
    at.page.set_viewport_size(PHONE)
    at.go("history", newcomer.pk)
    pages = take(at, most=8, pictures=scripts)
    said, case = at.said(), case_of(newcomer)
    at.picture("enough")

    assert {"en": "Enough for today", "zh-hans": "今日已足够"}[language] in said
    assert pages[0][:2] == ["pregnant", "bleeding"]
    assert [one.values["outcome"] for one in case.earlier] == ["loss", "loss"]
    assert case.earlier_complete
    assert STORY in str(case.earlier[0].said)
    assert at.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    at.follow("history", newcomer.pk)  # on to what settles the rest
    assert at.page.locator('input[name="keys"]').count() == 1


def test_a_woman_dilated_with_bulging_membranes_has_rescue_first_after_the_danger_page(
    newcomer: Woman, on_the_ward: In
) -> None:
    at = on_the_ward("nurse", "en", "interview-danger")
    at.go("history", newcomer.pk)
    at.page.get_by_role("button", name="None of these").click()
    at.fill(pregnant="yes", dilatation="3", membranes="bulging", alive="yes")
    quiet(at)
    at.page.locator("button.go").click()
    at.page.wait_for_load_state()
    at.go("woman", newcomer.pk)

    assert "NOW Rescue cerclage: decide today" in at.said()
    said = {one.data["key"]: one.data["said"] for one in newcomer.history.filter(action="answered")}
    assert {key: said[key] for key in said if key in NONE_OF_THESE} == dict.fromkeys(
        ("bleeding", "ruptured_membranes", "contractions", "labour", "infection", "infection_suspected",
         "fetal_compromise"), "no",
    )  # fmt: skip


def test_fields_fold_away_as_answers_come_and_what_was_typed_stays(newcomer: Woman, on_the_ward: In) -> None:
    at = on_the_ward("nurse", "en", "interview-fold")
    at.go("history", newcomer.pk)
    at.fill(bleeding="yes")
    at.fill(pregnant="no")
    quiet(at)

    assert at.page.locator('[name="bleeding"]').first.is_visible(), "what is answered stays"
    assert not at.page.locator('[name="contractions"]').first.is_visible()
    assert not at.page.locator('[name="dilatation"]').first.is_visible()
    assert not newcomer.history.exists(), "nothing is saved by it"


def test_one_key_answers_and_goes_on_to_the_next(newcomer: Woman, on_the_ward: In) -> None:
    at = on_the_ward("nurse", "en", "interview-keys")
    at.go("history", newcomer.pk)
    at.page.locator('[name="pregnant"]').first.focus()
    for key in "yn?":
        at.page.keyboard.press(key)
        quiet(at)
    checked = at.page.evaluate("[...document.querySelectorAll('.asked :checked')].map((one) => one.name + one.value)")

    assert checked == ["pregnantyes", "bleedingno", "ruptured_membranesunknown"]


@pytest.fixture
def nurses(client_of: Callable[[str], Client]) -> Client:
    return client_of("nurse")


def page_of(client: Client, woman: Woman) -> dict[str, str]:
    """What the next page sends along with its answers."""
    shown = client.get(reverse("history", args=(woman.pk,))).context
    return {"seen": str(shown["seen"]), "key": str(shown["key"]), "keys": shown["keys"]}


def test_a_page_is_saved_whole_or_not_at_all_and_everything_typed_stays(newcomer: Woman, nurses: Client) -> None:
    sent = page_of(nurses, newcomer) | {"pregnant": "yes", "bleeding": "no", "dilatation": "a bit"}
    page = nurses.post(reverse("history", args=(newcomer.pk,)), sent)

    assert not newcomer.history.exists()
    assert "a bit" in page.content.decode()
    assert 'name="bleeding" value="no" checked' in page.content.decode()
    assert "wrong-dilatation" in page.content.decode()
    assert (page.context["seen"], str(page.context["key"])) == (0, sent["key"])


def test_the_same_page_sent_twice_is_saved_once(newcomer: Woman, nurses: Client) -> None:
    sent = page_of(nurses, newcomer) | {"pregnant": "yes", "none": "1", "alive": "unknown"}
    for _ in range(2):
        assert nurses.post(reverse("history", args=(newcomer.pk,)), sent).status_code == 302

    assert Event.objects.filter(woman=newcomer, data__key="pregnant").count() == 1
    assert newcomer.history.count() == 9
    assert "alive" in case_of(newcomer).not_known


def test_somebody_elses_answer_is_shown_first_and_what_was_typed_stays(
    newcomer: Woman, client_of: Callable[[str], Client]
) -> None:
    nurse, doctor = client_of("nurse"), client_of("doctor")
    mine = page_of(nurse, newcomer) | {"pregnant": "yes", "dilatation": "2"}
    doctor.post(reverse("history", args=(newcomer.pk,)), page_of(doctor, newcomer) | {"pregnant": "yes"})
    page = nurse.post(reverse("history", args=(newcomer.pk,)), mine).content.decode()

    assert "doctor answered a question" in page
    assert 'name="pregnant" value="yes" checked' in page
    assert newcomer.history.count() == 1


def test_what_is_left_for_later_waits_until_it_is_asked_for(newcomer: Woman, nurses: Client) -> None:
    there = reverse("history", args=(newcomer.pk,))
    first = page_of(nurses, newcomer)
    nurses.post(there, first | {"pregnant": "yes", "skip": "1"})
    then = nurses.get(there)

    assert "bleeding" in first["keys"].split()
    assert "bleeding" not in then.context["keys"].split()
    assert then.context["skipped"] > 5
    assert "bleeding" in nurses.get(there, {"unskip": "1"}).context["keys"].split()


def test_an_empty_page_is_not_saved_as_answered(newcomer: Woman, nurses: Client) -> None:
    page = nurses.post(reverse("history", args=(newcomer.pk,)), page_of(nurses, newcomer)).content.decode()

    assert "Nothing is answered yet" in page
    assert not newcomer.history.exists()


@pytest.mark.parametrize("keys", ["", "nonsense", "earlier[9].outcome", "__class__"])
def test_a_page_that_is_none_is_not_found(newcomer: Woman, nurses: Client, keys: str) -> None:
    sent = {"seen": "0", "key": str(uuid.uuid4()), "keys": keys, "pregnant": "yes"}

    assert nurses.post(reverse("history", args=(newcomer.pk,)), sent).status_code == 404
    assert nurses.post(reverse("history_matters", args=(newcomer.pk,)), sent).status_code == 404
    assert not newcomer.history.exists()


def test_what_still_matters_is_told_to_nobody_outside_her_care(
    newcomer: Woman, client_of: Callable[[str], Client]
) -> None:
    sent = {"keys": "pregnant"}
    there = reverse("history_matters", args=(newcomer.pk,))

    assert client_of("nurse").post(there, sent).json() == {"keys": ["pregnant"]}
    assert client_of("registrar").post(there, sent).status_code == 403
    assert client_of("nobody").post(there, sent).status_code == 401
