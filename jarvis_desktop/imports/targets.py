"""The table of an import: its columns, with what its form and the database ask of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.forms import queries as form_queries
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.columns import ColumnFacts
from jarvis_desktop.forms.defaults import initial_values
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.graph import masters
from jarvis_desktop.forms.targets import NATURAL_KEYS
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldKind
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.imports.cells import CellReader
from jarvis_desktop.imports.queries import table_facts
from jarvis_desktop.imports.types import Target
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition
    from jarvis_desktop.imports.queries import TableFacts
    from jarvis_desktop.imports.types import Style
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.types import TableInfo

_TYPES = field_types()
_PLAIN = (str, int)
_KEPT_AS: Mapping[str, str] = {
    FieldKind.NUMBER: "numeric",
    FieldKind.DECIMAL: "numeric",
    FieldKind.CURRENCY: "numeric",
    FieldKind.PERCENT: "numeric",
    FieldKind.RANGE: "numeric",
    FieldKind.INTEGER: "bigint",
    FieldKind.RATING: "bigint",
    FieldKind.TOGGLE: "boolean",
    FieldKind.CHECKBOX: "boolean",
    FieldKind.DATE: "date",
    FieldKind.DATETIME: "timestamp with time zone",
    FieldKind.MULTISELECT: "text[]",
    FieldKind.TAGS: "text[]",
    FieldKind.JSON: "jsonb",
}
"""The types that texts of the file are read as for fields inside a document; text for all others."""


@dataclass(frozen=True, slots=True)
class ImportTable:
    """A table that rows go into. `initial` are the texts that a new record begins with, by column.

    `inside` are the fields that the form keeps in a column of documents, by key, as if each were a column;
    `shelf` is where: the column, and the path to their object in it.
    """

    info: TableInfo
    columns: Mapping[str, ColumnFacts]
    facts: TableFacts
    fields: Mapping[str, FieldDefinition]
    initial: Mapping[str, str]
    targets: tuple[Target, ...]
    validator: FormValidator
    inside: Mapping[str, ColumnFacts]
    shelf: tuple[str, ...] = ()

    @property
    def prefix(self) -> tuple[str, str] | None:
        """The column of the key that people read, and what stands before its number; None without one."""
        for (table, column), before in NATURAL_KEYS.items():
            if table == self.info.name and column in self.columns:
                return column, before
        return None

    def reader(self, column: str, style: Style) -> CellReader:
        """What reads the cells of a column."""
        target = self.target(column)
        return CellReader(
            self.facts_of(column),
            target.label,
            style,
            field=self.fields.get(column),
            validator=self.validator,
            types=_TYPES,
            inside=column in self.inside,
        )

    def facts_of(self, name: str) -> ColumnFacts:
        """A column, or a field inside one, as the server holds it."""
        return self.columns[name] if name in self.columns else self.inside[name]

    def target(self, column: str) -> Target:
        """The column as screens know it."""
        return next(target for target in self.targets if target.column == column)

    def always_required(self, column: str) -> bool:
        """Whether a new record needs a value there, whatever its other fields hold."""
        field = self.fields.get(column)
        if field is not None and masters(field):
            return not self.facts_of(column).nullable
        return self.target(column).required

    def keys(self) -> tuple[tuple[str, ...], ...]:
        """The keys that tell records apart: the one that people read first, one that only counts last."""
        known = {target.column for target in self.targets if not target.inside}
        keys = [key for key in self.facts.unique if set(key) <= known]
        natural = self.prefix
        first = () if natural is None else (natural[0],)
        own = (self.info.key,)
        counted = self.info.key in self.facts.sequences
        # A key with an empty part never finds its record.
        partial = {key for key in keys if any(self.columns[name].nullable for name in key)}

        def rank(key: tuple[str, ...]) -> tuple[bool, bool, bool]:
            return key != first, key in partial, (key == own) if counted else (key != own)

        return tuple(sorted(keys, key=rank))


def read_table(session: Session, info: TableInfo, definition: FormDefinition, reader: Reader) -> ImportTable:
    """The table as the connected database has it, with the form that its new records are made in."""
    columns = {facts.name: facts for facts in form_queries.column_facts(session, info.name)}
    facts = table_facts(session, info.name)
    shelf = _shelf(definition, columns)
    own = {f.key: f for f in definition.fields if f.key in columns and not f.notice}
    # A column that was dropped meanwhile is no field of the shelf.
    documented = {*(column.name for column in info.columns), *info.missing, *columns}
    kept = {f.key: f for f in definition.fields if shelf and f.key not in documented and _is_given(f)}
    inside = {key: ColumnFacts(key, _KEPT_AS.get(field.kind, "text")) for key, field in kept.items()}
    fields = {**own, **kept}
    given = {**_constants(definition, reader), **initial_values(definition, reader, _TYPES)}
    initial = {
        name: text
        for name, value in given.items()
        if name in columns and name not in facts.own and (text := _initial_text(value)) is not None
    }
    targets = tuple(
        _target(info, column, facts, fields.get(name), initial)
        for name, column in columns.items()
        if name not in facts.own
    )
    targets += tuple(_kept_target(info, shelf[0], field, inside[key]) for key, field in kept.items())
    validator = FormValidator(definition, _TYPES)
    return ImportTable(info, columns, facts, fields, initial, targets, validator, inside, shelf)


def _is_given(field: FieldDefinition) -> bool:
    """Whether a file may give the field a value."""
    return not field.notice and field.kind not in TEXT_ONLY_KINDS and field.logic.computed is None


def _shelf(definition: FormDefinition, columns: Mapping[str, ColumnFacts]) -> tuple[str, ...]:
    """Where the form keeps what has no column of its own; empty for nowhere."""
    shelf = tuple(definition.target.overflow.split(".")) if definition.target.overflow else ()
    return shelf if shelf and shelf[0] in columns and columns[shelf[0]].kind is ColumnKind.JSON else ()


def _kept_target(info: TableInfo, column: str, field: FieldDefinition, facts: ColumnFacts) -> Target:
    shown = info.column(column)
    return Target(
        column=field.key,
        label=field.label,
        kind=facts.kind or ColumnKind.TEXT,
        required=field.required,
        choices=tuple((choice_text(option.value), option.label) for option in field.options),
        inside=shown.label if shown is not None else column,
    )


def _constants(definition: FormDefinition, reader: Reader) -> dict[str, Any]:
    return {
        column: reader.user_id if value == {"$user": "id"} else value
        for column, value in definition.target.constants.items()
    }


def _initial_text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return choice_text(value) if isinstance(value, _PLAIN) and value != "" else None


def _target(
    info: TableInfo,
    column: ColumnFacts,
    facts: TableFacts,
    field: FieldDefinition | None,
    initial: Mapping[str, str],
) -> Target:
    shown = info.column(column.name)
    natural = (info.name, column.name) in NATURAL_KEYS
    filled = column.name in facts.defaults or column.name in initial
    needed = not column.nullable or (field is not None and field.required)
    options = field.options if field is not None else ()
    label = field.label if field is not None else shown.label if shown is not None else column.name
    return Target(
        column=column.name,
        label=label,
        kind=column.kind or ColumnKind.TEXT,
        required=needed and not filled and not natural,
        generated=natural or filled,
        unique=(column.name,) in facts.unique,
        references=column.references,
        choices=tuple((choice_text(option.value), option.label) for option in options),
    )
