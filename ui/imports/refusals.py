"""The refused cells of a report as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown
from ui.core.sides import isolated

if TYPE_CHECKING:
    from jarvis_desktop.imports.types import Refusal

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (mark("Row"), mark("Column"), mark("Value"), mark("Reason"))
_NO_INDEX = QModelIndex()


class RefusalModel(QAbstractTableModel):
    """Row of the file, column, value, reason."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__()
        self._refusals = refusals

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._refusals)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        refusal = self._refusals[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = (grouped(refusal.row), refusal.label, refusal.value, refusal.reason)[index.column()]
        return isolated(" ".join(text.split())) if role == Qt.ItemDataRole.DisplayRole else text

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return shown(HEADINGS[section]) if orientation == Qt.Orientation.Horizontal else str(section + 1)
