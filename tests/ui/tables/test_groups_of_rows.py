"""Rows in groups of one value: heads, counts, closing, and what others do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.tables.types import RowSet, Sort
from tests.ui.tables.test_window import Long, long

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["long"]


def heads(table: Long) -> list[tuple[str, int]]:
    found = (table.model.group(place) for place in range(table.model.rowCount()))
    return [(head.text, head.count) for head in found if head is not None]


def ids(table: Long) -> list[str]:
    """The keys of all rows that are not put away, each looked at."""
    places = [place for place in range(table.model.rowCount()) if table.model.group(place) is None]
    return [table.model.id_at(place) or table.look(place) for place in places]


def grouped(table: Long) -> Long:
    table.open()
    table.source.group_by("priority")
    table.settle()
    return table


def test_each_value_heads_its_rows_in_order_the_missing_one_last(long: Callable[..., Long]) -> None:
    table = grouped(long(1_310))
    assert heads(table) == [("critical", 327), ("high", 328), ("low", 327), ("—", 328)]
    assert (table.source.total, table.source.total_exact) == (1_310, True)
    assert ids(table) == table.stored()
    table.source.sort_by((Sort("title", descending=True),))
    table.settle()
    assert heads(table)[0] == ("critical", 327)
    assert ids(table) == table.stored()


def test_a_closed_group_stays_closed_and_its_rows_are_named_by_nobody(long: Callable[..., Long]) -> None:
    table = grouped(long(40))
    table.source.toggle_group(0)
    assert heads(table) == [("critical", 10), ("high", 10), ("low", 10), ("—", 10)]
    assert table.model.rowCount() == 34
    assert table.source.total == 40
    everything = table.stored()
    spans = table.source.spans(0, 33)
    tables, query = table.desk.context.services.tables, table.source.query
    assert query is not None
    with table.desk.database.read() as session:
        chosen = tables.choice(session, RowSet(query, spans=spans))
        from jarvis_desktop.tables.queries import read_ids

        assert read_ids(session, chosen.table, chosen.conditions, chosen.order) == everything[10:]
    table.source.reopen()
    table.settle()
    assert table.model.rowCount() == 34


@pytest.mark.parametrize("announced", [True, False])
def test_rows_go_from_group_to_group_and_heads_come_and_go(long: Callable[..., Long], announced: bool) -> None:
    table = grouped(long(40))
    resets: list[None] = []
    table.model.modelReset.connect(lambda: resets.append(None))

    def change(statement: str, *known: int) -> None:
        table.desk.run(statement)
        table.source.follow(Changes.of("incidents", known if announced else None))
        table.settle()

    change("UPDATE incidents SET priority = 'high' WHERE id IN (1, 2)", 1, 2)
    assert ids(table) == table.stored()
    change("UPDATE incidents SET priority = 'blocker' WHERE priority = 'critical'", *range(3, 41, 4))
    assert [text for text, _ in heads(table)] == ["blocker", "high", "low", "—"]
    assert ids(table) == table.stored()
    change("DELETE FROM incidents WHERE id > 30", *range(31, 41))
    assert ids(table) == table.stored()
    assert not resets
    assert not table.problems
