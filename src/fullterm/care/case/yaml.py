"""YAML as people write a case in it: `dilatation: >3` and `gestation: >= 20w` are values, not YAML's own signs.

YAML takes a leading ">" for the head of a folded text and a lone "?" for the head of a key. Both are what people write
in a chart; so the sign is left to YAML only where the text that it announces does follow.
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scanner import RoundTripScanner

_HEAD = re.compile(r">[-+1-9]{0,2}[ \t]*(?:#.*)?$")
"""The whole rest of a line that may announce a folded text."""
_ENDS = "\0\r\n\x85\u2028\u2029"


class _CaseScanner(RoundTripScanner):
    """YAML's scanner, which asks twice before it takes ">" or "?" for a sign of its own."""

    def fetch_folded(self) -> None:
        if self._announces_a_text():
            super().fetch_folded()
        else:
            self.fetch_plain()

    def check_plain(self) -> Any:
        flowing = bool(self.flow_level)
        return (flowing and self.reader.peek() == ">") or self._lone_question() or super().check_plain()

    def check_key(self) -> Any:
        return not self._lone_question() and super().check_key()

    def _announces_a_text(self) -> bool:
        """Whether ">" ends its line (but for indicators and a comment) and a deeper line of text follows."""
        if not _HEAD.match(self._rest_of_line(0)):
            return False
        at = len(self._rest_of_line(0))
        while self.reader.peek(at) != "\0":
            at += 1
            line = self._rest_of_line(at)
            if line.strip():
                return len(line) - len(line.lstrip(" ")) > max(self.indent, 0)
            at += len(line)
        return False

    def _rest_of_line(self, at: int) -> str:
        start = at
        while self.reader.peek(at) not in _ENDS:
            at += 1
        return "".join(self.reader.peek(place) for place in range(start, at))

    def _lone_question(self) -> bool:
        """Whether "?" is all that was written: the answer of one who does not know."""
        if self.reader.peek() != "?":
            return False
        rest = self._rest_of_line(1).strip()
        return rest == "" or rest[0] == "#" or (bool(self.flow_level) and rest[0] in ",]}")


def case_yaml() -> YAML:
    """A reader and writer of case files that keeps comments and order."""
    yaml = YAML(typ="rt")
    yaml.Scanner = _CaseScanner
    return yaml
