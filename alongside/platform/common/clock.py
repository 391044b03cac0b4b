"""The one place that asks what time it is, so that tests can move it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This instant, aware, UTC. Instants are stored in UTC and shown in London time."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in London: at 00:30 in July the UTC date is still yesterday."""
    return now().astimezone(LONDON).date()


def london_date(instant: datetime) -> date:
    """The London date of an aware instant."""
    return instant.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The first instant of a London day, aware."""
    return datetime(day.year, day.month, day.day, tzinfo=LONDON)
