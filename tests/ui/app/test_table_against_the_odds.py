"""What people do at a table when it cannot work: no rights, no column yet, another window faster, records gone."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import make_url

from jarvis_desktop.tables.types import Query, RowSet
from tests.ui.app.seat import FILL, LOSE_ALL, Seat
from ui.components.record_form import RecordForm
from ui.components.table.bulk_edit import BulkEditPanel
from ui.core.notice import Notice
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.edits.types import StoredEdit
    from ui.app.program import Program

COLUMNS = ["incident_id", "title", "status"]


@pytest.fixture
def reading_only(psql: psycopg.Connection, stocked_url: str) -> Iterator[str]:
    """The address for a database user who may read the tables, and nothing else."""
    role, password = f"reader_{secrets.token_hex(4)}", secrets.token_hex(8)
    psql.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
    psql.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    yield make_url(stocked_url).set(username=role, password=password).render_as_string(hide_password=False)
    psql.execute(f"DROP OWNED BY {role}")
    psql.execute(f"DROP ROLE {role}")


def page_of(seat: Seat) -> QWidget:
    page = seat.program.window.content.page.page
    assert page is not None
    return page


def type_at(form: RecordForm, key: str, text: str) -> None:
    assert form.view is not None
    line = form.view.widget(key).input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def record_form(seat: Seat, record: str) -> RecordForm:
    seat.program.window.open_record("incidents", record)
    seat.settled()
    form = seat.program.window.content.record.form
    assert isinstance(form, RecordForm)
    return form


def notices(form: RecordForm) -> str:
    return " ".join(f"{n.title} {n.text}" for n in form.findChildren(Notice) if n.isVisible())


@pytest.mark.usefixtures("caplog")
def test_who_may_only_read_is_told_at_every_action(
    seat: Callable[..., Seat], psql: psycopg.Connection, reading_only: str, qtbot: QtBot
) -> None:
    psql.execute(FILL, [5])
    here = seat(reading_only, columns=COLUMNS)
    before = psql.execute("SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM incidents AS t").fetchone()
    table, toast = here.table, here.program.window.toast
    table.view.setCurrentIndex(table.source.model.index(0, 1))
    table.menu.run("edit_cell")
    here.settled()
    editor = table.cells.editing.editor
    assert editor is not None
    line: Any = editor.field.input
    line.selectAll()
    QTest.keyClicks(line, "Another title")
    QTest.keyClick(line, Qt.Key.Key_Return)
    here.settled()
    assert table.cells.editing.is_open
    assert "ermission denied" in editor.field.problem
    QTest.keyClick(line, Qt.Key.Key_Escape)
    table.view.selectRow(0)
    table.menu.run("delete_rows")
    here.settled()
    assert "ermission denied" in toast.text
    assert table.saved is not None
    table.saved.menu.aboutToShow.emit()
    here.settled()
    table.saved.menu.aboutToShow.emit()
    here.settled()
    assert any("no right" in entry.text() for entry in table.saved.menu.actions())
    assert table.menu.run("bulk_edit")
    here.settled()
    assert isinstance(page_of(here), BulkEditPanel)
    assert here.program.window.context is not None
    here.program.window.context.close_page()
    form = record_form(here, "INC-35")
    type_at(form, "title", "Another title")
    form.save()
    here.settled()
    assert "ermission denied" in notices(form)
    assert form.has_unsaved_input()
    after = psql.execute("SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM incidents AS t").fetchone()
    assert after == before
    assert not here.faults


@pytest.mark.parametrize("reconnected", [False, True], ids=["F5", "reconnected"])
@pytest.mark.usefixtures("caplog")
def test_a_column_added_meanwhile_is_there_when_one_looks_again(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot, *, reconnected: bool
) -> None:
    psql.execute(FILL, [900])
    here = seat()
    table = here.table
    table.view.verticalScrollBar().setValue(300)
    here.settled()
    table.view.selectRow(305)
    here.settled()
    chosen = table.view.chosen_id
    psql.execute("ALTER TABLE incidents ADD COLUMN weather text DEFAULT 'rough'")
    psql.execute("ALTER TABLE incidents DISABLE TRIGGER ALL")
    psql.execute("DELETE FROM incidents WHERE incident_id = 'W-450'")
    if reconnected:
        psql.execute(LOSE_ALL)
    else:
        here.program.window.activateWindow()
        table.view.setFocus()
        qtbot.waitUntil(table.view.hasFocus)
        QTest.keyClick(table.view, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "weather" in here.kinds() and here.program.tasks.pending == 0, timeout=20_000)
    stored = psql.execute("SELECT count(*) FROM incidents").fetchone()
    qtbot.waitUntil(lambda: table.source.total_exact and (table.source.total,) == stored, timeout=10_000)
    assert chosen
    assert table.view.chosen_id == chosen
    assert table.view.verticalScrollBar().value() == 300
    assert here.told() == ""


@pytest.mark.usefixtures("caplog")
def test_refreshing_while_the_server_is_away_keeps_the_rows(
    seat: Callable[..., Seat], psql: psycopg.Connection, stocked_url: str, server_url: str
) -> None:
    psql.execute(FILL, [300])
    here = seat(columns=COLUMNS)
    name = make_url(stocked_url).database
    with psycopg.connect(server_url, autocommit=True) as others:
        others.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        psql.execute(LOSE_ALL)
        here.table.refresh()
        here.settled()
        assert "W-300" in here.cells() or "W-1" in here.cells()
        assert "not reachable" in here.told() or "refused" in here.told()
        others.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    here.table.source.retry()
    here.qtbot.waitUntil(lambda: here.told() == "" and here.program.tasks.pending == 0, timeout=20_000)


def test_two_windows_take_the_same_change_back(
    start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute(FILL, [1])
    one, other = start("admin"), start("admin")
    row = psql.execute("SELECT id::text FROM incidents WHERE incident_id = 'W-1'").fetchone()
    assert row is not None
    context = one.window.context
    assert context is not None
    assert other.window.context is not None
    made: list[StoredEdit] = []

    def change() -> StoredEdit:
        rows = RowSet(Query("incidents"), ids=(row[0],))
        return context.services.forms.change_rows("table:incidents", rows, {"title": "Changed here"}, context.reader)

    one.tasks.submit(Lane.WRITE, change, done=made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    one.window.context.stored(made[0])  # type: ignore[union-attr]
    other.window.context.stored(made[0])
    one.window.menus.edit.undo.trigger()
    qtbot.waitUntil(lambda: one.window.toast.text.startswith("Undone"), timeout=10_000)
    other.window.menus.edit.undo.trigger()
    qtbot.waitUntil(lambda: "undone already" in other.window.toast.text, timeout=10_000)
    title = "SELECT title FROM incidents WHERE incident_id = 'W-1'"
    assert psql.execute(title).fetchone() == ("Hail damage number 1",)
    one.window.menus.edit.redo.trigger()
    qtbot.waitUntil(lambda: one.window.toast.text.startswith("Redone"), timeout=10_000)
    psql.execute("UPDATE incidents SET title = 'Of a third' WHERE incident_id = 'W-1'")
    one.window.menus.edit.undo.trigger()
    qtbot.waitUntil(lambda: "changed by someone else since" in one.window.toast.text, timeout=10_000)
    assert psql.execute(title).fetchone() == ("Of a third",)


def test_a_form_hears_of_a_record_changed_and_deleted_by_psql(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    here = seat(columns=COLUMNS)
    form = record_form(here, "INC-35")
    type_at(form, "title", "My own words")
    psql.execute("UPDATE incidents SET title = 'Words of psql' WHERE incident_id = 'INC-35'")
    view = form.view
    assert view is not None
    qtbot.waitUntil(lambda: "Words of psql" in view.widget("title").elsewhere, timeout=10_000)
    assert view.values()["title"] == "My own words"
    psql.execute("DELETE FROM incidents WHERE incident_id = 'INC-35'")
    qtbot.waitUntil(lambda: "deleted" in notices(form), timeout=10_000)
    form.save()
    here.settled()
    assert view.values()["title"] == "My own words"
    assert form.has_unsaved_input()
    assert not here.faults


def test_groups_of_the_props_are_read_at_once_and_too_many_are_told(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute(FILL, [2_001])
    here = seat(columns=COLUMNS, group_by="incident_id")
    assert here.table.source.group_column == ""
    qtbot.waitUntil(lambda: here.table.source.total_exact and len(here.cells()) > 2_001, timeout=10_000)
    assert "more than 2,000" in here.program.window.toast.text
    assert here.told() == ""
