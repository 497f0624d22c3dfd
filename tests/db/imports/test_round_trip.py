"""What an export writes, an import reads as the same, whatever the table."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.db.engine import Database
from jarvis_desktop.exports.types import ExportColumn, ExportFormat, ExportOptions, ExportRequest
from jarvis_desktop.imports.types import Empties, Report
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.permission import SECRET_TABLES
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.tables.types import TableInfo

READER = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))


@pytest.fixture
def services(stocked_url: str, tmp_path: Path) -> Iterator[Application]:
    database = Database(stocked_url)
    yield Application(database, Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs"))
    database.dispose()


def exported(services: Application, table: TableInfo, options: ExportOptions, folder: Path) -> tuple[Path, int]:
    names = tuple(column.name for column in table.columns)
    columns = tuple(ExportColumn(column.name, column.label) for column in table.columns)
    file = folder / f"{table.name}.{options.format.value}"
    rows = RowSet(Query(table.name, names), everything=True)
    return file, services.exports.export(ExportRequest(rows, columns, file, options)).rows


def checked(services: Application, table: str, file: Path, *, exact: bool) -> Report:
    plan = services.imports.propose(table, str(file), READER).plan
    if exact:
        plan = dataclasses.replace(plan, style=dataclasses.replace(plan.style, exact=True))
    return services.imports.check(plan, READER)


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX])
def test_every_table_comes_back_unchanged(services: Application, tmp_path: Path, form: ExportFormat) -> None:
    seen = 0
    for table in services.tables.tables():
        if table.name in SECRET_TABLES:
            continue
        file, rows = exported(services, table, ExportOptions(form), tmp_path)
        if rows:
            report = checked(services, table.name, file, exact=form is ExportFormat.XLSX)
            assert (report.unchanged, report.refusals) == (rows, ()), table.name
            seen += 1
    assert seen > 20


INCIDENT = {
    "title": ("Printer queue stuck", "Printer queue stuck"),
    "affected_service": ("Document printing", "Document printing"),
    "business_impact": ("customers", "customers"),
}
SUBMISSION = {
    "client_name": ("Quillfeather Storage", "Quillfeather Storage"),
    "broker_name": ("Tarrowby Brokers", "Tarrowby Brokers"),
    "stories": ("2", 2),
    "sprinklered": ("yes", True),
    "construction_class": ("2 · Joisted masonry", 2),
    "building_value": ("18,400,000.50", Decimal("18400000.50")),
    "inception_date": ("2026-12-01", date(2026, 12, 1)),
    "broker_email": ("  property@quillfeather.example ", "property@quillfeather.example"),
}
"""Texts of a file and what the form then holds; most of these fields have no column of their own."""


def labels(services: Application, table: str) -> dict[str, str]:
    definition = services.forms.definition_for_table(table, READER)
    return {field.key: field.label for field in definition.fields}


@pytest.mark.parametrize(("table", "given"), [("incidents", INCIDENT), ("submissions", SUBMISSION)])
def test_fields_kept_inside_a_column_come_by_their_labels(
    services: Application, tmp_path: Path, table: str, given: dict[str, tuple[str, object]]
) -> None:
    named = labels(services, table)
    file = tmp_path / "rows.csv"
    texts = [typed for typed, _ in given.values()]
    file.write_text(";".join(named[key] for key in given) + "\n" + ";".join(texts) + "\n", encoding="utf-8")
    plan = services.imports.propose(table, str(file), READER).plan
    assert {a.column for a in plan.assignments} == set(given)
    report = services.imports.run(plan, READER).report
    assert (report.added, report.refusals) == (1, ())
    stored = newest(services, table)
    assert {key: stored[key] for key in given} == {key: value for key, (_, value) in given.items()}


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX])
def test_what_a_form_stored_inside_a_column_comes_back_after_it_was_deleted(
    services: Application, tmp_path: Path, form: ExportFormat
) -> None:
    values = {**{key: value for key, (_, value) in INCIDENT.items()}, "priority": "high", "status": "open"}
    services.forms.create("incident", values, READER)
    before = newest(services, "incidents")
    table = services.tables.table("incidents")
    file, _ = exported(services, table, ExportOptions(form), tmp_path)
    with services.database.write() as session:
        session.execute(text("DELETE FROM incidents"))
    plan = services.imports.propose("incidents", str(file), READER).plan
    plan = dataclasses.replace(plan, style=dataclasses.replace(plan.style, exact=True))
    assert services.imports.run(plan, READER).report.refusals == ()
    assert newest(services, "incidents") == before


def test_a_field_inside_a_column_is_changed_alone_emptied_and_refused_where_it_has_no_place(
    services: Application, tmp_path: Path
) -> None:
    values = {**{key: value for key, (_, value) in INCIDENT.items()}, "priority": "high", "status": "open"}
    services.forms.create("incident", values, READER)
    key = newest(services, "incidents")["incident_id"]
    file = tmp_path / "rows.csv"

    def run(cell: str, **parts: object) -> Report:
        file.write_text(f"Incident ID;Business impact\n{key};{cell}\n")
        plan = services.imports.propose("incidents", str(file), READER).plan
        assert [a.column for a in plan.assignments] == ["incident_id", "business_impact"]
        return services.imports.run(dataclasses.replace(plan, **parts), READER, leave_out=True).report  # type: ignore[arg-type]

    assert run("customers").unchanged == 1
    assert run("").unchanged == 1
    assert run("One person").updated == 1
    stored = newest(services, "incidents")
    assert (stored["business_impact"], stored["affected_service"]) == ("one_person", "Document printing")
    assert run("", empties=Empties.CLEAR).updated == 1
    assert newest(services, "incidents")["business_impact"] is None
    assert [refusal.value for refusal in run("half the town").refusals] == ["half the town"]
    with services.database.write() as session:
        session.execute(text("UPDATE incidents SET critical_flags = '[1]' WHERE incident_id = :key"), {"key": key})
    (refusal,) = run("One person").refusals
    assert (refusal.value, refusal.label) == ("one_person", "Business impact")
    assert "holds something else" in refusal.reason


def newest(services: Application, table: str) -> dict[str, object]:
    """The record with the highest key, as its form shows it."""
    with services.database.read() as session:
        key = session.scalar(text(f"SELECT max(id) FROM {table}"))
    form = services.forms.open("", str(key), READER, table=table)
    assert form.record is not None
    return dict(form.record.values)
