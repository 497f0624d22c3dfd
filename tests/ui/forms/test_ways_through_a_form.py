"""By keys through a form: to the next problem, to a field by its label, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.unit.forms.forms import form, row
from ui.forms.finder import FieldFinder
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from collections.abc import Callable


def here(view: FormView) -> str:
    """The field that has the focus."""
    focused = QApplication.focusWidget()
    return next((f.key for f in view.definition.fields if view.widget(f.key).input is focused), "")


def test_the_key_for_problems_goes_round_and_says_each(show: Callable[..., FormView]) -> None:
    fields = (row(f"f{n}", is_required=n in (3, 50)) for n in range(60))
    view = show(form(*fields, row("size", "integer")))
    line = view.widget("size").input
    assert isinstance(line, QLineEdit)
    line.setText("much")
    view.focus_first()
    visited = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F2)
        visited.append((here(view), view.widget(here(view)).problem))
    assert visited == [
        ("f3", "F3 is required"), ("f50", "F50 is required"), ("size", "Size must be a whole number"),
        ("f3", "F3 is required"),
    ]  # fmt: skip


def test_without_a_problem_the_focus_stays(show: Callable[..., FormView]) -> None:
    view = show(form(row("a"), row("b")))
    view.jump_to("b")
    QTest.keyClick(view.widget("b").input, Qt.Key.Key_F2)
    assert here(view) == "b"


def test_a_field_is_found_by_a_part_of_its_label(show: Callable[..., FormView]) -> None:
    hidden = {"conditional": {"dependsOn": "f0", "value": "never"}}
    view = show(
        form(*(row(f"f{n}") for n in range(80)), row("roof", label="Age of the roof"), row("away", ui_props=hidden))
    )
    view.focus_first()
    QTest.keyClick(view.widget("f0").input, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = view.findChild(FieldFinder)
    assert finder is not None
    assert finder.line.hasFocus()
    QTest.keyClicks(finder.line, "ROOF")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert here(view) == "roof"
    assert not finder.isVisible()
    view.find_field()
    QTest.keyClicks(finder.line, "f1")
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert here(view) == "f10"
    view.find_field()
    QTest.keyClicks(finder.line, "away")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible(), "a field that does not show is not found"
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert here(view) == "f10"
