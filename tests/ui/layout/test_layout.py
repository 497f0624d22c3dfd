"""Tabs and records in windows of their own, layouts under a name, and all of it after the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.forms.drafts.types import DraftField, FormDraft, to_documents
from jarvis_desktop.tables.types import Filter, Operator
from ui.components.drafts.page import DraftsPage
from ui.components.master_detail import MasterDetail
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.core.session import Keeper
from ui.forms.draft_bar import DraftBar
from ui.shell.layout.reset import ResetQuestion
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme

    Start = Callable[..., Program]

FAR_AWAY = "AdnQywADAAAAACMo///seAAALuP///ODAAAjKv//7HoAAC7h///zgQAAAAAAAAAAAyAAACMq///segAALuH///OB"
"""Three thousand pixels wide, on a screen nine thousand pixels to the right."""


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


def switch(program: Program, persona: str, qtbot: QtBot) -> None:
    program.window.switch_persona(persona)
    qtbot.waitUntil(lambda: program.workspace.view is not None and program.workspace.view.reader.persona == persona)
    idle(program, qtbot)


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


def test_another_persona_takes_the_windows_away_and_they_come_back_with_their_own(start: Start, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    form_of(program, "28", qtbot)
    assert program.windows.detach() is not None
    assert program.windows.detach("incidents") is not None
    assert sorted(own.key for own in program.windows.windows) == ["", "incidents"]
    switch(program, "rachel", qtbot)
    qtbot.waitUntil(lambda: program.windows.windows == ())
    switch(program, "john", qtbot)
    qtbot.waitUntil(lambda: sorted(own.key for own in program.windows.windows) == ["", "incidents"])
    idle(program, qtbot)
    again = start()
    assert sorted(own.key for own in again.windows.windows) == ["", "incidents"]


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
    assert table_of(again, "incidents").bar.text == "hail", "what people look for is no layout"


def test_layouts_are_listed_by_the_numbers_in_their_names(start: Start) -> None:
    program = start()
    for name in ("week 10", "Week 2", "9", "Week", "10", "Week 2b"):
        program.layouts.save(name)
    assert program.layouts.names() == ("9", "10", "Week", "Week 2", "Week 2b", "week 10")


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


def test_persons_on_one_account_have_their_own_arrangement_and_drafts(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start()
    desk = incidents(program, qtbot)
    desk.table.bar.narrow((), "hail")
    idle(program, qtbot)
    typed(form_of(program, "28", qtbot), "By the first")
    services, context = program.workspace.services, program.window.context
    assert services is not None
    assert context is not None
    first = context.reader.user_id
    program.workspace.open(services, "john", "somebody-else")
    qtbot.waitUntil(lambda: program.window.context is not None and program.window.context.reader.user_id != first)
    idle(program, qtbot)
    form = program.window.content.record.form
    assert isinstance(form, RecordForm)
    assert title(form) == "By the first", "typed input stays, whoever it is now"
    program.window.content.drop_top()
    idle(program, qtbot)
    assert incidents(program, qtbot).table.bar.text == ""
    form = form_of(program, "27", qtbot)
    typed(form, "By the second")
    form.flush()
    idle(program, qtbot)
    drafts = psql.execute("SELECT user_id, place FROM desktop.drafts").fetchall()
    assert drafts == [("somebody-else", "form/incident/27")]
    assert start().session.keeper.kept("tab/john/incidents")
    assert table_of(start(), "incidents").bar.text == "hail"


def test_two_windows_merge_what_is_typed_where_only_the_file_keeps_it(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute("DROP TABLE desktop.drafts")
    program = start()
    incidents(program, qtbot)
    context = program.window.context
    assert context is not None
    other = Keeper(program.session.keeper.path)
    other.serve(context.reader.user_id)
    theirs = FormDraft("incident", "28", "INC-28", {"next_step": DraftField("Theirs")}, {"next_step": ""})
    values, base = to_documents(theirs)
    form = form_of(program, "28", qtbot)
    typed(form, "Mine")
    form.flush()
    idle(program, qtbot)
    other.keep("draft/form/incident/28", {"values": values, "base": base})
    other.flush()
    typed(form, "Mine still")
    form.flush()
    program.session.keeper.flush()
    other.renew()
    assert other.kept("draft/form/incident/28")["values"]["fields"].keys() == {"title", "next_step"}


def test_a_safe_start_leaves_drafts_alone(start: Start, psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    typed(form_of(program, "28", qtbot), "From before")
    safe = start(safe=True)
    form = form_of(safe, "28", qtbot)
    (bar,) = form.findChildren(DraftBar)
    assert bar.isHidden()
    assert title(form) != "From before"
    typed(form, "Typed in safety")
    assert "left alone" in bar.text
    assert safe.window.content.loses_input(), "so it is said when the window is closed"
    form.flush()
    idle(safe, qtbot)
    (stored,) = psql.execute("SELECT values::text FROM desktop.drafts").fetchone() or ("",)
    assert "From before" in stored
    assert "safety" not in stored
    form.revert()
    context = safe.window.context
    assert context is not None
    page = DraftsPage(context, safe.window.show_form)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    page.list.itemActivated.emit(page.list.item(0))
    form = opened(safe, qtbot)
    assert title(form) == "From before", "asked for, it comes back"
    again = start()
    assert title(form_of(again, "28", qtbot)) == "From before"


def test_a_draft_that_a_safe_start_left_alone_can_be_discarded(
    start: Start, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start()
    incidents(program, qtbot)
    typed(form_of(program, "28", qtbot), "From before")
    safe = start(safe=True)
    form = form_of(safe, "28", qtbot)
    typed(form, "Typed in safety")
    form.findChildren(DraftBar)[0].discarded.emit()
    assert title(form) == "Typed in safety"
    form.flush()
    idle(safe, qtbot)
    (stored,) = psql.execute("SELECT values::text FROM desktop.drafts").fetchone() or ("",)
    assert "Typed in safety" in stored
    assert "From before" not in stored


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


def test_the_keys_of_commands_work_in_a_window_of_its_own_whatever_they_are(start: Start, qtbot: QtBot) -> None:
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
    tips = {button.text(): button.toolTip() for button in own.findChildren(QToolButton)}
    assert "Ctrl+Shift+O" in tips["Put back"]
    program.window.menus.keys.choose({"layout.detach": ("Ctrl+Alt+D",), "layout.close-window": ("Ctrl+Alt+W",)})
    tips = {button.text(): button.toolTip() for button in own.findChildren(QToolButton)}
    assert "Ctrl+Alt+D" in tips["Put back"]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(own, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(own, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert own in program.windows.windows, "those keys are no more"
    QTest.keyClick(own, Qt.Key.Key_D, both)
    assert not program.windows.windows
    assert program.window.content.pages.current_key == "incidents"
    own = program.windows.detach("incidents")
    assert own is not None
    with qtbot.waitActive(own):
        own.activateWindow()
    QTest.keyClick(own, Qt.Key.Key_W, both)
    assert program.windows.windows == ()
    assert program.window.content.pages.current_key == "incidents"


def test_theme_and_zoom_leave_the_windows_where_they_are(start: Start, theme: Theme, qtbot: QtBot) -> None:
    program = start()
    incidents(program, qtbot)
    own = program.windows.detach("incidents")
    assert own is not None
    theme.set_zoom(150)
    theme.toggle()
    idle(program, qtbot)
    assert program.windows.windows == (own,)
    assert own.isVisible()
    theme.set_zoom(100)
    theme.toggle()
    again = start()
    assert [each.key for each in again.windows.windows] == ["incidents"]


def test_a_reset_asks_first_and_leaves_filters_and_records(start: Start, theme: Theme, qtbot: QtBot) -> None:
    program = start()
    desk = incidents(program, qtbot)
    desk.table.arranging.show("status", shown=False)
    desk.table.bar.narrow((), "hail")
    desk.splitter.setSizes([300, 700])
    desk.panes._on_moved()  # as if dragged
    idle(program, qtbot)
    desk.table.choose(desk.table.source.model.id_at(0))
    qtbot.waitUntil(lambda: desk.form is not None and desk.form.view is not None)
    idle(program, qtbot)
    assert desk.form is not None
    record = desk.form.record_id
    program.window.resize(900, 620)
    program.window.menus.rail_chosen.emit()

    def ask(answer: str) -> None:
        program.commands.run("layout.reset")
        (box,) = [each for each in program.window.findChildren(ResetQuestion) if each.isVisible()]
        next(button for button in box.buttons() if button.text() == answer).click()
        idle(program, qtbot)

    ask("Cancel")
    assert "status" not in [column.name for column in table_of(program, "incidents").source.model.columns]
    ask("Reset")
    desk = incidents(program, qtbot)
    table = desk.table
    qtbot.waitUntil(lambda: "status" in [column.name for column in table.source.model.columns], timeout=10_000)
    assert table.bar.text == "hail"
    assert desk.splitter.sizes()[0] > desk.splitter.sizes()[1]
    qtbot.waitUntil(lambda: desk.form is not None and desk.form.record_id == record, timeout=10_000)
    assert program.window.width() > 700
    program.session.capture()
    other = MainWindow(theme, WindowMemory(None))
    qtbot.addWidget(other)
    assert not program.window.memory.restore(other), "the tab names are shown"
    again = start()
    assert "status" in [column.name for column in table_of(again, "incidents").source.model.columns]


@pytest.mark.parametrize(
    "windows",
    [
        "junk",
        [1, None, {"key": "ghost"}, {"key": 3, "geometry": "%"}, {"above": "x"}],
        [{"key": "errors", "geometry": "AAAA", "above": [{"name": "record_form", "props": 3}, 4]}],
        [{"key": "errors", "geometry": FAR_AWAY}],
    ],
)
def test_windows_of_another_version_or_screen_are_shown_where_they_can_be_seen(
    start: Start, windows: object, qtbot: QtBot
) -> None:
    program = start()
    context = program.window.context
    assert context is not None
    path = program.session.keeper.path
    start(safe=True)
    later = Keeper(path)
    later.serve(context.reader.user_id)
    view = {"tab": "ghost", "above": [{"name": "ghost"}, 5], "docks": 7, "of later": 1, "windows": windows}
    later.keep("view/john", view)
    later.flush()
    again = start()
    screen = again.window.screen().availableGeometry()
    assert again.window.content.pages.current_key
    for own in again.windows.windows:
        assert own.key == "errors"
        assert screen.intersects(own.geometry())
    again.session.flush()
    later.renew()
    assert later.kept("view/john")["of later"] == 1


def test_an_unreadable_arrangement_is_told(start: Start, qtbot: QtBot) -> None:
    path = start().session.keeper.path
    assert path is not None
    start(safe=True)
    path.write_text("{", encoding="utf-8")
    program = start()
    assert "could not be read" in program.window.toast.text
    program.session.flush()
    assert path.with_suffix(".aside").read_text(encoding="utf-8") == "{"


def test_a_geometry_that_means_nothing_is_no_obstacle(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    path = tmp_path / "window.ini"
    for junk in (b"\0" * 200, b"[window]\ngeometry=@ByteArray(junk)\nrail_narrow=7\n", b"[window]\ngeometry=5\n"):
        path.write_bytes(junk)
        window = MainWindow(theme, WindowMemory(path))
        qtbot.addWidget(window)
        window.show()
        assert window.screen().availableGeometry().intersects(window.geometry())
