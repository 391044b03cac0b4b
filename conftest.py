"""What every test may ask for; the fixtures themselves are in tests/machinery."""

import os

from hypothesis import settings

pytest_plugins = [
    "tests.machinery.database",
    "tests.machinery.council",
    "tests.machinery.network",
    "tests.machinery.site",
    "tests.machinery.browser",
    "tests.marks",
]

# The same examples every time, so that a run's answer is the code's and not chance's.
# ALONGSIDE_SEARCH=1 looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("search" if os.environ.get("ALONGSIDE_SEARCH") == "1" else "same")
