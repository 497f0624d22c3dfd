"""Filters of a record table: made from a cell or a heading, and the values to choose from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind, Filter, GroupCount, Operator
from ui.components.table.actions import Group, TableAction
from ui.core.tasks import Lane, Latest
from ui.tables.filter_words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.core.errors import JarvisError
    from ui.components.record_table import RecordTable

MOST_VALUES = 50
_CUT = 40
_WHOLE_ONLY = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})


class Filtering(QObject):
    """Fetches the values that the filter editor offers, and opens it for a column."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._values: Latest[tuple[GroupCount, ...]] = Latest()
        table.bar.values_wanted.connect(self._fetch)
        table.filter_wanted.connect(table.bar.begin)
        table.bar.left.connect(table.view.setFocus)

    def _fetch(self, column: str, text: str) -> None:
        """Look the values up among the rows that the other filters leave."""
        table, query = self._table, self._table.source.query
        if query is None:
            return
        others = tuple(each for each in query.filters if each.column != column)
        work = partial(
            table.context.services.tables.frequent,
            replace(query, filters=others, sort=()),
            column,
            text=text,
            most=MOST_VALUES,
        )
        task = table.context.tasks.submit(
            Lane.READ,
            work,
            done=partial(self._offer, column, text),
            failed=self._on_failed,
            owner=self,
        )
        self._values.keep(task)

    def _offer(self, column: str, text: str, values: Sequence[GroupCount]) -> None:
        self._table.bar.editor.offer_values(column, text, values)

    def _on_failed(self, error: JarvisError) -> None:
        self._table.bar.editor.values.say(error.message)


def _cell(table: RecordTable) -> tuple[ColumnInfo, Any] | None:
    """Column and value of the current cell, where a filter can ask for it."""
    index = table.view.currentIndex()
    row = table.source.model.row(index.row()) if index.isValid() else None
    if row is None or not 0 <= index.column() < len(table.source.model.columns):
        return None
    column = table.source.model.columns[index.column()]
    value = row.values[index.column()]
    return None if column.kind in _WHOLE_ONLY and value is not None else (column, value)


def by_value(column: ColumnInfo, value: Any) -> Filter:
    """The filter that finds the rows with this value; an instant stands for its day."""
    if value is None:
        return Filter(column.name, Operator.IS_NULL)
    return Filter(column.name, Operator.EQ, _day(value) if column.kind is ColumnKind.DATETIME else value)


def without_value(column: ColumnInfo, value: Any, filters: Sequence[Filter] = ()) -> tuple[Filter, ...]:
    """The filters with this value excluded too; rows that hold nothing stay, unless that is what is excluded."""
    if value is None:
        return (*filters, Filter(column.name, Operator.IS_NOT_NULL))
    if column.kind in {ColumnKind.DATETIME, ColumnKind.BOOLEAN}:
        excluded = _day(value) if column.kind is ColumnKind.DATETIME else value
        return (*filters, Filter(column.name, Operator.NE, excluded))
    for place, each in enumerate(filters):
        if (each.column, each.operator, each.path) == (column.name, Operator.NOT_IN, ""):
            more = replace(each, value=tuple(dict.fromkeys((*each.value, value))))
            return (*filters[:place], more, *filters[place + 1 :])
    return (*filters, Filter(column.name, Operator.NOT_IN, (value,)))


def _day(value: datetime) -> Any:
    return zone.local(value).date()


def _has_cell(table: RecordTable) -> bool:
    found = _cell(table)
    return found is not None and not _is_cut(found[1])


def _is_cut(value: Any) -> bool:
    """Whether a page carries the beginning of the text only, which no filter for equality finds."""
    return isinstance(value, str) and len(value) > CELL_LIMIT


def _about_cell(words: Text, otherwise: Text, table: RecordTable) -> str:
    found = _cell(table)
    if found is None:
        return shown(otherwise)
    column, value = found
    text = tr("empty") if value is None else in_words(column, _shown(column, value))
    return shown(words, value=text if len(text) <= _CUT else f"{text[: _CUT - 1]}…")


def _shown(column: ColumnInfo, value: Any) -> Any:
    return _day(value) if column.kind is ColumnKind.DATETIME else value


def _filter_by_value(table: RecordTable) -> None:
    found = _cell(table)
    if found is not None:
        made = by_value(*found)
        bar = table.bar
        others = tuple(each for each in bar.filters if each.column != made.column or each.path)
        bar.narrow((*others, made), bar.search.text())


def _exclude_value(table: RecordTable) -> None:
    found = _cell(table)
    if found is not None:
        table.bar.narrow(without_value(*found, table.bar.filters), table.bar.search.text())


def _add(table: RecordTable) -> None:
    index = table.view.currentIndex()
    columns = table.source.model.columns
    table.bar.begin(columns[index.column()].name if 0 <= index.column() < len(columns) else "")


def _clear(table: RecordTable) -> None:
    table.bar.clear()


def _is_open(table: RecordTable) -> bool:
    return table.source.plan is not None


def _is_narrowed(table: RecordTable) -> bool:
    return table.source.narrowed


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "filter-value",
        partial(_about_cell, mark("Show only “{value}”"), mark("Filter by this value")),
        Group.CELL,
        _filter_by_value,
        icon="list-filter",
        shortcut="Ctrl+Shift+D",
        applies=_has_cell,
    ),
    TableAction(
        "exclude-value",
        partial(_about_cell, mark("Exclude “{value}”"), mark("Exclude this value")),
        Group.CELL,
        _exclude_value,
        icon="filter-x",
        shortcut="Ctrl+Shift+X",
        applies=_has_cell,
    ),
    TableAction("add-filter", mark("Add filter"), Group.VIEW, _add, icon="list-filter", shortcut="F", applies=_is_open),
    TableAction(
        "clear-filters",
        mark("Clear filters"),
        Group.VIEW,
        _clear,
        shortcut="Ctrl+Shift+Backspace",
        applies=_is_narrowed,
    ),
)
