"""Stored rows with the reference's scope and effect columns, for `core.scope.resolve`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jarvis_desktop.core.scope import Matching, Scope, ScopeAndEffect, resolve
from jarvis_desktop.metadata.rows import StoredRow


@dataclass(frozen=True, slots=True)
class ScopedRow(ScopeAndEffect):
    """A row with the columns that decide whether it is in force."""

    row: StoredRow


def scoped(row: StoredRow) -> ScopedRow:
    """Read those columns; a database that lacks one gives its documented default."""
    persona = row.value("persona")
    return ScopedRow(
        row=row,
        id=row.id,
        persona=persona if persona is None else str(persona),
        agent_id=row.integer("agent_id"),
        workflow_id=row.integer("workflow_id"),
        effective_from=row.instant("effective_from") if "effective_from" in row.values else _ALWAYS,
        effective_to=row.instant("effective_to"),
        version=row.integer("version"),
        is_active=row.flag("is_active"),
    )


_ALWAYS = StoredRow({"x": "-infinity"}).instant("x")


def in_force(
    rows: Iterable[StoredRow], scope: Scope, as_of: datetime, matching: Matching = Matching.DOCUMENTED
) -> StoredRow | None:
    """The row in force for `scope` at `as_of`, if any."""
    winner = resolve([scoped(row) for row in rows], scope, as_of, matching).winner
    return winner.row if winner is not None else None
