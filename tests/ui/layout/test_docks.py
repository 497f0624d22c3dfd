"""Docks beside the content: what they show, where they stand, and all of it after the next start."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support.laws import examples
from tests.ui.layout.test_layout import form_of, idle, incidents, typed
from tests.ui.layout.test_session_file import VALUES
from ui.components.record_table import RecordTable
from ui.shell.layout.docks import NOTIFICATIONS, RECORD, WORK
from ui.shell.layout.record_dock import RecordDock
from ui.shell.layout.work_dock import WorkDock
from ui.shell.notifications.desk import NotificationDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

    Start = Callable[..., Program]
    Key = Qt.Key
SIDES = Qt.DockWidgetArea


def plain_list(program: Program, qtbot: QtBot) -> RecordTable:
    """A list without a form of its own beside it."""
    program.window.choose_tab("support-desk")
    idle(program, qtbot)
    page = program.window.content.pages.page("support-desk")
    assert page is not None
    table = next(table for table in page.findChildren(RecordTable) if table.isVisible())
    qtbot.waitUntil(lambda: table.source.model.rowCount() > 2, timeout=10_000)
    return table


def record_dock(program: Program) -> RecordDock:
    program.docks.open(RECORD)
    return next(iter(program.window.findChildren(RecordDock)))


def side(program: Program, name: str) -> Qt.DockWidgetArea:
    return program.docks.host.dockWidgetArea(program.docks.docks[name])


def test_nothing_is_docked_before_somebody_wants_it(start: Start) -> None:
    program = start()
    assert not program.docks.docks
    assert program.docks.state() == {"open": []}


def test_docks_come_back_where_they_were(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    for name in (RECORD, NOTIFICATIONS, WORK):
        program.docks.open(name)
    assert program.docks.host.tabifiedDockWidgets(program.docks.docks[RECORD]) == [program.docks.docks[NOTIFICATIONS]]
    program.docks.docks[NOTIFICATIONS].move_to(SIDES.LeftDockWidgetArea)
    program.docks.docks[WORK].float_away()
    program.docks.close(RECORD)
    again = start()
    assert [name for name in (RECORD, NOTIFICATIONS, WORK) if again.docks.is_open(name)] == [NOTIFICATIONS, WORK]
    assert side(again, NOTIFICATIONS) is SIDES.LeftDockWidgetArea
    assert again.docks.docks[WORK].isFloating()
    again.layouts.save("Left")
    again.layouts.reset()
    idle(again, qtbot)
    assert not any(again.docks.is_open(name) for name in (RECORD, NOTIFICATIONS, WORK))
    assert side(again, NOTIFICATIONS) is SIDES.RightDockWidgetArea
    assert not again.docks.docks[WORK].isFloating()
    assert again.layouts.choose("Left")
    assert side(again, NOTIFICATIONS) is SIDES.LeftDockWidgetArea
    assert again.docks.is_open(WORK)


def test_docks_begin_where_lines_end(start: Start) -> None:
    program = start()
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    program.docks.open(RECORD)
    assert side(program, RECORD) is SIDES.LeftDockWidgetArea


def test_docks_do_not_make_the_window_grow(start: Start, qtbot: QtBot) -> None:
    program = start()
    plain_list(program, qtbot)
    program.window.resize(800, 640)
    for name in (WORK, RECORD, NOTIFICATIONS):
        program.docks.open(name)
    idle(program, qtbot)
    qtbot.waitUntil(lambda: program.docks.docks[NOTIFICATIONS].isVisible())
    assert (program.window.width(), program.window.height()) == (800, 640)


def test_another_persona_finds_the_docks_as_they_are_and_each_keeps_its_own(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    program.docks.open(WORK)

    def switch(key: str) -> None:
        program.window.switch_persona(key)
        qtbot.waitUntil(lambda: program.workspace.view is not None and program.workspace.view.reader.persona == key)
        idle(program, qtbot)

    switch("rachel")
    assert program.docks.is_open(WORK)
    program.docks.close(WORK)
    switch("john")
    assert program.docks.is_open(WORK)
    switch("rachel")
    assert not program.docks.is_open(WORK)


def test_the_record_under_the_cursor_is_shown_and_typed_input_holds_it(start: Start, qtbot: QtBot) -> None:
    program = start()
    table = plain_list(program, qtbot)
    dock = record_dock(program)
    first, second = table.source.model.id_at(0), table.source.model.id_at(1)
    table.choose(first)
    qtbot.waitUntil(lambda: dock.form is not None and dock.form.record_id == first and dock.form.view is not None)
    assert dock.form is not None
    idle(program, qtbot)
    table.choose(second)
    qtbot.waitUntil(lambda: dock.form is not None and dock.form.record_id == second)
    idle(program, qtbot)
    line = next(each for each in dock.form.findChildren(QLineEdit) if each.isEnabled() and not each.isReadOnly())
    line.setFocus()
    QTest.keyClicks(line, "Typed in the dock")
    assert program.window.content.has_unsaved_input()
    table.choose(first)
    program.docks.close(RECORD)
    program.window.close()
    assert program.window.isVisible(), "it is asked about"
    assert program.docks.is_open(RECORD), "and shown"
    assert dock.form.record_id == second
    dock.form.revert()
    assert not program.window.content.has_unsaved_input()


def test_a_tab_that_has_the_record_beside_its_list_shows_it_once(start: Start, qtbot: QtBot) -> None:
    program = start()
    dock = record_dock(program)
    desk = incidents(program, qtbot)
    qtbot.waitUntil(lambda: desk.table.source.model.rowCount() > 1)
    desk.table.choose(desk.table.source.model.id_at(1))
    qtbot.waitUntil(lambda: "already" in dock.empty.title)
    assert dock.form is None


def test_the_bell_opens_and_closes_the_dock_of_the_notifications(start: Start, qtbot: QtBot) -> None:
    program = start()
    program.docks.open(NOTIFICATIONS)
    bell = program.window.findChild(NotificationDesk)
    assert isinstance(bell, NotificationDesk)
    assert bell.panel is not None
    assert bell.panel.window() is program.window
    qtbot.waitUntil(bell.panel.isVisible)
    QTest.keyClick(bell.panel.list, Qt.Key.Key_Escape)
    program.window.content.setFocus()
    assert program.docks.is_open(NOTIFICATIONS)
    bell.toggle_panel()
    assert not program.docks.is_open(NOTIFICATIONS)
    bell.toggle_panel()
    assert program.docks.is_open(NOTIFICATIONS)


def test_work_that_ended_is_listed_with_how(start: Start, qtbot: QtBot) -> None:
    from jarvis_desktop.core.cancel import Cancellation
    from jarvis_desktop.core.errors import JarvisError
    from ui.core.jobs import Job

    program = start()
    done, failed = (Job(program.tasks, title, Cancellation()) for title in ("Exporting incidents", "Printing"))
    done.run_in_worker(lambda: None)
    idle(program, qtbot)

    def fail() -> None:
        raise JarvisError("The disk is full.", title="Not printed")

    failed.run_in_worker(fail)
    idle(program, qtbot)
    program.docks.open(WORK)
    (dock,) = program.window.findChildren(WorkDock)
    told = [dock.list.item(row).text() for row in range(dock.list.count())]
    assert "Printing" in told[0]
    assert "The disk is full." in told[0]
    assert "Exporting incidents" in told[1]
    assert "Done" in told[1]


def test_a_dock_is_moved_by_its_menu_without_a_mouse(start: Start, qtbot: QtBot) -> None:
    program = start()
    dock = program.docks.open(WORK)
    menu = dock.menu()
    next(action for action in menu.actions() if "left" in action.text()).trigger()
    assert side(program, WORK) is SIDES.LeftDockWidgetArea
    assert [action.text() for action in dock.menu().actions() if not action.isEnabled()] == ["Move to the left"]
    assert dock.head.close_button.accessibleName() == "Close “Work”"
    for button in (dock.head.menu_button, dock.head.close_button):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_one_key_goes_through_the_areas_and_back(start: Start, qtbot: QtBot) -> None:
    program = start()
    table = plain_list(program, qtbot)
    program.docks.open(WORK)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    table.view.setFocus()

    def area() -> str:
        focus: QObject | None = QApplication.focusWidget()
        while focus is not None:
            if focus is program.window.content:
                return "content"
            if focus.objectName() in {"rail", "topBar", "dock:work"} or focus is program.window.status:
                return focus.objectName() or "status"
            focus = focus.parent()
        return ""

    been = []
    for _ in range(5):
        been.append(area())
        QTest.keyClick(program.window, Qt.Key.Key_F6)
    assert been == ["content", "dock:work", "status", "rail", "topBar"]
    assert QApplication.focusWidget() is table.view, "where it was in the content"
    QTest.keyClick(program.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert area() == "topBar"


def test_a_state_of_the_docks_that_means_nothing_leaves_them_as_delivered(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    program.docks.open(WORK)
    real = b64decode(program.docks.state()["places"])
    bytes_ = st.binary(max_size=80) | st.builds(
        lambda place, byte: real[: place % len(real)] + bytes([byte]) + real[place % len(real) + 1 :],
        st.integers(0, 10_000),
        st.integers(0, 255),
    )
    states = st.fixed_dictionaries(
        {"open": st.lists(st.sampled_from([RECORD, NOTIFICATIONS, WORK, "ghost"])) | VALUES},
        optional={"places": bytes_.map(lambda each: b64encode(each).decode()) | VALUES},
    )

    @settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
    @given(state=states | VALUES)
    def obey(state: object) -> None:
        program.docks.arrange(state)
        if isinstance(state, dict) and isinstance(state.get("open"), list):
            wanted = {name for name in (RECORD, NOTIFICATIONS, WORK) if name in state["open"]}
            assert {name for name in program.docks.docks if program.docks.is_open(name)} == wanted
        screen = program.window.screen().availableGeometry()
        for dock in program.docks.docks.values():
            assert not dock.isFloating() or dock.isHidden() or screen.intersects(dock.geometry())

    obey()
    idle(program, qtbot)


def test_typed_input_of_a_form_is_said_to_be_kept(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    typed(form_of(program, "28", qtbot), "Half a thought")
    assert not program.window.content.loses_input()
    program.window.close()
    bar = program.window.findChild(QObject, "leaveWithoutSaving")
    assert bar is not None
    assert bar.property("text") == "Close and keep drafts"


def test_the_bell_still_opens_the_dock_after_a_restart(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    program.docks.open(NOTIFICATIONS).move_to(SIDES.LeftDockWidgetArea)
    program.docks.close(NOTIFICATIONS)
    for _restarts in range(2):
        again = start()
    bell = again.telling.notifications
    assert not again.docks.docks
    bell.toggle_panel()
    assert again.docks.is_open(NOTIFICATIONS)
    assert side(again, NOTIFICATIONS) is SIDES.LeftDockWidgetArea
    bell.toggle_panel()
    again.docks.reset()
    last = start()
    last.telling.notifications.toggle_panel()
    assert not last.docks.docks
    assert last.telling.notifications.panel is not None
    qtbot.waitUntil(last.telling.notifications.panel.isVisible)
