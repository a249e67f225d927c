"""The ledger: every movement balances, a month adds up, and the accountants' file is only data."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.agreement import ledger
from fullterm.care.agreement.ledger import LedgerTransaction

AMOUNTS = st.integers(1, 10**9).map(lambda units: ledger.of_minor(units, "CNY"))
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
SIDES = {
    "payment": ("bank", "held"), "correction": ("held", "bank"),
    "refund": ("held", "cash"), "earned": ("held", "revenue"),
}  # fmt: skip
MOVEMENTS = st.lists(
    st.builds(
        lambda kind, on, amount, currency: LedgerTransaction("A", 1, on, kind, *SIDES[kind], amount, currency),
        st.sampled_from(ledger.KINDS), DAYS, AMOUNTS, st.sampled_from(("CNY", "EUR")),
    )
)  # fmt: skip


@given(MOVEMENTS)
def test_every_currency_sums_to_zero_whatever_moved(moved: list[LedgerTransaction]) -> None:
    for currency in ledger.DECIMALS:
        stands = [amount for (name, _), amount in ledger.balances(moved).items() if name == currency]
        assert sum(stands) == 0


@given(MOVEMENTS)
def test_a_month_begins_where_the_one_before_ended_and_its_movements_explain_the_difference(
    moved: list[LedgerTransaction],
) -> None:
    for one, following in zip(ledger.month(moved, 2026, 12), ledger.month(moved, 2027, 1), strict=True):
        assert one.closing == following.opening
        less = one.moved["correction"] + one.moved["refund"] + one.moved["earned"]
        assert one.opening + one.moved["payment"] - less == one.closing


@given(st.integers(0, 10**12), st.sampled_from(sorted(ledger.DECIMALS)))
def test_an_amount_survives_its_minor_units_exactly(units: int, currency: str) -> None:
    assert ledger.minor(ledger.of_minor(units, currency), currency) == units


@pytest.mark.parametrize(
    ("typed", "amount"), [("20000", 20000), ("20,000.50", Decimal("20000.50")), (" 8 000 ", 8000), ("8,000", 8000)]
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: Decimal) -> None:
    assert ledger.parse_amount(typed, "CNY") == amount


@pytest.mark.parametrize("typed", ["", "0", "-5", "1e3", "ten", "0.001", "NaN", "Infinity", "1.2.3", ".5", "5.", "٣"])
def test_what_is_no_amount_is_refused_with_what_to_write(typed: str) -> None:
    with pytest.raises(ValueError, match=r": write|than nothing"):
        ledger.parse_amount(typed, "CNY")


@given(st.text(max_size=30))
def test_no_cell_of_the_file_is_a_formula_and_no_cell_breaks_its_row(reference: str) -> None:
    text = ledger.as_csv([{"agreement": "W-1-A1", "reference": reference}])
    assert text.startswith("\ufeff")
    [columns, row] = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(columns) == ledger.COLUMNS
    cell = row[columns.index("reference")]
    assert cell.removeprefix("'") == reference.removeprefix("'")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("attack", ["=1+1", "@SUM(A1)", "+1", "-2", " =1", "\t=1", '"=1', "|cmd", "　=1"])
def test_what_a_spreadsheet_would_run_is_disarmed(attack: str) -> None:
    row = next(iter(list(csv.reader(io.StringIO(ledger.as_csv([{"reference": attack}]), newline="")))[1:]))
    assert row[ledger.COLUMNS.index("reference")] == f"'{attack}"
