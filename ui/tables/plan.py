"""What a table component is asked to show: its props read, and held against the table as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.tables.types import ColumnInfo, Filter, Operator, Query, Sort, TableInfo

_MOST_PIXELS = 2000


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """A column as props ask for it; an empty label and no width leave it to the program."""

    name: str
    label: str = ""
    width: int | None = None


@dataclass(frozen=True, slots=True)
class TableProps:
    """The props of `record_table`, read."""

    table: str
    title: str = ""
    columns: tuple[ColumnWish, ...] = ()
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    search: bool = True
    form_type: str = ""
    empty_text: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Columns with their labels and widths, and the query that begins; `notes` say what was asked for in vain."""

    table: TableInfo
    query: Query
    columns: tuple[ColumnInfo, ...]
    widths: tuple[int | None, ...]
    notes: tuple[str, ...] = ()


def read_props(props: Mapping[str, Any]) -> TableProps:
    """The props, or a ConfigurationError that names the one which cannot be used."""
    table = _text(props, "table")
    if not table:
        raise ConfigurationError("The component names no table.", hint="Set “table” in its props.")
    return TableProps(
        table=table,
        title=_text(props, "title"),
        columns=tuple(_column(entry) for entry in _list(props, "columns")),
        filters=tuple(_filter(entry) for entry in _list(props, "filters")),
        sort=tuple(_sort(entry) for entry in _list(props, "sort")),
        search=props.get("search") is not False,
        form_type=_text(props, "form_type"),
        empty_text=_text(props, "empty_text"),
        new=props.get("new") is True,
    )


def plan(asked: TableProps, table: TableInfo) -> TablePlan:
    """The plan for a table as it is: columns this database lacks are left out and noted, unknown ones refused."""
    if not table.exists:
        raise ConfigurationError(
            f"The table “{table.name}” is not in this database.",
            title="Table missing",
            hint="Run “jarvis db upgrade”, or ask the administrator of the database.",
        )
    wishes = asked.columns or tuple(ColumnWish(column.name) for column in table.columns)
    missing = [wish.name for wish in wishes if wish.name in table.missing]
    shown = [wish for wish in wishes if wish.name not in table.missing]
    columns = tuple(_labelled(table, wish) for wish in shown)
    usable = tuple(sort for sort in asked.sort if sort.column not in table.missing)
    if not columns:
        raise ConfigurationError(f"“{table.label}” has none of the columns to show in this database.")
    return TablePlan(
        table=table,
        query=Query(table.name, tuple(column.name for column in columns), asked.filters, usable),
        columns=columns,
        widths=tuple(wish.width for wish in shown),
        notes=_notes(table, missing),
    )


def _notes(table: TableInfo, missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    names = ", ".join(f"“{name}”" for name in missing)
    few = len(missing) == 1
    return (f"The {'column' if few else 'columns'} {names} of “{table.name}” {'is' if few else 'are'} missing.",)


def _labelled(table: TableInfo, wish: ColumnWish) -> ColumnInfo:
    column = table.column(wish.name)
    if column is None:
        known = ", ".join(sorted(c.name for c in table.columns))
        raise ConfigurationError(f"“{table.name}” has no column “{wish.name}”. Known: {known}.", title="Unknown column")
    return replace(column, label=wish.label) if wish.label else column


def _text(props: Mapping[str, Any], key: str) -> str:
    value = props.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ConfigurationError(f"“{key}” of the component must be a text.")
    return value


def _list(props: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = props.get(key)
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)):
        raise ConfigurationError(f"“{key}” of the component must be a list.")
    return value


def _column(entry: Any) -> ColumnWish:
    if isinstance(entry, str):
        return ColumnWish(entry)
    if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str):
        raise ConfigurationError("Each of “columns” must be a column's name, or an object with “name”.")
    label = entry.get("label")
    return ColumnWish(entry["name"], label if isinstance(label, str) else "", _pixels(entry.get("width")))


def _pixels(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    return int(value) if 0 < value <= _MOST_PIXELS else None


def _filter(entry: Any) -> Filter:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("column"), str):
        raise ConfigurationError("Each of “filters” must be an object with “column” and “operator”.")
    name = entry.get("operator", Operator.EQ.value)
    try:
        operator = Operator(name)
    except ValueError:
        known = ", ".join(operator.value for operator in Operator)
        raise ConfigurationError(f"No filter operator is called “{name}”. Known: {known}.") from None
    value = entry.get("value")
    return Filter(entry["column"], operator, tuple(value) if isinstance(value, list) else value)


def _sort(entry: Any) -> Sort:
    if isinstance(entry, str):
        return Sort(entry)
    if not isinstance(entry, Mapping) or not isinstance(entry.get("column"), str):
        raise ConfigurationError("Each of “sort” must be a column's name, or an object with “column”.")
    return Sort(entry["column"], descending=entry.get("descending") is True)
