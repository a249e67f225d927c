"""Static files named after their content, so that a browser may keep one for a year and never has an old one."""

from __future__ import annotations

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class Hashed(ManifestStaticFilesStorage):
    """Names with a hash once `collectstatic` has written them down; until then, as in tests, the plain names."""

    def stored_name(self, name: str) -> str:
        """The name a page asks for. Raises ValueError for a file that was not collected."""
        return super().stored_name(name) if self.hashed_files else name
