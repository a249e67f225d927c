"""What was said, in one spelling: full-width signs, numbers in words, and the ways charts write "and some more"."""

from __future__ import annotations

import re

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    ord(sign): plain
    for sign, plain in {
        "\u3000": " ", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u301c": "~", "\u223c": "~", "≦": "<=", "≧": ">=",
        "⩽": "<=", "⩾": ">=", "≤": "<=", "≥": ">=",
    }.items()
}  # fmt: skip
_ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_TEN_AND_ONE = re.compile(rf"\b(twenty|thirty|forty)(?:[ -]({'|'.join(_ENGLISH[1:10])}))?\b")
_SMALL = re.compile(rf"\b({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_CHINESE = re.compile(r"[一二两三四五六七八九十]+(?![点些下样直])")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENFOLD = re.compile(r"([二三四五六七八九]?)十([一二三四五六七八九]{0,2})")
_SHORTENED = re.compile(r"(?<!\d)(\d)(\d)、(\d)(?=\s*[^\d\s])")
"""17、8周: the ten of the first number is meant of the second too."""
_HALF = re.compile(r"(\d+)(?:\s*(?:and a half|½)|\s+1/2)")


def half_width(said: str) -> str:
    """The text with the full-width figures and signs of a Chinese keyboard in their plain form."""
    return said.translate(_WIDE)


def spoken(said: str) -> str:
    """The text in lower case and plain signs, with its numbers in figures; two possible numbers joined by 或."""
    text = " ".join(half_width(said).lower().split())
    text = _TEN_AND_ONE.sub(lambda found: str(_TENS[found[1]] + (_ENGLISH.index(found[2]) if found[2] else 0)), text)
    text = _SMALL.sub(lambda found: str(_ENGLISH.index(found[1])), text)
    text = _CHINESE.sub(lambda found: "或".join(str(each) for each in _numbers(found[0])) or found[0], text)
    return _HALF.sub(r"\1.5", _SHORTENED.sub(_with_its_ten, text))


def _numbers(signs: str) -> tuple[int, ...]:
    """The numbers that Chinese figures name: 二十三 is 23, 二十三四 is 23 or 24; none when they name no number."""
    if found := _TENFOLD.fullmatch(signs):
        ten = _DIGITS[found[1] or "一"] * 10
        return tuple(ten + one for one in _one_or_two(found[2])) if found[2] else (ten,)
    tens = 10 if signs.endswith("十") else 1
    return tuple(one * tens for one in _one_or_two(signs.removesuffix("十")))


def _one_or_two(signs: str) -> tuple[int, ...]:
    """One figure, or two that follow each other (三四, and 三五 for "three to five"); 三九 is no number of either kind."""
    if not 1 <= len(signs) <= 2 or "十" in signs:
        return ()
    values = tuple(_DIGITS[sign] for sign in signs)
    return values if len(values) == 1 or values[1] == values[0] + 1 or values == (3, 5) else ()


def _with_its_ten(found: re.Match[str]) -> str:
    ten, first, second = found.groups()
    return f"{ten}{first}或{ten}{second}" if second > first else found[0]
