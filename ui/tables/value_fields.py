"""The fields for a filter's value, one at a time: a line, two for a range, days, yes or no, values to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QWidget

from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.tables.filters import takes_value
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Operator
from ui.core.measures import SPACE_8
from ui.core.zooming import measured
from ui.tables.filter_words import as_plain, as_typed
from ui.tables.moment_field import MomentField

if TYPE_CHECKING:
    from collections.abc import Mapping

HINTS: Mapping[ColumnKind, Text] = {
    ColumnKind.INTEGER: mark("Number"),
    ColumnKind.DECIMAL: mark("Number"),
    ColumnKind.DATETIME: mark("2026-03-31, 14:30 or last 7 days"),
    ColumnKind.DATE: mark("2026-03-31 or last 7 days"),
}
_MOMENTS = frozenset({ColumnKind.DATE, ColumnKind.DATETIME})
_LISTS = frozenset({Operator.IN, Operator.NOT_IN})


class ValueFields(QStackedWidget):
    """Shows the field that fits column and operator; `takes_list` says that the values are checked elsewhere.

    Signals:
        edited (): something was typed or chosen.
        accepted (): Enter was pressed.
    """

    edited = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: ColumnInfo | None = None
        self._listed = False
        self.text = QLineEdit(self)
        self.text.setObjectName("filterValue")
        self.moment = MomentField(self)
        self.moment.setObjectName("filterMoment")
        self.answer = QComboBox(self)
        self.answer.setObjectName("filterAnswer")
        for word, value in ((tr("Yes"), True), (tr("No"), False), (tr("Empty"), None)):
            self.answer.addItem(word, value)
        self.low, self.high = QLineEdit(self), QLineEdit(self)
        self.first, self.last = MomentField(self), MomentField(self)
        self._numbers = _pair(self, self.low, self.high)
        self._days = _pair(self, self.first, self.last)
        for field, name in self._named():
            field.setAccessibleName(name)
        for page in (self.text, self.moment, self.answer, self._numbers, self._days):
            self.addWidget(page)
        self.setFixedHeight(self.text.sizeHint().height())
        measured(self)
        for line in self._lines():
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.accepted)
        for moment in (self.moment, self.first, self.last):
            moment.picked.connect(self.edited)
        self.answer.currentIndexChanged.connect(self.edited)

    def fit(self, column: ColumnInfo, operator: Operator) -> None:
        """Show the field for a value of that column."""
        self._column, self._listed = column, operator in _LISTS
        moments = column.kind in _MOMENTS
        if operator is Operator.BETWEEN:
            page = self._days if moments else self._numbers
        elif column.kind is ColumnKind.BOOLEAN:
            page = self.answer
        else:
            page = self.moment if moments else self.text
        for moment in (self.moment, self.first, self.last):
            moment.instants = column.kind is ColumnKind.DATETIME
        hint = tr("Values, separated by commas") if operator in _LISTS else shown(HINTS.get(column.kind, mark("Text")))
        for line in self._lines():
            line.setPlaceholderText(hint)
        self.setCurrentWidget(page)
        self.setFocusProxy(page.focusProxy() or page)
        self.setVisible(takes_value(operator))

    def clear(self) -> None:
        """Empty every field."""
        for line in self._lines():
            line.clear()
        self.answer.setCurrentIndex(0)

    def value(self) -> Any:
        """What stands in the field shown."""
        shown = self.currentWidget()
        if shown is self.answer:
            return self.answer.currentData()
        if shown is self._numbers:
            return (self._plain(self.low), self._plain(self.high))
        if shown is self._days:
            return (self._plain(self.first), self._plain(self.last))
        if shown is self.moment:
            return self._plain(self.moment)
        return self.text.text() if self._listed else self._plain(self.text)

    def _plain(self, line: QLineEdit) -> str:
        return line.text() if self._column is None else as_plain(self._column, line.text())

    def show_value(self, column: ColumnInfo, value: Any) -> None:
        """Put a value into the field shown."""
        shown = self.currentWidget()
        if shown is self.answer:
            self.answer.setCurrentIndex(max(0, self.answer.findData(value)))
        elif shown in {self._numbers, self._days} and isinstance(value, (tuple, list)):
            pair = (self.low, self.high) if shown is self._numbers else (self.first, self.last)
            for line, bound in zip(pair, value, strict=False):
                line.setText(as_typed(column, bound))
        elif shown is self.moment:
            self.moment.setText(as_typed(column, value))
        else:
            self.text.setText(as_typed(column, value))

    def mark(self, *, wrong: bool) -> None:
        """Show that the value is wrong, or no longer."""
        for line in self._lines():
            if bool(line.property("problem")) != wrong:
                line.setProperty("problem", wrong)
                line.style().unpolish(line)
                line.style().polish(line)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.text, self.moment, self.low, self.high, self.first, self.last)

    def _named(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.text, tr("Value")),
            (self.moment, tr("Day or time")),
            (self.answer, tr("Value")),
            (self.low, tr("Least value")),
            (self.high, tr("Greatest value")),
            (self.first, tr("First day or time")),
            (self.last, tr("Last day or time")),
        )


def _pair(parent: QWidget, low: QWidget, high: QWidget) -> QWidget:
    page = QWidget(parent)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    row.addWidget(low, 1)
    between = QLabel(tr("and", sense="between two values"), page)
    between.setProperty("role", "muted")
    row.addWidget(between)
    row.addWidget(high, 1)
    page.setFocusProxy(low)
    return page
