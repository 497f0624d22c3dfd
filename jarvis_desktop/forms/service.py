"""Use cases of forms: show one, load a record into it, save what was changed, create a record."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError, FieldConflict, InvalidInput, Problem, RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.edits import journal
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.defaults import initial_values
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.files.checking import missing_files
from jarvis_desktop.forms.judging import judged
from jarvis_desktop.forms.levels import level_of
from jarvis_desktop.forms.logic import OnHide, Stage
from jarvis_desktop.forms.lookups.asking import asked_of
from jarvis_desktop.forms.lookups.checking import outside_alone, outside_sources
from jarvis_desktop.forms.lookups.service import offers
from jarvis_desktop.forms.naming import record_name
from jarvis_desktop.forms.offered import new_forms
from jarvis_desktop.forms.origins.noting import note_origins, origins
from jarvis_desktop.forms.origins.queries import are_kept
from jarvis_desktop.forms.owning import refusal, require_open, require_right
from jarvis_desktop.forms.records import conflicts, form_record, new_row, owner_of, plan, record_values
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.storing import constants, fields_named, generated_key, stale, writing
from jarvis_desktop.forms.targets import FIELD_TABLE, FORM_TABLES
from jarvis_desktop.forms.types import EMPTY, FormRecord, Judged, OpenedForm, Saved
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import same_value
from jarvis_desktop.forms.versions.queries import has_published, version_rows
from jarvis_desktop.rights.holding import require_held
from jarvis_desktop.tables.labels import singular, table_label
from jarvis_desktop.tables.permission import OWN_COLUMNS, SECRET_TABLES, require_write, secret, writing_permission

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.forms.origins.types import Origins
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.forms.records import Writes
    from jarvis_desktop.forms.types import NewForm
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.types import RowSet


class FormService(FormDefinitions):
    """Forms and the records behind them; every method is one transaction."""

    _notes_origins = False

    def new_forms(self, reader: Reader, tables: Iterable[str]) -> list[NewForm]:
        """The forms in which the reader may store a new record; `tables` have one even without metadata."""
        with self._database.read() as session:
            return new_forms(session, self._resolver, reader, tables)

    def open(self, form_type: str, record_id: str | None, reader: Reader, *, table: str = "") -> OpenedForm:
        """A form with its record (None: with what a new one begins with), read at one instant.

        `record_id` may also be what people call the record (INC-7); `record.id` is how it is stored. An empty
        `form_type` takes the form of `table`. Raises RecordMissing and ConfigurationError.
        """
        with self._database.read() as session:
            new = record_id is None
            if form_type:
                form = self._resolver.form(session, form_type, reader, new=new)
            else:
                form = self._resolver.for_table(session, table, reader, new=new)
            record = None if record_id is None else self._named_record(session, form, record_id)
            if record is not None and form.definition.levels:
                form = self._at_level(session, form, self._row(session, form, record.id), reader)
                record = self._record(session, form, record.id)
            row = self._row(session, form, record.id) if record and form.table in OWN_COLUMNS else None
            initial = initial_values(form.definition, reader, self._types) if new else EMPTY
            values = initial if record is None else record.values
            asked = {field.key: asked_of(field, values) for field in form.definition.fields if field.source is not None}
            offered = offers(session, self._tables, asked, reader) if asked else EMPTY
        return OpenedForm(form.definition, record, initial, refusal(form, row, reader), offered)

    def origins(self, form_type: str, record_id: str, reader: Reader) -> Origins:
        """Where the values of a record come from, as far as is known. Raises RecordMissing."""
        with self._database.read() as session:
            form = self._resolver.form(session, form_type, reader, new=False)
            row = self._row(session, form, record_id)
            form = self._at_level(session, form, row, reader)
            return origins(session, form, str(row[form.primary]), record_values(form, row, self._types))

    def open_under(self, form_type: str, record_id: str, number: int, reader: Reader) -> OpenedForm:
        """A record under a version of its form, only to be read. Raises RecordMissing and ConfigurationError."""
        with self._database.read() as session:
            rows = version_rows(session, form_type, number)
            if rows is None:
                raise ConfigurationError(
                    tr("The form “{form_type}” has no version {number}.", form_type=form_type, number=number)
                )
            form = self._resolver.as_rows(session, form_type, rows, reader, number=number)
            record = self._record(session, form, record_id)
            return OpenedForm(form.definition, record, refusal=tr("As it was published in version {n}.", n=number))

    def load(self, form_type: str, record_id: str, reader: Reader) -> FormRecord:
        """A stored record as the form shows it; RecordMissing when there is none (any more)."""
        with self._database.read() as session:
            form = self._resolver.form(session, form_type, reader, new=False)
            row = self._row(session, form, record_id)
            return self._titled(session, self._at_level(session, form, row, reader), row, record_id)

    def save(
        self, form_type: str, record_id: str, values: Mapping[str, Any], base: Mapping[str, Any], reader: Reader
    ) -> Saved:
        """Store the changed `values` (by field key) of a record; `base` are the values the edit began with.

        Fields that are hidden, or take no input, are not stored; what the form computes or sets is, as it follows from
        the whole record. Raises NotAllowed, RecordMissing, InvalidInput with every problem (of the whole
        record, nothing is stored), and StaleRecord when a changed field no longer holds its base value.
        """
        with writing(self._database) as work:
            form = work.form = self._resolver.form(work.session, form_type, reader, new=False)
            row = self._row(work.session, form, record_id)
            form = work.form = self._at_level(work.session, form, row, reader)
            require_open(form, row, reader)
            stored = record_values(form, row, self._types)
            engine = self._entered(form, values, stored, new=False)
            entered = {key: engine.values[key] for key in values if _takes(engine, key)}
            clashes = conflicts(entered, base, stored)
            if clashes:
                raise stale(clashes)
            kept = _kept(engine)
            changed = {
                key: value
                for key, value in kept.items()
                if key in form.places and not same_value(value, stored.get(key))
            }
            self._require_valid(work.session, form, engine)
            if not changed:
                return Saved(self._titled(work.session, form, row, record_id), Changes())
            writes = plan(form, changed, row)
            require_right(work.session, form, row, writes, reader)
            recording = journal.begin(work.session, form.table, reader.user_id)
            before = self._rings(work.session, form, row)
            self._update(recording, form, record_id, writes, changed, stored)
            self._refuse_rings(work.session, form, self._row(work.session, form, record_id), before)
            edit = recording.finish(
                tr(
                    "{fields} of {records}",
                    fields=fields_named(form, changed),
                    records=record_name(form.table, row, record_id),
                )
            )
            record = self._record(work.session, form, record_id)
            now = {key: record.values[key] for key in changed}
            self._note_origins(work.session, form, str(row[form.primary]), now, engine, entered, reader)
            return Saved(record, edit.changes, _noted(work.session, form.table, edit, row.get("form_type")))

    def create(self, form_type: str, values: Mapping[str, Any], reader: Reader) -> Saved:
        """Store a new record; a field that is left out begins with its default.

        A key that people read (`incident_id`) is generated when empty. A form without a table validates the values
        and hands them back. Raises NotAllowed and InvalidInput.
        """
        with writing(self._database) as work:
            form = work.form = self._resolver.form(work.session, form_type, reader, new=True)
            _require_permission(work.session, form.table, reader)
            initial = initial_values(form.definition, reader, self._types)
            engine = self._entered(form, values, initial, new=True)
            self._require_valid(work.session, form, engine)
            kept = {key: value for key, value in _kept(engine).items() if value is not None}
            if not form.table:
                return Saved(FormRecord(form_type, "", form.definition.title, kept), Changes())
            writes = plan(form, {key: value for key, value in kept.items() if key in form.places}, EMPTY)
            if writes.problems:
                raise InvalidInput(writes.problems)
            row = {**constants(form, reader), **new_row(writes)}
            row |= generated_key(work.session, form, row)
            recording = journal.begin(work.session, form.table, reader.user_id)
            before = self._rings(work.session, form, row)
            primary = queries.insert_record(work.session, form.table, row, form.primary)
            recording.added([primary])
            self._refuse_rings(work.session, form, row, before)
            form = self._resolver.form(work.session, form_type, reader, new=False)
            by_key = form.key.name == form.primary or form.key.name not in row
            record_id = primary if by_key else str(row[form.key.name])
            stored = self._row(work.session, form, record_id)
            name = record_name(form.table, stored, record_id, short=True)
            edit = recording.finish(tr("new {kind} {name}", kind=singular(form.table), name=name))
            record = self._titled(work.session, form, stored, record_id)
            self._note_origins(work.session, form, primary, record.values, engine, values.keys(), reader)
            return Saved(record, edit.changes, _noted(work.session, form.table, edit, row.get("form_type")))

    def judge(
        self,
        form_type: str,
        values: Mapping[str, Any],
        reader: Reader,
        *,
        stage: Stage = Stage.SAVE,
        maturity: str = "",
    ) -> Judged:
        """What the form would say of a new record with these values (JSON, by field key); nothing is stored."""
        with self._database.read() as session:
            form = self._resolver.form(session, form_type, reader, new=True, maturity=maturity)
            initial = initial_values(form.definition, reader, self._types)
            outside = partial(self._unkept, session)
            return judged(form.definition, initial, values, self._types, stage=stage, outside=outside)

    def change_rows(self, form_type: str, rows: RowSet, values: Mapping[str, Any], reader: Reader) -> StoredEdit:
        """Give fields (by key) of all the rows one value each, in one transaction; rows that have it stay untouched.

        An empty `form_type` takes the form of the rows' table. Raises NotAllowed, InvalidInput with the problems at
        their fields (also those that only some of the rows have), ConfigurationError.
        """
        with writing(self._database) as work:
            form = self._form(work.session, form_type, rows.query.table, reader)
            work.form = form
            _require_permission(work.session, form.table, reader)
            if form.table != rows.query.table:
                raise ConfigurationError(tr("The form “{title}” is not of these records.", title=form.definition.title))
            given = self._validator(form).normalised(values)
            problems = outside_alone(work.session, self._tables, form.definition, given)
            if problems:
                raise InvalidInput(problems)
            choice = self._tables.choice(work.session, rows)
            recording = journal.begin(work.session, form.table, reader.user_id, clause=choice.table.clause)
            from jarvis_desktop.forms import bulk

            edit = bulk.change(recording, form, choice.conditions, values, self._types)
            return _noted(work.session, form.table, edit)

    def remove_rows(self, table: str, rows: RowSet, reader: Reader) -> StoredEdit:
        """Delete all the rows, in one transaction; undoing it puts them back under their keys.

        Refused (JarvisError) when other rows refer to them, also where the database would delete those too. Raises
        NotAllowed, ConfigurationError.
        """
        if rows.query.table != table:
            raise ConfigurationError(tr("These are not rows of “{table}”.", table=table))
        with self._database.write() as session:
            _require_permission(session, table, reader)
            choice = self._tables.choice(session, rows)
            recording = journal.begin(session, table, reader.user_id, clause=choice.table.clause)
            from jarvis_desktop.forms import bulk

            return _noted(session, table, bulk.remove(recording, choice.conditions))

    def _at_level(self, session: Session, form: PlacedForm, row: Mapping[str, Any], reader: Reader) -> PlacedForm:
        """The form as it is at the maturity level of the record, where the record has one and the form differs so."""
        level = level_of(row)
        if not level or level not in form.definition.levels:
            return form
        return self._resolver.form(session, form.definition.form_type, reader, new=False, maturity=level)

    def _form(self, session: Session, form_type: str, table: str, reader: Reader) -> PlacedForm:
        if form_type:
            return self._resolver.form(session, form_type, reader, new=False)
        return self._resolver.for_table(session, table, reader, new=False)

    def _entered(
        self, form: PlacedForm, values: Mapping[str, Any], begun: Mapping[str, Any], *, new: bool
    ) -> FormEngine:
        """The record with the values entered, decided; refuses fields that never take input."""
        refused = [
            Problem(key, tr("{label} cannot be changed here", label=field.label if field else key))
            for key in values
            if (field := form.definition.field(key)) is None or not may_take_input(field)
        ]
        if refused:
            raise InvalidInput(refused)
        engine = FormEngine(form.definition, self._types, fits=False)
        engine.begin(begun, new=new)
        engine.enter(self._validator(form).normalised(values))
        return engine

    def _require_valid(self, session: Session, form: PlacedForm, engine: FormEngine) -> None:
        problems = self._validator(form).problems(engine)
        problems += self._unkept(session, engine)
        if problems:
            raise InvalidInput(problems)

    def _unkept(self, session: Session, engine: FormEngine) -> tuple[Problem, ...]:
        """What other tables have to say: values that are none of their rows, files that are not there."""
        return outside_sources(session, self._tables, engine) + missing_files(session, engine)

    def _validator(self, form: PlacedForm) -> FormValidator:
        return FormValidator(form.definition, self._types)

    def _update(
        self,
        recording: journal.Recording,
        form: PlacedForm,
        record_id: str,
        writes: Writes,
        changed: Mapping[str, Any],
        stored: Mapping[str, Any],
    ) -> None:
        """Run the guarded update. StaleRecord when somebody was faster."""
        if writes.problems:
            raise InvalidInput(writes.problems)
        done = queries.update_record(
            recording, form.key, record_id, columns=writes.columns, merged=writes.merged, expected=writes.expected
        )
        if not done:
            now = record_values(form, self._row(recording.session, form, record_id), self._types)
            found = conflicts(changed, stored, now)
            every = [FieldConflict(key, stored.get(key), mine, now.get(key)) for key, mine in changed.items()]
            raise stale(found or every)

    def _note_origins(
        self,
        session: Session,
        form: PlacedForm,
        row_id: str,
        stored: Mapping[str, Any],
        engine: FormEngine,
        entered: Collection[str],
        reader: Reader,
    ) -> None:
        if not self._notes_origins:
            self._notes_origins = are_kept(session)
        if self._notes_origins:
            note_origins(session, form, row_id, stored, engine, entered, reader)

    def _rings(self, session: Session, form: PlacedForm, row: Mapping[str, Any]) -> frozenset[str]:
        """The rings of the form that a row of a field is part of; none for rows of other tables."""
        if form.table != FIELD_TABLE:
            return frozenset()
        return self._resolver.rings(session, str(row.get("form_type") or ""))

    def _refuse_rings(self, session: Session, form: PlacedForm, row: Mapping[str, Any], before: frozenset[str]) -> None:
        """Raise InvalidInput for a ring that was not there before: one that was can be mended step by step."""
        made = sorted(self._rings(session, form, row) - before)
        if made:
            key = "ui_props" if form.definition.field("ui_props") is not None else ""
            raise InvalidInput(
                [Problem(key, tr("With this, fields wait for each other in a ring: {way}", way=way)) for way in made]
            )

    def _row(self, session: Session, form: PlacedForm, record_id: str) -> Mapping[str, Any]:
        if not form.table:
            raise ConfigurationError(tr("The form “{title}” keeps no records.", title=form.definition.title))
        if form.table in SECRET_TABLES:
            raise secret(form.table)
        row = queries.record(session, form.table, form.key, record_id)
        if row is None:
            raise RecordMissing(
                tr("{label} has no record {record_id}.", label=table_label(form.table), record_id=record_id),
                hint=tr("It may have been deleted meanwhile."),
            )
        return row

    def _named_record(self, session: Session, form: PlacedForm, name: str) -> FormRecord:
        try:
            return self._record(session, form, name)
        except RecordMissing:
            key = self._tables.find(form.table, name)
            if key == name:
                raise
            return self._record(session, form, key)

    def _record(self, session: Session, form: PlacedForm, record_id: str) -> FormRecord:
        return self._titled(session, form, self._row(session, form, record_id), record_id)

    def _titled(self, session: Session, form: PlacedForm, row: Mapping[str, Any], record_id: str) -> FormRecord:
        owner = owner_of(form, row)
        person = queries.person_name(session, owner) if owner else ""
        return form_record(form, row, self._types, record_id, person)


def _takes(engine: FormEngine, key: str) -> bool:
    standing = engine.standing(key)
    return standing.visible and standing.editable


def _kept(engine: FormEngine) -> dict[str, Any]:
    """What a record holds after a save: a hidden field keeps what it began with, or loses it where its form says so."""
    kept: dict[str, Any] = {}
    for field in engine.definition.fields:
        if engine.standing(field.key).visible:
            kept[field.key] = engine.values.get(field.key)
        elif field.logic.on_hide is not OnHide.KEEP:
            kept[field.key] = None
        elif not engine.is_new:
            kept[field.key] = engine.base.get(field.key)
    return kept


def _noted(session: Session, table: str, edit: StoredEdit, form_type: str | None = None) -> StoredEdit:
    """The edit, with the word that what describes a published form (None: any) counts only when that is published."""
    if table not in FORM_TABLES or not edit.rows or not has_published(session, form_type):
        return edit
    return replace(edit, note=tr("A published form takes this up with its next version."))


def _require_permission(session: Session, table: str, reader: Reader) -> None:
    if table:
        require_write(table, reader)
        require_held(session, writing_permission(table), reader)
