"""The language of a request, as the rest of the software names it."""

from __future__ import annotations

from django.utils.translation import get_language

from fullterm.vocabulary.fact import Language


def language() -> Language:
    """The language of this request: Chinese where Django's is any Chinese, else English."""
    return "zh" if (get_language() or "en").startswith("zh") else "en"
