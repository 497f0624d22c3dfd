"""The models' tables by name: the 42 of the schema reference in its order, and our own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema import (
    additional,
    agents,
    communication,
    configuration,
    desktop,
    governance,
    insurance,
    journeys,
    metadata_ui,
    users,
)
from jarvis_desktop.db.schema.declarative import Base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table

_MODULES = (
    *(users, agents, configuration, insurance, governance, metadata_ui, journeys, communication, additional),
    desktop,
)
"""Imported for the models they declare, which `Base.metadata` then holds."""

TABLES: Mapping[str, Table] = MappingProxyType({name: Base.metadata.tables[name] for name in COLUMNS})
"""The tables of schema `public` by name, in the reference's order."""

DESKTOP_TABLES: Mapping[str, Table] = MappingProxyType(
    {key: table for key, table in Base.metadata.tables.items() if table.schema == SCHEMA}
)
"""Our own tables by qualified name (`desktop.imported_rows`)."""

# Who reads `db.reference` instead of the models gets the same answer.
assert len(TABLES) + len(DESKTOP_TABLES) == len(Base.metadata.tables)
assert {name: tuple(column.name for column in table.columns) for name, table in TABLES.items()} == COLUMNS
assert all(table.primary_key.columns.keys() == [COLUMNS[name][0]] for name, table in TABLES.items())
