"""Days of a test, counted from today."""

from datetime import date, timedelta

from alongside.platform.common.clock import today


def days_ago(days: int) -> date:
    """So many days before today."""
    return today() - timedelta(days=days)
