"""Merging staged rows into their table: what each row is, what keeps it out, and storing the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import DatabaseRefused, JarvisError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.imports.merging import queries
from jarvis_desktop.imports.staging.queries import State, open_rows
from jarvis_desktop.imports.types import Duplicates, Empties
from jarvis_desktop.tables.labels import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.journal import Recording
    from jarvis_desktop.imports.staging.queries import Stage
    from jarvis_desktop.imports.stop import Run

_MOST_SINGLE_REFUSALS = 500
_TAKEN_OR_GONE = frozenset({"23505", "23503"})
_PASSING = frozenset({"57014", "40001", "40P01", "55P03"})
"""Refusals that are of the moment, not of a row: cancelled, deadlock, lock not available."""


class Merge:
    """One staged import. `rehearsal` takes no numbers away and keeps no journal."""

    def __init__(self, session: Session, stage: Stage, run: Run, *, rehearsal: bool) -> None:
        self._session = session
        self._stage = stage
        self._run = run
        self._rehearsal = rehearsal
        self._single = 0
        self._looked_again = False
        self.added = 0
        self.updated = 0

    def sort_out(self) -> None:
        """Find out what each row is, and refuse those that cannot be stored."""
        session, stage = self._session, self._stage
        key = stage.plan.key
        if key and not stage.inserts:
            self._match(key)
        if stage.plan.duplicates is Duplicates.SKIP:
            queries.skip_matched(session, stage)
        self._run.check()
        for name in stage.filed:
            target = stage.to.target(name)
            words = tr(
                "{label} has no place: {inside} of this record holds something else there",
                label=target.label,
                inside=target.inside,
            )
            queries.refuse_obstacles(session, stage, name, words)
        for name in stage.names:
            queries.settle_doubts(session, stage, name)
        if not stage.inserts:
            queries.mark_same(session, stage)
        self._run.check()
        self._refuse_empty()
        self._refuse_links_and_keys()

    def store(self, journal: Recording | None) -> None:
        """Store what is left, in as few statements as the database lets pass."""
        session, stage = self._session, self._stage
        matched = open_rows(session, stage, State.MATCHED)
        if matched:
            if journal is not None:
                changing = journal.column(stage.key.name).in_(queries.matched_keys(stage))
                journal.watch(stage.changed, changing)
            self.updated = self._apply(matched, queries.update_matched)
            if journal is not None:
                journal.settle()
        self._number()
        fresh = open_rows(session, stage, State.NEW)
        if fresh:
            self.added = self._apply(fresh, queries.insert_new)
            if journal is not None:
                journal.added(queries.added_keys(stage))
            sequence = stage.to.facts.sequences.get(stage.key.name)
            if sequence and stage.key.name in stage.places and not self._rehearsal:
                queries.catch_up(session, stage, sequence)

    def _match(self, key: tuple[str, ...]) -> None:
        stage = self._stage
        labels = tr(" and ").join(stage.to.target(name).label for name in key)
        queries.refuse_repeated(
            self._session,
            stage,
            key,
            tr("The same {labels} stands already in row {number}", labels=labels, number=queries.NUMBER),
        )
        if key not in stage.to.facts.unique:
            queries.refuse_several(
                self._session,
                stage,
                key,
                tr("{number} records have this {labels}", labels=labels, number=queries.NUMBER),
            )
        queries.match(self._session, stage, key)
        if stage.key.name in stage.places and stage.key.name not in key:
            words = tr(
                "{label} of the record with this {labels} is {number}",
                label=stage.to.target(stage.key.name).label,
                labels=labels,
                number=queries.NUMBER,
            )
            queries.refuse_another_key(self._session, stage, words)

    def _refuse_empty(self) -> None:
        stage = self._stage
        clears = stage.plan.empties is Empties.CLEAR
        for target in stage.to.targets:
            name = target.column
            if name in stage.places:
                needed = stage.to.always_required(name)
                if needed or (clears and not stage.to.facts_of(name).nullable and name not in stage.plan.key):
                    words = tr("{label} is required", label=target.label)
                    cleared = clears and (name in stage.changed or name in stage.to.inside)
                    if needed or cleared:
                        queries.refuse_empty(self._session, stage, name, words, new=needed, cleared=cleared)
            elif (
                target.required
                and not target.inside
                and stage.to.always_required(name)
                and name not in stage.to.facts.sequences
            ):
                words = tr("{label} is required, and no column of the file fills it", label=target.label)
                queries.refuse_empty(self._session, stage, name, words, new=True, cleared=False)

    def _refuse_links_and_keys(self, *, every: bool = False) -> None:
        """Refuse what refers to nothing or is taken; `every` looks at the key of the import as well."""
        session, stage = self._session, self._stage
        for link in stage.to.facts.links:
            if link.column in stage.places:
                label = stage.to.target(link.column).label
                words = tr("{label}: there is no such record in {table}", label=label, table=kinds(link.table))
                queries.refuse_strangers(session, stage, link, words)
            self._run.check()
        for unique in stage.to.facts.unique:
            settled = unique == stage.plan.key and not stage.inserts and not every
            if settled or not set(unique) <= set(stage.names):
                continue
            labels = tr(" and ").join(stage.to.target(name).label for name in unique)
            queries.refuse_repeated(
                session,
                stage,
                unique,
                tr("The same {labels} stands already in row {number}", labels=labels, number=queries.NUMBER),
            )
            queries.refuse_taken(
                session, stage, unique, tr("{labels} is already used by another record", labels=labels)
            )
            self._run.check()

    def _number(self) -> None:
        """Numbers for new records, where the table has a sequence."""
        session, stage = self._session, self._stage
        sequence = stage.to.facts.sequences.get(stage.key.name)
        if sequence is None:
            return
        queries.number_new(session, stage, sequence, rehearsal=self._rehearsal)
        if self._rehearsal:
            return
        for _ in range(3):
            if not queries.drop_clashes(session, stage):
                return
            queries.number_new(session, stage, sequence, rehearsal=False)
        if queries.drop_clashes(session, stage):
            queries.leap(session, stage, sequence)
            queries.number_new(session, stage, sequence, rehearsal=False)

    def _apply(self, rows: list[int], store: Callable[[Session, Stage, int, int], int]) -> int:
        """Store rows by one statement; where the database refuses it, by halves, down to the row at fault."""
        if not rows:
            return 0
        self._run.check()
        try:
            with translated_errors(), self._session.begin_nested():
                return store(self._session, self._stage, rows[0], rows[-1])
        except DatabaseRefused as error:
            if error.sqlstate in _PASSING or error.sqlstate.startswith("42"):
                raise
            if error.sqlstate in _TAKEN_OR_GONE and not self._looked_again:
                # Somebody else stored or removed records meanwhile: all such rows are found by one look.
                self._looked_again = True
                self._refuse_links_and_keys(every=True)
                return self._apply(rows, store)
            if len(rows) == 1:
                self._refuse(rows[0], error)
                return 0
        half = len(rows) // 2
        return self._apply(rows[:half], store) + self._apply(rows[half:], store)

    def _refuse(self, number: int, error: DatabaseRefused) -> None:
        self._single += 1
        if self._single > _MOST_SINGLE_REFUSALS:
            raise JarvisError(
                tr(
                    "The database refused more than {most_single_refusals} rows, the last with: {message}",
                    most_single_refusals=_MOST_SINGLE_REFUSALS,
                    message=error.message,
                ),
                title=tr("Too many rows are refused"),
                hint=tr("Look at the columns that the file fills."),
            )
        place = self._stage.places.get(error.column)
        queries.refuse_row(self._session, self._stage, number, place, error.message)
