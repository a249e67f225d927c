"""The record is what the events leave: nothing is deleted, nothing is retyped, no pregnancy reaches another."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from fullterm.care.assess.assessment import assess
from fullterm.care.case.facts_on import Known, known_on
from fullterm.care.case.model import Case
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.events import Document, RecordEvent, after, fold, read
from fullterm.guidelines import register

FIRST_VISIT = date(2026, 1, 5)
TWELVE_WEEKS = date(2026, 4, 6)
PLACED = date(2026, 4, 16)
BIRTH = date(2026, 10, 12)
NEXT = date(2027, 3, 1)


def answer(key: str, said: str, on: date = FIRST_VISIT, **more: str) -> RecordEvent:
    return RecordEvent("answered", on, {"key": key, "said": said, **more})


MS_WANG = (
    answer("pregnant", "no"),
    answer("earlier", "another"),
    answer("earlier[1].outcome", "loss", source="said by her"),
    answer("earlier[1].gestation", "just after five months", words="suddenly lower body fluid"),
    answer("earlier", "another"),
    answer("earlier[2].outcome", "loss"),
    answer("earlier[2].gestation", "less than 5 months; 10 days before pregnancy 1"),
    answer("earlier", "complete"),
)
PREGNANT = RecordEvent(
    "pregnancy began", TWELVE_WEEKS, {"due": "2026-10-19", "dating": "crl", "within": "2d", "fetuses": "1"}
)
SUTURE = RecordEvent(
    "cerclage placed", PLACED,
    {"technique": "mcdonald", "indication": "history", "route": "vaginal", "operation": {"blood_loss": "20 ml"}},
)  # fmt: skip
THIRD = (
    *MS_WANG,
    PREGNANT,
    SUTURE,
    RecordEvent("scanned", date(2026, 5, 20), {"length": "31 mm", "method": "transvaginal"}),
    RecordEvent("scanned", date(2026, 6, 3), {"length": "27 mm", "method": "transvaginal"}),
    RecordEvent("scanned", date(2026, 6, 17), {"length": "12 mm", "method": "transabdominal"}),
    RecordEvent("suture removed", date(2026, 9, 24), {}),
    RecordEvent("pregnancy ended", BIRTH, {"outcome": "live_birth", "caesarean": "none"}),
)
FOURTH = (*THIRD, RecordEvent("pregnancy began", NEXT, {"lmp": "2027-01-11", "dating": "lmp", "within": "7d"}))


def whole(document: Document) -> Case:
    """The case of a document that tells it without any problem."""
    case, problems = read(document)
    assert problems == ()
    assert case is not None
    return case


def known(*events: RecordEvent, on: date) -> Known:
    return known_on(whole(fold(events)), on)


def third_of(known: Known) -> dict[str, Any]:
    return dict(known.facts.lists["earlier"].records[2])


def test_the_story_as_events_is_the_story_as_told() -> None:
    case = whole(fold(MS_WANG))
    first, second = case.earlier

    assert case.earlier_complete
    assert first.values["gestation"].low == 140  # type: ignore[union-attr]
    assert second.values["gestation"].low == 130  # type: ignore[union-attr]
    assert first.observations[1].said == "suddenly lower body fluid"
    assert first.observations[0].source == "said by her"


def test_an_event_leaves_the_document_before_it_as_it_was() -> None:
    before = fold(MS_WANG)
    kept = json.dumps(before)
    after(before, PREGNANT)

    assert json.dumps(before) == kept


def test_the_document_is_plain_json_and_reads_the_same_when_it_comes_back() -> None:
    document = fold(FOURTH)

    assert json.loads(json.dumps(document)) == document
    assert fold(FOURTH) == document


@pytest.mark.parametrize("key", ["earlier[1].outcome", "adhesions", "earlier[2].gestation"])
def test_an_answer_keeps_the_day_it_was_told_at_every_later_visit(key: str) -> None:
    events = (*MS_WANG, answer("adhesions", "no"), answer("bmi", "22", TWELVE_WEEKS), PREGNANT)

    assert known(*events, on=TWELVE_WEEKS).sources[key].on == FIRST_VISIT


def test_facts_told_when_a_pregnancy_began_age_from_that_day() -> None:
    later = TWELVE_WEEKS + timedelta(days=40)
    began = RecordEvent("pregnancy began", TWELVE_WEEKS, {**PREGNANT.data, "alive": "yes"})
    found = known(*MS_WANG, began, RecordEvent("examined", later, {"contractions": "no"}), on=later)

    assert found.stale["alive"].on == TWELVE_WEEKS
    assert found.facts.values["contractions"] is False


def test_an_answer_about_an_earlier_day_does_not_replace_a_newer_one() -> None:
    events = (PREGNANT, answer("contractions", "yes", PLACED), answer("contractions", "no", TWELVE_WEEKS))

    assert known(*events, on=PLACED).facts.values["contractions"] is True
    assert known(*events, on=TWELVE_WEEKS).facts.values["contractions"] is False


def test_a_correction_of_an_answer_takes_its_place_whatever_its_day() -> None:
    wrong, right = answer("diabetes", "yes", PLACED), answer("diabetes", "no", FIRST_VISIT, instead_of=str(PLACED))

    assert known(wrong, right, on=PLACED).facts.values["diabetes"] is False


def test_dont_know_is_kept_and_is_not_no() -> None:
    case = whole(fold((*MS_WANG, answer("earlier[1].abruption", "don't know"))))

    assert "earlier[1].abruption" in case.not_known
    assert "abruption" not in case.earlier[0].values


def test_two_parts_of_one_pregnancy_told_on_different_days_may_not_contradict() -> None:
    document = fold((*MS_WANG, answer("earlier[1].painless_dilatation", "yes")))

    with pytest.raises(ValueError, match="the cervix cannot have opened without pain"):
        after(document, answer("earlier[1].contractions_first", "yes", TWELVE_WEEKS))


def test_a_pregnancy_told_by_mistake_is_withdrawn() -> None:
    document = fold((answer("earlier", "another"), answer("earlier", "another"), answer("earlier[2].outcome", "loss")))

    assert [one.values for one in whole(after(document, answer("earlier[1]", "withdrawn"))).earlier] == [
        {"outcome": "loss"}
    ]


def test_none_is_withdrawn_while_another_is_told_by_it() -> None:
    with pytest.raises(ValueError, match="told by another pregnancy"):
        after(fold(MS_WANG), answer("earlier[1]", "withdrawn"))


def test_an_answer_given_by_mistake_is_untold_and_asked_again() -> None:
    twice = (answer("diabetes", "no"), answer("diabetes", "yes", PLACED))

    assert "diabetes" not in known(twice[0], answer("diabetes", "untold"), on=PLACED).facts.values
    assert known(*twice, answer("diabetes", "untold", PLACED), on=PLACED).facts.values["diabetes"] is False


def test_these_are_all_can_be_taken_back() -> None:
    assert not whole(fold((*MS_WANG, answer("earlier", "open")))).earlier_complete


# -- an ended pregnancy is history ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("events", "on"), [(THIRD, BIRTH), (THIRD, BIRTH + timedelta(30)), (FOURTH, NEXT)])
def test_an_ended_pregnancy_shows_its_suture_and_shortest_cervix_at_once_and_ever_after(
    events: tuple[RecordEvent, ...], on: date
) -> None:
    found = third_of(known(*events, on=on))

    assert found["outcome"] == "live_birth"
    assert (found["cerclage"], found["cerclage_route"]) == ("history", "vaginal")
    assert found["cerclage_technique"] == "mcdonald"
    assert found["cerclage_placed"] == (92, 96)  # 13w3d, two days either side
    assert found["cerclage_removed"] == (253, 257)
    assert found["shortest_cervix"] == (270, 270)  # not the 12 mm through the abdomen
    assert found["gestation"] == (271, 275)
    assert found["fetuses"] == (1, 1)
    assert found["caesarean"] == "none"


def test_no_record_of_a_suture_does_not_say_that_there_was_none() -> None:
    found = third_of(
        known(*MS_WANG, PREGNANT, RecordEvent("pregnancy ended", BIRTH, {"outcome": "live_birth"}), on=BIRTH)
    )

    assert "cerclage" not in found


def test_a_scan_recorded_after_the_end_still_reaches_the_history() -> None:
    late = RecordEvent("scanned", date(2026, 7, 1), {"length": "19 mm"})

    assert third_of(known(*THIRD, late, on=BIRTH))["shortest_cervix"] == (190, 190)


def test_after_another_scan_nobody_has_said_that_these_are_all() -> None:
    events = (*MS_WANG, PREGNANT, RecordEvent("scanned", date(2026, 5, 20), {"length": "31 mm"}))
    these = answer("scans", "complete", date(2026, 5, 20))

    assert known(*events, these, on=date(2026, 5, 20)).facts.lists["scans"].complete
    for day in (date(2026, 5, 20), date(2026, 6, 3)):  # on the same day no newer telling clears the list
        another = RecordEvent("scanned", day, {"length": "27 mm"})
        assert not known(*events, these, another, on=day).facts.lists["scans"].complete


def test_what_is_told_of_the_end_stands_over_what_was_recorded() -> None:
    told = answer("earlier[3].shortest_cervix", "18 mm", BIRTH)

    assert third_of(known(*THIRD, told, on=BIRTH))["shortest_cervix"] == (180, 180)
    began = FOURTH[-1]
    assert third_of(known(*THIRD, told, began, on=NEXT))["shortest_cervix"] == (180, 180)


def test_nothing_of_the_pregnancy_before_is_told_of_the_next() -> None:
    planned = answer("cerclage_planned", "vaginal", TWELVE_WEEKS)
    events = (*MS_WANG, PREGNANT, planned, answer("pessary", "no", TWELVE_WEEKS), *THIRD[9:], FOURTH[-1])
    found = known(*events, on=NEXT)
    pregnancy = whole(fold(events)).pregnancy

    assert pregnancy is not None
    assert (pregnancy.scans, pregnancy.cerclages, pregnancy.removals, pregnancy.observations) == ((), (), (), ())
    assert found.facts.lists["scans"].records == ()
    assert not {"suture", "suture_indication", "cerclage_planned", "pessary", "fetuses"} & found.facts.values.keys()
    assert found.facts.values["pregnant"] is True
    assert len(found.facts.lists["earlier"].records) == 3


def test_she_may_say_that_she_is_pregnant_again_before_it_is_dated() -> None:
    found = known(*THIRD, answer("pregnant", "yes", NEXT), on=NEXT)

    assert found.facts.values["pregnant"] is True
    assert len(found.facts.lists["earlier"].records) == 3


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (RecordEvent("pregnancy began", NEXT, {"lmp": "2027-01-11"}), "no outcome yet"),
        (RecordEvent("scanned", date(2026, 1, 8), {"length": "30 mm"}), None),
    ],
)
def test_what_belongs_to_no_pregnancy_is_refused(event: RecordEvent, sentence: str | None) -> None:
    document = fold((*MS_WANG, PREGNANT))
    if sentence is not None:
        with pytest.raises(ValueError, match=sentence):
            after(document, event)
    else:
        assert "before conception" in read(after(document, event))[1][0].sentence


@pytest.mark.parametrize("action", ["scanned", "examined", "declined", "cerclage placed"])
def test_nothing_happens_in_a_pregnancy_after_its_end_or_in_the_next_before_it(action: str) -> None:
    with pytest.raises(ValueError, match=r"ended on|no pregnancy"):
        after(fold(THIRD), RecordEvent(action, BIRTH + timedelta(1), {}))
    with pytest.raises(ValueError, match="the pregnancy before ended"):
        after(fold(FOURTH), RecordEvent(action, BIRTH - timedelta(9), {}))


def test_a_wrong_dating_is_corrected_and_what_happened_stays() -> None:
    right = RecordEvent("pregnancy began", PLACED, {"lmp": "2026-01-19", "dating": "lmp", "correction": "yes"})
    pregnancy = whole(fold((*MS_WANG, PREGNANT, SUTURE, right))).pregnancy

    assert pregnancy is not None
    assert pregnancy.dating is not None
    assert pregnancy.dating.method == "lmp"
    assert len(pregnancy.cerclages) == 1


# -- a suture stays in until it is out ------------------------------------------------------------------------------

ABDOMINAL = RecordEvent(
    "cerclage placed", PLACED, {"technique": "laparoscopic", "route": "abdominal", "indication": "history"}
)


def test_an_abdominal_suture_stays_in_after_the_birth_and_in_the_next_pregnancy() -> None:
    events = (*MS_WANG, PREGNANT, ABDOMINAL, THIRD[-1])

    assert known(*events, on=BIRTH).facts.values["suture"] == "abdominal"
    assert known(*events, FOURTH[-1], on=NEXT).facts.values["suture"] == "abdominal"
    twice = (*events, FOURTH[-1], RecordEvent("pregnancy ended", date(2027, 10, 1), {"outcome": "live_birth"}))
    assert known(*twice, on=date(2027, 10, 2)).facts.values["suture"] == "abdominal"


def test_a_vaginal_suture_not_taken_out_is_not_forgotten_at_the_birth() -> None:
    events = (*MS_WANG, PREGNANT, SUTURE, THIRD[-1])
    out = RecordEvent("suture removed", BIRTH + timedelta(3), {})

    assert known(*events, on=BIRTH).facts.values["suture"] == "mcdonald"
    assert known(*events, out, on=BIRTH + timedelta(3)).facts.values["suture"] == "none"
    early = (*events, RecordEvent("suture removed", BIRTH - timedelta(1), {}))
    assert known(*early, on=BIRTH).facts.values["suture"] == "none"
    assert "suture" not in known(*early, FOURTH[-1], on=NEXT).facts.values, "of the next pregnancy nothing is known"


def test_a_suture_taken_out_is_not_asked_about_once_the_pregnancy_has_ended() -> None:
    hospital = read_protocol("antai", {one.key: one for one in register.recommendations()})
    out = RecordEvent("suture removed", BIRTH - timedelta(18), {})
    document = fold((*MS_WANG, PREGNANT, SUTURE, out, THIRD[-1]))
    found = assess(read(document)[0] or Case(BIRTH), BIRTH + timedelta(400), hospital)

    assert next(one for one in found.plan if one.step.id == "removal-after").state == "not_for_her"


def test_an_abdominal_suture_before_conception_needs_no_pregnancy_and_a_vaginal_one_does() -> None:
    early = RecordEvent("cerclage placed", FIRST_VISIT, dict(ABDOMINAL.data))

    assert known(*MS_WANG, early, PREGNANT, on=TWELVE_WEEKS).facts.values["suture"] == "abdominal"
    with pytest.raises(ValueError, match="no pregnancy is recorded"):
        after(fold(MS_WANG), RecordEvent("cerclage placed", FIRST_VISIT, {"technique": "mcdonald", "route": "vaginal"}))


@pytest.mark.parametrize("before", [(), (answer("suture", "none", TWELVE_WEEKS),)])
def test_no_suture_said_on_the_day_of_the_operation_gives_way_to_it(before: tuple[RecordEvent, ...]) -> None:
    events = (*MS_WANG, PREGNANT, *before, answer("suture", "none", PLACED), SUTURE)

    assert known(*events, on=PLACED).facts.values["suture"] == "mcdonald"


def test_calls_and_signatures_leave_the_document_alone() -> None:
    document = fold(MS_WANG)

    assert after(document, RecordEvent("called", NEXT, {"step": "removal", "outcome": "promised"})) is document
