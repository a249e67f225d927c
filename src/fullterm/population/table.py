"""One row per woman: how a population's facts lie in DuckDB, Parquet or Spark, read off the vocabulary.

A yes/no fact is one BOOLEAN, an option one VARCHAR; a number is its two ends, `gestation_low` and `gestation_high`.
NULL is unknown, of an end: open. A list is a LIST of STRUCTs of the same, beside `earlier_complete`, which only TRUE
makes complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY, Fact, Vocabulary


def columns(vocabulary: Vocabulary = VOCABULARY) -> dict[str, str]:
    """Every column with its DuckDB type. Raises ValueError when two facts would share a column."""
    found = _fields(vocabulary.fields(None), "the woman")
    for rows in vocabulary.lists:
        inside = ", ".join(f'"{name}" {kind}' for name, kind in _fields(vocabulary.fields(rows), rows).items())
        for name, kind in ((rows, f"STRUCT({inside})[]"), (complete_column(rows), "BOOLEAN")):
            _put(found, name, kind, rows)
    return found


def complete_column(rows: str) -> str:
    """The column that says whether a list is complete."""
    return f"{rows}_complete"


def end_columns(name: str) -> tuple[str, str]:
    """The two columns of a number: its low and its high end."""
    return f"{name}_low", f"{name}_high"


def row_of(facts: Facts, vocabulary: Vocabulary = VOCABULARY) -> dict[str, Any]:
    """One woman's facts as a row, every column present. Raises ValueError for a fact that is not of the vocabulary."""
    row = _written(vocabulary.fields(None), facts.values, "the woman")
    for rows in facts.lists.keys() - vocabulary.lists.keys():
        raise ValueError(f"{rows} is not a list: write one of {', '.join(vocabulary.lists)}")
    for rows in vocabulary.lists:
        listed = facts.lists.get(rows, EMPTY)
        fields = vocabulary.fields(rows)
        row[rows] = [_written(fields, record, rows) for record in listed.records]
        row[complete_column(rows)] = listed.complete
    return row


def facts_of(row: Mapping[str, Any], vocabulary: Vocabulary = VOCABULARY) -> Facts:
    """A row read back as one woman's facts: the other direction of `row_of`."""
    lists = {}
    for rows in vocabulary.lists:
        fields = vocabulary.fields(rows)
        records = tuple(_read(fields, record) for record in row.get(rows) or ())
        lists[rows] = Listed(records, row.get(complete_column(rows)) is True)
    return Facts(_read(vocabulary.fields(None), row), lists)


def _fields(fields: Mapping[str, Fact], where: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, fact in fields.items():
        match fact.kind:
            case "yes/no":
                _put(found, name, "BOOLEAN", where)
            case "option":
                _put(found, name, "VARCHAR", where)
            case "number":
                for column in end_columns(name):
                    _put(found, column, "INTEGER", where)
    return found


def _put(found: dict[str, str], name: str, kind: str, where: str) -> None:
    if name in found:
        raise ValueError(f"{where}: two facts would share the column {name}; give one of them another name")
    found[name] = kind


def _written(fields: Mapping[str, Fact], record: Record, where: str) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in record.keys() - fields.keys():
        raise ValueError(f"{name} is not a fact of {where}: write one of {', '.join(fields)}")
    for name, fact in fields.items():
        value = record.get(name)
        if fact.kind != "number":
            row[name] = value
            continue
        low, high = value if isinstance(value, Span) else (LOWEST, HIGHEST)
        low_column, high_column = end_columns(name)
        row[low_column] = None if low == LOWEST else low
        row[high_column] = None if high == HIGHEST else high
    return row


def _read(fields: Mapping[str, Fact], row: Mapping[str, Any]) -> Record:
    record: dict[str, Value] = {}
    for name, fact in fields.items():
        if fact.kind != "number":
            if row.get(name) is not None:
                record[name] = row[name]
            continue
        low, high = (row.get(column) for column in end_columns(name))
        if low is not None or high is not None:
            record[name] = Span(LOWEST if low is None else low, HIGHEST if high is None else high)
    return record
