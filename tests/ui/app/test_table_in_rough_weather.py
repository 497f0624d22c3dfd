"""A table in an open window while others change, break and take away what it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from jarvis_desktop.tables.types import ColumnKind, Filter, Operator, Sort
from tests.ui.app.seat import FILL, LOSE_ALL, TOUCH, Seat

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from pytestqt.qtbot import QtBot

REFUSED = pytest.mark.usefixtures("caplog")
"""What the database refuses is recorded beside being told or got over."""


@REFUSED
def test_a_column_of_another_type_is_shown_as_it_is_now(seat: Callable[..., Seat], psql: psycopg.Connection) -> None:
    psql.execute("ALTER TABLE incidents ADD COLUMN hours int DEFAULT 4")
    psql.execute(FILL, [30])
    here = seat(columns=["incident_id", "status", "hours"])
    assert here.kinds()["hours"] is ColumnKind.INTEGER
    psql.execute("ALTER TABLE incidents ALTER COLUMN hours TYPE varchar(20)")
    psql.execute(TOUCH)
    here.follows()
    assert here.kinds()["hours"] is ColumnKind.TEXT
    assert set(here.cells(2)) == {"4"}
    assert here.told() == ""
    assert not here.faults


@REFUSED
def test_an_order_by_a_column_that_goes_is_given_up(seat: Callable[..., Seat], psql: psycopg.Connection) -> None:
    psql.execute(FILL, [30])
    here = seat(columns=["incident_id", "status", "title"])
    here.table.source.sort_by((Sort("resolution"),))
    here.settled()
    psql.execute("ALTER TABLE incidents DROP COLUMN resolution")
    psql.execute(TOUCH)
    here.follows()
    assert "W-30" in here.cells()
    assert here.told() == ""


def test_columns_that_go_one_after_another_are_all_named(seat: Callable[..., Seat], psql: psycopg.Connection) -> None:
    psql.execute(FILL, [30])
    here = seat(columns=["incident_id", "status", "title", "resolution"])
    for column in ("title", "resolution"):
        psql.execute(f"ALTER TABLE incidents DROP COLUMN {column}")
        here.table.source.reopen()
        here.settled()
        assert f"“{column}”" in here.told()
        assert "W-30" in here.cells()
    assert "“title”" in here.told()


def test_a_filter_of_a_column_that_goes_is_named_and_can_be_cleared(
    seat: Callable[..., Seat], psql: psycopg.Connection
) -> None:
    psql.execute(FILL, [30])
    here = seat(columns=["incident_id", "status", "title"])
    here.table.bar.add(Filter("resolution", Operator.IS_NULL))
    here.settled()
    psql.execute("ALTER TABLE incidents DROP COLUMN resolution")
    here.table.source.reopen()
    here.settled()
    assert "“resolution”" in here.told()
    here.table.bar.clear()
    here.settled()
    assert "W-30" in here.cells()
    assert here.told() == ""


@REFUSED
def test_one_trouble_is_told_at_a_time(seat: Callable[..., Seat], psql: psycopg.Connection) -> None:
    psql.execute(FILL, [30])
    here = seat(columns=["incident_id", "status"])
    psql.execute("DROP TABLE incidents CASCADE")
    here.table.source.retry()
    here.settled()
    here.table.source.reopen()
    here.settled()
    assert here.told().count("incidents") == 1
    assert not here.faults


def test_a_server_lost_under_the_list_is_no_end_of_it(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    psql.execute(FILL, [2_000])
    here = seat(columns=["incident_id", "status"])
    bar = here.table.view.verticalScrollBar()
    for part in (3, 2, 1):
        bar.setValue(bar.maximum() // part)
        here.table.view.viewport().repaint()
        psql.execute(LOSE_ALL)
        QApplication.processEvents()
    last = psql.execute("SELECT incident_id FROM incidents ORDER BY id DESC LIMIT 1").fetchone()
    assert last is not None

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        here.table.view.viewport().repaint()
        return here.program.tasks.pending == 0 and here.cells()[-1] == last[0] and here.told() == ""

    qtbot.waitUntil(at_the_end, timeout=15_000)
    assert not here.faults


def test_a_table_emptied_under_a_selection_of_everything(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    psql.execute(FILL, [600])
    here = seat(columns=["incident_id", "status"])
    here.table.view.selectAll()
    psql.execute("TRUNCATE incidents CASCADE")
    here.table.menu.run("delete_rows")
    qtbot.waitUntil(lambda: "No records yet" in here.told() and here.program.tasks.pending == 0, timeout=10_000)
    assert here.table.selected() is None or here.table.selected() == here.table.everything()
    assert not here.faults


def test_three_hundred_columns_are_shown_and_searched(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    more = ", ".join(f"ADD COLUMN extra_{number} text" for number in range(285))
    psql.execute(f"ALTER TABLE incidents {more}")
    psql.execute(FILL, [30])
    psql.execute("UPDATE incidents SET extra_284 = 'needle in it' WHERE incident_id = 'W-7'")
    here = seat()
    assert here.table.source.model.columnCount() > 285
    here.table.bar.search.setText("needle")
    qtbot.waitUntil(lambda: here.table.source.model.rowCount() == 1 and here.program.tasks.pending == 0)
    assert here.told() == ""


def test_keys_of_any_length_do_not_widen_the_window(seat: Callable[..., Seat]) -> None:
    here = seat(columns=["incident_id", "status"])
    width = here.program.window.width()
    for key in ("9" * 5_000, "W" * 5_000, "\0", "<b>W</b>"):
        here.table.footer.jumped.emit(key)
        here.settled()
        assert here.table.footer.problem.full_text
        assert len(here.table.footer.problem.full_text) < 120
    here.program.window.toast.say("x" * 5_000)
    QApplication.processEvents()
    assert here.program.window.width() == width
    assert here.program.window.toast.text == "x" * 5_000
    assert all(label.minimumSizeHint().width() < 500 for label in here.program.window.toast.findChildren(QLabel))
    assert not here.faults


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("CREATE TABLE incidents (id int, incident_id text, status text)", "mod(g, 450)"),
        ("CREATE TABLE incidents (id uuid PRIMARY KEY, incident_id text, status text)", "md5(g::text)::uuid"),
        ("CREATE TABLE incidents (id text PRIMARY KEY, incident_id text, status text)", "'/\"''' || g"),
    ],
    ids=["no key", "uuid", "text"],
)
def test_tables_of_other_keys(
    seat: Callable[..., Seat], psql: psycopg.Connection, qtbot: QtBot, table: str, rows: str
) -> None:
    psql.execute("DROP TABLE incidents CASCADE")
    psql.execute(table)
    psql.execute(f"INSERT INTO incidents SELECT {rows}, 'W-' || g, 'open' FROM generate_series(1, 450) AS g")
    here = seat(columns=["incident_id", "status"])
    source = here.table.source
    qtbot.waitUntil(lambda: source.total_exact and source.total == 450, timeout=10_000)
    assert here.told() == ""
    assert not here.faults


def test_hammered_orders_and_groups_end_where_the_last_one_says(
    seat: Callable[..., Seat], psql: psycopg.Connection
) -> None:
    psql.execute(FILL, [900])
    here = seat(columns=["incident_id", "priority"])
    source = here.table.source
    for turn in range(20):
        source.sort_by((Sort("incident_id", descending=turn % 2 == 0),))
        source.group_by("priority" if turn % 2 else "")
        QApplication.processEvents()
    source.group_by("")
    here.settled()
    first = psql.execute("SELECT incident_id FROM incidents ORDER BY incident_id LIMIT 3").fetchall()
    assert here.cells()[:3] == [key for (key,) in first]
    assert here.table.count.text() != "Loading"
    assert not here.faults
