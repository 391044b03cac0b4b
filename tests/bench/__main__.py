"""`make bench`, or python -m tests.bench [--quick] [--fresh] [--pages | --import] [--rounds N] [--out FILE].

--quick  a small council and a second of each: to see that the bench works, never to judge by
--fresh  fill the database anew
"""

import argparse
import os
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
import django

import tests.bench.settings  # noqa: F401  (where everything is kept, before anything else is read)
from alongside.config import places
from alongside.config.database.embedded import Cluster


def wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure pages and import.")
    parser.add_argument("--quick", action="store_true", help="a small council: to see that the bench works")
    parser.add_argument("--fresh", action="store_true", help="fill the database anew")
    parser.add_argument("--pages", action="store_true", help="only pages")
    parser.add_argument("--import", action="store_true", dest="imports", help="only import")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="only pages whose name begins so")
    parser.add_argument("--out", type=Path, default=places.VAR / "latest.json")
    return parser.parse_args()


def main() -> None:
    asked = wanted()
    django.setup()
    with Cluster().running():
        say_load("Load average")
        if not asked.imports:
            bench_pages(asked)
        if not asked.pages:
            bench_import(asked)
        say_load("Load average at the end")


def bench_pages(asked: argparse.Namespace) -> None:
    from django.db import connection

    from alongside.config.static import collect_static
    from tests.bench import telling
    from tests.bench.database import filled
    from tests.bench.filling.sizes import FULL, QUICK
    from tests.bench.looking import look
    from tests.bench.measuring import Pace, measure
    from tests.bench.pages import PAGES
    from tests.bench.serving import serving
    from tests.bench.signing_in import sign_in

    collect_static()
    cast = filled(QUICK if asked.quick else FULL, fresh=asked.fresh)
    sign_in(cast)
    pages = {page: look(page, cast) for page in PAGES if page.name.startswith(asked.only)}
    connection.close()
    pace = Pace(rounds=1, seconds=0.2, least=4, most=20) if asked.quick else Pace(rounds=asked.rounds)
    with (
        serving("alongside.config.wsgi", "tests.bench.settings", "staff") as ours,
        serving("tests.bench.floor", "tests.bench.floor", "jobs") as floor,
    ):
        measured = list(measure(pages, cast, (ours, floor), pace))
    rows = telling.rows_of(measured)
    print(telling.table(rows), end="\n\n")
    for met, words in telling.judged(measured, rows):
        print("meets " if met else "MISSES", words)
    telling.keep(rows, asked.out)


def bench_import(asked: argparse.Namespace) -> None:
    from tests.bench.importing import bring_in, told

    few, many = (bring_in(number) for number in ((20, 60) if asked.quick else (550, 5500)))
    for met, words in told(few, many):
        print("      " if met is None else "meets " if met else "MISSES", words)


def say_load(words: str) -> None:
    print(f"{words}: {' '.join(f'{each:.1f}' for each in os.getloadavg())} on {os.cpu_count()} cores", flush=True)


if __name__ == "__main__":
    main()
