"""The settings of tests: the same, with everything that is made kept in var/test.

Each run has a database of its own, so that two people can test in one checkout.
"""

import os
from pathlib import Path

os.environ["ALONGSIDE_VAR"] = str(Path(__file__).resolve().parents[1] / "var" / "test")
os.environ.setdefault("ALONGSIDE_ROLE", "staff")
os.environ.setdefault("ALONGSIDE_DATABASE", f"test_{os.getpid()}")
for name in [name for name in os.environ if name.startswith("ALONGSIDE_DB_")]:
    del os.environ[name]  # a real server's address must never reach a test

from alongside.config.settings import *  # noqa: E402, F403

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
# argon2 is slow on purpose; tests of sign-in set it again where that matters.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]  # noqa: F405
# Tests serve style sheets and scripts as they are, not collected and hashed.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
