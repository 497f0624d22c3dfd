"""Rows of `errors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.faults import Fault
    from jarvis_desktop.db.engine import Database


def fault_store(database: Database) -> Callable[[Fault], None]:
    """A function that stores one fault; it raises JarvisError when the database does not take it."""

    def store(fault: Fault) -> None:
        # The models are slow to import, and most runs have no fault to store.
        from sqlalchemy import insert

        from jarvis_desktop.db.schema import TABLES

        row = {
            "error_type": fault.error_type,
            "error_message": fault.message,
            "stack_trace": fault.stack_trace,
            "context": dict(fault.context),
        }
        with database.write() as session:
            session.execute(insert(TABLES["errors"]).values(row))

    return store
