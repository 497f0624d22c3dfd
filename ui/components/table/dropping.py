"""A file dropped onto a table: the page for imports opens with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import in_sentence
from ui.components.table.importing import may_import, open_import

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable

_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


class Dropping(QObject):
    """Takes files that fall onto the table, where its rows may be imported; `hint` says so meanwhile."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self.hint = QLabel(table)
        self.hint.setObjectName("dropHint")
        self.hint.setProperty("role", "notice")
        self.hint.setProperty("tone", "info")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        table.setAcceptDrops(True)
        table.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() is QEvent.Type.DragLeave:
            self.hint.hide()
        elif type(event) is QDropEvent:
            self.hint.hide()
            path = self._file(event)
            if path:
                event.acceptProposedAction()
                open_import(self._table, path)
            return True
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        plan = self._table.source.plan
        if plan is not None and self._file(event):
            event.acceptProposedAction()
            self.hint.setText(tr("Drop the file to import it into {label}", label=in_sentence(plan.table.label)))
            self.hint.setGeometry(self._table.rect())
            self.hint.raise_()
            self.hint.show()
        return True

    def _file(self, event: QDropEvent) -> str:
        """The path of the one table file that is dragged, or "" where nothing can be imported."""
        if self._table.source.plan is None or not may_import(self._table):
            return ""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and paths[0].lower().endswith(_SUFFIXES) else ""
