"""From a template to a PDF, with WeasyPrint. Nothing is fetched but our own static files.

WeasyPrint needs the system's Pango; it is imported only when something is printed, so that the clinic starts without.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

SCHEME = "static:"
"""How a print template names a stylesheet: `static:clinic/letters.css`."""
INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
"""What a machine without Pango lacks. The words `letters.no_pango` say it."""


class CannotPrintError(Exception):
    """This machine has no Pango; see `INSTALL`."""


def can_print() -> bool:
    """Whether letters can be made on this machine."""
    try:
        _weasyprint()
    except CannotPrintError:
        return False
    return True


def pdf(template: str, context: dict[str, Any]) -> bytes:
    """The PDF of a template, its fonts embedded. Raises CannotPrintError where Pango is not installed."""
    weasyprint = _weasyprint()
    html = render_to_string(template, context)
    made: bytes = weasyprint.HTML(string=html, base_url=SCHEME, url_fetcher=_fetcher()).write_pdf()
    return made


def _weasyprint() -> Any:
    try:
        import weasyprint  # only here, and only when needed: it loads Pango
    except OSError:
        raise CannotPrintError(INSTALL) from None
    return weasyprint


@cache
def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OurFilesOnly(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
        """Refuses every address but those of our static files."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002  # weasyprint's
            """The static file of this name. Raises, and stops the print, for anything else."""
            found = finders.find(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
            if not isinstance(found, str) or not Path(found).is_file():
                raise FatalURLFetchingError(f"a letter asks for {url}, which is none of our files")
            kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
            return URLFetcherResponse(url, Path(found).read_bytes(), {"Content-Type": kind})

    return OurFilesOnly()
