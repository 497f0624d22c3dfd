"""Use cases of forms: show one, load a record into it, save what was changed, create a record."""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import (
    ConfigurationError,
    DatabaseRefused,
    FieldConflict,
    InvalidInput,
    NotAllowed,
    Problem,
    RecordMissing,
    StaleRecord,
)
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.conditions import hidden_fields
from jarvis_desktop.forms.defaults import initial_values
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.records import conflicts, form_record, new_row, plan, record_values
from jarvis_desktop.forms.resolution import FormResolver
from jarvis_desktop.forms.targets import CONFIGURATION_TABLES, NATURAL_KEYS
from jarvis_desktop.forms.types import EMPTY, FormDefinition, FormRecord, OpenedForm, Saved
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import same_value
from jarvis_desktop.tables.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.forms.records import Writes
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService

_TRIES = 1000
_TAKEN, _MISSING = "23505", "23502"


class FormService:
    """Forms and the records behind them; every method is one transaction."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables
        self._types = field_types()
        self._resolver = FormResolver(self._types, tables)

    def definition(self, form_type: str, reader: Reader, *, new: bool = False) -> FormDefinition:
        """The form as the reader sees it; ConfigurationError when there is none of that type.

        `form_type` names rows of `form_field_definitions`, a step as `workflow_type.step_name`, or `table:NAME`. `new`
        is the form for a record to come (keys may be typed there).
        """
        with self._database.read() as session:
            return self._resolver.form(session, form_type, reader, new=new).definition

    def definition_for_table(self, table: str, reader: Reader, *, new: bool = False) -> FormDefinition:
        """The form that a table's records open in: one whose target it is, else one derived from its columns."""
        with self._database.read() as session:
            return self._resolver.for_table(session, table, reader, new=new).definition

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
        initial = initial_values(form.definition, reader, self._types) if new else EMPTY
        return OpenedForm(form.definition, record, initial, _refusal(form.table, reader))

    def load(self, form_type: str, record_id: str, reader: Reader) -> FormRecord:
        """A stored record as the form shows it; RecordMissing when there is none (any more)."""
        with self._database.read() as session:
            return self._record(session, self._resolver.form(session, form_type, reader, new=False), record_id)

    def save(
        self, form_type: str, record_id: str, values: Mapping[str, Any], base: Mapping[str, Any], reader: Reader
    ) -> Saved:
        """Store the changed `values` (by field key) of a record; `base` are the values the edit began with.

        Hidden fields are not stored. Raises NotAllowed, RecordMissing, InvalidInput with every problem (of the whole
        record, nothing is stored), and StaleRecord when a changed field no longer holds its base value.
        """
        with self._writing() as work:
            form = work.form = self._resolver.form(work.session, form_type, reader, new=False)
            _require_permission(form.table, reader)
            row = self._row(work.session, form, record_id)
            stored = record_values(form, row, self._types)
            entered = self._entered(form, values, stored)
            clashes = conflicts(entered, base, stored)
            if clashes:
                raise _stale(clashes)
            changed = {key: value for key, value in entered.items() if not same_value(value, stored.get(key))}
            self._require_valid(form, {**stored, **entered}, stored)
            if not changed:
                return Saved(form_record(form, row, self._types, record_id), Changes())
            writes = plan(form, changed, row)
            primary = self._update(work.session, form, record_id, writes, changed, stored)
            return Saved(self._record(work.session, form, record_id), Changes.of(form.table, [primary]))

    def create(self, form_type: str, values: Mapping[str, Any], reader: Reader) -> Saved:
        """Store a new record; a field that is left out begins with its default.

        A key that people read (`incident_id`) is generated when empty. A form without a table validates the values
        and hands them back. Raises NotAllowed and InvalidInput.
        """
        with self._writing() as work:
            form = work.form = self._resolver.form(work.session, form_type, reader, new=True)
            _require_permission(form.table, reader)
            initial = initial_values(form.definition, reader, self._types)
            entered = self._entered(form, values, initial)
            whole = {**initial, **entered}
            hidden = hidden_fields(form.definition, whole)
            self._require_valid(form, whole, EMPTY)
            kept = {key: value for key, value in whole.items() if key not in hidden and value is not None}
            if not form.table:
                return Saved(FormRecord(form_type, "", form.definition.title, kept), Changes())
            writes = plan(form, {key: value for key, value in kept.items() if key in form.places}, EMPTY)
            if writes.problems:
                raise InvalidInput(writes.problems)
            row = {**_constants(form, reader), **new_row(writes)}
            row |= _generated_key(work.session, form, row)
            primary = queries.insert_record(work.session, form.table, row, form.primary)
            form = self._resolver.form(work.session, form_type, reader, new=False)
            by_key = form.key.name == form.primary or form.key.name not in row
            record = self._record(work.session, form, primary if by_key else str(row[form.key.name]))
            return Saved(record, Changes.of(form.table, [primary]))

    def _entered(self, form: PlacedForm, values: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
        """The values as their kinds hold them, without those of hidden fields; refuses fields that take no input."""
        refused = [
            Problem(key, f"{field.label if field else key} cannot be changed here")
            for key in values
            if (field := form.definition.field(key)) is None or field.notice or field.readonly
        ]
        if refused:
            raise InvalidInput(refused)
        entered = self._validator(form).normalised(values)
        hidden = hidden_fields(form.definition, {**rest, **entered})
        return {key: value for key, value in entered.items() if key not in hidden}

    def _require_valid(self, form: PlacedForm, values: Mapping[str, Any], stored: Mapping[str, Any]) -> None:
        problems = self._validator(form).problems(values, stored)
        if problems:
            raise InvalidInput(problems)

    def _validator(self, form: PlacedForm) -> FormValidator:
        return FormValidator(form.definition, self._types)

    def _update(
        self,
        session: Session,
        form: PlacedForm,
        record_id: str,
        writes: Writes,
        changed: Mapping[str, Any],
        stored: Mapping[str, Any],
    ) -> str:
        """Run the guarded update; the primary key. StaleRecord when somebody was faster."""
        if writes.problems:
            raise InvalidInput(writes.problems)
        stamp = form.columns.get("updated_at")
        primary = queries.update_record(
            session,
            form.table,
            form.key,
            record_id,
            primary=form.primary,
            columns=writes.columns,
            merged=writes.merged,
            expected=writes.expected,
            touch=stamp is not None and stamp.sql_type.startswith("timestamp") and "updated_at" not in writes.columns,
        )
        if primary is None:
            now = record_values(form, self._row(session, form, record_id), self._types)
            found = conflicts(changed, stored, now)
            every = [FieldConflict(key, stored.get(key), mine, now.get(key)) for key, mine in changed.items()]
            raise _stale(found or every)
        return primary

    def _row(self, session: Session, form: PlacedForm, record_id: str) -> Mapping[str, Any]:
        if not form.table:
            raise ConfigurationError(f"The form “{form.definition.title}” keeps no records.")
        row = queries.record(session, form.table, form.key, record_id)
        if row is None:
            raise RecordMissing(
                f"{label(form.table)} has no record {record_id}.", hint="It may have been deleted meanwhile."
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
        return form_record(form, self._row(session, form, record_id), self._types, record_id)

    @contextmanager
    def _writing(self) -> Iterator[_Work]:
        """A write transaction in which the database's refusal of a field's value becomes a problem at that field."""
        form: PlacedForm | None = None
        try:
            with self._database.write() as session:
                work = _Work(session)
                try:
                    yield work
                finally:
                    form = work.form
        except DatabaseRefused as error:
            problem = _problem_of(error, form)
            if problem is None:
                raise
            raise InvalidInput([problem]) from error


@dataclasses.dataclass(slots=True)
class _Work:
    session: Session
    form: PlacedForm | None = None


def _problem_of(error: DatabaseRefused, form: PlacedForm | None) -> Problem | None:
    """The database's refusal as a problem of one field, where it is one."""
    if form is None:
        return None
    fields = {place.column.name: form.definition.field(key) for key, place in form.places.items() if not place.path}
    named = error.column
    if error.sqlstate == _TAKEN and not named:
        # Where the server speaks another language, the message names the constraint, and the constraint its column.
        named = max((column for column in fields if column in error.message), key=len, default="")
    field = fields.get(named)
    if field is None:
        return None
    reasons = {_TAKEN: " is already used by another record", _MISSING: " is required"}
    return Problem(field.key, f"{field.label}{reasons.get(error.sqlstate, f': {error.message}')}")


def _stale(clashes: list[FieldConflict]) -> StaleRecord:
    return StaleRecord(
        "Someone else changed this record while you were editing it.",
        conflicts=clashes,
        hint="Choose for each field which value stays.",
    )


def _refusal(table: str, reader: Reader) -> str:
    permission = "config.write" if table in CONFIGURATION_TABLES else "records.write"
    if not table or reader.may(permission):
        return ""
    return f"The persona “{reader.persona}” may not change {label(table).lower()} (permission {permission})."


def _require_permission(table: str, reader: Reader) -> None:
    refusal = _refusal(table, reader)
    if refusal:
        raise NotAllowed(refusal, hint="Switch to a persona that may, or ask an administrator.")


def _constants(form: PlacedForm, reader: Reader) -> dict[str, Any]:
    """What the target writes beside the fields, for columns that this database has."""
    return {
        column: reader.user_id if value == {"$user": "id"} else value
        for column, value in form.definition.target.constants.items()
        if column in form.columns
    }


def _generated_key(session: Session, form: PlacedForm, row: Mapping[str, Any]) -> dict[str, Any]:
    """A number of the table's own sequence and the key made from it, where the row comes without one."""
    for (table, column), prefix in NATURAL_KEYS.items():
        if table != form.table or column not in form.columns or row.get(column) is not None:
            continue
        for _ in range(_TRIES):
            number = queries.next_number(session, table, form.primary)
            if number is None:
                return {}
            if not queries.is_taken(session, table, column, f"{prefix}{number}"):
                return {form.primary: number, column: f"{prefix}{number}"}
    return {}
