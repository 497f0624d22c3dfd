"""The starter data fits the tables and agrees with itself: values, words, keys, references, people."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import ARRAY, Boolean, DateTime, Integer, Numeric, String, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.db.schema import TABLES
from tests.unit.starter_rows import PERSONAS, RELATIVE, VOCABULARIES, every_row, files, leaves, rows_of, starter

NO_COLUMNS = {"_parent_tab_key"}


def _is_instant(value: object) -> bool:
    if not isinstance(value, str):
        return False
    if RELATIVE.fullmatch(value):
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _fits(column: Any, value: object) -> bool:
    """Whether a JSON value can be stored in the column."""
    kind = column.type
    if isinstance(kind, JSONB):
        return True
    if isinstance(kind, ARRAY):
        inner = int if isinstance(kind.item_type, Integer) else str
        return isinstance(value, list) and all(isinstance(item, inner) for item in value)
    if isinstance(kind, DateTime):
        return _is_instant(value)
    if isinstance(kind, Boolean):
        return isinstance(value, bool)
    if isinstance(kind, Integer):
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31
    if isinstance(kind, Numeric):
        return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    if isinstance(kind, (String, Text)):
        return isinstance(value, str) and (kind.length is None or len(value) <= kind.length)
    raise AssertionError(f"no rule for {column}")


def test_every_file_is_a_list_of_rows_of_a_documented_table() -> None:
    assert files()
    for table, rows in starter().items():
        assert table in TABLES, table
        assert rows, table
        assert all(isinstance(row, dict) for row in rows), table


def test_the_tables_promised_have_rows() -> None:
    few = {
        "incidents": 40, "submissions": 30, "agents": 20, "emails": 12, "activities": 25, "governance_metrics": 12,
        "commercial_property_workflows": 8, "commercial_property_cope_data": 8, "commercial_property_submissions": 8,
        "agent_executions": 6, "risk_assessments": 6, "users": 5, "role_personas": 4, "step_definitions": 8,
    }  # fmt: skip
    assert {table: n for table, n in few.items() if len(starter().get(table, [])) < n} == {}


def test_every_value_fits_its_column() -> None:
    faults = []
    for name, index, row in every_row():
        table: Table = TABLES[name]
        for key, value in row.items():
            if key in NO_COLUMNS:
                continue
            column = table.columns.get(key)
            if column is None:
                faults.append(f"{name}[{index}] has no column {key}")
            elif value is None and not column.nullable:
                faults.append(f"{name}[{index}].{key} must have a value")
            elif value is not None and not _fits(column, value):
                faults.append(f"{name}[{index}].{key} cannot hold {value!r}")
        faults += [
            f"{name}[{index}] lacks {column.name}"
            for column in table.columns
            if not column.nullable and column.server_default is None and not column.primary_key
            and column.name not in row
        ]  # fmt: skip
    assert faults == []


def test_vocabularies_hold() -> None:
    faults = [
        f"{table}[{index}].{column} is {row[column]!r}"
        for table, index, row in every_row()
        for column in row
        if (table, column) in VOCABULARIES
        and row[column] is not None
        and row[column] not in VOCABULARIES[table, column]
    ]
    assert faults == []


def test_references_resolve_inside_the_starter_data() -> None:
    faults = []
    for name, index, row in every_row():
        for column in TABLES[name].columns:
            value = row.get(column.name)
            if value is None:
                continue
            for key in column.foreign_keys:
                target, target_column = key.column.table.name, key.column.name
                if not any(other.get(target_column) == value for other in starter().get(target, [])):
                    faults.append(f"{name}[{index}].{column.name} refers to {value!r}, which is not in {target}")
    assert faults == []


def test_tab_keys_named_by_features_exist() -> None:
    keys = {row["tab_key"] for row in rows_of("tab_configurations")}
    assert {row["_parent_tab_key"] for row in rows_of("component_feature_configurations")} <= keys


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("users", ("id",)),
        ("users", ("email",)),
        ("role_personas", ("persona_key",)),
        ("tab_configurations", ("tab_key",)),
        ("form_templates", ("template_name",)),
        ("form_field_definitions", ("form_type", "field_key", "persona", "maturity_level")),
        ("ui_component_registry", ("component_name",)),
        ("hierarchy_layer_configurations", ("layer_key", "version")),
        ("step_definitions", ("workflow_type", "step_number")),
        ("agents", ("name", "layer", "persona")),
        ("agents", ("id",)),
        ("config_registry", ("key",)),
        ("config_values", ("config_key", "version", "persona", "agent_id", "workflow_id")),
        ("business_rules", ("rule_name", "version", "scope")),
        ("templates", ("template_name", "version", "scope")),
        ("incidents", ("incident_id",)),
        ("submissions", ("submission_id",)),
        ("commercial_property_workflows", ("submission_id",)),
        ("commercial_property_workflows", ("id",)),
        ("commercial_property_submissions", ("submission_id",)),
        ("commercial_property_cope_data", ("submission_id",)),
        ("agent_executions", ("execution_id",)),
        ("agent_execution_steps", ("id",)),
        ("agent_execution_steps", ("execution_id", "step_order")),
        ("component_feature_configurations", ("feature_key", "_parent_tab_key")),
    ],
)
def test_keys_are_unique(table: str, key: tuple[str, ...]) -> None:
    counted = Counter(tuple(row.get(name) for name in key) for row in rows_of(table))
    assert [found for found, n in counted.items() if n > 1] == []


def test_every_address_is_in_a_reserved_domain() -> None:
    reserved = re.compile(r"(?:^|\.)(?:example|example\.com|example\.org|example\.net)$")
    address = re.compile(r"[\w.+-]+@([\w.-]+\w)")
    web = re.compile(r"https?://([\w.-]+)")
    faults = []
    for table, index, row in every_row():
        for leaf in leaves(row):
            if not isinstance(leaf, str):
                continue
            hosts = [h for h in web.findall(leaf) if h != "json-schema.org"] + address.findall(leaf)
            faults += [f"{table}[{index}] names {host}" for host in hosts if not reserved.search(host)]
    assert faults == []


def test_every_phone_number_is_one_kept_for_fiction() -> None:
    number = re.compile(r"555[-. ]\d{4}")
    fiction = re.compile(r"555-01\d\d")
    faults = [
        f"{table}[{index}]: {found}"
        for table, index, row in every_row()
        for leaf in leaves(row)
        if isinstance(leaf, str)
        for found in number.findall(leaf)
        if not fiction.fullmatch(found)
    ]
    assert faults == []


def test_the_four_personas_have_people_permissions_and_colours() -> None:
    personas = {row["persona_key"]: row for row in rows_of("role_personas")}
    assert set(personas) == set(PERSONAS)
    assert set(PERSONAS) | {"system"} == {row["id"] for row in rows_of("users")}
    for row in personas.values():
        permissions = row["capability_manifest"]["permissions"]
        assert permissions
        assert all(re.fullmatch(r"[a-z]+\.[a-z]+", permission) for permission in permissions)
        assert re.fullmatch(r"#[0-9A-F]{6}", row["dashboard_config"]["color"])
        assert re.fullmatch(r"[A-Z]{2}", row["dashboard_config"]["initials"])


def test_the_administrator_holds_every_permission_that_anything_asks_for() -> None:
    personas = {row["persona_key"]: row for row in rows_of("role_personas")}
    everything = set(personas["admin"]["capability_manifest"]["permissions"])
    for row in personas.values():
        assert set(row["capability_manifest"]["permissions"]) <= everything
    for tab in rows_of("tab_configurations"):
        assert set(tab["required_permissions"]) <= everything, tab["tab_key"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_persona_colours_are_legible_on_every_surface(theme: str) -> None:
    surfaces = {"light": ("#F6F7F9", "#FFFFFF", "#EEF1F5"), "dark": ("#10141A", "#171D25", "#202833")}[theme]
    schemes = next(r["value"] for r in rows_of("config_values") if r["config_key"] == "persona-color-schemes.config")
    assert set(schemes) == set(PERSONAS)
    for persona, scheme in schemes.items():
        accent, on_accent = scheme[theme]["accent"], scheme[theme]["on_accent"]
        for other in (*surfaces, on_accent):
            assert _contrast(accent, other) >= 4.5, (persona, other)


def _contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_six_layers_stand_in_order_and_each_has_agents() -> None:
    layers = sorted(rows_of("hierarchy_layer_configurations"), key=lambda row: int(row["layer_level"]))
    assert [row["layer_level"] for row in layers] == [1, 2, 3, 4, 5, 6]
    assert [row["layer_name"] for row in layers] == [
        "Experience",
        "Meta Brain",
        "Role",
        "Process",
        "System",
        "Interface",
    ]
    assert {row["layer"] for row in rows_of("agents")} == {row["layer_name"] for row in layers}
