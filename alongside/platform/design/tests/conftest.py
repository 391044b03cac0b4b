"""The gallery: every component with made-up people in it, served as the product is, under its own content policy."""

import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import settings

from alongside.platform.design.tests.gallery import pages

STATIC = Path(__file__).resolve().parents[1] / "static"


def policy() -> str:
    """The header the product sends."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives)


class Server(SimpleHTTPRequestHandler):
    """Gallery pages by name, and the style sheets and scripts beside them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory=str(STATIC), **kwargs)

    def do_GET(self):
        name = self.path.partition("?")[0].strip("/")
        if self.path.startswith("/static/"):
            self.path = self.path.removeprefix("/static")
            return super().do_GET()
        if name not in pages.NAMES:
            return self.send_error(404)
        body = pages.draw(name).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self):
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()

    def log_message(self, *args):
        """Quiet: a test says itself what went wrong."""


@pytest.fixture(scope="session")
def gallery() -> Iterator[str]:
    """Address of the running gallery."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
