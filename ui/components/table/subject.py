"""What an export or a printout is about: the rows and columns of a table as they are when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import kinds, records
from jarvis_desktop.tables.types import ColumnInfo, RowSet, TableInfo
from ui.components.table.named_source import rule_words
from ui.tables.filter_words import described

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable
    from ui.tables.formatting import Labels


@dataclass(frozen=True, slots=True)
class Subject:
    """A table as somebody looks at it.

    `shown` are the columns in sight, `every` all of them; `selected` is None without a selection. `total` is how many
    rows match, None when that is not known, and about right only unless `exact`. `conditions` says in words which rows
    match ("" for all). `labels` are the words of the form for stored values.
    """

    table: TableInfo
    title: str
    shown: tuple[ColumnInfo, ...]
    every: tuple[ColumnInfo, ...]
    selected: RowSet | None
    everything: RowSet
    total: int | None
    exact: bool
    conditions: str
    labels: Labels

    def expected(self, rows: RowSet) -> int | None:
        """How many rows a set will have, as far as is known."""
        return self.total if rows.everything else rows.count


def subject_of(table: RecordTable) -> Subject | None:
    """The table as it stands, or None before it is open."""
    plan, everything = table.source.plan, table.everything()
    if plan is None or everything is None:
        return None
    labelled = {offer.column.name: offer.column for offer in plan.offered}
    query = everything.query
    conditions = [
        described(labelled.get(asked.column, found), asked, table.cells.labels)
        for asked in query.filters
        if (found := plan.table.column(asked.column)) is not None
    ]
    said = rule_words(plan, table.cells.labels)
    if said:
        conditions.insert(0, said)
    if query.text.strip():
        conditions.append(tr("contains “{text}”", text=query.text.strip()))
    total: int | None = getattr(table.source, "total", None)
    return Subject(
        table=plan.table,
        title=table.asked.title or plan.table.label,
        shown=plan.columns,
        every=tuple(labelled.get(column.name, column) for column in plan.table.columns),
        selected=table.selected(),
        everything=everything,
        total=total,
        exact=bool(getattr(table.source, "total_exact", False)),
        conditions="; ".join(conditions),
        labels=table.cells.labels,
    )


def counted(count: int | None, table: TableInfo, *, exact: bool = True) -> str:
    """A number of rows in words: “340 incidents”, “about 1,000,000 incidents”, “incidents” when it is not known."""
    if count is None:
        return kinds(table.name)
    named = records(table.name, count)
    return named if exact else tr("about {records}", records=named)
