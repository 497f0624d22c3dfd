"""Compares a live database with the models, by meaning: names of constraints and indexes do not matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.db.catalog import read_catalog
from jarvis_desktop.db.expected import expected_tables
from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema.tables import TABLES
from jarvis_desktop.db.search_indexes import INDEXES, SearchIndex, missing_indexes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.shape import ColumnShape, ForeignKeyShape, TableShape


class Kind(StrEnum):
    """What differs."""

    SCHEMA = "schema"
    TABLE = "table"
    COLUMN = "column"
    TYPE = "type"
    NULLABILITY = "nullability"
    DEFAULT = "default"
    PRIMARY_KEY = "primary key"
    FOREIGN_KEY = "foreign key"
    UNIQUE = "unique"
    INDEX = "index"
    TRIGGER = "trigger"
    SEARCH_INDEX = "search index"


class Severity(StrEnum):
    """How: not there, there and different, there and not in the models, or only a feature of ours that is off."""

    MISSING = "missing"
    DIFFERS = "differs"
    EXTRA = "extra"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `expected` and `found` are written for people, "" where there is nothing."""

    kind: Kind
    table: str
    object: str
    expected: str
    found: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class ComparedIndex:
    """An index that was looked for: its columns or expressions in order; a key or unique constraint is one too."""

    table: str
    columns: tuple[str, ...]
    unique: bool


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All differences, and what was compared."""

    differences: tuple[Difference, ...]
    compared_tables: tuple[str, ...]
    compared_columns: int
    compared_indexes: tuple[ComparedIndex, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is missing and nothing differs; extra columns and features that are off do not count."""
        return not any(d.severity in {Severity.MISSING, Severity.DIFFERS} for d in self.differences)

    @property
    def exit_code(self) -> int:
        """1 when something is missing or a column has another type, else 0."""
        return int(any(d.severity is Severity.MISSING or d.kind is Kind.TYPE for d in self.differences))


def check(database: Database) -> CheckReport:
    """Compare the tables of the reference and our own; the rest of the database is nobody's business here.

    Raises DatabaseUnavailable and DatabaseRefused.
    """
    with database.read() as session:
        found = read_catalog(session.connection())
        slow = missing_indexes(session.connection())
    expected = expected_tables()
    desktop = any(name.startswith(f"{SCHEMA}.") for name in found)
    looked_for = {name: shape for name, shape in expected.items() if desktop or name in TABLES}
    there = {name: shape for name, shape in looked_for.items() if name in found}
    differences = [d for shape in looked_for.values() for d in compare(shape, found.get(shape.name))]
    if not desktop:
        differences.append(Difference(Kind.SCHEMA, "", SCHEMA, "present", "", Severity.INFO))
    return CheckReport(
        differences=(*differences, *_triggers(there, found), *_search_indexes(there, slow)),
        compared_tables=tuple(there),
        compared_columns=sum(len(shape.columns) for shape in there.values()),
        compared_indexes=tuple(
            ComparedIndex(name, index.keys, index.unique)
            for name, shape in there.items()
            for index in sorted(shape.indexes, key=lambda index: index.keys)
        ),
    )


def compare(expected: TableShape, found: TableShape | None) -> Iterator[Difference]:
    """The differences of one table, triggers apart."""
    table = expected.name
    if found is None:
        yield Difference(Kind.TABLE, table, table, "present", "", Severity.MISSING)
        return
    yield from _columns(expected, found)
    if found.primary_key != expected.primary_key:
        severity = Severity.DIFFERS if found.primary_key else Severity.MISSING
        wanted, there = _listed(expected.primary_key), _listed(found.primary_key)
        yield Difference(Kind.PRIMARY_KEY, table, wanted, wanted, there, severity)
    for columns in expected.uniques - found.uniques - {frozenset(found.primary_key)}:
        wanted = _listed(column for column in expected.columns if column in columns)
        yield Difference(Kind.UNIQUE, table, wanted, wanted, "", Severity.MISSING)
    yield from _foreign_keys(expected, found)
    for index in sorted(expected.indexes, key=lambda index: index.keys):
        a_key = index.keys == expected.primary_key or frozenset(index.keys) in expected.uniques
        if not a_key and not found.covers(index):
            wanted = ("unique " if index.unique else "") + _listed(index.keys)
            yield Difference(Kind.INDEX, table, _listed(index.keys), wanted, "", Severity.MISSING)


def _columns(expected: TableShape, found: TableShape) -> Iterator[Difference]:
    for name, wanted in expected.columns.items():
        there = found.columns.get(name)
        if there is None:
            yield Difference(Kind.COLUMN, expected.name, name, _described(wanted), "", Severity.MISSING)
            continue
        pairs = (
            (Kind.TYPE, wanted.type, there.type),
            (Kind.NULLABILITY, _nullability(wanted), _nullability(there)),
            (Kind.DEFAULT, wanted.default, there.default),
        )
        for kind, left, right in pairs:
            if left != right:
                yield Difference(kind, expected.name, name, left, right, Severity.DIFFERS)
    for name, there in found.columns.items():
        if name not in expected.columns:
            yield Difference(Kind.COLUMN, expected.name, name, "", _described(there), Severity.EXTRA)


def _foreign_keys(expected: TableShape, found: TableShape) -> Iterator[Difference]:
    for wanted in sorted(expected.foreign_keys - found.foreign_keys, key=lambda key: key.columns):
        same = [
            key
            for key in found.foreign_keys
            if (key.columns, key.target, key.target_columns) == (wanted.columns, wanted.target, wanted.target_columns)
        ]
        severity = Severity.DIFFERS if same else Severity.MISSING
        there = _reference(same[0]) if same else ""
        yield Difference(Kind.FOREIGN_KEY, expected.name, _listed(wanted.columns), _reference(wanted), there, severity)


def _triggers(there: Mapping[str, TableShape], found: Mapping[str, TableShape]) -> Iterator[Difference]:
    """The tables without live updates; one line where no table has them."""
    silent = [name for name, shape in there.items() if not found[name].triggers.issuperset(shape.triggers)]
    watched = [name for name, shape in there.items() if shape.triggers]
    for name in silent if len(silent) < len(watched) else ["*"] if silent else []:
        yield Difference(Kind.TRIGGER, name, "live updates", "on", "off", Severity.INFO)


def _search_indexes(there: Mapping[str, TableShape], missing: Sequence[SearchIndex]) -> Iterator[Difference]:
    """The indexes for texts that are missing, which is slower and no fault; one line where there is none."""
    wanted = [index for index in INDEXES if index.table in there]
    if missing and len(missing) == len(wanted):
        yield Difference(Kind.SEARCH_INDEX, "*", "indexes for texts", "present", "", Severity.INFO)
        return
    for index in missing:
        yield Difference(Kind.SEARCH_INDEX, index.table, index.name, "present", "", Severity.INFO)


def _described(column: ColumnShape) -> str:
    parts = (column.type, "" if column.nullable else "not null", column.default and f"default {column.default}")
    return " ".join(part for part in parts if part)


def _nullability(column: ColumnShape) -> str:
    return "null allowed" if column.nullable else "not null"


def _reference(key: ForeignKeyShape) -> str:
    action = "" if key.on_delete == "NO ACTION" else f" on delete {key.on_delete.lower()}"
    return f"{key.target} {_listed(key.target_columns)}{action}"


def _listed(columns: Iterable[str]) -> str:
    joined = ", ".join(columns)
    return joined and f"({joined})"
