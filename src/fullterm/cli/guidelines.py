"""`fullterm show`, `check` and `guidelines`: what is recommended, what is read of it, and whether it may advise."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta

from rich.markup import escape
from rich.table import Table

from fullterm.cli.lines import CLAUSE, COLON, COMMA, SEMICOLON, console, put_tree, written
from fullterm.cli.naming import between, graded, newer_lines, review_line, window_of
from fullterm.cli.words import ADVICE, READ
from fullterm.guidelines import register
from fullterm.guidelines.model import ADVISING, Guideline, Recommendation
from fullterm.vocabulary.explain import explain, show
from fullterm.vocabulary.fact import Language, Text

OUTCOME = {
    "encoded": Text("encoded", "已编码"),
    "carried": Text("carried, not yet checked", "已收录,待核对"),
    "defined": Text("a definition", "定义"),
    "evidence": Text("evidence", "证据"),
    "repeated": Text("repeats", "重复"),
    "left out": Text("left out", "未收录"),
    "missing": Text("MISSING", "缺失"),
}
WORDS = {
    "for": Text("for whom", "适用人群"),
    "reads": Text("fullterm reads", "软件读作"),
    "unless": Text("unless", "除非"),
    "note": Text("our reading", "我们的理解"),
    "window": Text("window", "时间窗"),
    "page": Text("page", "出处"),
    "row": Text("row", "条目"),
    "id": Text("id", "编号"),
    "title": Text("title", "标题"),
    "edition": Text("edition", "版本"),
    "advising": Text("advising", "作建议"),
    "unread": Text("not yet checked", "待核对"),
    "until": Text("until", "有效至"),
    "in_force": Text("in force", "生效"),
}


def show_guideline(name: str, ref: str | None, language: Language, on: date) -> int:
    """Print a guideline, or one recommendation of it, with what the software reads. 2 when there is no such thing."""
    guideline = register.GUIDELINES.get(name)
    if guideline is None:
        sys.stderr.write(f"there is no guideline {name!r}: write one of {', '.join(register.GUIDELINES)}\n")
        return 2
    chosen = [one for one in guideline.recommendations.values() if ref in (None, one.ref)]
    if not chosen:
        sys.stderr.write(f"{name} has no recommendation {ref!r}: write one of {', '.join(guideline.recommendations)}\n")
        return 2
    put_tree(console(), described(guideline, chosen, language, on, today=True))
    return 0


def described(
    guideline: Guideline, chosen: list[Recommendation], language: Language, on: date, *, today: bool = False
) -> list[str]:
    """The lines a clinician compares: the guideline's sentence, under it what the software reads and what is newer.

    `on`: the day up to which anything newer is known. Only where it is `today` is a review said to be past: a page that
    is kept would go on saying so, or not, on every other day.
    """
    colon = COLON[language]
    review = review_line(guideline, on if today else None, language)
    lines = [f"{guideline.title[language]} — {guideline.publisher}, {guideline.edition}", guideline.url]
    lines += [review] if review else []
    for one in chosen:
        treatments = COMMA[language].join(treatment.label[language] for treatment in one.advice.treatments)
        advice = ADVICE[one.advice.kind][language].upper()
        lines += ["", f"{one.ref}  {advice}  {treatments}".rstrip(), f"  {one.says[language]}"]
        parts = (
            one.locus,
            graded(one.grade, language),
            READ[one.read][language],
            f"{WORDS['row'][language]} {one.row}",
        )
        lines.append(f"  {WORDS['page'][language]}{colon}{SEMICOLON[language].join(part for part in parts if part)}")
        until = None if one.until is None else (one.until - timedelta(days=1)).isoformat()
        lines.append(f"  {WORDS['in_force'][language]}{colon}{between(one.since.isoformat(), until, language)}")
        if one.window is not None:
            opens, closes = (None if end is None else str(end) for end in (one.window.opens, one.window.closes))
            lines.append(f"  {WORDS['window'][language]}{colon}{window_of(opens, closes, language)}")
        for word, condition in (("for", one.women), ("reads", one.when), ("unless", one.unless)):
            if condition is not None:
                lines.append(f"  {WORDS[word][language]}{colon}".rstrip())
                lines += [f"    {line}" for line in show(explain(condition, language), language).splitlines()]
        if one.note is not None:
            lines.append(f"  {WORDS['note'][language]}{colon}{one.note[language]}")
        lines += [f"  {line}" for line in newer_lines(one.key, on, language)]
    return [written(line, language) for line in lines]


def check_pages(on: date) -> int:
    """Print every refusal of a page, row, reading or protocol on a day, and what was read in full. 1 when refused."""
    from fullterm.care.assess.followed import unanswered
    from fullterm.care.protocol.model import available, read_protocol
    from fullterm.guidelines import newer
    from fullterm.guidelines.check import check_page
    from fullterm.guidelines.check_rows import check_rows
    from fullterm.guidelines.readings import check_readings, counted, readings

    by_key = {one.key: one for one in register.recommendations()}
    pages = [str(refusal) for page in register.PAGES for refusal in check_page(page, register.on_page(page))]
    pages += [str(refusal) for refusal in (*check_rows(), *check_readings(), *newer.refusals())]
    refusals = list(pages)
    for name in available():
        try:
            refusals += unanswered(read_protocol(name, by_key), by_key, on)
        except ValueError as error:
            refusals += str(error).splitlines()
    for refusal in refusals:
        sys.stdout.write(f"{refusal}\n")
    advising = sum(one.read in ADVISING for one in register.recommendations())
    sys.stdout.write(
        f"{len(register.GUIDELINES)} documents, {advising} advising recommendations, {len(refusals)} refused\n"
    )
    whole, compared, corrected, added = counted(readings())
    sys.stdout.write(
        f"{whole} documents read in full: {compared} rules compared, {corrected} corrected, {added} added\n"
    )
    return 1 if refusals else 0


def list_guidelines(language: Language, on: date) -> int:
    """Print each document with its edition, whether its review is past, and how many of its recommendations advise."""
    table = Table(box=None)
    for heading in ("id", "title", "edition", "advising", "unread", "until"):
        number = heading in ("advising", "unread")
        whole = heading in ("id", "until")
        table.add_column(
            WORDS[heading][language], overflow="fold", no_wrap=whole, justify="right" if number else "left"
        )
    for guideline in register.GUIDELINES.values():
        reads = [one.read in ADVISING for one in guideline.recommendations.values()]
        until = "" if guideline.until is None else guideline.until.isoformat()
        row = (
            guideline.id,
            guideline.title[language],
            guideline.edition + (CLAUSE[language] + review_line(guideline, on, language) if guideline.review else ""),
            str(sum(reads)),
            str(len(reads) - sum(reads)),
            until,
        )
        table.add_row(*map(escape, row))
    console().print(table)
    return 0


def show_coverage(language: Language) -> int:
    """Print every row of the sources and what became of it. 1 when one is missing."""
    from fullterm.guidelines.coverage import coverage

    found = coverage()
    section = ""
    for one in found:
        here = f"{one.row.file} § {one.row.section}"
        if here != section:
            section = here
            sys.stdout.write(f"\n{section}\n")
        held = one.reason or ", ".join(one.by)
        outcome = OUTCOME[one.outcome][language]
        sys.stdout.write(f"  {one.row.id:<24} {one.row.confidence:<8} {outcome:<12} {held}\n")
    counts = Counter(one.outcome for one in found)
    total = ", ".join(f"{count} {OUTCOME[outcome][language]}" for outcome, count in counts.most_common())
    sys.stdout.write(f"\n{len(found)}: {total}\n")
    return 1 if counts["missing"] else 0
