"""What a start of this copy asks of the set-up."""

from alongside.entrances.council import code
from alongside.record.organisations.selectors import council


def keep_set_up_code() -> None:
    """While there is no council a code to set one up with is kept, where only this copy's user may read it."""
    if council() is None:
        code.set_up_code()
    else:
        code.forget()
