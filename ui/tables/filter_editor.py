"""One filter being made or changed: a column, what is asked of it, and a value of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.filters import asked_of, operators, read, takes_value, words
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, GroupCount, Operator
from ui.core.elided import wrappable
from ui.core.flow import FlowLayout
from ui.core.locale import here
from ui.core.measures import SPACE_4
from ui.tables.formatting import NO_LABELS, Labels, writer
from ui.tables.value_fields import ValueFields
from ui.tables.value_list import ValueList

_VALUE_WIDTH = 200
_LISTS = frozenset({Operator.IN, Operator.NOT_IN})
_YES_NO = {(Operator.EQ, None): Operator.IS_NULL, (Operator.NE, None): Operator.IS_NOT_NULL}


class FilterEditor(QFrame):
    """Asks for a filter; a value that cannot be one is said below it.

    Signals:
        accepted (Filter): a filter with a value of the column's type.
        cancelled (): none is wanted.
        values_wanted (str, str): the most frequent values of the column of that name that contain the text are to be
            offered (`offer_values`).
    """

    accepted = Signal(object)
    cancelled = Signal()
    values_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterEditor")
        self._columns: tuple[ColumnInfo, ...] = ()
        self._labels: Labels = NO_LABELS
        self.column = self._combo(tr("Column"), "filterColumn")
        self.path = QLineEdit(self, placeholderText=tr("Path, such as owner.name"))
        self.path.setObjectName("filterPath")
        self.path.setAccessibleName(tr("Path into the document"))
        self.path.setToolTip(tr("Names joined by dots: what the document holds there. Empty: the whole document."))
        self.path.hide()
        self.operator = self._combo(tr("Condition"), "filterOperator")
        self.value = ValueFields(self)
        self.text = self.value.text
        self.values = ValueList(self)
        self.values.hide()
        self.problem = QLabel(self)
        self.problem.setObjectName("filterProblem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.accept_button = QPushButton(tr("Add filter"), self)
        self._lay_out()
        self._connect()

    def offer(self, columns: Sequence[ColumnInfo], labels: Labels = NO_LABELS) -> None:
        """The columns to choose from, and what people read for stored values."""
        self._labels = labels
        if tuple(columns) == self._columns:
            return
        kept = self._asked_column().name if self._columns else ""
        self._columns = tuple(columns)
        self.column.clear()
        for column in columns:
            self.column.addItem(column.label)
        self._choose(kept)

    def begin(self, column: str = "") -> None:
        """Start with an empty value: of that column, ready to type; else the column comes first."""
        self.accept_button.setText(tr("Add filter"))
        self.value.clear()
        self.path.clear()
        self._choose(column)
        # Values that a form gives names to are checked in a list rather than typed.
        named = self.operator.findData(Operator.IN.value) if self._asked_column().name in self._labels else 0
        self.operator.setCurrentIndex(max(0, named))
        self._fit()
        (self._field() if column else self.column).setFocus()

    def edit(self, condition: Filter) -> None:
        """Start with a filter to change."""
        self.accept_button.setText(tr("Change"))
        self.value.clear()
        self._choose(condition.column)
        self.path.setText(condition.path)
        self._offer_operators()
        operator, value = condition.operator, condition.value
        if self._asked_column().kind is ColumnKind.BOOLEAN and not takes_value(operator):
            operator, value = (Operator.EQ if operator is Operator.IS_NULL else Operator.NE), None
        self.operator.setCurrentIndex(max(0, self.operator.findData(operator.value)))
        self._fit(value if isinstance(value, (tuple, list)) else ())
        self.value.show_value(self._asked_column(), value)
        (self._field() if takes_value(condition.operator) else self.operator).setFocus()

    def offer_values(self, column: str, text: str, values: Sequence[GroupCount]) -> None:
        """The values wanted are here."""
        if column == self._asked_column().name:
            self.values.offer(text, values)

    def accept(self) -> None:
        """Hand out the filter, or say what is wrong with its value."""
        column, operator = self._asked_column(), self._operator()
        value: Any = self.values.value() if self._lists() else self.value.value()
        if column.kind is ColumnKind.BOOLEAN:
            operator = _YES_NO.get((operator, value), operator)
        path = self.path.text().strip() if column.kind is ColumnKind.JSON else ""
        try:
            made = read(column, Filter(column.name, operator, value, path))
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
        self.accept_button.setObjectName("filterAccept")
        self.accept_button.setProperty("kind", "primary")
        cancel = QPushButton(tr("Cancel"), self)
        cancel.setObjectName("filterCancel")
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.cancelled)
        fields = QWidget(self)
        row = FlowLayout(fields)
        self.value.setMinimumWidth(_VALUE_WIDTH)
        for widget in (self.column, self.path, self.operator, self.value, self.accept_button, cancel):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(fields)
        column.addWidget(self.values)
        column.addWidget(self.problem)
        self.setTabOrder(self.value, self.values)
        self.setTabOrder(self.values, self.accept_button)
        self.setTabOrder(self.accept_button, cancel)

    def _connect(self) -> None:
        self.column.currentIndexChanged.connect(self._on_column)
        self.operator.currentIndexChanged.connect(self._on_operator)
        self.path.textEdited.connect(self._offer_operators)
        self.path.returnPressed.connect(self.accept)
        self.accept_button.clicked.connect(self.accept)
        self.value.accepted.connect(self.accept)
        self.value.edited.connect(self._clear_problem)
        self.values.accepted.connect(self.accept)
        self.values.edited.connect(self._clear_problem)
        self.values.wanted.connect(self._on_values_wanted)

    def _combo(self, name: str, object_name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setObjectName(object_name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _asked_column(self) -> ColumnInfo:
        return self._columns[max(0, self.column.currentIndex())]

    def _operator(self) -> Operator:
        return Operator(self.operator.currentData())

    def _lists(self) -> bool:
        """Whether values are checked in the list: those of a document are typed."""
        return self._operator() in _LISTS and self._asked_column().kind is not ColumnKind.JSON

    def _field(self) -> QWidget:
        return self.values.search if self._lists() else self.value.focusProxy() or self.value

    def _choose(self, name: str) -> None:
        place = next((place for place, column in enumerate(self._columns) if column.name == name), -1)
        if place >= 0:
            self.column.setCurrentIndex(place)

    def _on_column(self, place: int) -> None:
        if place >= 0:
            self.path.setVisible(self._columns[place].kind is ColumnKind.JSON)
            self._offer_operators()

    def _offer_operators(self) -> None:
        column = self._asked_column()
        path = self.path.text().strip()
        kept = self.operator.currentData()
        self.operator.blockSignals(True)
        self.operator.clear()
        for operator in operators(column, path):
            if column.kind is not ColumnKind.BOOLEAN or takes_value(operator):
                self.operator.addItem(words(operator, asked_of(column, path).kind), operator.value)
        self.operator.setCurrentIndex(max(0, self.operator.findData(kept)))
        self.operator.blockSignals(False)
        self._fit()

    def _on_operator(self, place: int) -> None:
        if place >= 0:
            self._fit()

    def _fit(self, checked: Sequence[Any] = ()) -> None:
        """Show the fields for this column and operator."""
        column = self._asked_column()
        lists = self._lists()
        self.value.fit(column, self._operator())
        if lists:
            self.value.hide()
        self.values.setVisible(lists)
        if lists:
            self.values.begin(checked, partial(self._written, column))
        self._clear_problem()

    def _written(self, column: ColumnInfo, value: Any) -> str:
        label = self._labels.get(column.name, {}).get(str(value))
        return label or writer(column, here())(value)

    def _on_values_wanted(self, text: str) -> None:
        self.values_wanted.emit(self._asked_column().name, text)

    def _say(self, message: str) -> None:
        self.problem.setText(wrappable(message))
        self.problem.show()
        self.value.mark(wrong=True)
        self._field().setFocus()

    def _clear_problem(self) -> None:
        self.problem.hide()
        self.value.mark(wrong=False)
