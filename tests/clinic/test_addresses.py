"""Addresses and words that are read once instead of on every line are what Django would have given."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from fullterm.clinic.templatetags.address import at, why
from fullterm.guidelines.register import recommendations


@settings(deadline=None)  # the first address of a process loads every page
@given(st.uuids(), st.from_regex(r"[-a-zA-Z0-9_]+", fullmatch=True))
def test_an_address_is_what_django_gives(woman: UUID, step: str) -> None:
    """Whoever she is, whatever the step is called."""
    assert at("call", woman, step) == reverse("call", args=(woman, step))
    assert at("woman", woman) == reverse("woman", args=(woman,))


def test_an_address_of_no_page_is_refused() -> None:
    """A page that is not there, and a page that takes no such parts."""
    with pytest.raises(NoReverseMatch):
        at("nowhere")
    with pytest.raises(NoReverseMatch):
        at("woman", "ms-wang")


def test_every_recommendation_is_opened_from_her_page() -> None:
    """The address is relative to the page of whichever woman is shown."""
    woman = uuid4()
    for one in recommendations():
        assert reverse("woman", args=(woman,)) + why(one.guideline, one.ref) == reverse(
            "why", args=(woman, one.guideline, one.ref)
        )


def test_a_word_follows_the_language_of_each_request() -> None:
    """One template, read once, serves both languages; what would be markup is not."""
    page = Template('{% say "today" %}{% say name %}')
    for spoken, expected in (("en", "TodayToday"), ("zh-hans", "今日今日"), ("en", "TodayToday")):
        with translation.override(spoken):
            assert page.render(Context({"name": "today"})) == expected


def test_a_word_that_is_not_there_is_missed_when_the_template_is_read() -> None:
    """Not first when somebody opens the page."""
    with pytest.raises(KeyError, match="no_such_word"):
        Template('{% say "no_such_word" %}')
