"""The tables the search looks into, and what of a row is its key, its title, and worth saying about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jarvis_desktop.search.types import Group


@dataclass(frozen=True, slots=True)
class Subject:
    """One table. `title` columns are joined; `about` columns say where a row stands; `key` is "" without one."""

    group: Group
    table: str
    key: str
    title: tuple[str, ...]
    about: tuple[str, ...] = ()

    def title_of(self, row: Mapping[str, str]) -> str:
        """The title of a row of texts."""
        return ", ".join(row[column] for column in self.title if row.get(column))


SUBJECTS: Mapping[Group, Subject] = MappingProxyType(
    {
        subject.group: subject
        for subject in (
            Subject(
                Group.SUBMISSIONS,
                "submissions",
                "submission_id",
                ("client_name",),
                ("broker_name", "status", "risk_level"),
            ),
            Subject(
                Group.PROPERTY,
                "commercial_property_submissions",
                "submission_id",
                ("property_address", "property_city"),
                ("property_state", "property_zip"),
            ),
            Subject(Group.INCIDENTS, "incidents", "incident_id", ("title",), ("status", "priority", "assigned_to")),
            Subject(Group.EMAILS, "emails", "", ("subject",), ("from_email", "processing_status")),
            Subject(Group.AGENTS, "agents", "", ("name",), ("layer", "status")),
            Subject(Group.CONFIGURATION, "config_registry", "key", ("key",), ("category", "scope")),
        )
    }
)
