"""Which column of a file goes where, told by names, parts of names, synonyms and contents."""

from __future__ import annotations

from jarvis_desktop.imports.mapping import as_state, from_state, place_of, suggest
from jarvis_desktop.imports.types import (
    Assignment,
    Duplicates,
    FileKind,
    ImportPlan,
    OpenedFile,
    Reading,
    SourceRow,
    Target,
)
from jarvis_desktop.tables.types import ColumnKind

PRIORITIES = (("low", "Low"), ("high", "High"), ("critical", "Critical"))
TARGETS = (
    Target("incident_id", "Incident", ColumnKind.TEXT),
    Target("title", "Title", ColumnKind.TEXT),
    Target("priority", "Priority", ColumnKind.TEXT, choices=PRIORITIES),
    Target("status", "Status", ColumnKind.TEXT),
    Target("assigned_to", "Assigned to", ColumnKind.TEXT),
    Target("critical_flags", "Critical flags", ColumnKind.JSON),
    Target("created_at", "Created at", ColumnKind.DATETIME),
    Target("updated_at", "Updated at", ColumnKind.DATETIME),
)


def file(headers: tuple[str, ...], *rows: tuple[str, ...]) -> OpenedFile:
    sample = tuple(SourceRow(number, cells) for number, cells in enumerate(rows, start=2))
    return OpenedFile("a.csv", FileKind.TEXT, 1, (1, 1), Reading(), (), headers, sample, whole=True)


def given(*headers: str) -> dict[str, str]:
    found = suggest(file(headers), TARGETS)
    return {headers[a.place]: a.column for a in found if a.place is not None}


def test_names_labels_and_spellings() -> None:
    assert given("INCIDENT-ID", "title", "Assigned To", "createdAt") == {
        "INCIDENT-ID": "incident_id", "title": "title", "Assigned To": "assigned_to", "createdAt": "created_at",
    }  # fmt: skip


def test_synonyms_parts_and_misspellings() -> None:
    assert given("Severity", "State", "Owner", "Flags", "Tittle") == {
        "Severity": "priority", "State": "status", "Owner": "assigned_to", "Flags": "critical_flags", "Tittle": "title",
    }  # fmt: skip


def test_each_column_is_given_once_and_strangers_are_left() -> None:
    assert given("Title", "title (2)", "Weather") == {"Title": "title"}
    assert given("at", "x", "") == {}


def test_a_column_is_told_by_its_contents() -> None:
    rows = (("a", "High"), ("b", "1 - Critical"), ("c", "?"), ("d", "low"))
    found = suggest(file(("what", "how bad"), *rows), TARGETS)
    assert found == (Assignment("priority", 1),)


def test_a_remembered_plan_fits_again_by_header_and_not_by_place() -> None:
    assignments = (Assignment("title", 1), Assignment("status", None, "x"))
    plan = ImportPlan("incidents", "a.csv", (1, 1), Reading(), assignments, key=("title",), duplicates=Duplicates.SKIP)
    state = as_state(plan, ("a", "b"))
    kept = from_state(state, ("b", "a"), TARGETS)
    assert kept is not None
    assert kept["assignments"] == (Assignment("title", 0), Assignment("status", None, "x"))
    assert kept["duplicates"] is Duplicates.SKIP
    assert place_of("incidents", ("a", "b")) != place_of("incidents", ("a,b",))


def test_junk_in_the_memory_is_as_nothing() -> None:
    for junk in (
        {},
        {"columns": 3},
        {"columns": [1]},
        {"columns": [], "key": [], "duplicates": "update", "empties": "x"},
    ):
        assert from_state(junk, ("a",), TARGETS) is None
