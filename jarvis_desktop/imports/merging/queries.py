"""Statements that tell what each staged row is, keep out what cannot be stored, and store the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Text,
    and_,
    cast,
    exists,
    func,
    insert,
    literal,
    literal_column,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB, REGCLASS

from jarvis_desktop.db.cells import table_named
from jarvis_desktop.db.documents import at, is_object
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.imports.staging.queries import State, is_open, refuse, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.imports.queries import Link
    from jarvis_desktop.imports.staging.queries import Stage

_SHOWN = 1000
NUMBER = "\x1a"
"""Stands in a sentence for what the database puts there; no text that people read has this character."""


def _numbered(words: str, number: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.replace(literal(words, Text), NUMBER, cast(number, Text))


def refuse_repeated(session: Session, stage: Stage, names: Sequence[str], words: str) -> int:
    """Refuse rows whose key stands in an earlier row of the file; `words` name that row where NUMBER stands."""
    rows = stage.rows
    keys = [stage.cell(name) for name in names]
    first = func.min(rows.c.row_number).over(partition_by=keys)
    seen = (
        select(rows.c.row_number, first.label("first"))
        .where(is_open(stage), *(stage.text(name).is_not(None) for name in names))
        .subquery()
    )
    return refuse(
        session,
        stage,
        stage.places[names[0]],
        _numbered(words, seen.c.first),
        rows.c.row_number == seen.c.row_number,
        seen.c.first < seen.c.row_number,
    )


def match(session: Session, stage: Stage, names: Sequence[str]) -> None:
    """Find the record of each row by its key, which is unique."""
    same = [stage.table.c[name] == stage.cell(name) for name in names]
    run(
        session,
        update(stage.rows)
        .values(target=cast(stage.key_element, Text), state=int(State.MATCHED))
        .where(is_open(stage), *same),
    )


def refuse_several(session: Session, stage: Stage, names: Sequence[str], words: str) -> int:
    """Refuse rows whose key more than one record has; `words` have their number where NUMBER stands."""
    same = [stage.table.c[name] == stage.cell(name) for name in names]
    found = (
        select(stage.rows.c.row_number, func.count().label("records"))
        .where(is_open(stage), *same)
        .group_by(stage.rows.c.row_number)
        .having(func.count() > 1)
        .subquery()
    )
    return refuse(
        session,
        stage,
        stage.places[names[0]],
        _numbered(words, found.c.records),
        stage.rows.c.row_number == found.c.row_number,
    )


def refuse_another_key(session: Session, stage: Stage, words: str) -> int:
    """Refuse rows that bring another primary key than their record's; `words` have that where NUMBER stands."""
    rows = stage.rows
    cell = stage.text(stage.key.name)
    other = stage.cell(stage.key.name) != as_type(rows.c.target, stage.key.sql_type)
    reason = _numbered(words, rows.c.target)
    matched = rows.c.state == int(State.MATCHED)
    return refuse(session, stage, stage.places[stage.key.name], reason, matched, cell.is_not(None), other)


def skip_matched(session: Session, stage: Stage) -> None:
    """Leave out the rows whose record is there already."""
    rows = stage.rows
    run(session, update(rows).values(state=int(State.SKIPPED)).where(rows.c.state == int(State.MATCHED)))


def settle_doubts(session: Session, stage: Stage, name: str) -> int:
    """Refuse rows with a doubtful cell, but those whose record holds that value already."""
    place = stage.places[name]
    doubt = cast(stage.rows.c.doubts, JSONB).op("->>")(literal(str(place), Text))
    kept = exists(
        select(literal_column("1"))
        .select_from(stage.table)
        .where(stage.is_target, ~stage.differs(name))
        .correlate(stage.rows)
    )
    return refuse(session, stage, place, doubt, is_open(stage), doubt.is_not(None), ~kept)


def mark_same(session: Session, stage: Stage) -> None:
    """Set apart the rows whose record would not change."""
    rows = stage.rows
    unchanged = [~stage.differs(name) for name in stage.changed]
    run(
        session,
        update(rows)
        .values(state=int(State.SAME))
        .where(rows.c.state == int(State.MATCHED), stage.is_target, *unchanged),
    )


def refuse_obstacles(session: Session, stage: Stage, name: str, words: str) -> int:
    """Refuse rows whose field cannot be put into the document, which is no object where the field belongs."""
    head, *path = stage.to.shelf
    given = stage.text(name).is_not(None)
    state = stage.rows.c.state
    found = 0
    if head in stage.places:
        brought = stage.cell(head)
        found = refuse(session, stage, stage.places[name], literal(words, Text), given, _no_object(brought, path))
    kept = [] if head not in stage.places else [stage.text(head).is_(None)]
    there = [state == int(State.MATCHED), stage.is_target, given, *kept, _no_object(stage.table.c[head], path)]
    return found + refuse(session, stage, stage.places[name], literal(words, Text), *there)


def _no_object(document: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[bool]:
    return not_(and_(*(is_object(at(document, path[:depth])) for depth in range(len(path) + 1))))


def refuse_empty(session: Session, stage: Stage, name: str, words: str, *, new: bool, cleared: bool) -> int:
    """Refuse rows without a value for a required column: `new` records, and with `cleared` those that empty it."""
    rows = stage.rows
    states = [state for state, wanted in ((State.NEW, new), (State.MATCHED, cleared)) if wanted]
    missing = [stage.text(name).is_(None)] if name in stage.places else []
    place = stage.places.get(name)
    return refuse(session, stage, place, literal(words, Text), rows.c.state.in_(list(map(int, states))), *missing)


def refuse_strangers(session: Session, stage: Stage, link: Link, words: str) -> int:
    """Refuse rows that refer to a record that is not there, nor among the new ones."""
    other = table_named(link.table, [link.referred]).alias("referred")
    cell = stage.cell(link.column)
    known = exists(select(literal_column("1")).select_from(other).where(other.c[link.referred] == cell))
    conditions = [stage.text(link.column).is_not(None), ~known.correlate(stage.rows)]
    if link.table == stage.to.info.name and link.referred in stage.places:
        fellow = stage.rows.alias("fellow")
        near = fellow.c[f"c{stage.places[link.referred]}"] == stage.text(link.column)
        conditions.append(~exists(select(literal_column("1")).select_from(fellow).where(near)).correlate(stage.rows))
    return refuse(session, stage, stage.places[link.column], literal(words, Text), is_open(stage), *conditions)


def refuse_taken(session: Session, stage: Stage, names: Sequence[str], words: str) -> int:
    """Refuse rows with a unique value that another record has."""
    other = table_named(stage.to.info.name, [*names, stage.key.name]).alias("other")
    same = [other.c[name] == stage.cell(name) for name in names]
    key = as_type(stage.rows.c.target, stage.key.sql_type)
    elsewhere = or_(stage.rows.c.target.is_(None), other.c[stage.key.name] != key)
    taken = exists(select(literal_column("1")).select_from(other).where(*same, elsewhere)).correlate(stage.rows)
    return refuse(session, stage, stage.places[names[0]], literal(words, Text), is_open(stage), taken)


def number_new(session: Session, stage: Stage, sequence: str, *, rehearsal: bool) -> int:
    """Give new rows that have none a number of the table's own, in their order; how many.

    A rehearsal takes none away from the sequence: numbers below zero stand for those to come.
    """
    rows = stage.rows
    waiting = (
        select(rows.c.row_number)
        .where(rows.c.state == int(State.NEW), rows.c.number.is_(None), _no_key(stage))
        .order_by(rows.c.row_number)
        .subquery()
    )
    drawn: ColumnElement[Any] = (
        -waiting.c.row_number if rehearsal else func.nextval(cast(literal(sequence, Text), _regclass()))
    )
    numbers = select(waiting.c.row_number, drawn.label("drawn")).subquery()
    return run(
        session,
        update(rows).values(number=numbers.c.drawn).where(rows.c.row_number == numbers.c.row_number),
    )


def drop_clashes(session: Session, stage: Stage) -> int:
    """Take back numbers that a record has, by itself or in the key that people read; how many."""
    rows = stage.rows
    clashes: list[ColumnElement[bool]] = [_taken(stage, stage.key.name, rows.c.number)]
    natural = stage.to.prefix
    if natural is not None:
        name, before = natural
        key = func.concat(literal(before, Text), rows.c.number)
        clashes.append(_taken(stage, name, key))
        if name in stage.places:
            fellow = stage.rows.alias("fellow")
            near = fellow.c[f"c{stage.places[name]}"] == key
            clashes.append(exists(select(literal_column("1")).select_from(fellow).where(near)).correlate(rows))
    return run(session, update(rows).values(number=None).where(rows.c.number.is_not(None), or_(*clashes)))


def leap(session: Session, stage: Stage, sequence: str) -> None:
    """Set the sequence behind every number in use."""
    highest = [func.max(cast(stage.key_element, BigInteger))]
    natural = stage.to.prefix
    if natural is not None:
        name, before = natural
        number = func.substring(stage.table.c[name], literal(f"^{before}([0-9]{{1,9}})$", Text))
        highest.append(func.max(cast(number, BigInteger)))
    reached = select(func.greatest(*highest, literal(1, BigInteger))).select_from(stage.table).scalar_subquery()
    session.execute(select(func.setval(cast(literal(sequence, Text), _regclass()), reached)))


def catch_up(session: Session, stage: Stage, sequence: str) -> None:
    """Bring the sequence to the highest key, when keys were given beyond it."""
    counter = cast(literal(sequence, Text), _regclass())
    highest = select(func.max(cast(stage.key_element, BigInteger)).label("reached")).subquery()
    session.execute(
        select(func.setval(counter, highest.c.reached)).where(
            highest.c.reached > func.coalesce(func.pg_sequence_last_value(counter), 0)
        )
    )


def insert_new(session: Session, stage: Stage, low: int, high: int) -> int:
    """Store new rows of a range as records; how many."""
    rows = stage.rows
    values = dict(stage.filled())
    numbered = stage.key.name in stage.to.facts.sequences
    if numbered:
        number = as_type(rows.c.number, stage.key.sql_type)
        given = stage.key.name in stage.places
        values[stage.key.name] = func.coalesce(stage.cell(stage.key.name), number) if given else number
    natural = stage.to.prefix
    if natural is not None and numbered:
        name, before = natural
        key = func.concat(literal(before, Text), values[stage.key.name])
        values[name] = func.coalesce(stage.cell(name), key) if name in stage.places else key
    chosen = (
        select(*values.values())
        .where(rows.c.state == int(State.NEW), rows.c.row_number.between(low, high))
        .order_by(rows.c.row_number)
    )
    stored = (
        insert(stage.table).from_select(list(values), chosen).returning(cast(stage.key_element, Text).label("id"))
    ).cte("stored")
    return run(session, insert(stage.added).from_select(["id"], select(stored.c.id)))


def update_matched(session: Session, stage: Stage, low: int, high: int) -> int:
    """Change the records of a range of rows; how many."""
    values: dict[str, Any] = {name: stage.after(name) for name in stage.changed}
    stamp = stage.to.columns.get("updated_at")
    if stamp is not None and stamp.sql_type.startswith("timestamp") and "updated_at" not in values:
        values["updated_at"] = func.now()
    rows = stage.rows
    return run(
        session,
        update(stage.table)
        .values(values)
        .where(stage.is_target, rows.c.state == int(State.MATCHED), rows.c.row_number.between(low, high)),
    )


def matched_keys(stage: Stage) -> Select[Any]:
    """The keys of the records that change."""
    return select(as_type(stage.rows.c.target, stage.key.sql_type)).where(stage.rows.c.state == int(State.MATCHED))


def added_keys(stage: Stage) -> Select[Any]:
    """The keys, as text, of the records added."""
    return select(stage.added.c.id)


def refuse_row(session: Session, stage: Stage, number: int, place: int | None, reason: str) -> None:
    """Refuse one row, for what the database said."""
    refuse(session, stage, place, literal(reason, Text), stage.rows.c.row_number == number)


def _no_key(stage: Stage) -> ColumnElement[bool]:
    """That a number is needed: the row brings no key of its own."""
    wanting = [stage.text(stage.key.name).is_(None)] if stage.key.name in stage.places else []
    return and_(literal_column("true"), *wanting)


def _taken(stage: Stage, name: str, value: ColumnElement[Any]) -> ColumnElement[bool]:
    other = table_named(stage.to.info.name, [name]).alias("other")
    found = exists(select(literal_column("1")).select_from(other).where(other.c[name] == value))
    return found.correlate(stage.rows)


def _regclass() -> Any:
    return REGCLASS()
