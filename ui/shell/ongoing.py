"""The work under way that takes long, in one calm line of the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.core.icons import icon
from ui.core.measures import SPACE_4

if TYPE_CHECKING:
    from ui.core.jobs import Job
    from ui.core.theme import Theme

_ICON = 14


class Ongoing(QWidget):
    """Says how far the job is that began last, how many others there are, and stops it.

    A job shows when it has lasted for a moment.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs: list[Job] = []
        self.setObjectName("ongoing")
        self._text = QLabel(self)
        self._text.setObjectName("ongoingText")
        self.stop_button = QToolButton(self)
        self.stop_button.setObjectName("stopOngoing")
        self.stop_button.setIconSize(QSize(_ICON, _ICON))
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self._text)
        row.addWidget(self.stop_button)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence in view, or ""."""
        return "" if self.isHidden() else self._text.text()

    @Slot(object)
    def follow(self, job: Job) -> None:
        """Tell of a job from its next step on, until it ends."""
        job.progressed.connect(partial(self._on_progress, job))
        job.ended.connect(partial(self._on_end, job))

    def _on_progress(self, job: Job) -> None:
        if job.running and job not in self._jobs:
            self._jobs.append(job)
        self._show()

    def _on_end(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._jobs))
        if not self._jobs:
            return
        job = self._jobs[-1]
        others = f" · {len(self._jobs) - 1} more" if len(self._jobs) > 1 else ""
        self._text.setText(f"{job.title}: {job.brief()}{others}")
        self.stop_button.setEnabled(not job.stopping)
        self.stop_button.setToolTip(f"Stop: {job.title}")
        self.stop_button.setAccessibleName(f"Stop: {job.title}")

    @Slot()
    def _stop(self) -> None:
        if self._jobs:
            self._jobs[-1].stop()

    @Slot()
    def _tint(self) -> None:
        self.stop_button.setIcon(icon("x", self._theme.tokens.muted, _ICON))
