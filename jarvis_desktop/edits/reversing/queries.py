"""Statements that bring the rows of an edit from one side of their images to the other, and say which do not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Text,
    and_,
    case,
    cast,
    column,
    delete,
    false,
    func,
    literal,
    null,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import array, insert

from jarvis_desktop.db.images import image, written
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.db.references import lock, read_references, referred_to
from jarvis_desktop.edits.queries import EDITS, ROWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Executable

    from jarvis_desktop.db.images import Shape
    from jarvis_desktop.db.session import Session

SHOWN_LENGTH = 40
"""Characters of a value that a refusal shows; one more arrives when it is longer."""

_SHOWN_KEYS = ("incident_id", "submission_id", "execution_id", "session_id")
_OLD = text("""
    WITH old AS (
        DELETE FROM desktop.edits WHERE id IN (
            SELECT id FROM (
                SELECT id, made_at, sum(row_count) OVER (ORDER BY id DESC) AS images FROM desktop.edits
            ) AS counted
            WHERE made_at < now() - make_interval(days => :days) OR images > :images
            ORDER BY id LIMIT :edits
        )
        RETURNING id
    ), gone AS (
        DELETE FROM desktop.edit_rows USING old WHERE edit_rows.edit_id = old.id
    )
    SELECT count(*) FROM old
""")


@dataclass(frozen=True, slots=True)
class JournalEdit:
    """An edit as the journal has it."""

    id: int
    user_id: str
    table: str
    text: str
    rows: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many rows of an edit are to change, to go and to come, and the columns of each kind's images."""

    changing: int
    leaving: int
    coming: int
    change_columns: tuple[str, ...]
    row_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfit:
    """What keeps rows from being brought to the other side: how many, and the first of them.

    `now` is the beginning of what the first of its changed `columns` holds.
    """

    count: int
    row_id: str
    name: str
    gone: bool
    taken: bool
    referred: bool
    columns: tuple[str, ...]
    now: str | None


@dataclass(frozen=True, slots=True)
class Sides:
    """The images to come from and to go to."""

    edit_id: int
    back: bool

    @property
    def here(self) -> ColumnElement[Any]:
        """The image that rows must have now."""
        return ROWS.c.after if self.back else ROWS.c.before

    @property
    def there(self) -> ColumnElement[Any]:
        """The image that they get."""
        return ROWS.c.before if self.back else ROWS.c.after

    @property
    def changing(self) -> ColumnElement[bool]:
        """The images of rows that are there before and after."""
        return and_(ROWS.c.edit_id == self.edit_id, self.here.is_not(None), self.there.is_not(None))

    @property
    def leaving(self) -> ColumnElement[bool]:
        """The images of rows that go."""
        return and_(ROWS.c.edit_id == self.edit_id, self.here.is_not(None), self.there.is_(None))

    @property
    def coming(self) -> ColumnElement[bool]:
        """The images of rows that come."""
        return and_(ROWS.c.edit_id == self.edit_id, self.here.is_(None))


def locked_edit(session: Session, edit_id: int) -> JournalEdit | None:
    """The edit, kept from everybody else until the transaction ends."""
    found = session.execute(_edits().where(EDITS.c.id == edit_id).with_for_update()).first()
    return None if found is None else JournalEdit(*found)


def recent_edits(session: Session, user_id: str, limit: int) -> list[JournalEdit]:
    """A person's latest edits that stand, the latest first."""
    rows = _edits().where(EDITS.c.user_id == user_id, ~EDITS.c.undone).order_by(EDITS.c.id.desc()).limit(limit)
    return [JournalEdit(*row) for row in session.execute(rows)]


def mark(session: Session, edit_id: int, *, undone: bool, text_: str, rows: int) -> None:
    """Say whether an edit is taken back now, what it is called and how many rows it has."""
    session.execute(update(EDITS).where(EDITS.c.id == edit_id).values(undone=undone, text=text_, row_count=rows))


def prune(session: Session, *, days: int, images: int, edits: int) -> int:
    """Forget at most so many edits that are older than that, or beyond so many images; how many."""
    return int(session.scalar(_OLD, {"days": days, "images": images, "edits": edits}) or 0)


def kinds(session: Session, sides: Sides) -> Kinds:
    """What there is to do."""
    counts = session.execute(
        select(
            func.count().filter(sides.changing), func.count().filter(sides.leaving), func.count().filter(sides.coming)
        ).where(ROWS.c.edit_id == sides.edit_id)
    ).one()
    of_changes = _columns(session, ROWS.c.before, and_(ROWS.c.before.is_not(None), sides.changing))
    whole = func.coalesce(ROWS.c.before, ROWS.c.after)
    of_rows = _columns(session, whole, or_(sides.leaving, sides.coming))
    return Kinds(int(counts[0]), int(counts[1]), int(counts[2]), of_changes, of_rows)


def change_back(session: Session, shape: Shape, sides: Sides, columns: Sequence[str]) -> int:
    """Give changed rows the other side's values, where they have this side's; how many."""
    values: dict[str, Any] = {name: as_type(_at(sides.there, name), shape.columns[name].sql_type) for name in columns}
    if shape.stamped and "updated_at" not in values:
        values["updated_at"] = func.now()
    statement = (
        update(shape.clause).values(values).where(sides.changing, _is_row(shape), ~_differs(shape, sides, columns))
    )
    return _count(session, statement)


def read_documents(
    session: Session, shape: Shape, sides: Sides, columns: Sequence[str], documents: Sequence[str], limit: int
) -> list[tuple[str, list[tuple[str | None, str | None, str | None]]]]:
    """Rows of which others changed only `documents`, JSON columns, since; they stay locked.

    For each of those the text of this side, of the other side and of now.
    """
    found = [part for name in documents for part in _of_document(shape, sides, name)]
    plain = [name for name in columns if name not in documents]
    rows = (
        select(ROWS.c.row_id, *found)
        .where(sides.changing, _is_row(shape), ~_differs(shape, sides, plain), _differs(shape, sides, documents))
        .order_by(ROWS.c.row_id)
        .limit(limit)
        .with_for_update(of=shape.clause)
    )
    return [
        (row_id, [(texts[at], texts[at + 1], texts[at + 2]) for at in range(0, len(texts), 3)])
        for row_id, *texts in session.execute(rows)
    ]


def write_documents(
    session: Session, shape: Shape, sides: Sides, columns: Sequence[str], documents: Mapping[str, Sequence[str | None]]
) -> int:
    """Give locked rows these documents, and the other side's values elsewhere; how many.

    By column, in the order of the keys under `row_id`.
    """
    given = func.unnest(*(cast(list(texts), ARRAY(Text)) for texts in documents.values()))
    new = given.table_valued(*documents, name="given").render_derived()
    values = {
        name: as_type(new.c[name] if name in documents else _at(sides.there, name), shape.columns[name].sql_type)
        for name in columns
    }
    if shape.stamped and "updated_at" not in values:
        values["updated_at"] = func.now()
    return _count(
        session,
        update(shape.clause).values(values).where(sides.changing, _is_row(shape), ROWS.c.row_id == new.c.row_id),
    )


def take_away(session: Session, shape: Shape, sides: Sides, columns: Sequence[str], others: Sequence[str]) -> int:
    """Delete the rows that go, where nobody changed `columns` and nobody refers to them; how many.

    `others` are the columns of the images that tell nothing. Images are compared whole: to take each column out of an
    image of many megabytes would read it as often.
    """
    chosen = shape.key_element.in_(_keys(shape, sides.leaving))
    same = image(shape, columns) == sides.here.op("-")(cast(list(others), ARRAY(Text)))
    statement = delete(shape.clause).where(sides.leaving, _is_row(shape), same)
    references = read_references(session, shape.table)
    if references:
        lock(session, shape, [chosen])
        statement = statement.where(~referred_to(shape, references, [chosen]))
    return _count(session, statement)


def bring_back(session: Session, shape: Shape, sides: Sides, columns: Sequence[str]) -> int:
    """Insert the rows that come, where no row has one of their keys; how many."""
    texts = func.jsonb_to_record(sides.there).table_valued(*(column(name, Text) for name in columns), name="came")
    came = texts.render_derived(with_types=True).lateral()
    images = select(*(as_type(came.c[name], shape.columns[name].sql_type) for name in columns))
    rows = images.select_from(ROWS.join(came, true())).where(sides.coming)
    statement = insert(shape.clause).from_select(list(columns), rows)
    return _count(session, statement.on_conflict_do_nothing())


def unfit(session: Session, shape: Shape, sides: Sides, kinds_: Kinds, fit: Sequence[str] = ()) -> Unfit | None:
    """Which rows cannot be brought to the other side, or None; those of `fit` can, though they differ."""
    rows = _unfit_rows(session, shape, sides, kinds_, fit)
    found = session.execute(rows.add_columns(func.count().over()).order_by(ROWS.c.row_id).limit(1)).first()
    if found is None:
        return None
    row_id, name, gone, taken, referred, columns, now, count = found
    return Unfit(int(count), row_id, name or row_id, gone, taken, referred, tuple(columns), now)


def leave_out_unfit(session: Session, shape: Shape, sides: Sides, kinds_: Kinds, fit: Sequence[str] = ()) -> int:
    """Forget the images of rows that cannot be brought to the other side; how many. Those of `fit` can."""
    lock(session, shape, [shape.key_element.in_(_keys(shape, ROWS.c.edit_id == sides.edit_id))])
    found = _unfit_rows(session, shape, sides, kinds_, fit).subquery()
    statement = delete(ROWS).where(ROWS.c.edit_id == sides.edit_id, ROWS.c.row_id.in_(select(found.c.row_id)))
    return _count(session, statement)


def newer_own_edit(session: Session, edit: JournalEdit, row_id: str) -> str:
    """What the same person did to the row after the edit and did not take back, or ""."""
    later = (
        select(EDITS.c.text)
        .join(ROWS, ROWS.c.edit_id == EDITS.c.id)
        .where(EDITS.c.id > edit.id, EDITS.c.user_id == edit.user_id, EDITS.c.table_name == edit.table)
        .where(~EDITS.c.undone, ROWS.c.row_id == row_id)
        .order_by(EDITS.c.id.desc())
        .limit(1)
    )
    return str(session.scalar(later) or "")


def _edits() -> Any:
    return select(
        EDITS.c.id, EDITS.c.user_id, EDITS.c.table_name, EDITS.c.text, EDITS.c.row_count, EDITS.c.undone
    ).select_from(EDITS)


def _columns(session: Session, image: ColumnElement[Any], condition: ColumnElement[bool]) -> tuple[str, ...]:
    """The columns of the first image that meets a condition; an edit's images of one kind have the same ones."""
    first = select(image.label("image")).where(condition).limit(1).subquery()
    return tuple(session.scalars(select(func.jsonb_object_keys(first.c.image))))


def _unfit_rows(session: Session, shape: Shape, sides: Sides, kinds_: Kinds, fit: Sequence[str]) -> Any:
    columns = [name for name in shape.compared if name in {*kinds_.change_columns, *kinds_.row_columns}]
    gone = and_(sides.here.is_not(None), shape.key_element.is_(None))
    taken = and_(sides.here.is_(None), shape.key_element.is_not(None))
    references = read_references(session, shape.table) if kinds_.leaving else []
    chosen = shape.key_element.in_(_keys(shape, sides.leaving))
    referred = and_(sides.leaving, referred_to(shape, references, [chosen])) if references else false()
    different = and_(sides.here.is_not(None), shape.key_element.is_not(None), _differs(shape, sides, columns))
    shown = next((name for name in _SHOWN_KEYS if name in shape.columns), shape.key.name)
    held = [(_one_differs(shape, sides, name), written(shape[name])) for name in columns]
    which = [case((_one_differs(shape, sides, name), literal(name, Text)), else_=null()) for name in columns]
    return (
        select(
            ROWS.c.row_id,
            func.coalesce(written(shape[shown]), _at(sides.here, shown), _at(sides.there, shown)),
            gone,
            taken,
            referred,
            func.array_remove(cast(array(which), ARRAY(Text)), null()) if which else cast(array([]), ARRAY(Text)),
            func.left(case(*held), SHOWN_LENGTH + 1) if held else null(),
        )
        .select_from(ROWS.outerjoin(shape.clause, _is_row(shape)))
        .where(ROWS.c.edit_id == sides.edit_id, or_(gone, taken, referred, different))
        .where(ROWS.c.row_id.not_in(fit) if fit else true())
    )


def _keys(shape: Shape, condition: ColumnElement[bool]) -> Any:
    return select(as_type(ROWS.c.row_id, shape.key.sql_type)).where(condition)


def _is_row(shape: Shape) -> ColumnElement[bool]:
    return shape.key_element == as_type(ROWS.c.row_id, shape.key.sql_type)


def _differs(shape: Shape, sides: Sides, columns: Sequence[str]) -> ColumnElement[bool]:
    return or_(false(), *(_one_differs(shape, sides, name) for name in columns))


def _one_differs(shape: Shape, sides: Sides, name: str) -> ColumnElement[bool]:
    has = sides.here.op("?")(literal(name, Text))
    return and_(has, written(shape[name]).is_distinct_from(_at(sides.here, name)))


def _of_document(shape: Shape, sides: Sides, name: str) -> tuple[ColumnElement[Any], ...]:
    return _at(sides.here, name), _at(sides.there, name), written(shape[name])


def _at(image: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    return image.op("->>")(literal(name, Text))


def _count(session: Session, statement: Executable) -> int:
    result = session.execute(statement, execution_options={"preserve_rowcount": True})
    return int(getattr(result, "rowcount", 0))
