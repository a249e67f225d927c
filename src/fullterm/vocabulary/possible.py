"""What may be answered to each fact, for the interview: options, plausible numbers, and the order of asking."""

from __future__ import annotations

from fullterm.logic.answers import Possible
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY, Fact, Vocabulary


def possible_answers(vocabulary: Vocabulary = VOCABULARY) -> Possible:
    """By full name, in the vocabulary's order: a fact's options, or the span of its believable numbers."""
    return {name: _possible(fact) for name, fact in vocabulary.facts.items()}


def _possible(fact: Fact) -> tuple[str, ...] | Span | None:
    match fact.kind:
        case "yes/no":
            return None
        case "option":
            return fact.settles
        case "number":
            return Span(
                LOWEST if fact.lowest is None else fact.lowest, HIGHEST if fact.highest is None else fact.highest
            )
