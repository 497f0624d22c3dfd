"""Rows of a painted list: each says itself to screen readers, and headings among them cannot be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

ROW = Qt.ItemDataRole.UserRole
"""The row itself."""

Index = QModelIndex | QPersistentModelIndex


class SpokenRow(Protocol):
    """What a row tells of itself."""

    @property
    def spoken(self) -> str:
        """The row for screen readers."""

    @property
    def choosable(self) -> bool:
        """Whether it is more than a heading or a remark."""


Row = TypeVar("Row", bound=SpokenRow)


class SpokenRows(QAbstractListModel, Generic[Row]):
    """The rows; those who inherit from it say how they change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def row(self, place: int) -> Row | None:
        """The row at that place, if there is one."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def first(self, start: int = 0, step: int = 1) -> int:
        """The place of the first row from `start` on, in that direction, that can be chosen, or -1."""
        place = start
        while 0 <= place < len(self._rows):
            if self._rows[place].choosable:
                return place
            place += step
        return -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if not row.choosable:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
