"""What people call a record: by its number, else by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.tables.labels import singular

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS = ("incident_id", "submission_id", "execution_id")
"""Columns that hold what people call a record."""

NAMES = (
    "title", "client_name", "subject", "name", "display_name", "tab_name", "feature_name", "layer_name", "label",
    "template_name", "rule_name", "model_name", "component_name", "snapshot_name", "step_name", "company_name",
    "target_name", "metric_name", "agent_name", "email", "config_key", "key", "command",
)  # fmt: skip
"""Columns that hold the name of a record, the more telling first."""

_LONGEST_NAME = 40


def number_in(row: Mapping[str, Any]) -> str:
    """The number of a record ("INC-7"), or ""."""
    return next((row[c] for c in NUMBERS if isinstance(row.get(c), str) and row[c]), "")


def name_in(row: Mapping[str, Any]) -> str:
    """The name of a record, or ""."""
    return next((row[c] for c in NAMES if isinstance(row.get(c), str) and row[c]), "")


def record_name(table: str, row: Mapping[str, Any], record_id: str, *, short: bool = False) -> str:
    """The record inside a sentence: “INC-7”, “agent “Fraud check”; `short` leaves out what kind of record it is."""
    number = number_in(row)
    if number:
        return number
    name = name_in(row)
    shown = f"“{name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + '…'}”" if name else record_id
    return shown if short else f"{singular(table)} {shown}"
