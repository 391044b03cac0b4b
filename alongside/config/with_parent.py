"""The web server and the job worker end with the process that started them, however that one ends.

`alongside run` holds the other end of their standard input; when it is gone, reading finds the end.
"""

import os
import signal
import threading

WATCHED = "ALONGSIDE_ENDS_WITH_PARENT"


def end_with_parent() -> None:
    """Ask this process to stop when its parent has ended. Only when `alongside run` started it."""
    if os.environ.get(WATCHED) == "1":
        threading.Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    os.read(0, 1)  # not sys.stdin: its lock would trouble the end of the process
    os.kill(os.getpid(), signal.SIGTERM)
