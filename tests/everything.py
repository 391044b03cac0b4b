"""`make test`: every check and test, and one summary. `--checks`: only the quick checks.

Says what is missing on this machine before it begins, and installs Debian's Chromium when it may.
"""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
INSTALL = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]


@dataclass(frozen=True)
class Step:
    name: str
    command: list[str]
    quiet: bool = True  # its words are shown only when it fails


CHECKS = [
    Step("style", [str(BIN / "ruff"), "check"]),
    Step("types", [str(BIN / "mypy")]),
    Step("tiers", [str(BIN / "lint-imports"), "--no-cache"]),
    Step("known faults", [str(BIN / "bandit"), "-q", "-ll", "-ii", "-r", "alongside", "-c", "pyproject.toml"]),
]
TESTS = Step("tests", [str(BIN / "pytest"), "-q", "--durations=5"], quiet=False)


def chromium_is_there() -> bool:
    """Installs it when this is root on a machine with apt; says the one line to run when not."""
    if shutil.which("chromium"):
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's Chromium, which the journeys drive ...", flush=True)
        subprocess.call(["apt-get", "update", "-qq"])
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.call(INSTALL, env=quiet, stdout=subprocess.DEVNULL) == 0 and shutil.which("chromium"):
            return True
    print("The journeys drive Chromium, and it is not installed. Run: sudo " + " ".join(INSTALL), file=sys.stderr)
    return False


def run(step: Step) -> tuple[bool, float]:
    begun = time.monotonic()
    out = subprocess.PIPE if step.quiet else None
    done = subprocess.run(step.command, stdout=out, stderr=subprocess.STDOUT if step.quiet else None, text=True)
    if done.returncode and step.quiet:
        print(f"--- {step.name}: {' '.join(step.command)}\n{done.stdout}", flush=True)
    return done.returncode == 0, time.monotonic() - begun


def main() -> int:
    only_checks = "--checks" in sys.argv[1:]
    if not only_checks and not chromium_is_there():
        return 1
    steps = CHECKS if only_checks else [*CHECKS, TESTS]
    results = [(step.name, *run(step)) for step in steps]
    print("\nSummary")
    for name, passed, seconds in results:
        print(f"  {name:14} {'passed' if passed else 'FAILED':7} {seconds:6.1f} s")
    return 0 if all(passed for _, passed, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
