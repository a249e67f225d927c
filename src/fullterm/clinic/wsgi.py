"""The application a server runs (WSGI: ASGI costs four times here, see engine.md)."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullterm.settings")
application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  # what follows loads only after the application is set up

from fullterm.care.protocol.model import available  # noqa: E402
from fullterm.clinic.base import settings_in_force as hospital  # noqa: E402
from fullterm.guidelines.decide import every_verdict  # noqa: E402

for name in available():  # one that is not whole stops the server here, not the first nurse of the morning
    hospital.read(name)
every_verdict().compile()
get_resolver().reverse("home")  # loads every page
# Whatever is loaded now stays until the server ends. Left to the collector, it is looked through every few dozen pages,
# and whoever waits for a page then waits 80 ms longer.
gc.collect()
gc.freeze()
