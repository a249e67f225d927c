"""`{% say "today" %}`: a word of the interface in the language of the request. Both languages stand in `words`."""

from __future__ import annotations

import re

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.utils.html import escape
from django.utils.safestring import SafeString

from fullterm.clinic.base.language import language
from fullterm.clinic.base.say import say
from fullterm.clinic.words import WORDS

register = template.Library()
ALONE = re.compile(r"""say ["']([\w.]+)["']""")


register.simple_tag(say)
_filled = register.tags["say"]


@register.tag("say")
def _compiled(parser: Parser, token: Token) -> Node:
    """A word that stands in the template is looked up when the template is read: a page has some two hundred."""
    alone = ALONE.fullmatch(token.contents)
    return _Word(alone[1]) if alone else _filled(parser, token)


class _Word(Node):
    """One word of the interface, as it stands on a page in each language."""

    child_nodelists = ()

    def __init__(self, name: str) -> None:
        self.text = {spoken: SafeString(escape(WORDS[name][spoken])) for spoken in ("en", "zh")}

    def render(self, context: Context) -> SafeString:  # noqa: ARG002  # Django's
        """The word in the language of the request."""
        return self.text[language()]


@register.filter
def word(name: str, kind: str) -> str:
    """`state|word:"state"` looks up `state.open` and the like."""
    return WORDS[f"{kind}.{name}"][language()]
