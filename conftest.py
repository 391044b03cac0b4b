"""What every test may ask for; the fixtures themselves are in tests/machinery."""

pytest_plugins = [
    "tests.machinery.database",
    "tests.machinery.council",
    "tests.machinery.network",
    "tests.machinery.site",
    "tests.machinery.browser",
    "tests.marks",
]
