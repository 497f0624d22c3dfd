"""Who may write which table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import kinds, table_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.metadata.types import Reader

CONFIGURATION_TABLES = frozenset(
    """config_registry config_values config_snapshots config_change_logs business_rules templates
    form_field_definitions form_templates ui_component_registry tab_configurations hierarchy_layer_configurations
    component_feature_configurations role_personas experience_layer step_definitions""".split()  # noqa: SIM905
)
"""The tables that say how the program works: writing them needs `config.write`, any other `records.write`."""

PEOPLE_TABLES = frozenset({"users", "user_profiles", "user_preferences", "sessions"})
"""The tables that say who may do what: writing them needs `config.write`, but for what is one's own."""

OWN_COLUMNS: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "users": ("id", frozenset({"email", "first_name", "last_name", "profile_image_url"})),
        "user_profiles": ("user_id", frozenset({"bio", "phone", "timezone", "language", "avatar_url", "metadata"})),
        "user_preferences": (
            "user_id",
            frozenset({"theme", "notifications_enabled", "default_persona", "preferences"}),
        ),
    }
)
"""Whose a row is, by a column with a user id, and what that person may change in it whatever their persona."""

SECRET_TABLES = frozenset({"sessions"})
"""The tables whose rows are secrets: who reads one can be somebody else. No screen shows or writes them as they are."""

RIGHTS_MEMBER = ("metadata", "rights")
"""The member of a column of one's own that is no one's own: what the person may do."""


def writing_permission(table: str) -> str:
    """The permission that writing the table needs."""
    return "config.write" if table in CONFIGURATION_TABLES | PEOPLE_TABLES else "records.write"


def may_write(table: str, reader: Reader) -> bool:
    """Whether the reader may write the table."""
    return table not in SECRET_TABLES and reader.may(writing_permission(table))


def write_refusal(table: str, reader: Reader) -> str:
    """Why the reader may not write the table, or ""."""
    if may_write(table, reader):
        return ""
    if table in SECRET_TABLES:
        return secret(table).message
    permission = writing_permission(table)
    return tr(
        "The persona “{persona}” may not change {label} (permission {permission}).",
        persona=reader.persona,
        label=kinds(table),
        permission=permission,
    )


def secret(table: str) -> NotAllowed:
    """The refusal to show rows of a secret table, or to write them."""
    return NotAllowed(
        tr("{label} hold what lets somebody in, so their rows are not shown.", label=table_label(table)),
        title=tr("Kept secret"),
        hint=tr("Who is signed in is listed in the tab People, and in “Where I am signed in”."),
    )


def is_own(table: str, row: Mapping[str, Any], reader: Reader) -> bool:
    """Whether the row is of the reader, who may change some of it whatever their persona."""
    owner = OWN_COLUMNS.get(table)
    return owner is not None and row.get(owner[0]) == reader.user_id and bool(reader.user_id)


def may_change_own(table: str, columns: Iterable[str], members: Iterable[tuple[str, ...]]) -> bool:
    """Whether these whole `columns` and `members` of columns (column, then keys) are free to their row's owner."""
    free = OWN_COLUMNS[table][1] if table in OWN_COLUMNS else frozenset()
    merged = list(members)
    return (
        all(column in free and column != RIGHTS_MEMBER[0] for column in columns)
        and all(member[0] in free for member in merged)
        and all(member[:2] != RIGHTS_MEMBER for member in merged)
    )


def require_write(table: str, reader: Reader) -> None:
    """Raise NotAllowed unless the reader may write the table."""
    refusal = write_refusal(table, reader)
    if refusal:
        raise NotAllowed(refusal, hint=tr("Switch to a persona that may, or ask an administrator."))
