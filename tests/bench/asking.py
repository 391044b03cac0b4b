"""Asking a server for pages, as several clients at once, in a process of its own so that its work is not the bench's.

Plain sockets: on two shared cores, what the asking costs is taken from the server. One connection a request, as behind
a proxy. Reads {port, clients, least, most, seconds, wants, asks: [{head, body}]} from standard input, writes {ms,
seconds, faults}. In a body and head, the letters KEYKEYKEY are a new key for each request.
"""

import json
import socket
import sys
import threading
import time
import uuid
from itertools import count
from typing import Any

KEY = b"KEYKEYKEY"


def ask(port: int, request: bytes) -> bytes:
    """The whole answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(request)
        parts = []
        while part := line.recv(1 << 16):
            parts.append(part)
    return b"".join(parts)


def new_request(asked: dict[str, str]) -> bytes:
    """Its bytes, with a new key where one is asked for and its length."""
    body = asked["body"].encode()
    while KEY in body:
        body = body.replace(KEY, str(uuid.uuid4()).encode(), 1)
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{asked['head']}{length}Connection: close\r\n\r\n".encode() + body


class Round:
    """Clients that each ask, wait for the answer, and ask again."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.turns = count(plan.get("first", 0))
        self.ms: list[float] = []
        self.faults: list[str] = []
        self.began = time.monotonic()

    def run(self) -> dict[str, Any]:
        clients = [threading.Thread(target=self._client) for _ in range(self.plan["clients"])]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        return {"ms": self.ms, "seconds": time.monotonic() - self.began, "faults": self.faults[:3]}

    def _more(self) -> bool:
        passed, done = time.monotonic() - self.began, len(self.ms)
        if self.faults or passed > self.plan["seconds"] * 4 or done >= self.plan["most"]:
            return False
        return passed < self.plan["seconds"] or done < self.plan["least"]

    def _client(self) -> None:
        asks, wants = self.plan["asks"], self.plan["wants"].encode()
        while self._more():
            request = new_request(asks[next(self.turns) % len(asks)])
            began = time.perf_counter()
            answer = ask(self.plan["port"], request)
            self.ms.append((time.perf_counter() - began) * 1000)
            if wants not in answer[:2000]:
                self.faults.append(answer[:600].decode(errors="replace"))


if __name__ == "__main__":
    json.dump(Round(json.load(sys.stdin)).run(), sys.stdout)
