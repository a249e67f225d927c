"""The next question: the one that settles most, and none that changes nothing."""

from __future__ import annotations

from fullterm.logic.answers import ALL, answers, reads, tell
from fullterm.logic.ask import Interview, Rule, next_question
from fullterm.logic.facts import Facts, Listed
from fullterm.logic.language import ALWAYS, all_of, any_of, choose, count, least, mm, not_, some, weeks
from fullterm.logic.nodes import Bool, Measure, OneOf, YesNo
from fullterm.logic.quantity import Span, Unit, exactly

pregnant = YesNo("pregnant")
bleeding = YesNo("bleeding")
contractions = YesNo("contractions")
infection = YesNo("infection")
gestation = Measure("gestation", Unit.DAYS)
lost = OneOf("outcome", ("loss", "stillbirth"), "earlier")
late = Measure("gestation", Unit.DAYS, "earlier") >= weeks(16)
length = Measure("length", Unit.MILLIMETRES, "scans")


def rules(*bodies: Bool, women: Bool = ALWAYS) -> dict[str, Rule]:
    return {f"rule {number}": Rule(women, body) for number, body in enumerate(bodies, 1)}


def asked(rules: dict[str, Rule], facts: Facts, unanswerable: frozenset[str] = frozenset()) -> str | None:
    question = next_question(rules, facts, unanswerable)
    return None if question is None else question.key


def test_the_fact_that_settles_most_verdicts_is_asked_first() -> None:
    several = rules(bleeding, all_of(contractions, infection), all_of(contractions, bleeding), contractions)
    question = next_question(several, Facts())

    assert question is not None
    assert question.key == "contractions"
    assert question.settles == 3
    assert question.rules == ("rule 2", "rule 3", "rule 4")


def test_for_whom_a_rule_is_meant_is_asked_before_what_it_says() -> None:
    assert asked(rules(contractions, women=pregnant), Facts()) == "pregnant"


def test_nothing_is_asked_once_every_verdict_is_settled() -> None:
    assert asked(rules(contractions, women=pregnant), Facts({"pregnant": False})) is None


def test_a_fact_that_can_no_longer_matter_is_never_asked() -> None:
    """`bleeding, or bleeding with infection`: infection is missing in Kleene's reading, and changes nothing."""
    absorbed = rules(any_of(bleeding, all_of(bleeding, infection)))

    assert asked(absorbed, Facts()) == "bleeding"
    assert asked(absorbed, Facts(), frozenset({"bleeding"})) is None


def test_what_she_does_not_know_is_never_asked_again() -> None:
    both = rules(all_of(contractions, infection))

    assert asked(both, Facts(), frozenset({"contractions"})) == "infection"
    assert asked(both, Facts(), frozenset({"contractions", "infection"})) is None


def test_a_question_is_not_asked_when_only_what_she_does_not_know_could_make_it_matter() -> None:
    rule = rules(any_of(all_of(contractions, infection), all_of(contractions, not_(infection), bleeding)))
    settled_only_by_contractions = Facts({"infection": True})

    assert asked(rule, settled_only_by_contractions, frozenset({"contractions"})) is None


def test_an_ordered_choice_asks_its_first_condition_first() -> None:
    assert asked(rules(choose((infection, bleeding), otherwise=contractions)), Facts()) == "infection"


def test_a_roughly_known_number_is_asked_again_only_when_a_limit_lies_within() -> None:
    early = rules(gestation <= weeks(24))

    assert asked(early, Facts({"gestation": Span(161, 174)})) == "gestation"
    assert asked(early, Facts({"gestation": Span(140, 147)})) is None


def test_a_list_is_asked_for_until_somebody_says_that_is_all() -> None:
    loss = rules(some("earlier", all_of(lost, late)))
    told = tell(Facts(), "earlier", {"outcome": "live_birth", "gestation": exactly(270)})

    assert asked(loss, Facts()) == "earlier"
    assert asked(loss, told) == "earlier"
    assert asked(loss, tell(told, "earlier", ALL)) is None


def test_another_scan_is_asked_for_though_only_what_it_shows_can_settle() -> None:
    """A further record settles nothing by itself; what is then asked about it does."""
    assert asked(rules(least(length) <= mm(25)), Facts()) == "scans"


def test_a_record_is_asked_about_before_another_record_is() -> None:
    facts = Facts(lists={"earlier": Listed(({},), complete=True)})

    assert asked(rules(count("earlier", lost) >= 1), facts) == "earlier[1].outcome"


def test_equal_questions_are_asked_in_the_order_of_the_vocabulary() -> None:
    order = {"infection": None, "bleeding": None}
    question = next_question(rules(bleeding, infection), Facts(), possible=order)

    assert question is not None
    assert question.key == "infection"


def test_one_answer_stands_for_all_that_no_rule_can_tell_apart() -> None:
    read = reads((gestation < weeks(16), gestation <= weeks(24), OneOf("suture", ("low", "high"))))
    possible = {"suture": ("none", "low", "high")}

    assert answers(read, Facts(), "gestation", possible) == (exactly(111), exactly(112), exactly(169))
    assert answers(read, Facts({"gestation": Span(150, 160)}), "gestation", possible) == (exactly(150),)
    assert answers(read, Facts(), "suture", possible) == ("none", "low")


def test_two_recommendations_that_say_the_same_count_as_two_and_are_read_once() -> None:
    question = next_question(rules(bleeding, bleeding, infection), Facts())

    assert question is not None
    assert (question.key, question.settles) == ("bleeding", 2)


def test_an_interview_tells_which_verdicts_are_settled() -> None:
    interview = Interview(rules(bleeding, infection), {})

    assert interview.is_settled(Facts({"bleeding": False})) == {"rule 1": True, "rule 2": False}
