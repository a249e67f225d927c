"""The clinic's settings as tests run them: the demonstration's, and a database named by FULLTERM_TEST_DATABASE."""

import os
from pathlib import Path

os.environ["FULLTERM_DEMO"] = "1"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver keeps a loop running in the thread of the test
os.environ.pop("DATABASE_URL", None)
if os.environ.get("FULLTERM_TEST_DATABASE", "sqlite") != "sqlite":
    os.environ["DATABASE_URL"] = os.environ["FULLTERM_TEST_DATABASE"]

from fullterm.settings import *  # noqa: F403  # the environment decides what they are

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow on purpose elsewhere, and only there
STATIC_ROOT = Path("/nowhere")  # where no clinic that was served from here has left its hashed names
