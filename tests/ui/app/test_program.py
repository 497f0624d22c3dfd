"""The window over real rows: tabs by persona, live updates, and faults that stay in their place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.tables.types import Sort
from ui.components.record_table import RecordTable
from ui.core.notice import Notice
from ui.core.tasks import Lane
from ui.shell.rail import RailEntry
from ui.shell.status import LinkState

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


def keys(program: Program) -> list[str]:
    return [tab.key for tab in program.window.content.pages.tabs()]


def notices(program: Program) -> list[str]:
    pages = program.window.content.pages
    page = pages.page(pages.current_key)
    assert page is not None
    return [f"{n.title} {n.text}" for n in page.findChildren(Notice) if n.isVisible()]


def idle(program: Program) -> bool:
    return program.tasks.pending == 0


def test_each_persona_sees_the_tabs_open_to_it(start: Callable[[str], Program], psql: psycopg.Connection) -> None:
    john = set(keys(start("john")))
    assert john
    closed = psql.execute("SELECT tab_key FROM tab_configurations WHERE NOT 'john' = ANY(persona_access)").fetchall()
    assert closed
    assert not john & {key for (key,) in closed}


def test_tabs_stand_in_the_order_of_their_index(start: Callable[[str], Program], psql: psycopg.Connection) -> None:
    shown = keys(start("admin"))
    rows = psql.execute("SELECT tab_key FROM tab_configurations ORDER BY order_index, id").fetchall()
    assert shown == [key for (key,) in rows if key in shown]


def test_switching_the_persona_changes_tabs_at_once(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    before = keys(program)
    assert "data" in before
    program.window.switch_persona("broker")
    qtbot.waitUntil(lambda: keys(program) != before and idle(program))
    assert "data" not in keys(program)


def test_only_the_tab_shown_is_built(start: Callable[[str], Program]) -> None:
    program = start("admin")
    pages = program.window.content.pages
    assert [key for key in keys(program) if pages.page(key) is not None] == [pages.current_key]


def test_a_tab_renamed_by_psql_is_renamed_in_the_open_window(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    key = keys(program)[0]
    psql.execute("UPDATE tab_configurations SET tab_name = 'Nordlicht' WHERE tab_key = %s", (key,))
    entry = program.window.findChild(RailEntry, f"rail:{key}")
    assert entry is not None
    qtbot.waitUntil(lambda: _rail_text(program, key) == "Nordlicht", timeout=5_000)


def _rail_text(program: Program, key: str) -> str:
    entry = program.window.findChild(RailEntry, f"rail:{key}")
    return entry.text() if entry is not None else ""


def test_typed_input_and_focus_outlive_a_change_of_the_tab(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    program.window.choose_tab("incidents")
    qtbot.waitUntil(lambda: idle(program))
    page = program.window.content.pages.page("incidents")
    assert page is not None
    search = page.findChild(QLineEdit)
    assert search is not None
    search.setFocus()
    search.setText("hail")
    psql.execute("UPDATE tab_configurations SET description = 'Changed meanwhile' WHERE tab_key = 'incidents'")
    qtbot.waitUntil(lambda: _description(program) == "Changed meanwhile", timeout=5_000)
    assert program.window.content.pages.page("incidents") is page
    assert search.text() == "hail"
    assert search.hasFocus() or not program.window.isActiveWindow()


def _description(program: Program) -> str:
    tab = program.window.content.pages.tab("incidents")
    return tab.description if tab is not None else ""


def test_a_tab_inserted_by_psql_appears_and_one_deactivated_goes(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("admin")
    tree = {"type": "Component", "component": "markdown", "props": {"text": "*Good morning*"}}
    psql.execute(
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config)"
        " VALUES ('new', 'New', 'work', %s)",
        (json.dumps(tree),),
    )
    qtbot.waitUntil(lambda: "new" in keys(program), timeout=5_000)
    psql.execute("UPDATE tab_configurations SET is_active = false WHERE tab_key = 'new'")
    qtbot.waitUntil(lambda: "new" not in keys(program), timeout=5_000)


def test_a_component_that_nothing_implements_is_named(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute(
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config)"
        " VALUES ('odd', 'Odd', 'work', %s)",
        (json.dumps({"features": ["quantum-forecast"]}),),
    )
    program = start("admin")
    program.window.choose_tab("odd")
    qtbot.waitUntil(lambda: idle(program))
    assert any("quantum-forecast" in words.lower().replace(" ", "-") for words in notices(program))


def test_a_bad_row_is_told_in_its_place_and_the_others_work(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    psql.execute("UPDATE tab_configurations SET content_config = '[1, {\"type\": 7}]' WHERE tab_key = 'incidents'")
    program = start("john")
    program.window.choose_tab("incidents")
    qtbot.waitUntil(lambda: idle(program))
    assert notices(program)
    others = [key for key in keys(program) if key != "incidents"]
    program.window.choose_tab(others[0])
    qtbot.waitUntil(lambda: idle(program))
    assert program.window.content.pages.current_key == others[0]


def test_an_exception_in_a_slot_is_recorded_and_the_window_goes_on(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("john")
    program.desk.take(RuntimeError("the moon is in the wrong phase"))
    query = "SELECT count(*) FROM errors WHERE error_message LIKE '%%wrong phase%%' AND error_type = 'RuntimeError'"
    qtbot.waitUntil(lambda: psql.execute(query).fetchone() == (1,))
    assert "wrong phase" in program.window.status.said
    program.window.choose_tab(keys(program)[-1])
    assert program.window.content.pages.current_key == keys(program)[-1]


def test_a_lost_connection_is_told_and_comes_back_by_itself(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("john")
    qtbot.waitUntil(lambda: program.window.status.state is LinkState.CONNECTED)
    states: list[LinkState] = []
    program.link_changed.connect(lambda _up: states.append(program.window.status.state))
    psql.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    qtbot.waitUntil(lambda: LinkState.LOST in states, timeout=10_000)
    qtbot.waitUntil(lambda: program.window.status.state is LinkState.CONNECTED, timeout=10_000)
    psql.execute("UPDATE tab_configurations SET tab_name = 'Back again' WHERE tab_key = %s", (keys(program)[0],))
    qtbot.waitUntil(lambda: _rail_text(program, keys(program)[0]) == "Back again", timeout=10_000)


def test_the_rail_and_the_keyboard_reach_every_tab(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    second = keys(program)[1]
    entry = program.window.findChild(RailEntry, f"rail:{second}")
    assert entry is not None
    assert entry.accessibleName()
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert program.window.content.pages.current_key == second
    entry = program.window.findChild(RailEntry, f"rail:{keys(program)[0]}")
    assert entry is not None
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Space)
    assert program.window.content.pages.current_key == keys(program)[0]


def recorded(psql: psycopg.Connection, words: str) -> bool:
    row = psql.execute("SELECT count(*) FROM errors WHERE error_message LIKE %s", (f"%{words}%",)).fetchone()
    return row is not None and row[0] > 0


def test_bad_rows_of_a_tab_and_of_a_form_are_recorded(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    psql.execute("UPDATE tab_configurations SET content_config = '[1]' WHERE tab_key = 'activity'")
    psql.execute(
        "UPDATE form_field_definitions SET field_type = 'telepathy' WHERE form_type = 'incident'"
        " AND field_key = 'reported_by'"
    )
    program = start("admin")
    qtbot.waitUntil(lambda: recorded(psql, "Tab activity"))
    program.window.open_record("incidents", None)
    qtbot.waitUntil(lambda: recorded(psql, "telepathy"))


def test_a_refused_statement_is_recorded(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("admin")
    psql.execute("DROP TABLE tab_configurations CASCADE")
    psql.execute("DROP TABLE role_personas CASCADE")
    assert program.workspace.services is not None
    failing = program.workspace.services.database

    def read_nothing() -> None:
        with failing.read() as session:
            session.connection().exec_driver_sql("SELECT * FROM tab_configurations")

    program.tasks.submit(Lane.READ, read_nothing, done=lambda _nothing: None, failed=lambda _error: None)
    qtbot.waitUntil(lambda: recorded(psql, "tab_configurations"))


def test_what_was_arranged_last_is_remembered_when_the_window_closes(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    program.window.choose_tab("incidents")
    page = program.window.content.pages.page("incidents")
    assert page is not None
    table = page.findChild(RecordTable)
    assert table is not None
    qtbot.waitUntil(lambda: table.source.model.rowCount() > 0 and program.tasks.pending == 0)
    table.view.header.resizeSection(1, 345)
    table.arranging.order((Sort("title"),))
    program.close()
    row = psql.execute("SELECT state FROM desktop.remembered WHERE place LIKE 'incidents/%'").fetchone()
    assert row is not None
    assert row[0]["widths"] == {"title": 345}
    assert [sort["column"] for sort in row[0]["sort"]] == ["title"]
