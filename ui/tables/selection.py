"""Which rows are selected, told in runs: a million selected rows are one run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QAbstractItemModel

    from ui.tables.model import PagedTableModel

Run = tuple[int, int]
"""First and last row."""

ROWS = QItemSelectionModel.SelectionFlag.Rows


def runs(selection: QItemSelection) -> tuple[Run, ...]:
    """The rows of a selection of whole rows, in order, touching ones together."""
    return merged((part.top(), part.bottom()) for part in selection)  # type: ignore[attr-defined]


def merged(parts: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in order and apart from each other."""
    result: list[Run] = []
    for first, last in sorted(parts):
        if result and first <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(result[-1][1], last))
        else:
            result.append((first, last))
    return tuple(result)


def size(parts: Sequence[Run]) -> int:
    """How many rows the runs hold."""
    return sum(last - first + 1 for first, last in parts)


def whole_rows(model: QAbstractItemModel, parts: Iterable[Run]) -> QItemSelection:
    """The selection of these rows, as far as the model has them."""
    bottom, right = model.rowCount() - 1, model.columnCount() - 1
    selection = QItemSelection()
    if right < 0:
        return selection
    for first, last in parts:
        if first <= min(last, bottom):
            selection.select(model.index(first, 0), model.index(min(last, bottom), right))
    return selection


def heads_within(model: PagedTableModel, parts: Sequence[Run]) -> int:
    """How many heads of groups stand within the runs."""
    if not model.grouped:
        return 0
    starts = [place for section in model.layout.sections if (place := model.layout.start(section)) is not None]
    return sum(bisect_right(starts, last) - bisect_left(starts, first) for first, last in parts)
