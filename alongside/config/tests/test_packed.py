"""A long page travels packed, to a browser that can unpack it."""

import gzip

from tests.machinery.council import Council


def test_a_page_travels_packed(council: Council) -> None:
    browser = council.browser("Amal")
    packed = browser.get(council.path("Taz"), headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Taz Marlow" in gzip.decompress(packed.content).decode()
    assert "Content-Encoding" not in browser.get(council.path("Taz"))
