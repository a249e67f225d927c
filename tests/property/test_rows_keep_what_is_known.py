"""A woman written as a row of the population, through DuckDB and Parquet, is the same woman."""

from __future__ import annotations

from pathlib import Path
from random import Random

import duckdb
import pytest

from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Listed
from fullterm.logic.quantity import exactly
from fullterm.population.table import columns, facts_of, row_of
from fullterm.vocabulary.fact import Fact, Text, Vocabulary
from tests.logic.engines import load
from tests.logic.women import a_woman
from tests.property.test_engines_agree import whole_base


def test_every_answer_survives_the_way_through_parquet(tmp_path: Path) -> None:
    random, base = Random(7), whole_base()
    women = [a_woman(random, {}) for _ in range(20)]
    with duckdb.connect() as connection:
        load(connection, women)
        connection.execute(f"COPY (FROM women ORDER BY woman) TO '{tmp_path / 'women.parquet'}'")
        found = connection.execute(f"FROM '{tmp_path / 'women.parquet'}'")
        assert found.description is not None
        names = [name for name, *_ in found.description]
        back = [facts_of(dict(zip(names, row, strict=True))) for row in found.fetchall()]

    for before, after in zip(women, back, strict=True):
        assert row_of(after) == row_of(before)
        assert [truth(rule, after) for rule in base.values()] == [truth(rule, before) for rule in base.values()]


def test_a_row_has_every_column_even_of_a_woman_of_whom_nothing_is_known() -> None:
    assert row_of(Facts()).keys() == columns().keys()


def test_a_fact_outside_the_vocabulary_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="shoe_size is not a fact of the woman: write one of"):
        row_of(Facts({"shoe_size": exactly(38)}))
    with pytest.raises(ValueError, match="shoes is not a list: write one of"):
        row_of(Facts({}, {"shoes": Listed()}))


def test_two_facts_may_not_share_a_column() -> None:
    text = Text("-", "-")
    crowded = Vocabulary(
        {one.name: one for one in (Fact("depth_low", "yes/no", text, text), Fact("depth", "number", text, text))}
    )

    with pytest.raises(ValueError, match="two facts would share the column depth_low"):
        columns(crowded)
