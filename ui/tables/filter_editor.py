"""One filter being made: a column, what is asked of it, and a value of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.tables.filters import OPERATORS, read, takes_value, words
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator
from ui.core.measures import SPACE_4, SPACE_8
from ui.tables.formatting import writer

if TYPE_CHECKING:
    from collections.abc import Mapping

_HINTS: Mapping[ColumnKind, str] = {
    ColumnKind.INTEGER: "Number",
    ColumnKind.DECIMAL: "Number",
    ColumnKind.DATETIME: "2026-03-31 or 2026-03-31 14:30",
    ColumnKind.DATE: "2026-03-31",
}


def described(column: ColumnInfo, condition: Filter) -> str:
    """A filter in words: “Status is open”, “Created at from 31 Mar 2026”."""
    said = f"{column.label} {words(condition.operator, column.kind)}"
    if not takes_value(condition.operator):
        return said
    values = condition.value if isinstance(condition.value, (tuple, list)) else (condition.value,)
    return f"{said} {', '.join(_written(column, value) for value in values)}"


def _written(column: ColumnInfo, value: Any) -> str:
    if column.kind is ColumnKind.DATETIME and not hasattr(value, "hour"):
        column = ColumnInfo(column.name, ColumnKind.DATE, column.label)
    return writer(column, QLocale())(value) if not isinstance(value, str) else value


class FilterEditor(QFrame):
    """Asks for a filter; a value that cannot be one is said below it.

    Signals:
        accepted (Filter): a filter with a value of the column's type.
        cancelled (): none is wanted.
    """

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterEditor")
        self._columns: tuple[ColumnInfo, ...] = ()
        self.column = self._combo("Column", "filterColumn")
        self.operator = self._combo("Condition", "filterOperator")
        self.text = QLineEdit(self)
        self.text.setObjectName("filterValue")
        self.text.setAccessibleName("Value")
        self.answer = self._combo("Value", "filterAnswer")
        for word, value in (("Yes", True), ("No", False)):
            self.answer.addItem(word, value)
        self.value = QStackedWidget(self)
        self.value.addWidget(self.text)
        self.value.addWidget(self.answer)
        self.value.setFixedHeight(self.text.sizeHint().height())
        self.problem = QLabel(self)
        self.problem.setObjectName("filterProblem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self._lay_out()
        self.column.currentIndexChanged.connect(self._offer_operators)
        self.operator.currentIndexChanged.connect(self._offer_value)
        self.text.returnPressed.connect(self.accept)
        self.text.textEdited.connect(self._clear_problem)

    def offer(self, columns: Sequence[ColumnInfo]) -> None:
        """The columns to choose from."""
        self._columns = tuple(columns)
        self.column.clear()
        for column in columns:
            self.column.addItem(column.label)

    def begin(self) -> None:
        """Start with an empty value, ready to type."""
        self.text.clear()
        self._clear_problem()
        self.column.setFocus()

    def accept(self) -> None:
        """Hand out the filter, or say what is wrong with its value."""
        column = self._columns[self.column.currentIndex()]
        value = self.answer.currentData() if column.kind is ColumnKind.BOOLEAN else self.text.text()
        try:
            made = read(column, Filter(column.name, self._operator(), value))
        except InvalidInput as error:
            self._say(error.problems[0].message)
            return
        self._clear_problem()
        self.accepted.emit(made)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        add = QPushButton("Add filter", self)
        add.setObjectName("filterAccept")
        add.setProperty("kind", "primary")
        add.clicked.connect(self.accept)
        cancel = QPushButton("Cancel", self)
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for widget, share in ((self.column, 3), (self.operator, 2), (self.value, 3), (add, 0), (cancel, 0)):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(row)
        column.addWidget(self.problem)

    def _combo(self, name: str, object_name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setObjectName(object_name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _offer_operators(self, place: int) -> None:
        self.operator.clear()
        if 0 <= place < len(self._columns):
            kind = self._columns[place].kind
            for operator in OPERATORS[kind]:
                self.operator.addItem(words(operator, kind), operator.value)
            self.text.setPlaceholderText(_HINTS.get(kind, "Text"))
        self._clear_problem()

    def _offer_value(self, place: int) -> None:
        if place < 0:
            return
        kind = self._columns[self.column.currentIndex()].kind
        self.value.setCurrentWidget(self.answer if kind is ColumnKind.BOOLEAN else self.text)
        self.value.setVisible(takes_value(self._operator()))
        if self._operator() is Operator.IN:
            self.text.setPlaceholderText("Values, separated by commas")
        else:
            self.text.setPlaceholderText(_HINTS.get(kind, "Text"))

    def _operator(self) -> Operator:
        return Operator(self.operator.currentData())

    def _say(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.show()
        self._mark(wrong=True)
        self.text.setFocus()

    def _clear_problem(self) -> None:
        self.problem.hide()
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        if self.text.property("problem") != wrong:
            self.text.setProperty("problem", wrong)
            self.text.style().unpolish(self.text)
            self.text.style().polish(self.text)
