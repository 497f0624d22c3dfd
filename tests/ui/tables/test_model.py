from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Cursor, Query, Row
from ui.tables.blocks import Block, Section, State, compact
from ui.tables.formatting import DisplayRow, RowWriter
from ui.tables.model import FLASH, GROUP, MOST_BLOCKS, ROW_ID, VALUE, GroupHead, PagedTableModel, Want
from ui.tables.shifting import Arrival, Shifts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

COLUMNS = (
    ColumnInfo("id", ColumnKind.INTEGER, "ID"),
    ColumnInfo("title", ColumnKind.TEXT, "Title"),
    ColumnInfo("amount", ColumnKind.DECIMAL, "Amount"),
)
QUERY = Query("incidents")
WRITE = RowWriter(COLUMNS)


def rows(*ids: int, title: str = "T") -> tuple[DisplayRow, ...]:
    return WRITE.rows(Row(str(n), (n, f"{title}{n}", None)) for n in ids)


def block(*ids: int, after: int | None = None) -> Block:
    made = Block(None if after is None else Cursor((str(after),)), 0)
    made.keep(list(rows(*ids)))
    return made


def away(size: int, after: int, *, gap: bool = False) -> Block:
    return Block(Cursor((str(after),)), size, gap=gap)


def section(*blocks: Block, head: str | None = None) -> Section:
    return Section(QUERY, list(blocks), exact=True, head=head)


def arrival(*ids: int, after: int | None = None, until: int | None = None, title: str = "T") -> Arrival:
    begin = None if after is None else Cursor((str(after),))
    end = None if until is None else Cursor((str(until),))
    return Arrival(rows(*ids, title=title), begin, end, complete=until is None)


class Looks(list[tuple[Want, ...]]):
    """What was looked at and is not here, turn by turn."""

    def take(self, wants: Sequence[Want], _section: Section, _block: Block) -> None:
        if wants:
            self.append(tuple(wants))


@pytest.fixture
def looks() -> Looks:
    return Looks()


@pytest.fixture
def model(looks: Looks, qapp: object) -> PagedTableModel:
    return PagedTableModel(looks.take)


@pytest.fixture
def shifts(model: PagedTableModel) -> Shifts:
    return Shifts(model)


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Callable[[PagedTableModel], None]:
    """Qt's own contract for item models, checked now and at every later change."""
    untyped: Any = qtmodeltester
    checker: Callable[[PagedTableModel], None] = untyped.check
    return checker


def titles(model: PagedTableModel) -> list[str | None]:
    return [model.data(model.index(place, 1)) for place in range(model.rowCount())]


@pytest.mark.parametrize("state", list(State))
def test_the_model_keeps_qts_contract_in_every_state(
    model: PagedTableModel, check: Callable[[PagedTableModel], None], state: State
) -> None:
    rest = away(5, 2, gap=state is State.READY)
    rest.state = state
    model.start(COLUMNS, [section(block(1, 2), *([] if state is State.COMPLETE else [rest]))])
    assert model.state is state
    check(model)


def test_changes_keep_qts_contract(
    model: PagedTableModel, shifts: Shifts, check: Callable[[PagedTableModel], None]
) -> None:
    first, rest = block(1, 2, 3), away(4, 3, gap=True)
    one = section(first, rest)
    model.start(COLUMNS, [one])
    check(model)
    shifts.arrive(one, first, arrival(3, 9, 1))
    shifts.arrive(one, rest, arrival(4, 5, until=5))
    shifts.arrive_last(one, rest, replace(arrival(8, after=7), complete=False))
    assert titles(model) == ["T3", "T9", "T1", "T4", "T5", None, "T8"]
    shifts.drop(first, {"9"})
    shifts.move(first, one.blocks[-1], "3")
    shifts.patch({"8": rows(8, title="New")[0]})
    assert titles(model) == ["T1", "T4", "T5", None, "New8", "T3"]
    shifts.arrive(one, rest, arrival(6))
    assert titles(model) == ["T1", "T4", "T5", "T6", "New8", "T3"]
    model.clear(State.COMPLETE)
    check(model)


def test_what_is_looked_at_is_asked_for_once_a_turn(model: PagedTableModel, looks: Looks, qtbot: QtBot) -> None:
    rest, gap = away(3, 2), away(9, 5, gap=True)
    model.start(COLUMNS, [section(block(1, 2), rest, gap)])
    assert model.row(0) is not None
    assert [model.row(place) for place in (2, 3, 9)] == [None, None, None]
    assert model.id_at(4) == ""
    assert not looks
    qtbot.waitUntil(lambda: bool(looks))
    (wants,) = looks
    assert [(want.block, want.offset) for want in wants] == [(rest, 2), (gap, 4)]


def test_rows_keep_their_handles_when_a_block_is_read_anew(model: PagedTableModel, shifts: Shifts) -> None:
    first = block(1, 2, 3, 4)
    one = section(first)
    model.start(COLUMNS, [one])
    held = {n: QPersistentModelIndex(model.index(n - 1, 1)) for n in (1, 2, 4)}
    shifts.arrive(one, first, arrival(7, 4, 3, 1, title="N"))
    assert titles(model) == ["N7", "N4", "N3", "N1"]
    assert (held[1].row(), held[4].row()) == (3, 1)
    assert not held[2].isValid()


def test_rows_that_were_put_away_keep_their_handles(model: PagedTableModel, shifts: Shifts) -> None:
    first = block(1, 2, 3)
    one = section(first)
    model.start(COLUMNS, [one])
    held = QPersistentModelIndex(model.index(2, 0))
    first.put_away()
    model.turn_away()
    assert model.row(2) is None
    shifts.arrive(one, first, arrival(0, 1, 2, 3))
    assert held.row() == 3
    assert not isinstance(compact(["1", "22"]), tuple)
    assert compact(["1", "x"]) == ("1", "x")
    assert compact(["01"]) == ("01",)


def test_only_so_many_blocks_are_here(model: PagedTableModel, shifts: Shifts) -> None:
    blocks = [Block(Cursor((str(n),)), 1) for n in range(MOST_BLOCKS + 5)]
    one = section(*blocks)
    model.start(COLUMNS, [one])
    for place, each in enumerate(blocks):
        shifts.arrive(one, each, arrival(place))
    assert sum(each.rows is not None for each in blocks) == MOST_BLOCKS
    assert model.row(0) is None
    assert model.row(len(blocks) - 1) is not None


def test_a_patch_tells_only_what_changed_and_marks_it(model: PagedTableModel, shifts: Shifts, qtbot: QtBot) -> None:
    model.start(COLUMNS, [section(block(1, 2, 3))])
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    shifts.patch({row.id: row for row in (*rows(1), *rows(2, title="New"), *rows(8))})
    assert changed == [1]
    assert titles(model) == ["T1", "New2", "T3"]
    assert [model.data(model.index(place, 0), FLASH) for place in range(3)] == [False, True, False]
    assert [model.flash(place) for place in range(3)] == [0.0, 1.0, 0.0]
    qtbot.waitUntil(lambda: not model.data(model.index(1, 0), FLASH))
    assert changed == [1, 1]


def test_a_group_is_closed_and_opened_below_its_head(
    model: PagedTableModel, shifts: Shifts, check: Callable[[PagedTableModel], None]
) -> None:
    low, high = section(block(1, 2), head="low"), section(block(3), away(3, 3), head="high")
    model.start(COLUMNS, [low, high])
    check(model)
    assert model.grouped
    assert titles(model) == [None, "T1", "T2", None, "T3", None, None, None]
    assert model.data(model.index(3, 0)) == "high (4)"
    assert model.data(model.index(3, 0), GROUP) == GroupHead("high", 4, collapsed=False)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    held = QPersistentModelIndex(model.index(4, 1))
    shifts.collapse(low, collapsed=True)
    assert titles(model) == [None, None, "T3", None, None, None]
    assert held.row() == 2
    shifts.arrive(low, low.blocks[0], arrival(1, 2, 9))
    assert model.group(0) == GroupHead("low", 3, collapsed=True)
    shifts.collapse(low, collapsed=False)
    assert titles(model)[:4] == [None, "T1", "T2", "T9"]
    assert held.row() == 5


def test_cells_tell_text_value_alignment_and_absence(model: PagedTableModel) -> None:
    model.paint_with(QColor("#566273"))
    model.start(COLUMNS, [section(block(12))])

    def cell(column: int, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return model.data(model.index(0, column), role)

    assert (cell(0), cell(1), cell(2)) == ("12", "T12", "—")
    assert cell(0, VALUE) == 12
    assert cell(1, ROW_ID) == "12"
    assert cell(0, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert cell(1, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert cell(2, Qt.ItemDataRole.ForegroundRole).color().name() == "#566273"
    assert cell(1, Qt.ItemDataRole.ForegroundRole) is None
    assert cell(0, Qt.ItemDataRole.FontRole) is not None
    assert cell(1, Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex()) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Title"
    assert model.headerData(7, Qt.Orientation.Horizontal) is None


def test_the_tool_tip_is_exact(model: PagedTableModel) -> None:
    columns = (ColumnInfo("at", ColumnKind.DATETIME, "At"), ColumnInfo("text", ColumnKind.TEXT, "Text"))
    long = "word " * 30
    values = (datetime(2026, 3, 31, 14, 30, 1, 5, tzinfo=UTC), long)
    only = Block(None, 0)
    only.keep(list(RowWriter(columns).rows([Row("1", values)])))
    model.start(columns, [section(only)])
    tips = [model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole) for column in (0, 1)]
    assert "2026-03-31 14:30:01.000005 UTC" in tips[0]
    assert tips[1] == long
