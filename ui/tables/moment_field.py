"""A day, an instant, or words such as “last 7 days”: typed, or picked from a calendar and a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.relative import WORDS, in_words
from ui.core.keymap import shown_keys
from ui.core.locale import here
from ui.core.measures import SPACE_4
from ui.core.sides import place_below
from ui.core.trailing_button import TrailingButton

_WORDS_WIDTH = 130
_CALENDAR = (320, 228)
_CLOCK_WORDS = "hour"


class MomentField(QLineEdit):
    """The line; `instants` says that hours count.

    Signals:
        picked (): a day or words were picked.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._popup: _MomentPopup | None = None
        self.instants = True
        self._pick = QAction(tr("Pick a day or a time span"), self)
        self._pick.setToolTip(tr("Pick a day or a time span ({key})", key=shown_keys("Alt+Down")))
        self._pick.triggered.connect(self.open_popup)
        TrailingButton("calendar-days", self._pick, self)

    def open_popup(self) -> None:
        """Show calendar and words below the line."""
        if self._popup is None:
            self._popup = _MomentPopup(self)
            self._popup.day_picked.connect(self._on_day)
            self._popup.words_picked.connect(self._on_words)
        self._popup.show_below(self, QDate.fromString(here().plain_instant(self.text())[:10], Qt.DateFormat.ISODate))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_popup()
        else:
            super().keyPressEvent(event)

    def _on_day(self, day: QDate) -> None:
        self._take(here().typed_day(date(day.year(), day.month(), day.day())))

    def _on_words(self, item: QListWidgetItem) -> None:
        self._take(item.text())

    def _take(self, text: str) -> None:
        if self._popup is not None:
            self._popup.hide()
        self.setText(text)
        self.setFocus()
        self.picked.emit()


class _MomentPopup(QFrame):
    """Words to the left, a calendar to the right."""

    day_picked = Signal(QDate)
    words_picked = Signal(QListWidgetItem)

    def __init__(self, owner: MomentField) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._owner = owner
        self.words = QListWidget(self)
        self.words.setAccessibleName(tr("Time spans"))
        self.words.setFixedWidth(_WORDS_WIDTH)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFixedSize(*_CALENDAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        row.setSpacing(SPACE_4)
        row.addWidget(self.words)
        row.addWidget(self.calendar)
        self.words.itemActivated.connect(self.words_picked)
        self.words.itemClicked.connect(self.words_picked)
        self.calendar.clicked.connect(self.day_picked)
        self.calendar.activated.connect(self.day_picked)

    def show_below(self, line: QWidget, day: QDate) -> None:
        """Show the month of `day` (today's, where it is none) under the line."""
        self.words.clear()
        self.words.addItems([in_words(words) for words in WORDS if self._owner.instants or _CLOCK_WORDS not in words])
        self.calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        place_below(self, line)
        self.show()
        self.words.setFocus()
