"""What a page must be before it may advise: declarative, bounded, and tried on women.

Each refusal is one sentence that says what to write. `fullterm check` prints them; the tests demand none.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from fullterm.guidelines.cases import CaseOfPage, cases_of
from fullterm.guidelines.model import ADVISING, Guideline, Recommendation
from fullterm.guidelines.verdict import judge
from fullterm.logic.evaluate import measure
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.nodes import Compare, Constant, Count, Measure, Named, Node, Number, children, walk
from fullterm.logic.quantity import Span, Unit, show_amount
from fullterm.vocabulary import treatments

TIMED = frozenset(
    {
        treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage,
        treatments.abdominal_cerclage, treatments.vaginal_progesterone, treatments.suture_removal,
    }
)  # fmt: skip
FORBIDDEN: dict[type[ast.AST], str] = {
    ast.FunctionDef: "a function", ast.Lambda: "a lambda", ast.If: "an if", ast.IfExp: "an if", ast.For: "a loop",
    ast.While: "a loop", ast.ListComp: "a loop", ast.SetComp: "a loop", ast.DictComp: "a loop",
    ast.GeneratorExp: "a loop", ast.Try: "a try", ast.With: "a with", ast.BinOp: "arithmetic",
    ast.BoolOp: "'and' or 'or'", ast.ClassDef: "a class",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page may not advise: where, and one sentence that says what to write instead."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


def check_page(page: ModuleType, guidelines: Iterable[Guideline]) -> tuple[Refusal, ...]:
    """Every refusal of one page and the women beside it."""
    name = page.__name__.rpartition(".")[2]
    found = list(imperative(f"{name}.py", inspect.getsource(page)))
    try:
        women = cases_of(name)
    except ValueError as error:
        return (*found, Refusal(f"{name}.cases.yaml", str(error)))
    here = {expected.ref for case in women for expected in case.expected}
    for guideline in guidelines:
        for one in guideline.recommendations.values():
            if one.read in ADVISING and _written_on(page, one):
                found += unbounded(one)
                found += untried(one, women) if one.ref in here else [_never_tried(one)]
    return tuple(found)


def _written_on(page: ModuleType, one: Recommendation) -> bool:
    return f'"{one.ref}"' in inspect.getsource(page)


def imperative(file: str, source: str) -> Iterator[Refusal]:
    """Refuse control flow: a page says what the document says, in its order, and nothing else."""
    for node in ast.walk(ast.parse(source)):
        word = FORBIDDEN.get(type(node))
        if word is not None:
            yield Refusal(
                f"{file} line {getattr(node, 'lineno', '?')}",
                f"{word} is not allowed on a page: write all_of, any_of, not_, count or choose, "
                "and move what is derived to vocabulary/findings.py",
            )


def unbounded(one: Recommendation) -> Iterator[Refusal]:
    """Refuse timed treatment without a gestation limit, unless the note says that the document gives none."""
    if one.advice.kind not in ("offer", "consider") or not TIMED.intersection(one.advice.treatments):
        return
    limits = (n for n in walk(one.when) if isinstance(n, Compare) and n.unit is Unit.DAYS)
    if one.window is None and next(limits, None) is None and one.note is None:
        yield Refusal(
            one.key,
            "no gestation bounds it: write window=Window(opens, closes), a limit in when=, "
            "or a note= saying that the document gives no limit",
        )


def _never_tried(one: Recommendation) -> Refusal:
    return Refusal(one.key, "no woman beside the page tries it: add one to whom it applies to its cases.yaml")


def untried(one: Recommendation, women: tuple[CaseOfPage, ...]) -> Iterator[Refusal]:
    """Refuse a recommendation lacking a woman met, one not, one unknown, or one on each side of a limit."""
    mine = [case for case in women if any(e.ref == one.ref for e in case.expected)]
    seen = {judge(one, case.facts).kind for case in mine}
    if "applies" not in seen:
        yield Refusal(one.key, "no woman to whom it applies: add one to its cases.yaml")
    if isinstance(one.when, Constant) and isinstance(one.women, Constant):
        return
    if not seen & {"does_not_apply", "not_for_her"}:
        yield Refusal(one.key, "no woman to whom it does not apply: add one to its cases.yaml")
    if "cannot_tell" not in seen:
        yield Refusal(one.key, "no woman of whom it cannot tell: add one with a fact left out, and what is then asked")
    for limit in own_limits(one):
        if not _walked(limit, [case.facts for case in mine]):
            at = show_amount(limit.limit, limit.unit)
            yield Refusal(
                one.key,
                f"the limit {limit.operator} {at} of {_name(limit.left)} is untried: "
                "add a woman exactly at it and one just across",
            )


def own_limits(one: Recommendation) -> Iterator[Compare]:
    """The limits written on the page itself, outside derived facts and single records."""
    conditions = (one.women, one.when, *(() if one.unless is None else (one.unless,)))
    for condition in conditions:
        yield from _limits(condition)


def _limits(node: Node) -> Iterator[Compare]:
    if isinstance(node, Named):
        return
    if isinstance(node, Compare):
        yield node
        if not isinstance(node.left, Count | Measure):
            return
    for child in children(node):
        yield from _limits(child)


def _walked(limit: Compare, women: list[Facts]) -> bool:
    """Whether some woman stands exactly at the limit and another just across it."""
    step = limit.unit.steps
    tried = {span.low for facts in women for span in _spans(limit.left, facts) if span.exact}
    near = {amount for amount in tried if abs(amount - limit.limit) <= step}
    across = {amount for amount in near if _holds(limit, amount) is not _holds(limit, limit.limit)}
    return limit.limit in near and bool(across)


def _holds(limit: Compare, amount: int) -> bool:
    match limit.operator:
        case "<":
            return amount < limit.limit
        case "<=":
            return amount <= limit.limit
        case ">":
            return amount > limit.limit
        case ">=":
            return amount >= limit.limit


def _spans(left: Number, facts: Facts) -> Iterator[Span]:
    if isinstance(left, Measure) and left.rows is not None:
        for record in facts.lists.get(left.rows, EMPTY).records:
            if isinstance(value := record.get(left.name), Span):
                yield value
        return
    value = measure(left, facts).value
    if isinstance(value, Span):
        if isinstance(left, Count):  # an open list still tells how many surely match
            value = Span(value.low, value.low)
        yield value


def _name(left: Number) -> str:
    match left:
        case Measure():
            return left.name if left.rows is None else f"{left.rows}.{left.name}"
        case Count():
            return f"the number of {left.rows}"
        case _:
            return f"{type(left).__name__.lower()} {left.of.rows}.{left.of.name}"
