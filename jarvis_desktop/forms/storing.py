"""What storing a record takes beside its values: refusals at their field, constants, generated keys, names."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import DatabaseRefused, FieldConflict, InvalidInput, Problem, StaleRecord
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.targets import NATURAL_KEYS
from jarvis_desktop.tables.labels import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.metadata.types import Reader

_TRIES = 1000
_TAKEN, _MISSING = "23505", "23502"


@dataclass(slots=True)
class Work:
    """A write transaction, and the form it is about once that is known."""

    session: Session
    form: PlacedForm | None = None


@contextmanager
def writing(database: Database) -> Iterator[Work]:
    """A write transaction in which the database's refusal of a field's value becomes a problem at that field."""
    form: PlacedForm | None = None
    try:
        with database.write() as session:
            work = Work(session)
            try:
                yield work
            finally:
                form = work.form
    except DatabaseRefused as error:
        problem = _problem_of(error, form)
        if problem is None:
            raise
        raise InvalidInput([problem]) from error


def stale(clashes: Sequence[FieldConflict]) -> StaleRecord:
    """The refusal of a save for what somebody else stored meanwhile."""
    return StaleRecord(
        tr("Someone else changed this record while you were editing it."),
        conflicts=clashes,
        hint=tr("Choose for each field which value stays."),
    )


def fields_named(form: PlacedForm, keys: Iterable[str]) -> str:
    """What was changed, inside a sentence: “priority”, or “3 fields”."""
    names = [field.label if (field := form.definition.field(key)) else key for key in keys]
    return in_sentence(names[0]) if len(names) == 1 else tr_n("{n} field", "{n} fields", len(names))


def constants(form: PlacedForm, reader: Reader) -> dict[str, Any]:
    """What the target writes beside the fields, for columns that this database has."""
    return {
        column: reader.user_id if value == {"$user": "id"} else value
        for column, value in form.definition.target.constants.items()
        if column in form.columns
    }


def generated_key(session: Session, form: PlacedForm, row: Mapping[str, Any]) -> dict[str, Any]:
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
    reasons = {
        _TAKEN: tr("{label} is already used by another record", label=field.label),
        _MISSING: tr("{label} is required", label=field.label),
    }
    return Problem(field.key, reasons.get(error.sqlstate, f"{field.label}: {error.message}"))
