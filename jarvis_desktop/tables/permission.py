"""Who may write which table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.tables.labels import label

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import Reader

CONFIGURATION_TABLES = frozenset(
    """config_registry config_values config_snapshots config_change_logs business_rules templates
    form_field_definitions form_templates ui_component_registry tab_configurations hierarchy_layer_configurations
    component_feature_configurations role_personas experience_layer step_definitions""".split()  # noqa: SIM905
)
"""The tables that say how the program works: writing them needs `config.write`, any other `records.write`."""


def writing_permission(table: str) -> str:
    """The permission that writing the table needs."""
    return "config.write" if table in CONFIGURATION_TABLES else "records.write"


def may_write(table: str, reader: Reader) -> bool:
    """Whether the reader may write the table."""
    return reader.may(writing_permission(table))


def write_refusal(table: str, reader: Reader) -> str:
    """Why the reader may not write the table, or ""."""
    if may_write(table, reader):
        return ""
    permission = writing_permission(table)
    return f"The persona “{reader.persona}” may not change {label(table).lower()} (permission {permission})."


def require_write(table: str, reader: Reader) -> None:
    """Raise NotAllowed unless the reader may write the table."""
    refusal = write_refusal(table, reader)
    if refusal:
        raise NotAllowed(refusal, hint="Switch to a persona that may, or ask an administrator.")
