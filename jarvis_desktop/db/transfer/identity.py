"""Which columns say that two rows are the same row."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jarvis_desktop.db.transfer.values import storable_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jarvis_desktop.db.transfer.live_tables import LiveTable

NATURAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "agents": ("name", "layer", "persona"),
    "form_field_definitions": ("form_type", "field_key", "persona", "maturity_level"),
    "component_feature_configurations": ("feature_key", "parent_tab_id", "parent_layer_id"),
    "hierarchy_layer_configurations": ("layer_key", "version", "persona", "agent_id", "workflow_id"),
    "business_rules": ("rule_name", "version", "scope", "persona", "agent_id", "workflow_id"),
    "templates": ("template_name", "version", "scope", "persona", "agent_id"),
    "agent_execution_steps": ("execution_id", "step_order"),
    "step_definitions": ("workflow_type", "step_number"),
}
"""For tables without a UNIQUE constraint that says it; `scope` of the wording is the scope columns of the table."""


def unique_keys(table: LiveTable) -> tuple[tuple[str, ...], ...]:
    """The keys that a file's row may carry and that hold by constraint, the most telling first.

    A primary key that the database does not number is the business key itself (users, sessions).
    """
    if table.serial_key is None and table.primary_key:
        return (table.primary_key, *table.uniques)
    return table.uniques


def natural_key(table: LiveTable) -> tuple[str, ...] | None:
    """The agreed key of a table whose rows have no unique one."""
    key = NATURAL_KEYS.get(table.name)
    return key if key is not None and all(name in table.columns for name in key) else None


def row_hash(row: Mapping[str, object]) -> str:
    """The whole row as the file gave it, for rows that nothing else identifies."""
    return hashlib.sha256(storable_json(row, sort_keys=True).encode()).hexdigest()


def content_hash_sql(table: LiveTable, *, alias: str = "t") -> str:
    """The expression for a stored row's content: every column but the serial id and the two clocks."""
    left_out = [table.serial_key or "", "created_at", "updated_at"]
    names = ", ".join(f"'{name}'" for name in left_out if name in table.columns)
    return f"encode(sha256(convert_to((to_jsonb({alias}) - ARRAY[{names}]::text[])::text, 'UTF8')), 'hex')"


def carries(row: Mapping[str, object], key: Sequence[str], default: Callable[[str], object], table: LiveTable) -> bool:
    """Whether `row` has, or gets by default, a value wherever `key` needs one."""
    return all(
        table.columns[name].nullable or (row[name] if name in row else default(name)) is not None for name in key
    )
