"""Use cases of imports: look at a file, show what would become of it, rehearse, import."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import DatabaseRefused, DatabaseUnavailable, JarvisError
from jarvis_desktop.core.formula_guard import guarded
from jarvis_desktop.core.words import tr
from jarvis_desktop.edits.journal import begin
from jarvis_desktop.edits.types import StoredEdit
from jarvis_desktop.imports import mapping
from jarvis_desktop.imports.batches import Batches
from jarvis_desktop.imports.merging.merge import Merge
from jarvis_desktop.imports.proposing import problems_of, proposed
from jarvis_desktop.imports.reading import Rows, open_file, stamp
from jarvis_desktop.imports.repairs.choices import plain
from jarvis_desktop.imports.staging import queries
from jarvis_desktop.imports.staging.queries import Stage, State
from jarvis_desktop.imports.stop import Run
from jarvis_desktop.imports.targets import read_table
from jarvis_desktop.imports.types import (
    MOST_REFUSALS,
    PREVIEW_ROWS,
    Imported,
    Preview,
    Proposal,
    Reading,
    Refusal,
    Report,
)
from jarvis_desktop.rights.holding import require_held
from jarvis_desktop.rights.law import at_stake, require_administrator
from jarvis_desktop.tables.labels import records
from jarvis_desktop.tables.permission import require_write, write_refusal, writing_permission

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.imports.batches import StagedRow
    from jarvis_desktop.imports.targets import ImportTable
    from jarvis_desktop.imports.types import ImportPlan, OpenedFile
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService


class Recollection(Protocol):
    """Where mappings are remembered, per person."""

    def recall(self, user_id: str, place: str) -> Mapping[str, Any]:
        """What was remembered; empty without anything."""
        ...

    def remember(self, user_id: str, place: str, state: Mapping[str, Any]) -> object:
        """Remember it in place of what was."""
        ...


class ImportService:
    """Rows of files into tables."""

    def __init__(
        self, database: Database, tables: TableService, forms: FormService, memory: Recollection | None = None
    ) -> None:
        self._database = database
        self._tables = tables
        self._forms = forms
        self._memory = memory

    def refusal(self, table: str, reader: Reader) -> str:
        """Why the reader may not import into the table, or ""."""
        return write_refusal(table, reader)

    def propose(
        self, table: str, path: str, reader: Reader, *, reading: Reading | None = None, run: Run | None = None
    ) -> Proposal:
        """A file beside the table, with the plan that seems right or that was used last for such a file.

        Raises JarvisError for a file that cannot be read, NotAllowed, ConfigurationError.
        """
        require_write(table, reader)
        to = self._table(table, reader)
        names = {plain(name) for target in to.targets for name in (target.column, target.label)}
        file = open_file(Path(path), reading or Reading(), run or Run(), known=lambda text: plain(text) in names)
        state: Mapping[str, Any] = {}
        if self._memory is not None:
            state = self._memory.recall(reader.user_id, mapping.place_of(table, file.headers))
        return proposed(file, to, state)

    def preview(self, plan: ImportPlan, file: OpenedFile, reader: Reader) -> Preview:
        """The file's first rows as they would be stored, and the repairs in all rows looked at."""
        require_write(plan.table, reader)
        to = self._table(plan.table, reader)
        problems = problems_of(plan, to)
        known = {target.column for target in to.targets}
        assigned = tuple(to.target(a.column) for a in plan.assignments if a.column in known)
        if len(assigned) < len(plan.assignments):
            return Preview((), (), (), {}, problems)
        batches = Batches(plan, to)
        rows = batches.preview(file.sample[:PREVIEW_ROWS])
        for _ in batches.staged(file.sample[PREVIEW_ROWS:]):
            pass
        return Preview(assigned, rows, batches.tally.repairs(), dict(batches.tally.questions), problems)

    def check(self, plan: ImportPlan, reader: Reader, run: Run | None = None) -> Report:
        """Do everything but keep it: how many rows would be added and updated, and which are refused."""
        return self._execute(plan, reader, run or Run(), keep=False, leave_out=True).report

    def run(self, plan: ImportPlan, reader: Reader, run: Run | None = None, *, leave_out: bool = False) -> Imported:
        """Import in one transaction. Without `leave_out` nothing is stored when any row is refused."""
        return self._execute(plan, reader, run or Run(), keep=True, leave_out=leave_out)

    def remember(self, plan: ImportPlan, headers: tuple[str, ...], reader: Reader) -> None:
        """Keep the mapping for the person's next file with these headers."""
        if self._memory is not None:
            place = mapping.place_of(plan.table, headers)
            self._memory.remember(reader.user_id, place, mapping.as_state(plan, headers))

    @staticmethod
    def save_report(report: Report, path: str) -> int:
        """Write the refused cells to a CSV file; how many. Raises JarvisError when it cannot be written."""
        try:
            with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([tr("Row"), tr("Column"), tr("Value"), tr("Reason")])
                for refusal in report.refusals:
                    writer.writerow([refusal.row, refusal.label, guarded(refusal.value), guarded(refusal.reason)])
        except OSError as error:
            raise JarvisError(
                tr("“{name}” cannot be written: {value}.", name=Path(path).name, value=error.strerror or error),
                title=tr("The report was not saved"),
                hint=tr("Choose another place."),
            ) from error
        return len(report.refusals)

    def _execute(self, plan: ImportPlan, reader: Reader, run: Run, *, keep: bool, leave_out: bool) -> Imported:
        require_write(plan.table, reader)
        began = time.monotonic()
        to = self._table(plan.table, reader)
        problems = problems_of(plan, to)
        if problems:
            raise JarvisError(problems[0], title=tr("The import cannot begin"))
        _require_unchanged(plan)
        work = _Work(plan, to, run)
        done = False
        try:
            with self._database.write() as session, run.ending(queries.driver(session).cancel):
                require_held(session, writing_permission(plan.table), reader)
                ruled = at_stake(session, plan.table)
                savepoint = session.begin_nested()
                merge = work.merge(session, rehearsal=not keep)
                _require_unchanged(plan, reading=True)
                journal = begin(session, plan.table, reader.user_id) if keep else None
                merge.store(journal)
                report = work.report(session, merge, time.monotonic() - began)
                run.check()
                if ruled and not keep:
                    # What would be refused at the end is known before anything begins.
                    require_administrator(session, plan.table)
                if not keep or (report.refused and not leave_out):
                    savepoint.rollback()
                    return Imported(report)
                assert journal is not None
                text = tr("import of {counted}", counted=records(to.info.name, report.good))
                edit = journal.finish(text, rows=report.good)
                savepoint.commit()
                done = True
        except DatabaseRefused:
            self._tables.refresh()
            raise
        except DatabaseUnavailable as error:
            raise _lost(keep=keep, done=done) from error
        if not report.good:
            return Imported(report)
        if not edit.changes.rows:
            edit = StoredEdit(edit.id, text, report.good, Changes.of(plan.table))
        return Imported(report, edit)

    def _table(self, name: str, reader: Reader) -> ImportTable:
        definition = self._forms.definition_for_table(name, reader, new=True)
        info = self._tables.table(name)
        with self._database.read() as session:
            return read_table(session, info, definition, reader)


class _Work:
    """One run over a file."""

    def __init__(self, plan: ImportPlan, to: ImportTable, run: Run) -> None:
        self._plan = plan
        self._run = run
        self._stage = Stage(plan, to)
        self._batches = Batches(plan, to)
        self._rows = Rows(Path(plan.path), plan.reading, run)

    def merge(self, session: Session, *, rehearsal: bool) -> Merge:
        """Stage the file and find out what each row is."""
        queries.create(session, self._stage)
        queries.copy_rows(session, self._stage, self._staged())
        self._run.tell(tr("Comparing with the records"), self._batches.tally.rows)
        queries.index_rows(session)
        merge = Merge(session, self._stage, self._run, rehearsal=rehearsal)
        merge.sort_out()
        self._run.tell(tr("Checking the rest") if rehearsal else tr("Storing"), self._batches.tally.rows)
        return merge

    def report(self, session: Session, merge: Merge, seconds: float) -> Report:
        """What became of all rows."""
        tally, stage = self._batches.tally, self._stage
        states = queries.counts(session, stage)
        refused = states.get(State.REFUSED, 0)
        told = list(tally.refusals)
        labels = [stage.to.target(name).label for name in stage.names]
        for number, place, value, reason in queries.refusals(session, stage, MOST_REFUSALS - len(told)):
            told.append(Refusal(number, "" if place is None else labels[place], value or "", reason))
        told.sort(key=lambda refusal: refusal.row)
        return Report(
            rows=tally.rows,
            added=merge.added,
            updated=merge.updated,
            unchanged=states.get(State.SAME, 0),
            skipped=states.get(State.SKIPPED, 0),
            refused=tally.refused + refused,
            refusal_count=tally.refusal_count + refused,
            refusals=tuple(told),
            repairs=tally.repairs(),
            questions=dict(tally.questions),
            notes=self._rows.notes,
            seconds=seconds,
        )

    def _staged(self) -> Iterator[StagedRow]:
        for batch in self._batches.staged(self._rows):
            self._run.tell(tr("Reading the file"), self._batches.tally.rows, self._rows.share)
            yield from batch


def _lost(*, keep: bool, done: bool) -> DatabaseUnavailable:
    if done:
        # Between the last statement and the server's word that all of it is kept.
        text, hint = tr("It may be stored or not."), tr("Look at the records before you import again.")
    else:
        text, hint = tr("Nothing was stored."), tr("Try again when the database is back.")
    title = tr("Not imported") if keep and not done else tr("The import may be stored") if done else tr("Not checked")
    return DatabaseUnavailable(tr("The connection to the database was lost. {text}", text=text), title=title, hint=hint)


def _require_unchanged(plan: ImportPlan, *, reading: bool = False) -> None:
    if stamp(Path(plan.path)) != plan.stamp:
        said = (
            tr("“{name}” was changed while it was read. Nothing was stored.")
            if reading
            else tr("“{name}” was changed since it was opened. Nothing was stored.")
        )
        raise JarvisError(
            said.format(name=Path(plan.path).name),
            title=tr("The file changed"),
            hint=tr("Open it again to see what it holds now."),
        )
