"""The 42 tables of the schema reference: by section, and by name in the reference's order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

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
    from types import ModuleType

    from sqlalchemy import Table

_SECTIONS: tuple[tuple[str, ModuleType], ...] = (
    ("Core User Tables", users),
    ("Agent System Tables", agents),
    ("Configuration System Tables", configuration),
    ("Insurance Workflow Tables", insurance),
    ("AI Governance Tables", governance),
    ("Metadata-Driven UI Tables", metadata_ui),
    ("User Journey & Analytics Tables", journeys),
    ("Communication Tables", communication),
    ("Additional Tables", additional),
)


def _names(module: ModuleType) -> tuple[str, ...]:
    """The tables a module declares, in its order."""
    return tuple(
        str(member.__tablename__)
        for member in vars(module).values()
        if isinstance(member, type) and issubclass(member, Base) and member.__module__ == module.__name__
    )


SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({title: _names(module) for title, module in _SECTIONS})
"""Section title of the reference -> its tables. A table refers only to tables before it, so this is also load order."""

TABLES: Mapping[str, Table] = MappingProxyType(
    {name: Base.metadata.tables[name] for names in SECTIONS.values() for name in names}
)
"""The tables of schema `public` by name, in the reference's order."""

DESKTOP_TABLES: Mapping[str, Table] = MappingProxyType(
    {key: table for key, table in Base.metadata.tables.items() if table.schema == desktop.SCHEMA}
)
"""Our own tables by qualified name (`desktop.imported_rows`)."""
