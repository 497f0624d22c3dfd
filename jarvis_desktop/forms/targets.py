"""Where the values of well-known forms go when their template does not say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jarvis_desktop.forms.types import FormTarget
from jarvis_desktop.tables.permission import CONFIGURATION_TABLES as CONFIGURATION_TABLES

DEFAULT_TARGETS: Mapping[str, FormTarget] = MappingProxyType(
    {
        "agent_create": FormTarget("agents", overflow="config"),
        "agent_edit": FormTarget("agents", overflow="config"),
        "incident": FormTarget("incidents", overflow="critical_flags._form"),
        "submission": FormTarget("submissions", overflow="details"),
        "user_profile": FormTarget("user_profiles", overflow="metadata", constants={"user_id": {"$user": "id"}}),
    }
)
"""By form type; `constants` may hold `{"$user": "id"}`."""

FIELD_TABLE = "form_field_definitions"
FORM_TABLES = frozenset({FIELD_TABLE, "form_templates"})
"""What describes forms, and is frozen when one is published."""
STEP_TABLE = "step_form_submissions"
STEP_OVERFLOW = "submission_data"

NATURAL_KEYS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("incidents", "incident_id"): "INC-",
        ("submissions", "submission_id"): "SUB-",
        ("agent_executions", "execution_id"): "RUN-",
        ("user_journey_sessions", "session_id"): "SES-",
    }
)
"""Keys people read, generated from the table's own numbering when left empty: (table, column) to the text before it."""

TABLE_PREFIX = "table:"
"""A form type `table:NAME` is the form derived from that table's columns."""


def is_new_form(form_type: str) -> bool:
    """Whether a form is meant for new records only."""
    return form_type.endswith("_create")


def is_edit_form(form_type: str) -> bool:
    """Whether a form is meant for existing records only."""
    return form_type.endswith("_edit")
