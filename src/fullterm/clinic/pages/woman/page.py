"""The rest of a woman's page as template contexts: today, what stands open, causes, what is missing or may change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from fullterm.care.assess.assessment import Assessment
from fullterm.care.assess.first_line_text import ask_again, check_first, stopped_by
from fullterm.care.case.facts_on import as_last_told, current_pregnancy
from fullterm.care.case.sutures import standing
from fullterm.care.plan.emergency import rescues
from fullterm.care.plan.first_line import pressing
from fullterm.care.plan.planned import PRESSING, Planned
from fullterm.care.plan.worklist import FollowUp, Line
from fullterm.clinic.charts.windows import half_of, plan_lane, window_words
from fullterm.clinic.text.sutures import named
from fullterm.clinic.text.wording import missing_in, weeks_in
from fullterm.clinic.words.woman import WORDS
from fullterm.guidelines.model import ADVISING
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import UNKNOWN
from fullterm.vocabulary.definitions import shown
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.treatments import TREATMENTS

Plain = dict[str, Any]
DRAWS: Final = (
    "first_line",
    "pregnant",
    "stale",
    "guidelines",
    "definitions",
    "causes",
    "plan",
    "next_question",
    "would_change",
)
"""The parts of a report that the page draws."""
ENTRY: Final = {
    "cerclage": "cerclage", "abdominal cerclage": "cerclage", "removal": "removal", "scan": "scan", "nothing": "done",
}  # fmt: skip
"""Where a step is recorded as done, by what does it; what is only to be known is told in the history."""
SHOWN_CHANGES: Final = 8


def steps(
    found: Assessment,
    told: Plain,
    lines: Iterable[Line],
    names: Mapping[str, str],
    may: frozenset[str],
    language: Language,
) -> Plain:
    """The plan: `listed`, the lines Today shows of her; `pressing`, what presses besides an emergency; `all` that is or
    may be for her. `names`: what those are called to whom a step was passed.

    In `listed` a step stands as Today has it: as it last stood, where only age hides it, with what to ask again.
    """
    pregnancy = current_pregnancy(found.case, found.on)
    gestation = pregnancy.gestation(found.on) if pregnancy is not None else UNKNOWN
    half = half_of(pregnancy.dating.due if pregnancy is not None and pregnancy.dating is not None else None)
    said = {(one["step"], one["suture"]): one for one in told["plan"]}
    facts = as_last_told(found.known).facts

    several = standing(found.case, found.on)
    which = {one.id: named(one, language) for one in several} if len(several) > 1 else {}

    def drawn(one: Planned) -> Plain:
        line = _step(one, said[one.step.id, one.suture or None], found.on, facts, may, language)
        return line | {"which": which.get(one.suture, "")}

    shown = [drawn(one) | {"lane": plan_lane(one, half, gestation)} for one in found.plan if one.state != "not_for_her"]
    return {
        "listed": [
            drawn(line.planned)
            | {
                "tab": line.tab,
                "asks": [] if line.planned.last_told else missing_in(line.asks, language),
                "follow_up": _tried(line.follow_up, names, language),
            }
            for line in lines
            if line.tab not in ("declined", "missed")
        ],
        "pressing": [drawn(one) for one in pressing(found.plan) if not one.urgent],
        "coming": next((one for one in shown if one["state"] == "not_yet_due"), None),
        "all": [one for one in shown if not one["over"]],
        "over": [one["title"] for one in shown if one["over"]],
    }


def _step(one: Planned, said: Plain, on: date, facts: Facts, may: frozenset[str], language: Language) -> Plain:
    entry = ENTRY.get(one.step.done_by)
    none_offered = rescues(one.step) and bool(one.stopped_by or one.instead)  # nothing to place, nothing to refuse
    if none_offered or (entry == "done" and one.step.always):  # a line of the net ends by an answer, not by a mark
        entry = None
    return {
        "id": one.step.id,
        "suture": one.suture,
        "title": said["title"],
        "says": said["says"],
        "who": WORDS[f"woman_who.{said['who']}"][language],
        "state": one.state,
        "tone": tone(one),
        "urgent": one.step.urgent,
        "over": _over(one, said, on),
        "certain": one.certain or one.step.always,
        "window": {} if one.step.always else window_words(one, said, on, language),
        "stopped": stopped_by(one, facts, language),
        "told": ask_again(one, language),
        "check": check_first(one, language),
        "asked": one.step.always,
        "entry": entry if entry in may else None,
        "rescue": rescues(one.step),
        "history": entry is None and one.step.done_by == "known",
        "decline": "decline" in may and one.state in PRESSING and not none_offered,
        "done_at": "" if one.done is None or said["done_at"] is None else weeks_in(one.done, language),
        "done_on": said["done_on"],
        "declined": said["declined"],
        "decided": None
        if said["decided"] is None
        else said["decided"] | {"word": WORDS[f"woman_choice.{said['decided']['choice']}"][language]},
        "because": said["because"],
        "missing": missing_in(one.missing, language) if one.state == "cannot_tell" else [],
        "departs": said["departs"],
        "source": one.step.source[language],
    }


def tone(one: Planned) -> str:
    """How loudly a step speaks: `stop`, `soon`, `go`, `ask` or nothing; the state's word always stands beside it."""
    if one.state in ("open", "closing", "missed") and (one.step.urgent or one.step.until_done):
        return "stop"
    return {"closing": "soon", "missed": "soon", "open": "go", "cannot_tell": "ask"}.get(one.state, "")


def _over(one: Planned, said: Plain, on: date) -> bool:
    """Whether nobody knows if a step was for her, and its window is over under every plausible due date."""
    closes: str | None = said["possibly"]["closes"]
    return one.state == "cannot_tell" and closes is not None and closes <= on.isoformat()


def _tried(follow_up: FollowUp, names: Mapping[str, str], language: Language) -> str:
    """What was last tried, in a line: the call's outcome and day, until when, and to whom it was passed."""
    said = []
    if follow_up.outcome is not None:
        word = WORDS.get(f"woman_tried.{follow_up.outcome}")
        said.append(follow_up.outcome if word is None else word[language])
    if follow_up.tries > 1:
        said.append(WORDS["woman.tries"][language].format(follow_up.tries))
    if follow_up.called is not None:
        said.append(follow_up.called.isoformat())
    if follow_up.until is not None:
        said.append(WORDS["woman.until"][language].format(follow_up.until.isoformat()))
    if follow_up.snoozed_until is not None:
        said.append(WORDS["woman.snoozed"][language].format(follow_up.snoozed_until.isoformat()))
    if follow_up.escalated_to:
        said.append(WORDS["woman.escalated"][language].format(names[follow_up.escalated_to]))
    return " · ".join(said)


def causes(told: Plain, language: Language) -> dict[str, list[Plain]]:
    """The causes: `argued` with arguments that hold, `open` while nothing is told either way, `rest` with nothing."""
    found: dict[str, list[Plain]] = {"argued": [], "open": [], "rest": []}
    for one in told["causes"]:
        held = (argument for argument in one["arguments"] if argument["holds"] == "yes" or argument["only_a_risk"])
        arguments = [_argument(argument) for argument in held]
        waits = one["standing"] in ("cannot_tell", "supported")
        wanted = missing_in(one["missing"], language) if waits else []
        group = "argued" if arguments else "open" if wanted else "rest"
        found[group].append(
            {"cause": one["cause"], "standing": one["standing"], "arguments": arguments, "missing": wanted}
        )
    return found


def _argument(argument: Plain) -> Plain:
    return {
        "effect": "risk" if argument["only_a_risk"] else argument["effect"],
        "says": argument["says"],
        "because": argument["because"],
        "citation": f"{argument['citation']['document']}, {argument['citation']['locus']}",
        "read": argument["read"],
        "checked": argument["read"] in ADVISING,
    }


def changes(told: Plain, language: Language) -> Plain:
    """Each thing still to come, and the treatments it would bring in, by whom."""
    found: dict[str, dict[tuple[str, str], list[Plain]]] = {}
    between = "、" if language == "zh" else ", "
    for one in told["would_change"]:
        source = {"guideline": one["guideline"], "ref": one["ref"],
                  "short": told["guidelines"][one["guideline"]]["short"]}  # fmt: skip
        treatments = between.join(TREATMENTS[name].label[language] for name in one["treatments"])
        found.setdefault(one["if"], {}).setdefault((one["advice"], treatments), []).append(source)
    rows = [
        {
            "if": condition,
            "brings": [
                {"advice": advice, "treatments": treatments, "by": by} for (advice, treatments), by in brought.items()
            ],
        }
        for condition, brought in found.items()
    ]
    return {"shown": rows[:SHOWN_CHANGES], "more": rows[SHOWN_CHANGES:]}


def missing(found: Assessment, language: Language) -> list[str]:
    """What the plan and the causes wait for, in the order a history is taken."""
    keys: set[str] = set()
    for one in found.plan:
        keys |= one.missing if one.state == "cannot_tell" else frozenset()
    for candidate in found.candidates:
        keys |= candidate.missing if candidate.standing in ("cannot_tell", "supported") else frozenset()
    return missing_in(keys, language, most=14)


def definitions(told: Plain) -> list[Plain]:
    """The published definitions she meets; of an insufficient cervix, what each country's text says of it."""
    those = shown((one["id"], one["kind"], one["met"]) for one in told["definitions"])
    met: Iterable[Plain] = (one for one in told["definitions"] if one["id"] in those)
    return sorted(met, key=lambda one: one["read"] not in (*ADVISING, "in part"))
