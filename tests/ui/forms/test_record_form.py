"""The component over a real database: open, edit, save, and what happens when others write too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from jarvis_desktop.core.changes import Changes
from tests.ui.forms.rows import AGENT_FIELDS, execute, field, insert, stored
from ui.components.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext


def child(parent: QWidget, kind: type[Any], name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def type_into(form: RecordForm, key: str, text: str) -> None:
    assert form.view is not None
    box = form.view.widget(key).input
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    box.insert(text)


def press_save(form: RecordForm) -> None:
    child(form, QPushButton, "save").click()


@pytest.fixture
def show(qtbot: QtBot, context_for: Callable[[str], ComponentContext]) -> Callable[..., RecordForm]:
    def make(persona: str = "admin", **props: Any) -> RecordForm:
        form = RecordForm(context_for(persona), props)
        qtbot.addWidget(form)
        form.resize(700, 700)
        form.show()
        qtbot.waitUntil(lambda: form.view is not None or form.findChild(QWidget, "notice") is not None)
        return form

    return make


@pytest.fixture
def incident(live_url: str) -> str:
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Printer stuck", "critical_flags": {"vip": 1}})
    return "1"


def test_an_edit_is_stored_and_told(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    form = show(table="incidents", record_id=incident)
    assert child(form, QLabel, "formTitle").text() == "INC-1 · Printer stuck"
    assert not child(form, QPushButton, "save").isEnabled()
    type_into(form, "title", "Printer on fire")
    assert form.has_unsaved_input()
    assert child(form, QLabel, "dirtyDot").isVisible()
    with qtbot.waitSignal(form.saved) as caught:
        press_save(form)
    assert caught.args == [Changes.of("incidents", ["1"])]
    assert stored(live_url, "SELECT title FROM incidents") == "Printer on fire"
    assert not form.has_unsaved_input()
    assert child(form, QLabel, "formState").text().startswith("Saved ")
    assert child(form, QLabel, "formTitle").text() == "INC-1 · Printer on fire"


def test_ctrl_enter_saves_and_escape_takes_a_field_back(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    form = show(table="incidents", record_id=incident)
    type_into(form, "title", "Other")
    assert form.view is not None
    QTest.keyClick(form.view.widget("title").input, Qt.Key.Key_Escape)
    assert not form.has_unsaved_input()
    type_into(form, "title", "Paper jam")
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form.view.widget("title").input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(live_url, "SELECT title FROM incidents") == "Paper jam"


def test_problems_stand_at_the_field_and_nothing_is_stored(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    fields = field("incident", "title", validation_rules={"minLength": 3}), field("incident", "reporter_mail", "email")
    insert(live_url, "form_field_definitions", *fields)
    form = show(form_type="incident", record_id=incident)
    assert form.view is not None
    type_into(form, "title", "P")
    assert form.view.widget("title").problem == "Title must have at least 3 characters"
    type_into(form, "reporter_mail", "nobody")
    press_save(form)
    assert form.view.summary.isVisible()
    assert "Reporter mail must be an e-mail address" in form.view.summary.text
    assert stored(live_url, "SELECT title FROM incidents") == "Printer stuck"
    form.view.summary.chosen.emit("reporter_mail")
    assert form.view.widget("reporter_mail").input.hasFocus()


def test_untouched_fields_follow_another_writer_and_edited_ones_ask(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    form = show(table="incidents", record_id=incident)
    view = form.view
    assert view is not None
    type_into(form, "title", "Mine")
    execute(live_url, "UPDATE incidents SET title = 'Theirs', assigned_to = 'john'")
    form.context.bus.publish(Changes.of("incidents", ["1"]))
    qtbot.waitUntil(lambda: view.values()["assigned_to"] == "john")
    line = view.widget("assigned_to").input
    assert isinstance(line, QLineEdit)
    assert line.text() == "john"
    assert view.values()["title"] == "Mine"
    assert view.widget("title").elsewhere == "Changed elsewhere from “Printer stuck” to “Theirs”"
    child(view.widget("title"), QPushButton, "keepMine").click()
    with qtbot.waitSignal(form.saved):
        press_save(form)
    assert stored(live_url, "SELECT title FROM incidents") == "Mine"


def test_a_stale_write_asks_and_overwrites_nothing(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    form = show(table="incidents", record_id=incident)
    view = form.view
    assert view is not None
    type_into(form, "title", "Mine")
    execute(live_url, "UPDATE incidents SET title = 'Theirs'")
    press_save(form)
    qtbot.waitUntil(lambda: view.widget("title").elsewhere != "")
    assert stored(live_url, "SELECT title FROM incidents") == "Theirs"
    child(view.widget("title"), QPushButton, "takeTheirs").click()
    assert view.values()["title"] == "Theirs"
    assert not form.has_unsaved_input()


def test_typed_input_is_asked_about_before_another_record_opens(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    insert(live_url, "incidents", {"incident_id": "INC-2", "title": "Second"})
    form = show(table="incidents", record_id=incident)
    type_into(form, "title", "Mine")
    form.open_record("2")
    bar = child(form, QWidget, "leavingBar")
    assert bar.isVisible()
    with qtbot.waitSignal(form.stayed) as stayed:
        child(form, QPushButton, "leaving:stay").click()
    assert stayed.args == ["1"]
    assert form.record_id == "1"
    assert form.has_unsaved_input()
    form.open_record("2")
    with qtbot.waitSignal(form.record_shown):
        child(form, QPushButton, "leaving:save").click()
    assert form.record_id == "2"
    assert stored(live_url, "SELECT title FROM incidents WHERE id = 1") == "Mine"
    type_into(form, "title", "Lost")
    form.open_record("1")
    with qtbot.waitSignal(form.record_shown):
        child(form, QPushButton, "leaving:discard").click()
    assert stored(live_url, "SELECT title FROM incidents WHERE id = 2") == "Second"
    assert not form.has_unsaved_input()


def test_the_type_list_follows_the_layer_and_the_agent_is_created(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    insert(live_url, "form_field_definitions", *AGENT_FIELDS)
    form = show(form_type="agent_create")
    view = form.view
    assert view is not None
    layer, kind = view.widget("layer").input, view.widget("type").input
    assert isinstance(layer, QComboBox)
    assert isinstance(kind, QComboBox)
    assert kind.count() == 0
    assert kind.placeholderText() == "Choose Agent layer first"
    layer.setCurrentText("Role layer")
    assert [kind.itemText(i) for i in range(kind.count())] == ["Assistant underwriter", "Claims adjuster"]
    kind.setCurrentText("Claims adjuster")
    layer.setCurrentText("System layer")
    assert [kind.itemText(i) for i in range(kind.count())] == ["Document processor", "Data validator"]
    assert view.values()["type"] is None
    layer.setCurrentText("Role layer")
    assert view.values()["type"] == "Claims adjuster"
    type_into(form, "name", "Claims helper")
    with qtbot.waitSignal(form.saved):
        press_save(form)
    assert stored(live_url, "SELECT config ->> 'type' FROM agents WHERE name = 'Claims helper'") == "Claims adjuster"
    assert stored(live_url, "SELECT layer || status FROM agents") == "Roleactive"
    assert form.record_id == str(stored(live_url, "SELECT id FROM agents"))
    layer.setCurrentText("Experience layer")
    assert kind.placeholderText() == "No choices for “Experience”"


def test_a_form_for_new_records_is_titled_once_in_any_language(show: Callable[..., RecordForm], live_url: str) -> None:
    insert(live_url, "form_field_definitions", *AGENT_FIELDS)
    template = {"form_type": "agent_create", "template_name": "Agent", "configuration": {"title": "Neuer Agent"}}
    insert(live_url, "form_templates", template)
    form = show(form_type="agent_create")
    assert child(form, QLabel, "formTitle").text() == "Neuer Agent"
    assert child(form, QLabel, "formCaption").text() == ""


def test_a_changed_definition_keeps_typed_text_and_focus(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    insert(live_url, "form_field_definitions",
           field("incident", "title"), field("incident", "year", "integer", order_index=1))  # fmt: skip
    form = show(form_type="incident", record_id=incident)
    view = form.view
    assert view is not None
    type_into(form, "year", "19x")
    insert(live_url, "form_field_definitions", field("incident", "room", label="Room", order_index=-1))
    form.context.bus.publish(Changes.of("form_field_definitions"))
    qtbot.waitUntil(lambda: view.definition.field("room") is not None)
    line = view.widget("year").input
    assert isinstance(line, QLineEdit)
    assert line.text() == "19x"
    assert line.cursorPosition() == 3
    assert line.hasFocus()
    assert view.widget("year").problem == "Year must be a whole number"


def test_typed_text_outlives_a_definition_that_cannot_be_used_for_a_while(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    insert(live_url, "form_field_definitions", field("incident", "title"))
    form = show(form_type="incident", record_id=incident)
    view = form.view
    assert view is not None
    type_into(form, "title", "Printer on fire")
    for kind in ("hologram", "oracle", "text"):
        execute(live_url, "UPDATE form_field_definitions SET field_type = %s WHERE field_key = 'title'", kind)
        form.context.bus.publish(Changes.of("form_field_definitions"))
        qtbot.waitUntil(lambda kind=kind: _notice(form, kind))  # type: ignore[misc]
    line = view.widget("title").input
    assert isinstance(line, QLineEdit)
    assert line.text() == "Printer on fire"
    assert view.values()["title"] == "Printer on fire"


def _notice(form: RecordForm, kind: str) -> bool:
    assert form.view is not None
    shown = form.view.definition.field("title")
    return shown is not None and (kind in shown.notice or (kind == "text" and not shown.notice))


def test_a_persona_without_the_right_reads_only(show: Callable[..., RecordForm], incident: str, live_url: str) -> None:
    insert(
        live_url,
        "role_personas",
        {"persona_key": "viewer", "display_name": "Viewer", "access_level": "standard",
         "capability_manifest": {"permissions": []}},
    )  # fmt: skip
    form = show("viewer", table="incidents", record_id=incident)
    assert "may not change incidents" in child(form, QLabel, "formState").text()
    assert not child(form, QPushButton, "save").isVisible()
    assert form.view is not None
    line = form.view.widget("title").input
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()


def test_a_missing_record_and_an_unknown_form_say_so(show: Callable[..., RecordForm], incident: str) -> None:
    missing = show(table="incidents", record_id="77")
    assert "Incidents has no record 77" in child(missing, QLabel, "noticeText").text()
    unknown = show(form_type="nonsense")
    assert "No form is called “nonsense”" in child(unknown, QLabel, "noticeText").text()


def test_a_deleted_record_keeps_what_was_typed(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    form = show(table="incidents", record_id=incident)
    type_into(form, "title", "Mine")
    execute(live_url, "DELETE FROM incidents")
    form.context.bus.publish(Changes.of("incidents", ["1"]))
    qtbot.waitUntil(lambda: form.findChild(QWidget, "notice") is not None)
    assert form.has_unsaved_input()
    assert form.view is not None
    assert form.view.isVisible()


def test_the_question_before_leaving_takes_no_more_room_than_one_answer(
    show: Callable[..., RecordForm], incident: str
) -> None:
    form = show(table="incidents", record_id=incident)
    before = form.minimumSizeHint().width()
    type_into(form, "title", "Mine")
    form.open_record(None)
    bar = child(form, QWidget, "leavingBar")
    assert bar.isVisible()
    assert form.minimumSizeHint().width() <= max(before, child(form, QPushButton, "leaving:discard").width() + 40)
    child(form, QPushButton, "leaving:discard").click()


def test_the_page_that_was_open_comes_back_with_the_record(
    show: Callable[..., RecordForm], incident: str, live_url: str, qtbot: QtBot
) -> None:
    pages = [field("incident", "title", order_index=0, ui_props={"layout": {"page": "What"}}),
             field("incident", "room", order_index=1, ui_props={"layout": {"page": "Where"}})]  # fmt: skip
    insert(live_url, "form_field_definitions", *pages)
    form = show(form_type="incident", record_id=incident)
    assert form.view is not None
    with qtbot.waitSignal(form.arranged):
        form.view.jump_to("room")
    state = form.state()
    assert state["page"] == 1
    for given, page in ((state, 1), ({**state, "page": 7}, 0), ({**state, "page": "x"}, 0)):
        again = show(form_type="incident", record_id=incident)
        assert again.view is not None
        again.restore(given)
        assert again.view.page == page
