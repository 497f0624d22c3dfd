"""Statements of the journal: changing rows together with their images, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Select,
    Text,
    cast,
    column,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy import table as table_
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.db.images import Shape, image, with_ids, written
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.db.references import lock, read_references, referred_to
from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.tables.permission import OWN_COLUMNS, RIGHTS_MEMBER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import CTE, ColumnElement, Executable

    from jarvis_desktop.db.session import Session

NAMED_AT_MOST = 200
"""More changed rows than this are not named one by one."""

EDITS = table_(
    "edits",
    column("id", BigInteger),
    *map(column, ("user_id", "table_name", "text", "row_count", "undone", "made_at")),
    schema=SCHEMA,
)
ROWS = table_(
    "edit_rows",
    column("edit_id", BigInteger),
    column("row_id", Text),
    column("before", JSONB(none_as_null=True)),
    column("after", JSONB(none_as_null=True)),
    schema=SCHEMA,
)

_KEPT = text("""
    SELECT coalesce(bool_and(has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
                             AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE')), false)
           AND count(*) = 2
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = :schema AND has_schema_privilege(n.oid, 'USAGE') AND c.relname IN ('edits', 'edit_rows')
""")

_NOT_OWN = """
    SELECT count(*) FROM desktop.edit_rows AS r
    WHERE r.edit_id = :edit_id AND NOT coalesce(
        r.before IS NOT NULL AND r.after IS NOT NULL
        AND (SELECT bool_and(name = ANY(:free)) FROM jsonb_object_keys(r.after) AS name)
        AND ((r.before ->> :column)::jsonb -> :member) IS NOT DISTINCT FROM ((r.after ->> :column)::jsonb -> :member)
        AND EXISTS (SELECT FROM public.{table} AS t WHERE t.id::text = r.row_id AND t.{owner} = :user_id), false)
"""


def is_kept(session: Session) -> bool:
    """Whether this database keeps a journal that we may write."""
    return bool(session.scalar(_KEPT, {"schema": SCHEMA}))


def open_edit(session: Session, table_name: str, user_id: str) -> int:
    """Begin an edit; its number."""
    made = insert(EDITS).values(user_id=user_id, table_name=table_name, text="", row_count=0).returning(EDITS.c.id)
    return int(session.execute(made).scalar_one())


def close_edit(session: Session, edit_id: int, text_: str, rows: int) -> None:
    """Name an edit and say how many rows it has; one without rows is forgotten."""
    if rows:
        session.execute(update(EDITS).where(EDITS.c.id == edit_id).values(text=text_, row_count=rows))
    else:
        session.execute(delete(EDITS).where(EDITS.c.id == edit_id))


def change_rows(
    session: Session,
    shape: Shape,
    edit_id: int | None,
    assigned: Mapping[str, Any],
    conditions: Sequence[ColumnElement[bool]],
    *,
    touch: bool,
    differing: bool,
) -> tuple[int, list[str]]:
    """Set columns of the rows that meet the conditions, with their images; how many, and up to a limit which.

    With `differing`, rows that have the values already are left alone.
    """
    values = dict(assigned)
    if touch and shape.stamped and "updated_at" not in values:
        values["updated_at"] = func.now()
    wanted = list(conditions)
    if differing:
        wanted.append(or_(*(written(shape[n]).is_distinct_from(written(v)) for n, v in assigned.items())))
    columns = sorted(assigned)
    target = update(shape.clause).values(values)
    if edit_id is None:
        return _counted(session, target.where(*wanted).returning(shape.row_id).cte("changed"))
    if _tells_old(session):
        tells = target.where(*wanted).returning(
            shape.row_id, image(shape, columns, version="old").label("before"), image(shape, columns).label("after")
        )
        return _keep(session, edit_id, tells.cte("changed"))
    old = (
        select(shape.key_element.label("row_key"), image(shape, columns).label("before"))
        .where(*wanted)
        .with_for_update(of=shape.clause)
        .cte("old")
    )
    changed = target.where(shape.key_element == old.c.row_key).returning(
        shape.row_id, old.c.before, image(shape, columns).label("after")
    )
    return _keep(session, edit_id, changed.cte("changed"))


def remove_rows(
    session: Session, shape: Shape, edit_id: int | None, conditions: Sequence[ColumnElement[bool]]
) -> tuple[int, list[str]]:
    """Delete the rows that meet the conditions, with their images; how many, and up to a limit which."""
    gone = delete(shape.clause).where(*conditions)
    if edit_id is None:
        return _counted(session, gone.returning(shape.row_id).cte("gone"))
    none = cast(null(), JSONB).label("after")
    return _keep(
        session, edit_id, gone.returning(shape.row_id, image(shape, shape.stored).label("before"), none).cte("gone")
    )


def referred_rows(
    session: Session, shape: Shape, conditions: Sequence[ColumnElement[bool]]
) -> tuple[int, tuple[str, ...]]:
    """How many of the rows others refer to, and by which tables; the rows stay locked."""
    references = read_references(session, shape.table)
    if not references:
        return 0, ()
    lock(session, shape, conditions)
    counted = select(func.count()).select_from(shape.clause).where(*conditions)
    count = int(session.scalar(counted.where(referred_to(shape, references, conditions))) or 0)
    if not count:
        return 0, ()
    each = [(r.table, session.scalar(counted.where(referred_to(shape, [r], conditions)))) for r in references]
    return count, tuple(dict.fromkeys(name for name, found in each if found))


def keep_added(session: Session, shape: Shape, edit_id: int, ids: Sequence[str] | Select[Any]) -> int:
    """Write the images of rows just added; how many."""
    rows = select(literal(edit_id, BigInteger), shape.row_id, image(shape, shape.stored)).where(with_ids(shape, ids))
    return _count(session, insert(ROWS).from_select(["edit_id", "row_id", "after"], rows))


def watch_rows(
    session: Session, shape: Shape, edit_id: int, columns: Sequence[str], conditions: Sequence[ColumnElement[bool]]
) -> int:
    """Write images of rows about to be changed by a statement of somebody else's, and lock them; how many."""
    old = (
        select(shape.row_id, image(shape, columns).label("before"))
        .where(*conditions)
        .with_for_update(of=shape.clause)
        .cte("old")
    )
    rows = select(literal(edit_id, BigInteger), old.c.row_id, old.c.before, old.c.before.label("after"))
    return _count(session, insert(ROWS).from_select(["edit_id", "row_id", "before", "after"], rows))


def settle_rows(session: Session, shape: Shape, edit_id: int, columns: Sequence[str]) -> None:
    """Complete the images of watched rows; those that were not changed are forgotten."""
    settled = (
        update(ROWS)
        .values(after=image(shape, columns))
        .where(ROWS.c.edit_id == edit_id, ROWS.c.before.is_not(None), ROWS.c.after.is_not(None))
        .where(shape.key_element == as_type(ROWS.c.row_id, shape.key.sql_type))
    )
    session.execute(settled)
    session.execute(delete(ROWS).where(ROWS.c.edit_id == edit_id, ROWS.c.before == ROWS.c.after))


def all_own(session: Session, edit_id: int, table_name: str, user_id: str) -> bool:
    """Whether an edit changed nothing but what a person may change of their own rows."""
    if table_name not in OWN_COLUMNS:
        return False
    owner, free = OWN_COLUMNS[table_name]
    named = text(_NOT_OWN.format(table=table_name, owner=owner))
    column_, member = RIGHTS_MEMBER
    values = {"edit_id": edit_id, "free": sorted(free), "column": column_, "member": member, "user_id": user_id}
    return int(session.scalar(named, values) or 0) == 0


def count_rows(session: Session, edit_id: int) -> int:
    """How many images an edit has."""
    return int(session.execute(select(func.count()).where(ROWS.c.edit_id == edit_id)).scalar_one())


def named_rows(session: Session, edit_id: int) -> list[str]:
    """Some of the rows of an edit: one more than are named."""
    return list(session.scalars(select(ROWS.c.row_id).where(ROWS.c.edit_id == edit_id).limit(NAMED_AT_MOST + 1)))


def _tells_old(session: Session) -> bool:
    """Whether an update can return what rows held before it, which saves reading and locking them first."""
    return (session.connection().dialect.server_version_info or (0,)) >= (18,)


def _keep(session: Session, edit_id: int, changed: CTE) -> tuple[int, list[str]]:
    """Run the statement `changed` and write its images."""
    images = select(literal(edit_id, BigInteger), changed.c.row_id, changed.c.before, changed.c.after)
    kept = _count(session, insert(ROWS).from_select(["edit_id", "row_id", "before", "after"], images))
    return kept, named_rows(session, edit_id)


def _counted(session: Session, changed: CTE) -> tuple[int, list[str]]:
    """Run the statement `changed` where no journal is kept."""
    some = select(changed.c.row_id).limit(NAMED_AT_MOST + 1).scalar_subquery()
    count, ids = session.execute(
        select(select(func.count()).select_from(changed).scalar_subquery(), func.array(some))
    ).one()
    return int(count), list(ids)


def _count(session: Session, statement: Executable) -> int:
    """Run a statement that writes; how many rows it wrote."""
    result = session.execute(statement, execution_options={"preserve_rowcount": True})
    return int(getattr(result, "rowcount", 0))
