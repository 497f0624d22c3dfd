"""The starter's tabs, components, forms and steps are what the metadata vocabulary and the tables allow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import jsonschema_rs
from sqlalchemy import Integer
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.expressions.rules import compile_stored
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.types import FormTarget
from jarvis_desktop.tables.types import Aggregate, Operator
from tests.unit.starter_rows import PERSONAS, VOCABULARIES, Row, form_of, form_types, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def _nodes(node: Row) -> Iterator[Row]:
    yield node
    for child in node.get("elements", []):
        yield from _nodes(child)


def _components(tab: Row) -> Iterator[Row]:
    return (node for node in _nodes(tab["content_config"]) if node["type"] == "Component")


def test_every_tab_names_registered_components_with_props_their_schema_allows() -> None:
    registry = {row["component_name"]: row for row in rows_of("ui_component_registry")}
    faults = []
    for tab in rows_of("tab_configurations"):
        components = list(_components(tab))
        assert components, tab["tab_key"]
        for node in components:
            row = registry.get(node["component"])
            if row is None:
                faults.append(f"{tab['tab_key']} names {node['component']}")
                continue
            validator = jsonschema_rs.Draft202012Validator(row["props"])
            props = {**row["default_props"], **node["props"]}
            faults += [
                f"{tab['tab_key']} {node['component']}: {error.message}" for error in validator.iter_errors(props)
            ]
            faults += [
                f"{tab['tab_key']} is for {persona}, {node['component']} is not"
                for persona in tab["persona_access"]
                if persona not in row["persona_compatibility"]
            ]
    assert faults == []


def test_tabs_are_made_of_known_layouts() -> None:
    known = {
        "VerticalLayout", "HorizontalLayout", "GridLayout", "Group", "Categorization", "Category", "Splitter", "Label",
        "Component",
    }  # fmt: skip
    for tab in rows_of("tab_configurations"):
        for node in _nodes(tab["content_config"]):
            assert node["type"] in known, tab["tab_key"]
            if node["type"] == "Categorization":
                assert all(child["type"] == "Category" and child["label"] for child in node["elements"])


def _shown_tables(node: Row) -> Iterator[Row]:
    props = node["props"]
    if "table" in props:
        yield props
    yield from props.get("items", [])


def test_tabs_show_tables_columns_and_forms_that_exist() -> None:
    forms = {row["form_type"] for row in rows_of("form_field_definitions")}
    operators = {operator.value for operator in Operator}
    faults = []
    for tab in rows_of("tab_configurations"):
        for shown in (shown for node in _components(tab) for shown in _shown_tables(node)):
            table = TABLES[shown["table"]]
            used = [c if isinstance(c, str) else c["name"] for c in shown.get("columns", [])]
            used += [c["column"] for c in (*shown.get("filters", []), *shown.get("sort", []))]
            used += [shown["column"]] if shown.get("column") else []
            faults += [f"{tab['tab_key']}: {table.name} has no {name}" for name in used if name not in table.columns]
            assert {f["operator"] for f in shown.get("filters", [])} <= operators
            assert shown.get("aggregate", "count") in set(Aggregate)
            if shown.get("form_type", "incident") not in forms:
                faults.append(f"{tab['tab_key']}: there is no form {shown['form_type']}")
    assert faults == []


def test_filters_ask_for_values_that_rows_have_or_may_have() -> None:
    faults = []
    for tab in rows_of("tab_configurations"):
        for shown in (shown for node in _components(tab) for shown in _shown_tables(node)):
            for condition in shown.get("filters", []):
                column, wanted = condition["column"], condition.get("value")
                values = wanted if isinstance(wanted, list) else [] if wanted is None else [wanted]
                known = {row.get(column) for row in rows_of(shown["table"])}
                known |= VOCABULARIES.get((shown["table"], column), frozenset())
                faults += [f"{tab['tab_key']}: {shown['table']}.{column} = {v}" for v in values if v not in known]
    assert faults == []


def test_every_persona_has_tabs_in_one_order_beginning_with_its_overview() -> None:
    for persona in PERSONAS:
        (own,) = (row for row in rows_of("role_personas") if row["persona_key"] == persona)
        held = set(own["capability_manifest"]["permissions"])
        tabs = [
            row for row in rows_of("tab_configurations")
            if persona in row["persona_access"] and set(row["required_permissions"]) <= held
        ]  # fmt: skip
        assert len(tabs) >= 3
        orders = [row["order_index"] for row in tabs]
        assert len(set(orders)) == len(orders), persona
        assert min(tabs, key=lambda row: int(row["order_index"]))["tab_type"] == "work"
        start = next(r["preferences"]["start_tab"] for r in rows_of("user_preferences") if r["user_id"] == persona)
        assert start in {row["tab_key"] for row in tabs}


def test_only_administrators_have_the_data_tab() -> None:
    (tab,) = [t for t in rows_of("tab_configurations") if any(n["component"] == "data_browser" for n in _components(t))]
    assert tab["persona_access"] == ["admin"]
    assert tab["required_permissions"] == ["data.browse"]


def test_every_icon_is_in_the_set() -> None:
    icons = bundled("resources") / "icons" / "lucide"
    named = [(row["tab_key"], row["icon"]) for row in rows_of("tab_configurations")]
    named += [(row["layer_key"], row["display_config"]["icon"]) for row in rows_of("hierarchy_layer_configurations")]
    for row in (*rows_of("config_values"), *rows_of("config_registry")):
        value = row.get("value", row.get("default_value_jsonb"))
        entries = value if isinstance(value, list) else []
        named += [
            (row.get("config_key", row.get("key")), e["icon"]) for e in entries if isinstance(e, dict) and "icon" in e
        ]
    assert [(owner, name) for owner, name in named if not (icons / f"{name}.svg").is_file()] == []


def test_conditions_and_rules_compile() -> None:
    rules = [row["conditional_display"]["when"] for row in rows_of("tab_configurations") if row["conditional_display"]]
    rules += [c["when"] for row in rows_of("component_feature_configurations") for c in row["display_rules"]]
    rules += [row["rule_definition"] for row in rows_of("business_rules")]
    assert rules
    for rule in rules:
        assert not isinstance(compile_stored(rule), Failed), rule


def test_component_schemas_are_schemas_that_refuse_unknown_properties() -> None:
    for row in rows_of("ui_component_registry"):
        jsonschema_rs.meta.validate(row["props"])
        assert row["props"]["type"] == "object"
        assert row["props"]["additionalProperties"] is False
        assert not jsonschema_rs.Draft202012Validator(row["props"]).is_valid({"no_such_property": 1})


def test_every_form_reads_without_a_fault_for_everybody() -> None:
    for form_type in form_types():
        for persona in PERSONAS:
            form = form_of(form_type, persona)
            assert form.problems == (), form_type
            assert [field.key for field in form.fields if field.notice] == []
            assert form.fields


def test_every_form_has_one_template_that_says_where_its_values_go() -> None:
    assert Counter(row["form_type"] for row in rows_of("form_templates")) == dict.fromkeys(form_types(), 1)
    for form_type in form_types():
        target = form_of(form_type).target
        table = TABLES[target.table]
        assert target.key in table.columns
        overflow = target.overflow.partition(".")[0]
        assert not overflow or isinstance(table.columns[overflow].type, JSONB), form_type
        for field in form_of(form_type).fields:
            assert field.key in table.columns or overflow, f"{form_type}.{field.key} has no place"


def test_one_form_is_the_default_of_its_table() -> None:
    defaults = Counter(
        row["configuration"]["target"]["table"] for row in rows_of("form_templates") if row["is_default"]
    )
    assert max(defaults.values()) == 1


def test_new_records_can_be_made_with_the_form_of_their_table() -> None:
    """Every column that must have a value is asked for, or has a default."""
    given_when_saved = {"incident_id", "submission_id"}
    for row in rows_of("form_templates"):
        form = form_of(row["form_type"])
        asked = {field.key for field in form.fields if field.required} | given_when_saved
        table = TABLES[form.target.table]
        needed = {c.name for c in table.columns if not c.nullable and c.server_default is None}
        needed -= {c.name for c in table.columns if c.primary_key and isinstance(c.type, Integer)}
        assert needed <= asked, form.form_type


def test_labels_and_options_are_told_apart() -> None:
    for form_type in form_types():
        form = form_of(form_type)
        keys = Counter(field.key for field in form.fields)
        assert max(keys.values()) == 1, form_type
        labels = Counter((field.section, field.label) for field in form.fields)
        assert max(labels.values()) == 1, form_type
        for field in form.fields:
            choices = [field.options] + (list(field.dependent.mapping.values()) if field.dependent else [])
            for options in choices:
                assert len({option.value for option in options}) == len(options), f"{form_type}.{field.key}"
                assert len({option.label for option in options}) == len(options), f"{form_type}.{field.key}"


def test_sections_of_a_form_stand_together() -> None:
    for form_type in form_types():
        seen = [field.section for field in form_of(form_type).fields]
        starts = [section for i, section in enumerate(seen) if i == 0 or seen[i - 1] != section]
        assert len(set(starts)) == len(starts), form_type


def test_fields_follow_fields_that_exist() -> None:
    for form_type in form_types():
        form = form_of(form_type)
        for field in form.fields:
            if field.visible_when:
                assert form.field(field.visible_when.master), f"{form_type}.{field.key}"
            if field.dependent:
                assert form.field(field.dependent.depends_on), f"{form_type}.{field.key}"


def test_the_agent_kinds_follow_the_layer() -> None:
    form = form_of("agent_create")
    layer, kind = form.field("layer"), form.field("type")
    assert layer is not None
    assert kind is not None
    assert kind.dependent is not None
    assert set(kind.dependent.mapping) == {option.value for option in layer.options}


def test_a_new_agent_is_asked_only_for_what_an_imported_form_would_replace() -> None:
    """An import replaces fields by key; a key of our own would stay behind in the imported form."""
    assert {field.key for field in form_of("agent_create").fields} == {
        "name", "layer", "type", "status", "description", "specialization", "persona", "capabilities", "integrations",
    }  # fmt: skip


def test_brokers_do_not_see_internal_notes() -> None:
    hidden = {"rachel_notes", "issue_flags", "recommended_line", "risk_level"}
    assert hidden <= {field.key for field in form_of("submission", "rachel").fields}
    assert hidden.isdisjoint({field.key for field in form_of("submission", "broker").fields})


def test_eight_steps_of_commercial_property_read_without_a_fault() -> None:
    steps = rows_of("step_definitions")
    assert [row["step_number"] for row in steps] == [1, 2, 3, 4, 5, 6, 7, 8]
    for row in steps:
        schema = row["form_schema"]
        jsonschema_rs.meta.validate(schema)
        assert set(schema["required"]) <= set(schema["properties"])
        assert set(row["validation_rules"]) <= {"required", "emailValidation", "minLength", "numberRange", "pattern"}
        form = read_step_form(f"step_{row['step_number']}", row, field_types(), FormTarget())
        assert form.problems == (), row["step_name"]
        assert [field.key for field in form.fields if field.notice] == []
        assert [field.key for field in form.fields] == list(schema["properties"])
        assert {field.key for field in form.fields if field.required} == set(row["validation_rules"]["required"])
