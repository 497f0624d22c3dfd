"""The status bar: which database, whether it answers, who works, what is under way, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import mark, shown, tr
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.measures import SPACE_12, STATUS_BAR_HEIGHT, zoomed
from ui.core.sides import margins
from ui.shell.ongoing import Ongoing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.theme import Theme
    from ui.shell.status_details import DatabaseDetails

_BUSY_AFTER_MS = 150
_ICON = 14
_LONGEST_NAME = 40
_ROOM_FOR_WHO = 900
_ROOM_FOR_NAME = 640
_ROOM_FOR_STEPS = 520
"""Widths of the window below which the person, the database's name and how far work is give way, in this order."""


class LinkState(StrEnum):
    """How the window stands to its database."""

    STARTING = "starting"
    CONNECTED = "connected"
    QUIET = "quiet"
    LOST = "lost"


_WORDS = {
    LinkState.STARTING: ("loader", "muted", mark("Starting the database")),
    LinkState.CONNECTED: ("database", "success", None),
    LinkState.QUIET: ("database", "warning", mark("Live updates off")),
    LinkState.LOST: ("database-zap", "danger", mark("Connection lost, reconnecting")),
}
_DETAILS = {
    LinkState.STARTING: (mark("Starting"), mark("Lists and records come as soon as it answers.")),
    LinkState.CONNECTED: (mark("Connected"), mark("What others change appears here by itself.")),
    LinkState.QUIET: (
        mark("Connected without live updates"),
        mark("This database does not announce changes: what others change appears when a list is read again."),
    ),
    LinkState.LOST: (
        mark("Out of reach"),
        mark("What is open can be read, copied and typed in. Saving, searching and reading on wait for the database."),
    ),
}


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What is known of the database: `since` on the person's clock, `next_attempt` in seconds or None."""

    database: str
    kind: str
    words: str
    effect: str
    since: datetime
    away: bool
    next_attempt: float | None


class StatusBar(QStatusBar):
    """Quiet facts at the bottom of the window.

    `next_attempt` answers in how many seconds the database is tried again, None when nobody knows.

    Signals:
        retry_requested (): the person wants the database tried now.
    """

    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = LinkState.STARTING
        self._since = zone.now()
        self._database = ""
        self._kind = ""
        self._details: DatabaseDetails | None = None
        self.next_attempt: Callable[[], float | None] = _unknown
        self.setSizeGripEnabled(False)
        self.setFixedHeight(STATUS_BAR_HEIGHT)
        self.database = QToolButton(self)
        self.database.setObjectName("databaseState")
        self.database.setIconSize(QSize(_ICON, _ICON))
        self.database.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.database.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.database.clicked.connect(self.show_details)
        self._who = QLabel(self)
        self._who.setObjectName("who")
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._said = ElidedLabel(parent=self)
        self._said.setObjectName("said")
        self.ongoing = Ongoing(theme, self)
        self._busy = QLabel(tr("Working"), self)
        self._busy.setObjectName("busy")
        self._busy.setContentsMargins(margins(0, 0, SPACE_12, 0))
        self._busy.hide()
        self.addWidget(self.database)
        self.addWidget(self._who)
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

    @property
    def facts(self) -> DatabaseFacts:
        """What is known of the database now."""
        words, effect = _DETAILS[self._state]
        away = self._state in {LinkState.LOST, LinkState.STARTING}
        since, wait = self._since, self.next_attempt() if away else None
        return DatabaseFacts(self._database, self._kind, shown(words), shown(effect), since, away, wait)

    @property
    def details(self) -> DatabaseDetails | None:
        """The card about the database, once it was opened."""
        return self._details

    def show_link(self, state: LinkState, database: str | None = None, *, embedded: bool | None = None) -> None:
        """Say how the database is; `database` names it, `embedded` tells whose server it is."""
        if state is not self._state:
            self._since = zone.now()
        self._state = state
        if database is not None:
            self._database = database
        if embedded is not None:
            self._kind = tr("Embedded: on this computer, for you alone") if embedded else tr("On a server")
        self._fold()
        self._tint()

    def show_who(self, person: str, persona: str) -> None:
        """Say who works here, and as whom."""
        # A person who works under the own name is named once.
        parts = [part for part in dict.fromkeys((person, persona)) if part]
        self._who.setText(" · ".join(_short(part) for part in parts))
        self._who.setToolTip(tr("{person}, working as {persona}", person=person, persona=persona) if parts[1:] else "")

    def add_bell(self, bell: QWidget) -> None:
        """Put the bell at the end."""
        self.addPermanentWidget(bell)

    @property
    def said(self) -> str:
        """The sentence in view."""
        return self._said.full_text

    def say(self, text: str) -> None:
        """Keep one sentence in view until the next."""
        self._said.set_full_text(text)

    @Slot()
    def show_details(self) -> None:
        """Open the card about the database."""
        if self._details is None:
            from ui.shell.status_details import DatabaseDetails

            self._details = DatabaseDetails(self)
            self._details.retry_requested.connect(self.retry_requested)
        self._details.open_above(self.database)

    @Slot(int)
    def show_busy(self, tasks: int) -> None:
        """Show that work is under way, once it has lasted for a moment."""
        if tasks == 0:
            self._busy_timer.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._busy_timer.isActive():
            self._busy_timer.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Give room to what matters more where the window is narrow; the icons and the bell stay."""
        said = _WORDS[self._state][2]
        words = "" if said is None else shown(said)
        room = self.width()
        named = room >= zoomed(_ROOM_FOR_NAME)
        parts = (self._database if named else "", words)
        text = " · ".join(part for part in parts if part)
        whole = " · ".join(part for part in (self._database, words) if part)
        self.database.setText(f" {text}".replace("&", "&&") if text else "")
        self.database.setToolTip(whole)
        self.database.setAccessibleName(tr("Database: {state}", state=whole or shown(_DETAILS[self._state][0])))
        self.database.setAccessibleDescription(tr("Opens details of the database"))
        self._who.setVisible(room >= zoomed(_ROOM_FOR_WHO))
        self.ongoing.set_brief(brief=room < zoomed(_ROOM_FOR_STEPS))

    @Slot()
    def _tint(self) -> None:
        name, token, _ = _WORDS[self._state]
        self.database.setIcon(icon(name, str(getattr(self._theme.tokens, token)), _ICON))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _unknown() -> float | None:
    return None
