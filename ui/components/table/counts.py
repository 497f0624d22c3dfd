"""How many records a table has and how many are selected, in words; the selection as rows to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.tables.types import RowSet

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable
    from ui.components.table.footer import TableFooter
    from ui.tables.selecting import Selecting
    from ui.tables.source import TableSource

_MOST_DIGITS = 200
_NAMED_ONE_BY_ONE = 1000
"""Selected rows that are here are named by their keys up to this many; more are told as spans."""


def row_set(source: TableSource, selecting: Selecting) -> RowSet | None:
    """The rows selected, named without fetching them; None when none is."""
    query, parts = source.query, selecting.runs
    if query is None or not parts:
        return None
    if selecting.everything:
        return RowSet(query, source.total if source.total_exact else None, everything=True)
    count = selecting.count
    if count <= _NAMED_ONE_BY_ONE:
        model = source.model
        places = (place for first, last in parts for place in range(first, last + 1))
        ids = tuple(model.id_at(place) for place in places if not model.grouped or model.group(place) is None)
        if not ids:
            return None
        if all(ids):
            return RowSet(query, count, ids=ids)
    spans = tuple(span for first, last in parts for span in source.spans(first, last))
    return RowSet(query, sum(span.count for span in spans), spans=spans) if spans else None


def say_counts(source: TableSource, selecting: Selecting, footer: TableFooter) -> None:
    """Tell the footer how many records there are and how many are selected."""
    total = source.total
    footer.say_count(count_words(total, exact=source.total_exact))
    count = selecting.count
    offer = total is None or count < total
    exact = grouped(total) if total is not None and source.total_exact else ""
    footer.say_selected(count, everything=selecting.everything, total=exact, offer=offer and count > 1)


def count_words(total: int | None, *, exact: bool) -> str:
    """“1,000,000 records”, “About 1,000,000 records”, or nothing where nothing is known."""
    if not total:
        return ""
    number = grouped(total)
    if exact:
        return tr_n("{n} record", "{n} records", total, n=number)
    return tr_n("About {n} record", "About {n} records", total, n=number)


def jump(table: RecordTable, text: str) -> None:
    """Go to the row of that number, or to the record of that key."""
    digits = text.replace(",", "").replace(" ", "")
    total = table.source.total
    table.footer.say_problem("")
    if digits.isdecimal() and len(digits) <= _MOST_DIGITS:
        number = int(digits)
        if total is not None and table.source.total_exact and not 1 <= number <= total:
            table.footer.say_problem(tr("There is no row {number}.", number=grouped(number)))
            return
        table.source.go_to(number - 1)
    else:
        table.source.go_to_key(text)
