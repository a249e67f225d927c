"""Every rule for a million women: one SELECT over `table.columns()`, with the same answers as `evaluate`.

Four layers, each read by the next: `told` gives every fact, the woman's or a record's, its two rails, which are never
NULL; `walked` folds each list into words of bits, one pair per condition asked of its records; `known` reads the
numbers over each list off those words; the outermost is plain boolean algebra over columns. No NULL reaches a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, assert_never

from sqlglot import exp

from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Node,
    Not,
    OneOf,
    Or,
    YesNo,
)
from fullterm.logic.plain import OverList, distinct, list_of, plain
from fullterm.logic.quantity import HIGHEST, LOWEST
from fullterm.population.table import complete_column, end_columns

Rails: TypeAlias = tuple[exp.Expr, exp.Expr]
Columns: TypeAlias = Mapping[Node, Rails]
PAIRS_IN_A_WORD = 31  # bit pairs in a BIGINT, its sign left alone
_COMPARISONS = {"<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}


def select_rules(rules: Mapping[str, Bool], table: str, keep: Iterable[str] = ()) -> exp.Select:
    """A SELECT of the columns `keep` and of two BOOLEANs per rule, never NULL: `surely(name)` and `possibly(name)`.

    Run it as `select_rules(rules, "women").sql("duckdb")`; sqlglot's optimiser is not to touch it. To count verdicts,
    store them first (CREATE TABLE AS, or a MATERIALIZED CTE): DuckDB plans hundreds of aggregates over it for minutes.
    """
    return _Query({name: plain(rule) for name, rule in rules.items()}, tuple(keep)).select(table)


def surely(name: str) -> str:
    """The column that is true where the rule is certainly yes."""
    return f"{name} surely"


def possibly(name: str) -> str:
    """The column that is true where the rule is not certainly no."""
    return f"{name} possibly"


class _Query:
    """The layers of the SELECT, and where each fact and number is found in the layer below."""

    def __init__(self, rules: Mapping[str, Bool], keep: tuple[str, ...]) -> None:
        self.rules = rules
        self.keep = keep
        self.nodes = distinct(rules.values())
        self.numbers: list[OverList] = [n for n in self.nodes if isinstance(n, Count | Least | Greatest | Latest)]
        compares = [node for node in self.nodes if isinstance(node, Compare)]
        self.beyond_one = {node.left for node in compares if not _asks_for_some(node)}
        self.columns: dict[Node, Rails] = {}  # rails of yes/no facts, ends of numbers
        self.told: dict[str, exp.Expr] = {}
        self.walked: dict[str, exp.Expr] = {}
        self.known: dict[str, exp.Expr] = {}

    def select(self, table: str) -> exp.Select:
        for name in self.keep:
            self.told[name] = self.walked[name] = self.known[name] = _column(name)
        for place, node in enumerate(self.nodes):
            if isinstance(node, YesNo | OneOf | Measure) and node.rows is None:
                for name in self.hold(self.told, node, f"{node.name} {place}", _leaf(node, _column)):
                    self.walked[name] = self.known[name] = _column(name)
        for rows in dict.fromkeys(map(list_of, self.numbers)):
            self.walk_list(rows, [number for number in self.numbers if list_of(number) == rows])
        answers: dict[str, exp.Expr] = {name: _column(name) for name in self.keep}
        for name, rule in self.rules.items():
            answers[surely(name)] = _rail(rule, True, self.columns)
            answers[possibly(name)] = _rail(rule, False, self.columns)
        told = _select(self.told).from_(exp.to_table(table))
        walked = _select(self.walked).from_(told.subquery("told"))
        known = _select(self.known).from_(walked.subquery("walked"))
        return _select(answers).from_(known.subquery("known"))

    def hold(self, layer: dict[str, exp.Expr], node: Node, stem: str, rails: Rails) -> tuple[str, str]:
        """Put two columns into a layer, for the layers above to read; their names."""
        first, second = names = _two_names(stem, node)
        layer[first], layer[second] = rails
        self.columns[node] = _column(first), _column(second)
        return names

    def walk_list(self, rows: str, numbers: list[OverList]) -> None:
        """Prepare the records, then fold them: once per word of conditions and once per extreme."""
        complete = complete_column(rows)
        self.told[complete] = _coalesce(_column(complete), exp.false())
        self.walked[complete] = _column(complete)
        self.told[rows], record = self.prepared(rows, numbers)
        counts = [number for number in numbers if isinstance(number, Count)]
        for some in (True, False):
            alike = [count for count in counts if (count in self.beyond_one) is not some]
            for start in range(0, len(alike), PAIRS_IN_A_WORD):
                words = f"{rows} {'some' if some else 'many'} {start}"
                self.count(alike[start : start + PAIRS_IN_A_WORD], some, words, record)
        for place, number in enumerate(numbers):
            match number:
                case Count():
                    pass
                case Least() | Greatest():
                    self.extreme(number, f"{rows} {place}", record)
                case Latest():
                    self.latest(number, f"{rows} {place}", record)
                case _:
                    assert_never(number)

    def prepared(self, rows: str, numbers: list[OverList]) -> tuple[exp.Expr, Columns]:
        """The records with the rails of their facts, and of what several conditions share, as fields.

        DuckDB computes a repeated expression inside a lambda each time: measured, this is four times faster.
        """
        raw: Columns = {
            n: _leaf(n, _field) for n in self.nodes if isinstance(n, YesNo | OneOf | Measure) and n.rows == rows
        }
        inside = distinct(number.where for number in numbers)
        shared = [n for n in inside if isinstance(n, And | Or | Choice | Compare) and self.nodes[n] > 1]
        rails = dict(raw)
        rails.update((node, (_rail(node, True, raw), _rail(node, False, raw))) for node in shared)
        fields: dict[str, exp.Expr] = {}
        record: dict[Node, Rails] = {}
        for place, (node, pair) in enumerate(rails.items()):
            first, second = _two_names(f"r{place}", node)
            fields[first], fields[second] = pair
            record[node] = _field(first), _field(second)
        named = [exp.PropertyEQ(this=exp.to_identifier(name), expression=one) for name, one in fields.items()]
        return _each(rows, exp.Struct(expressions=named)), record

    def count(self, counts: list[Count], some: bool, words: str, record: Columns) -> None:
        """Each record becomes one word of bits, two per condition; each count reads its bits off all the words."""
        rows = counts[0].rows
        of_records = _each(rows, _word([count.where for count in counts], record))
        any_record = _coalesce(exp.func("list_bit_or", of_records), _number(0))
        self.walked[words] = any_record if some else of_records
        for place, count in enumerate(counts):
            low, high = (_bit(words, bit) if some else _how_many(words, bit) for bit in (2 * place, 2 * place + 1))
            high = _when(_column(complete_column(rows)), high, _number(HIGHEST))
            self.hold(self.known, count, f"{words} {place}", (low, high))

    def extreme(self, number: Least | Greatest, stem: str, record: Columns) -> None:
        """NULL comes from a list without a sure match, and becomes an open span in the next layer."""
        rows = list_of(number)
        (low, high), sure = record[number.of], _rail(number.where, True, record)
        may = _rail(number.where, False, record)
        inner, outer = (high, low) if isinstance(number, Least) else (low, high)
        function = "list_min" if isinstance(number, Least) else "list_max"
        self.walked[f"{stem} sure"] = exp.func(function, _each(rows, _when(sure, inner)))
        self.walked[f"{stem} may"] = exp.func(function, _each(rows, _when(may, outer)))
        bounds = (HIGHEST, LOWEST) if isinstance(number, Least) else (LOWEST, HIGHEST)
        sure_end = _coalesce(_column(f"{stem} sure"), _number(bounds[0]))
        settled = _both(_column(complete_column(rows)), _present(_column(f"{stem} sure")))
        may_end = _when(settled, _column(f"{stem} may"), _number(bounds[1]))
        ends = (may_end, sure_end) if isinstance(number, Least) else (sure_end, may_end)
        self.hold(self.known, number, stem, ends)

    def latest(self, number: Latest, stem: str, record: Columns) -> None:
        """The lowest and highest value among the records that may be the latest."""
        rows = list_of(number)
        self.walked[rows] = _column(rows)
        by_low, by_high = record[number.by]
        known_latest = _column(f"{stem} latest")
        self.walked[known_latest.name] = exp.func(
            "list_max", _each(rows, _when(_rail(number.where, True, record), by_low))
        )
        may = _both(_rail(number.where, False, record), by_high >= known_latest)
        settled = _both(_column(complete_column(rows)), _present(known_latest))
        low, high = (
            _when(settled, exp.func(function, _each(rows, _when(may, end))), _number(bound))
            for function, end, bound in zip(("list_min", "list_max"), record[number.of], (LOWEST, HIGHEST), strict=True)
        )
        self.hold(self.known, number, stem, (low, high))


def _asks_for_some(node: Compare) -> bool:
    """Whether the answer is the same for one match and for many: at least one, or none."""
    return (node.operator, node.limit) in ((">=", 1), (">", 0), ("<", 1), ("<=", 0))


def _leaf(leaf: YesNo | OneOf | Measure, column: Callable[[str], exp.Expr]) -> Rails:
    """The rails of a fact, or the ends of a number, from columns that may be NULL."""
    match leaf:
        case YesNo():
            return _coalesce(column(leaf.name), exp.false()), _coalesce(column(leaf.name), exp.true())
        case OneOf():
            among = exp.In(this=column(leaf.name), expressions=[exp.Literal.string(name) for name in leaf.options])
            return _coalesce(among, exp.false()), _coalesce(among, exp.true())
        case Measure():
            low, high = (column(end) for end in end_columns(leaf.name))
            return _coalesce(low, _number(LOWEST)), _coalesce(high, _number(HIGHEST))
        case _:
            assert_never(leaf)


def _rail(node: Bool, surely: bool, known: Columns) -> exp.Expr:
    """One rail of a condition over columns that are never NULL."""
    if node in known:
        return known[node][0 if surely else 1].copy()
    match node:
        case Constant():
            return exp.Boolean(this=node.value)
        case And() | Or():
            if not node.parts:
                return exp.Boolean(this=isinstance(node, And))
            join = exp.and_ if isinstance(node, And) else exp.or_
            return exp.paren(join(*(_rail(part, surely, known) for part in node.parts), copy=False), copy=False)
        case Not():
            return exp.not_(_rail(node.part, not surely, known), copy=False)
        case Compare():
            low, high = known[node.left]
            end = high if (node.operator in ("<", "<=")) is surely else low
            return _COMPARISONS[node.operator](this=end.copy(), expression=_number(node.limit))
        case Choice():
            return _choice(node, surely, known)
        case YesNo() | OneOf() | Named():
            raise AssertionError(node)  # in `known`, or made plain
        case _:
            assert_never(node)


def _choice(node: Choice, surely: bool, known: Columns) -> exp.Expr:
    """An unknown condition ends the choice: not surely yes, and possibly yes."""
    ifs: list[exp.If] = []
    for when, then in node.cases:
        ifs.append(exp.If(this=_rail(when, True, known), true=_rail(then, surely, known)))
        ifs.append(exp.If(this=_rail(when, False, known), true=exp.Boolean(this=not surely)))
    otherwise = _rail(node.otherwise, surely, known)
    return exp.Case(ifs=ifs, default=otherwise) if ifs else otherwise


def _word(wheres: list[Bool], record: Columns) -> exp.Expr:
    """The bits of one record: surely and possibly of each condition, lowest first."""
    word = _number(0)
    for place, where in enumerate(wheres):
        for rail, bit in ((True, 1 << 2 * place), (False, 2 << 2 * place)):
            one = exp.cast(_rail(where, rail, record), exp.DType.BIGINT)
            word = exp.Add(this=word, expression=exp.Mul(this=one, expression=_number(bit)))
    return word


def _two_names(stem: str, node: Node) -> tuple[str, str]:
    ends = ("low", "high") if isinstance(node, Measure | Count | Least | Greatest | Latest) else ("surely", "possibly")
    return f"{stem} {ends[0]}", f"{stem} {ends[1]}"


def _select(expressions: Mapping[str, exp.Expr]) -> exp.Select:
    return exp.Select(expressions=[exp.alias_(one, name, quoted=True) for name, one in expressions.items()])


def _column(name: str) -> exp.Column:
    return exp.column(name, quoted=True)


def _field(name: str) -> exp.Expr:
    return exp.Dot(this=exp.to_identifier("record", quoted=True), expression=exp.to_identifier(name, quoted=True))


def _each(rows: str, of_record: exp.Expr) -> exp.Expr:
    """`of_record` for every record of a list."""
    return exp.func("list_transform", _column(rows), _lambda("record", of_record))


def _lambda(parameter: str, body: exp.Expr) -> exp.Lambda:
    return exp.Lambda(this=body, expressions=[exp.to_identifier(parameter, quoted=True)])


def _bit(word: str, bit: int) -> exp.Expr:
    shifted = exp.BitwiseRightShift(this=_column(word), expression=_number(bit))
    return exp.paren(exp.BitwiseAnd(this=exp.paren(shifted), expression=_number(1)))


def _how_many(words: str, bit: int) -> exp.Expr:
    having = exp.EQ(this=_bit("word", bit), expression=_number(1))
    matching = exp.func("list_filter", _column(words), _lambda("word", having))
    return _coalesce(exp.func("len", matching), _number(0))


def _number(number: int) -> exp.Expr:
    return exp.Literal.number(number)


def _coalesce(first: exp.Expr, default: exp.Expr) -> exp.Expr:
    return exp.Coalesce(this=first, expressions=[default])


def _when(condition: exp.Expr, then: exp.Expr, otherwise: exp.Expr | None = None) -> exp.Expr:
    return exp.Case(ifs=[exp.If(this=condition, true=then)], default=otherwise)


def _both(first: exp.Expr, second: exp.Expr) -> exp.Expr:
    return exp.and_(first, second, copy=False)


def _present(column: exp.Expr) -> exp.Expr:
    return exp.not_(exp.Is(this=column, expression=exp.null()))
