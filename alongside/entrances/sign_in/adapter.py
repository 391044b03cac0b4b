"""How allauth is closed: a stranger cannot make an account, the council makes them."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth asks this class what is allowed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts come from the council's own pages."""
        return False
