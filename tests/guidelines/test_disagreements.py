"""The 31 disagreements of `clinical/guidelines-english.md` section 11 and `guidelines-2026-11.md` sections 15 and 22.

The same woman, each guideline's own answer.

Every woman here is told whole, so that a verdict is never "cannot tell" for want of an answer the story has.
"""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from fullterm.guidelines import register
from fullterm.guidelines.cases import read_facts
from fullterm.guidelines.verdict import judge

LOSS: dict[str, Any] = {
    "outcome": "loss", "gestation": "19w0d", "fetuses": 1, "painless_dilatation": "yes", "membranes_bulging": "yes",
    "membranes_first": "no", "contractions_first": "no", "bleeding_first": "no", "fetal_death_first": "no",
    "infection": "no", "abruption": "no", "fetal_anomaly": "no", "cerclage": "none", "caesarean": "none",
}  # fmt: skip
BIRTH: dict[str, Any] = {
    "outcome": "live_birth", "gestation": "30w0d", "fetuses": 1, "induced": "no", "membranes_first": "no",
    "painless_dilatation": "no", "membranes_bulging": "no", "contractions_first": "yes", "bleeding_first": "no",
    "fetal_death_first": "no", "infection": "no", "abruption": "no", "fetal_anomaly": "no", "cerclage": "none",
    "caesarean": "none",
}  # fmt: skip
TODAY: dict[str, Any] = {
    "pregnant": "yes", "fetuses": 1, "gestation": "12w0d", "alive": "yes", "anomaly_scan": "normal",
    "fetal_compromise": "no", "contractions": "no", "labour": "no", "bleeding": "no", "ruptured_membranes": "no",
    "infection": "no", "infection_suspected": "no", "dilatation": "0 cm", "membranes": "not_visible", "suture": "none",
    "placenta_praevia": "no", "in_trial": "no", "uterine_anomaly": "none", "adhesions": "no", "curettages": 0,
    "cervical_laceration": "no", "connective_tissue_disorder": "no", "des_exposure": "no", "other_cause_found": "no",
    "transvaginal_cerclage_impossible": "no", "progesterone": "no", "pessary": "no",
    "injected_progesterone": "no",
    "all procedures": [], "all earlier": [], "all scans": [],
}  # fmt: skip


def a_woman(*earlier: dict[str, Any], scan: tuple[str, str] | None = None, **today: Any) -> dict[str, Any]:
    told = copy.deepcopy(TODAY) | {"all earlier": list(earlier)} | today
    if scan is not None:
        at, length = scan
        told["all scans"] = [
            {"gestation": at, "length": length, "method": "transvaginal", "funnel": "none", "sludge": "no"}
        ]
    return told


def loss(**changes: Any) -> dict[str, Any]:
    return LOSS | changes


def birth(**changes: Any) -> dict[str, Any]:
    return BIRTH | changes


YES, NO, NOT_HER = "applies", "does_not_apply", "not_for_her"
FAILED_HISTORY = {"cerclage": "history", "cerclage_route": "vaginal", "cerclage_technique": "mcdonald"}
LLETZ = {"all procedures": [{"kind": "lletz", "depth": "12 mm"}]}
OPEN_3CM = {"dilatation": "3 cm", "membranes": "bulging"}

DISAGREEMENTS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "D1 one painless loss at 19 weeks": (
        a_woman(loss()),
        {
            "acog-142 HI": YES,
            "rcog-gtg75 HI-1R": NO,
            "rcog-gtg75 HI-2": YES,
            "rcog-gtg75 SURV": YES,
            "sogc-373 4": NO,
            "sogc-301 8": YES,
            "sogc-373 NEW-one-loss": YES,
            "sbl3 HI": YES,
            "nice-ng25 SILENT-history-cerclage": YES,
            "nice-ng25 1.2.2": YES,
            "figo-2021-cerclage CER-01": NO,
        },
    ),
    "D2 two losses": (
        a_woman(loss(), loss(gestation="20w0d")),
        {
            "acog-142 HI": YES,
            "rcog-gtg75 HI-1R": NO,
            "rcog-gtg75 HI-2": YES,
            "sogc-373 4": NO,
            "sogc-301 8": YES,
            "sbl3 HI": YES,
            "nice-ng25 SILENT-history-cerclage": YES,
            "figo-2021-cerclage CER-01": NO,
            "china-2024 5": YES,
        },
    ),
    "D3 three losses": (
        a_woman(loss(), loss(gestation="20w0d"), loss(gestation="21w0d")),
        {
            "rcog-gtg75 HI-1R": YES,
            "rcog-gtg75 HI-1": NO,
            "sogc-373 4": YES,
            "acog-142 HI": YES,
            "figo-2021-cerclage CER-01": YES,
            "nice-ng25 SILENT-history-cerclage": YES,
        },
    ),
    "D3 three births at 35 weeks": (
        a_woman(*(birth(gestation="35w0d") for _ in range(3))),
        {"rcog-gtg75 HI-1": YES, "rcog-gtg75 HI-1R": YES, "sogc-373 4": NO, "acog-142 HI": NO},
    ),
    "D4 birth at 30 weeks, exactly 25 mm": (
        a_woman(birth(), scan=("20w0d", "25 mm"), gestation="20w0d"),
        {
            "rcog-gtg75 UI-1": YES,
            "nice-ng25 1.2.1": YES,
            "sogc-301 9": YES,
            "acog-142 UI": NO,
            "sbl3 UI-cerclage": NO,
            "figo-2021-cerclage CER-02": NO,
        },
    ),
    "D5 the same, 22 mm": (
        a_woman(birth(), scan=("20w0d", "22 mm"), gestation="20w0d"),
        {
            "rcog-gtg75 UI-1": YES,
            "nice-ng25 1.2.1": YES,
            "acog-142 UI": YES,
            "acog-pa-2023 PA-1": YES,
            "sogc-301 9": YES,
            "figo-2021-cerclage CER-02": YES,
            "sbl3 UI-cerclage": YES,
        },
    ),
    "D6 birth at 35 weeks, 20 mm": (
        a_woman(birth(gestation="35w3d"), scan=("20w0d", "20 mm"), gestation="20w0d"),
        {
            "rcog-gtg75 UI-1": YES,
            "nice-ng25 1.2.1": NO,
            "nice-ng25 1.2.2": YES,
            "acog-142 UI": NO,
            "za-stg 1-choice": NO,
        },
    ),
    "D7 earlier preterm birth, long cervix": (
        a_woman(birth(), scan=("20w0d", "32 mm"), gestation="20w0d"),
        {
            "nice-ng25 1.2.2": YES,
            "acog-pa-2023 PA-1": NO,
            "acog-pa-2023 PA-1-LONG": YES,
            "smfm-17p 17P-3": YES,
            "au-alliance PROG-history": YES,
            "rcog-gtg75 SURV": YES,
        },
    ),
    "D8 no history, 23 mm": (
        a_woman(scan=("20w0d", "23 mm"), gestation="20w0d"),
        {"smfm-70 4": YES, "smfm-70 3": NO, "nice-ng25 1.2.2": YES, "acog-234 PROG": YES},
    ),
    "D9 no history, 8 mm": (
        a_woman(scan=("20w0d", "8 mm"), gestation="20w0d"),
        {"au-alliance CERC": YES, "smfm-70 6": NO, "smfm-70 6-SILENT": YES, "rcog-gtg75 UI-0": YES},
    ),
    "D10 loop excision, no birth or loss, 24 mm": (
        a_woman(scan=("20w0d", "24 mm"), gestation="20w0d", **LLETZ),
        {
            "nice-ng25 1.2.4": YES,
            "rcog-gtg75 UI-NOHX": YES,
            "acog-142 RISK": YES,
            "acog-142 UI": NO,
            "acog-142 UI-NEG": YES,
            "smfm-70 6": YES,
        },
    ),
    "D11 loop excision 12 mm deep": (
        a_woman(gestation="14w0d", **LLETZ),
        {"rcog-gtg75 SURV-IR": YES, "sbl3 IR-scan": NO},
    ),
    "D12 twins, 20 mm at 18 weeks": (
        a_woman(scan=("18w0d", "20 mm"), gestation="18w0d", fetuses=2),
        {
            "nice-ng137 1.5.3": YES,
            "nice-ng137 1.5.6-cerclage": YES,
            "nice-ng25 1.2.2": NOT_HER,
            "smfm-70 8": YES,
            "acog-142 TWIN": YES,
            "nice-ng137 1.5.2": YES,
            "smfm-40 40-2": YES,
            "rcog-gtg75 MULT": YES,
            "rcog-gtg75 UI-1": NOT_HER,
        },
    ),
    "D13 twins, dilated, membranes exposed, 20 weeks": (
        a_woman(gestation="20w0d", fetuses=2, **OPEN_3CM),
        {
            "sogc-373 NEW-rescue": YES,
            "nice-ng25 1.6.2": NOT_HER,
            "nice-ng137 1.5.6-cerclage": YES,
            "acog-142 EI": NOT_HER,
            "rcog-gtg75 MULT-EM": YES,
        },
    ),
    "D14 dilated 3 cm, 25+2": (
        a_woman(gestation="25w2d", **OPEN_3CM),
        {
            "nice-ng25 1.6.2": YES,
            "rcog-gtg75 DEF-EM": YES,
            "rcog-gtg75 EM-4B": YES,
            "sogc-373 7": NO,
            "acog-142 EI": NO,
            "acog-142 GALIMIT": YES,
        },
    ),
    "D15 dilated 5 cm, 21 weeks": (
        a_woman(gestation="21w0d", dilatation="5 cm", membranes="bulging"),
        {"sogc-373 7": NO, "rcog-gtg75 EM-3": YES, "rcog-gtg75 DEF-EM": YES, "nice-ng25 1.6.2": YES},
    ),
    "D16 emergency at 15+3": (
        a_woman(gestation="15w3d", **OPEN_3CM),
        {"nice-ng25 1.6.2": NO, "rcog-gtg75 DEF-EM": YES, "sogc-373 7": YES, "acog-142 EI": YES},
    ),
    "D17 failed vaginal cerclage, delivered at 29 weeks": (
        a_woman(loss(), birth(gestation="29w0d", **FAILED_HISTORY)),
        {"smfm-65 1": NO, "acog-142 TAC": NO, "rcog-gtg75 TAC-1": YES, "sogc-373 5": YES},
    ),
    "D18 failed emergency cerclage, loss at 20 weeks": (
        a_woman(loss(gestation="20w0d", cerclage="examination", cerclage_route="vaginal")),
        {
            "smfm-65 1": NO,
            "figo-2021-cerclage CER-06": NO,
            "rcog-gtg75 TAC-1": YES,
            "sogc-373 5": YES,
            "acog-142 TAC": YES,
        },
    ),
    "D19 timing of the abdominal route": (
        a_woman(loss(gestation="20w0d", **FAILED_HISTORY), pregnant="no", wishes_to_conceive="yes", suture="none"),
        {"rcog-gtg75 TAC-2": YES, "smfm-65 4": YES, "sbl3 TAC": YES, "nice-ipg639 3-timing": YES},
    ),
    "D20 trachelectomy, never pregnant after": (
        a_woman(pregnant="no", **{"all procedures": [{"kind": "trachelectomy"}]}),
        {"sogc-373 6": YES, "acog-142 TAC": NO},
    ),
    "D20 the same, pregnant": (
        a_woman(gestation="10w0d", **{"all procedures": [{"kind": "trachelectomy"}]}),
        {"rcog-gtg75 SURV-HR": YES, "sbl3 HR-scans": YES},
    ),
    "D21 suture and broken waters at 27 weeks": (
        a_woman(
            loss(),
            gestation="27w0d",
            suture="mcdonald",
            suture_indication="history",
            ruptured_membranes="yes",
            membranes="ruptured",
        ),
        {
            "rcog-gtg75 PPROM-1": YES,
            "rcog-gtg75 PPROM-2": YES,
            "nice-ng25 PPROM-suture": YES,
        },
    ),
    "D22 infection work-up after a typical loss": (
        a_woman(loss(), cerclage_planned_for="history"),
        {"sogc-373 3": YES, "rcog-gtg75 SWAB": YES, "sbl3 5.11-urine": YES, "sbl3 5.11-vaginosis": YES},
    ),
    "D23 the day of removal": (
        a_woman(loss(), gestation="36w3d", suture="mcdonald", suture_indication="history", planned_caesarean="no"),
        {"rcog-gtg75 REM-1": YES, "acog-142 REM-1": YES, "figo-2021-cerclage CER-07": YES},
    ),
    "D24 after the suture": (
        a_woman(loss(), gestation="16w0d", suture="mcdonald", suture_indication="history"),
        {"rcog-gtg75 POST": YES, "rcog-gtg75 PROG": YES, "acog-142 SURV-POST": YES},
    ),
    "D24 after an abdominal suture": (
        a_woman(loss(), gestation="16w0d", suture="abdominal", suture_indication="history"),
        {"smfm-65 5": YES, "smfm-65 6": YES},
    ),
    "D25 pessary, short cervix": (
        a_woman(birth(), scan=("20w0d", "22 mm"), gestation="20w0d"),
        {"sbl3 UI-pessary": YES, "rcog-gtg75 ALT-A": YES, "figo-2021-pessary PES-01": YES},
    ),
    "D25 pessary, short cervix without history": (
        a_woman(scan=("20w0d", "22 mm"), gestation="20w0d"),
        {"smfm-70 7": YES, "sbl3 NOHX-pessary": YES},
    ),
    "D26 low-risk woman, anatomy scan": (
        a_woman(gestation="20w0d", preterm_symptoms="no", **{"all scans": []}),
        {
            "acog-234 SCREEN": YES,
            "au-alliance SCREEN-1": YES,
            "rcog-gtg75 UI-0S": YES,
            "nice-ng25 rationale-screening": YES,
            "china-2024 2": YES,
        },
    ),
    "D27 injected progesterone, earlier preterm birth": (
        a_woman(birth(), scan=("20w0d", "22 mm"), gestation="20w0d"),
        {
            "sbl3 UI-progesterone": YES,
            "smfm-17p 17P-1": YES,
            "acog-pa-2023 PA-2": YES,
            "nice-ng25 SILENT-injected": YES,
            "figo-2021-progestogens PRG-01i": YES,
        },
    ),
    "D28 what insufficiency is: one baby, no history, 22 mm": (
        a_woman(scan=("20w0d", "22 mm"), gestation="20w0d"),
        {
            "russia-2024 DEF": YES,
            "acog-142 DEF-1": NO,
            "acog-142 DEF-2": YES,
            "rcog-gtg75 DEF": YES,
            "china-2025 DEF-2025": NO,
            "japan-2023 DEF": NO,
        },
    ),
    "D29 a course of 17-OHPC already begun": (
        a_woman(birth(), gestation="22w0d", injected_progesterone="yes"),
        {"smfm-17p 17P-1": YES, "acog-faq-2023 FAQ-1": YES, "acog-pa-2023 PA-2": YES},
    ),
    "D29 none begun": (
        a_woman(birth(), gestation="22w0d"),
        {"smfm-17p 17P-1": YES, "acog-faq-2023 FAQ-1": NO, "acog-pa-2023 PA-2": YES},
    ),
    "D30 progesterone after a vaginal suture": (
        a_woman(loss(), gestation="16w0d", suture="mcdonald", suture_indication="history"),
        {"rcog-gtg75 PROG": YES, "smfm-65 6": NOT_HER, "nice-ng25 SILENT-progesterone-with-suture": YES},
    ),
    "D30 progesterone after an abdominal suture": (
        a_woman(birth(), gestation="16w0d", suture="abdominal", suture_indication="history"),
        {"rcog-gtg75 PROG": YES, "smfm-65 6": YES},
    ),
    "D31 pessary, before and after its trial": (
        a_woman(scan=("20w0d", "18 mm"), gestation="20w0d"),
        {"sbl3 NOHX-pessary": YES, "figo-2021-pessary PES-01": YES, "smfm-70 7": YES, "norway-2014 PES": YES},
    ),
    "D31 pessary, dated": (
        a_woman(scan=("20w0d", "18 mm"), gestation="20w0d"),
        {"sbl3 NOHX-pessary": YES, "sbl3 UI-pessary": NO, "smfm-70 7": YES},
    ),
    "D31 pessary, dated, after a preterm birth": (
        a_woman(birth(), scan=("20w0d", "18 mm"), gestation="20w0d"),
        {"sbl3 UI-pessary": YES, "sbl3 NOHX-pessary": NO, "figo-2021-pessary PES-01": YES},
    ),
    "Saving Babies' Lives beside itself, at high risk (App. F p.83 and p.84)": (
        a_woman(birth(), gestation="18w0d"),
        {"sbl3 HR-scans": YES, "sbl3 HR-minimum": YES},
    ),
}

ANSWERS = [
    pytest.param(woman, key, verdict, id=f"{name}: {key}")
    for name, (woman, answers) in DISAGREEMENTS.items()
    for key, verdict in answers.items()
]


@pytest.mark.parametrize(("woman", "key", "verdict"), ANSWERS)
def test_each_guideline_gives_its_own_answer(woman: dict[str, Any], key: str, verdict: str) -> None:
    recommendation = register.find(*key.split(" "))
    found = judge(recommendation, read_facts(woman))
    assert (found.kind, sorted(found.missing)) == (verdict, [])


def test_all_thirty_one_are_here() -> None:
    assert {name.split(" ")[0] for name in DISAGREEMENTS} >= {f"D{number}" for number in range(1, 32)}


def test_d31_the_pessary_is_listed_nineteen_days_before_the_trial_against_it_and_the_page_says_so() -> None:
    tops = date(2023, 7, 25)

    assert (tops - register.GUIDELINES["sbl3"].published).days == 19
    for ref in ("UI-pessary", "NOHX-pessary"):
        note = register.find("sbl3", ref).note
        assert note is not None
        assert "19 days later" in note.en
        assert "19天" in note.zh


def test_the_table_and_the_text_of_saving_babies_lives_are_shown_side_by_side() -> None:
    table, text = (register.find("sbl3", ref) for ref in ("HR-scans", "HR-minimum"))

    assert table.note is not None
    assert text.note is not None
    assert "HR-minimum" in table.note.en
    assert "HR-scans" in text.note.en
    assert table.advice.treatments != text.advice.treatments
