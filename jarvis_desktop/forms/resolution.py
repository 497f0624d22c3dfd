"""Finds the form that a name or a table means, and places its fields in the connected database."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused
from jarvis_desktop.core.words import language, tr
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.graph import ARROW
from jarvis_desktop.forms.placement import PlacedForm, place
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.table_forms import derived_form
from jarvis_desktop.forms.targets import (
    DEFAULT_TARGETS,
    STEP_OVERFLOW,
    STEP_TABLE,
    TABLE_PREFIX,
    is_edit_form,
    is_new_form,
)
from jarvis_desktop.forms.types import FormDefinition, FormTarget
from jarvis_desktop.forms.versions import queries as versions
from jarvis_desktop.metadata.access import display_record
from jarvis_desktop.tables.catalog import no_key
from jarvis_desktop.tables.types import OUTDATED_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.columns import ColumnFacts
    from jarvis_desktop.forms.field_reading import FieldTypes, Row
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import TableInfo


FormRows = tuple["Sequence[Row]", "Sequence[Row]"]
"""Rows of form_field_definitions and of form_templates, as `to_jsonb` writes them."""


class FormResolver:
    """Reads metadata rows into placed forms, inside the caller's transaction."""

    def __init__(self, types: FieldTypes, tables: TableService) -> None:
        self._types = types
        self._tables = tables
        self._versioned = False

    def form(self, session: Session, form_type: str, reader: Reader, *, new: bool, maturity: str = "") -> PlacedForm:
        """The form called `form_type`, as it is at a maturity level; ConfigurationError when there is none."""
        if form_type.startswith(TABLE_PREFIX):
            return self._derived(session, form_type.removeprefix(TABLE_PREFIX), new=new)
        definition = self._from_rows(session, form_type, reader, maturity) or self._step(session, form_type, reader)
        if definition is not None:
            return self._placed(session, definition, new=new)
        target = DEFAULT_TARGETS.get(form_type)
        if target is None:
            raise ConfigurationError(
                tr("No form is called “{form_type}”.", form_type=form_type),
                title=tr("Unknown form"),
                hint=tr("Its fields are rows of form_field_definitions with this form_type."),
            )
        derived = self._derived(session, target.table, new=new)
        return dataclasses.replace(derived, definition=dataclasses.replace(derived.definition, form_type=form_type))

    def as_rows(
        self, session: Session, form_type: str, rows: FormRows, reader: Reader, *, number: int = 0, new: bool = False
    ) -> PlacedForm:
        """The form that these rows of fields and templates describe, whatever is in force."""
        return self._placed(session, self.read(form_type, rows, reader, number=number), new=new)

    def rings(self, session: Session, form_type: str) -> frozenset[str]:
        """The ways round by which fields of a form wait for themselves, for any reader that its rows tell apart."""
        rows, templates = queries.form_rows(session, form_type, templates=self._has("form_templates"))
        readers = {tuple(str(row.get(name) or "") for name in ("persona", "maturity_level")) for row in rows}
        found: set[str] = set()
        for persona, maturity in {("", ""), *readers}:
            read = read_form(form_type, rows, templates, self._types, persona=persona, maturity=maturity)
            found.update(map(_turned, read.rings))
        return frozenset(found)

    def for_table(self, session: Session, table: str, reader: Reader, *, new: bool) -> PlacedForm:
        """The form for records of a table: one that writes there, else the one derived from its columns."""
        self._documented(table)
        usual = [name for name, target in DEFAULT_TARGETS.items() if target.table == table]
        named: list[str] = []
        if queries.present(session, "form_templates"):
            named = queries.forms_for_table(session, table)
        wanted = [name for name in (*usual, *named) if not (is_edit_form(name) if new else is_new_form(name))]
        used = queries.used_forms(session, wanted) if queries.present(session, "form_field_definitions") else set()
        for name in wanted:
            if name in used:
                form = self.form(session, name, reader, new=new)
                if form.table == table and form.definition.fields:
                    return form
        return self._derived(session, table, new=new)

    def _from_rows(self, session: Session, form_type: str, reader: Reader, maturity: str) -> FormDefinition | None:
        if not self._has("form_field_definitions"):
            return None
        number = 0
        try:
            if self._keeps_versions(session):
                rows, templates, number = queries.form_rows_in_force(
                    session, form_type, reader.as_of, templates=self._has("form_templates")
                )
            else:
                rows, templates = queries.form_rows(session, form_type, templates=self._has("form_templates"))
        except DatabaseRefused as error:
            if error.sqlstate in OUTDATED_STATES:
                self._tables.refresh()
            raise
        return self.read(form_type, (rows, templates), reader, maturity, number) if rows else None

    def read(
        self, form_type: str, rows: FormRows, reader: Reader, maturity: str = "", number: int = 0
    ) -> FormDefinition:
        """The form that rows describe, as the reader sees it."""
        read = read_form(
            form_type,
            rows[0],
            rows[1],
            self._types,
            persona=reader.persona,
            maturity=maturity or reader.maturity,
            language=language(),
            default_target=DEFAULT_TARGETS.get(form_type),
            context=display_record(reader),
        )
        return dataclasses.replace(read, version=number) if number else read

    def _keeps_versions(self, session: Session) -> bool:
        """Whether forms can be published here; a table that is missing may have been created since we looked."""
        if not self._versioned:
            self._versioned = versions.are_kept(session)
        return self._versioned

    def _step(self, session: Session, form_type: str, reader: Reader) -> FormDefinition | None:
        if "." not in form_type or not queries.present(session, "step_definitions"):
            return None
        step = queries.step_row(session, form_type)
        if step is None:
            return None
        constants = {"step_id": step.get("id"), "user_id": {"$user": "id"}}
        target = FormTarget(STEP_TABLE, overflow=STEP_OVERFLOW, constants=constants)
        return read_step_form(form_type, step, self._types, target, display_record(reader))

    def _derived(self, session: Session, table: str, *, new: bool) -> PlacedForm:
        self._documented(table)
        columns = queries.column_facts(session, table)
        _require_present(table, present=bool(columns))
        _require_key(table, columns)
        return place(derived_form(table, columns, self._tables.table, new=new), columns, (), new=new)

    def _placed(self, session: Session, definition: FormDefinition, *, new: bool) -> PlacedForm:
        table = definition.target.table
        if not table:
            return PlacedForm(definition)
        missing = self._documented(table, form=definition.form_type).missing
        columns = queries.column_facts(session, table)
        _require_present(table, present=bool(columns))
        _require_key(table, columns)
        return place(definition, columns, missing, new=new, into_columns=table != STEP_TABLE)

    def _has(self, table: str) -> bool:
        """Whether this database has the table; one that is missing may have been created since we looked."""
        if not self._tables.table(table).exists:
            self._tables.refresh()
        return self._tables.table(table).exists

    def _documented(self, table: str, *, form: str = "") -> TableInfo:
        try:
            return self._tables.table(table)
        except ConfigurationError as error:
            if not form:
                raise
            raise ConfigurationError(
                tr("The form “{form}” writes to the table “{table}”, which is unknown.", form=form, table=table),
                title=tr("Unknown table"),
            ) from error


def _turned(way: str) -> str:
    """The same ring from the field whose name comes first: rows come in any order."""
    names = way.split(ARROW)[:-1]
    start = names.index(min(names))
    turned = [*names[start:], *names[:start]]
    return ARROW.join((*turned, turned[0]))


def _require_key(table: str, columns: Sequence[ColumnFacts]) -> None:
    keys = sum(column.is_key for column in columns)
    if keys != 1 and (keys or all(column.name != "id" for column in columns)):
        raise no_key(table)


def _require_present(table: str, *, present: bool) -> None:
    if not present:
        raise ConfigurationError(
            tr("The table “{table}” is not in this database.", table=table),
            title=tr("Table missing"),
            hint=tr("Run “jarvis db upgrade”, or ask the administrator of the database."),
        )
