"""Rows for the tests of forms."""

from __future__ import annotations

import json
from typing import Any, LiteralString

import psycopg
from psycopg import sql


def field(form_type: str, key: str, kind: str = "text", **given: Any) -> dict[str, Any]:
    """A row of form_field_definitions."""
    row = {"form_type": form_type, "field_key": key, "field_type": kind, "label": key.replace("_", " ").capitalize()}
    return {**row, "order_index": 0, **given}


def insert(url: str, table: str, *rows: dict[str, Any]) -> None:
    """Insert rows given as JSON, as another program would."""
    with psycopg.connect(url) as connection:
        for row in rows:
            columns = sql.SQL(", ").join(map(sql.Identifier, row))
            source = sql.SQL("INSERT INTO {0} ({1}) SELECT {1} FROM jsonb_populate_record(NULL::{0}, %s::jsonb)")
            connection.execute(source.format(sql.Identifier(table), columns), [json.dumps(row)])


def stored(url: str, statement: LiteralString, *parameters: Any) -> Any:
    """The one value that a query finds."""
    with psycopg.connect(url) as connection:
        found = connection.execute(statement, parameters or None).fetchone()
    return found[0] if found else None


def execute(url: str, statement: LiteralString, *parameters: Any) -> None:
    """Run a statement as another program would."""
    with psycopg.connect(url) as connection:
        connection.execute(statement, parameters or None)


AGENT_FIELDS = (
    field("agent_create", "name", label="Agent name", is_required=True, order_index=1,
          validation_rules={"required": True, "minLength": 3, "maxLength": 100}),
    field("agent_create", "layer", "select", label="Agent layer", is_required=True, order_index=2,
          validation_rules={"required": True},
          options=[{"value": "Experience", "label": "Experience layer"}, {"value": "Role", "label": "Role layer"},
                   {"value": "System", "label": "System layer", "description": "Core processing"}]),
    field("agent_create", "type", "select", label="Agent type", is_required=True, order_index=3,
          validation_rules={"required": True}, options=[],
          ui_props={"className": "w-full",
                    "dependencies": {"dependsOn": "layer",
                                     "mapping": {"Role": ["Assistant underwriter", "Claims adjuster"],
                                                 "System": ["Document processor", "Data validator"]}}}),
    field("agent_create", "status", "select", label="Initial status", order_index=4,
          options=[{"value": "active", "label": "Active"}, {"value": "inactive", "label": "Inactive"}],
          ui_props={"defaultValue": "active"}),
    field("agent_create", "description", "textarea", order_index=5, ui_props={"rows": 3}),
    field("agent_create", "capabilities", "multiselect", order_index=6, options=["Underwriting", "Fraud, theft"]),
)  # fmt: skip
"""A form whose type list follows the layer, as the predecessor's rows have it."""
