"""How one list of rows becomes another by removals, moves and insertions, so that selection and scroll survive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in this order.

    `removed`: runs (first, last) to remove, the last run first. `order`: for each place among the remaining rows, the
    place from which its row comes (None when they keep their order). `inserted`: runs (first, last) of places in the
    new list that new rows take, the first run first.
    """

    removed: tuple[tuple[int, int], ...]
    order: tuple[int, ...] | None
    inserted: tuple[tuple[int, int], ...]


def steps(old: Sequence[str], new: Sequence[str]) -> Steps:
    """The steps from the row ids `old` to `new`; ids are unique in each."""
    before, after = set(old), set(new)
    removed = _runs([place for place, row_id in enumerate(old) if row_id not in after])
    inserted = _runs([place for place, row_id in enumerate(new) if row_id not in before])
    remaining = {row_id: place for place, row_id in enumerate(row_id for row_id in old if row_id in after)}
    order = tuple(remaining[row_id] for row_id in new if row_id in before)
    moved = any(place != source for place, source in enumerate(order))
    return Steps(tuple(reversed(removed)), order if moved else None, tuple(inserted))


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
