"""Every kind of field: empty, filled, with junk stored, read-only, dark; and what only some of them have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QTextBrowser, QToolButton, QWidget

from jarvis_desktop.forms.types import COMPOSITE_KINDS, STRUCTURE_KINDS, TEXT_ONLY_KINDS, FieldKind, FormDefinition
from tests.ui.forms.test_widgets import COMPUTED, STORED
from tests.unit.forms.forms import form, row
from ui.core.theme import Mode
from ui.forms.form_view import FormView
from ui.forms.widgets.lines import ColourWidget
from ui.forms.widgets.markdown import MarkdownWidget
from ui.forms.widgets.scales import RangeWidget, RatingWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.theme import Theme

_NEVER_TYPED = (TEXT_ONLY_KINDS - STRUCTURE_KINDS) | {FieldKind.COMPUTED}


def one_of(kind: FieldKind) -> FormDefinition:
    return form(row("it", kind.value, label="It", options=["low", "high"], ui_props=COMPUTED.get(kind)))


def touch(view: FormView) -> None:
    """Do to the input of the field what a hurried person does: type, click, press keys."""
    widget = view.widget("it").input
    for part in (widget, *widget.findChildren(QWidget)):
        if part.isEnabled() and part.isVisible():
            QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())
            QTest.keyClicks(part, "7")
            QTest.keyClick(part, Qt.Key.Key_Right)


@pytest.mark.parametrize("state", ["empty", "filled", "junk", "read_only", "dark"])
@pytest.mark.parametrize("kind", [kind for kind in FieldKind if kind not in STRUCTURE_KINDS])
def test_every_kind_in_every_state(show: Callable[..., FormView], theme: Theme, kind: FieldKind, state: str) -> None:
    if state == "dark":
        theme.choose(Mode.DARK)
    junk = {"neither": ["this", {"nor": "that"}]}
    stored = {"empty": None, "junk": junk}.get(state, STORED[kind])
    view = show(one_of(kind), it=stored)
    widget = view.widget("it")
    assert widget.isVisible()
    assert widget.input.accessibleName() or kind in TEXT_ONLY_KINDS
    picture = view.grab().toImage()
    ground = picture.pixelColor(picture.width() - 8, picture.height() - 8)
    assert (ground.lightness() < 80) == (state == "dark")
    if kind is not FieldKind.COMPUTED:
        assert view.values()["it"] == stored, "showing a value changes nothing"
    assert not view.dirty
    if (kind, state) != (FieldKind.VERSION_CONTROL, "junk"):  # which lacks the version that is required in it
        assert view.check(), "what is stored keeps nobody from saving"
    if state == "junk" and kind not in {*_NEVER_TYPED, FieldKind.JSON, FieldKind.ADDRESS, *COMPOSITE_KINDS}:
        assert "stays as it is" in widget.remark
    if state == "read_only":
        view.set_writable(writable=False)
        touch(view)
        assert not view.dirty
        assert view.changed_values() == {}


@pytest.mark.parametrize("kind", sorted(_NEVER_TYPED))
def test_what_takes_no_input_takes_none(show: Callable[..., FormView], kind: FieldKind) -> None:
    view = show(one_of(FieldKind(kind)))
    touch(view)
    assert view.changed_values() == {}


def test_a_slider_and_its_number_go_together(show: Callable[..., FormView]) -> None:
    limits = {"minimum": 10, "maximum": 20, "multipleOf": Decimal("0.5")}
    view = show(form(row("share", "range", validation_rules=limits)), share=Decimal("12.3"))
    widget = view.widget("share")
    assert isinstance(widget, RangeWidget)
    assert (widget.slider.maximum(), widget.slider.value()) == (20, 5)
    assert view.values()["share"] == Decimal("12.3"), "the slider may stand beside the exact number"
    QTest.keyClick(widget.slider, Qt.Key.Key_Right)
    assert view.changed_values() == {"share": 13}
    line = widget.findChild(QLineEdit)
    assert line is not None
    line.setText("19.5")
    assert widget.slider.value() == 19
    line.setText("25")
    assert widget.problem == "Share must be 20 or less"
    assert widget.slider.value() == 20


def test_stars_are_given_by_keys_and_clicks_and_taken_back(show: Callable[..., FormView]) -> None:
    view = show(form(row("stars", "rating", validation_rules={"max": 4})))
    widget = view.widget("stars")
    assert isinstance(widget, RatingWidget)
    stars = widget.stars
    assert len(stars.buttons) == 4
    given = []
    stars.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        QTest.keyClick(stars, key)
        given.append(view.values()["stars"])
    assert given == [3, 4, 4, 3, None]
    stars.buttons[1].click()
    assert view.values()["stars"] == 2
    assert stars.accessibleName() == "Stars: 2 stars"
    stars.buttons[1].click()
    assert not view.dirty


def test_a_password_is_hidden_until_it_is_asked_for(show: Callable[..., FormView]) -> None:
    view = show(form(row("key", "password")), key="s3cret")
    line = view.widget("key").input
    assert isinstance(line, QLineEdit)
    assert line.displayText() == "●" * 6
    button = line.findChild(QToolButton)
    assert button is not None
    button.click()
    assert line.displayText() == "s3cret"


def test_a_colour_shows_itself(show: Callable[..., FormView]) -> None:
    view = show(form(row("tone", "color")), tone="#FF0000")
    widget = view.widget("tone")
    assert isinstance(widget, ColourWidget)
    patch = widget.patch.grab().toImage()
    assert patch.pixelColor(patch.rect().center()).name() == "#ff0000"
    line = widget.findChild(QLineEdit)
    assert line is not None
    line.setText("red")
    assert widget.problem == "Tone must be a colour such as #1A6BC4"
    assert line.property("problem") is True


def test_markdown_is_shown_as_it_will_look(show: Callable[..., FormView]) -> None:
    view = show(form(row("notes", "markdown")), notes="# Roof\n\n<b>flat</b> ![x](http://127.0.0.1:9/x.png)")
    widget = view.widget("notes")
    assert isinstance(widget, MarkdownWidget)
    area = widget.findChild(QPlainTextEdit)
    assert area is not None
    area.setPlainText("# Walls")
    widget.preview.click()
    page = widget.findChild(QTextBrowser)
    assert page is not None
    assert page.isVisible()
    assert not area.isVisible()
    assert page.toPlainText() == "Walls"
    widget.write.click()
    assert area.isVisible()
    assert view.changed_values() == {"notes": "# Walls"}


def test_all_choices_are_in_sight_and_one_is_taken(show: Callable[..., FormView]) -> None:
    view = show(form(row("how", "radio", options=["mail", "call"])), how="mail")
    buttons = {button.text(): button for button in view.widget("how").findChildren(QRadioButton)}
    assert list(buttons) == ["mail", "call", "Not set"]
    buttons["call"].click()
    assert view.changed_values() == {"how": "call"}
    buttons["Not set"].click()
    assert view.changed_values() == {"how": None}


def test_rules_show_at_the_widgets_as_somebody_types(show: Callable[..., FormView]) -> None:
    def cel(text: str) -> dict[str, str]:
        return {"engine": "cel", "rule": text}

    view = show(
        form(
            row("value", "decimal"),
            row("rate", "decimal", ui_props={"compute": cel("value * 2")}),
            row("survey", ui_props={"conditions": [{"when": cel("value > 100"), "effect": "REQUIRE"}]}),
            row("note", ui_props={"conditions": [{"when": cel("value > 100"), "effect": "DISABLE"}]}),
            row("kind", "select", options=["a", {"value": "b", "when": cel("value > 100")}]),
            row("limit", "decimal", validation_rules={"rules": [
                {"engine": "cel", "assert": "limit >= value", "severity": "warning", "message": "Below the value"},
            ]}),
        ),
        value=Decimal(10), limit=Decimal(50), note="x",
    )  # fmt: skip
    line, note = view.widget("value").input, view.widget("note").input
    kind = view.widget("kind")
    assert isinstance(line, QLineEdit)
    assert isinstance(note, QLineEdit)
    assert (view.widget("survey").label.text(), note.isReadOnly()) == ("Survey", False)
    assert [option.value for option in kind.offered or ()] == ["a"]
    line.setText("200")
    assert (view.widget("survey").label.text(), note.isReadOnly()) == ("Survey *", True)
    assert view.values()["rate"] == 400
    assert view.widget("rate").input.property("text") == "400"
    assert [option.value for option in kind.offered or ()] == ["a", "b"]
    assert view.widget("limit").remark == "Below the value"
    assert view.widget("limit").problem == ""
    assert not view.check()
    assert view.summary.text == "Survey is required"
    line.setText("20")
    assert view.check()
    assert (view.widget("limit").remark, note.isReadOnly()) == ("", False)
    assert view.changed_values() == {"value": 20}
