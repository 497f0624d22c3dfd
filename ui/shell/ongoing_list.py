"""All the work under way: what, how far, how fast, how long it still takes, and a button to stop each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.elided import ElidedLabel
from ui.core.measures import SPACE_4, SPACE_8
from ui.shell.ongoing import bar_of, show_share
from ui.shell.status_details import Popup

if TYPE_CHECKING:
    from ui.core.jobs import Job
    from ui.core.theme import Theme
    from ui.shell.ongoing import Ongoing


class OngoingRow(QWidget):
    """One job."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self.job = job
        self._title = ElidedLabel(job.title, parent=self)
        self._words = QLabel(self)
        self._words.setProperty("role", "caption")
        self._words.setWordWrap(True)
        self._bar: QProgressBar = bar_of(self, 0)
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.setProperty("kind", "quiet")
        self.stop.setAccessibleName(tr("Stop: {job}", job=job.title))
        self.stop.setAccessibleDescription(tr("Ends this work; nothing half done is left"))
        self.stop.clicked.connect(job.stop)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self.stop, 0, 1, 2, 1)
        grid.addWidget(self._words, 1, 0)
        grid.addWidget(self._bar, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def tell(self) -> None:
        """Say how far it is."""
        if shiboken6.isValid(self.job):
            self._words.setText(self.job.words())
            self.stop.setEnabled(self.job.running and not self.job.stopping)
            show_share(self._bar, self.job)


class OngoingList(Popup):
    """The jobs of `ongoing`, kept true while it is open."""

    def __init__(self, ongoing: Ongoing, theme: Theme) -> None:
        super().__init__(ongoing)
        self._ongoing = ongoing
        self._theme = theme
        self._rows: dict[QObject, OngoingRow] = {}
        self.setObjectName("ongoingList")
        self.setAccessibleName(tr("Work under way"))
        heading = QLabel(tr("Work under way"), self)
        heading.setProperty("role", "section")
        self.column.addWidget(heading)

    @override
    def open_above(self, anchor: QWidget) -> None:
        """Show it above `anchor`."""
        self.tell()
        super().open_above(anchor)

    @Slot()
    def tell(self) -> None:
        """Show the jobs as they are now; closes when there is none left."""
        jobs = self._ongoing.jobs
        before = len(self._rows)
        for job in [known for known in self._rows if known not in jobs]:
            row = self._rows.pop(job)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for job in jobs:
            if job not in self._rows:
                self._rows[job] = OngoingRow(job, self)
                self.column.addWidget(self._rows[job])
            self._rows[job].tell()
        if not jobs:
            self.hide()
        elif before != len(self._rows):
            self._place()
