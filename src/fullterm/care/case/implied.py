"""What is not asked because an answer already says it, or because it cannot be known yet, or cannot have been."""

from __future__ import annotations

from collections.abc import Iterator

from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.logic.facts import EMPTY, Facts, Record
from fullterm.logic.quantity import Span, weeks
from fullterm.vocabulary.fact import VOCABULARY

HEARTBEAT = weeks(8).amount
"""Days. Before it a heartbeat need not be seen yet (`always.toml`)."""
FIRST_SCAN = weeks(11).amount
"""Days. Before it the first-trimester scan, and any scan for anomalies, is still to come. Our own limit."""
SUTURE_FROM = weeks(10).amount
"""Days. In a pregnancy that ended earlier nobody is asked about a suture. Our own limit."""
CAESAREAN_FROM = weeks(22).amount
"""Days. Of a pregnancy that ended earlier nobody is asked about a caesarean. Our own limit."""
AFTER_AN_END = ("outcome", "gestation")
OF_A_SUTURE = ("cerclage_route", "cerclage_technique", "cerclage_placed", "cerclage_removed")
OF_NO_SUTURE = ("lost_with_suture", "suture", "suture_vaginal", "suture_abdominal", "suture_indication")


def never_asked(facts: Facts) -> frozenset[str]:
    """The questions that are not put to her, by key."""
    found = set(_now(facts))
    for number, record in enumerate(facts.lists.get("earlier", EMPTY).records, 1):
        found |= {f"earlier[{number}].{name}" for name in cannot_be(record)}
    return frozenset(found)


def _now(facts: Facts) -> Iterator[str]:
    values, gestation = facts.values, facts.values.get("gestation")
    if values.get("pregnant") is False:  # of a pregnancy she has not nothing is asked
        yield from PREGNANCY_FACTS
        yield "scans"
    if values.get("alive") is True:  # one that lives ends nothing: how many have died is a doctor's to tell
        yield "babies_died"
    if isinstance(gestation, Span) and gestation.high < HEARTBEAT:
        yield "alive"
    if isinstance(gestation, Span) and gestation.high < FIRST_SCAN:
        yield from ("first_trimester_scan", "anomaly_scan")
    if values.get("suture_in") is False:
        yield from OF_NO_SUTURE
    if values.get("membranes") == "ruptured":
        yield "ruptured_membranes"


def cannot_be(record: Record) -> Iterator[str]:
    """What is not asked of one earlier pregnancy, by the name of the fact."""
    outcome, gestation = record.get("outcome"), record.get("gestation")
    if outcome in ("ectopic", "molar"):  # nothing else of it says anything of the cervix
        yield from (name for name in VOCABULARY.fields("earlier") if name not in AFTER_AN_END)
        return
    if record.get("cerclage") == "none":
        yield from OF_A_SUTURE
    if isinstance(gestation, Span) and gestation.high < SUTURE_FROM:
        yield "cerclage"
        yield from OF_A_SUTURE
    if isinstance(gestation, Span) and gestation.high < CAESAREAN_FROM:
        yield "caesarean"
