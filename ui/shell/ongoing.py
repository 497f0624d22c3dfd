"""The work under way that takes long, in one calm line of the status bar, and in a list above it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from jarvis_desktop.core.words import tr
from ui.core.icons import icon
from ui.core.measures import SPACE_4

if TYPE_CHECKING:
    from ui.core.jobs import Job
    from ui.core.theme import Theme
    from ui.shell.ongoing_list import OngoingList

_ICON = 14
_BAR = 64
_STEPS = 1_000


class Ongoing(QWidget):
    """Says how far the job is that began last, how many others there are, and stops it; a click lists all of them.

    A job shows when it has lasted for a moment.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs: list[Job] = []
        self._brief = False
        self._list: OngoingList | None = None
        self.setObjectName("ongoing")
        self._text = QToolButton(self)
        self._text.setObjectName("ongoingText")
        self._text.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setToolTip(tr("Show all work under way"))
        self._text.setAccessibleDescription(tr("Opens the list of all work under way"))
        self._text.clicked.connect(self.show_list)
        self._bar = bar_of(self)
        self.stop_button = QToolButton(self)
        self.stop_button.setObjectName("stopOngoing")
        self.stop_button.setIconSize(QSize(_ICON, _ICON))
        self.stop_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self.stop_button)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence in view, or ""."""
        return "" if self.isHidden() else self._text.text().replace("&&", "&")

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs that show, the oldest first."""
        return tuple(self._jobs)

    def set_brief(self, *, brief: bool) -> None:
        """Leave out how far it is, where there is little room: the bar tells it."""
        if brief is not self._brief:
            self._brief = brief
            self._show()

    @Slot()
    def show_list(self) -> None:
        """List all of them."""
        if self._list is None:
            from ui.shell.ongoing_list import OngoingList

            self._list = OngoingList(self, self._theme)
        self._list.open_above(self)

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
        if self._list is not None and self._list.isVisible():
            self._list.tell()
        if not self._jobs:
            return
        job = self._jobs[-1]
        others = " · " + tr("{n} more", n=len(self._jobs) - 1) if len(self._jobs) > 1 else ""
        said = job.title if self._brief else f"{job.title}: {job.brief()}"
        self._text.setText(f"{said}{others}".replace("&", "&&"))
        self._text.setAccessibleName(f"{job.title}: {job.brief()}{others}")
        show_share(self._bar, job)
        name = tr("Stop: {job}", job=job.title)
        self.stop_button.setEnabled(not job.stopping)
        self.stop_button.setToolTip(name)
        self.stop_button.setAccessibleName(name)
        self.stop_button.setAccessibleDescription(tr("Ends this work; nothing half done is left"))

    @Slot()
    def _stop(self) -> None:
        if self._jobs:
            self._jobs[-1].stop()

    @Slot()
    def _tint(self) -> None:
        self.stop_button.setIcon(icon("x", self._theme.tokens.muted, _ICON))


def bar_of(parent: QWidget, width: int = _BAR) -> QProgressBar:
    """A thin bar without words."""
    bar = QProgressBar(parent)
    bar.setTextVisible(False)
    bar.setRange(0, _STEPS)
    if width:
        bar.setFixedWidth(width)
    bar.setFixedHeight(4)
    bar.setAccessibleName(tr("How far it is"))
    return bar


def show_share(bar: QProgressBar, job: Job) -> None:
    """Show how much of the job is done; nothing while nobody knows how much there is."""
    share = job.share
    bar.setVisible(share is not None)
    bar.setValue(round((share or 0) * _STEPS))
