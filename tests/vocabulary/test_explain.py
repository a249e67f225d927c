"""What a rule says and why a verdict is what it is, in both languages."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.guidelines import register
from fullterm.guidelines.cases import cases_of
from fullterm.guidelines.verdict import body
from fullterm.logic.evaluate import evaluate, truth
from fullterm.logic.facts import EMPTY, Facts, Listed
from fullterm.logic.language import ALWAYS, all_of, any_of, choose, count, greatest, latest, mm, not_, weeks
from fullterm.logic.nodes import Bool, YesNo
from fullterm.logic.quantity import Span, exactly
from fullterm.vocabulary import earlier, findings, pregnancy, woman
from fullterm.vocabulary.explain import explain, show
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.why import reasons, why
from fullterm.vocabulary.wording import name_of
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, limits_in

MS_WANG = Facts(
    {"pregnant": True, "contractions": False},
    {
        "earlier": Listed(
            (
                {"outcome": "live_birth", "gestation": exactly(273)},
                {
                    "outcome": "loss",
                    "gestation": Span(133, 139),
                    "painless_dilatation": True,
                    "contractions_first": False,
                },
            ),
            complete=True,
        ),
        "scans": Listed(({"length": exactly(220), "gestation": exactly(140), "method": "transvaginal"},)),
    },
)


def english(rule: Bool, *, open_named: bool = False) -> str:
    return show(explain(rule, "en", open_named=open_named))


def why_yes(rule: Bool, facts: Facts = MS_WANG) -> list[str]:
    return [reason.text for reason in reasons(evaluate(rule, facts), facts, "en")]


def test_a_rule_reads_as_an_indented_tree() -> None:
    rule = all_of(woman.pregnant, any_of(pregnancy.bleeding, pregnancy.contractions), not_(findings.multiple))

    assert english(rule) == (
        "all of\n  pregnant now\n  any of\n    vaginal bleeding\n    contractions\n  not: multiple pregnancy now"
    )
    assert show(explain(rule, "zh")) == (
        "以下全部\n  目前已怀孕\n  以下任一\n    阴道出血\n    宫缩\n  非:目前为多胎妊娠"
    )


def test_a_limit_says_whether_it_is_itself_included() -> None:
    for rule, en, zh in (
        (pregnancy.gestation < weeks(24), "gestation today: before 24w0d", "目前孕周:早于24周"),
        (pregnancy.gestation <= weeks(24), "gestation today: 24w0d or earlier", "目前孕周:24周及以前"),
        (pregnancy.gestation > weeks(24, 3), "gestation today: after 24w3d", "目前孕周:晚于24周3天"),
        (pregnancy.gestation >= weeks(24), "gestation today: 24w0d or later", "目前孕周:24周及以后"),
        (pregnancy.fetuses >= 2, "number of babies: 2 or more", "胎儿数:2及以上"),
    ):
        assert english(rule) == en
        assert show(explain(rule, "zh")) == zh


def test_two_limits_of_one_number_are_told_as_a_range() -> None:
    window = all_of(pregnancy.gestation >= weeks(16), pregnancy.gestation < weeks(24))

    assert english(window) == "gestation today: from 16w0d, before 24w0d"


def test_the_shortest_scan_names_which_scans_count() -> None:
    assert english(findings.shortest_16_to_24 <= mm(25)) == (
        "shortest cervical length (cervical scan from 16w0d to 24w0d, through the vagina): 25 mm or less"
    )


def test_a_count_names_how_many_records_and_what_each_must_be() -> None:
    painless = count("earlier", all_of(earlier.painless_dilatation, earlier.gestation < weeks(24)))

    assert english(painless >= 3) == (
        "at least 3 earlier pregnancies, each with all of\n"
        "  the cervix opened without pain\n"
        "  gestation at the end: before 24w0d"
    )
    assert english(count("earlier", earlier.abruption) < 1) == "no earlier pregnancy, with placental abruption"
    assert english(count("earlier", ALWAYS) > 2) == "at least 3 earlier pregnancies"


def test_a_derived_fact_is_opened_only_when_asked() -> None:
    assert english(findings.exposed_membranes) == "membranes exposed in the vagina, not ruptured"
    assert english(findings.exposed_membranes, open_named=True) == (
        "membranes exposed in the vagina, not ruptured\n"
        "  membranes on examination: bulging beyond the external os into the vagina"
    )


def test_an_ordered_choice_is_told_in_its_order() -> None:
    rule = choose((pregnancy.bleeding, pregnancy.contractions), otherwise=not_(any_of(woman.polyps, woman.diabetes)))

    assert english(rule) == (
        "the first of these that holds decides\n"
        "  if: vaginal bleeding\n"
        "    then: contractions\n"
        "  otherwise: none of\n"
        "    endometrial polyps\n"
        "    diabetes"
    )


def test_a_latest_measurement_is_told_with_its_records() -> None:
    last = latest(pregnancy.scan_length, pregnancy.scan_gestation, any_of(pregnancy.scan_sludge, not_(ALWAYS)))

    assert english(last < mm(25)) == (
        "last cervical length: less than 25 mm\n"
        "  among cervical scans in this pregnancy with any of\n"
        "    amniotic sludge\n"
        "    not: in every case"
    )


def test_a_fact_outside_the_vocabulary_is_refused_in_a_clear_sentence() -> None:
    message = "^freckles is not a fact of the vocabulary: declare it there before a rule reads it$"
    with pytest.raises(ValueError, match=message):
        english(YesNo("freckles"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_recommendation_can_be_read_aloud(language: str) -> None:
    for one in register.recommendations():
        for rule in (one.women, body(one)):
            lines = explain(rule, "zh" if language == "zh" else "en", open_named=True)
            assert all(line.text and line.text[-1] not in " :,,:" for line in lines), one.key


def test_a_missing_fact_has_a_name_people_read() -> None:
    assert name_of("contractions", "en") == "contractions"
    assert name_of("earlier[2].abruption", "en") == "earlier pregnancy 2: placental abruption"
    assert name_of("earlier[2].abruption", "zh") == "既往妊娠2:胎盘早剥"
    assert name_of("earlier", "en") == "earlier pregnancies"


def test_a_yes_is_explained_by_the_facts_it_rests_on() -> None:
    assert why_yes(findings.typical_history) == [
        "earlier pregnancy 2: outcome: lost before or at birth",
        "earlier pregnancy 2: gestation at the end: 19w0d to 19w6d",
        "earlier pregnancy 2: the cervix opened without pain: yes",
        "earlier pregnancy 2: painful contractions came first: no",
    ]
    assert why_yes(findings.shortest_16_to_24 <= mm(25)) == [
        "cervical scan 1: cervical length: 22 mm",
        "cervical scan 1: gestation at the scan: 20w0d",
        "cervical scan 1: how it was measured: through the vagina",
    ]


def test_a_no_over_a_list_says_why_each_record_is_left_out_and_that_there_is_no_other() -> None:
    assert why_yes(count("earlier", earlier.outcome.is_("loss")) >= 2) == [
        "earlier pregnancies: 2, these are all",
        "earlier pregnancy 1: outcome: born alive",
    ]


def test_a_cannot_tell_names_what_is_missing_in_the_order_of_a_history() -> None:
    rule = all_of(pregnancy.bleeding, findings.loss_from_16, woman.diabetes)
    facts = Facts({}, {"earlier": Listed(({"outcome": "loss"},))})

    found = reasons(evaluate(rule, facts), facts, "en")
    assert {reason.key for reason in found} == {"bleeding", "earlier", "earlier[1].gestation", "diabetes"}
    assert found[-1].text == name_of(found[-1].key, "en")


def test_the_whole_reading_is_a_tree_with_an_answer_on_every_line() -> None:
    rule = all_of(pregnancy.bleeding, findings.shortest_16_to_24 <= mm(25))

    assert show(why(evaluate(rule, MS_WANG), MS_WANG, "en")) == (
        "unknown: all of\n"
        "  unknown: vaginal bleeding\n"
        "  yes: shortest cervical length (cervical scan from 16w0d to 24w0d, through the vagina): 25 mm or less"
        " [22 mm or less]\n"
        "    cervical scans in this pregnancy: 1 told, perhaps more\n"
        "    yes: cervical scan 1\n"
        "      yes: all of\n"
        "        yes: gestation at the scan: 16w0d or later [20w0d]\n"
        "        yes: gestation at the scan: 24w0d or earlier [20w0d]\n"
        "        yes: how it was measured: through the vagina [through the vagina]\n"
        "      cervical length [22 mm]"
    )


def only(facts: Facts, keys: set[str]) -> Facts:
    """The woman with every fact taken away that is not named; of a list not named, nobody knows that it is whole."""
    lists = {
        rows: Listed(
            tuple(
                {name: value for name, value in record.items() if f"{rows}[{number}].{name}" in keys}
                for number, record in enumerate(one.records, 1)
            ),
            one.complete and rows in keys,
        )
        for rows, one in facts.lists.items()
    }
    return Facts({name: value for name, value in facts.values.items() if name in keys}, lists)


REAL = tuple(dict.fromkeys(rule for one in register.recommendations() for rule in (one.women, body(one))))


WHICH = all_of(pregnancy.scan_gestation >= weeks(16), pregnancy.scan_method.is_("transvaginal"))
OVER_LISTS = (
    findings.shortest_16_to_24 <= mm(25),
    greatest(pregnancy.scan_length, WHICH) < mm(25),
    latest(pregnancy.scan_length, pregnancy.scan_gestation, WHICH) <= mm(25),
    not_(count("scans", WHICH) >= 2),
)


@given(st.sampled_from(REAL) | st.sampled_from(OVER_LISTS), st.integers(0, 10**6))
@examples(300)
def test_the_reasons_named_are_enough_to_settle_the_verdict(rule: Bool, seed: int) -> None:
    """Take away every fact that is not named as a reason: the answer stays."""
    random, limits = Random(seed), limits_in((rule,))
    for _ in range(5):
        facts = a_woman_for(random, (rule,), limits, VOCABULARY)
        reading = evaluate(rule, facts)
        if reading.value is not None:
            named = {reason.key for reason in reasons(reading, facts, "en")}
            assert truth(rule, only(facts, named)) is reading.value


def test_lists_nobody_asked_about_are_said_to_be_open() -> None:
    facts = Facts(lists={"earlier": EMPTY})

    assert "earlier pregnancies: none told yet" in show(why(evaluate(findings.loss_from_16, facts), facts, "en"))


def test_every_woman_beside_the_sample_page_can_be_explained() -> None:
    for case in cases_of("nice_ng25"):
        for one in register.recommendations():
            for language in ("en", "zh"):
                reading = evaluate(body(one), case.facts)
                assert why(reading, case.facts, "zh" if language == "zh" else "en")
