"""Rows of a table that arrive page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase
from typing_extensions import override

from jarvis_desktop.tables.types import ColumnInfo, ColumnKind
from ui.core.measures import FONT_BODY
from ui.tables.formatting import DisplayPage, DisplayRow, exact, is_reference
from ui.tables.merge import steps

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import Cursor

ROW_ID = int(Qt.ItemDataRole.UserRole)
VALUE = ROW_ID + 1

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})

Index = QModelIndex | QPersistentModelIndex


class State(StrEnum):
    """Whether more rows can be had, are on their way, failed to come, or do not exist."""

    READY = "ready"
    BUSY = "busy"
    FAILED = "failed"
    COMPLETE = "complete"


class PagedTableModel(QAbstractTableModel):
    """Shows rows and asks for more through `request(cursor)`, which answers later with `append` or `fail`.

    A failed page is asked for again only by `retry`, so that a view does not hammer a database that is away.
    """

    def __init__(self, request: Callable[[Cursor | None], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self._columns: tuple[ColumnInfo, ...] = ()
        self._alignments: tuple[Qt.AlignmentFlag, ...] = ()
        self._rows: list[DisplayRow] = []
        self._after: Cursor | None = None
        self._muted: QBrush | None = None
        self._id_font: QFont | None = None
        self.state = State.COMPLETE

    @property
    def columns(self) -> tuple[ColumnInfo, ...]:
        """The columns shown."""
        return self._columns

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The primary keys of the rows here, in order."""
        return tuple(row.id for row in self._rows)

    def row_of(self, row_id: str) -> int | None:
        """Where the row of that primary key stands, if it is here."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), None)

    def id_at(self, place: int) -> str:
        """The primary key of the row at a place."""
        return self._rows[place].id

    def differs(self, row: DisplayRow, columns: Sequence[int]) -> bool:
        """Whether `row` holds other values in these columns than the row of that key here."""
        place = self.row_of(row.id)
        return place is None or any(self._rows[place].values[c] != row.values[c] for c in columns)

    def paint_with(self, muted: QColor) -> None:
        """The colour of cells without a value."""
        self._muted = QBrush(muted)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._id_font = QFont(fixed.family())
        self._id_font.setPixelSize(FONT_BODY - 1)
        self._tell_changed(0, len(self._rows) - 1)

    def start(self, columns: Sequence[ColumnInfo], page: DisplayPage) -> None:
        """Show these columns and this first page in place of everything."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._alignments = tuple(_RIGHT if column.kind in _NUMBERS else _LEFT for column in columns)
        self._rows = list(page.rows)
        self._settle(page)
        self.endResetModel()

    def clear(self, state: State) -> None:
        """Show no rows."""
        self.beginResetModel()
        self._rows = []
        self._after = None
        self.state = state
        self.endResetModel()

    def append(self, page: DisplayPage) -> None:
        """Take the page asked for. A row that moved here from an earlier page is not shown twice."""
        known = {row.id for row in self._rows}
        fresh = [row for row in page.rows if row.id not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        self._settle(page)

    def fail(self) -> None:
        """The page asked for did not come."""
        self.state = State.FAILED

    def retry(self) -> None:
        """Ask again for the page that failed."""
        if self.state is State.FAILED:
            self.state = State.READY
            self.fetchMore(QModelIndex())

    def replace(self, page: DisplayPage) -> None:
        """Show these rows instead, keeping hold of the rows that stay."""
        plan = steps(self.row_ids, [row.id for row in page.rows])
        for first, last in plan.removed:
            self._remove(first, last)
        if plan.order is not None:
            self._reorder(plan.order)
        for first, last in plan.inserted:
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = page.rows[first : last + 1]
            self.endInsertRows()
        self._settle(page)
        self.patch({row.id: row for row in page.rows})

    def patch(self, rows: Mapping[str, DisplayRow], gone: Iterable[str] = ()) -> None:
        """Show new values of rows that are here, and drop those that are `gone`."""
        missing = set(gone)
        for place in reversed([place for place, row in enumerate(self._rows) if row.id in missing]):
            self._remove(place, place)
        for place, row in enumerate(self._rows):
            fresh = rows.get(row.id)
            if fresh is not None and fresh.values != row.values:
                self._rows[place] = fresh
                self._tell_changed(place, place)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._rows[index.row()].texts[index.column()] if index.isValid() else None
        if not index.isValid():
            return None
        column = index.column()
        if role == _ALIGNMENT:
            return self._alignments[column]
        if role == _FOREGROUND:
            return self._muted if self._rows[index.row()].values[column] is None else None
        if role == _FONT:
            return self._id_font if is_reference(self._columns[column]) else None
        return self._rare(self._rows[index.row()], column, role)

    def _rare(self, row: DisplayRow, column: int, role: int) -> Any:
        if role == _TOOL_TIP:
            return exact(row.values[column], row.texts[column]) or None
        if role == ROW_ID:
            return row.id
        return row.values[column] if role == VALUE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].label
        if role == _ALIGNMENT:
            return self._alignments[section]
        return self._columns[section].name if role == _TOOL_TIP else None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self.state is State.READY and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.state is State.READY and not parent.isValid():
            self.state = State.BUSY
            self._request(self._after)

    def _settle(self, page: DisplayPage) -> None:
        self._after = page.after
        self.state = State.COMPLETE if page.after is None else State.READY

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()

    def _reorder(self, order: Sequence[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        places = {source: place for place, source in enumerate(order)}
        self._rows = [self._rows[source] for source in order]
        self.changePersistentIndexList(held, [self.index(places[held_.row()], held_.column()) for held_ in held])
        self.layoutChanged.emit()

    def _tell_changed(self, first: int, last: int) -> None:
        if self._columns and last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
