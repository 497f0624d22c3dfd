"""The status bar: which database, whether it answers, what is under way, and the latest problem."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui.core.elided import ElidedLabel
from ui.core.icons import pixmap
from ui.core.measures import SPACE_12, STATUS_BAR_HEIGHT
from ui.shell.ongoing import Ongoing

if TYPE_CHECKING:
    from ui.core.theme import Theme

_BUSY_AFTER_MS = 150


class LinkState(StrEnum):
    """How the window stands to its database."""

    STARTING = "starting"
    CONNECTED = "connected"
    QUIET = "quiet"
    LOST = "lost"


_WORDS = {
    LinkState.STARTING: ("loader", "muted", "Starting the database"),
    LinkState.CONNECTED: ("database", "success", ""),
    LinkState.QUIET: ("database", "warning", "Live updates off"),
    LinkState.LOST: ("database-zap", "danger", "Connection lost, reconnecting"),
}


class StatusBar(QStatusBar):
    """Quiet facts at the bottom of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = LinkState.STARTING
        self._database = ""
        self.setSizeGripEnabled(False)
        self.setFixedHeight(STATUS_BAR_HEIGHT)
        self._icon = QLabel(self)
        self._icon.setContentsMargins(SPACE_12, 0, 0, 0)
        self._link = QLabel(self)
        self._link.setObjectName("databaseState")
        self._said = ElidedLabel(parent=self)
        self._said.setObjectName("said")
        self.ongoing = Ongoing(theme, self)
        self._busy = QLabel("Working", self)
        self._busy.setObjectName("busy")
        self._busy.setContentsMargins(0, 0, SPACE_12, 0)
        self._busy.hide()
        self.addWidget(self._icon)
        self.addWidget(self._link)
        self.addWidget(self._said, 1)
        self.addPermanentWidget(self.ongoing)
        self.addPermanentWidget(self._busy)
        self._busy_timer = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._busy.show)
        self.show_link(LinkState.STARTING)
        theme.changed.connect(self._tint)

    @property
    def state(self) -> LinkState:
        """How the window stands to its database."""
        return self._state

    def show_link(self, state: LinkState, database: str | None = None) -> None:
        """Say how the database is; `database` names it."""
        self._state = state
        if database is not None:
            self._database = database
        words = _WORDS[state][2]
        self._link.setText(" · ".join(part for part in (self._database, words) if part))
        self._tint()

    @property
    def said(self) -> str:
        """The sentence in view."""
        return self._said.full_text

    def say(self, text: str) -> None:
        """Keep one sentence in view until the next."""
        self._said.set_full_text(text)

    @Slot(int)
    def show_busy(self, tasks: int) -> None:
        """Show that work is under way, once it has lasted for a moment."""
        if tasks == 0:
            self._busy_timer.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._busy_timer.isActive():
            self._busy_timer.start()

    @Slot()
    def _tint(self) -> None:
        name, token, _ = _WORDS[self._state]
        colour = str(getattr(self._theme.tokens, token))
        self._icon.setPixmap(pixmap(name, colour, 14, self.devicePixelRatioF()))
