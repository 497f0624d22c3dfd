"""The table beside the table: the rows of a file with what became of each."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Integer,
    Text,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    null,
    select,
    table,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.db.cells import table_named
from jarvis_desktop.db.documents import as_json, at, merged_into
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.imports.reading import file_kind
from jarvis_desktop.imports.types import Duplicates, Empties, FileKind
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Executable

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.imports.targets import ImportTable
    from jarvis_desktop.imports.types import ImportPlan

ROWS = "import_rows"
ADDED = "import_added"
_SHOWN = 1000
_MOMENT: ColumnElement[Any] = literal_column("interval '1 millisecond'")


class State(IntEnum):
    """What becomes of a row."""

    NEW = 0
    MATCHED = 1
    SKIPPED = 2
    SAME = 3
    REFUSED = 4


OPEN = (State.NEW, State.MATCHED)
"""The states of rows that nothing is decided against."""


class Stage:
    """Names for one import: `rows` the staged rows, `table` where they go; cells by column name.

    A staged row has its number in the file, its state, the key of the record it belongs to (`target`), the number of a
    new record (`number`), doubts to be settled (JSON text by place of the column), and why it was refused.
    """

    def __init__(self, plan: ImportPlan, to: ImportTable) -> None:
        self.plan = plan
        self.to = to
        self.names = tuple(assignment.column for assignment in plan.assignments)
        self.places = {name: place for place, name in enumerate(self.names)}
        self.rows = table(
            ROWS,
            column("row_number", BigInteger),
            column("state", Integer),
            column("target", Text),
            column("number", BigInteger),
            column("doubts", Text),
            column("refused_column", Integer),
            column("reason", Text),
            *(column(f"c{place}", Text) for place in range(len(self.names))),
        )
        self.added = table(ADDED, column("id", Text))
        self.table = table_named(to.info.name, to.columns)
        self.key = to.columns[to.info.key]
        # Workbooks keep instants to the millisecond: what is as near is the same.
        self._rounded = file_kind(Path(plan.path)) is FileKind.WORKBOOK

    @property
    def key_element(self) -> ColumnElement[Any]:
        """The table's key."""
        return self.table.c[self.key.name]

    @property
    def is_target(self) -> ColumnElement[bool]:
        """That a record is the one that a staged row belongs to."""
        condition: ColumnElement[bool] = self.key_element == as_type(self.rows.c.target, self.key.sql_type)
        return condition

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns that an update writes: all that are given, but the key."""
        kept = {*self.plan.key, self.key.name, *self.to.inside}
        columns = [name for name in self.names if name not in kept]
        return tuple(dict.fromkeys([*columns, self.to.shelf[0]] if self.filed else columns))

    @property
    def filed(self) -> tuple[str, ...]:
        """The fields given that are kept inside the column of documents."""
        return tuple(name for name in self.names if name in self.to.inside)

    def text(self, name: str) -> ColumnElement[Any]:
        """A staged cell as text."""
        return self.rows.c[f"c{self.places[name]}"]

    def cell(self, name: str) -> ColumnElement[Any]:
        """A staged cell as its column holds it."""
        return as_type(self.text(name), "jsonb" if name in self.to.inside else self.to.columns[name].sql_type)

    def stored(self, name: str) -> ColumnElement[Any]:
        """What a record holds in a column, or in a field inside one."""
        if name not in self.to.inside:
            return self.table.c[name]
        head, *path = self.to.shelf
        return func.nullif(at(self.table.c[head], [*path, name]), as_json(None))

    def after(self, name: str) -> ColumnElement[Any]:
        """What a record holds in a column after the update."""
        stored = self.stored(name)
        if name not in self.places:
            return self._with_fields(name, stored, update=True)
        cell = self.cell(name)
        if self._rounded and self.to.facts_of(name).kind is ColumnKind.DATETIME and name not in self.to.inside:
            near = stored.between(cell - _MOMENT, cell + _MOMENT)
            cell = case((near, stored), else_=cell)
        after = cell if self.plan.empties is Empties.CLEAR else func.coalesce(cell, stored)
        return self._with_fields(name, after, update=True)

    def _with_fields(self, name: str, document: ColumnElement[Any], *, update: bool) -> ColumnElement[Any]:
        """A document with the fields of the file that are kept in it; any other column as it is."""
        head, path = (self.to.shelf[0], self.to.shelf[1:]) if self.filed else ("", ())
        if name != head:
            return document
        patch: ColumnElement[Any] = as_json({})
        for field in self.filed:
            cell, key = self.cell(field), literal(field, Text)
            cases = [(cell.is_not(None), func.jsonb_build_object(key, cell))]
            if update and self.plan.empties is Empties.CLEAR:
                cases.append((self.stored(field).is_not(None), func.jsonb_build_object(key, as_json(None))))
            patch = patch.op("||")(case(*cases, else_=as_json({})))
        whole = merged_into(cast(document, JSONB), path, patch)
        return case((patch == as_json({}), document), else_=as_type(whole, self.to.columns[head].sql_type))

    def differs(self, name: str) -> ColumnElement[bool]:
        """Whether the update gives a record another value; no text and an empty one are the same."""
        kind = ColumnKind.JSON if name in self.to.inside else self.to.columns[name].kind
        mine = self.after(name)
        theirs: ColumnElement[Any] = self.stored(name)
        if kind is ColumnKind.TEXT:
            empty: ColumnElement[str] = literal_column("''")
            mine, theirs = func.coalesce(mine, empty), func.coalesce(theirs, empty)
        elif kind is ColumnKind.JSON:
            mine, theirs = as_type(mine, "jsonb"), as_type(theirs, "jsonb")
        condition: ColumnElement[bool] = mine.is_distinct_from(theirs)
        return condition

    def default(self, name: str) -> ColumnElement[Any] | None:
        """What an empty cell of a new record gets, if anything."""
        sql_type = self.to.columns[name].sql_type
        if name in self.to.initial:
            return as_type(self.to.initial[name], sql_type)
        expression = self.to.facts.defaults.get(name)
        # The database's own expression, as it gave it.
        return None if expression is None else literal_column(f"({expression})")

    @property
    def inserts(self) -> bool:
        """Whether rows are stored as new records, whatever their key."""
        return self.plan.duplicates is Duplicates.INSERT or not self.plan.key

    def filled(self) -> Mapping[str, ColumnElement[Any]]:
        """The values of a new record by column, but for the key and its number."""
        values: dict[str, ColumnElement[Any]] = {}
        for name in self.names:
            if name not in self.to.inside:
                default = self.default(name)
                values[name] = self.cell(name) if default is None else func.coalesce(self.cell(name), default)
        for name, given in self.to.initial.items():
            if name not in values:
                values[name] = as_type(given, self.to.columns[name].sql_type)
        if self.filed:
            head = self.to.shelf[0]
            base = values[head] if head in values else self.default(head)
            empty = as_type(null(), self.to.columns[head].sql_type)
            values[head] = self._with_fields(head, empty if base is None else base, update=False)
        return values


def create(session: Session, stage: Stage) -> None:
    """Make the staging table, which ends with the transaction."""
    cells = "".join(f", c{place} text" for place in range(len(stage.names)))
    session.execute(text(f"DROP TABLE IF EXISTS pg_temp.{ROWS}, pg_temp.{ADDED}"))
    session.execute(
        text(
            f"CREATE TEMPORARY TABLE {ROWS} (row_number bigint, state integer DEFAULT 0, target text, number bigint,"
            f" doubts text, refused_column integer, reason text{cells}) ON COMMIT DROP"
        )
    )
    session.execute(text(f"CREATE TEMPORARY TABLE {ADDED} (id text) ON COMMIT DROP"))


def driver(session: Session) -> Any:
    """The driver's own connection, for COPY and for stopping a statement."""
    return session.connection().connection.driver_connection


def copy_rows(session: Session, stage: Stage, rows: Iterable[Sequence[str | int | None]]) -> None:
    """Stream rows (number, doubts, cells) into the staging table."""
    columns = ", ".join(["row_number", "doubts", *(f"c{place}" for place in range(len(stage.names)))])
    with driver(session).cursor() as cursor, cursor.copy(f"COPY pg_temp.{ROWS} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def index_rows(session: Session) -> None:
    """Let the planner know what was staged."""
    session.execute(text(f"ANALYZE pg_temp.{ROWS}"))


def open_rows(session: Session, stage: Stage, state: State) -> list[int]:
    """The numbers of the rows of a state, in order."""
    rows = stage.rows
    found = select(rows.c.row_number).where(rows.c.state == int(state)).order_by(rows.c.row_number)
    return list(session.scalars(found))


def counts(session: Session, stage: Stage) -> dict[State, int]:
    """How many rows are in which state."""
    rows = stage.rows
    found = session.execute(select(rows.c.state, func.count()).group_by(rows.c.state)).all()
    return {State(state): count for state, count in found}


def refusals(session: Session, stage: Stage, limit: int) -> list[tuple[int, int | None, str | None, str]]:
    """The first rows refused: number, place of the column, its text, reason."""
    rows = stage.rows
    value = func.left(_refused_text(stage), _SHOWN)
    found = (
        select(rows.c.row_number, rows.c.refused_column, value, rows.c.reason)
        .where(rows.c.state == int(State.REFUSED))
        .order_by(rows.c.row_number)
        .limit(limit)
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(found)]


def _refused_text(stage: Stage) -> ColumnElement[Any]:
    rows = stage.rows
    texts: dict[int, ColumnElement[Any]] = {place: rows.c[f"c{place}"] for place in range(len(stage.names))}
    for name in stage.filed:
        place = stage.places[name]
        texts[place] = as_type(texts[place], "jsonb").op("#>>")(literal_column("'{}'::text[]"))
    branches = [(rows.c.refused_column == place, text) for place, text in texts.items()]
    return case(*branches, else_=None)


def refuse(
    session: Session, stage: Stage, place: int | None, reason: ColumnElement[Any], *conditions: ColumnElement[bool]
) -> int:
    """Refuse the open rows that meet the conditions, at the cell of a column; how many."""
    return run(
        session,
        update(stage.rows)
        .values(state=int(State.REFUSED), refused_column=place, reason=reason)
        .where(is_open(stage), *conditions),
    )


def is_open(stage: Stage) -> ColumnElement[bool]:
    """That nothing is decided against a row yet."""
    return stage.rows.c.state.in_([int(state) for state in OPEN])


def run(session: Session, statement: Executable) -> int:
    """Run a statement that writes; how many rows it wrote."""
    result = session.execute(statement, execution_options={"preserve_rowcount": True, "synchronize_session": False})
    return int(getattr(result, "rowcount", 0))
