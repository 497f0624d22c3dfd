"""Changing many rows with what it takes to undo that, against the bare update."""

from __future__ import annotations

import statistics
import time
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from unittest.mock import patch

import psycopg

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.search_indexes import INDEXES
from jarvis_desktop.db.transfer.starter import load_starter
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.forms import owning
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.benchmarks.bench_filter import fill
from tests.benchmarks.bench_tables import FILL
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.session import Session

ROWS = 100_000
ROUNDS = 3
SAVES = 60
READER = Reader("admin", "bench", frozenset({"records.write"}), datetime(2026, 1, 1, tzinfo=UTC))
BARE = "UPDATE incidents SET john_notes = %s, updated_at = now() WHERE john_notes IS DISTINCT FROM %s"


def _fill(url: str) -> None:
    """Put incidents into the database, without the search indexes: their upkeep would hide that of the journal."""
    ours = ", ".join(index.name for index in INDEXES if index.table == "incidents")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP INDEX {ours}")
        connection.execute(FILL, [ROWS])


def _ratio(url: str, work: Callable[[str], object], between: Callable[[], object]) -> float:
    """Median seconds of `work` over those of the bare update of all rows, in turn; the table is kept tidy."""
    bare: list[float] = []
    ours: list[float] = []
    with psycopg.connect(url, autocommit=True) as connection:
        for turn in range(ROUNDS):
            for seconds, run in ((bare, None), (ours, work)):
                connection.execute("VACUUM ANALYZE incidents")
                began = time.perf_counter()
                if run is None:
                    connection.execute(BARE, [f"bare {turn}"] * 2)
                else:
                    run(f"ours {turn}")
                seconds.append(time.perf_counter() - began)
            between()
    return statistics.median(ours) / statistics.median(bare)


def u1_bulk_edit() -> Figure:
    """One field of 100,000 rows through the form service, journal included, against the bare update."""
    with scratch_database() as url:
        _fill(url)
        database = Database(url)
        forms = FormService(database, TableService(database))
        rows = RowSet(Query("incidents"), everything=True)

        def change(text: str) -> None:
            assert forms.change_rows("table:incidents", rows, {"john_notes": text}, READER).rows == ROWS

        ratio = _ratio(url, change, lambda: None)
        database.dispose()
    return Figure("U1", "bulk edit of 100,000 rows with undo / bare UPDATE", ratio, 2.5)


def u2_bulk_undo() -> Figure:
    """Taking that edit back, its guard against changes of others included, against the bare update."""
    with scratch_database() as url:
        _fill(url)
        database = Database(url)
        forms, edits = FormService(database, TableService(database)), EditService(database)
        rows = RowSet(Query("incidents"), everything=True)

        def undo(_text: str) -> None:
            assert edit_id is not None
            assert edits.undo(edit_id, READER).rows == ROWS

        def redo() -> None:
            assert edit_id is not None
            edits.redo(edit_id, READER)

        edit_id = forms.change_rows("table:incidents", rows, {"status": "moved"}, READER).id
        ratio = _ratio(url, undo, redo)
        database.dispose()
    return Figure("U2", "undo of a bulk edit of 100,000 rows / bare UPDATE", ratio, 2.5)


def u3_indexed_edit() -> Figure:
    """One field of 33,000 of 100,000 varied rows, the indexes for search and lists growing, against without them."""
    with scratch_database() as url:
        fill(url, ROWS)
        database = Database(url)
        forms = FormService(database, TableService(database))
        taken: dict[str, list[float]] = {"with": [], "without": []}
        rows = RowSet(Query("incidents", filters=(Filter("id", Operator.LE, ROWS // 3),)), everything=True)
        with psycopg.connect(url, autocommit=True) as connection:
            for turn in range(2 * ROUNDS):
                if turn == ROUNDS:
                    connection.execute(f"DROP INDEX {', '.join(i.name for i in INDEXES if i.table == 'incidents')}")
                connection.execute("VACUUM ANALYZE incidents")
                began = time.perf_counter()
                assert forms.change_rows("table:incidents", rows, {"priority": f"p{turn}"}, READER).rows
                taken["with" if turn < ROUNDS else "without"].append(time.perf_counter() - began)
        database.dispose()
    ratio = statistics.median(taken["with"]) / statistics.median(taken["without"])
    return Figure("U3", "bulk edit of 33,000 rows with the indexes for search and lists / without", ratio, 5)


def u4_rights() -> Figure:
    """Saving one field of one record, asking the rows whether the person still may, against without asking."""
    taken: dict[bool, list[float]] = {True: [], False: []}
    with scratch_database() as url:
        database = Database(url)
        load_starter(database, bundled("resources") / "starter")
        forms = FormService(database, TableService(database))
        noted: dict[str, object] = {"john_notes": None}
        for turn in range(SAVES + 2):
            for asks in (True, False):
                changed: dict[str, object] = {"john_notes": f"note {turn} {asks}"}
                with nullcontext() if asks else patch.object(owning, "require_held", _ask_nothing):
                    began = time.perf_counter()
                    forms.save("table:incidents", "1", changed, noted, READER)
                    if turn > 1:
                        taken[asks].append(time.perf_counter() - began)
                noted = changed
        database.dispose()
    ratio = statistics.median(taken[True]) / statistics.median(taken[False])
    return Figure("U4", "saving a record, the person's rights asked for / not asked for", ratio, 1.5)


def _ask_nothing(_session: Session, _permission: str, _reader: Reader) -> None:
    """In the place of the question."""


BENCHES: tuple[Callable[[], Figure], ...] = (u1_bulk_edit, u2_bulk_undo, u3_indexed_edit, u4_rights)
