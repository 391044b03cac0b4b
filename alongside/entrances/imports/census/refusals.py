"""A file that is refused whole, with one plain sentence."""

from __future__ import annotations

from alongside.platform.common.errors import PlainError


class FileRefused(PlainError):  # noqa: N818 (says what happened)
    """Nothing of this file can be taken in. `str()` is a sentence for people.

    line: where in the file, counted from 1, or None when no line can be named.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}" if self.line else self.message
