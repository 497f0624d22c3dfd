"""F1 and F2: a form made from metadata against the same form written by hand in Qt, until it is painted."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition, FormRecord, Option
from tests.benchmarks.figure import Figure
from ui.core.theme import Theme
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
SIZE = (760, 900)
KINDS = (FieldKind.TEXT, FieldKind.SELECT, FieldKind.INTEGER, FieldKind.CHECKBOX, FieldKind.TEXT, FieldKind.TEXTAREA)
OPTIONS = tuple(Option(f"v{n}", f"Choice {n}") for n in range(6))


class Painted(QWidget):
    """Counts its paint events: a window that never painted looks fast."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        super().paintEvent(event)


def fields(count: int) -> tuple[FieldDefinition, ...]:
    """A mixed form."""
    return tuple(
        FieldDefinition(f"f{n}", KINDS[n % len(KINDS)], f"Field {n}", options=OPTIONS, order_index=n)
        for n in range(count)
    )


def values(count: int) -> dict[str, object]:
    """A value for every field."""
    by_kind = {FieldKind.TEXT: "Some text", FieldKind.SELECT: "v3", FieldKind.INTEGER: 1998, FieldKind.CHECKBOX: True}
    return {f"f{n}": by_kind.get(KINDS[n % len(KINDS)], "Two\nlines") for n in range(count)}


def hand_written(count: int, parent: QWidget) -> QWidget:
    """What one would write by hand for the same look: label above input, one scrolling column, values set."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    body = QWidget()
    grid = QGridLayout(body)
    given = values(count)
    row = 0
    for field in fields(count):
        label = QLabel(field.label, body)
        box = _input(field, given[field.key], body)
        box.setObjectName(field.key)
        box.setAccessibleName(field.label)
        label.setBuddy(box)
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row + 1, 0)
        row += 2
    grid.setRowStretch(row, 1)
    area.setWidget(body)
    return area


def _input(field: FieldDefinition, value: object, parent: QWidget) -> QWidget:
    match field.kind:
        case FieldKind.SELECT:
            choice = QComboBox(parent)
            choice.addItems([option.label for option in field.options])
            choice.setCurrentIndex(3)
            return choice
        case FieldKind.CHECKBOX:
            check = QCheckBox("Yes", parent)
            check.setChecked(bool(value))
            return check
        case FieldKind.TEXTAREA:
            area = QPlainTextEdit(str(value), parent)
            area.setFixedHeight(66)
            return area
        case _:
            return QLineEdit(str(value), parent)


def from_metadata(count: int, theme: Theme, parent: QWidget) -> QWidget:
    """The same form as the program shows it."""
    view = FormView(FormDefinition("bench", "Bench", fields(count)), theme, parent)
    view.set_record(FormRecord("bench", "1", "Bench", values(count)))
    return view


def seconds_to_paint(build: Callable[[QWidget], QWidget], application: QApplication) -> float:
    """CPU seconds of this thread from nothing to the first paint of a window with the form."""
    started = time.thread_time()
    window = Painted()
    column = QVBoxLayout(window)
    column.addWidget(build(window))
    window.resize(*SIZE)
    window.show()
    while not window.paints:
        application.processEvents()
    spent = time.thread_time() - started
    assert window.paints
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, 0)
    application.processEvents()
    return spent


def _ratio(metadata: int, by_hand: int) -> float:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    theme = Theme(application)
    ratios = []
    for _ in range(ROUNDS + 1):
        ours = seconds_to_paint(lambda parent: from_metadata(metadata, theme, parent), application)
        theirs = seconds_to_paint(lambda parent: hand_written(by_hand, parent), application)
        ratios.append(ours / theirs)
    return statistics.median(ratios[1:])


def bench_f1() -> Figure:
    """F1: 200 fields from metadata against 200 written by hand."""
    return Figure("F1", "metadata form / hand-written Qt form, 200 fields, to shown", _ratio(200, 200), 1.2)


def bench_f2() -> Figure:
    """F2: 1,000 fields from metadata, built as they come into sight, against 1,000 written by hand at once."""
    return Figure("F2", "1,000 fields lazy / 1,000 fields hand-written eager", _ratio(1000, 1000), 0.12)


BENCHES: tuple[Callable[[], Figure], ...] = (bench_f1, bench_f2)


if __name__ == "__main__":
    for bench in BENCHES:
        print(bench())
