"""Tabs and records in windows of their own, layouts under a name, and all of it after the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.tables.types import Filter, Operator
from ui.components.drafts.page import DraftsPage
from ui.components.master_detail import MasterDetail
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.forms.draft_bar import DraftBar

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

    Start = Callable[..., Program]


def idle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)


def table_of(program: Program, key: str) -> RecordTable:
    page = program.window.content.pages.page(key)
    assert page is not None
    return page.findChildren(RecordTable)[0]


def incidents(program: Program, qtbot: QtBot) -> MasterDetail:
    program.window.choose_tab("incidents")
    idle(program, qtbot)
    page = program.window.content.pages.page("incidents")
    assert page is not None
    return page.findChildren(MasterDetail)[0]


def form_of(program: Program, record_id: str, qtbot: QtBot) -> RecordForm:
    program.window.open_record("incidents", record_id)
    return opened(program, qtbot)


def opened(program: Program, qtbot: QtBot) -> RecordForm:
    """The record above the tab, once it is read."""
    form = program.window.content.record.form
    assert isinstance(form, RecordForm)
    qtbot.waitUntil(lambda: form.view is not None and program.tasks.pending == 0, timeout=20_000)
    return form


def typed(form: RecordForm, text: str) -> None:
    assert form.view is not None
    line = form.view.widget("title").input
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


def title(form: RecordForm) -> str:
    assert form.view is not None
    return str(form.view.values()["title"])


def test_filters_text_selection_and_tab_come_back(start: Start, qtbot: QtBot) -> None:
    program = start()
    table = incidents(program, qtbot).table
    table.bar.narrow((Filter("status", Operator.EQ, "open"),), "e")
    idle(program, qtbot)
    qtbot.waitUntil(lambda: table.source.model.rowCount() > 3)
    chosen = table.source.model.id_at(3)
    table.choose(chosen)
    again = start()
    assert again.window.content.pages.current_key == "incidents"
    table = table_of(again, "incidents")
    assert ([each.column for each in table.bar.filters], table.bar.text) == (["status"], "e")
    qtbot.waitUntil(lambda: table.view.chosen_id == chosen)


def test_a_filter_whose_column_is_gone_is_dropped_and_the_rows_are_shown(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute("ALTER TABLE incidents ADD COLUMN passing text")
    program = start()
    table = incidents(program, qtbot).table
    table.bar.narrow((Filter("passing", Operator.IS_NULL),), "")
    idle(program, qtbot)
    program = start(safe=True)
    psql.execute("ALTER TABLE incidents DROP COLUMN passing")
    again = start()
    table = table_of(again, "incidents")
    qtbot.waitUntil(lambda: table.source.model.rowCount() > 0, timeout=10_000)
    assert table.bar.filters == ()


def test_a_tab_in_its_own_window_is_put_back_with_its_state(start: Start, qtbot: QtBot) -> None:
    program = start()
    desk = incidents(program, qtbot)
    own = program.windows.detach("incidents")
    assert own is not None
    assert desk.window() is own
    assert program.window.content.pages.current_key != "incidents"
    program.window.choose_tab("incidents")
    assert program.window.content.pages.current_key != "incidents", "its window was brought forward instead"
    program.windows.put_back(own)
    assert desk.window() is program.window
    assert program.window.content.pages.current_key == "incidents"
    assert program.windows.windows == ()


def test_a_detached_tab_is_detached_after_the_next_start(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    program.windows.detach_at("incidents", QPoint(40, 50))
    again = start()
    assert [own.key for own in again.windows.windows] == ["incidents"]


def test_a_record_in_its_own_window_keeps_what_was_typed_and_is_asked_about(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    form = form_of(program, "28", qtbot)
    typed(form, "Half a thought")
    own = program.windows.detach()
    assert own is not None
    assert form.window() is own
    assert title(form) == "Half a thought"
    assert program.window.content.has_unsaved_input()
    own.close()
    assert own.isVisible()
    assert not own.unsaved.isHidden()
    program.windows.put_back(own)
    assert form.window() is program.window
    assert title(form) == "Half a thought"
    program.window.content.drop_top()


def test_another_persona_takes_the_windows_away(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    assert program.windows.detach("incidents") is not None
    program.window.switch_persona("rachel")
    qtbot.waitUntil(lambda: program.workspace.view is not None and program.workspace.view.reader.persona == "rachel")
    idle(program, qtbot)
    qtbot.waitUntil(lambda: program.windows.windows == ())


def test_a_tab_that_changes_is_shown_anew_in_its_window(start: Start, psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    own = program.windows.detach("incidents")
    assert own is not None
    psql.execute(
        "UPDATE tab_configurations SET content_config = %s WHERE tab_key = 'incidents'",
        ('{"type": "Component", "component": "record_table", "props": {"table": "incidents"}}',),
    )
    program.workspace.reload()
    qtbot.waitUntil(lambda: bool(program.windows.windows) and program.windows.windows[0] is not own, timeout=10_000)
    idle(program, qtbot)
    assert program.windows.windows[0].key == "incidents"


def test_layouts_are_saved_chosen_renamed_and_deleted(start: Start, qtbot: QtBot) -> None:
    program = start()
    table = incidents(program, qtbot).table
    table.bar.narrow((), "hail")
    idle(program, qtbot)
    program.windows.detach("errors")
    assert program.layouts.save("  Morning   round ") == "Morning round"
    program.windows.gather()
    program.window.choose_tab("incidents")
    table.bar.clear()
    idle(program, qtbot)
    again = start()
    assert again.layouts.names() == ("Morning round",)
    assert again.layouts.choose("Morning round")
    idle(again, qtbot)
    assert [own.key for own in again.windows.windows] == ["errors"]
    assert table_of(again, "incidents").bar.text == "hail"
    for name in ("", "x" * 300):
        with pytest.raises(InvalidInput):
            again.layouts.save(name)
    again.layouts.save("Other")
    with pytest.raises(InvalidInput, match="already"):
        again.layouts.rename("Other", "Morning round")
    again.layouts.rename("Other", "Evening")
    again.layouts.delete("Morning round")
    assert again.layouts.names() == ("Evening",)
    again.layouts.reset()
    idle(again, qtbot)
    assert again.windows.windows == ()
    assert table_of(again, "incidents").bar.text == ""


def test_a_draft_comes_back_and_meets_what_others_stored(start: Start, psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    form = form_of(program, "28", qtbot)
    typed(form, "Mine")
    start()
    psql.execute("UPDATE incidents SET title = 'Theirs' WHERE id = 28")
    third = start()
    form = opened(third, qtbot)
    assert title(form) == "Mine"
    said = form.findChildren(DraftBar)[0].text
    assert "restored" in said
    assert "changed elsewhere" in said
    assert form.view is not None
    assert "Theirs" in form.view.widget("title").elsewhere
    form.findChildren(DraftBar)[0].discarded.emit()
    idle(third, qtbot)
    last = start()
    form = opened(last, qtbot)
    assert title(form) == "Theirs"
    assert form.findChildren(DraftBar)[0].isHidden()


def test_a_draft_of_a_record_that_is_gone_is_among_the_drafts(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start()
    incidents(program, qtbot)
    typed(form_of(program, "28", qtbot), "Kept all the same")
    program = start()
    psql.execute("DELETE FROM incidents WHERE id = 28")
    program = start()
    idle(program, qtbot)
    program.window.content.clear()
    context = program.window.context
    assert context is not None
    page = DraftsPage(context, lambda _props, _title: None)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert "Kept all the same" in page.content.text()


def test_without_our_tables_drafts_are_kept_in_the_local_file(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute("DROP TABLE desktop.drafts")
    program = start()
    incidents(program, qtbot)
    typed(form_of(program, "28", qtbot), "Local")
    again = start()
    assert title(opened(again, qtbot)) == "Local"


def test_a_saved_record_leaves_no_draft(start: Start, psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    form = form_of(program, "28", qtbot)
    typed(form, "Saved")
    form.flush()
    idle(program, qtbot)
    assert psql.execute("SELECT count(*) FROM desktop.drafts").fetchone() == (1,)
    form.save()
    idle(program, qtbot)
    assert psql.execute("SELECT count(*) FROM desktop.drafts").fetchone() == (0,)


def test_a_safe_start_brings_nothing_back_and_says_so(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot).table.bar.narrow((), "hail")
    idle(program, qtbot)
    program.windows.detach("errors")
    safe = start(safe=True)
    assert safe.windows.windows == ()
    assert "Safe start" in safe.window.toast.text
    again = start()
    assert [own.key for own in again.windows.windows] == ["errors"], "the safe start lost nothing"


def test_the_shared_keys_work_in_a_window_of_its_own(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    own = program.windows.detach("incidents")
    assert own is not None
    with qtbot.waitActive(own):
        own.activateWindow()
    program.window.open_record("incidents", "28")
    assert [title for _, title in own.content.above()] == ["Incidents"]
    assert program.window.content.above() == ()
    idle(program, qtbot)
    QTest.keyClick(own, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert own.content.above() == ()
