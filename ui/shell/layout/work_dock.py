"""The long work of the window in a dock: what runs, how far it is, and how the earlier work ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.icons import icon
from ui.core.locale import here
from ui.core.measures import SPACE_8
from ui.core.notice import Notice
from ui.shell.ongoing_list import OngoingRow

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.shell.layout.finished import FinishedWork
    from ui.shell.ongoing import Ongoing

_TOLD_EVERY_MS = 500
_LOOKS = {"done": ("check", "success"), "info": ("circle-stop", "muted"), "warning": ("triangle-alert", "warning")}


class WorkDock(QWidget):
    """Rows of running work above the list of what ended."""

    def __init__(self, ongoing: Ongoing, finished: FinishedWork, theme: Theme) -> None:
        super().__init__()
        self._ongoing = ongoing
        self._finished = finished
        self._theme = theme
        self._rows: dict[QObject, OngoingRow] = {}
        self.setObjectName("workDock")
        self.setAccessibleName(tr("Work"))
        self.empty = Notice(
            tr("Nothing is under way"),
            tr("Exports, imports and other long work are listed here, and how they ended."),
            theme=theme,
            tone="empty",
            icon="list-checks",
            parent=self,
        )
        self._running = QVBoxLayout()
        self._running.setContentsMargins(0, 0, 0, 0)
        self.list = QListWidget(self)
        self.list.setObjectName("finishedWork")
        self.list.setAccessibleName(tr("Finished work"))
        self.list.setAccessibleDescription(tr("What ended since the window was opened, the last first"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.empty, 1)
        column.addLayout(self._running)
        column.addWidget(self.list, 1)
        self._clock = QTimer(self, interval=_TOLD_EVERY_MS)
        self._clock.timeout.connect(self.tell)
        finished.changed.connect(self._list_finished)
        theme.changed.connect(self._list_finished)
        self._list_finished()

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tell()
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @Slot()
    def tell(self) -> None:
        """Show the work as it is now."""
        jobs = self._ongoing.jobs
        for job in [known for known in self._rows if known not in jobs]:
            row = self._rows.pop(job)
            self._running.removeWidget(row)
            row.hide()
            row.deleteLater()
        for job in jobs:
            if job not in self._rows:
                self._rows[job] = OngoingRow(job, self)
                self._running.addWidget(self._rows[job])
            self._rows[job].tell()
        self._show_empty()

    @Slot()
    def _list_finished(self) -> None:
        current = self.list.currentRow()
        self.list.clear()
        for entry in self._finished.entries():
            glyph, token = _LOOKS[entry.tone]
            told = f"{entry.title}\n{here().clock(entry.at)} · {entry.words}"
            sign = icon(glyph, str(getattr(self._theme.tokens, token)))
            self.list.addItem(QListWidgetItem(sign, told))
        if self.list.count():
            self.list.setCurrentRow(max(0, min(current, self.list.count() - 1)))
        self._show_empty()

    def _show_empty(self) -> None:
        self.empty.setVisible(not self._rows and not self.list.count())
        self.list.setVisible(self.list.count() > 0)
