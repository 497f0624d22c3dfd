"""The rows of the starter data, read once, for the tests of what they say."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.reading import read_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jarvis_desktop.forms.types import FormDefinition

Row = dict[str, Any]
PERSONAS = ("admin", "rachel", "john", "broker")
RELATIVE = re.compile(r"\{now(?:[+-]\d+[dhm])?\}")

VOCABULARIES: dict[tuple[str, str], frozenset[str]] = {
    (table, column): frozenset(words.split("|"))
    for table, column, words in [
        ("agents", "layer", "Experience|Meta Brain|Role|Process|System|Interface"),
        ("agents", "persona", "admin|rachel|john|broker"),
        ("agents", "risk_level", "low|medium|high|critical"),
        ("agent_executions", "status", "initializing|running|completed|error|cancelled"),
        ("agent_executions", "persona", "admin|rachel|john|broker"),
        ("agent_execution_steps", "layer", "Experience|Meta Brain|Role|Process|System|Interface"),
        ("agent_execution_steps", "status", "pending|running|completed|error|skipped|cancelled"),
        ("config_registry", "type", "string|number|boolean|json|array"),
        ("config_registry", "scope", "global|persona|agent|workflow"),
        ("config_registry", "category", "ui|business|security|voice"),
        ("business_rules", "rule_engine", "jsonlogic|cel|simple"),
        ("business_rules", "scope", "global|persona|agent|workflow"),
        ("templates", "template_type", "email|voice|ui|sms"),
        ("submissions", "risk_level", "low|medium|high|critical"),
        ("submissions", "status", "pending|approved|declined"),
        ("incidents", "priority", "low|medium|high|critical"),
        ("incidents", "status", "open|in_progress|resolved|closed"),
        ("commercial_property_workflows", "status", "in_progress|completed|cancelled"),
        ("ai_models", "provider", "openai|anthropic|custom"),
        ("ai_models", "model_type", "chat|completion|embedding"),
        ("risk_assessments", "target_type", "agent|model|workflow"),
        ("risk_assessments", "overall_risk", "low|medium|high|critical"),
        ("ui_component_registry", "component_type", "atomic|molecular|organism"),
        ("role_personas", "persona_type", "static|dynamic"),
        ("role_personas", "access_level", "admin|advanced|standard"),
        ("tab_configurations", "tab_type", "work|insight|administration|help"),
        ("emails", "priority", "low|medium|high|critical"),
    ]
}


def files() -> list[Path]:
    """Every starter file."""
    return sorted((bundled("resources") / "starter").glob("*.json"))


@cache
def starter() -> dict[str, list[Row]]:
    """The rows of each table, as the files give them."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal) for path in files()}


def rows_of(table: str) -> list[Row]:
    """The rows of one table."""
    return starter()[table]


def every_row() -> Iterator[tuple[str, int, Row]]:
    """Table, position and row of everything."""
    for table, rows in starter().items():
        for index, row in enumerate(rows):
            yield table, index, row


def leaves(value: object) -> Iterator[object]:
    """Every value that is neither object nor list."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def form_of(form_type: str, persona: str = "admin") -> FormDefinition:
    """A form as a persona sees it."""
    rows = [row for row in rows_of("form_field_definitions") if row["form_type"] == form_type]
    templates = [row for row in rows_of("form_templates") if row["form_type"] == form_type]
    return read_form(form_type, rows, templates, field_types(), persona=persona)


def form_types() -> list[str]:
    """Every form there is."""
    return sorted({row["form_type"] for row in rows_of("form_field_definitions")})
