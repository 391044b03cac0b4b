"""Workers who save visits without pause, and try again with the same key when no answer comes, as a browser does."""

import contextlib
import http.client
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

from alongside.platform.common.clock import today

CSRF = "c" * 32  # the same in cookie and form, which is what is compared


@dataclass
class Writers:
    """Several threads. `acknowledged` are texts whose save was answered; `unanswered` those given up, with their form.

    A text never stands in both. `tries` counts every form that was sent.
    """

    port: int
    session: str
    taz: str
    acknowledged: set[str] = field(default_factory=set)
    unanswered: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    tries: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def start(self, number: int = 3) -> None:
        self.threads = [threading.Thread(target=self._write, daemon=True) for _ in range(number)]
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self.stopping.set()
        for thread in self.threads:
            thread.join(timeout=60)

    def send_again(self) -> None:
        """What was never answered, with the key it was first sent with."""
        for text, form in list(self.unanswered.items()):
            if self._answered(form):
                self.acknowledged.add(text)
                del self.unanswered[text]

    def _write(self) -> None:
        while not self.stopping.is_set():
            text = f"Taz showed me drawing number {uuid4()}."
            form = self._form(text)
            self.unanswered[text] = form
            while not self._answered(form):
                if self.stopping.is_set():
                    return
                time.sleep(0.1)
            self.acknowledged.add(text)
            del self.unanswered[text]

    def _form(self, text: str) -> str:
        page = {
            "csrfmiddlewaretoken": CSRF, "sent_key": str(uuid4()), "draft": str(uuid4()), "version": "0",
            "child": self.taz, "day": today().isoformat(), "where": "3 Harbour View", "what": "home_visit",
            f"seen-{self.taz}": "in_person", f"alone-{self.taz}": "yes", f"how-{self.taz}": "We spoke.",
            "passage": "0", "mark-0": "saw", "text-0": text, "file-0": self.taz, "finish": "yes",
        }  # fmt: skip
        return urlencode(page)

    def _answered(self, form: str) -> bool:
        """Whether the server said that it is saved. A page that says otherwise is a fault of the test, and kept."""
        self.tries += 1
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"alongside_session={self.session}; csrftoken={CSRF}",
        }
        server = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(server), contextlib.suppress(OSError, http.client.HTTPException):
            server.request("POST", f"/children/{self.taz}/visit/", form, headers)
            answer = server.getresponse()
            where = answer.headers.get("Location", "")
            if answer.status == 302 and "/notes/" in where:
                return True
            if answer.status < 500:
                self.refused.append(f"{answer.status} {where} {answer.read()[:300]!r}")
        return False
