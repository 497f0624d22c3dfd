"""The person's time zone: instants are stored in UTC, read and typed in the zone she lives in."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

log = logging.getLogger(__name__)

_zone: tzinfo | None = None


class SkippedTime(ValueError):
    """A time that no clock of the zone ever showed, because the clocks went forward over it."""


def live_in(name: str) -> bool:
    """From now on instants are told in the IANA zone `name`; "" is the machine's.

    False for a name that nobody knows: the machine's zone counts then.
    """
    global _zone  # noqa: PLW0603 - one person sits at the process
    _zone = None
    if not name:
        return True
    try:
        _zone = ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        log.info("the time zone %r is not known: %s", name[:60], error)
        return False
    return True


def zone() -> tzinfo | None:
    """The zone chosen, None for the machine's."""
    return _zone


def local(instant: datetime) -> datetime:
    """The instant on the person's clock; one without an offset is UTC, as in `TIMESTAMP` columns."""
    return (instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)).astimezone(_zone)


def now() -> datetime:
    """The current instant on the person's clock."""
    return datetime.now(UTC).astimezone(_zone)


def instant(wall: datetime, place: tzinfo | None = None) -> datetime:
    """The instant, in UTC, at which a clock in `place` (default: the person's) shows `wall`, which has no offset.

    Of a time that comes twice the first is meant, unless its `fold` says otherwise; SkippedTime for one that never is.
    """
    zoned = place or _zone
    found = wall.replace(tzinfo=zoned) if zoned is not None else wall.astimezone()
    # In UTC, since an hour that comes twice is never equal to an instant of another zone.
    found = found.astimezone(UTC)
    back = found.astimezone(zoned)
    if back.replace(tzinfo=None, fold=0) != wall.replace(fold=0):
        raise SkippedTime(wall.isoformat(" ", timespec="minutes"))
    return found


def day_begins(day: date) -> datetime:
    """The instant, UTC, at which a day begins on the person's clock."""
    wall = datetime.combine(day, time())
    return (wall.replace(tzinfo=_zone) if _zone is not None else wall).astimezone(UTC)
