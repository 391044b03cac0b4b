"""Identities: made by whoever creates the record, so a tablet with no signal can make one too."""

import secrets
from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUID version 7: unique anywhere, and rows written together lie together on disk."""
    return uuid7()


def new_public_id() -> str:
    """The id in a page's address: 16 URL-safe characters, random, so it tells nobody when or in what order."""
    return secrets.token_urlsafe(12)
