"""Women made up for measuring: one generator with everything at random, one more like a clinic. Everything is known.

They are told without contradiction: what one answer settles no other answer denies.
"""

from __future__ import annotations

from random import Random
from typing import TypeVar

from fullterm.care.case.births_in_order import ordered_births, ordered_operations
from fullterm.care.case.death import no_offer
from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.case.implied import cannot_be, never_asked
from fullterm.logic.facts import Facts, Listed, Record, Value
from fullterm.logic.quantity import UNKNOWN, exactly
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.sutures import ROUTES

T = TypeVar("T")
USUAL = {"pregnant": 0.75, "wishes_to_conceive": 0.8, "alive": 0.9, "first_trimester_scan": 0.7}
RARE = 0.15
"""How often an ordinary yes/no fact is yes: most women have few of the findings a form asks for."""
NOTHING = ("none", "normal", "not_visible")
"""The option that says nothing was found is the usual one, where a fact has it."""
MOST_RECORDS = {"earlier": 4, "scans": 3, "procedures": 1}


def hidden_woman(random: Random) -> Facts:
    """A woman of whom everything is known, each answer at random."""
    lists = {
        rows: Listed(tuple(_record(random, rows) for _ in range(random.randint(0, MOST_RECORDS.get(rows, 2)))), True)
        for rows in VOCABULARY.lists
    }
    return Facts(_record(random, None), lists)


def _record(random: Random, rows: str | None) -> Record:
    return {name: _value(random, fact) for name, fact in VOCABULARY.fields(rows).items()}


def _value(random: Random, fact: Fact) -> Value:
    if fact.kind == "yes/no":
        return random.random() < USUAL.get(fact.full_name, RARE)
    if fact.kind == "option":
        names = [name for name, _ in fact.options]
        usual = next((name for name in NOTHING if name in names), None)
        return usual if usual and random.random() > RARE else random.choice(names)
    assert fact.lowest is not None
    assert fact.highest is not None
    if fact.full_name in ("fetuses", "earlier.fetuses"):
        return exactly(1 if random.random() < 0.95 else 2)
    return exactly(random.randint(fact.lowest, fact.highest))


def consistent(woman: Facts) -> Facts:
    """The same woman without contradictions: nothing is told that another answer says, or that cannot be
    (`care.case.implied`), and of babies one that lives has not died.
    """
    values, lists = dict(woman.values), dict(woman.lists)
    earlier = lists["earlier"]
    lists["earlier"] = Listed(tuple(map(_possible, earlier.records)), earlier.complete)
    _in_order(values, lists)
    if values.get("pregnant") is not True:
        own = {name: value for name, value in values.items() if name not in PREGNANCY_FACTS}
        return Facts(own, {**lists, "scans": Listed((), True)})
    kind = values["suture"]
    if kind in ("vaginal", "in"):
        kind = values["suture"] = "mcdonald"
    by = None if kind == "none" else ROUTES.get(str(kind), str(kind))
    values |= {"suture_in": by is not None, "suture_vaginal": by == "vaginal", "suture_abdominal": by == "abdominal"}
    if values["membranes"] == "ruptured":
        values["ruptured_membranes"] = True
    values["babies_died"] = exactly(0) if values["alive"] else values["fetuses"]
    if no_offer(Facts(values, lists)) is not None:  # of a baby for whom nothing is offered no scan is asked either
        lists["scans"] = Listed()
    never = never_asked(Facts(values, lists))
    return Facts({name: value for name, value in values.items() if name not in never}, lists)


def _in_order(values: dict[str, Value], lists: dict[str, Listed]) -> None:
    """What came before what is told as the order of her pregnancies has it (`care.case.births_in_order`)."""
    values |= ordered_births({}, lists["earlier"])
    unknown = [UNKNOWN] * len(lists["earlier"].records)
    told = lists["procedures"]
    plain = tuple({name: one[name] for name in one if name != "before_loss"} for one in told.records)
    ordered = ordered_operations(Listed(plain, True), [UNKNOWN] * len(plain), lists["earlier"], unknown).records
    records = tuple({**one, **other} for one, other in zip(told.records, ordered, strict=True))
    lists["procedures"] = Listed(records, told.complete)


def _possible(record: Record) -> Record:
    """One earlier pregnancy without what cannot have been in it (`care.case.implied`)."""
    found = dict(record)
    for name in cannot_be(record):
        found.pop(name, None)
    return found


# -- assumed: a clinic for late losses ------------------------------------------------------------------------------
# No published table gives these together; every proportion below is our assumption of who comes to such a clinic.

HOW_MANY_BEFORE = ((0, 4), (1, 28), (2, 38), (3, 20), (4, 10))
ENDS = (("late_loss", 48), ("early_loss", 24), ("term", 17), ("preterm", 6), ("termination", 3), ("ectopic", 2))
STORIES = (("painless", 42), ("waters", 20), ("labour", 15), ("death", 9), ("infection", 7), ("abruption", 7))
CURETTAGES = ((0, 48), (1, 30), (2, 14), (3, 5), (4, 3))
SIGNS = {"bleeding": 0.08, "contractions": 0.08, "ruptured_membranes": 0.03, "labour": 0.02, "infection": 0.02,
         "infection_suspected": 0.03, "fetal_compromise": 0.005, "preterm_symptoms": 0.06, "leaking": 0.04,
         "birth_within_48h": 0.01, "lost_with_suture": 0.005, "multiple_complication": 0.01, "alive": 0.985,
         "placenta_praevia": 0.02}  # fmt: skip
FINDINGS = {"adhesions": 0.06, "submucous_fibroid": 0.05, "intramural_fibroid": 0.1, "polyps": 0.06,
            "cervical_laceration": 0.04, "antiphospholipid_antibodies": 0.05, "inherited_thrombophilia": 0.04,
            "thyroid_disease": 0.1, "tpo_euthyroid": 0.08, "diabetes": 0.05, "other_cause_found": 0.05,
            "des_exposure": 0.002, "connective_tissue_disorder": 0.01, "short_cervix_not_pregnant": 0.04,
            "lower_segment_absent": 0.01, "cervix_congenital": 0.01, "transvaginal_cerclage_impossible": 0.02,
            "hegar_passed": 0.15, "hysteroscopy_wide_os": 0.08, "ultrasound_wide_os": 0.06, "mri_cervix_abnormal": 0.03,
            "adhesions_before_loss": 0.3, "lesion_before_loss": 0.3, "laceration_before_loss": 0.4,
            "curettage_before_loss": 0.5, "caesarean_before_loss": 0.3, "first_trimester_scan": 0.8,
            "wishes_to_conceive": 0.9, "pregnant": 0.7}  # fmt: skip


def clinic_woman(random: Random) -> Facts:
    """A woman as such a clinic may see her: most have lost late, few are in danger, few have been operated on."""
    woman = hidden_woman(random)
    values = dict(woman.values)
    values |= {name: random.random() < often for name, often in (SIGNS | FINDINGS).items()}
    gestation = int(random.triangular(5, 38, 15) * 7) + random.randint(0, 6)
    values |= {
        "gestation": exactly(gestation), "fetuses": exactly(1 if random.random() < 0.97 else 2),
        "curettages": exactly(_one_of(random, CURETTAGES)), "anomaly_scan": _anomaly(random, gestation),
        "uterine_anomaly": "none" if random.random() < 0.9 else random.choice(("arcuate", "septate", "bicornuate")),
        "suture": "none" if gestation < 84 or random.random() < 0.8 else random.choice(("mcdonald", "shirodkar")),
        "cerclage_planned": "none" if random.random() < 0.8 else "vaginal",
    }  # fmt: skip
    opened = gestation >= 100 and random.random() < 0.08
    values["dilatation"] = exactly(random.choice((100, 200, 300, 400)) if opened else 0)
    values["membranes"] = random.choice(("at_os", "bulging")) if opened else "not_visible"
    earlier = tuple(_earlier(random) for _ in range(_one_of(random, HOW_MANY_BEFORE)))
    operated = random.random() < 0.1
    lists = {
        **woman.lists, "earlier": Listed(earlier, True), "scans": Listed(_scans(random, gestation), True),
        "procedures": Listed((_record(random, "procedures"),) if operated else (), True),
    }  # fmt: skip
    return Facts(values, lists)


def _anomaly(random: Random, gestation: int) -> str:
    if gestation < 18 * 7:
        return "not_done"
    return "normal" if random.random() < 0.97 else random.choice(("major", "lethal"))


def _scans(random: Random, gestation: int) -> tuple[Record, ...]:
    days = [day for day in range(16 * 7, min(gestation, 24 * 7), 14) if random.random() < 0.7]
    return tuple(
        {
            "gestation": exactly(day), "length": exactly(max(0, int(random.gauss(340, 80)))), "method": "transvaginal",
            "funnel": "none" if random.random() < 0.9 else "u", "sludge": random.random() < 0.03,
        }
        for day in days
    )  # fmt: skip


def _earlier(random: Random) -> Record:
    """One earlier pregnancy, by how it ended and, of a late loss, by its story."""
    record: dict[str, Value] = {
        name: False for name, fact in VOCABULARY.fields("earlier").items() if fact.kind == "yes/no"
    }
    record |= _record_of_options(random)
    end = _one_of(random, ENDS)
    weeks = {"late_loss": (14, 27), "early_loss": (6, 11), "term": (37, 40), "preterm": (28, 36),
             "termination": (6, 24), "ectopic": (5, 8)}[end]  # fmt: skip
    outcome = {"late_loss": "loss", "early_loss": "loss", "term": "live_birth", "preterm": "live_birth"}.get(end, end)
    record |= {"outcome": outcome, "gestation": exactly(random.randint(weeks[0] * 7, weeks[1] * 7 + 6))}
    record["fetuses"] = exactly(1 if random.random() < 0.97 else 2)
    record["induced"] = outcome == "termination" or (end in ("term", "preterm") and random.random() < 0.2)
    if end in ("late_loss", "preterm"):
        record |= _story(random)
    return record


def _story(random: Random) -> Record:
    story = _one_of(random, STORIES)
    told: dict[str, Value] = {
        "painless_dilatation": story == "painless", "membranes_bulging": story == "painless" and random.random() < 0.6,
        "membranes_first": story == "waters", "contractions_first": story == "labour",
        "bleeding_first": story == "abruption", "abruption": story == "abruption", "infection": story == "infection",
        "fetal_death_first": story == "death", "already_being_lost": random.random() < 0.3,
        "fetal_anomaly": random.random() < 0.03,
    }  # fmt: skip
    return told


def _record_of_options(random: Random) -> Record:
    sutured = random.random() < 0.12
    return {
        "cerclage": random.choice(("history", "ultrasound", "examination")) if sutured else "none",
        "cerclage_route": "vaginal" if random.random() < 0.95 else "abdominal",
        "cerclage_technique": "mcdonald", "cerclage_placed": exactly(95), "cerclage_removed": exactly(180),
        "caesarean": random.choice(("before_full_dilatation", "full_dilatation")) if random.random() < 0.08 else "none",
        "tissue_result": "normal", "shortest_cervix": exactly(random.randint(150, 400)),
        "shortest_cervix_at": exactly(random.randint(100, 160)),
    }  # fmt: skip


def _one_of(random: Random, table: tuple[tuple[T, int], ...]) -> T:
    return random.choices([value for value, _ in table], [often for _, often in table])[0]
