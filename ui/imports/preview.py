"""The first rows of a file: as they are read, or as they will be stored, with what was repaired and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import Text, shown, tr
from jarvis_desktop.imports.types import PREVIEW_ROWS
from ui.core.icons import icon
from ui.core.measures import ROW_COMPACT
from ui.core.sides import isolated

if TYPE_CHECKING:
    from jarvis_desktop.imports.types import OpenedFile, Preview, PreviewRow
    from ui.core.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 200
_WIDEST, _NARROWEST = 280, 72
_NO_INDEX = QModelIndex()


class RawModel(QAbstractTableModel):
    """The rows of a file as it is read."""

    def __init__(self, file: OpenedFile) -> None:
        super().__init__()
        self._headers = file.headers
        self._rows = file.sample[:PREVIEW_ROWS]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        cells = self._rows[index.row()].cells
        text = cells[index.column()] if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return text[:1000] if len(text) > 40 else self._rows[index.row()].fault or None
        return _one_line(text)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section] if orientation == Qt.Orientation.Horizontal else str(self._rows[section].number)


class PreviewModel(QAbstractTableModel):
    """The rows of a file as they will be stored: a sign and a tool tip tell what was repaired or is refused."""

    def __init__(self, preview: Preview, theme: Theme) -> None:
        super().__init__()
        self._preview = preview
        tokens = theme.tokens
        self._repaired = icon("wand-sparkles", tokens.info)
        self._refused = icon("circle-alert", tokens.danger)
        self._colours = {"danger": QBrush(theme.color("danger")), "info": QBrush(theme.color("info"))}

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._preview.rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._preview.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._preview.rows[index.row()]
        cell = row.cells[index.column()]
        original = row.originals[index.column()]
        problem = cell.problem or row.fault
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return isolated(_one_line(original if problem else cell.text or ""))
            case Qt.ItemDataRole.DecorationRole:
                return self._refused if problem else self._repaired if cell.repair else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._colours["danger"] if problem else self._colours["info"] if cell.repair else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return _words(row, index.column()) or None
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._preview.columns[section].label if role == Qt.ItemDataRole.DisplayRole else None
        row = self._preview.rows[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.fault or None
        return str(row.number) if role == Qt.ItemDataRole.DisplayRole else None


class PreviewTable(QTableView):
    """A small table to look at; the arrow keys move in it, Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_COMPACT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setAccessibleName(tr("Select all rows"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)

    def show_model(self, model: QAbstractTableModel) -> None:
        """Show other rows."""
        before, selection = self.model(), self.selectionModel()
        model.setParent(self)
        self.setModel(model)
        # The arrow keys begin somewhere.
        self.selectionModel().setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        if before is not None:
            selection.deleteLater()
            before.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """Column widths from the first rows; a file of 300 columns is no reason to measure them all."""
        model, metrics = self.model(), self.fontMetrics()
        for column in range(model.columnCount()):
            texts = [str(model.headerData(column, Qt.Orientation.Horizontal) or "")]
            if column < 40:
                texts += [str(model.index(row, column).data() or "") for row in range(min(20, model.rowCount()))]
            width = max(metrics.horizontalAdvance(text[:60]) for text in texts) + 44
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, width)))


def _words(row: PreviewRow, column: int) -> str:
    cell, original = row.cells[column], row.originals[column]
    if row.fault:
        return tr("Row {number} is refused: {fault}.", number=row.number, fault=row.fault)
    if cell.problem:
        return tr("Refused: {problem}.", problem=cell.problem)
    if cell.repair:
        after = f"“{cell.text}”" if cell.text is not None else "empty"
        return tr(
            "In the file: “{original}”. Stored: {after} ({repair}).",
            original=original,
            after=after,
            repair=shown(Text(cell.repair)),
        )
    return original if len(original) > 40 else ""


def _one_line(text: str) -> str:
    return " ".join(text[:_SHOWN].split("\n")) + ("…" if len(text) > _SHOWN else "")
