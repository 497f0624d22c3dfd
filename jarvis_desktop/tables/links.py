"""Which columns lead to a record of another table, and who may read it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.permission import CONFIGURATION_TABLES

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.types import ColumnInfo


@dataclass(frozen=True, slots=True)
class Link:
    """Where the values of a column lead: to rows of `table` by their `column`."""

    table: str
    column: str


_NATURAL: Mapping[str, Link] = MappingProxyType(
    {
        "assigned_to": Link("users", "id"),
        "submission_id": Link("submissions", "submission_id"),
        "incident_id": Link("incidents", "incident_id"),
        "execution_id": Link("agent_executions", "execution_id"),
        "session_id": Link("user_journey_sessions", "session_id"),
    }
)
"""Columns that name a record without a foreign key."""

_READING: Mapping[str, str] = MappingProxyType(
    {"incidents": "incidents.read", "submissions": "submissions.read", "agents": "agents.read"}
)


NO_LINKS: Mapping[str, Link] = MappingProxyType({})


def links_of(table: str, columns: Iterable[ColumnInfo]) -> Mapping[str, Link]:
    """The columns of `table` that lead somewhere, by name."""
    found = {column.name: link_of(table, column) for column in columns}
    return {name: link for name, link in found.items() if link is not None}


def link_of(table: str, column: ColumnInfo) -> Link | None:
    """Where the values of a column of `table` lead, if anywhere."""
    if column.references:
        target, _, key = column.references.partition(".")
        return Link(target, key)
    link = _NATURAL.get(column.name)
    return None if link is None or link.table == table else link


def reading_refusal(table: str, reader: Reader) -> str:
    """Why the reader may not look at records of the table, or ""."""
    permission = "config.read" if table in CONFIGURATION_TABLES else _READING.get(table, "records.read")
    if reader.may(permission):
        return ""
    return tr(
        "The persona “{persona}” may not read these records (permission {permission}).",
        persona=reader.persona,
        permission=permission,
    )
