"""A frame of cells: painted from ready strings, against Qt's own delegate over the same model."""

from __future__ import annotations

import os
import statistics
import time
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

ROWS = 4_000
STEP = 12
WARM_UP = 10


def d4_cell_frame() -> Figure:
    """Median CPU time of a scroll frame with our delegate over that with `QStyledItemDelegate`, frames in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.core.theme import Theme

    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    views = [_view(theme, own=own) for own in (False, True)]
    application.processEvents()
    taken: tuple[list[float], list[float]] = ([], [])
    for turn, place in enumerate(range(0, ROWS - 100, STEP)):
        for view, seconds in zip(views, taken, strict=True):
            spent = _frame(view, place)
            if turn >= WARM_UP:
                seconds.append(spent)
    for view in views:
        view.close()
    return Figure(
        "D4", "frame of cells / Qt's own delegate", statistics.median(taken[1]) / statistics.median(taken[0]), 0.8
    )


def _frame(view: QTableView, place: int) -> float:
    view.verticalScrollBar().setValue(place)
    began = time.thread_time()
    view.viewport().repaint()
    return time.thread_time() - began


def _view(theme: Any, *, own: bool) -> QTableView:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtWidgets import QTableView
    from typing_extensions import override

    from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Row
    from ui.tables.cells import CellDelegate
    from ui.tables.formatting import DisplayRow, RowWriter

    kinds = (*[ColumnKind.TEXT] * 5, ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.DATETIME)
    columns = tuple(
        ColumnInfo(f"c{place}_id" if place < 1 else f"c{place}", kind, "C") for place, kind in enumerate(kinds)
    )
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    write = RowWriter(columns)

    class Rows(QAbstractTableModel):
        def __init__(self) -> None:
            super().__init__()
            self._rows = [
                write.row(
                    Row(
                        str(n), (f"INC-{n}", f"Fault {n} in the night run", "open", "high", None, n, Decimal(n), moment)
                    )
                )
                for n in range(ROWS)
            ]

        def row(self, place: int) -> DisplayRow | None:
            return self._rows[place]

        def flash(self, place: int) -> float:
            return 0.0

        @override
        def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
            return 0 if parent.isValid() else ROWS

        @override
        def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
            return 0 if parent.isValid() else len(columns)

        @override
        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
            return self._rows[index.row()].texts[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    view = QTableView()
    model = Rows()
    model.setParent(view)
    view.setModel(model)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().setDefaultSectionSize(28)
    view.resize(1200, 800)
    if own:
        delegate = CellDelegate(model, theme, view)
        delegate.use(columns)
        view.setItemDelegate(delegate)
    view.show()
    return view


BENCHES: tuple[Callable[[], Figure], ...] = (d4_cell_frame,)
