"""What may go wrong, in sentences for people. Anything else is a fault of ours and is logged."""


class PlainError(Exception):
    """Its text is a sentence a worker can read: what happened, what is safe, what to do."""


class Refused(PlainError):  # noqa: N818, the words of the work
    """The person may not do this, and may be told so (they can already see the record)."""


class NotThere(PlainError):  # noqa: N818, the words of the work
    """No such record, or none for this person: the two read the same, always."""


class Clash(PlainError):  # noqa: N818, the words of the work
    """Somebody saved first; both versions are kept."""
