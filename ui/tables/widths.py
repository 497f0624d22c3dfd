"""How wide columns are: as asked for, else as their first rows need, and never an empty strip at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics

    from ui.tables.model import PagedTableModel

SAMPLED_ROWS = 40
NARROWEST = 56
WIDEST = 320
GIVING_WAY = 160
PADDING = 28
_SAMPLED_CHARACTERS = 60


def sampled(model: PagedTableModel, wished: Sequence[int | None], metrics: QFontMetrics) -> list[int]:
    """A width for each column: the wish, or what its label and first values take."""
    rows = min(model.rowCount(), SAMPLED_ROWS)
    widths = []
    for column, wish in enumerate(wished):
        if wish is not None:
            widths.append(wish)
            continue
        texts = [model.data(model.index(row, column)) for row in range(rows)]
        texts.append(model.columns[column].label)
        widest = max(metrics.horizontalAdvance(text[:_SAMPLED_CHARACTERS]) for text in texts)
        widths.append(max(NARROWEST, min(WIDEST, widest + PADDING)))
    return widths


def fitted(
    widths: Sequence[int], wished: Sequence[int | None], kinds: Sequence[ColumnKind], available: int
) -> list[int]:
    """The widths for a place `available` pixels wide.

    Spare room goes to the texts that had to be cut, else to the widest text, else to the last column. Where a little
    is lacking, wide texts give way; where much is, the table scrolls and every column keeps its width.
    """
    spare = available - sum(widths)
    texts = [place for place, kind in enumerate(kinds) if kind is ColumnKind.TEXT and wished[place] is None]
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
