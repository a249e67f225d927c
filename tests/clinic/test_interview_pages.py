"""The history taken page by page, in a real browser on a phone: in both languages, with scripts and without."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from fullterm.care.case.model import Case
from fullterm.care.interview.tiers import LISTS, NONE_OF_THESE
from fullterm.care.record.events import read
from fullterm.clinic.models import Event, User, Woman
from tests.clinic import ward
from tests.clinic.test_everybody_can_read import AXE, faults
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
        if pictures and AXE.exists():
            assert faults(at.page) == [], pages[-1]
        if (story := at.page.locator("textarea[name=words]")).count():
            story.fill(STORY)
        if pictures:
            at.picture(f"page-{len(pages)}")
        at.press(at.page.locator("button.go"))
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
    at.press(at.page.locator("button.go"))
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


def test_what_is_being_typed_does_not_fold_away_under_the_hand(newcomer: Woman, on_the_ward: In) -> None:
    at = on_the_ward("nurse", "en", "interview-typing")
    at.go("history", newcomer.pk)
    held: list[Any] = []
    at.page.route("**/history/matters/", lambda route: held.append(route))
    with at.page.expect_request("**/history/matters/"):
        at.fill(pregnant="no")
    at.page.locator('[name="dilatation"]').first.press_sequentially("3")  # typed while the answer is on its way
    at.page.route("**/history/matters/", lambda route: route.continue_())
    held[0].continue_()
    at.page.locator('[name="contractions"]').first.wait_for(state="hidden")

    assert at.page.locator('[name="dilatation"]').first.is_visible()
    assert at.page.locator('[name="dilatation"]').first.input_value() == "3"
    assert at.page.evaluate("document.activeElement.name") == "dilatation"
    quiet(at)


def test_where_there_is_a_keyboard_one_begins_in_the_first_field(newcomer: Woman, on_the_ward: In) -> None:
    at = on_the_ward("nurse", "en", "interview-first")
    at.go("history", newcomer.pk)
    assert at.page.evaluate("document.activeElement.name") == "pregnant"

    at.fill(pregnant="yes", dilatation="a bit")
    quiet(at)
    at.page.locator("button.go").click()
    at.page.locator(".refused").first.wait_for()
    assert at.page.evaluate("document.activeElement.name") == "dilatation"


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


def post(client: Client, woman: Woman, **typed: str) -> Any:
    """The next page, with some of its answers; the page that comes then."""
    return client.post(reverse("history", args=(woman.pk,)), page_of(client, woman) | typed, follow=True)


NO_DANGER = {"pregnant": "yes", "none": "1", "dilatation": "2", "membranes": "not_visible", "alive": "yes"}


def test_an_examination_too_old_to_count_is_shown_with_its_day_and_not_sent_as_todays(
    newcomer: Woman, nurses: Client, on_day: Callable[[date], None]
) -> None:
    post(nurses, newcomer, **NO_DANGER)
    on_day(date(2026, 4, 20))
    page = nurses.get(reverse("history", args=(newcomer.pk,)))
    one = next(one for one in page.context["fields"] if one.name == "dilatation")

    assert one.value == ""
    assert "2 cm on 2026-04-06: too old to count" in one.help


def test_a_pregnancy_dated_meanwhile_is_not_dated_anew_by_an_answer(
    newcomer: Woman, nurses: Client, doctor: User
) -> None:
    post(nurses, newcomer, **NO_DANGER)
    mine = page_of(nurses, newcomer) | {"gestation": "15w0d", "fetuses": "1"}
    newcomer.refresh_from_db()
    ward.tell(newcomer, doctor, "pregnancy began", measured={"on": "2026-04-05", "gestation": "12w0d"}, dating="crl")
    before = case_of(newcomer).pregnancy
    there = reverse("history", args=(newcomer.pk,))
    shown = nurses.post(there, mine).context
    again = {name: str(shown[name]) for name in ("seen", "key", "keys")}

    assert "gestation" in mine["keys"].split()
    assert "gestation" not in again["keys"].split()
    assert nurses.post(there, mine | again).status_code == 302
    after = case_of(newcomer).pregnancy
    assert before is not None
    assert before.dating is not None
    assert after is not None
    assert after.dating == before.dating


def test_her_words_alone_are_not_lost_when_the_rest_is_left_for_later(newcomer: Woman, nurses: Client) -> None:
    post(nurses, newcomer, pregnant="no")
    post(nurses, newcomer, wishes_to_conceive="yes", earlier="1")
    page = post(nurses, newcomer, words=STORY, skip="1").content.decode()

    assert f">{escape(STORY)}</textarea>" in page
    assert "Her own words are kept with an answer" in page


def test_it_is_not_enough_while_a_danger_is_left_for_later(newcomer: Woman, nurses: Client) -> None:
    for _ in range(9):
        page = post(nurses, newcomer, skip="1")
        if "keys" not in page.context:
            break
    said = page.content.decode()

    assert "Enough for today" not in said
    assert "What was left for later may still change the leading cause" in said
    again = nurses.get(reverse("history", args=(newcomer.pk,)), {"unskip": "1"}).context["keys"].split()
    assert again[:2] == ["pregnant", "bleeding"]


def test_a_list_nobody_is_sure_of_stays_open_and_is_asked_about_again(newcomer: Woman, nurses: Client) -> None:
    post(nurses, newcomer, pregnant="no")
    post(nurses, newcomer, wishes_to_conceive="yes", earlier="2", not_all="earlier")
    case = case_of(newcomer)

    assert (len(case.earlier), case.earlier_complete) == (2, False)
    asked = []
    for _ in range(4):
        asked.append(page_of(nurses, newcomer)["keys"].split())
        post(nurses, newcomer, **{key: "unknown" for key in asked[-1] if key not in LISTS} | {"skip": "1"})
    assert any("earlier" in keys for keys in asked)
