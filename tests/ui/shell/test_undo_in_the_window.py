"""The window with a real database: the menu Edit, the word below the content, typing, and pages above the tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.registry import Registry
from jarvis_desktop.core.words import ENGLISH, read_catalogue, speak, tr
from jarvis_desktop.edits.types import StoredEdit
from jarvis_desktop.tables.types import Query, RowSet
from tests.ui.forms.rows import execute, insert, stored
from ui.components.catalog import COMPONENTS
from ui.components.component import ComponentSpec
from ui.components.record_form import RecordForm
from ui.core.tasks import Lane
from ui.shell.command_desk import CommandDesk
from ui.shell.commands import COMMANDS as COMMANDS_OF_THE_SHELL
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory
from ui.shell.toast import Toast
from ui.shell.told import told
from ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.app.application import Application
    from ui.components.component import ComponentContext
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme

EVERYTHING = RowSet(Query("incidents"), everything=True)


def components() -> Registry[str, ComponentSpec]:
    return Registry("component", ((spec.name, spec) for spec in COMPONENTS))


class Walk:
    """A window and what a person does in it."""

    def __init__(self, window: MainWindow, tasks: TaskRunner, qtbot: QtBot, url: str) -> None:
        self.window = window
        self.tasks = tasks
        self.qtbot = qtbot
        self.url = url

    @property
    def context(self) -> ComponentContext:
        assert self.window.context is not None
        return self.window.context

    @property
    def undo_action(self) -> QAction:
        return self.window.menus.edit.undo

    @property
    def redo_action(self) -> QAction:
        return self.window.menus.edit.redo

    @property
    def toast(self) -> Toast:
        return self.window.toast

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending == 0, timeout=10_000)

    def bulk(self, **values: Any) -> StoredEdit:
        """Change all incidents, as a screen does."""
        found: list[StoredEdit] = []
        context = self.context

        def change() -> StoredEdit:
            return context.services.forms.change_rows("table:incidents", EVERYTHING, values, context.reader)

        self.tasks.submit(Lane.WRITE, change, done=found.append)
        self.settle()
        context.stored(found[0])
        self.settle()
        return found[0]

    def open_incident(self) -> RecordForm:
        self.window.open_record("incidents", "1")
        self.settle()
        form = self.window.content.record.form
        assert isinstance(form, RecordForm)
        return form

    def type_into(self, form: RecordForm, key: str, text: str) -> None:
        assert form.view is not None
        box = form.view.widget(key).input
        assert isinstance(box, QLineEdit)
        box.setFocus()
        self.qtbot.waitUntil(box.hasFocus)
        box.selectAll()
        QTest.keyClicks(box, text)

    def action(self, place: int) -> QPushButton:
        found = self.toast.findChild(QPushButton, f"toastAction{place}")
        assert found is not None
        return found


@pytest.fixture
def walk(services: Application, tasks: TaskRunner, bus: ChangeBus, theme: Theme, qtbot: QtBot, live_url: str) -> Walk:
    for number in (1, 2, 3):
        insert(live_url, "incidents", {"incident_id": f"INC-{number}", "title": f"T{number}", "status": "open"})
    workspace = Workspace(tasks, bus)
    faults: list[Exception] = []
    window = MainWindow(theme, WindowMemory(None))
    window.furnish(workspace, components, tasks, bus, on_fault=faults.append, on_refusal=print)
    CommandDesk(window, workspace, theme, Registry("command", ((each.key, each) for each in COMMANDS_OF_THE_SHELL)))
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    workspace.open(services, "admin", "tester")
    qtbot.waitUntil(lambda: window.context is not None and tasks.pending == 0, timeout=10_000)
    window.activateWindow()
    return Walk(window, tasks, qtbot, live_url)


def test_a_stored_change_is_named_taken_back_and_done_again(walk: Walk) -> None:
    assert (walk.undo_action.text(), walk.undo_action.isEnabled()) == ("Undo", False)
    walk.bulk(status="closed")
    assert walk.undo_action.text() == "Undo: status of 3 incidents"
    assert walk.toast.text == "Status of 3 incidents changed"
    assert walk.toast.accessibleName() == "Status of 3 incidents changed"
    walk.window.content.setFocus()
    QTest.keyClick(walk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    walk.settle()
    assert stored(walk.url, "SELECT count(*) FROM incidents WHERE status = 'open'") == 3
    assert (walk.undo_action.isEnabled(), walk.redo_action.text()) == (False, "Redo: status of 3 incidents")
    assert walk.toast.text == "Undone: status of 3 incidents"
    walk.redo_action.trigger()
    walk.settle()
    assert stored(walk.url, "SELECT count(*) FROM incidents WHERE status = 'closed'") == 3
    assert walk.toast.text == "Redone: status of 3 incidents"


def test_the_toast_is_reached_by_keyboard_and_goes_when_clicked(walk: Walk) -> None:
    walk.bulk(status="closed")
    button = walk.action(0)
    assert button.text() == "Undo"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    walk.settle()
    assert stored(walk.url, "SELECT count(*) FROM incidents WHERE status = 'open'") == 3
    assert walk.toast.text == "Undone: status of 3 incidents"
    QTest.mouseClick(walk.toast, Qt.MouseButton.LeftButton)
    assert walk.toast.isHidden()


def test_the_toast_covers_nothing(walk: Walk) -> None:
    before = walk.window.content.height()
    walk.context.say("Something in passing")
    walk.qtbot.waitUntil(lambda: walk.window.content.height() < before)
    content = walk.window.content.geometry()
    assert not content.intersects(walk.toast.geometry())
    QTest.keyClick(walk.toast, Qt.Key.Key_Escape)
    assert walk.toast.isHidden()


def test_what_was_not_done_is_told_as_a_warning(walk: Walk) -> None:
    walk.context.say("Copied 3 rows")
    assert walk.toast.property("tone") == "info"
    walk.context.refuse(NotAllowed("Incidents are read only.", hint="Ask an administrator."))
    assert walk.toast.property("tone") == "warning"
    assert walk.toast.text == "Not allowed: Incidents are read only. Ask an administrator."


def test_a_refusal_says_why_and_offers_the_others(walk: Walk) -> None:
    walk.bulk(status="closed")
    execute(walk.url, "UPDATE incidents SET status = 'theirs' WHERE incident_id = 'INC-2'")
    walk.undo_action.trigger()
    walk.settle()
    assert "INC-2 was changed by someone else since (status is “theirs” now)" in walk.toast.text
    assert "1 of 3 incidents" in walk.toast.text
    assert not walk.undo_action.isEnabled()
    assert (walk.action(0).text(), walk.action(1).text()) == ("Undo the other 2", "Show the record")
    walk.action(0).click()
    walk.settle()
    statuses = "SELECT string_agg(status, ',' ORDER BY id) FROM incidents"
    assert stored(walk.url, statuses) == "open,theirs,open"
    assert walk.redo_action.text() == "Redo: status of 3 incidents (all but 1)"
    walk.redo_action.trigger()
    walk.settle()
    assert stored(walk.url, statuses) == "closed,theirs,closed"


def test_the_record_in_the_way_is_shown(walk: Walk) -> None:
    walk.bulk(status="closed")
    execute(walk.url, "UPDATE incidents SET status = 'theirs'")
    walk.undo_action.trigger()
    walk.settle()
    assert walk.action(0).text() == "Show the record"
    walk.action(0).click()
    walk.settle()
    form = walk.window.content.record.form
    assert isinstance(form, RecordForm)
    assert form.record_id == "1"


def test_a_change_outside_the_journal_cannot_be_undone_and_says_so(walk: Walk) -> None:
    execute(walk.url, "DROP TABLE desktop.edit_rows, desktop.edits")
    walk.bulk(status="closed")
    assert walk.toast.text.startswith("Status of 3 incidents changed. This cannot be undone")
    assert not walk.undo_action.isEnabled()


def test_typing_is_a_step_for_each_visit_of_a_field(walk: Walk) -> None:
    form = walk.open_incident()
    assert form.view is not None
    walk.type_into(form, "title", "Flood")
    assert walk.undo_action.text() == "Undo: title of INC-1 (not saved)"
    walk.type_into(form, "reported_by", "Ann")
    walk.type_into(form, "title", "Fire")
    assert [line.split(" of ")[0].lower() for line in walk.window.undo.stack.history()] == [
        "title", "reported by", "title",
    ]  # fmt: skip
    walk.undo_action.trigger()
    assert form.view.values()["title"] == "Flood"
    walk.undo_action.trigger()
    walk.undo_action.trigger()
    assert (form.view.values()["title"], form.view.values()["reported_by"]) == ("T1", None)
    assert not form.has_unsaved_input()
    walk.redo_action.trigger()
    assert form.view.values()["title"] == "Flood"
    assert form.has_unsaved_input()


def test_a_save_stands_for_what_was_typed(walk: Walk) -> None:
    form = walk.open_incident()
    walk.type_into(form, "title", "Flood")
    walk.type_into(form, "reported_by", "Ann")
    form.save()
    walk.settle()
    assert walk.window.undo.stack.history() == ["2 fields of INC-1"]
    walk.undo_action.trigger()
    walk.settle()
    assert stored(walk.url, "SELECT title FROM incidents WHERE id = 1") == "T1"
    assert form.view is not None
    walk.qtbot.waitUntil(lambda: form.view is not None and form.view.values()["title"] == "T1")


def test_reverting_and_closing_forget_what_was_typed(walk: Walk) -> None:
    form = walk.open_incident()
    walk.type_into(form, "title", "Flood")
    form.revert()
    assert walk.window.undo.stack.history() == []
    walk.type_into(form, "title", "Fire")
    walk.window.content.drop_record()
    walk.qtbot.waitUntil(lambda: walk.window.undo.stack.history() == [])


def test_escape_in_a_field_forgets_its_steps(walk: Walk) -> None:
    form = walk.open_incident()
    assert form.view is not None
    walk.type_into(form, "title", "Flood")
    QTest.keyClick(form.view.widget("title").input, Qt.Key.Key_Escape)
    assert walk.window.undo.stack.history() == []


def test_what_somebody_else_stored_stands_where_typing_is_taken_back(walk: Walk) -> None:
    form = walk.open_incident()
    walk.type_into(form, "title", "Flood")
    execute(walk.url, "UPDATE incidents SET title = 'Theirs' WHERE id = 1")
    walk.context.bus.publish(Changes.of("incidents", ["1"]))
    walk.settle()
    walk.undo_action.trigger()
    assert form.view is not None
    assert form.view.values()["title"] == "Theirs"
    assert not form.has_unsaved_input()


def test_a_text_keeps_its_own_undo_while_one_is_in_it(walk: Walk) -> None:
    form = walk.open_incident()
    assert form.view is not None
    walk.type_into(form, "title", "Flood")
    box = form.view.widget("title").input
    assert isinstance(box, QLineEdit)
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() != "Flood"
    assert walk.undo_action.text() == "Undo: title of INC-1 (not saved)"


class Unfinished(QWidget):
    """A page that asks to be kept."""

    kept = True

    def has_unsaved_input(self) -> bool:
        return self.kept


def test_a_page_above_the_tab_has_a_way_back_and_is_asked_about(walk: Walk) -> None:
    page = Unfinished()
    walk.context.open_page("Import incidents", page)
    assert walk.window.content.currentWidget() is walk.window.content.page
    walk.window.menus.back_chosen.emit()
    stay = walk.window.findChild(QPushButton, "stay")
    assert stay is not None
    assert stay.isVisible()
    stay.click()
    page.kept = False
    walk.window.menus.back_chosen.emit()
    assert walk.window.content.currentWidget() is walk.window.content.pages


def test_a_record_opened_from_a_page_leads_back_to_it(walk: Walk) -> None:
    page = QWidget()
    walk.context.open_page("Import incidents", page)
    walk.open_incident()
    walk.window.menus.back_chosen.emit()
    assert walk.window.content.page.page is page
    assert walk.window.content.currentWidget() is walk.window.content.page
    walk.context.close_page()
    assert walk.window.content.currentWidget() is walk.window.content.pages


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("priority of INC-12", "Priority of INC-12 changed"),
        ("new incident INC-49", "New incident INC-49 stored"),
        ("deletion of 3 incidents", "3 incidents deleted"),
        ("import of 1,200 submissions", "1,200 submissions imported"),
    ],
)
def test_what_was_done_as_a_sentence(text: str, sentence: str) -> None:
    assert told(text) == sentence


def test_what_was_done_is_told_in_the_language_that_named_it() -> None:
    german = read_catalogue(bundled("resources") / "translations", "de")
    speak(german)
    try:
        assert told(tr("deletion of view “{name}”", name="Mine")) == "Ansicht „Mine“ gelöscht"
        assert told(tr("deletion of {named}", named="3 Vorfälle")) == "3 Vorfälle gelöscht"
        assert told("Priorität von INC-12") == "Geändert: Priorität von INC-12"
    finally:
        speak(ENGLISH)


def test_the_menus_offer_search_and_help(walk: Walk) -> None:
    for signal, text in ((walk.window.menus.search_chosen, "Ctrl+Shift+F"), (walk.window.menus.help_chosen, "F1")):
        with walk.qtbot.waitSignal(signal):
            key = Qt.Key.Key_F1 if text == "F1" else Qt.Key.Key_F
            held = Qt.KeyboardModifier.NoModifier
            if text != "F1":
                held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(walk.window, key, held)
