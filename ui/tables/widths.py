"""How wide columns are: as asked for, else as their rows need, and never an empty strip at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QFontMetrics

    from ui.tables.model import PagedTableModel

SAMPLED_ROWS = 40
NARROWEST = 56
WIDEST = 320
GIVING_WAY = 160
PADDING = 28
FROZEN_LINE = 1
_SAMPLED_CHARACTERS = 60


def measured(
    model: PagedTableModel, column: int, metrics: QFontMetrics, label: Callable[[str], int], first: int = 0
) -> int:
    """What a column's label and its values from row `first` on take."""
    rows = range(first, min(model.rowCount(), first + SAMPLED_ROWS))
    texts = [str(model.data(model.index(row, column)) or "") for row in rows]
    widest = max((metrics.horizontalAdvance(text[:_SAMPLED_CHARACTERS]) for text in set(texts)), default=0)
    needed = max(widest + PADDING, label(model.columns[column].label))
    return max(NARROWEST, min(WIDEST, needed))


def fitted(widths: Sequence[int], free: Collection[int], kinds: Sequence[ColumnKind], available: int) -> list[int]:
    """The widths for a place `available` pixels wide; only those of `free` columns may differ from `widths`.

    Spare room goes to the texts that had to be cut, else to the widest text, else to the last column. Where a little
    is lacking, wide texts give way; where much is, the table scrolls and every column keeps its width.
    """
    spare = available - sum(widths)
    texts = [place for place, kind in enumerate(kinds) if kind is ColumnKind.TEXT and place in free]
    result = list(widths)
    if spare > 0 and result:
        cut = [place for place in texts if widths[place] >= WIDEST]
        takers = cut or sorted(texts, key=lambda place: widths[place])[-1:] or [len(result) - 1]
        for place, share in zip(takers, _shares(spare, [1] * len(takers)), strict=True):
            result[place] += share
    elif spare < 0:
        givers = [place for place in texts if widths[place] > GIVING_WAY]
        room = [widths[place] - GIVING_WAY for place in givers]
        if sum(room) >= -spare:
            for place, share in zip(givers, _shares(-spare, room), strict=True):
                result[place] -= share
    return result


def _shares(total: int, weights: Sequence[int]) -> list[int]:
    """`total` divided by weight, without a remainder."""
    shares: list[int] = []
    rest, weight = total, sum(weights)
    for each in weights:
        share = rest * each // weight if weight else 0
        shares.append(share)
        rest, weight = rest - share, weight - each
    return shares
