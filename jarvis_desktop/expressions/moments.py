"""Days and instants: read from text, written as text, counted with.

Texts: ISO 8601 days and instants (RFC 3339 among them; one without an offset is UTC). Everything is exact to the
microsecond, within the years 1 to 9999.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeAlias

Moment: TypeAlias = date | datetime
"""A day (`date`), or an instant (`datetime`, aware, in UTC)."""

_LONGEST = 64
_DAY = len("2026-01-31")


def read_moment(text: str) -> Moment | None:
    """The day or instant that a text writes, or None."""
    if not _DAY <= len(text) <= _LONGEST or text[4] != "-" or not text.isascii():
        return None
    try:
        return date.fromisoformat(text) if len(text) == _DAY else instant(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def instant(moment: Moment) -> datetime:
    """The instant in UTC; a day begins there at midnight. Raises OverflowError at the ends of the calendar."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def moment_text(moment: Moment) -> str:
    """The day as ISO 8601, the instant as RFC 3339 in UTC with a Z."""
    return moment.isoformat().replace("+00:00", "Z")
