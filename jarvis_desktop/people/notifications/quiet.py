"""When nothing pops up; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core import zone

if TYPE_CHECKING:
    from jarvis_desktop.people.types import QuietHours

MORNING = time(8)
_WEEKEND = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class Quiet:
    """What keeps notifications from popping up; they go into the history all the same.

    `wanted` False: the person wants none at all. `until`: not before that instant. `weekends`: not on Saturday and
    Sunday. `hours`: not at that time of day, by the person's clock.
    """

    wanted: bool = True
    hours: QuietHours | None = None
    until: datetime | None = None
    weekends: bool = False

    def holds(self, instant: datetime) -> bool:
        """Whether it is quiet at that (aware) instant."""
        if not self.wanted or (self.until is not None and instant < self.until):
            return True
        clock = zone.local(instant)
        if self.weekends and clock.weekday() in _WEEKEND:
            return True
        return self.hours is not None and self.hours.holds(clock)


def state_of(quiet: Quiet) -> dict[str, Any]:
    """What a person chose here, as JSON."""
    return {"until": quiet.until.isoformat() if quiet.until else None, "weekends": quiet.weekends}


def chosen_in(state: Mapping[str, Any]) -> tuple[datetime | None, bool]:
    """`until` and `weekends` of such JSON; what cannot be read was not chosen."""
    until: datetime | None = None
    written = state.get("until")
    if isinstance(written, str):
        try:
            until = datetime.fromisoformat(written)
        except ValueError:
            until = None
    if until is not None and until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return until, state.get("weekends") is True


def next_morning(instant: datetime) -> datetime:
    """The next time that a working day begins on the person's clock."""
    clock = zone.local(instant)
    day = clock.date() if clock.time() < MORNING else clock.date() + timedelta(days=1)
    return zone.instant(datetime.combine(day, MORNING))
