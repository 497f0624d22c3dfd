"""The values of a setting over time, a lane for each exact scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from jarvis_desktop.config.writing.intervals import gaps_and_overlaps
from jarvis_desktop.core.scope import Rung, rung

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jarvis_desktop.config.types import StoredValue
    from jarvis_desktop.core.scope import Scope

_FIRST = datetime.min.replace(tzinfo=UTC)
_ALWAYS, _NEVER = 1900, 2900


@dataclass(frozen=True, slots=True)
class Lane:
    """The values of one exact scope, the earliest first.

    `gaps` are the spans between them in which none holds, `overlaps` the pairs that hold at once.
    """

    scope: Scope
    values: tuple[StoredValue, ...]
    gaps: tuple[tuple[datetime, datetime], ...]
    overlaps: tuple[tuple[StoredValue, StoredValue], ...]


def lanes(values: Iterable[StoredValue]) -> tuple[Lane, ...]:
    """One lane for each scope, the narrowest first."""

    def place(value: StoredValue) -> tuple[Rung, str, int, int]:
        return rung(value), value.persona or "", value.agent_id or 0, value.workflow_id or 0

    found = []
    for _, group in groupby(sorted(values, key=place), key=lambda value: value.scope):
        of_scope = sorted(group, key=lambda value: (value.effective_from or _FIRST, value.id))
        gaps, overlaps = gaps_and_overlaps(of_scope)
        found.append(Lane(of_scope[0].scope, tuple(of_scope), tuple(gaps), tuple(overlaps)))
    return tuple(found)


def extent(shown: Sequence[Lane], now: datetime) -> tuple[datetime, datetime]:
    """The span of time that holds the boundaries of the lanes and `now`, with a margin for what has no end.

    Years that stand for "always" and "never" (before 1900, from 2900 on) are beyond it.
    """
    edges = [edge for lane in shown for value in lane.values for edge in (value.effective_from, value.effective_to)]
    near = [now, *(edge for edge in edges if edge is not None and _ALWAYS <= edge.year < _NEVER)]
    first, last = min(near), max(near)
    margin = max((last - first) / 12, timedelta(hours=1))
    return first - margin, last + margin
