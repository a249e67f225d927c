"""Every engine behind one signature: rules and women in, one answer per woman and rule out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

import duckdb

from fullterm.logic.compiled import compile_rules
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool
from fullterm.population.sql import possibly, select_rules, surely
from fullterm.population.table import columns, row_of
from fullterm.vocabulary.fact import VOCABULARY, Vocabulary

Rules = Mapping[str, Bool]
Answers = list[dict[str, Truth]]
Engine = Callable[[Rules, Sequence[Facts], Vocabulary], Answers]


def interpreter(rules: Rules, women: Sequence[Facts], vocabulary: Vocabulary = VOCABULARY) -> Answers:  # noqa: ARG001 one signature
    return [{name: truth(rule, woman) for name, rule in rules.items()} for woman in women]


def compiled(rules: Rules, women: Sequence[Facts], vocabulary: Vocabulary = VOCABULARY) -> Answers:  # noqa: ARG001 one signature
    ready = compile_rules(rules)
    return [ready.truths(woman) for woman in women]


def in_duckdb(rules: Rules, women: Sequence[Facts], vocabulary: Vocabulary = VOCABULARY) -> Answers:
    with duckdb.connect() as connection:
        load(connection, women, vocabulary)
        query = select_rules(rules, "women", keep=("woman",)).sql("duckdb")
        found = connection.execute(f"SELECT * FROM ({query}) ORDER BY woman")
        assert found.description is not None
        names = [name for name, *_ in found.description]
        return [_answers(rules, dict(zip(names, row, strict=True))) for row in found.fetchall()]


ENGINES: dict[str, Engine] = {"interpreter": interpreter, "compiled": compiled, "DuckDB": in_duckdb}


def load(connection: duckdb.DuckDBPyConnection, women: Sequence[Facts], vocabulary: Vocabulary = VOCABULARY) -> None:
    """Make the table `women`, numbered in order in the column `woman`."""
    struct = ", ".join(f'"{name}" {kind}' for name, kind in {"woman": "INTEGER", **columns(vocabulary)}.items())
    connection.execute(f"CREATE TABLE women ({struct})")
    rows = [{"woman": place} | row_of(facts, vocabulary) for place, facts in enumerate(women)]
    for start in range(0, len(rows), 5000):  # one JSON text may not be too long
        connection.execute(
            f"INSERT INTO women SELECT unnest(CAST(CAST(? AS JSON) AS STRUCT({struct})[]), max_depth := 2)",
            [json.dumps(rows[start : start + 5000])],
        )


def _answers(rules: Rules, row: Mapping[str, object]) -> dict[str, Truth]:
    answers: dict[str, Truth] = {}
    for name in rules:
        rails = row[surely(name)], row[possibly(name)]
        assert rails in ((True, True), (False, True), (False, False)), f"{name}: rails {rails}"
        answers[name] = True if rails[0] else None if rails[1] else False
    return answers
