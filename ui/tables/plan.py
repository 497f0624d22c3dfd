"""What a table component is asked to show: its props read, and held against the table as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.tables.codec import read_filter, read_sort
from jarvis_desktop.tables.colours import NO_COLOURS, Colours, compile_colours
from jarvis_desktop.tables.links import NO_LINKS, Link, links_of
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Query, Sort, TableInfo
from ui.tables.arrangement import AS_IT_BEGAN, MOST_FROZEN, Arrangement, Density, Placed, frozen, placed

UNSORTABLE = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})
_MOST_PIXELS = 2000


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """A column as props ask for it; an empty label and no width leave it to the program."""

    name: str
    label: str = ""
    width: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableProps:
    """The props of `record_table`, read; `rule` is what a named `source` says of its rows."""

    table: str
    title: str = ""
    columns: tuple[ColumnWish, ...] = ()
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    search: bool = True
    form_type: str = ""
    empty_text: str = ""
    new: bool = False
    colours: Any = None
    edit: bool = True
    links: bool = True
    density: Density = Density.COMPACT
    freeze: int = 0
    place: str = ""
    group_by: str = ""
    source: str = ""
    rule: str = ""
    saved_filters: bool = True
    bulk_edit: bool = True
    export: bool = True
    prints: bool = True


@dataclass(frozen=True, slots=True)
class Offered:
    """A column that can be shown; `width` in pixels is what the person (`by_hand`) or the props want."""

    column: ColumnInfo
    width: int | None
    shown: bool
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Columns with their labels and widths, and the query that begins; `notes` say what was asked for in vain.

    `extra` columns are fetched behind those shown, because the rules of `colours` read them. `offered` are all the
    columns that can be shown, in the order of the person; the first `freeze` of those shown stay at the left.
    `began` is the order that the props ask for, `links` say where the values of a column lead.
    """

    table: TableInfo
    query: Query
    columns: tuple[ColumnInfo, ...]
    widths: tuple[int | None, ...]
    notes: tuple[str, ...] = ()
    extra: tuple[ColumnInfo, ...] = ()
    colours: Colours = NO_COLOURS
    offered: tuple[Offered, ...] = ()
    freeze: int = 0
    density: Density = Density.COMPACT
    began: tuple[Sort, ...] = ()
    links: Mapping[str, Link] = field(default_factory=lambda: NO_LINKS)

    def shows_as(self, other: TablePlan | None) -> bool:
        """Whether the columns are those of the other plan, with the same widths and links."""
        return other is not None and all(
            mine == theirs
            for mine, theirs in (
                (self.columns, other.columns),
                (self.offered, other.offered),
                (self.freeze, other.freeze),
                (self.links, other.links),
            )
        )


def read_props(props: Mapping[str, Any]) -> TableProps:
    """The props, or a ConfigurationError that names the one which cannot be used."""
    table, source = _text(props, "table"), _text(props, "source")
    if not table and not source:
        raise ConfigurationError(tr("The component names no table."), hint=tr("Set “table” in its props."))
    return TableProps(
        table=table,
        title=_text(props, "title"),
        columns=tuple(_column(entry) for entry in _list(props, "columns")),
        filters=tuple(read_filter(entry) for entry in _list(props, "filters")),
        sort=tuple(read_sort(entry) for entry in _list(props, "sort")),
        search=props.get("search") is not False,
        form_type=_text(props, "form_type"),
        empty_text=_text(props, "empty_text"),
        new=props.get("new") is True,
        colours=props.get("colours"),
        edit=props.get("edit") is not False,
        links=props.get("links") is not False,
        density=_density(props.get("density")),
        freeze=_count(props, "freeze", MOST_FROZEN),
        place=_text(props, "place"),
        group_by=_text(props, "group_by"),
        source=source,
        saved_filters=props.get("saved_filters") is not False,
        bulk_edit=props.get("bulk_edit") is not False,
        export=props.get("export") is not False,
        prints=props.get("print") is not False,
    )


def plan(asked: TableProps, table: TableInfo, arrangement: Arrangement = AS_IT_BEGAN) -> TablePlan:
    """The plan for a table as it is, arranged by a person.

    Columns that this database lacks are left out and noted, unknown ones refused; of the arrangement, silently.
    """
    if not table.exists:
        raise ConfigurationError(
            tr("The table “{name}” is not in this database.", name=table.name),
            title=tr("Table missing"),
            hint=tr("Run “jarvis db upgrade”, or ask the administrator of the database."),
        )
    wishes = asked.columns or tuple(ColumnWish(column.name) for column in table.columns)
    missing = [wish.name for wish in wishes if wish.name in table.missing]
    offered = _offered(table, [wish for wish in wishes if wish.name not in table.missing], arrangement)
    shown = [offer for offer in offered if offer.shown]
    began = tuple(sort for sort in asked.sort if sort.column not in table.missing)
    colours = compile_colours(asked.colours, table)
    names = tuple(offer.column.name for offer in shown)
    extra = tuple(column for column in table.columns if column.name in colours.reads and column.name not in names)
    sort = began if arrangement.sort is None else sortable(table, arrangement.sort)
    freeze = asked.freeze if arrangement.freeze is None else arrangement.freeze
    return TablePlan(
        table=table,
        query=Query(
            table.name, names, asked.filters, sort, extra=tuple(column.name for column in extra), rule=asked.rule
        ),
        columns=tuple(offer.column for offer in shown),
        widths=tuple(offer.width for offer in shown),
        notes=(*_notes(table, missing), *colours.notes),
        extra=extra,
        colours=colours,
        offered=offered,
        freeze=frozen([Placed(offer.column.name, offer.shown) for offer in offered], freeze),
        density=arrangement.density or asked.density,
        began=began,
        links=links_of(table.name, table.columns) if asked.links else NO_LINKS,
    )


def _offered(table: TableInfo, wishes: Sequence[ColumnWish], arrangement: Arrangement) -> tuple[Offered, ...]:
    """The columns asked for, then the table's others, which begin hidden; all in the person's order."""
    if not wishes:
        raise ConfigurationError(tr("“{label}” has none of the columns to show in this database.", label=table.label))
    wished = {wish.name: wish for wish in wishes}
    labelled = {name: _labelled(table, wish) for name, wish in wished.items()}
    others = {column.name: column for column in table.columns if column.name not in wished}
    began = [Placed(wish.name, not wish.hidden) for wish in wished.values()]
    began += [Placed(name, shown=False) for name in others]
    columns = {**labelled, **others}
    result = []
    for name, shown in ((each.name, each.shown) for each in placed(began, arrangement)):
        by_hand = arrangement.widths.get(name)
        wish = wished.get(name)
        width = by_hand or (wish.width if wish else None)
        result.append(Offered(columns[name], width, shown, by_hand=by_hand is not None))
    return tuple(result)


def sortable(table: TableInfo, sort: Sequence[Sort]) -> tuple[Sort, ...]:
    """Those of the sort columns that the table has and that have an order."""
    kinds = {column.name: column.kind for column in table.columns}
    return tuple(each for each in sort if each.column in kinds and kinds[each.column] not in UNSORTABLE)


def _notes(table: TableInfo, missing: Sequence[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    names = ", ".join(f"“{name}”" for name in missing)
    return (
        tr_n(
            "The column {names} of “{table}” is missing.",
            "The columns {names} of “{table}” are missing.",
            len(missing),
            names=names,
            table=table.name,
        ),
    )


def _labelled(table: TableInfo, wish: ColumnWish) -> ColumnInfo:
    column = table.column(wish.name)
    if column is None:
        known = ", ".join(sorted(c.name for c in table.columns))
        raise ConfigurationError(
            tr("“{name}” has no column “{name_2}”. Known: {known}.", name=table.name, name_2=wish.name, known=known),
            title=tr("Unknown column"),
        )
    return replace(column, label=wish.label) if wish.label else column


def _text(props: Mapping[str, Any], key: str) -> str:
    value = props.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ConfigurationError(tr("“{key}” of the component must be a text.", key=key))
    return value


def _list(props: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = props.get(key)
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)):
        raise ConfigurationError(tr("“{key}” of the component must be a list.", key=key))
    return value


def _column(entry: Any) -> ColumnWish:
    if isinstance(entry, str):
        return ColumnWish(entry)
    if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str):
        raise ConfigurationError(tr("Each of “columns” must be a column's name, or an object with “name”."))
    label = entry.get("label")
    return ColumnWish(
        entry["name"],
        label if isinstance(label, str) else "",
        _pixels(entry.get("width")),
        hidden=entry.get("hidden") is True,
    )


def _pixels(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    return int(value) if 0 < value <= _MOST_PIXELS else None


def _density(value: Any) -> Density:
    return Density(value) if isinstance(value, str) and value in set(Density) else Density.COMPACT


def _count(props: Mapping[str, Any], key: str, most: int) -> int:
    value = props.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return 0
    return int(value) if 0 <= value <= most else 0
