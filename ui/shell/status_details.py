"""Details of the database, from its place in the status bar: what it is, since when, and what works without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.jobs import span_words
from ui.core.locale import here
from ui.core.measures import SPACE_4, SPACE_8, SPACE_16, zoomed

if TYPE_CHECKING:
    from ui.shell.status import StatusBar

_WIDTH = 320
_TOLD_EVERY_MS = 1_000


class Popup(QFrame):
    """A card above a place of the status bar; Escape or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        # A child of the window, not of the bar, whose small letters are not for a card.
        super().__init__(parent.window(), Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_16, SPACE_8 + SPACE_4, SPACE_16, SPACE_8 + SPACE_4)
        self.column.setSpacing(SPACE_4)
        self._anchor: QWidget | None = None

    def open_above(self, anchor: QWidget) -> None:
        """Show it above `anchor`, inside the window."""
        self._anchor = anchor
        self._place()
        self.show()

    def _place(self) -> None:
        anchor = self._anchor
        if anchor is None:
            return
        self.setFixedWidth(zoomed(_WIDTH))
        self.adjustSize()
        window = anchor.window()
        left = anchor.mapTo(window, QPoint(0, 0)).x()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left += anchor.width() - self.width()
        left = max(SPACE_8, min(left, window.width() - self.width() - SPACE_8))
        top = anchor.mapTo(window, QPoint(0, 0)).y() - self.height() - SPACE_4
        self.move(window.mapToGlobal(QPoint(left, top)))


class DatabaseDetails(Popup):
    """What the window knows of its database.

    Signals:
        retry_requested (): try to reach it now.
    """

    retry_requested = Signal()

    def __init__(self, status: StatusBar) -> None:
        super().__init__(status)
        self._status = status
        self.setObjectName("databaseDetails")
        self.setAccessibleName(tr("The database"))
        self._title = self._line("section")
        self._kind = self._line("muted")
        self._state = self._line("")
        self._effect = self._line("muted")
        self._next = self._line("caption")
        self.retry = QPushButton(tr("Try again now"), self)
        self.retry.setObjectName("retryNow")
        self.retry.setAccessibleDescription(tr("Ask the database now, without waiting for the next attempt"))
        self.retry.clicked.connect(self.retry_requested)
        self.column.addSpacing(SPACE_4)
        self.column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        self._clock = QTimer(self, interval=_TOLD_EVERY_MS)
        self._clock.timeout.connect(self.tell)

    @override
    def open_above(self, anchor: QWidget) -> None:
        """Show it above `anchor`, and keep it true while it is open."""
        self.tell()
        super().open_above(anchor)
        self._clock.start()

    @Slot()
    def tell(self) -> None:
        """Say what is known now."""
        if not self.isVisible():
            self._clock.stop()
        facts = self._status.facts
        self._title.setText(facts.database or tr("The database"))
        self._kind.setText(facts.kind)
        self._kind.setVisible(bool(facts.kind))
        self._state.setText(tr("{state}, since {time}", state=facts.words, time=here().clock(facts.since)))
        self._effect.setText(facts.effect)
        wait = facts.next_attempt
        self._next.setVisible(facts.away)
        if wait is None or wait <= 0:
            self._next.setText(tr("Trying to reach it."))
        else:
            self._next.setText(tr("Next attempt in {span}.", span=span_words(wait)))
        self.retry.setVisible(facts.away)
        self._place()

    def _line(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self.column.addWidget(label)
        return label
