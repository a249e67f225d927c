"""Promise words: what the text of an agreement, or any page a woman or the public can see, must not say.

The rule comes with the jurisdiction. A word is refused even where it is denied ("not guaranteed"): what stays in the
mind is the word, and the same thing can be said without it ("no treatment is certain to work").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CHINA = (
    "无效退款 stands verbatim in a digest of forbidden medical advertising, with any promise of efficacy "
    "(xrlawyer.com; 医疗广告管理办法, excerpts)"
)
ETHICS = "ASRM 2016: the woman is told that the programme does not guarantee pregnancy or delivery"
EVERYWHERE = ("CN", "GB")
"""The jurisdictions this list knows; an unknown one is held to all of it."""


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """One pattern refused in these jurisdictions, and the source of the rule."""

    pattern: str
    jurisdictions: tuple[str, ...]
    source: str


RULES: tuple[PromiseRule, ...] = (
    PromiseRule("无效退[款费]|不成功退[款费]|无效全额退|不成功.{0,4}全额退", EVERYWHERE, CHINA),
    PromiseRule("包(?:成功|治|好|孕|保胎|生|您)", EVERYWHERE, CHINA),
    PromiseRule("保证|确保|担保|承诺(?:疗效|成功|治愈)|签约(?:治疗|保胎)", ("CN",), CHINA),
    PromiseRule("百分之?百|100[%％]|万无一失|零风险|无风险|绝对(?:安全|有效|成功)|必定成功|一定成功", ("CN",), CHINA),
    PromiseRule("根治|治愈率|成功率|有效率", ("CN",), CHINA),
    PromiseRule(
        r"\bguarant(?:ee|y|ied)\w*|\bmoney[- ]back\b|\bno (?:cure|baby),? no (?:pay|fee|charge)\b", EVERYWHERE, ETHICS
    ),
    PromiseRule(r"\brisk[- ]free\b|\b100 ?%|\bsure(?:ly)? to (?:work|succeed)\b|\bsuccess rate\b", EVERYWHERE, ETHICS),
    PromiseRule(
        r"\b(?:we|the hospital) promises? (?:a|you a|that)\b|\bpromised? (?:baby|success|cure)\b", EVERYWHERE, ETHICS
    ),
)


@dataclass(frozen=True, slots=True)
class PromiseFound:
    """A promise word found in a text, and the source of the rule that refuses it."""

    word: str
    source: str


def promises(text: str, jurisdiction: str) -> tuple[PromiseFound, ...]:
    """Every promise word of a text that its jurisdiction refuses, in their order in the list; empty when none."""
    known = jurisdiction in EVERYWHERE
    rules = (one for one in RULES if not known or jurisdiction in one.jurisdictions)
    found = ((word[0], one.source) for one in rules for word in re.finditer(one.pattern, text, re.IGNORECASE))
    return tuple(PromiseFound(word, source) for word, source in found)
