"""A protocol is data, and data can be wrong: every refusal says where and what to write. The shipped ones are clean."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from fullterm.care.protocol import model as module
from fullterm.care.protocol.model import WHO, Protocol, Step, available, read_protocol
from fullterm.care.protocol.safety_net import MAY_ANSWER, WHO_COMES
from fullterm.care.protocol.shape import STEP as STEP_SHAPES
from fullterm.cli.guidelines import check_pages
from fullterm.guidelines import register
from fullterm.logic.nodes import Named, YesNo
from fullterm.logic.quantity import weeks

RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
TODAY = date(2026, 11, 22)
ADVISES_AN_ACT = {"offer", "consider"}

HEAD = """id = "mine"
title = { en = "Mine", zh = "我院" }
source = { en = "ours", zh = "本院" }
closing = 3
"""
STEP = """[[step]]
id = "one"
title = { en = "One", zh = "一" }
says = { en = "Do it.", zh = "做。" }
who = "doctor"
source = "ours"
"""
SECOND = STEP.replace('"one"', '"two"')


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Read a protocol from its text."""
    monkeypatch.setattr(module, "PROTOCOLS", tmp_path)

    def of(text: str) -> Protocol:
        (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
        return read_protocol("mine", RECOMMENDATIONS)

    return of


def test_a_protocol_is_read_whole(read) -> None:
    found = read(
        HEAD + STEP + 'when = ["typical_history", "adhesions"]\nunless = ["multiple"]\nfollows = ["rcog-gtg75 HI-1"]\n'
        'opens = "12w0d"\nbest = "13w0d..14w0d"\ncloses = "15w0d"\nevery = 14\nurgent = true\n'
        'done_by = "known"\nknown = ["progesterone"]\n' + SECOND + 'after = "one"\n'
    )  # fmt: skip
    first, second = found.steps[-2:]

    assert (found.id, found.title["zh"], found.closing) == ("mine", "我院", 3)
    assert (first.opens, first.best, first.closes) == (84, (91, 98), 105)
    assert (first.every, first.known, first.urgent, first.until_done) == (14, ("progesterone",), True, False)
    assert isinstance(first.unless, Named)
    assert (second.when, second.opens, second.done_by, second.after) == (None, None, "nothing", "one")


def test_one_condition_stands_alone_and_several_are_any_of_them(read) -> None:
    found = read(HEAD + STEP + 'when = ["adhesions"]\n' + SECOND + 'when = ["adhesions", "polyps"]\n')
    alone, several = found.steps[-2:]

    assert alone.when == YesNo("adhesions")
    assert several.when != alone.when


REFUSALS = {
    "advice nobody gives": (
        STEP + 'follows = ["rcog-gtg75 HI-111"]\n',
        "mine.toml step one: there is no advice 'rcog-gtg75 HI-111': did you mean 'rcog-gtg75 HI-1'?",
    ),
    "departing from advice nobody gives": (
        STEP + '[[step.departs]]\nadvice = "sogc-373 44"\nwhy = { en = "w", zh = "因" }\n',
        "mine.toml step one: there is no advice 'sogc-373 44': did you mean 'sogc-373 4'?",
    ),
    "advice like no other": (STEP + 'follows = ["§"]\n', "mine.toml step one: there is no advice '§'"),
    "a condition that is no fact": (
        STEP + 'when = ["typical_histroy"]\n',
        "mine.toml step one: 'typical_histroy' is no yes/no fact: did you mean 'typical_history'?",
    ),
    "a condition that is no yes or no": (
        STEP + 'unless = ["suture"]\n', "mine.toml step one: 'suture' is no yes/no fact: did you mean 'suture_in'?",
    ),
    "a fact of a record": (
        STEP + 'when = ["earlier.abruption"]\n',
        "mine.toml step one: 'earlier.abruption' is no yes/no fact: did you mean 'earlier_pprom'?",
    ),
    "known that is no fact": (
        STEP + 'done_by = "known"\nknown = ["progesteron"]\n',
        "mine.toml step one: known='progesteron' is no fact: did you mean 'progesterone'?",
    ),
    "a window that runs backwards": (
        STEP + 'opens = "15w0d"\ncloses = "12w0d"\n',
        "mine.toml step one: its window runs backwards: write opens <= best <= closes",
    ),
    "a window without a day in it": (
        STEP + 'opens = "15w0d"\ncloses = "15w0d"\n',
        "mine.toml step one: its window runs backwards: write opens <= best <= closes",
    ),
    "best outside the window": (
        STEP + 'opens = "12w0d"\nbest = "11w0d..13w0d"\ncloses = "15w0d"\n',
        "mine.toml step one: its window runs backwards: write opens <= best <= closes",
    ),
    "best on one day": (
        STEP + 'best = "13w0d"\n',
        "mine.toml step one: best='13w0d' is not from one day to another: write 13w0d..14w0d",
    ),
    "a gestation that is several days": (
        STEP + 'opens = "14w"\n', "mine.toml step one: '14w' is not one day: write it as 14w0d",
    ),
    "a field there is not": (
        STEP + 'opnes = "12w0d"\n', "mine.toml step one: 'opnes' is no field of a step: did you mean 'opens'?",
    ),
    "somebody who is not there": (
        STEP.replace("doctor", "porter"),
        "mine.toml step one: who='porter' is nobody here: write one of doctor, nurse, surgeon, woman",
    ),
    "done by nothing known": (
        STEP + 'done_by = "magic"\n',
        "mine.toml step one: done_by='magic' is no event: write one of cerclage, abdominal cerclage, removal, scan, "
        "known, nothing",
    ),
    "after a step there is not": (
        STEP + 'after = "zero"\n', "mine.toml step one: there is no step 'zero' to come after",
    ),
    "after a step written below": (
        STEP + 'after = "two"\n' + SECOND,
        "mine.toml step one: it comes after 'two', which is written below: move it up",
    ),
    "two steps of one name": (STEP + STEP, "mine.toml step one: two steps have this id: give one another"),
    "a step without its source": (
        STEP.replace('source = "ours"\n', ""), "mine.toml step one: source is missing: write it",
    ),
    "a title in one language": (
        STEP.replace(', zh = "一"', ""), "mine.toml step one: title is needed in en and in zh",
    ),
    "a departure without a reason": (
        STEP + '[[step.departs]]\nadvice = "sogc-373 4"\n',
        "mine.toml step one: departs from sogc-373 4 is needed in en and in zh",
    ),
    "a day of her own that is no gestation": (
        STEP + 'at = "age"\n', "mine.toml step one: at='age' is no gestation told of her: write planned_caesarean_at",
    ),
    "a departure of no step without a reason": (
        STEP + '[[departs]]\nadvice = "sogc-373 4"\n',
        "mine.toml: departs from sogc-373 4 is needed in en and in zh",
    ),
    "a departure of no step from advice nobody gives": (
        STEP + '[[departs]]\nadvice = "sogc-373 44"\nwhy = { en = "w", zh = "因" }\n',
        "mine.toml: there is no advice 'sogc-373 44': did you mean 'sogc-373 4'?",
    ),
    "a step of unknown custody": (
        STEP + 'custody = "lost"\n',
        "mine.toml step one: custody is not what belongs there: write one of to_remove, kind_unknown, may_be_in",
    ),
    "a departure of another shape": (
        STEP + 'departs = ["sogc-373 4"]\n',
        "mine.toml step one: departs is not what belongs there: write each as a table of its own, as { advice = …, "
        "why = … }",
    ),
    "a departure without its advice": (
        STEP + 'departs = [{ advise = "sogc-373 4", why = { en = "w", zh = "因" } }]\n',
        "mine.toml step one departs 1: 'advise' is no field here: did you mean 'advice'?\n"
        "mine.toml step one departs 1: advice is missing: write it",
    ),
    "what a removal waits for": (
        STEP + 'done_by = "removal"\nstops = ["infected"]\n',
        "mine.toml step one: stops belongs to a step that offers something, which this one does not: leave it out",
    ),
    "a safety line of the hospital's own for herself": (
        STEP.replace("doctor", "woman") + 'trigger = ["infected"]\n',
        "mine.toml step one: who='woman' cannot answer a line of the safety net: write one of nurse, doctor, surgeon",
    ),
    "no step": ("", "mine.toml: it has no step: write [[step]] and its fields"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", REFUSALS)
def test_what_is_wrong_is_refused_in_one_sentence(wrong: str, read) -> None:
    text, sentence = REFUSALS[wrong]
    with pytest.raises(ValueError, match="mine") as refused:
        read(HEAD + text)

    assert str(refused.value) == sentence


def test_a_document_nobody_published_is_refused(read) -> None:
    with pytest.raises(ValueError, match="mine") as refused:
        read(HEAD + 'documents = ["nice-ng52"]\n' + STEP)

    assert str(refused.value) == "mine.toml: there is no guideline 'nice-ng52': did you mean 'nice-ng25'?"


def test_a_gestation_that_is_none_is_refused_in_the_words_of_the_case_file(read) -> None:
    with pytest.raises(ValueError, match=r"^mine.toml step one: 'soon' is not a gestation: write "):
        read(HEAD + STEP + 'opens = "soon"\n')


def test_everything_wrong_is_said_at_once(read) -> None:
    with pytest.raises(ValueError, match="mine") as refused:
        read(HEAD + STEP.replace("doctor", "porter") + 'when = ["x"]\nfollows = ["y"]\nafter = "z"\n')

    assert len(str(refused.value).splitlines()) == 4


def test_a_protocol_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"^there is no protocol 'other': write one of antai, rcog_nice$"):
        read_protocol("other", RECOMMENDATIONS)


@pytest.mark.parametrize(
    "takes",
    ['trigger = ["pregnant"]', "urgent = false", 'closes = "20w0d"', 'unless = ["multiple"]', 'done_by = "nothing"'],
)
def test_a_hospital_takes_nothing_away_from_the_safety_net(takes: str, read) -> None:
    field = takes.partition(" ")[0]
    with pytest.raises(ValueError, match=f"mine.toml step rescue: '{field}' belongs to the safety net"):
        read(HEAD + f'[[step]]\nid = "rescue"\n{takes}\n')


IDS = [str(line["id"]) for line in module.net()]
WORDS_NOBODY_SEES = ["", " ", "\u200b", "\u200b\ufeff \u2060", "\u3164", "…", "\u00ad-"]


@pytest.mark.parametrize("line", IDS)
@pytest.mark.parametrize("field", ["title", "says", "source"])
@pytest.mark.parametrize("blank", WORDS_NOBODY_SEES)
def test_no_word_of_a_safety_line_is_replaced_by_nothing(line: str, field: str, blank: str, read) -> None:
    for texts in ((blank, "立即请高年资医生,当日决定,今日请高年资医生"), ("Senior doctor now, decide today", blank)):
        told = "{ en = '" + texts[0] + "', zh = '" + texts[1] + "' }"
        with pytest.raises(ValueError, match=f"^mine.toml step {line}: {field} is needed in en and in zh$"):
            read(HEAD + STEP + f'[[step]]\nid = "{line}"\n{field} = {told}\n')


@pytest.mark.parametrize("line", module.net(), ids=IDS)
def test_a_line_of_the_safety_net_is_answered_by_nobody_of_less_standing(line, read) -> None:
    may = MAY_ANSWER[line["who"]]
    for who in WHO:
        own = HEAD + STEP + f'[[step]]\nid = "{line["id"]}"\nwho = "{who}"\n'
        if who in may:
            assert {step.id: step.who for step in read(own).steps}[line["id"]] == who
            continue
        with pytest.raises(ValueError, match="mine") as refused:
            read(own)
        assert str(refused.value) == (
            f"mine.toml step {line['id']}: who={who!r} cannot answer a line of the safety net: write one of "
            f"{', '.join(may)}"
        )


@pytest.mark.parametrize("line", module.net(), ids=IDS)
def test_only_a_line_that_offers_a_suture_is_stopped(line, read) -> None:
    own = HEAD + STEP + f'[[step]]\nid = "{line["id"]}"\nstops = ["%s"]\n'
    if line.get("done_by") == "cerclage":
        assert read(own % "infected").steps[0].stops is not None
    for name in ["infected"] if line.get("done_by") != "cerclage" else line["trigger"]:
        with pytest.raises(ValueError, match=f"^mine.toml step {line['id']}: stops.*: leave it out$"):
            read(own % name)


@pytest.mark.parametrize("line", module.net(), ids=IDS)
def test_in_other_words_a_safety_line_still_says_who_comes_and_when(line, read) -> None:
    says = [one for one in WHO_COMES if one["en"] in line["title"]["en"].lower()]
    assert [one["zh"] in line["title"]["zh"] for one in says] == [True] * len(says)
    assert says or line["id"] == "heartbeat" or not line.get("urgent")
    mine = f'[[step]]\nid = "{line["id"]}"\n'
    plain, instead = 'title = { en = "All is well", zh = "一切正常" }', 'says = { en = "s", zh = "说" }, who = "doctor"'
    wordings = [f"{plain}\n", f'instead = [{{ when = ["infected"], {plain}, {instead} }}]\n'] if says else []
    for wording in wordings:
        with pytest.raises(
            ValueError, match=f"^mine.toml step {line['id']}.*: title.en loses who comes and when: write"
        ):
            read(HEAD + STEP + mine + wording)
        if says:
            kept = wording.replace("All is well", f"Call: {says[0]['en'].capitalize()}").replace(
                "一切正常", says[0]["zh"]
            )
            assert read(HEAD + STEP + mine + kept).steps


VALUES = (
    '"word"', '""', "1", "-1", "1.5", "true", "[]", '["a"]', "[1]", "[[]]", "[{}]", "{}", "{ en = 1, zh = 2 }",
    "2026-03-02", '{ advice = "x" }', '[{ advice = "x" }]', '[{ advice = 1, why = 2 }]', '[{ when = 1 }]',
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_field_of_any_shape_is_read_or_refused_in_sentences_and_never_breaks(value: str, read) -> None:
    """Every field of a protocol, of a step, of a line of the net and of the tables in them, with any kind of value."""
    own = ("id", "title", "source", "closing")
    texts = [HEAD.replace(f"{name} = ", f"{name} = {value} #") + STEP for name in own]
    texts += [f"{name} = {value}\n" + HEAD + STEP for name in ("adopted", "documents", "departs", "agreement")]
    texts += [f"step = {value}\n" + HEAD]
    texts += [HEAD + STEP + f"[agreement]\n{name} = {value}\n" for name in ("jurisdiction", "yes", "no")]
    given = ("id", "title", "says", "who", "source")
    for name in STEP_SHAPES:
        own = STEP.replace(f"{name} = ", f"{name} = {value} #") if name in given else STEP + f"{name} = {value}\n"
        texts += [HEAD + own, HEAD + STEP + f'[[step]]\nid = "infection"\n{name} = {value}\n' * (name != "id")]
    for name in ("advice", "why"):
        texts += [
            HEAD + STEP + f"departs = [{{ {name} = {value} }}]\n",
            f"departs = [{{ {name} = {value} }}]\n" + HEAD + STEP,
        ]
    texts += [HEAD + STEP + f"instead = [{{ {name} = {value} }}]\n" for name in ("when", "title", "says", "who")]
    for text in texts:
        try:
            read(text)
        except ValueError as refused:
            for sentence in str(refused).splitlines():
                assert re.match(r"mine\.toml[^:]*: .+", sentence), (text, sentence)


@pytest.mark.parametrize("name", ["safety", "saftey_net", "steps", "stops", "net", "urgent", "always"])
def test_nothing_written_at_the_top_is_ignored(name: str, read) -> None:
    with pytest.raises(ValueError, match=f"^mine.toml: '{name}' is no field of a protocol"):
        read(f"{name} = false\n" + HEAD + STEP)


def test_every_field_of_a_step_has_its_shape_and_no_other_has_one() -> None:
    assert set(STEP_SHAPES) == set(Step.__slots__) - {"place"}


def test_the_check_of_the_pages_says_what_is_wrong_with_a_protocol(read, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="mine"):
        read(HEAD + STEP + "urgent = 1\n")
    assert check_pages(TODAY) == 1
    assert "mine.toml step one: urgent is not what belongs there: write true or false\n" in capsys.readouterr().out


def test_a_hospital_names_who_and_adds_to_a_line_of_the_safety_net(read) -> None:
    own = '[[step]]\nid = "rescue"\nwho = "surgeon"\ncheck = ["placenta_praevia"]\n'
    found = {step.id: step for step in read(HEAD + own + 'follows = ["figo-2021-cerclage CER-05"]\n').steps}

    assert found["rescue"].who == "surgeon"
    assert found["rescue"].check[0] == "placenta_praevia"
    assert {"labour", "infection", "bleeding"} <= set(found["rescue"].check)
    assert "rcog-gtg75 EM-1" in found["rescue"].follows


def test_every_protocol_stands_over_the_whole_net(read) -> None:
    ids = [line["id"] for line in module.net()]
    assert [step.id for step in read(HEAD + STEP).steps[: len(ids)]] == ids
    assert len(ids) > 15


def test_who_adopted_the_net_is_a_name_and_a_day(read) -> None:
    found = read(HEAD.replace("closing = 3\n", 'closing = 3\nadopted = { by = "Dr. Hu", on = 2026-11-30 }\n') + STEP)
    assert found.adopted is not None
    assert (found.adopted.by, found.adopted.on) == ("Dr. Hu", date(2026, 11, 30))
    with pytest.raises(ValueError, match=r"^mine.toml adopted: write who and when"):
        read(HEAD.replace("closing = 3\n", 'closing = 3\nadopted = { by = "Dr. Hu" }\n') + STEP)


def test_a_file_that_is_not_toml_is_refused_with_its_place(read) -> None:
    with pytest.raises(ValueError, match=r"^mine.toml is not TOML: .*line 5"):
        read(HEAD + "[[step]\n")


# -- the protocols the software carries -------------------------------------------------------------------------


@pytest.mark.parametrize("name", available())
def test_a_shipped_protocol_reads_clean(name: str) -> None:
    found = read_protocol(name, RECOMMENDATIONS)

    assert found.id == name
    assert found.steps


@pytest.mark.parametrize("name", available())
def test_where_a_step_is_taken_from_is_said_in_chinese_too(name: str) -> None:
    for step in read_protocol(name, RECOMMENDATIONS).steps:
        assert re.findall(r"[a-z]{3,}", step.source.zh) == [], step.id


@pytest.mark.parametrize("name", available())
def test_a_shipped_protocol_speaks_only_of_advice_that_is_in_force_today_and_advises_an_act(name: str) -> None:
    """A line of the safety net names what documents say against as well."""
    wrong: list[str] = []
    for step in read_protocol(name, RECOMMENDATIONS).steps:
        for key in (*step.follows, *(gone.advice for gone in step.departs)):
            one = RECOMMENDATIONS[key]
            if one.standing(TODAY) != "in_force":
                wrong.append(f"{step.id}: {key} is {one.standing(TODAY)}")
            if one.advice.kind not in ADVISES_AN_ACT and key in step.follows and not step.net:
                wrong.append(f"{step.id}: {key} is advice of the kind {one.advice.kind}")
    assert wrong == []


@pytest.mark.parametrize("name", available())
def test_the_window_of_a_step_lies_within_that_of_the_advice_it_follows_or_says_where_it_departs(name: str) -> None:
    steps = (one for one in read_protocol(name, RECOMMENDATIONS).steps if not one.net)

    assert {step.id: found for step in steps if (found := _wider(step))} == {}


def _wider(step: Step) -> set[str]:
    departs = {gone.advice for gone in step.departs}
    return {key for key in step.follows if key not in departs and not _within(step, key)}


def _within(step: Step, key: str) -> bool:
    window = RECOMMENDATIONS[key].window
    if window is None:
        return True
    early = window.opens is None or (step.opens is not None and step.opens >= window.opens.amount)
    late = window.closes is None or (step.closes is not None and step.closes <= window.closes.amount)
    return early and late


def test_the_hospital_takes_the_suture_out_at_36_to_37_weeks_and_places_it_in_the_13th_to_14th() -> None:
    steps = {step.id: step for step in read_protocol("antai", RECOMMENDATIONS).steps}

    assert steps["cerclage"].best == (weeks(13).amount, weeks(14).amount)
    assert (steps["removal"].opens, steps["removal"].closes) == (weeks(36).amount, weeks(37, 1).amount)
    assert steps["removal"].until_done
    assert [gone.advice for gone in steps["cerclage"].departs] == ["rcog-gtg75 HI-2"]
