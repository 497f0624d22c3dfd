"""The triggers that announce changed rows of the reference's tables, and the channel they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.db.revision import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table

CHANNEL = "jarvis_changes"

# One trigger an operation: PostgreSQL allows transition tables only where a trigger has a single event.
_TRANSITIONS = {
    "INSERT": "REFERENCING NEW TABLE AS new_rows",
    "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "REFERENCING OLD TABLE AS old_rows",
    "TRUNCATE": "",
}
TRIGGERS = tuple(f"jarvis_changes_{operation.lower()}" for operation in _TRANSITIONS)
"""The names of the triggers on each table."""


def trigger_statements(table: Table) -> Mapping[str, str]:
    """The statements that attach the triggers of a table, by name of trigger.

    There is one function for each name of a key column; that of `sid`, which only sessions have, names no rows.
    """
    (key,) = table.primary_key.columns
    return {
        name: f"CREATE TRIGGER {name} AFTER {operation} ON public.{table.name} {transition} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.notify_changes_by_{key.name}()"
        for name, (operation, transition) in zip(TRIGGERS, _TRANSITIONS.items(), strict=True)
    }
