"""A long list, of which only parts are here: it says what the database says, whatever others do meanwhile."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy import text

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.tables.types import Filter, Operator, RowSet, Sort
from ui.tables.model import MOST_BLOCKS
from ui.tables.plan import read_props
from ui.tables.source import TableSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jarvis_desktop.core.errors import JarvisError
    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "priority", "created_at"]
FILL = """
INSERT INTO incidents (incident_id, title, priority, status, created_at)
SELECT 'INC-' || g, 'Fault ' || (g * 7919 % {count}), (ARRAY['low', 'high', NULL, 'critical'])[1 + g % 4],
       (ARRAY['open', 'closed'])[1 + g % 2],
       CASE WHEN g % 3 > 0 THEN timestamp '2026-01-01' + (g * 31 % 97) * interval '1 hour' END
FROM generate_series(1, {count}) g
"""
ORDERS: tuple[tuple[Sort, ...], ...] = (
    (),
    (Sort("id", descending=True),),
    (Sort("title"),),
    (Sort("priority", descending=True), Sort("title")),
    (Sort("created_at"), Sort("priority")),
)


class Long:
    """A source over many incidents, without a view: places are looked at by hand."""

    def __init__(self, desk: Desk, count: int, **props: Any) -> None:
        self.desk = desk
        if count:
            desk.run(FILL.format(count=count))
            desk.run("ANALYZE incidents")
        asked = read_props({"table": "incidents", "columns": COLUMNS, **props})
        self.source = TableSource(desk.context.services.tables, desk.context.tasks, asked)
        self.model = self.source.model
        self.problems: list[JarvisError] = []
        self.source.more_failed.connect(self.problems.append)
        # It looks at every cell at every change.
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.model, mode) if count <= 201 else None

    def open(self) -> Long:
        self.source.reopen()
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until nothing is under way any more, a measurement that waits for its turn included."""
        loader, tasks, model = self.source.loader, self.desk.context.tasks, self.model
        self.desk.qtbot.waitUntil(
            lambda: tasks.pending == 0 and loader.idle and not model._telling.isActive(), timeout=20_000
        )

    def look(self, place: int) -> str:
        """The key of the row at a place, however long it takes to come."""
        for _ in range(8):
            row = self.model.row(place) if place < self.model.rowCount() else None
            if row is not None or place >= self.model.rowCount():
                break
            self.settle()
        self.settle()
        return self.model.id_at(place) if place < self.model.rowCount() else "beyond"

    def ids(self) -> list[str]:
        """All keys, each looked at."""
        found: list[str] = []
        while len(found) < self.model.rowCount():
            self.look(len(found))
            while (row := self.model.row(len(found)) if len(found) < self.model.rowCount() else None) is not None:
                found.append(row.id)
        return found

    def stored(self) -> list[str]:
        """All keys as the database lists them."""
        query = self.source.query
        assert query is not None
        tables = self.desk.context.services.tables
        with self.desk.database.read() as session:
            from jarvis_desktop.tables.queries import read_ids

            chosen = tables.choice(session, RowSet(query, everything=True))
            return read_ids(session, chosen.table, chosen.conditions, chosen.order)

    def change(self, statement: str, *ids: int) -> None:
        self.desk.run(statement)
        self.source.follow(Changes.of("incidents", ids or None))


@pytest.fixture
def long(desk: Desk) -> Iterator[Callable[..., Long]]:
    made: list[Long] = []

    def make(count: int, **props: Any) -> Long:
        made.append(Long(desk, count, **props))
        return made[-1]

    yield make
    for table in made:
        if table.tester is not None:
            shiboken6.delete(table.tester)
        shiboken6.delete(table.source)


@pytest.mark.parametrize("order", ORDERS)
def test_every_place_shows_the_row_that_stands_there(long: Callable[..., Long], order: tuple[Sort, ...]) -> None:
    table = long(1_310)
    table.source.sort_by(order)
    table.settle()
    assert table.source.total == 1_310
    assert table.source.total_exact
    stored = table.stored()
    for place in (1_309, 0, 700, 1_100, 201):
        assert table.look(place) == stored[place]
    assert table.ids() == stored
    assert not table.problems


def test_the_first_rows_come_before_anything_is_counted(long: Callable[..., Long]) -> None:
    table = long(1_000)
    with table.desk.qtbot.waitSignal(table.source.opened):
        table.source.reopen()
    assert not table.source.total_exact
    assert table.model.row(0) is not None
    assert table.source.total is not None
    assert table.source.total > 200
    resets: list[None] = []
    table.model.modelReset.connect(lambda: resets.append(None))
    table.settle()
    assert (table.source.total, table.source.total_exact) == (1_000, True)
    assert not resets


def test_the_end_can_be_looked_at_before_anything_is_counted(long: Callable[..., Long]) -> None:
    table = long(1_000)
    with table.desk.qtbot.waitSignal(table.source.opened):
        table.source.reopen()
    last = QPersistentModelIndex(table.model.index(table.model.rowCount() - 1, 0))
    assert table.model.row(last.row()) is None
    table.desk.qtbot.waitUntil(lambda: table.model.row(last.row()) is not None)
    assert table.model.id_at(last.row()) == "1000"
    table.settle()
    assert last.row() == 999
    assert table.ids() == table.stored()


@pytest.mark.parametrize("seed", [2, 4, 5, 7, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(8, 20))])
def test_whatever_others_do_the_list_is_as_stored(long: Callable[..., Long], seed: int) -> None:
    """The law: after any changes, announced in any way, each place shows the row that a fresh listing has there."""
    dice = random.Random(seed)
    table = long(dice.choice([0, 3, 199, 201, 900, 1_450]))
    table.source.sort_by(dice.choice(ORDERS))
    table.settle()
    if dice.random() < 0.5:
        table.source.narrow((Filter("status", Operator.EQ, "open"),), "")
        table.settle()
    held: dict[str, QPersistentModelIndex] = {}
    for _ in range(8):
        if table.model.rowCount():
            place = dice.randrange(table.model.rowCount())
            row_id = table.look(place)
            held[row_id] = QPersistentModelIndex(table.model.index(place, 0))
        statement, ids = _change(dice, table)
        known = ids if dice.random() < 0.75 and len(ids) < 60 else ()
        table.change(statement, *known)
        if dice.random() < 0.7:
            table.settle()
    table.settle()
    assert table.ids() == table.stored()
    table.settle()
    places = {row_id: place for place, row_id in enumerate(table.stored())}
    for row_id, index in held.items():
        if row_id in places and index.isValid():
            assert index.row() == places[row_id]
    assert not table.problems


def _change(dice: random.Random, table: Long) -> tuple[str, list[int]]:
    stored = [int(key) for key in table.stored()]
    some = dice.sample(stored, min(len(stored), dice.choice([1, 1, 3, 30]))) or [1]
    listed = ", ".join(map(str, some))
    kind = dice.randrange(5)
    if kind == 0 or not stored:
        with table.desk.database.write() as session:
            ids = list(
                session.scalars(
                    text(
                        "INSERT INTO incidents (incident_id, title, priority, status) SELECT 'NEW-' || random(),"
                        " 'Fault ' || (random() * 900)::int, (ARRAY['low', 'high', NULL])[1 + g % 3], 'open'"
                        " FROM generate_series(1, :count) g RETURNING id"
                    ),
                    {"count": dice.choice([1, 2, 25, 300 if table.tester is None else 30])},
                )
            )
        return "SELECT 1", ids
    if kind == 1:
        return f"DELETE FROM incidents WHERE id IN ({listed})", some
    if kind == 2:
        return f"UPDATE incidents SET title = 'Fault ' || id * 13 % 911 WHERE id IN ({listed})", some
    if kind == 3:
        return f"UPDATE incidents SET priority = NULL, created_at = now() WHERE id IN ({listed})", some
    return f"UPDATE incidents SET status = 'closed' WHERE id IN ({listed})", some


def test_one_goes_to_a_position_and_to_a_key_wherever_it_stands(long: Callable[..., Long]) -> None:
    table = long(1_310)
    table.source.sort_by((Sort("priority"), Sort("title")))
    reached: list[int] = []
    missed: list[JarvisError] = []
    table.source.reached.connect(reached.append)
    table.source.missed.connect(missed.append)
    table.settle()
    stored = table.stored()
    table.source.go_to(1_000)
    assert reached == [1_000]
    for row_id in (stored[900], stored[1_309], stored[0]):
        table.source.go_to_key(f"INC-{row_id}")
        table.settle()
        assert stored[reached[-1]] == row_id
    table.source.narrow((Filter("status", Operator.EQ, "open"),), "")
    table.settle()
    table.source.go_to_key("INC-1")
    table.settle()
    table.source.go_to_key("nothing")
    table.settle()
    assert [error.message for error in missed] == [
        "The record is not among the rows shown.",
        "Incidents has no record nothing.",
    ]


def test_a_key_is_gone_to_before_anything_is_counted(long: Callable[..., Long]) -> None:
    table = long(1_000)
    with table.desk.qtbot.waitSignal(table.source.opened):
        table.source.reopen()
    with table.desk.qtbot.waitSignal(table.source.reached) as reached:
        table.source.go_to_key("INC-777")
    assert reached.args == [776]
    table.settle()


def test_spans_name_rows_without_fetching_them(long: Callable[..., Long]) -> None:
    table = long(1_310)
    table.source.sort_by((Sort("created_at", descending=True),))
    table.settle()
    stored, query = table.stored(), table.source.query
    assert query is not None
    for first, last in ((0, 1_309), (150, 950), (700, 700)):
        spans = table.source.spans(first, last)
        chosen = RowSet(query, spans=spans)
        with table.desk.database.read() as session:
            from jarvis_desktop.tables.queries import read_ids

            choice = table.desk.context.services.tables.choice(session, chosen)
            assert read_ids(session, choice.table, choice.conditions, choice.order) == stored[first : last + 1]


def test_what_others_change_flashes_and_what_they_do_not_does_not(long: Callable[..., Long]) -> None:
    table = long(500).open()
    assert not any(table.model.flash(place) for place in range(200))
    table.change("UPDATE incidents SET title = 'New' WHERE id IN (3, 5)", 3, 5, 7)
    table.settle()
    assert [place for place in range(200) if table.model.flash(place)] == [2, 4]
    table.look(300)
    assert [place for place in range(500) if table.model.flash(place)] == [2, 4]


def test_no_more_is_kept_than_some_blocks(long: Callable[..., Long]) -> None:
    table = long((MOST_BLOCKS + 6) * 200).open()
    for place in range(0, table.model.rowCount(), 150):
        table.model.row(place)
        if place % 600 == 0:
            table.settle()
    table.settle()
    here = [block for block in table.model.layout.sections[0].blocks if block.rows is not None]
    assert len(here) <= MOST_BLOCKS


def test_a_table_that_is_emptied_shows_nothing(long: Callable[..., Long]) -> None:
    table = long(900).open()
    table.look(850)
    table.change("TRUNCATE incidents")
    table.settle()
    assert table.ids() == []
    assert (table.source.total, table.source.total_exact) == (0, True)


def test_what_was_looked_at_and_failed_is_asked_for_again_only_on_request(long: Callable[..., Long]) -> None:
    table = long(900).open()
    table.desk.run("ALTER TABLE incidents RENAME TO away")
    assert table.look(850) == ""
    assert len(table.problems) == 1
    assert table.look(850) == ""
    assert len(table.problems) == 1
    assert table.model.id_at(0) == "1"
    table.desk.run("ALTER TABLE away RENAME TO incidents")
    table.source.retry()
    assert table.look(850) == "851"


def test_a_long_list_scrolled_past_is_not_read(long: Callable[..., Long]) -> None:
    table = long(9_000).open()
    for place in range(1_000, 9_000, 1_000):
        table.model.row(place)
        table.model._tell_looked()
    assert len(table.source.loader._under_way) <= 5
    table.settle()
    assert table.model.id_at(8_000) == "8001"
    assert table.model.id_at(2_000) == ""
    table.settle()


def test_a_column_dropped_meanwhile_is_left_out(long: Callable[..., Long]) -> None:
    table = long(900).open()
    table.desk.run("ALTER TABLE incidents DROP COLUMN created_at")
    table.look(850)
    assert [column.name for column in table.model.columns] == COLUMNS[:3]
    assert table.source.plan is not None
    assert "“created_at”" in table.source.plan.notes[0]
    assert table.look(850) == "851"
    assert not table.problems
