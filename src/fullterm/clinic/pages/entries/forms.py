"""What is entered in a woman's care, each typed in seconds: its fields, its action, what the event carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from fullterm.clinic.base.form import Field, of_fact
from fullterm.clinic.base.refused import LONGEST_REASON
from fullterm.clinic.pages.entries import operation_form as operation
from fullterm.clinic.pages.entries.outcome_form import core_of, without_core
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Text

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EntryForm:
    """One kind of entry. `groups`: fields under a heading (a key of the words), the most needed first."""

    action: str
    groups: tuple[tuple[str, tuple[Field, ...]], ...]
    data: Callable[[dict[str, str]], Plain]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order of the page."""
        return tuple(one for _, fields in self.groups for one in fields)


def _word(name: str, key: str, **more: Any) -> Field:
    return replace(Field(name, WORDS[key]), **more)


def _options(*keys: str) -> tuple[tuple[str, Text], ...]:
    return tuple((key.rpartition(".")[2], WORDS[key]) for key in keys)


ON = _word("on", "entry.on", kind="day", required=True)
SAID = _word("said", "entry.said", kind="long")


def _plain(told: dict[str, str]) -> Plain:
    return {name: value for name, value in told.items() if name != "on"}


def _begun(told: dict[str, str]) -> Plain:
    """How the pregnancy is dated, as a case writes it."""
    by, day = told["by"], told["day"]
    data: Plain = {"dating": "unknown" if by == "due" else by}
    if by in ("crl", "scan"):
        data["measured"] = {"on": day, "gestation": told.get("gestation", "")}
    else:
        data[{"lmp": "lmp", "transfer": "conceived", "due": "due"}[by]] = day
    if "within" in told:
        data["within"] = told["within"]
    if "fetuses" in told:
        data["fetuses"] = told["fetuses"]
    if "correction" in told:
        data["correction"] = "yes"
    return data


def _ended(told: dict[str, str]) -> Plain:
    beside = without_core(told)
    kept = {name: value for name, value in beside.items() if name not in ("on", "removed_on")}
    return {name: value for name, value in kept.items() if not name.startswith("suture")} | core_of(told)


def _brought(told: dict[str, str]) -> Plain:
    """A suture she came with: what nobody knows is left out, and a technique says its route."""
    known = {name: value for name, value in told.items() if value != "unknown" and name != "on"}
    return {name: value for name, value in known.items() if name != "route" or "technique" not in known}


def _followed(told: dict[str, str]) -> Plain:
    return {name: told[name] for name in ("of", "said") if name in told} | core_of(told)


def _choice(name: str, label: str, *keys: str, **more: Any) -> Field:
    return _word(name, label, kind="choice", options=_options(*keys), **more)


SCAN = EntryForm(
    "scanned",
    (
        ("entry.group.scan", (
            ON, of_fact("length", "scans", required=True), of_fact("method", "scans", usual="transvaginal"),
            of_fact("funnel", "scans"), of_fact("sludge", "scans"),
        )),
    ),
    _plain,
)  # fmt: skip
EXAMINATION = EntryForm(
    "examined",
    (
        ("entry.group.examination", (
            ON, of_fact("dilatation"), of_fact("membranes"), of_fact("contractions"), of_fact("labour"),
            of_fact("bleeding"), of_fact("ruptured_membranes"), of_fact("infection"), of_fact("infection_suspected"),
        )),
        ("entry.group.measured", (of_fact("temperature"), of_fact("white_count"), of_fact("crp"))),
        ("entry.group.fetus", (
            of_fact("alive"), of_fact("fetal_compromise"), of_fact("babies_died"), of_fact("chorionicity"),
            of_fact("multiple_complication"),
        )),
        ("entry.group.preterm", (
            of_fact("preterm_symptoms"), of_fact("leaking"), of_fact("waters_test"), of_fact("length_now"),
            of_fact("fibronectin_now"), of_fact("presentation"), of_fact("planned_preterm_birth"),
            of_fact("birth_within_48h"), of_fact("steroid_courses"), of_fact("steroids_over_7_days_ago"),
        )),
    ),
    _plain,
)  # fmt: skip
BEGIN = EntryForm(
    "pregnancy began",
    (
        ("entry.group.dating", (
            _choice("by", "entry.by", "entry.by.crl", "entry.by.scan", "entry.by.lmp", "entry.by.transfer",
                    "entry.by.due", required=True),
            _word("day", "entry.day", kind="text", required=True, help=WORDS["entry.day.help"],
                  example=Text("2026-04-06", "2026-04-06")),
            replace(of_fact("gestation"), label=WORDS["entry.gestation"], help=WORDS["entry.gestation.help"],
                    example=Text("12w0d", "12w0d")),
            _word("within", "entry.within", help=WORDS["entry.within.help"], within="days",
                  example=Text("5", "5")),
            of_fact("fetuses"),
        )),
        ("entry.group.recorded", (ON,)),
    ),
    _begun,
)  # fmt: skip
INDUCED = of_fact("induced", "earlier", help=VOCABULARY.facts["earlier.induced"].question)
END = EntryForm(
    "pregnancy ended",
    (
        ("entry.group.end", (
            replace(ON, label=WORDS["entry.ended_on"]), replace(of_fact("outcome", "earlier"), required=True),
            of_fact("caesarean", "earlier"), INDUCED, SAID,
        )),
    ),
    _ended,
)  # fmt: skip
HOW_IT_BEGAN = tuple(
    of_fact(name, "earlier")
    for name in (
        "already_being_lost", "painless_dilatation", "membranes_bulging", "membranes_first", "contractions_first",
        "bleeding_first", "fetal_death_first", "infection", "abruption", "fetal_anomaly",
    )
)  # fmt: skip
"""What her history asks of every loss, asked while whoever saw it is here."""
SUTURE_AT_THE_END = (
    _choice("suture", "entry.suture", "entry.suture.out", "entry.suture.in", required=True),
    _word("removed_on", "entry.removed_on", kind="day"),
)


def sutures_at_the_end(several: tuple[tuple[str, Text], ...]) -> tuple[Field, ...]:
    """What is asked of the sutures still in: of each whether it is out, and the day. `several`: id and name of each."""
    which, day = SUTURE_AT_THE_END
    if len(several) < 2:
        return SUTURE_AT_THE_END
    asked = WORDS["entry.suture_out"]
    labels = (Text(asked.en.format(name.en), asked.zh.format(name.zh)) for _, name in several)
    return (*(replace(which, name=f"suture{number}", label=text) for number, text in enumerate(labels, 1)), day)


CERCLAGE = EntryForm("cerclage placed", operation.groups(ON, SAID), operation.placed)
REMOVER, *PLACE_AND_TIME = operation.REMOVAL
ARRANGE = EntryForm(
    "removal arranged", (("entry.group.removal", (replace(REMOVER, required=True), *PLACE_AND_TIME)),), _plain
)
REMOVAL = EntryForm(
    "suture removed", (("entry.group.out", (replace(ON, label=WORDS["entry.removed_on"]), SAID)),), _plain
)
ROUTE = replace(of_fact("cerclage_route", "earlier"), name="route")
ELSEWHERE = EntryForm(
    "suture from elsewhere",
    (
        ("entry.group.elsewhere", (
            replace(ON, label=WORDS["entry.came_on"]),
            _word("placed_on", "entry.placed_on", help=WORDS["entry.placed_on.help"],
                  example=Text("2026-04-16", "2026-04-16")),
            operation.TECHNIQUE, ROUTE,
            replace(operation.INDICATION, options=operation.INDICATION.options[1:]),
            _word("where", "entry.where_placed"), SAID,
        )),
        ("entry.group.removal", operation.REMOVAL),
    ),
    _brought,
)  # fmt: skip
LEFT = EntryForm(
    "suture left in",
    (
        ("entry.group.left", (
            _word("reason", "entry.left_reason", kind="long", required=True, help=WORDS["entry.left_reason.help"],
                  longest=LONGEST_REASON), ON,
        )),
    ),
    _plain,
)  # fmt: skip
HANDOVER = EntryForm(
    "suture handed over",
    (
        ("entry.group.handover", (
            _word("where", "entry.to_where", required=True), _word("who", "entry.to_whom"), ON,
        )),
    ),
    _plain,
)  # fmt: skip
WHICH = _word("suture", "entry.which_suture", kind="choice", required=True)
"""Asked only where more than one is or may be in."""
OF_A_SUTURE = ("removal", "arrange", "left", "handover")
"""The entries about a suture that is or may be in."""
FOLLOWED = EntryForm(
    "followed",
    (
        ("entry.group.followed", (
            _word("of", "entry.of", kind="select", required=True),
            replace(ON, label=WORDS["entry.followed_on"]),
        )),
        ("entry.group.note", (SAID,)),
    ),
    _followed,
)  # fmt: skip
DECLINE = EntryForm(
    "declined",
    (
        ("entry.group.decline", (
            _word("step", "entry.step", kind="choice", required=True),
            _word("reason", "entry.reason", kind="long", required=True, help=WORDS["entry.reason.help"],
                  longest=LONGEST_REASON), ON,
        )),
    ),
    _plain,
)  # fmt: skip
DONE = EntryForm(
    "done",
    (
        ("entry.group.done", (
            _word("step", "entry.step", kind="choice", required=True),
            replace(ON, label=WORDS["entry.done_on"]), _word("note", "entry.note", kind="long"),
        )),
    ),
    _plain,
)  # fmt: skip
ENTRIES: dict[str, EntryForm] = {
    "scan": SCAN, "examination": EXAMINATION, "begin": BEGIN, "end": END, "cerclage": CERCLAGE, "removal": REMOVAL,
    "decline": DECLINE, "done": DONE, "followed": FOLLOWED, "arrange": ARRANGE, "elsewhere": ELSEWHERE, "left": LEFT,
    "handover": HANDOVER,
}  # fmt: skip
"""Every kind of entry, by its place in the address."""
