"""What the terminal says first of a baby that has died, on the day and 39 days later, and of a woman who has died."""

from __future__ import annotations

import json

import pytest

from fullterm.cli.page import _offered
from fullterm.vocabulary.treatments import TREATMENTS
from tests.cli.cases import fullterm

LOSS = "{outcome: loss, gestation: 20w0d, painless_dilatation: yes, contractions_first: no, cerclage: none}"
HISTORY = f"earlier: {{complete: yes, pregnancies: [{LOSS}, {LOSS}]}}\nprocedures: none\n"
OFFERS = ("guidelines offer", "OPEN  Vaginal progesterone", "OPEN  Transvaginal scans", "MISSED", "CLOSING")


def page(pregnancy: str, *more: str, whole: bool = False) -> str:
    """A woman at 17w0d on 11 May with two typical losses: what is printed above her history, or all of it."""
    told = (
        f"told: 2026-05-11\nwoman: {{pregnant: yes}}\n{HISTORY}pregnancy: {{due: 2026-10-19, within: 0d, {pregnancy}}}"
    )
    return fullterm("assess", "-", *more, told=told).stdout.partition("\0" if whole else "\n\n")[0]


@pytest.mark.parametrize("later", [(), ("--on", "2026-06-19")], ids=["17w0d", "39 days later"])
def test_a_heartbeat_not_seen_is_confirmed_first_and_stays_until_it_is(later: tuple[str, ...]) -> None:
    said = page("fetuses: 1, suture: none, alive: no", *later)
    assert said.startswith("NOW  No heartbeat was seen: confirm it")
    assert "OPEN  Vaginal progesterone" not in said
    assert ("last told 2026-05-11: ask again" in said) is bool(later)


@pytest.mark.parametrize("later", [(), ("--on", "2026-06-19")], ids=["17w0d", "39 days later"])
def test_of_a_baby_known_dead_only_her_own_care_is_said(later: tuple[str, ...]) -> None:
    said = page("fetuses: 1, suture: none, alive: no, babies_died: 1", *later)
    assert said.startswith("OPEN  The baby has died: her own care")
    assert not [word for word in OFFERS if word in said]
    assert "heartbeat" not in said, "a death is not asked again"


@pytest.mark.parametrize("how", ["alive: no, babies_died: 1", "lost_with_suture: yes"])
def test_lost_with_the_suture_in_what_becomes_of_it_stands_first(how: str) -> None:
    said = page(f"fetuses: 1, suture: mcdonald, {how}")
    assert said.startswith("NOW  The pregnancy is lost, and a suture is in: senior doctor now")
    assert not [word for word in OFFERS if word in said]
    assert "Take the suture out" in page(f"fetuses: 1, suture: mcdonald, {how}", whole=True), "it stays in the plan"


def test_of_a_woman_who_has_died_nothing_is_planned() -> None:
    lost = LOSS.removesuffix("}") + ", ended: 2026-03-30, core: [{on: 2026-04-01, mother: {died: yes}}]}"
    told = f"told: 2026-05-11\nearlier: {{complete: yes, pregnancies: [{lost}]}}\n"
    for language, first in (("en", "She has died: nothing is planned"), ("zh", "孕产妇已死亡")):
        printed = fullterm("assess", "-", "--lang", language, told=told).stdout
        assert printed.startswith(first)
    assert fullterm("assess", "-", "--exit-code", told=told).exit_code == 0


def test_at_36_weeks_the_page_says_that_a_window_has_closed_and_offers_nothing() -> None:
    told = (f"told: 2026-09-23\nwoman: {{pregnant: yes}}\n{HISTORY.replace(']', f', {LOSS}]')}"
            "pregnancy: {due: 2026-10-19, within: 0d, fetuses: 1, suture: none}")  # fmt: skip
    said = fullterm("assess", "-", told=told).stdout
    plain = json.loads(fullterm("assess", "-", "--json", told=told).stdout)
    assert not {name for name in _offered(plain) if TREATMENTS[name].for_baby}
    for one in plain["recommendations"]:  # as it was: whatever applies
        one["stands_for"] = one["treatments"]
    assert "history_cerclage" in _offered(plain)
    assert "no longer stands: its window has closed" in said
    why = fullterm("assess", "-", "--why", "sbl3 HI", told=told).stdout
    assert "= applies" in why
    assert "no longer stands: its window has closed" in why
