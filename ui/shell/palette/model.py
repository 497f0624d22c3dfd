"""The rows of the palette: headings and items, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from ui.shell.palette.items import Item

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """An item with the places (start, end) in its title that were typed, or, without one, a heading."""

    text: str
    item: Item | None = None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def spoken(self) -> str:
        """The row for screen readers."""
        if self.item is None:
            return self.text
        return ", ".join(part for part in (self.text, self.item.caption, self.item.keys) if part)


class PaletteModel(QAbstractListModel):
    """The rows; replaced as a whole for every letter typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PaletteRow] = []

    @property
    def rows(self) -> Sequence[PaletteRow]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Show these."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, place: int) -> PaletteRow | None:
        """The row at that place, if there is one."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """The place of the item of that key, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.item is not None and row.item.key == key), -1)

    def nearest(self, place: int, step: int) -> int:
        """The place of the first item from there on in that direction, or -1."""
        while 0 <= place < len(self._rows):
            if self._rows[place].item is not None:
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
        if row.item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
