"""Makes the environment in .venv from the hashed locks. Python's own library only.

    python3 bootstrap.py            what Alongside needs to run
    python3 bootstrap.py --test     and what its tests need

Quick when nothing has changed: a stamp in .venv holds the hash of each lock it was made from.
Kept readable by old Pythons on purpose, so that they can say what is wrong.
"""

import hashlib
import os
import shutil
import subprocess
import sys

FITTING = [(3, 14), (3, 13), (3, 12), (3, 11)]
NEEDED_MB = 700
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")

LAUNCHER = """#!{python}
import sys

from alongside.entrances.command_line import main

if __name__ == "__main__":
    sys.exit(main())
"""


def stop(sentence):
    """Say what is wrong, in one sentence, and end."""
    sys.stderr.write(sentence + "\n")
    sys.exit(1)


def use_a_fitting_python():
    """Go on in Python 3.11 to 3.14: this one, or another on the path."""
    if sys.version_info[:2] in FITTING:
        return
    for major, minor in FITTING:
        found = shutil.which("python%d.%d" % (major, minor))
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(found, [found, os.path.abspath(__file__)] + sys.argv[1:])
    stop(
        "Alongside needs Python 3.11, 3.12, 3.13 or 3.14, and this is Python %s: "
        "install one of them (on Debian or Ubuntu: apt install python3 python3-venv)." % sys.version.split()[0]
    )


def check_venv_module():
    try:
        import ensurepip  # noqa: F401  (Debian leaves this out until python3-venv is installed)
        import venv  # noqa: F401
    except ImportError:
        name = "python%d.%d-venv" % sys.version_info[:2]
        stop(
            "This Python has no venv module, which makes the environment (on Debian or Ubuntu: apt install %s)." % name
        )


def free_mb():
    return shutil.disk_usage(ROOT).free // (1024 * 1024)


def check_room():
    if free_mb() < NEEDED_MB:
        stop("The disk is nearly full: %d MB are free in %s, and %d MB are needed." % (free_mb(), ROOT, NEEDED_MB))


def stamp_of(lock):
    """What the environment was made from: the lock, this Python and where it lies."""
    with open(os.path.join(ROOT, lock), "rb") as file:
        made_from = file.read() + sys.version.encode() + VENV.encode()
    return hashlib.sha256(made_from).hexdigest()


def stamp_path(lock):
    return os.path.join(VENV, lock + ".installed")


def is_installed(lock):
    try:
        with open(stamp_path(lock)) as file:
            return file.read() == stamp_of(lock) and os.path.exists(PYTHON)
    except OSError:
        return False


def make_venv():
    """A new .venv when there is none, or it was made by another Python or in another place."""
    same = subprocess.run(
        [PYTHON, "-c", "import sys, pip; print(sys.version)"] if os.path.exists(PYTHON) else ["false"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    moved = not os.path.exists(os.path.join(VENV, "made-at." + hashlib.sha256(VENV.encode()).hexdigest()[:12]))
    if same.returncode == 0 and same.stdout.decode().strip() == sys.version and not moved:
        return
    print("Making the environment in .venv (once; a minute or two) ...")
    run([sys.executable, "-m", "venv", "--clear", VENV], "The environment in .venv could not be made")
    open(os.path.join(VENV, "made-at." + hashlib.sha256(VENV.encode()).hexdigest()[:12]), "w").close()


def install(lock):
    print("Installing what %s lists ..." % lock)
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    pip += ["--require-hashes", "--only-binary", ":all:", "-r", os.path.join(ROOT, lock)]
    run(pip, "The packages could not be installed")
    with open(stamp_path(lock), "w") as file:
        file.write(stamp_of(lock))


def run(command, failure):
    env = dict(os.environ, PIP_ROOT_USER_ACTION="ignore")
    if subprocess.call(command, env=env) == 0:
        return
    if free_mb() < 50:
        stop("%s: the disk is full (%d MB free in %s)." % (failure, free_mb(), ROOT))
    stop("%s: the lines above say why. Is this machine online, and may it reach a Python package index?" % failure)


def add_alongside():
    """The `alongside` command, and this folder on the environment's path."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.check_output([PYTHON, "-c", ask]).decode().strip()
    with open(os.path.join(site, "alongside.pth"), "w") as file:
        file.write(ROOT + "\n")
    write_launcher()


def write_launcher():
    """The file `.venv/bin/alongside`, put in its place whole; left alone when it is as it should be."""
    launcher, wanted = os.path.join(VENV, "bin", "alongside"), LAUNCHER.format(python=PYTHON)
    try:
        with open(launcher) as file:
            if file.read() == wanted:
                return
    except OSError:
        pass
    with open(launcher + ".new", "w") as file:
        file.write(wanted)
    os.chmod(launcher + ".new", 0o755)
    os.replace(launcher + ".new", launcher)


def main():
    use_a_fitting_python()
    locks = ["requirements.lock"] + (["requirements-test.lock"] if "--test" in sys.argv[1:] else [])
    if all(is_installed(lock) for lock in locks):
        write_launcher()
        return
    check_venv_module()
    check_room()
    make_venv()
    for lock in locks:
        if not is_installed(lock):
            install(lock)
    add_alongside()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Stopped. Run it again to go on.")
    except OSError as fault:
        stop("The environment could not be made: %s." % fault)
