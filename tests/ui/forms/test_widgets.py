"""Inputs: what they show, what they hand back, and what must not change them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from jarvis_desktop.forms.types import STRUCTURE_KINDS, FieldKind
from tests.unit.forms.forms import TYPES, form, row
from ui.core.locale import Locale
from ui.forms.form_view import FormView
from ui.forms.widgets.choices import CheckList
from ui.forms.widgets.registry import field_widgets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


STORED: dict[FieldKind, Any] = {
    FieldKind.TEXT: "Text", FieldKind.TEXTAREA: "Two\nlines", FieldKind.NUMBER: Decimal("1234567.0100"),
    FieldKind.INTEGER: 9_007_199_254_740_993, FieldKind.DECIMAL: Decimal("0.10"), FieldKind.SELECT: "high",
    FieldKind.MULTISELECT: ("low", "gone"), FieldKind.TOGGLE: None, FieldKind.CHECKBOX: True,
    FieldKind.DATE: date(2026, 5, 4), FieldKind.DATETIME: datetime(2026, 5, 4, 1, 2, 3, 456, tzinfo=UTC),
    FieldKind.EMAIL: "a@example.com", FieldKind.URL: "https://example.com", FieldKind.TEL: "555 0100",
    FieldKind.JSON: {"a": [Decimal("1.10"), None]}, FieldKind.TAGS: ("a, b", "c"),
    FieldKind.MARKDOWN: "# One\n\n- two", FieldKind.PASSWORD: "s3cret", FieldKind.COLOR: "#1a6Bc480",
    FieldKind.UUID: "6f1c1d2e-8a4b-4c59-9d3e-2b7a90c1f3d4", FieldKind.CODE: "if x:\n    y()",
    FieldKind.CURRENCY: Decimal("1234567.5"), FieldKind.PERCENT: Decimal("12.345"), FieldKind.RANGE: Decimal("33.3"),
    FieldKind.RATING: 4, FieldKind.TIME: time(14, 30, 15), FieldKind.DURATION: timedelta(days=1, minutes=90),
    FieldKind.FILE: ({"name": "a.pdf", "size": 12, "type": "application/pdf", "hash": "0" * 64, "by": "ann"},),
    FieldKind.IMAGE: ({"name": "a.png", "size": 12, "type": "image/png", "hash": "1" * 64},),
    FieldKind.LOOKUP: "gone", FieldKind.LOOKUP_MANY: ("low", "gone"),
    FieldKind.ADDRESS: {"street": "12 Mill Lane", "city": "Dover", "plus_code": "9C3"},
    FieldKind.MATURITY_SELECTOR: "L3", FieldKind.CAPABILITY_BUILDER: ({"name": "Summaries", "enabled": True},),
    FieldKind.GOVERNANCE_PANEL: {"status": "pending", "kept": 1}, FieldKind.VERSION_CONTROL: {"version": "1.2.0"},
    FieldKind.REPEAT: ({"name": "Mill", "area": Decimal("12.5")}, {"name": 7, "kept": [1]}),
    FieldKind.RADIO: "gone", FieldKind.COMPUTED: "12", FieldKind.HEADING: None, FieldKind.NOTICE: None,
}  # fmt: skip


COMPUTED: dict[FieldKind, Any] = {
    FieldKind.COMPUTED: {"compute": {"engine": "cel", "rule": "'12'"}},
    FieldKind.REPEAT: {"fields": [{"name": "name", "type": "text"}, {"name": "area", "type": "decimal"}]},
}


@pytest.fixture(params=["C", "en_US", "de_DE", "fr_CH"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def line(view: FormView, key: str) -> QLineEdit:
    field = view.widget(key).input
    box = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    return box


def test_every_kind_has_a_widget() -> None:
    assert set(field_widgets()) == set(TYPES)


def test_showing_a_value_never_changes_it(show: Callable[..., FormView], locale: str) -> None:
    fields = [
        row(kind.value, kind.value, options=["low", "high"], ui_props=COMPUTED.get(kind))
        for kind in FieldKind
        if kind not in STRUCTURE_KINDS
    ]
    view = show(form(*fields), **{kind.value: value for kind, value in STORED.items()})
    assert not view.dirty
    for kind, value in STORED.items():
        assert view.widget(kind).value().value == value, kind
        assert view.widget(kind).input.accessibleName()


def test_typing_the_shown_text_again_gives_the_same_value(show: Callable[..., FormView], locale: str) -> None:
    kinds = [
        kind for kind in STORED
        if kind in {"number", "integer", "decimal", "currency", "percent", "date", "time", "datetime", "duration",
                    "tags", "uuid", "color", "password"}
    ]  # fmt: skip
    view = show(form(*(row(kind.value, kind.value) for kind in kinds)), **{k.value: STORED[k] for k in kinds})
    for kind in kinds:
        box = line(view, kind)
        shown = box.text()
        box.setText("")
        box.setText(shown)
        assert view.widget(kind).value().value == STORED[kind], (kind, shown)
    assert not view.dirty


@pytest.mark.parametrize(
    ("typed", "language", "plain"),
    [
        ("1,234.50", "en_US", "1234.50"), ("1.234,50", "de_DE", "1234.50"), ("1.5", "de_DE", "1.5"),
        ("1 234", "fr_FR", "1234"), ("\N{MINUS SIGN}5", "en_US", "-5"),
        ("0,286", "fr_FR", "0.286"), ("12,34", "en_US", "12,34"), ("x", "en_US", "x"),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, language: str, plain: str) -> None:
    assert Locale.of(QLocale(language)).plain_number(typed) == plain


def test_the_wheel_passes_over_choices(show: Callable[..., FormView]) -> None:
    view = show(form(row("level", "select", options=["low", "high"]), row("title")), level="low")
    view.widget("title").setFocus()
    box = view.widget("level").input
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert view.values()["level"] == "low"


def test_an_imported_choice_is_shown_as_it_is_and_flagged(show: Callable[..., FormView]) -> None:
    view = show(form(row("level", "select", options=["low", "high"])), level="High")
    box = view.widget("level").input
    assert isinstance(box, QComboBox)
    assert box.currentText() == "High"
    assert "is not one of the choices. It stays as it is" in view.widget("level").remark
    assert view.check()
    box.setCurrentText("low")
    assert view.changed_values() == {"level": "low"}
    assert view.widget("level").remark == ""


def test_a_long_list_is_searched_and_takes_only_what_it_holds(show: Callable[..., FormView]) -> None:
    view = show(form(row("state", "select", options=[f"State {n}" for n in range(40)])), state="State 3")
    box = view.widget("state").input
    assert isinstance(box, QComboBox)
    assert box.isEditable()
    box.setEditText("state 17")
    assert view.values()["state"] == "State 17"
    box.setEditText("Nowhere")
    assert view.widget("state").problem == "State “Nowhere” is not one of the choices"
    assert not view.check()
    assert box.currentText() == "Nowhere"
    box.setEditText("")
    assert view.changed_values() == {"state": None}


def test_three_answers_are_three_values(show: Callable[..., FormView]) -> None:
    view = show(form(row("sprinkler", "toggle", ui_props={"tri_state": True})), sprinkler=None)
    seen = []
    for answer in ("yes", "no", "unknown"):
        button = view.widget("sprinkler").findChild(QPushButton, f"answer:{answer}")
        assert button is not None
        button.click()
        seen.append(view.values()["sprinkler"])
    assert seen == [True, False, None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_choices_are_ticked_by_keyboard(show: Callable[..., FormView]) -> None:
    view = show(form(row("risks", "multiselect", options=["fire", "water", "wind"])), risks=("wind",))
    box = view.widget("risks").input
    assert isinstance(box, CheckList)
    assert box.summary == "wind"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.view().isVisible()
    box.view().setCurrentIndex(box.model().index(0, 0))
    QTest.keyClick(box.view(), Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
    assert view.values()["risks"] == ("fire", "wind")


def test_bad_text_stays_where_it_was_typed(show: Callable[..., FormView]) -> None:
    view = show(form(row("day", "date"), row("extra", "json")), day=date(2026, 5, 4), extra={"a": 1})
    line(view, "day").setText("next week")
    assert view.widget("day").problem.startswith("Day must be a date")
    assert not view.check()
    assert line(view, "day").text() == "next week"
    assert view.changed_values() == {}
    assert view.dirty


def test_two_columns_where_there_is_room(show: Callable[..., FormView]) -> None:
    fields = form(row("a"), row("b"), row("notes", "textarea"))
    narrow, wide = show(fields, 720), show(fields, 1000)
    assert narrow.widget("b").y() > narrow.widget("a").y()
    assert wide.widget("b").y() == wide.widget("a").y()
    assert wide.widget("notes").width() > 1.9 * wide.widget("a").width()


def test_a_large_form_builds_what_is_in_sight_and_tabs_through_in_order(show: Callable[..., FormView]) -> None:
    view = show(form(*(row(f"f{n}") for n in range(200))), f199="last")
    assert len(view.findChildren(QLineEdit)) <= 60
    assert view.values()["f199"] == "last"
    view.jump_to("f199")
    assert line(view, "f199").text() == "last"
    assert line(view, "f199").hasFocus()
    for n in (39, 60, 40):
        view.widget(f"f{n}")
    view.jump_to("f39")
    QTest.keyClick(line(view, "f39"), Qt.Key.Key_Tab)
    assert line(view, "f40").hasFocus()


def test_a_problem_in_a_part_not_built_yet_is_found(show: Callable[..., FormView]) -> None:
    fields = [row(f"f{n}") for n in range(100)]
    view = show(form(*fields, row("needed", is_required=True)))
    assert not view.check()
    assert view.widget("needed").problem == "Needed is required"
    assert view.widget("needed").input.hasFocus()


def test_fields_come_and_go_with_others(show: Callable[..., FormView]) -> None:
    conditional = {"conditional": {"dependsOn": "kind", "value": "fire"}}
    view = show(form(row("kind"), row("cause", ui_props=conditional)), kind="water")
    assert not view.widget("cause").isVisible()
    line(view, "kind").setText("fire")
    assert view.widget("cause").isVisible()


def test_an_unavailable_field_says_so_and_is_left_alone(show: Callable[..., FormView]) -> None:
    view = show(form(row("photo", "hologram", is_required=True), row("title")), photo="x.png")
    line(view, "title").setText("New")
    assert view.check()
    assert view.changed_values() == {"title": "New"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.TEXTAREA, "x" * 10_000_000),
        (FieldKind.JSON, {"one line": "x" * 1_000_000}),
        (FieldKind.JSON, {"many": ["y" * 30] * 300_000}),
    ],
)
def test_of_a_text_of_megabytes_the_beginning_is_shown_and_all_of_it_kept(
    show: Callable[..., FormView], qtbot: QtBot, kind: FieldKind, value: Any
) -> None:
    view = show(form(row("big", kind), row("title")), big=value, title="T")
    widget = view.widget("big")
    area = widget.input
    assert isinstance(area, QPlainTextEdit)
    assert len(area.toPlainText()) < 20_000
    assert area.isReadOnly()
    assert any("too many to edit here" in label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    assert widget.value().value == value
    assert not view.dirty
    small: Any = "short" if kind is FieldKind.TEXTAREA else {"short": 1}
    widget.set_value(small)
    assert not area.isReadOnly()
    assert not any("too many" in label.text() for label in widget.findChildren(QLabel) if label.isVisible())
