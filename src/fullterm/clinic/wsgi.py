"""The application a server runs (WSGI: ASGI costs four times here, see engine.md)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullterm.settings")
application = get_wsgi_application()

from fullterm.care.protocol import available  # noqa: E402  # models load only after the application is set up
from fullterm.clinic import hospital  # noqa: E402

for name in available():  # one that is not whole stops the server here, not the first nurse of the morning
    hospital.read(name)
