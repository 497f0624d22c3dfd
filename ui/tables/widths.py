"""How wide columns are: as asked for, else as their rows need, and never an empty strip at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.core.measures import zoomed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QFontMetrics

    from ui.tables.model import PagedTableModel

SAMPLED_ROWS = 40
NARROWEST = 56
WIDEST = 320
GIVING_WAY = 112
PADDING = 22
MARK = 17
FROZEN_LINE = 1
_SAMPLED_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """Pixels that the values of a column take; None where none of the rows looked at is here."""

    values: int | None
    whole: bool
    """Whether its values cannot be read when they are cut: ids, numbers, dates."""

    def wanted(self, asked: int | None, label: int) -> tuple[int, int]:
        """The width to begin with, where props ask for one, and the one that shows everything."""
        values = self.values or 0
        natural = max(zoomed(NARROWEST), min(zoomed(WIDEST), max(values, label)))
        if asked is None:
            return natural, natural
        asked = zoomed(asked)
        return (max(asked, natural) if self.whole else asked), max(asked, natural)


def measured(model: PagedTableModel, column: int, metrics: QFontMetrics, first: int = 0) -> int | None:
    """What a column's values from row `first` on take; heads of groups and rows on their way do not count."""
    found = (model.row(place) for place in range(first, min(model.rowCount(), first + SAMPLED_ROWS)))
    rows = [row for row in found if row is not None]
    marks = zoomed(MARK) if any(row.tones and row.tones[column] for row in rows) else 0
    texts = {row.texts[column][:_SAMPLED_CHARACTERS] for row in rows}
    return (
        max((metrics.horizontalAdvance(text) for text in texts), default=0) + zoomed(PADDING) + marks if rows else None
    )


def fitted(
    widths: Sequence[int],
    free: Collection[int],
    texts: Collection[int],
    available: int,
    natural: Sequence[int] = (),
) -> list[int]:
    """The widths for a place `available` pixels wide; only those of `free` columns may differ from `widths`.

    `texts` are the columns that can be read when they are cut. Spare room goes to the columns narrower than is
    `natural` for them, then to the texts that had to be cut, else to the widest text, else to the last column. Where a
    little is lacking, wide texts give way; where much is, the table scrolls and every column keeps its width.
    """
    spare = available - sum(widths)
    texts = [place for place in texts if place in free]
    result = list(widths)
    if spare > 0 and result:
        spare -= _level(result, {place: natural[place] for place in free} if natural else {}, spare)
        cut = [place for place in texts if result[place] >= zoomed(WIDEST)]
        takers = cut or sorted(texts, key=lambda place: result[place])[-1:] or [len(result) - 1]
        for place, share in zip(takers, _shares(spare, [1] * len(takers)), strict=True):
            result[place] += share
    elif spare < 0:
        givers = [place for place in texts if widths[place] > zoomed(GIVING_WAY)]
        room = [widths[place] - zoomed(GIVING_WAY) for place in givers]
        if sum(room) >= -spare:
            for place, share in zip(givers, _shares(-spare, room), strict=True):
                result[place] -= share
    return result


def _level(widths: list[int], wanted: dict[int, int], spare: int) -> int:
    """Widen what is narrower than wanted, those that lack least first, with at most `spare`; how much that took."""
    lacking = sorted((want - widths[place], place) for place, want in wanted.items() if want > widths[place])
    left = spare
    for rank, (lack, place) in enumerate(lacking):
        share = min(lack, left // (len(lacking) - rank))
        widths[place] += share
        left -= share
    return spare - left


def _shares(total: int, weights: Sequence[int]) -> list[int]:
    """`total` divided by weight, without a remainder."""
    shares: list[int] = []
    rest, weight = total, sum(weights)
    for each in weights:
        share = rest * each // weight if weight else 0
        shares.append(share)
        rest, weight = rest - share, weight - each
    return shares
