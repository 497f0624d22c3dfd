"""Whatever the rows hold and whatever is typed: the form shows, and nothing it calls invalid is stored."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from sqlalchemy import text

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.types import FormRecord
from jarvis_desktop.forms.values import same_value
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService
from tests.support.laws import examples
from tests.ui.forms.rows import field
from tests.unit.forms.forms import JUNK, TYPES, junk_rows
from ui.forms.form_view import FormView
from ui.forms.widgets.choices import CheckList
from ui.forms.widgets.scales import Stars

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.db.engine import Database
    from ui.core.theme import Theme
    from ui.forms.widgets.field_widget import FieldWidget

ADMIN = Reader("admin", "u1", frozenset({"records.write"}), datetime(2026, 5, 4, tzinfo=UTC))
SLOW = settings(
    deadline=None,
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HIDDEN = {"conditional": {"dependsOn": "status", "value": "open"}}
FOLLOWS = {"dependencies": {"dependsOn": "priority", "mapping": {"low": ["a", "b"], "high": ["c"]}}}
FIELDS = (
    field("incident", "title", is_required=True, validation_rules={"minLength": 3, "maxLength": 12}),
    field("incident", "priority", "select", options=["low", "high"]),
    field("incident", "status", "select", options=["open", "closed"]),
    field("incident", "group", "select", options=[], is_required=True, ui_props=FOLLOWS),
    field("incident", "resolution", "textarea", validation_rules={"maxWords": 3}, ui_props=HIDDEN),
    field("incident", "year_built", "integer", validation_rules={"min": 1700, "max": 2100}),
    field("incident", "loss", "decimal", validation_rules={"min": 0, "multipleOf": 0.01}),
    field("incident", "insured", "toggle", ui_props={"tri_state": True}),
    field("incident", "urgent", "checkbox"),
    field("incident", "day", "date", validation_rules={"min": "2000-01-01"}),
    field("incident", "last_interaction_date", "datetime"),
    field("incident", "mail", "email"),
    field("incident", "page", "url"),
    field("incident", "perils", "multiselect", options=["fire", "water"], validation_rules={"max": 1}),
    field("incident", "extra", "json", validation_rules={"type": "object"}),
    field("incident", "labels", "tags"),
    field("incident", "premium", "currency", validation_rules={"min": 0}),
    field("incident", "share", "range", validation_rules={"min": 0, "max": 50}),
    field("incident", "stars", "rating"),
    field("incident", "opens", "time"),
    field("incident", "lasts", "duration"),
    field("incident", "how", "radio", options=["mail", "call"], is_required=True),
    field("incident", "tone", "color"),
    field("incident", "notes", "markdown", validation_rules={"maxLength": 10}),
    field("incident", "twice", "computed", ui_props={"compute": {"engine": "cel", "rule": "premium * 2"}}),
)
TYPED = st.sampled_from(
    ["", " ", "abc", "Printer", "a" * 13, "1999", "1,999", "12.50", "0.001", "-4", "9" * 30, "2026-05-04", "1999-01-01",
     "2026-05-04 10:00", "x@example.com", "https://example.com", '{"a": 1.10}', "[1]", "{", "one two three four",
     "a\x00b", "fire, water", "14:30", "1h 30min", "#1A6BC4"]
) | st.text(max_size=15)  # fmt: skip
INSERT_FIELD = """
    INSERT INTO form_field_definitions SELECT * FROM jsonb_populate_record(NULL::form_field_definitions, :row)
"""
EDITS = st.lists(
    st.tuples(st.sampled_from([row["field_key"] for row in FIELDS]), TYPED, st.integers(0, 5)), max_size=12
)


def enter(widget: FieldWidget, typed: str, choice: int) -> None:
    """Do what a person would do to this input."""
    box = widget.input
    if isinstance(box, CheckList):
        if box.count():
            box.toggle(choice % box.count())
    elif isinstance(box, QComboBox):
        if box.count():
            box.setCurrentIndex(choice % box.count())
    elif isinstance(box, QLineEdit):
        box.setText(typed)
    elif isinstance(box, QPlainTextEdit):
        box.setPlainText(typed)
    elif isinstance(box, QCheckBox):
        box.click()
    elif isinstance(box, Stars):
        box.buttons[choice % len(box.buttons)].click()
    elif buttons := box.findChildren(QRadioButton):
        buttons[choice % len(buttons)].click()
    elif area := box.findChild(QPlainTextEdit):
        area.setPlainText(typed)
    elif line := box.findChild(QLineEdit):
        line.setText(typed)
    else:
        pushed = box.findChildren(QPushButton)
        pushed[choice % len(pushed)].click()


@SLOW
@given(rows=junk_rows(), values=st.dictionaries(st.sampled_from("abcd"), JUNK), typed=TYPED, choice=st.integers(0, 5))
def test_junk_rows_and_junk_values_never_take_the_form_down(
    theme: Theme, qtbot: QtBot, rows: list[dict[str, Any]], values: dict[str, Any], typed: str, choice: int
) -> None:
    definition = read_form("x", rows, [], TYPES)
    view = FormView(definition, theme)
    view.set_record(FormRecord("x", "1", "x", values))
    view.show()
    for shown in definition.fields:
        view.widget(shown.key)
        assert same_value(view.values()[shown.key], values.get(shown.key)), "showing a value changes nothing"
    for shown in definition.fields:
        widget = view.widget(shown.key)
        if may_take_input(shown):
            enter(widget, typed.replace("\x00", ""), choice)
    view.check()
    assert all(view.definition.field(key) is not None for key in view.changed_values())
    view.revert()
    assert not view.dirty
    view.deleteLater()


@SLOW
@given(edits=EDITS)
@example(edits=[("title", "Printer", 0), ("priority", "", 2), ("group", "", 0)])
def test_nothing_the_form_calls_invalid_is_stored(
    theme: Theme, qtbot: QtBot, database: Database, edits: list[tuple[str, str, int]]
) -> None:
    forms = FormService(database, TableService(database))
    with database.write() as session:
        session.execute(text("DELETE FROM incidents"))
        session.execute(text("DELETE FROM form_field_definitions"))
        for row in FIELDS:
            session.execute(text(INSERT_FIELD), {"row": _document(row)})
        statement = (
            "INSERT INTO incidents (incident_id, title, priority, status) VALUES ('INC-1', 'Lamp', 'High', 'open')"
        )
        session.execute(text(statement))
        number = str(session.scalar(text("SELECT id FROM incidents")))
    opened = forms.open("incident", number, ADMIN)
    assert opened.record is not None
    view = FormView(opened.definition, theme)
    view.set_record(opened.record)
    view.show()
    for key, typed, choice in edits:
        enter(view.widget(key), typed, choice)
    before = dict(opened.record.values)
    submitted = view.changed_values()
    if view.check():
        forms.save("incident", number, submitted, view.base, ADMIN)
        after = forms.load("incident", number, ADMIN).values
        for key, value in submitted.items():
            assert same_value(after[key], value), key
    else:
        called_bad = {p.field for p in view.problems} & set(submitted)
        assert not any(widget_bad(view, key) for key in submitted)
        if called_bad:
            try:
                forms.save("incident", number, submitted, view.base, ADMIN)
            except InvalidInput:
                pass
            else:
                raise AssertionError(f"stored though called invalid: {called_bad}")
        after = forms.load("incident", number, ADMIN).values
        assert all(same_value(after[key], before[key]) for key in before)
    view.deleteLater()


def widget_bad(view: FormView, key: str) -> bool:
    """Whether what is typed into a field is no value at all."""
    return view.widget(key).value().problem is not None


def _document(row: dict[str, Any]) -> str:

    return json.dumps({"id": hash(row["field_key"]) % 10**6, "is_active": True, "is_required": False, **row})
