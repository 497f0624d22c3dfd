"""Days and instants as typed text, with a calendar to pick from; both can be empty."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from ui.core.locale import here
from ui.core.sides import place_below
from ui.core.trailing_button import TrailingButton
from ui.forms.widgets.text import LineWidget

_LAST_OF_YEAR = date(2026, 12, 31)


class DateWidget(LineWidget):
    """A day as the person's locale writes it; ISO is understood too."""

    @override
    def create_input(self) -> QWidget:
        line = super().create_input()
        self._popup: _CalendarPopup | None = None
        self._pick = QAction(tr("Pick a day"), self)
        self._pick.triggered.connect(self._on_pick)
        TrailingButton("calendar", self._pick, self._line)
        if not self.field.placeholder:
            self._line.setPlaceholderText(self._example())
        return line

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, date) and not isinstance(value, datetime):
            self.show_text(here().typed_day(value))
        else:
            super().show_value(value)

    @override
    def entered(self) -> str:
        return here().plain_day(super().entered())

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self._pick.setVisible(not read_only)

    def picked(self, day: QDate) -> None:
        """A person chose a day in the calendar."""
        self._line.setText(here().typed_day(_as_date(day)))
        self._line.setFocus()

    def _current_day(self) -> QDate:
        day = QDate.fromString(self.entered()[: len("2026-01-31")], Qt.DateFormat.ISODate)
        return day if day.isValid() else QDate.currentDate()

    def _example(self) -> str:
        return here().typed_day(_LAST_OF_YEAR.replace(year=zone.now().year))

    @Slot()
    def _on_pick(self) -> None:
        if self._popup is None:
            self._popup = _CalendarPopup(self)
        self._popup.show_below(self._line, self._current_day())

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self.picked(day)


class DateTimeWidget(DateWidget):
    """An instant in the person's own time zone, shown to the minute."""

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, datetime):
            try:
                self.show_text(here().typed_instant(zone.local(value)))
            except (OverflowError, ValueError):
                pass
            else:
                return
        LineWidget.show_value(self, value)

    @override
    def entered(self) -> str:
        return here().plain_instant(LineWidget.entered(self))

    @override
    def picked(self, day: QDate) -> None:
        _, _, typed = self.entered().partition(" ")
        kept = time.fromisoformat(typed) if re.fullmatch(r"\d\d:\d\d", typed) else zone.now().time()
        self._line.setText(here().typed_instant(datetime.combine(_as_date(day), kept)))
        self._line.setFocus()

    @override
    def _example(self) -> str:
        return here().typed_instant(datetime.combine(_LAST_OF_YEAR.replace(year=zone.now().year), time(14, 30)))


class _CalendarPopup(QFrame):
    """A calendar under its field."""

    def __init__(self, owner: DateWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(owner._on_picked)  # noqa: SLF001 - the popup is a part of its field
        self.calendar.activated.connect(owner._on_picked)  # noqa: SLF001 - the popup is a part of its field

    def show_below(self, line: QWidget, day: QDate) -> None:
        """Show the month of `day` under the line."""
        self.calendar.setSelectedDate(day)
        place_below(self, line)
        self.show()
        self.calendar.setFocus()


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
