"""The clock, replaceable in tests; instants are aware, the database edge stores naive UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the current instant."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)


def to_naive_utc(instant: datetime) -> datetime:
    """The form in which the reference's `TIMESTAMP` columns store an instant."""
    return instant.astimezone(UTC).replace(tzinfo=None) if instant.tzinfo is not None else instant


def from_naive_utc(stored: datetime) -> datetime:
    """An aware instant from a `TIMESTAMP` column."""
    return stored if stored.tzinfo is not None else stored.replace(tzinfo=UTC)
