"""What the record has to show before an agreement goes on: the operation, how the pregnancy ended, a clause.

The terms are kept to the letter: what they leave to a person (the cause of a loss) is left to a person, who names the
clause.
"""

from __future__ import annotations

from datetime import date, timedelta

from fullterm.care.agreement.ledger import show
from fullterm.care.agreement.state import OUTSIDE_WEEKS, AgreementDone, Around, Ending, Life, OperationShown, add_months
from fullterm.care.agreement.terms import Clause, Terms
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts, Listed
from fullterm.logic.language import all_of, days, some
from fullterm.logic.nodes import Bool
from fullterm.vocabulary import earlier
from fullterm.vocabulary.fact import Text

DECISIONS = ("recurrence", "outside", "mistaken")
NOT_ENDED = Text(
    "her record does not show how this pregnancy ended: it is recorded there first",
    "病历未记录本次妊娠的结局：请先在病历中记录",
)


def operated(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """Her record shows the planned operation, since she signed."""
    found = planned_operation(life, around)
    if found is None:
        return Text(
            "her record shows no planned suture since she signed: it is recorded there first, by who placed it",
            "病历中没有签署之后的计划性环扎：请先由手术者在病历中记录",
        )
    if done.on != found.on:
        return Text(
            f"her record says she was operated on {found.on}: write that day",
            f"病历记录的手术日期是 {found.on}：请填写该日期",
        )
    return None


def not_operated(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """Before the treatment: nothing in her record says it was done."""
    found = planned_operation(life, around)
    if found is None or life.treated_on is not None or _clause(around.terms, done).stage != "before treatment":
        return None
    return Text(
        f"her record shows the planned suture, placed on {found.on}: record the treatment here first",
        f"病历显示已于 {found.on} 行计划性环扎：请先在此登记已手术",
    )


def planned_operation(life: Life, around: Around) -> OperationShown | None:
    """The first suture since the signature that was not placed in rescue."""
    since = life.signed_on
    fitting = (one for one in around.operations if since and one.on >= since and one.indication != "examination")
    return min(fitting, key=lambda one: one.on, default=None)


def born(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """A live birth late enough, or an earlier one whose child lives long enough."""
    ending, terms = around.ending, around.terms
    if ending is None:
        return NOT_ENDED
    if ending.values.get("outcome") != "live_birth":
        return Text(
            "her record shows no live birth: if the loss recurred, report it", "病历未显示活产：如为复发，请报告复发"
        )
    late = read(all_of(earlier.gestation >= days(terms.success_from)), ending)
    if late is True:
        return None
    weeks = f"{terms.success_from // 7}+{terms.success_from % 7}"
    until = ending.on + timedelta(terms.survives_days)
    if done.data.get("survived") == "yes" and around.today >= until:
        return None
    return Text(
        f"the birth is not surely at {weeks} weeks or later: it counts once the child is alive on {until}, "
        f"{terms.survives_days} days after birth; say so then",
        f"不能确定在 {weeks} 周及以后分娩：{until}（出生后 {terms.survives_days} 天）婴儿存活方可登记，届时请注明",
    )


def paid_or_said_why(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """A fee not paid in full is not forgotten in silence."""
    if life.unpaid <= 0 or done.reason.strip():
        return None
    left = show(life.unpaid, life.currency)
    return Text(
        f"{left} of the fee is not paid: record the payment first, or say why it is closed without",
        f"尚有 {left} 费用未付：请先登记付款，或写明不再收取的原因",
    )


def lost(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """The pregnancy has ended, after the treatment, not late with a live child, and the time to report is not over."""
    ending, terms = around.ending, around.terms
    if ending is None:
        return NOT_ENDED
    living = all_of(earlier.outcome.is_("live_birth"), earlier.gestation >= days(terms.success_from))
    if read(living, ending) is True:
        return Text(
            "her record shows a live birth within the terms' success: it is closed as fulfilled",
            "病历显示已达到协议约定的活产：请登记履行完毕",
        )
    last = last_report(life, terms)
    if last is not None and done.on > last:
        return Text(
            f"the last day to report a loss was {last}, {terms.claim_months} months after the due date",
            f"报告流产的最后日期是 {last}（预产期后 {terms.claim_months} 个月）",
        )
    return None


def by_another(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """Whoever reviews has neither treated her nor reported it, nor signed for the hospital."""
    if done.by in around.treating:
        return Text(
            "whoever signed her diagnosis or operated cannot review: another doctor does",
            "确诊签字者和手术者不能审核：请由其他医生审核",
        )
    if done.by == life.reporter:
        return Text("whoever reported it cannot review: another doctor does", "报告者不能审核：请由其他医生审核")
    if done.by == life.hospital:
        return Text(
            "whoever signed for the hospital cannot review: another doctor does", "医院签署人不能审核：请由其他医生审核"
        )
    return None


def a_finding(life: Life, done: AgreementDone, around: Around) -> Text | None:  # noqa: ARG001  # a guard
    """A decision with its evidence; outside the terms it names the clause, and the weeks are not argued with."""
    decision, terms = done.data.get("decision"), around.terms
    if decision not in DECISIONS:
        return Text("say what the review found: choose one", "请选择审核结论")
    if not done.data.get("evidence", "").strip():
        return Text("write the evidence the finding rests on", "请写明结论所依据的证据")
    ending = around.ending
    if decision == "mistaken":
        return None
    if ending is None:
        return NOT_ENDED
    within = in_weeks(ending, terms)
    if decision == "outside":
        return _outside(within, str(done.data.get("clause", "")), terms)
    return _recurred(within, ending, done)


def _outside(within: Truth, clause: str, terms: Terms) -> Text | None:
    if clause not in {one.id for one in terms.excluded}:
        return Text("name the clause of the terms that this loss falls under", "请指明适用的协议条款")
    if clause == OUTSIDE_WEEKS and within is not False:
        return Text(
            "it is not surely outside the weeks of the terms: that clause does not fit",
            "不能确定在协议约定的孕周之外：不适用该条款",
        )
    return None


def _recurred(within: Truth, ending: Ending, done: AgreementDone) -> Text | None:
    if within is None:
        return Text(
            "it cannot be told whether the loss lies within the weeks of the terms: needs the gestation at the end",
            "尚不能判断是否在协议约定的孕周内：需要终止时孕周",
        )
    if within is False:
        return Text(
            "the loss lies outside the weeks of the terms: name that clause", "流产不在协议约定的孕周内：请指明该条款"
        )
    if ending.values.get("outcome") == "live_birth" and done.data.get("survived") != "no":
        return Text(
            "the child was born alive: it is a recurrence only if the child has died since; say so",
            "婴儿出生时存活：仅当此后死亡方为复发，请注明",
        )
    return None


def a_clause(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """Ended as the terms say: by whom, before or after the treatment, and not before its time."""
    terms = around.terms
    if done.data.get("clause") not in {one.id for one in terms.ends}:
        return Text("name the clause of the terms by which it ends", "请指明终止所依据的条款")
    clause = _clause(terms, done)
    treated = life.treated_on is not None
    if (clause.stage == "after treatment") is not treated:
        return Text(
            "this clause is for " + ("after" if clause.stage == "after treatment" else "before") + " the treatment",
            "该条款只适用于治疗" + ("后" if clause.stage == "after treatment" else "前"),
        )
    if clause.by == "time":
        last = time_of(life, clause, terms)
        if last is None or done.on < last:
            when = "" if last is None else f" before {last}", "" if last is None else f"（{last} 之前）"
            return Text(f"its time has not come{when[0]}", f"该条款的期限未到{when[1]}")
    elif clause.by != "either" and done.data.get("side") != clause.by:
        who = {"woman": Text("the woman", "患者"), "hospital": Text("the hospital", "医院")}[clause.by]
        return Text(f"by this clause only {who.en} ends it", f"该条款只能由{who.zh}提出")
    elif done.data.get("side") not in ("woman", "hospital"):
        return Text("say who ends it", "请选择由谁终止")
    return None


def time_of(life: Life, clause: Clause, terms: Terms) -> date | None:
    """The day from which a clause of time may end it; None while that cannot be told."""
    if clause.stage == "before treatment":
        return None if life.signed_on is None else add_months(life.signed_on, terms.months)
    last = last_report(life, terms)
    return None if last is None else last + timedelta(1)


def last_report(life: Life, terms: Terms) -> date | None:
    """The last day a loss can be reported; None while no due date was known."""
    return None if life.due is None else add_months(life.due, terms.claim_months)


def in_weeks(ending: Ending, terms: Terms) -> Truth:
    """Whether a pregnancy ended within the weeks in which a loss is a recurrence."""
    within = all_of(earlier.gestation >= days(terms.recurs_from), earlier.gestation < days(terms.recurs_before))
    return read(within, ending)


def read(rule: Bool, ending: Ending) -> Truth:
    """A condition on one earlier pregnancy, read of the one that ended."""
    return truth(some("earlier", rule), Facts({}, {"earlier": Listed((ending.values,), True)}))


def _clause(terms: Terms, done: AgreementDone) -> Clause:
    return next(one for one in terms.ends if one.id == done.data.get("clause"))
