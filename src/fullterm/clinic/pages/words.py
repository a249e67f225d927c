"""The words of every page, joined to those that several pages say: once, when Django starts."""

from __future__ import annotations

from fullterm.clinic.pages.accounts import words as accounts
from fullterm.clinic.pages.agreements import reserve_words
from fullterm.clinic.pages.agreements import words as agreements
from fullterm.clinic.pages.emergency import words as emergency
from fullterm.clinic.pages.entries import withdraw_words
from fullterm.clinic.pages.entries import words as entries
from fullterm.clinic.pages.history import words as history
from fullterm.clinic.pages.letters import words as letters
from fullterm.clinic.pages.portal import link_words
from fullterm.clinic.pages.portal import words as portal
from fullterm.clinic.pages.registry import words as registry
from fullterm.clinic.pages.replay import words as replay
from fullterm.clinic.pages.settings import compare_words
from fullterm.clinic.pages.settings import words as settings
from fullterm.clinic.pages.sign import words as sign
from fullterm.clinic.pages.today import words as today
from fullterm.clinic.words import add

PAGES = (
    accounts, agreements, compare_words, emergency, entries, history, letters, link_words, portal, registry, replay,
    reserve_words, settings, sign, today, withdraw_words,
)  # fmt: skip


def join() -> None:
    """Make every page's words known. Safe to call again; raises ValueError where a name has two meanings."""
    for page in PAGES:
        add(page.WORDS)
