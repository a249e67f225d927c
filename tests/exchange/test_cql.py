"""The exported CQL: what it says, and that both HL7 engines, running it, answer as the interpreter does."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from bench import hl7
from hypothesis import given

from fullterm.exchange.cql import library, tuple_of
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Listed
from fullterm.logic.language import ALWAYS, all_of, any_of, choose, count, latest, mm, not_, some, weeks
from fullterm.logic.nodes import Bool, Measure, Named, OneOf, YesNo
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, exactly
from tests.logic.strategies import EXAMPLES, SMALL, conditions, examples
from tests.logic.women import a_woman_for, limits_in

installed = pytest.mark.skipif(hl7.missing() is not None, reason=str(hl7.missing()))
WOMEN = {"cql-execution": int(200 * EXAMPLES), "@cqframework/cql": int(30 * EXAMPLES)}  # the second is ten times slower

bleeding = YesNo("bleeding")
gestation = Measure("gestation", Unit.DAYS)
outcome = OneOf("outcome", ("loss", "stillbirth"), "earlier")
ended = Measure("gestation", Unit.DAYS, "earlier")
late_loss = Named("late_loss", some("earlier", all_of(outcome, ended >= weeks(16))))
length = Measure("length", Unit.MILLIMETRES, "scans")
scanned = Measure("gestation", Unit.DAYS, "scans")


def test_a_rule_becomes_two_definitions_and_its_derived_facts_are_defined_once() -> None:
    rule = all_of(gestation < weeks(24), not_(bleeding), late_loss)

    assert (
        library("Small", {"rescue": rule})
        == """\
library "Small"

parameter "woman" Tuple {
  "gestation low" Integer,
  "gestation high" Integer,
  "bleeding" Boolean,
  "earlier" List<Tuple { "outcome" String, "gestation low" Integer, "gestation high" Integer }>,
  "earlier complete" Boolean
}

define "earlier":
  if "woman"."earlier" is null
  then List<Tuple { "outcome" String, "gestation low" Integer, "gestation high" Integer }> {}
  else "woman"."earlier"

define "late_loss surely":
  exists ("earlier" "one of earlier"
    where ("one of earlier"."outcome" = 'loss' or "one of earlier"."outcome" = 'stillbirth') is true
    and Coalesce("one of earlier"."gestation low", -1000000000) >= 112)

define "late_loss possibly":
  not ("woman"."earlier complete" is true)
  or exists ("earlier" "one of earlier"
    where ("one of earlier"."outcome" = 'loss' or "one of earlier"."outcome" = 'stillbirth') is not false
    and Coalesce("one of earlier"."gestation high", 1000000000) >= 112)

define "rescue surely":
  Coalesce("woman"."gestation high", 1000000000) < 168
  and not ("woman"."bleeding" is not false)
  and "late_loss surely"

define "rescue possibly":
  Coalesce("woman"."gestation low", -1000000000) < 168
  and not ("woman"."bleeding" is true)
  and "late_loss possibly"
"""
    )


def test_what_is_unknown_is_left_out_of_the_tuple() -> None:
    woman = Facts(
        {"bleeding": False, "suture": "mcdonald", "gestation": Span(140, HIGHEST), "age": Span(LOWEST, HIGHEST)},
        {"earlier": Listed(({"gestation": exactly(133)}, {}), complete=True), "scans": Listed()},
    )

    assert tuple_of(woman) == {
        "bleeding": False,
        "suture": "mcdonald",
        "gestation low": 140,
        "earlier": [{"gestation low": 133, "gestation high": 133}, {}],
        "earlier complete": True,
        "scans": [],
        "scans complete": False,
    }


def test_two_derived_facts_of_one_name_stay_two() -> None:
    text = library("Two", {"one": Named("late_loss", bleeding), "two": late_loss})

    assert text.count('define "late_loss surely"') == 1
    assert text.count('define "late_loss 2 surely"') == 1
    assert 'define "two surely":\n  "late_loss 2 surely"' in text


def test_a_derived_fact_of_the_vocabulary_carries_its_words() -> None:
    from fullterm.vocabulary.findings import loss_from_16

    assert '// a loss at 16+0 or later\ndefine "loss_from_16 surely"' in library("One", {"rule": loss_from_16})


@pytest.mark.parametrize(("name", "rules"), [("", {"rule": ALWAYS}), ("Empty", {})])
def test_a_library_without_a_name_or_a_rule_is_refused(name: str, rules: dict[str, Bool]) -> None:
    with pytest.raises(ValueError, match=r"^a CQL library needs a name and at least one rule$"):
        library(name, rules)


def disagreements(
    rules: Mapping[str, Bool], women: Sequence[Facts], engines: dict[str, int] | None = None
) -> list[str]:
    """Where an engine and the interpreter differ, in words; empty when nowhere."""
    expected = [tuple(truth(rule, woman) for rule in rules.values()) for woman in women]
    several = hl7.decide(rules, women, engines=engines).decided
    assert [len(one.answers) for one in several] == list((engines or dict.fromkeys(hl7.ENGINES, len(women))).values())
    return [
        f"{name}: the interpreter says {said}, {one.engine} {found}, of {woman}"
        for one in several
        for woman, judged, told in zip(women, expected, one.answers, strict=False)
        for name, said, found in zip(rules, judged, told, strict=True)
        if said is not found
    ]


@installed
def test_both_engines_decide_every_recommendation_as_the_interpreter_does() -> None:
    names: dict[Bool, str] = {}
    for one in recommendations():
        names.setdefault(body(one), one.key)
        names.setdefault(one.women, f"{one.key} women")
    random, every = Random(3), tuple(names)
    limits = limits_in(every)
    women = [a_woman_for(random, every, limits) for _ in range(max(WOMEN.values()))]

    assert disagreements({name: rule for rule, name in names.items()}, women, WOMEN)[:3] == []


@installed
def test_both_engines_decide_made_up_rules_of_every_kind_as_the_interpreter_does() -> None:
    rules: dict[str, Bool] = {}

    @examples(150)
    @given(conditions())
    def draw(rule: Bool) -> None:
        rules[f"rule {len(rules) + 1}"] = rule

    draw()
    random, every = Random(5), tuple(rules.values())
    limits = limits_in(every)
    women = [Facts(), *(a_woman_for(random, every, limits, SMALL) for _ in range(max(WOMEN.values())))]

    assert disagreements(rules, women, WOMEN)[:3] == []


@installed
def test_names_that_are_words_of_cql_or_hold_quotes_survive() -> None:
    odd = YesNo('exists "where" \\ it\'s')
    option = OneOf("singleton", ("it's", 'a "b"'))
    rules: dict[str, Bool] = {'and "or"': any_of(odd, option), "count": count("from", YesNo("where", "from")) >= 2}
    women = [
        Facts({odd.name: True}),
        Facts({odd.name: False, "singleton": "it's"}, {"from": Listed(({"where": True}, {}), complete=True)}),
        Facts({odd.name: False, "singleton": "other"}, {"from": Listed(({"where": True},) * 2)}),
    ]

    assert disagreements(rules, women) == []


@installed
def test_losses_that_look_alike_are_counted_each() -> None:
    rules: dict[str, Bool] = {"three losses": count("earlier", outcome) >= 3}
    loss = {"outcome": "loss", "gestation": exactly(98)}
    women = [Facts({}, {"earlier": Listed((loss,) * number, complete=True)}) for number in range(5)]

    assert disagreements(rules, women) == []


@installed
def test_an_ordered_choice_stops_at_the_first_unknown_and_the_latest_may_be_open() -> None:
    rules: dict[str, Bool] = {
        "choice": choose((bleeding, ALWAYS), (gestation < weeks(20), not_(ALWAYS)), otherwise=ALWAYS),
        "latest": latest(length, scanned) <= mm(25),
    }
    scans = ({"gestation": exactly(120), "length": exactly(300)}, {"gestation": Span(118, 130), "length": exactly(200)})
    women = [
        Facts(),
        Facts({"bleeding": False, "gestation": Span(139, 140)}),
        Facts({"bleeding": False, "gestation": exactly(140)}, {"scans": Listed(scans, complete=True)}),
        Facts({"bleeding": True}, {"scans": Listed(scans[:1], complete=True)}),
        Facts({"bleeding": True}, {"scans": Listed(scans[1:])}),
    ]

    assert disagreements(rules, women) == []


@installed
def test_a_library_the_translator_finds_wrong_is_never_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hl7, "library", lambda name, rules: library(name, rules) + '\ndefine "wrong": "nowhere"\n')

    with pytest.raises(RuntimeError, match="the translator found 1 errors"):
        hl7.decide({"rule": bleeding}, [Facts()])
