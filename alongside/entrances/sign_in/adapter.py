"""How allauth is closed: a stranger cannot make an account, the council makes them."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from alongside.platform.common.errors import Refused


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth asks this class what is allowed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts come from the council's own pages."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that does not answer is said, the same for an address we know and one we do not."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as fault:  # smtplib's own faults are among these; their words may hold the address
            logging.getLogger(__name__).error("Mail could not be sent (%s).", type(fault).__name__)
            raise Refused(
                "We cannot send mail just now, so nothing was changed. Try again in a few minutes. "
                "If it still does not work, tell whoever runs Alongside for your council."
            ) from fault
