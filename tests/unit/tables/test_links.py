from __future__ import annotations

from datetime import UTC, datetime

from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.links import Link, link_of, links_of, reading_refusal
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind


def column(name: str, references: str = "") -> ColumnInfo:
    return ColumnInfo(name, ColumnKind.TEXT, name, references=references)


def test_a_foreign_key_leads_to_its_table() -> None:
    assert link_of("activities", column("who", "users.id")) == Link("users", "id")


def test_people_and_numbers_lead_where_they_are_known_by() -> None:
    assert link_of("incidents", column("assigned_to")) == Link("users", "id")
    assert link_of("emails", column("submission_id")) == Link("submissions", "submission_id")
    assert link_of("submissions", column("submission_id")) is None
    assert link_of("incidents", column("title")) is None


def test_the_links_of_a_table_are_those_of_its_columns() -> None:
    assert set(links_of("incidents", [column("title"), column("assigned_to")])) == {"assigned_to"}


def test_who_may_not_read_is_told_why() -> None:
    broker = Reader("broker", "b", frozenset({"submissions.read"}), datetime(2026, 1, 1, tzinfo=UTC))
    assert reading_refusal("submissions", broker) == ""
    assert "incidents.read" in reading_refusal("incidents", broker)
    assert "config.read" in reading_refusal("tab_configurations", broker)
    assert "records.read" in reading_refusal("users", broker)
