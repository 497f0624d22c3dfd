"""Notifications, links and the status bar in the whole program."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from jarvis_desktop.app.settings import Settings, Unusable
from jarvis_desktop.people.notifications.types import Notification, Tone
from tests.ui.app.conftest import psql, start
from ui.app.request import Request
from ui.shell.status import LinkState

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.shell.notifications.panel import NotificationPanel

__all__ = ["psql", "start"]


def settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)


def tell(program: Program, qtbot: QtBot, *told: Notification) -> None:
    desk = program.telling.notifications
    with qtbot.waitSignal(desk.told, timeout=5_000):
        for each in told:
            desk.notify(each)
    settled(program, qtbot)


def opened(program: Program, qtbot: QtBot) -> NotificationPanel:
    desk = program.telling.notifications
    desk.toggle_panel()
    settled(program, qtbot)
    assert desk.panel is not None
    return desk.panel


def test_what_is_told_pops_up_and_is_kept(
    start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    tell(program, qtbot, Notification("Exported 3 rows", tone=Tone.SUCCESS))
    assert program.window.toast.text == "Exported 3 rows"
    assert program.telling.notifications.bell.unread == 1
    assert psql.execute("SELECT title, tone FROM desktop.notifications").fetchall() == [("Exported 3 rows", "success")]


def test_the_bell_rings_again_when_the_quiet_is_over(start: Callable[..., Program], qtbot: QtBot) -> None:
    desk = start("john").telling.notifications
    desk.keep_quiet(timedelta(milliseconds=200))
    assert "Do not disturb" in desk.bell.accessibleName()
    qtbot.waitUntil(lambda: "Do not disturb" not in desk.bell.accessibleName(), timeout=10_000)


def test_the_status_bar_names_the_person(start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start("john")
    who = program.window.findChild(QLabel, "who")
    assert who is not None
    view = program.workspace.view
    assert view is not None
    psql.execute(
        "INSERT INTO users (id, email, first_name, last_name)"
        " VALUES (%s, 'j@example.org', 'Ida', 'Quill')"
        " ON CONFLICT (id) DO UPDATE SET first_name = 'Ida', last_name = 'Quill'",
        [view.reader.user_id],
    )
    qtbot.waitUntil(lambda: who.text().startswith("Ida Quill · "), timeout=10_000)


def test_many_at_once_are_one(start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start("john")
    tell(program, qtbot, *(Notification(f"INC-{n} changed", many="{n} incidents changed") for n in range(12)))
    assert program.window.toast.text.startswith("12 incidents changed")
    assert psql.execute("SELECT title FROM desktop.notifications").fetchall() == [("12 incidents changed",)]


def test_nothing_pops_up_while_it_is_quiet_but_it_is_kept(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    desk = program.telling.notifications
    desk.keep_quiet(timedelta(hours=1))
    settled(program, qtbot)
    tell(program, qtbot, Notification("Unseen"))
    assert "Unseen" not in program.window.toast.text
    assert desk.bell.unread == 1
    desk.keep_quiet(None)
    settled(program, qtbot)
    tell(program, qtbot, Notification("Seen"))
    assert program.window.toast.text == "Seen"


def test_a_word_with_undo_in_it_is_not_covered(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    program.window.toast.say("Priority changed", ("Undo", program.window.toast.dismiss))
    tell(program, qtbot, Notification("Later"))
    assert program.window.toast.text == "Priority changed"
    program.window.toast.dismiss()
    assert program.window.toast.text == "Later"


def test_the_list_is_worked_with_the_keyboard(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    tell(program, qtbot, Notification("one"))
    tell(program, qtbot, Notification("two", link="jarvis://help/filters"))
    panel = opened(program, qtbot)
    assert [entry.title for entry in panel.model.entries] == ["two", "one"]
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    settled(program, qtbot)
    assert [entry.unread for entry in panel.model.entries] == [False, True]
    panel.only_unread.click()
    settled(program, qtbot)
    assert [entry.title for entry in panel.model.entries] == ["one"]
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    settled(program, qtbot)
    assert panel.notice.isVisible()
    assert panel.notice.title == "Nothing unread"
    undo = program.window.toast.findChild(QPushButton, "toastAction0")
    assert undo is not None
    undo.click()
    settled(program, qtbot)
    panel.everything.click()
    settled(program, qtbot)
    assert [entry.title for entry in panel.model.entries] == ["two", "one"]
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_fault_is_told_once_and_kept(
    start: Callable[..., Program], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("john")
    with qtbot.waitSignal(program.telling.notifications.told, timeout=5_000):
        for _ in range(5):
            program.desk.take(ZeroDivisionError("division by zero"))
    settled(program, qtbot)
    (entry,) = opened(program, qtbot).model.entries
    assert entry.tone is Tone.DANGER
    assert "ZeroDivisionError" in entry.text


def test_a_lost_connection_is_told_and_its_return(
    start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("john")
    ends = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        " AND application_name = 'jarvis-desktop-listen'"
    )
    qtbot.waitUntil(
        lambda: psql.execute(ends.replace("pg_terminate_backend(pid)", "pid")).fetchone() is not None, timeout=10_000
    )
    with qtbot.waitSignals([program.telling.notifications.told] * 2, timeout=20_000):
        psql.execute(ends)
    qtbot.waitUntil(lambda: program.window.status.state is LinkState.CONNECTED, timeout=20_000)
    settled(program, qtbot)
    assert {entry.title for entry in opened(program, qtbot).model.entries} == {
        "The database is back",
        "Connection to the database lost",
    }


def test_links_lead_there_and_bad_ones_are_refused(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    arrivals, window = program.telling.arrivals, program.window
    arrivals.follow_text("jarvis://incident/INC-35")
    settled(program, qtbot)
    assert window.content.record.form is not None
    assert window.content.currentWidget() is window.content.record
    key = window.content.pages.tabs()[1].key
    arrivals.follow_text(f"jarvis://tab/{key}")
    settled(program, qtbot)
    assert window.content.pages.current_key == key
    for text in ("jarvis://tab/nowhere", "jarvis://help/nowhere", "javascript:alert(1)", "jarvis://incident/../.."):
        window.toast.dismiss()
        arrivals.follow_text(text)
        assert window.toast.text.startswith("Not opened"), text
    arrivals.follow_text("jarvis://record/no_such_table/1")
    arrivals.follow_text("jarvis://incident/INC-NONE")
    settled(program, qtbot)


def test_a_link_asks_about_typed_input_and_changes_nothing(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    window = program.window
    program.telling.arrivals.follow_text("jarvis://incident/INC-35")
    settled(program, qtbot)
    form = window.content.record.form
    assert form is not None
    view = form.view  # type: ignore[attr-defined]
    from PySide6.QtWidgets import QLineEdit

    field = next(each for each in view.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly())
    QTest.keyClicks(field, " typed")
    assert form.has_unsaved_input()
    program.telling.arrivals.follow_text("jarvis://incident/INC-34")
    settled(program, qtbot)
    assert window.content.record.form is form
    assert form.has_unsaved_input()


def test_a_later_start_with_a_persona_switches_to_it_first(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.telling.arrivals.take(Request(persona="john", tab="incidents"))
    settled(program, qtbot)
    qtbot.waitUntil(lambda: program.window.content.pages.current_key == "incidents", timeout=10_000)
    assert program.workspace.view is not None
    assert program.workspace.view.reader.persona == "john"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_database_is_told_about(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    status = program.window.status
    status.show_details()
    assert status.details is not None
    assert not status.details.retry.isVisible()
    status.show_link(LinkState.LOST)
    status.details.tell()
    assert status.details.retry.isVisible()
    with qtbot.waitSignal(status.retry_requested, timeout=1_000):
        status.details.retry.click()
    status.details.close()
    settled(program, qtbot)


def test_two_windows_of_one_person_share_the_bell(start: Callable[..., Program], qtbot: QtBot) -> None:
    here, there = start("john"), start("john")
    tell(here, qtbot, Notification("one"), Notification("two"))
    bells = [each.telling.notifications.bell for each in (here, there)]
    qtbot.waitUntil(lambda: [bell.unread for bell in bells] == [2, 2], timeout=10_000)
    assert there.window.toast.text == ""
    panel = opened(there, qtbot)
    panel.read_all.click()
    qtbot.waitUntil(lambda: [bell.unread for bell in bells] == [0, 0], timeout=10_000)
    settled(there, qtbot)
    settled(here, qtbot)


def test_an_answer_is_not_swallowed_while_it_is_quiet(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    program.telling.notifications.keep_quiet(timedelta(hours=1))
    settled(program, qtbot)
    tell(
        program,
        qtbot,
        Notification("INC-1 changed"),
        Notification("Export failed", "No room", Tone.DANGER, answers=True),
    )
    assert program.window.toast.text == "Export failed. No room"
    program.window.toast.dismiss()
    settled(program, qtbot)
    assert program.window.toast.text == ""


def test_the_list_is_searched(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    tell(program, qtbot, Notification("Exported 3 rows"), Notification("INC-1 changed"))
    panel = opened(program, qtbot)
    QTest.keyClicks(panel.search, "export")
    qtbot.waitUntil(lambda: [entry.title for entry in panel.model.entries] == ["Exported 3 rows"], timeout=10_000)
    panel.clear_all.click()
    settled(program, qtbot)
    assert panel.notice.title == "Nothing found"
    panel.search.clear()
    qtbot.waitUntil(lambda: [entry.title for entry in panel.model.entries] == ["INC-1 changed"], timeout=10_000)
    settled(program, qtbot)


def test_a_theme_that_there_is_not_is_told_once_with_the_file_and_the_key(
    start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    place = "/home/mona/settings.toml"
    program = start("john", settings=Settings(theme="system", unusable=(Unusable("theme", "purple" * 50, place),)))
    qtbot.waitUntil(lambda: program.telling.notifications.bell.unread == 1, timeout=10_000)
    program.workspace.reload()
    settled(program, qtbot)
    ((title, said),) = psql.execute("SELECT title, text FROM desktop.notifications").fetchall()
    assert "purplepurple" in title
    assert len(title) < 100
    assert "“theme”" in said
    assert place in said
    assert "system, light, dark, contrast" in said


def test_the_list_opens_at_what_came_last(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start("john")
    for n in range(3):
        tell(program, qtbot, Notification(f"Exported {n} rows"))
    panel = opened(program, qtbot)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3, timeout=10_000)
    panel.list.setCurrentIndex(panel.model.index(2))
    panel.close_panel()
    tell(program, qtbot, Notification("Exported 99 rows"))
    opened(program, qtbot)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 4, timeout=10_000)
    current = panel.current()
    assert current is not None
    assert current.title == "Exported 99 rows"
