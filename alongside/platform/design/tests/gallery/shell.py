"""The frame of a gallery page, as an entrance would give it."""

from datetime import date
from types import SimpleNamespace

TODAY = date(2027, 1, 12)


def context() -> dict:
    """A signed-in reader, three menu entries, a record button and a thing to take back."""
    return {
        "actor": SimpleNamespace(name="Amal Rahman"),
        "council": "Eastmere Council",
        "nav": [
            {"href": "/day", "text": "My day", "current": True},
            {"href": "/child", "text": "Children", "current": False},
            {"href": "/parts", "text": "Waiting for a worker", "current": False},
        ],
        "home_href": "/day",
        "account_href": "/forms",
        "sign_out_href": "/signed_out",
        "record_href": "/record",
        "today": TODAY,
        "made_up": True,
        "footer_links": [{"href": "/why", "text": "Rules we count by"}],
        "csrf_input": "",
    }
