"""The product's own settings, on a database of the bench's own: everything it makes is under var/bench.

Nothing is switched off: connections are kept, style sheets are hashed, the disk is waited for.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ["ALONGSIDE_VAR"] = os.environ.get("ALONGSIDE_BENCH_VAR") or str(ROOT / "var" / "bench")
os.environ.setdefault("ALONGSIDE_ROLE", "staff")
os.environ.setdefault("ALONGSIDE_DATABASE", "bench")
for name in [name for name in os.environ if name.startswith("ALONGSIDE_DB_")]:
    del os.environ[name]  # a real server's address must never reach a bench

from alongside.config.settings import *  # noqa: E402, F403
