from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Cursor, Page, Row
from ui.tables.formatting import DisplayPage, display
from ui.tables.model import ROW_ID, VALUE, PagedTableModel, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester

COLUMNS = (
    ColumnInfo("id", ColumnKind.INTEGER, "ID"),
    ColumnInfo("title", ColumnKind.TEXT, "Title"),
    ColumnInfo("amount", ColumnKind.DECIMAL, "Amount"),
)
MORE = Cursor(("9",))


def page(*ids: int, after: Cursor | None = None, title: str = "T") -> DisplayPage:
    rows = tuple(Row(str(n), (n, f"{title}{n}", None)) for n in ids)
    return display(Page(COLUMNS, rows, after))


class Requests(list[Cursor | None]):
    """What a model asked for."""


@pytest.fixture
def requests() -> Requests:
    return Requests()


@pytest.fixture
def model(requests: Requests, qapp: object) -> PagedTableModel:
    return PagedTableModel(requests.append)


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Callable[[PagedTableModel], None]:
    """Qt's own contract for item models, checked now and at every later change."""
    untyped: Any = qtmodeltester
    checker: Callable[[PagedTableModel], None] = untyped.check
    return checker


def titles(model: PagedTableModel) -> list[str]:
    return [model.data(model.index(place, 1)) for place in range(model.rowCount())]


@pytest.mark.parametrize("state", list(State))
def test_the_model_keeps_qts_contract_in_every_state(
    model: PagedTableModel, requests: Requests, check: Callable[[PagedTableModel], None], state: State
) -> None:
    model.start(COLUMNS, page(1, 2, after=None if state is State.COMPLETE else MORE))
    if state in {State.BUSY, State.FAILED}:
        model.fetchMore(QModelIndex())
    if state is State.FAILED:
        model.fail()
    assert model.state is state
    check(model)


def test_changes_keep_qts_contract(model: PagedTableModel, check: Callable[[PagedTableModel], None]) -> None:
    model.start(COLUMNS, page(1, 2, 3, after=MORE))
    check(model)
    model.fetchMore(QModelIndex())
    model.append(page(4, 5))
    model.replace(page(5, 9, 2, 1))
    model.patch({"9": page(9, title="New").rows[0]}, gone=["2"])
    assert titles(model) == ["T5", "New9", "T1"]
    model.clear(State.COMPLETE)
    check(model)


def test_pages_are_asked_for_one_at_a_time_until_the_last(model: PagedTableModel, requests: Requests) -> None:
    assert not model.canFetchMore(QModelIndex())
    model.start(COLUMNS, page(1, 2, after=MORE))
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert requests == [MORE]
    assert not model.canFetchMore(QModelIndex())
    model.append(page(3))
    assert titles(model) == ["T1", "T2", "T3"]
    assert model.state is State.COMPLETE


def test_a_failed_page_is_asked_for_again_only_by_retry(model: PagedTableModel, requests: Requests) -> None:
    model.start(COLUMNS, page(1, after=MORE))
    model.fetchMore(QModelIndex())
    model.fail()
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert requests == [MORE]
    model.retry()
    assert requests == [MORE, MORE]
    assert model.state is State.BUSY
    model.retry()
    assert len(requests) == 2


def test_a_row_that_moved_to_a_later_page_is_not_shown_twice(model: PagedTableModel) -> None:
    model.start(COLUMNS, page(1, 2, after=MORE))
    model.append(page(2, 3))
    assert titles(model) == ["T1", "T2", "T3"]


def test_rows_keep_their_handles_through_a_replacement(model: PagedTableModel) -> None:
    model.start(COLUMNS, page(1, 2, 3, 4))
    held = {n: QPersistentModelIndex(model.index(n - 1, 1)) for n in (1, 2, 4)}
    model.replace(page(7, 4, 3, 1, title="N"))
    assert titles(model) == ["N7", "N4", "N3", "N1"]
    assert (held[1].row(), held[4].row()) == (3, 1)
    assert not held[2].isValid()


def test_a_patch_tells_only_what_changed(model: PagedTableModel) -> None:
    model.start(COLUMNS, page(1, 2, 3))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    rows = {row.id: row for row in (*page(1).rows, *page(2, title="New").rows, *page(8).rows)}
    model.patch(rows)
    assert changed == [1]
    assert titles(model) == ["T1", "New2", "T3"]


def test_cells_tell_text_value_alignment_and_absence(model: PagedTableModel) -> None:
    model.paint_with(QColor("#566273"))
    model.start(COLUMNS, page(12))

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
    model.start(columns, display(Page(columns, (Row("1", values),), None)))
    tips = [model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole) for column in (0, 1)]
    assert "2026-03-31 14:30:01.000005 UTC" in tips[0]
    assert tips[1] == long
