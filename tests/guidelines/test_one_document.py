"""One document speaks with one voice to one woman, and each rule only to the women it is for.

The women: whoever a page's own cases make a rule apply to, laid over whoever they make its opposite apply to, in both
orders; then women made up at random on top. Random women alone hardly ever meet two rules of one document at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, limits_in

from fullterm.guidelines import register
from fullterm.guidelines.cases import cases_of, files
from fullterm.guidelines.model import ADVISING, Recommendation
from fullterm.guidelines.verdict import body, judge
from fullterm.logic.facts import Facts, Value
from fullterm.logic.language import all_of
from fullterm.logic.quantity import Span, exactly, weeks

FOR, AGAINST = ("offer", "consider"), ("not_routinely", "do_not_offer")
BEING_READ = "being read by another helper"
ADVICE = tuple(one for one in register.recommendations() if one.read in ADVISING)
BY_KEY = {one.key: one for one in ADVICE}


def contradict(one: Recommendation, other: Recommendation) -> bool:
    """For and against the same treatment, or "nobody knows" beside a plain yes or any no."""
    if not set(one.advice.treatments) & set(other.advice.treatments):
        return False
    kinds = {one.advice.kind, other.advice.kind}
    opposed = bool(kinds & set(FOR)) and bool(kinds & set(AGAINST))
    return opposed or ("uncertain" in kinds and bool(kinds & {"offer", *AGAINST}))


def at_one_time(one: Recommendation, other: Recommendation) -> bool:
    """Whether both wordings were in force on some day."""
    return (one.until is None or other.since < one.until) and (other.until is None or one.since < other.until)


OPPOSED = tuple(
    (one, other)
    for number, one in enumerate(ADVICE)
    for other in ADVICE[number + 1 :]
    if one.guideline == other.guideline and contradict(one, other) and at_one_time(one, other)
)

BOTH_MEANT: dict[tuple[str, str], str] = {
    ("rcog-gtg75 DEF-EM", "rcog-gtg75 EM-4B"): (
        "the document itself: up to 27+6 by its definition (p.1181), rarely justified beyond 24 weeks (p.1192)"
    ),
    ("rcog-gtg75 AMNIO", "rcog-gtg75 AMNIO-S"): "not as a routine, but where infection is suspected (p.1195)",
    ("rcog-gtg75 POST", "rcog-gtg75 POST-UI"): "not as a routine, but useful in individual cases (p.1201)",
    ("rcog-gtg75 REINF-1", "rcog-gtg75 REINF-EM"): (
        "two operations: an ultrasound-indicated second suture, and an emergency one (p.1201)"
    ),
    ("rcog-gtg75 PPROM-1", "rcog-gtg75 PPROM-2"): "a delay of 48 hours, and none until labour ensues (p.1205)",
    ("sogc-373 NEW-twins-cerclage", "sogc-373 NEW-twins-15"): (
        "no gain in twins under 25 mm, limited data for one under 15 mm (What's new, p.1)"
    ),
    ("figo-2021-progestogens PRG-01", "figo-2021-progestogens PRG-02"): (
        "offered after a preterm birth, its worth with a cervix of 30 mm or more uncertain (abstract)"
    ),
}  # fmt: skip
"""Two rules of one document that oppose each other on one woman, with the page on which the document means both."""
NOT_YET_READ: dict[tuple[str, str], str] = {
    ("smfm-40 40-1", "smfm-40 40-2"): BEING_READ,
}  # fmt: skip
"""Contradictions on pages that others are correcting: each is to be taken away once its page is mended."""
SPOKEN_FOR = BOTH_MEANT.keys() | NOT_YET_READ.keys()


# -- the women --------------------------------------------------------------------------------------------------


@cache
def women_of(guideline: str) -> tuple[Facts, ...]:
    """The women beside the pages of one guideline."""
    pages = sorted(files())
    return tuple(
        case.facts
        for page in pages
        for case in cases_of(page)
        if any(guideline == register.of_page(page, expected.ref).guideline for expected in case.expected[:1])
    )


@cache
def met_by(key: str) -> tuple[Facts, ...]:
    """The women beside the pages to whom one rule applies: at most eight, spread over all of them."""
    one = BY_KEY[key]
    found = [facts for facts in women_of(one.guideline) if judge(one, facts).kind == "applies"]
    return tuple(found[:: max(1, len(found) // 8)][:8])


def laid_over(over: Facts, under: Facts) -> Facts:
    """One woman of two stories: where both tell a thing, the first is believed."""
    return Facts({**under.values, **over.values}, {**under.lists, **over.lists})


def in_its_time(one: Recommendation, woman: Facts) -> bool:
    """Whether a rule applies to a woman whose gestation is not surely outside its window."""
    if judge(one, woman).kind != "applies":
        return False
    at = woman.values.get("gestation")
    if one.window is None or not isinstance(at, Span) or woman.values.get("pregnant") is not True:
        return True
    early = one.window.opens is not None and at.high < one.window.opens.amount
    return not early and (one.window.closes is None or at.low < one.window.closes.amount)


def both_apply(one: Recommendation, other: Recommendation) -> Facts | None:
    """A woman to whom both apply, among the women of either laid over the other's."""
    for facts in met_by(one.key):
        for also in met_by(other.key):
            for woman in (facts, also, laid_over(facts, also), laid_over(also, facts)):
                if in_its_time(one, woman) and in_its_time(other, woman):
                    return woman
    return None


# -- one voice --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pair", OPPOSED, ids=lambda pair: f"{pair[0].key} - {pair[1].ref}")
def test_two_rules_of_one_document_never_contradict_on_one_woman(pair: tuple[Recommendation, Recommendation]) -> None:
    one, other = pair
    woman = both_apply(one, other)
    if (one.key, other.key) in BOTH_MEANT:
        assert woman is not None, f"{one.key} and {other.key} never meet: take the exception away"
    elif (one.key, other.key) not in NOT_YET_READ:
        assert woman is None, f"{one.key} {one.advice.kind}, {other.key} {other.advice.kind}: {dict(woman.values)}"


@examples(60)
@given(st.integers(0, 2**32 - 1))
def test_nor_on_women_made_up_at_random(seed: int) -> None:
    random = Random(seed)
    one, other = random.choice(OPPOSED)
    rules = tuple(all_of(each.women, body(each)) for each in (one, other))
    for _ in range(20):
        woman = a_woman_for(random, rules, limits_in(rules))
        if woman.values.get("suture_vaginal") is True and woman.values.get("suture_abdominal") is True:
            continue  # she has two sutures, and each rule speaks of its own
        both = in_its_time(one, woman) and in_its_time(other, woman)
        assert not both or (one.key, other.key) in SPOKEN_FOR, f"{one.key} and {other.key}: {woman}"


def test_the_law_is_about_something() -> None:
    assert len(OPPOSED) > 60
    assert all(met_by(each.key) for pair in OPPOSED for each in pair)
    assert set(BOTH_MEANT) <= {(one.key, other.key) for one, other in OPPOSED}


# -- each rule to its own women ---------------------------------------------------------------------------------

ONE_BABY, SEVERAL = (
    re.compile(r"singleton|one baby", re.I),
    re.compile(r"\btwins?\b|multiple pregnanc|triplet|several babies|with several", re.I),
)
BY_THE_VAGINA = re.compile(r"(suture|cerclage) (placed )?through the vagina|vaginal suture", re.I)
ABDOMINAL = re.compile(r"abdominal (suture|cerclage)", re.I)
FIRST_TRIMESTER = re.compile(r"first[- ]trimester|early pregnancy", re.I)
AT_A_SUTURE = ("removal", "emergencies", "aftercare", "birth")
SCOPE = {"nice-ng25": "singleton", "nice-ng137": "several"}
"""Documents that are for one plurality by their own scope, whatever a rule of theirs says."""
Told = dict[str, Value]
TWINS: Told = {"pregnant": True, "fetuses": exactly(2)}
ONE: Told = {"pregnant": True, "fetuses": exactly(1)}
MC_DONALD: Told = {
    "pregnant": True,
    "suture": "mcdonald",
    "suture_in": True,
    "suture_vaginal": True,
    "suture_abdominal": False,
}
IN_THE_ABDOMEN: Told = {
    "pregnant": True,
    "suture": "abdominal",
    "suture_in": True,
    "suture_vaginal": False,
    "suture_abdominal": True,
}
LATER: Told = {"pregnant": True, "gestation": exactly(weeks(20).amount)}


def of_one_baby(one: Recommendation) -> bool:
    """Whether a rule is of singletons only: by its own words, or by the scope of its document."""
    only = ONE_BABY.search(one.says.en) and not SEVERAL.search(one.says.en)
    return bool(only) or SCOPE.get(one.guideline) == "singleton"


def of_several(one: Recommendation) -> bool:
    """Whether a rule is of twins or more only."""
    only = SEVERAL.search(one.says.en) and not ONE_BABY.search(one.says.en)
    return bool(only) or SCOPE.get(one.guideline) == "several"


def of_a_vaginal_suture(one: Recommendation) -> bool:
    """Whether a rule speaks of a suture in place that was placed through the vagina, and of no other."""
    said = one.says.en
    return one.decision in AT_A_SUTURE and bool(BY_THE_VAGINA.search(said)) and not ABDOMINAL.search(said)


def of_an_abdominal_suture(one: Recommendation) -> bool:
    """Whether a rule speaks of an abdominal suture in place, and of no other."""
    said = one.says.en
    return one.decision in AT_A_SUTURE and bool(ABDOMINAL.search(said)) and not BY_THE_VAGINA.search(said)


def of_the_first_trimester(one: Recommendation) -> bool:
    """Whether a rule asks for an act in the first trimester or in early pregnancy."""
    return bool(FIRST_TRIMESTER.search(one.says.en)) and one.advice.kind in ("offer", "consider")


OUTSIDE = {
    "one baby": (of_one_baby, TWINS),
    "several babies": (of_several, ONE),
    "a vaginal suture": (of_a_vaginal_suture, IN_THE_ABDOMEN),
    "an abdominal suture": (of_an_abdominal_suture, MC_DONALD),
    "the first trimester": (of_the_first_trimester, LATER),
}
OTHERWISE_MEANT = {
    "smfm-40 40-2": "a multiple pregnancy is one of its four reasons (abstract)",
    "china-2024 3": "twins are looked for, in every pregnancy (recommendation 3)",
    "smfm-65 4": "its sentence goes on to a later operation (item 4)",
}
"""Rules whose sentence names what the law looks for, and means more than it, with the page."""
NOT_YET_MENDED = dict.fromkeys(
    (
        "nice-ng25 1.2.5", "nice-ng25 1.4", "nice-ng25 1.5", "nice-ng25 PPROM-suture", "nice-ng25 1.6.1",
        "nice-ng25 1.6.2", "nice-ng25 1.6.3", "nice-ng25 1.6.4", "nice-ng25 SILENT-removal",
        "nice-ng25 SILENT-progesterone-with-suture", "nice-ng25 SILENT-tests",
    ),
    BEING_READ,
)  # fmt: skip
"""Pages that others are correcting: each is to be taken away once its page is mended."""


def told_of(one: Recommendation, outside: Told) -> Iterator[Facts]:
    """Women to whom a rule applies, or nearly, and the same told to be outside of what it is about."""
    random, rule = Random(one.key), all_of(one.women, body(one))
    near = (a_woman_for(random, (rule,), limits_in((rule,))) for _ in range(40))
    for facts in (*met_by(one.key), *near):
        yield Facts({**facts.values, **outside}, facts.lists)


@pytest.mark.parametrize("about", OUTSIDE)
def test_a_rule_never_fires_outside_the_women_it_is_about(about: str) -> None:
    is_about, outside = OUTSIDE[about]
    several = [one for one in ADVICE if is_about(one)]
    fired = {one.key for one in several if any(in_its_time(one, woman) for woman in told_of(one, outside))}

    assert len(several) >= 2
    assert fired - NOT_YET_MENDED.keys() - OTHERWISE_MEANT.keys() == set()
