"""Which rules the software reads: one short name for the knowledge base and the protocol, exactly as they are.

Two installations with the same name decide every woman alike. A changed word, limit or window changes the name.
"""

from __future__ import annotations

import hashlib
from functools import cache

from fullterm.care.protocol.model import Protocol
from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.vocabulary.definitions import DEFINITIONS
from fullterm.vocabulary.fact import VOCABULARY

LENGTH = 16
"""Hexadecimal digits: 64 bits tell editions apart; against forgery stands the hash of what was signed."""


@cache
def edition(protocol: Protocol) -> str:
    """The name of the rules in force here: a hash of every recommendation, cause, definition, fact and step."""
    rules = (
        [(one.id, one.edition) for one in register.GUIDELINES.values()], register.recommendations(), CAUSES,
        DEFINITIONS, sorted(VOCABULARY.facts.items()), sorted(VOCABULARY.derived.items()), protocol,
    )  # fmt: skip
    return hashlib.sha256(repr(rules).encode()).hexdigest()[:LENGTH]
