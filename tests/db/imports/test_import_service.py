"""Imports over a real PostgreSQL: what is added, updated, refused; nothing by a rehearsal, all back by one undo."""

from __future__ import annotations

import csv
import dataclasses
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import DatabaseRefused, DatabaseUnavailable, JarvisError, NotAllowed
from jarvis_desktop.db.engine import Database
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.imports.service import ImportService
from jarvis_desktop.imports.stop import ImportCancelled, Run
from jarvis_desktop.imports.types import Assignment, Duplicates, Empties, ImportPlan, Proposal, Question, Report, Style
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.people.memory import MemoryService
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WRITER = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))
LOOKER = Reader("guest", "u2", frozenset(), datetime(2026, 5, 4, tzinfo=UTC))


class Bench:
    """A service, a database and a file of one's own."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.file = folder / "rows.csv"
        self.tables = TableService(database)
        self.imports = ImportService(database, self.tables, FormService(database, self.tables), MemoryService(database))
        self.edits = EditService(database)

    def write(self, rows: Sequence[Sequence[str]], *, encoding: str = "utf-8") -> None:
        with self.file.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)

    def propose(self, table: str = "incidents") -> Proposal:
        return self.imports.propose(table, str(self.file), WRITER)

    def plan(self, *rows: Sequence[str], table: str = "incidents", **parts: Any) -> ImportPlan:
        self.write(rows)
        return dataclasses.replace(self.propose(table).plan, **parts)

    def all(self, statement: str) -> list[tuple[Any, ...]]:
        with self.database.read() as session:
            return [tuple(row) for row in session.execute(text(statement))]

    def run(self, statement: str) -> None:
        with self.database.write() as session:
            session.execute(text(statement))

    def incidents(self) -> list[tuple[Any, ...]]:
        return self.all("SELECT incident_id, title, priority, status FROM incidents ORDER BY id")

    def everything(self) -> list[tuple[Any, ...]]:
        return self.all("SELECT (to_jsonb(t) - 'updated_at')::text FROM incidents AS t ORDER BY id")


@pytest.fixture
def bench(stocked_url: str, tmp_path: Path) -> Iterator[Bench]:
    database = Database(stocked_url)
    made = Bench(database, tmp_path)
    made.run("DELETE FROM incidents")
    made.run("SELECT setval('incidents_id_seq', 1000)")
    for number in (1, 2, 3):
        made.run(
            "INSERT INTO incidents (id, incident_id, title, priority, status, assigned_to) "
            f"VALUES ({number}, 'INC-{number}', 'Printer {number} stuck', 'low', 'open', 'john')"
        )
    yield made
    database.dispose()


def told(report: Report) -> list[tuple[int, str, str]]:
    return [(refusal.row, refusal.label, refusal.reason) for refusal in report.refusals]


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.skipped, report.refused


def test_rows_are_added_and_updated_by_the_key_that_people_read(bench: Bench) -> None:
    plan = bench.plan(
        ("Incident", "Title", "Prio", "State"),
        ("INC-2", "Printer two stuck", "1 - Critical", "In-Progress"),
        ("", "Scanner makes a noise", "High", "?"),
        ("INC-1", "Printer 1 stuck", "low", "open"),
    )
    assert plan.key == ("incident_id",)
    before = bench.everything()
    report = bench.imports.check(plan, WRITER)
    assert counts(report) == (1, 1, 1, 0, 0)
    assert bench.everything() == before
    imported = bench.imports.run(plan, WRITER)
    assert counts(imported.report) == (1, 1, 1, 0, 0)
    assert imported.edit is not None
    assert imported.edit.text == "import of 2 incidents"
    assert bench.incidents() == [
        ("INC-1", "Printer 1 stuck", "low", "open"),
        ("INC-2", "Printer two stuck", "critical", "in_progress"),
        ("INC-3", "Printer 3 stuck", "low", "open"),
        ("INC-1001", "Scanner makes a noise", "high", "open"),
    ]


def test_one_undo_restores_exactly_and_redo_does_it_again(bench: Bench) -> None:
    before = bench.everything()
    plan = bench.plan(("Incident", "Title", "Assigned to"), ("INC-2", "Another title", ""), ("", "A new one", ""),
                      ("INC-3", "Printer 3 stuck", "Network team"), empties=Empties.CLEAR)  # fmt: skip
    imported = bench.imports.run(plan, WRITER)
    after = bench.incidents()
    assert bench.all("SELECT assigned_to FROM incidents ORDER BY id") == [
        ("john",),
        (None,),
        ("network-team",),
        (None,),
    ]
    assert imported.edit is not None
    assert imported.edit.id is not None
    bench.edits.undo(imported.edit.id, WRITER)
    assert bench.everything() == before
    bench.edits.redo(imported.edit.id, WRITER)
    assert bench.incidents() == after


def test_every_refused_row_is_told_with_its_cell(bench: Bench) -> None:
    plan = bench.plan(
        ("Incident", "Title", "Priority", "Critical flags", "Last contact"),
        ("INC-1", "Good enough", "Low", "", ""),
        ("INC-1", "Twice the same", "Low", "", ""),
        ("", "", "Low", "", ""),
        ("", "No such choice", "urgent", "not json", ""),
        ("", "Unclear day", "Low", "", "03/04/2026"),
        ("", "abc", "Low", "", ""),
        ("", "Cells shifted", "Low", "", "", "more"),
    )
    assert [a.column for a in plan.assignments][-1] == "last_interaction_date"
    report = bench.imports.check(plan, WRITER)
    assert counts(report) == (0, 1, 0, 0, 6)
    assert told(report) == [
        (3, "Incident", "The same Incident stands already in row 2"),
        (4, "Title", "Title is required"),
        (5, "Critical flags", "Critical flags is not JSON: Expecting value at line 1, column 1"),
        (5, "Priority", "Priority “urgent” is not one of the choices"),
        (6, "Last contact", "Last contact can be read in two ways: say whether the day or the month comes first"),
        (7, "Title", "Title must have at least 5 characters"),
        (8, "", "The row has 6 cells, and the file has 5 columns: its cells may have shifted"),
    ]
    assert report.questions == {Question.DAY_FIRST: "03/04/2026"}
    answered = dataclasses.replace(plan, style=Style(day_first=True))
    assert bench.imports.check(answered, WRITER).refused == 5


def test_nothing_is_stored_while_rows_are_refused_unless_they_may_be_left_out(bench: Bench) -> None:
    before = bench.everything()
    plan = bench.plan(("Incident", "Title"), ("INC-1", "A better title"), ("", ""), ("", "x"))
    assert bench.imports.run(plan, WRITER).edit is None
    assert bench.everything() == before
    assert bench.all("SELECT count(*) FROM desktop.edits") == [(0,)]
    imported = bench.imports.run(plan, WRITER, leave_out=True)
    assert imported.edit is not None
    assert imported.edit.rows == 1
    assert bench.incidents()[0][1] == "A better title"


def test_a_rehearsal_takes_no_numbers_away(bench: Bench) -> None:
    plan = bench.plan(("Title",), ("A new incident",), ("Another one",))
    for _ in range(3):
        assert bench.imports.check(plan, WRITER).added == 2
    bench.imports.run(plan, WRITER)
    assert [row[0] for row in bench.incidents()[3:]] == ["INC-1001", "INC-1002"]


def test_numbers_that_are_taken_are_stepped_over(bench: Bench) -> None:
    bench.run(
        "INSERT INTO incidents (id, incident_id, title) "
        "SELECT 5000 + n, 'INC-' || 1000 + n, 'Taken number' FROM generate_series(1, 50) AS n"
    )
    plan = bench.plan(
        ("Incident", "Title"), ("INC-1051", "Its own number"), ("", "A new incident"), ("", "And one more")
    )
    report = bench.imports.run(plan, WRITER).report
    assert counts(report) == (3, 0, 0, 0, 0)
    made = bench.all("SELECT incident_id FROM incidents WHERE title IN ('A new incident', 'And one more')")
    assert len({row[0] for row in made}) == 2
    assert len(bench.all("SELECT DISTINCT incident_id FROM incidents")) == 56


def test_duplicates_are_skipped_or_added_as_asked(bench: Bench) -> None:
    rows = (("Title", "Status"), ("Printer 1 stuck", "closed"), ("Something new", "open"))
    plan = bench.plan(*rows, key=("title",), duplicates=Duplicates.SKIP)
    assert counts(bench.imports.check(plan, WRITER)) == (1, 0, 0, 1, 0)
    plan = dataclasses.replace(plan, duplicates=Duplicates.UPDATE)
    assert counts(bench.imports.check(plan, WRITER)) == (1, 1, 0, 0, 0)
    plan = dataclasses.replace(plan, duplicates=Duplicates.INSERT)
    assert counts(bench.imports.check(plan, WRITER)) == (2, 0, 0, 0, 0)
    bench.run("UPDATE incidents SET title = 'Printer 1 stuck'")
    plan = dataclasses.replace(plan, duplicates=Duplicates.UPDATE)
    assert told(bench.imports.check(plan, WRITER)) == [(2, "Title", "3 records have this Title")]


def test_a_value_that_the_record_has_already_is_not_held_against_it(bench: Bench) -> None:
    bench.run("UPDATE incidents SET status = 'parked' WHERE id = 1")
    plan = bench.plan(
        ("Incident", "Title", "Status"), ("INC-1", "New title", "parked"), ("INC-2", "New title", "parked")
    )
    report = bench.imports.check(plan, WRITER)
    assert counts(report) == (0, 1, 0, 0, 1)
    assert told(report) == [(3, "Status", "Status “parked” is not one of the choices")]


def test_links_and_unique_values_are_checked_for_all_rows_at_once(bench: Bench) -> None:
    bench.run("INSERT INTO users (id, email) VALUES ('known', 'known@example.com')")
    people = (("aa", "a@example.com"), ("bb", "a@example.com"), ("cc", "known@example.com"), ("", "d@example.com"))
    report = bench.imports.check(bench.plan(("id", "email"), *people, table="users"), WRITER)
    assert counts(report) == (1, 0, 0, 0, 3)
    label = report.refusals[0].label
    assert [(row, reason) for row, _, reason in told(report)] == [
        (3, f"The same {label} stands already in row 2"),
        (4, f"{label} is already used by another record"),
        (5, "User name is required"),
    ]
    plan = bench.plan(("id", "email"), ("cc", "known@example.com"), table="users", key=("email",))
    assert "with this" in bench.imports.check(plan, WRITER).refusals[0].reason
    plan = bench.plan(("user_id", "theme"), ("known", "dark"), ("nobody", "dark"), table="user_preferences")
    report = bench.imports.check(plan, WRITER)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert told(report) == [(3, "User", "User: there is no such record in users")]


def test_what_only_the_database_knows_refuses_single_rows(bench: Bench) -> None:
    bench.run("ALTER TABLE incidents ADD CONSTRAINT no_fire CHECK (title NOT LIKE '%fire%')")
    rows = [("Title", "Status"), *((f"Incident number {n}", "open") for n in range(300)), ("There is a fire", "open")]
    plan = bench.plan(*rows)
    report = bench.imports.check(plan, WRITER)
    assert counts(report) == (300, 0, 0, 0, 1)
    assert report.refusals[0].row == 302
    assert "no_fire" in report.refusals[0].reason


def test_constants_fill_every_row_and_empty_cells_take_the_default(bench: Bench) -> None:
    plan = bench.plan(("Title", "Status"), ("A new incident", ""), ("Another one", "closed"))
    plan = dataclasses.replace(plan, assignments=(*plan.assignments, Assignment("priority", None, "Critical")))
    bench.imports.run(plan, WRITER)
    assert [row[2:] for row in bench.incidents()[3:]] == [("critical", "open"), ("critical", "closed")]


def test_keys_given_in_the_file_are_kept_and_numbering_goes_on_behind_them(bench: Bench) -> None:
    plan = bench.plan(("id", "Title"), ("2000", "A new incident"), ("2", "Printer two"), key=("id",))
    assert counts(bench.imports.run(plan, WRITER).report) == (1, 1, 0, 0, 0)
    assert bench.incidents()[-1][:2] == ("INC-2000", "A new incident")
    bench.imports.run(bench.plan(("Title",), ("The next one",)), WRITER)
    assert bench.incidents()[-1][0] == "INC-2001"


def test_the_mapping_of_a_file_is_remembered_for_the_person(bench: Bench) -> None:
    plan = bench.plan(("what", "how bad"), ("A new incident", "high"), ("Another incident", "low"))
    assignments = (Assignment("title", 0), Assignment("priority", 1), Assignment("status", None, "closed"))
    plan = dataclasses.replace(plan, assignments=assignments, style=Style(day_first=True))
    bench.imports.remember(plan, ("what", "how bad"), WRITER)
    again = bench.propose()
    assert again.remembered
    assert again.plan.assignments == assignments
    assert again.plan.style.day_first is True
    other = dataclasses.replace(WRITER, user_id="u9")
    assert not bench.imports.propose("incidents", str(bench.file), other).remembered


def test_who_may_not_write_may_not_import(bench: Bench) -> None:
    plan = bench.plan(("Title",), ("A new incident",))
    for use in (bench.imports.check, bench.imports.run):
        with pytest.raises(NotAllowed, match="may not change incidents"):
            use(plan, LOOKER)
    with pytest.raises(NotAllowed):
        bench.imports.propose("incidents", str(bench.file), LOOKER)


def test_a_file_that_changed_since_it_was_opened_is_not_imported(bench: Bench) -> None:
    plan = bench.plan(("Title",), ("A new incident",))
    bench.write([("Title",), ("Something quite different",)])
    with pytest.raises(JarvisError, match="was changed since it was opened"):
        bench.imports.run(plan, WRITER)
    bench.file.unlink()
    with pytest.raises(JarvisError, match="cannot be opened"):
        bench.imports.run(plan, WRITER)


def test_a_column_dropped_meanwhile_is_said_and_nothing_is_stored(bench: Bench) -> None:
    plan = bench.plan(("Title", "Notes"), ("A new incident", "x"))
    plan = dataclasses.replace(plan, assignments=(Assignment("title", 0), Assignment("john_notes", 1)))
    bench.run("ALTER TABLE incidents DROP COLUMN john_notes")
    with pytest.raises((JarvisError, DatabaseRefused), match="john_notes"):
        bench.imports.run(plan, WRITER)
    assert len(bench.incidents()) == 3


def test_a_stopped_import_stores_nothing(bench: Bench) -> None:
    plan = bench.plan(("Title",), *((f"A new incident {n}",) for n in range(9000)))
    run = Run()
    tell = run.tell

    def stop_soon(phase: str, rows: int, share: float | None = None) -> None:
        if rows > 4000:
            run.wanted.forget()
        tell(phase, rows, share)

    run.tell = stop_soon  # type: ignore[method-assign]  # to stop at a certain row
    with pytest.raises(ImportCancelled):
        bench.imports.run(plan, WRITER, run)
    assert len(bench.incidents()) == 3


@pytest.mark.usefixtures("caplog")  # the driver warns of it in the log
def test_a_server_that_goes_away_stores_nothing_and_the_same_plan_works_again(bench: Bench) -> None:
    plan = bench.plan(("Title",), *((f"A new incident {n}",) for n in range(9000)))
    run = Run()
    tell = run.tell
    ended: list[str] = []
    others = bench.database.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")

    def end_all(phase: str, rows: int, share: float | None = None) -> None:
        tell(phase, rows, share)
        if phase == phases[0] and not ended:
            ended.append(phase)
            with psycopg.connect(others, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

    run.tell = end_all  # type: ignore[method-assign]  # to lose the connection at a certain step
    for phases in (["Reading the file"], ["Comparing with the records"], ["Storing"]):
        ended.clear()
        with pytest.raises(DatabaseUnavailable) as failure:
            bench.imports.run(plan, WRITER, run)
        assert ended == phases
        assert "Nothing was stored" in failure.value.message
        assert len(bench.incidents()) == 3
    assert bench.imports.run(plan, WRITER).report.added == 9000


def test_a_file_that_changes_while_it_is_read_is_not_imported(bench: Bench) -> None:
    plan = bench.plan(("Title",), *((f"A new incident {n}",) for n in range(9000)))
    run = Run()
    tell = run.tell

    def change(phase: str, rows: int, share: float | None = None) -> None:
        if rows == 4000:
            with bench.file.open("a") as file:
                file.write("One more\n")
        tell(phase, rows, share)

    run.tell = change  # type: ignore[method-assign]  # to change the file at a certain row
    for use in (bench.imports.check, bench.imports.run):
        plan = dataclasses.replace(plan, stamp=bench.propose().plan.stamp)
        with pytest.raises(JarvisError, match="was changed while it was read"):
            use(plan, WRITER, run)
    assert len(bench.incidents()) == 3


def test_a_statement_that_waits_is_ended_by_stopping(bench: Bench) -> None:
    plan = bench.plan(("Incident", "Title"), ("INC-1", "Another title"))
    run = Run()
    found: list[BaseException] = []

    def work() -> None:
        try:
            bench.imports.run(plan, WRITER, run)
        except JarvisError as error:
            found.append(error)

    with bench.database.write() as session:
        session.execute(text("SELECT 1 FROM incidents WHERE id = 1 FOR UPDATE"))
        worker = threading.Thread(target=work)
        worker.start()
        waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        while not session.scalar(waiting):
            pass
        run.wanted.cancel()
        worker.join(20)
    assert isinstance(found[0], ImportCancelled)
    assert bench.incidents()[0][1] == "Printer 1 stuck"


def test_a_whole_export_of_texts_comes_back_unchanged(bench: Bench) -> None:
    bench.run("UPDATE incidents SET description = E' =1+1\\n\"q\", n/a ', john_notes = '?', critical_flags = '[1.10]'")
    rows = bench.all(
        "SELECT incident_id, title, description, john_notes, critical_flags::text, created_at::text || '+00' "
        "FROM incidents ORDER BY id"
    )
    head = ("incident_id", "title", "description", "john_notes", "critical_flags", "created_at")
    bench.write([head, *rows], encoding="utf-8-sig")
    proposal = bench.propose()
    assert proposal.plan.style.exact
    assert counts(bench.imports.check(proposal.plan, WRITER)) == (0, 0, 3, 0, 0)


def test_the_report_is_saved_as_a_table(bench: Bench, tmp_path: Path) -> None:
    report = bench.imports.check(bench.plan(("Title", "Priority"), ("=x", "urgent")), WRITER)
    place = tmp_path / "report.csv"
    assert bench.imports.save_report(report, str(place)) == len(report.refusals)
    with place.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "Column", "Value", "Reason"]
    assert ["2", "Title", "'=x", "Title must have at least 5 characters"] in rows


def test_two_imports_of_the_same_rows_at_once_make_them_once(bench: Bench) -> None:
    plan = bench.plan(("Incident", "Title"), *((f"EXT-{n}", f"Incident from outside {n}") for n in range(500)))
    reports: list[Report] = []

    def work() -> None:
        reports.append(bench.imports.run(plan, WRITER, leave_out=True).report)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert bench.all("SELECT count(*) FROM incidents") == [(503,)]
    assert sum(report.added for report in reports) == 500
