"""Statements about layers and agents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from jarvis_desktop.metadata.queries import stored_rows

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

AGENTS = "agents"
_SHOWN = ("id", "name", "status", "functional_status", "specialization", "persona")


def agents_where(
    session: Session, columns: Collection[str], filters: Mapping[str, str | None], limit: int
) -> list[StoredRow]:
    """The first agents by name whose columns have the given values."""
    return stored_rows(
        session,
        AGENTS,
        only=[name for name in _SHOWN if name in columns],
        matching={name: (value,) for name, value in filters.items()},
        order=[name for name in ("name", "id") if name in columns],
        limit=limit,
    )
