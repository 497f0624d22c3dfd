"""Days and instants as typed text, with a calendar to pick from; both can be empty."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QLocale, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.core.icons import icon
from ui.forms.widgets.text import LineWidget


class DateWidget(LineWidget):
    """A day as the person's locale writes it; ISO is understood too."""

    @override
    def create_input(self) -> QWidget:
        line = super().create_input()
        self._popup: _CalendarPopup | None = None
        self._pick = QAction("Pick a day", self)
        self._pick.triggered.connect(self._on_pick)
        self._line.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._tint()
        self.theme.changed.connect(self._tint)
        if not self.field.placeholder:
            self._line.setPlaceholderText(self._example())
        return line

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, date) and not isinstance(value, datetime):
            self.show_text(QLocale().toString(QDate(value.year, value.month, value.day), day_format()))
        else:
            super().show_value(value)

    @override
    def entered(self) -> str:
        text = super().entered().strip()
        found = QLocale().toDate(text, day_format())
        return found.toString(Qt.DateFormat.ISODate) if found.isValid() and text else text

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self._pick.setVisible(not read_only)

    def picked(self, day: QDate) -> None:
        """A person chose a day in the calendar."""
        self._line.setText(QLocale().toString(day, day_format()))
        self._line.setFocus()

    def _current_day(self) -> QDate:
        day = QDate.fromString(self.entered()[: len("2026-01-31")], Qt.DateFormat.ISODate)
        return day if day.isValid() else QDate.currentDate()

    def _example(self) -> str:
        return QLocale().toString(QDate(QDate.currentDate().year(), 12, 31), day_format())

    @Slot()
    def _tint(self) -> None:
        self._pick.setIcon(icon("calendar", self.theme.tokens.muted))

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
        if isinstance(value, datetime) and self._type is not None:
            day, _, time = self._type.display(value).partition(" ")
            shown = QDate.fromString(day, Qt.DateFormat.ISODate)
            if shown.isValid() and "+" not in time:
                self.show_text(f"{QLocale().toString(shown, day_format())} {time[: len('00:00')]}")
                return
        LineWidget.show_value(self, value)

    @override
    def entered(self) -> str:
        text = LineWidget.entered(self).strip()
        split = re.fullmatch(r"(.*?\S)\s+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)", text)
        day_text, time = split.groups() if split else (text, "00:00")
        day = QLocale().toDate(day_text, day_format())
        if not day.isValid() or not text:
            return text
        return f"{day.toString(Qt.DateFormat.ISODate)} {time.rjust(len('00:00'), '0') if len(time) < 5 else time}"

    @override
    def picked(self, day: QDate) -> None:
        time = LineWidget.entered(self).strip().rpartition(" ")[2]
        kept = time if ":" in time else QDateTime.currentDateTime().toString("HH:mm")
        self._line.setText(f"{QLocale().toString(day, day_format())} {kept}")
        self._line.setFocus()

    @override
    def _example(self) -> str:
        return f"{super()._example()} 14:30"


class _CalendarPopup(QFrame):
    """A calendar under its field."""

    def __init__(self, owner: DateWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(owner._on_picked)  # noqa: SLF001 - the popup is a part of its field
        self.calendar.activated.connect(owner._on_picked)  # noqa: SLF001 - the popup is a part of its field

    def show_below(self, line: QWidget, day: QDate) -> None:
        """Show the month of `day` under the line."""
        self.calendar.setSelectedDate(day)
        self.move(line.mapToGlobal(QPoint(0, line.height() + 2)))
        self.show()
        self.calendar.setFocus()


def day_format() -> str:
    """The locale's short day with four digits of the year; ISO where no locale is set."""
    if QLocale().language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
