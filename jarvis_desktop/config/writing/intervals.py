"""Where a new value lies among the others of its scope: what it closes, where it ends, and what it may not lie over.

Values of one scope do not overlap, an explicit bounded override excepted: the documented query takes the highest
version, so that a value without end would otherwise beat one that was scheduled earlier for a later day, for ever.
Intervals are half open: a value holds from its first instant, and at its last no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from jarvis_desktop.config.types import StoredValue


@dataclass(frozen=True, slots=True)
class Placement:
    """How a new value takes its place.

    `effective_to` is where it ends (None: never), `ended_for` the later value whose beginning that is. `closed` are the
    values that end where it begins. `overlapped` are values that it may not lie over: then nothing is to be stored.
    """

    effective_to: datetime | None
    ended_for: StoredValue | None = None
    closed: tuple[StoredValue, ...] = ()
    overlapped: tuple[StoredValue, ...] = ()


def place(others: Iterable[StoredValue], begin: datetime, end: datetime | None, *, override: bool = False) -> Placement:
    """The place of a value from `begin` until `end` (None: open) among the other values of exactly its scope.

    An override with an end leaves the others as they are.
    """
    active = [each for each in others if each.is_active and each.effective_from is not None and not _empty(each)]
    if override and end is not None:
        return Placement(end)
    running = tuple(each for each in active if _from(each) <= begin and _holds_at(each, begin))
    later = sorted((each for each in active if begin < _from(each)), key=lambda each: (_from(each), each.id))
    if end is None:
        if not later:
            return Placement(None, closed=running)
        return Placement(_from(later[0]), later[0], running)
    return Placement(end, None, running, tuple(each for each in later if _from(each) < end))


def gaps_and_overlaps(
    values: Sequence[StoredValue],
) -> tuple[list[tuple[datetime, datetime]], list[tuple[StoredValue, StoredValue]]]:
    """Between the values of one scope: the spans in which none holds, and the pairs that hold at once."""
    active = sorted(
        (each for each in values if each.is_active and each.effective_from is not None and not _empty(each)),
        key=lambda each: (_from(each), each.id),
    )
    gaps: list[tuple[datetime, datetime]] = []
    overlaps: list[tuple[StoredValue, StoredValue]] = []
    reached: datetime | None = None
    endless = False
    for n, value in enumerate(active):
        if n and not endless and reached is not None and reached < _from(value):
            gaps.append((reached, _from(value)))
        overlaps += [(earlier, value) for earlier in active[:n] if _holds_at(earlier, _from(value))]
        end = value.effective_to
        endless = endless or end is None
        if end is not None and (reached is None or reached < end):
            reached = end
    return gaps, overlaps


def _empty(value: StoredValue) -> bool:
    return value.effective_to is not None and value.effective_to <= _from(value)


def _holds_at(value: StoredValue, instant: datetime) -> bool:
    """Whether a value that has begun has not ended yet."""
    return value.effective_to is None or instant < value.effective_to


def _from(value: StoredValue) -> datetime:
    assert value.effective_from is not None
    return value.effective_from
