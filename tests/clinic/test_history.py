"""The history by page, by one question, or whole; nothing typed is lost and nothing told is deleted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.case.model import Case
from fullterm.care.interview.sitting import sitting
from fullterm.care.interview.tiers import LISTS
from fullterm.care.interview.turn import turn
from fullterm.care.record.events import read
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.models import Event, Row, User, Woman
from fullterm.logic.ask import Question
from tests.clinic import ward

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]


@pytest.fixture
def newcomer(db: None) -> Woman:
    """A woman of whom nothing is told yet."""
    return Woman.objects.create(number="N-1", name=ward.NAME)


@pytest.fixture
def doctors(client_of: In) -> Client:
    return client_of("doctor")


def interview(woman: Woman) -> str:
    return reverse("history", args=(woman.pk,))


def whole_form(woman: Woman) -> str:
    return reverse("history_form", args=(woman.pk,))


def hidden(page: str) -> dict[str, str]:
    pairs = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in pairs if name in ("seen", "key", "question", "again")}


def answer(client: Client, woman: Woman, asked: str = "", **typed: str) -> Any:
    url = interview(woman)
    page = client.get(url, {"ask": asked} if asked else {}).content.decode()
    return client.post(url, {**hidden(page), **typed}, follow=True)


def asked(response: Any) -> str:
    return hidden(response.content.decode())["question"]


def case_of(woman: Woman) -> Case:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert problems == ()
    assert case is not None
    return case


def test_the_first_page_is_danger_and_each_field_says_what_is_asked(newcomer: Woman, doctors: Client) -> None:
    page = doctors.get(interview(newcomer))
    now = sitting(Case(ward.DAY), ward.DAY, hospital.protocol())
    found = now.page()

    assert found is not None
    assert page.context["keys"].split() == list(found[1])
    assert turn(now, Question("bleeding", 1, 1.0, ()), "en").words in unescape(page.content.decode())
    assert "style=" not in page.content.decode()
    assert "<script>" not in page.content.decode()


def send(client: Client, woman: Woman, **typed: str) -> Any:
    """The next page, with some of its answers."""
    shown = client.get(interview(woman)).context
    sent = {"seen": shown["seen"], "key": shown["key"], "keys": shown["keys"]}
    return client.post(interview(woman), {**sent, **typed}, follow=True)


def test_an_answer_brings_the_next_page_and_keeps_its_day_and_its_source(newcomer: Woman, doctors: Client) -> None:
    then = send(doctors, newcomer, pregnant="no", source="seen in notes", on="2026-04-02")
    (seen,) = case_of(newcomer).observations

    assert "wishes_to_conceive" in then.context["keys"].split()
    assert (seen.fact, seen.value, seen.on, seen.source) == ("pregnant", False, date(2026, 4, 2), "seen in notes")


def test_dangers_denied_of_a_woman_who_is_not_pregnant_have_no_place_and_one_told_is_refused(
    newcomer: Woman, doctors: Client
) -> None:
    refused = send(doctors, newcomer, pregnant="no", bleeding="yes", contractions="no")
    assert not newcomer.history.exists()
    assert "say first whether she is pregnant" in refused.content.decode()

    send(doctors, newcomer, pregnant="no", bleeding="no", contractions="unknown")
    assert [one.data["key"] for one in newcomer.history.all()] == ["pregnant"]


def test_her_own_words_of_a_pregnancy_stand_in_its_story(newcomer: Woman, doctors: Client) -> None:
    send(doctors, newcomer, pregnant="no")
    send(doctors, newcomer, wishes_to_conceive="yes", earlier="1")
    send(doctors, newcomer, words="not any more", **{"earlier[1].outcome": "loss", "earlier[1].gestation": "大约5个月"})
    (one,) = case_of(newcomer).earlier

    assert one.said == "not any more"
    assert one.values["gestation"].low < 140 <= one.values["gestation"].high  # type: ignore[union-attr]  # a span


def test_the_interview_tells_her_history_and_ends(newcomer: Woman, doctors: Client) -> None:
    said = {"pregnant": "no", "earlier": "1", "earlier[1].outcome": "loss", "earlier[1].gestation": "20w0d",
            "earlier[1].painless_dilatation": "yes", "earlier[1].fetuses": "1"}  # fmt: skip
    doctors.get(interview(newcomer), {"further": "1"})
    for _ in range(30):
        page = doctors.get(interview(newcomer))
        if "keys" not in page.context:
            break
        keys = page.context["keys"].split()
        send(doctors, newcomer, **{key: said.get(key, "complete" if key in LISTS else "unknown") for key in keys})
    else:
        pytest.fail("the interview does not end")
    case = case_of(newcomer)

    assert "Nothing more to ask" in page.content.decode()
    assert case.earlier_complete
    assert case.earlier[0].values["outcome"] == "loss"


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "is not a gestation"), ("zh-hans", "不是孕周")],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_beside_the_field_with_everything_typed_kept(
    ms_wang: Woman, doctors: Client, language: str, sentence: str
) -> None:
    doctors.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    before = ms_wang.history.count()
    page = unescape(
        answer(
            doctors, ms_wang, "earlier[1].gestation", typed="a while", words="hard to say", source="seen in notes"
        ).content.decode()
    )

    assert sentence in page
    assert 'value="a while"' in page
    assert ">hard to say</textarea>" in page
    assert 'value="seen in notes" checked' in page
    assert ms_wang.history.count() == before


def test_an_answer_too_wide_to_decide_is_asked_more_exactly_once_and_then_left(
    newcomer: Woman, doctors: Client
) -> None:
    key = "earlier[1].gestation"
    send(doctors, newcomer, pregnant="no")
    send(doctors, newcomer, wishes_to_conceive="yes", earlier="1")
    page = send(doctors, newcomer, **{"earlier[1].outcome": "loss", key: "11-15 weeks"})
    then = send(doctors, newcomer, **{key: "12-15 weeks"})

    assert key in page.context["keys"].split()
    assert "Before 12w0d or 14w0d, or later (that day included)?" in page.content.decode()
    assert 'value="11-15 weeks"' in page.content.decode(), "what was told is not asked blank"
    assert key not in then.context["keys"].split()
    assert newcomer.history.filter(data__key=key).count() == 2


def test_an_empty_answer_is_asked_for(ms_wang: Woman, doctors: Client) -> None:
    assert "fill it in" in answer(doctors, ms_wang, "earlier[1].gestation", typed=" ").content.decode()


def test_a_question_asked_before_shows_its_answer_and_a_new_one_replaces_it(ms_wang: Woman, doctors: Client) -> None:
    page = doctors.get(interview(ms_wang), {"ask": "earlier[1].abruption"}).content.decode()
    before = ms_wang.history.count()
    answer(doctors, ms_wang, "earlier[1].abruption", said="yes")

    assert "Answer now: no" in page
    assert re.search(rf"{ward.DAY}</span> \(not stated\)</span>", page), "and who told it"
    assert case_of(ms_wang).earlier[0].values["abruption"] is True
    assert ms_wang.history.count() == before + 1
    assert ms_wang.history.filter(data__key="earlier[1].abruption", data__said="no").exists()  # nothing is deleted


def test_the_answer_just_given_can_be_changed(ms_wang: Woman, doctors: Client) -> None:
    answer(doctors, ms_wang, "diabetes", said="yes")
    page = doctors.get(interview(ms_wang))

    assert page.context["latest"][0]["key"] == "diabetes"
    assert "?ask=diabetes" in page.content.decode()


def test_a_corrected_answer_of_today_stands_over_a_wrong_one_whatever_day_is_given(
    ms_wang: Woman, doctors: Client
) -> None:
    answer(doctors, ms_wang, "diabetes", said="yes")
    answer(doctors, ms_wang, "diabetes", said="no", on="2026-04-01")

    assert [one.value for one in case_of(ms_wang).observations if one.fact == "diabetes"] == [False]


def test_dont_know_is_not_asked_again(ms_wang: Woman, doctors: Client) -> None:
    first = doctors.get(interview(ms_wang)).context["keys"].split()[0]
    then = send(doctors, ms_wang, **{first: "unknown"})

    assert first in case_of(ms_wang).not_known
    assert first not in then.context["keys"].split()


@pytest.mark.parametrize("key", ["nonsense", "earlier[9].outcome", "earlier[1].nonsense", "scans[7].length"])
def test_a_question_that_is_none_is_not_found(ms_wang: Woman, doctors: Client, key: str) -> None:
    assert doctors.get(interview(ms_wang), {"ask": key}).status_code in (200, 404)
    assert doctors.post(interview(ms_wang), {"question": key, "said": "yes"}).status_code in (200, 404)
    case_of(ms_wang)


def test_somebody_elses_answer_is_shown_first_and_what_was_typed_stays(ms_wang: Woman, client_of: In) -> None:
    doctor, nurse = client_of("doctor"), client_of("nurse")
    sent = hidden(doctor.get(interview(ms_wang), {"ask": "earlier[1].gestation"}).content.decode())
    answer(nurse, ms_wang, "earlier[1].abruption", said="unknown")
    page = doctor.post(interview(ms_wang), {**sent, "typed": "20 weeks"}).content.decode()

    assert "nurse answered a question" in page
    assert 'value="20 weeks"' in page


@pytest.mark.parametrize("role", ["registrar", "administrator", "outsider"])
def test_nobody_outside_her_care_reads_her_history(ms_wang: Woman, client_of: In, role: str) -> None:
    assert client_of(role).get(interview(ms_wang)).status_code == 403
    assert client_of(role).get(whole_form(ms_wang)).status_code == 403


# -- the whole form --------------------------------------------------------------------------------------------------


def fields(page: str) -> dict[str, str]:
    """Every field of the form as a browser would send it untouched."""
    form = page[page.index('<form method="post">') :]
    found = {
        name: unescape(value) for name, value in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)
    }
    for name, body in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.findall(r'value="([^"]*)" selected', body)
        found[name] = chosen[0] if chosen else ""
    found["source"] = "said by her"
    return found


def opened(client: Client, woman: Woman) -> dict[str, str]:
    return fields(client.get(whole_form(woman)).content.decode())


def test_the_form_opens_with_what_is_told_and_saves_nothing_untouched(ms_wang: Woman, doctors: Client) -> None:
    doctors.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    answer(doctors, ms_wang, "bmi", said="unknown")
    sent = opened(doctors, ms_wang)
    before = ms_wang.history.count()
    page = doctors.post(whole_form(ms_wang), sent, follow=True).content.decode()

    assert sent["earlier[1].gestation"] == "just after five months"
    assert sent["earlier[2].membranes_bulging"] == "yes"
    assert sent["adhesions"] == "no"
    assert sent["complete.earlier"] == "complete"
    assert sent["bmi"] == "不清楚"
    assert "未保存任何内容" in page
    assert ms_wang.history.count() == before


def test_only_what_was_changed_is_saved_one_event_for_each(ms_wang: Woman, doctors: Client) -> None:
    before = ms_wang.events
    changed = {
        "diabetes": "no",
        "hegar_passed": "8 mm",
        "earlier[1].tissue_tested": "unknown",
        "anomaly_scan": "normal",
    }
    doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | changed)
    case = case_of(ms_wang)
    events = ms_wang.history.filter(number__gt=before)

    assert {one.data["key"] for one in events} == set(changed)
    assert "earlier[1].tissue_tested" in case.not_known
    assert {one.fact: one.value for one in case.observations}["hegar_passed"] == (80, 80)


def test_one_refused_answer_keeps_all_from_being_saved_and_everything_stays_typed(
    ms_wang: Woman, doctors: Client
) -> None:
    before = Event.objects.count()
    sent = opened(doctors, ms_wang) | {"diabetes": "no", "earlier[1].shortest_cervix": "2.2"}
    page = doctors.post(whole_form(ms_wang), sent).content.decode()
    contrary = opened(doctors, ms_wang) | {"diabetes": "no", "earlier[2].contractions_first": "yes"}
    other = unescape(doctors.post(whole_form(ms_wang), contrary).content.decode())

    assert "looks like centimetres" in page
    assert fields(page)["earlier[1].shortest_cervix"] == "2.2"
    assert fields(page)["diabetes"] == "no"
    assert "cannot have opened without pain" in other
    assert fields(other)["diabetes"] == "no"
    assert Event.objects.count() == before


def test_two_answers_that_only_stand_together_may_be_changed_together(ms_wang: Woman, doctors: Client) -> None:
    both = {"earlier[2].contractions_first": "yes", "earlier[2].painless_dilatation": "no"}
    doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | both)

    assert case_of(ms_wang).earlier[1].values["contractions_first"] is True


def test_what_nobody_touched_does_not_undo_what_somebody_else_told_since(ms_wang: Woman, client_of: In) -> None:
    doctor, nurse = client_of("doctor"), client_of("nurse")
    mine = opened(doctor, ms_wang) | {"diabetes": "no"}
    answer(nurse, ms_wang, "earlier[1].abruption", said="yes")
    page = doctor.post(whole_form(ms_wang), mine).content.decode()
    again = fields(page)

    assert "nurse answered a question" in page
    assert (again["diabetes"], again["earlier[1].abruption"]) == ("no", "yes")
    doctor.post(whole_form(ms_wang), again)
    case = case_of(ms_wang)
    assert case.earlier[0].values["abruption"] is True
    assert {one.fact: one.value for one in case.observations}["diabetes"] is False


def test_a_pregnancy_is_added_and_one_told_by_mistake_is_taken_out(newcomer: Woman, doctors: Client) -> None:
    for _ in range(2):
        doctors.post(whole_form(newcomer), opened(doctors, newcomer) | {"add": "earlier"})
    doctors.post(whole_form(newcomer), opened(doctors, newcomer) | {"earlier[2].outcome": "loss"})
    doctors.post(whole_form(newcomer), opened(doctors, newcomer) | {"withdraw": "earlier[1]", "bmi": "22"})
    case = case_of(newcomer)

    assert [one.values for one in case.earlier] == [{"outcome": "loss"}]
    assert case.observations[0].fact == "bmi"


def test_an_emptied_field_is_untold_and_its_event_stays(ms_wang: Woman, doctors: Client) -> None:
    doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | {"adhesions": "", "complete.earlier": ""})
    case = case_of(ms_wang)

    assert "adhesions" not in {one.fact for one in case.observations}
    assert not case.earlier_complete
    assert ms_wang.history.filter(data__key="adhesions", data__said="no").exists()


def test_an_answer_too_old_to_count_is_not_shown_as_todays(
    ms_wang: Woman, doctors: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2026, 4, 20))
    page = doctors.get(whole_form(ms_wang)).content.decode()

    assert fields(page)["contractions"] == ""
    assert "no on 2026-04-06: too old to count" in page
    assert fields(page)["alive"] == "yes"


def test_of_a_list_the_last_answers_say_how_many_are_told(ms_wang: Woman, client_of: Callable[[str], Client]) -> None:
    page = client_of("nurse").get(reverse("history", args=[ms_wang.pk])).content.decode()
    assert "<dt>earlier pregnancies</dt><dd>2 told " in page
    assert "<dt>operations on the cervix</dt><dd>no, none " in page


def test_what_an_examination_told_stands_in_the_form_and_is_not_untold_there(
    ms_wang: Woman, doctors: Client, doctor: User
) -> None:
    answer(doctors, ms_wang, "dilatation", said="", typed="0")
    ward.tell(ms_wang, doctor, "examined", dilatation="2 cm", first_trimester_scan="yes")
    page = doctors.get(whole_form(ms_wang)).content.decode()
    assert (fields(page)["dilatation"], fields(page)["first_trimester_scan"]) == ("2 cm", "yes")
    assert f"from the examination of {ward.DAY}" in page

    emptied = doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | {"dilatation": ""}).content.decode()
    assert f"The examination of {ward.DAY} told this" in emptied
    assert fields(emptied)["dilatation"] == ""
    assert not ms_wang.history.filter(data__said="untold").exists()

    other = doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | {"dilatation": "3"}, follow=True)
    assert fields(other.content.decode())["dilatation"] == "3"


def test_what_the_form_tells_stands_on_today_at_once(ms_wang: Woman, doctors: Client) -> None:
    """Her rows are recomputed once, after the last answer."""
    Row.objects.filter(woman=ms_wang).delete()
    changed = {"bmi": "22", "diabetes": "no"}
    assert doctors.post(whole_form(ms_wang), opened(doctors, ms_wang) | changed).status_code == 302
    assert ms_wang.history.filter(data__key__in=tuple(changed)).count() == 2
    assert Row.objects.filter(woman=ms_wang).exists()
