"""The application a server runs (WSGI: ASGI costs four times here, see engine.md)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullterm.settings")
application = get_wsgi_application()

from fullterm.clinic.worklist import protocol  # noqa: E402  # models load only after the application is set up

protocol()  # a protocol that is not whole stops the server here, not the first nurse of the morning
