"""Chinese punctuation: the sentences are typed with the marks of an English keyboard and shown with their own."""

from __future__ import annotations

import re

_WIDE = str.maketrans(",:;?!", "\uff0c\uff1a\uff1b\uff1f\uff01")
_HAN = r"[\u3400-\u9fff\u3000-\u3002\u300a-\u3011\u201c\u201d\uff08\uff09]"
_MARK = re.compile(rf"(?<={_HAN})[,:;?!]|[,:;?!](?={_HAN})")
_INNER = r"[^()]*(?:\([^()]*\)[^()]*)*"
_BRACKETED = re.compile(rf"(?<={_HAN})\({_INNER}\)|\((?=[^()]*{_HAN}){_INNER}\)")


def chinese(text: str) -> str:
    """The wide marks beside Chinese characters, one for each narrow one; a citation in English keeps its own."""
    wide = _BRACKETED.sub(lambda one: f"\uff08{one[0][1:-1]}\uff09", text)
    return _MARK.sub(lambda one: one[0].translate(_WIDE), wide)
