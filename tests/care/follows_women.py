"""The women of issue 9, rows 10 to 12: what each protocol's plan must say of them."""

from __future__ import annotations

from datetime import date

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.case.read import read_case
from fullterm.care.plan.planned import State
from fullterm.care.protocol.model import available, read_protocol
from fullterm.guidelines import register

TODAY = date(2026, 11, 22)
RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
HOSPITALS = {name: read_protocol(name, RECOMMENDATIONS) for name in available()}

ONE_BABY = (
    "fetuses: 1, alive: yes, suture: none, bleeding: no, contractions: no, labour: no, infection: no, "
    "infection_suspected: no, ruptured_membranes: no, fetal_compromise: no, anomaly_scan: normal, "
    "membranes: not_visible, dilatation: 0 cm"
)
NO_HISTORY = "earlier: none\nprocedures: none\n"
NO_OTHER_RISK = f"woman: {{uterine_anomaly: none, adhesions: no}}\n{NO_HISTORY}"
CONE = "earlier: none\nprocedures: [{kind: cold_knife_cone}]\n"


def loss(gestation: str, **told: str) -> str:
    """One typical loss, with what is told beside."""
    plain = {
        "outcome": "loss", "gestation": gestation, "painless_dilatation": "yes", "contractions_first": "no",
        "cerclage": "none", "fetuses": "1",
    } | told  # fmt: skip
    return "{" + ", ".join(f"{name}: {value}" for name, value in plain.items()) + "}"


def history(*pregnancies: str) -> str:
    """These are all her earlier pregnancies."""
    return f"earlier: {{complete: yes, pregnancies: [{', '.join(pregnancies)}]}}\nprocedures: none\n"


def now(gestation: str, babies: str = ONE_BABY, scan: str = "") -> str:
    """Pregnant so far, all asked; `scan`: a length measured today through the vagina."""
    scans = f", scans: [{{gestation: {gestation}, length: {scan}, method: transvaginal}}]" if scan else ""
    return f"pregnancy: {{gestation: {gestation}, {babies}{scans}}}\n"


def assessed(text: str, name: str, on: date = TODAY) -> Assessment:
    """A case told on a day, decided under a protocol."""
    case, problems = read_case(f"told: {on}\n{text}")
    assert case is not None, problems
    assert problems == (), (text, problems)
    return assess(case, on, HOSPITALS[name])


TWINS = ONE_BABY.replace("fetuses: 1", "fetuses: 2")
OPEN_TWO = ONE_BABY.replace("dilatation: 0 cm", "dilatation: 2 cm")
SUTURE_IN = ONE_BABY.replace("suture: none", "suture: mcdonald")
FAILED = history(loss("20w0d", cerclage="history", cerclage_route="vaginal"))
BY_HAND: dict[str, tuple[str, str, dict[str, State]]] = {
    "8 weeks, open: no treatment of the protocol is due": (
        "antai", NO_OTHER_RISK + now("8w0d", OPEN_TWO), {"cerclage": "not_for_her", "scans": "not_for_her"},
    ),
    "one painless loss at 13+0: scans and progesterone, no planned suture": (
        "antai", history(loss("13w0d")) + now("13w0d"),
        {"cerclage": "not_for_her", "scans": "not_yet_due", "progesterone": "not_yet_due"},
    ),
    "at 13+6 not yet": ("antai", history(loss("13w6d")) + now("13w0d"), {"cerclage": "not_for_her"}),
    "at 14+0 a planned suture": ("antai", history(loss("14w0d")) + now("13w0d"), {"cerclage": "open"}),
    "three births, none of them typical: RCOG offers": (
        "antai",
        history(*[loss("30w0d", outcome="live_birth", induced="no", painless_dilatation="no")] * 3) + now("13w0d"),
        {"cerclage": "open"},
    ),
    "no room for a vaginal suture, and no history": (
        "antai", f"woman: {{pregnant: no, transvaginal_cerclage_impossible: yes}}\n{NO_HISTORY}",
        {"abdominal-cerclage": "not_for_her"},
    ),
    "a suture in: no progesterone beside it": (
        "antai", history(loss("20w0d")) + now("20w0d", SUTURE_IN),
        {"progesterone": "not_for_her", "scans": "not_for_her"},
    ),
    "8 mm at 19 weeks, no history, An Tai": (
        "antai", NO_OTHER_RISK + now("19w0d", scan="8 mm"), {"progesterone": "open"},
    ),
    "8 mm at 19 weeks, no history, British": (
        "rcog_nice", NO_OTHER_RISK + now("19w0d", scan="8 mm"),
        {"progesterone": "open", "short-cervix-no-history": "open", "ultrasound-cerclage": "not_for_her"},
    ),
    "8 mm at 19 weeks and nothing else asked": (
        "antai",
        f"{NO_HISTORY}pregnancy: {{gestation: 19w0d, fetuses: 1, scans: [{{gestation: 19w0d, length: 8 mm, "
        "method: transvaginal}]}\n",
        {"progesterone": "open"},
    ),
    "a cone and 22 mm": (
        "antai", CONE + now("20w0d", scan="22 mm"), {"ultrasound-cerclage": "open", "progesterone": "open"},
    ),
    "a cone and 20 mm": ("rcog_nice", CONE + now("20w0d", scan="20 mm"), {"ultrasound-cerclage": "open"}),
    "a cone and 26 mm": ("antai", CONE + now("20w0d", scan="26 mm"), {"progesterone": "cannot_tell"}),
    "a failed suture at 15 weeks": ("antai", FAILED + now("15w0d"), {"abdominal-cerclage": "open"}),
    "a failed suture at 22 weeks": ("antai", FAILED + now("22w0d"), {"abdominal-cerclage": "missed"}),
    "a failed suture at 15 weeks, British: before 14": (
        "rcog_nice", FAILED + now("15w0d"), {"abdominal-cerclage": "missed"},
    ),
    "twins after two typical losses, An Tai": (
        "antai", history(loss("20w0d"), loss("19w0d")) + now("17w0d", TWINS),
        {"twin-scan": "open", "cerclage": "not_for_her", "scans": "not_for_her"},
    ),
    "twins with 20 mm, British": (
        "rcog_nice", NO_OTHER_RISK + now("19w0d", TWINS, "20 mm"),
        {"twin-scan": "done_in_window", "twin-progesterone": "open", "progesterone": "not_for_her"},
    ),
    "after a cerclage, pregnant: the next pregnancy is this one": (
        "antai", FAILED + now("20w0d"), {"next-pregnancy": "not_for_her"},
    ),
    "after a cerclage, not pregnant": (
        "antai", f"woman: {{pregnant: no}}\n{FAILED}", {"next-pregnancy": "open", "abdominal-cerclage": "open"},
    ),
    "the work-up is over when nothing waits for it any more": (
        "antai", history(loss("20w0d")) + now("24w0d"), {"work-up": "not_for_her"},
    ),
}  # fmt: skip
