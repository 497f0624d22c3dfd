"""Statements about saved filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session

_SEEN = text(
    "SELECT id, table_name, name, owner, shared, CAST(definition AS text) "
    "FROM desktop.saved_filters WHERE table_name = :table AND (owner = :owner OR shared) "
    "ORDER BY lower(name), id"
)
_ONE = text(
    "SELECT id, table_name, name, owner, shared, CAST(definition AS text) "
    "FROM desktop.saved_filters WHERE id = :id FOR UPDATE"
)
_NAMED = text("SELECT id FROM desktop.saved_filters WHERE table_name = :table AND owner = :owner AND name = :name")
_ADD = text(
    "INSERT INTO desktop.saved_filters (table_name, name, owner, shared, definition) "
    "VALUES (:table, :name, :owner, :shared, CAST(:definition AS jsonb)) "
    "ON CONFLICT (table_name, owner, name) DO NOTHING "
    "RETURNING id, table_name, name, owner, shared, CAST(definition AS text)"
)
_RESTORE = text(
    "INSERT INTO desktop.saved_filters (id, table_name, name, owner, shared, definition) "
    "VALUES (:id, :table, :name, :owner, :shared, CAST(:definition AS jsonb)) ON CONFLICT DO NOTHING RETURNING id"
)
_CHANGE = text(
    "UPDATE desktop.saved_filters SET name = coalesce(:name, name), shared = coalesce(:shared, shared), "
    "definition = coalesce(CAST(:definition AS jsonb), definition), updated_at = now() "
    "WHERE id = :id RETURNING id, table_name, name, owner, shared, CAST(definition AS text)"
)
_DELETE = text("DELETE FROM desktop.saved_filters WHERE id = :id")


class StoredView(NamedTuple):
    """A row of `desktop.saved_filters`; the definition is JSON text."""

    id: int
    table: str
    name: str
    owner: str
    shared: bool
    definition: str


def read_views(session: Session, table: str, owner: str) -> list[StoredView]:
    """Those of a table that are the person's own, or shared."""
    return [StoredView(*row) for row in session.execute(_SEEN, {"table": table, "owner": owner})]


def lock_view(session: Session, view_id: int) -> StoredView | None:
    """One, kept from changes of others until the transaction ends."""
    row = session.execute(_ONE, {"id": view_id}).first()
    return None if row is None else StoredView(*row)


def is_taken(session: Session, view: StoredView, name: str) -> bool:
    """Whether another one of the same owner has that name."""
    found = session.execute(_NAMED, {"table": view.table, "owner": view.owner, "name": name}).scalar()
    return found is not None and found != view.id


def add_view(
    session: Session, *, table: str, name: str, owner: str, shared: bool, definition: str
) -> StoredView | None:
    """Store a new one; None when the owner has one of that name."""
    values = {"table": table, "name": name, "owner": owner, "shared": shared, "definition": definition}
    row = session.execute(_ADD, values).first()
    return None if row is None else StoredView(*row)


def restore_view(session: Session, view: StoredView) -> bool:
    """Store one again as it was; False when its name or number is in use."""
    values = {"id": view.id, "table": view.table, "name": view.name, "owner": view.owner}
    values |= {"shared": view.shared, "definition": view.definition}
    return session.execute(_RESTORE, values).scalar() is not None


def change_view(
    session: Session,
    view_id: int,
    *,
    name: str | None = None,
    shared: bool | None = None,
    definition: str | None = None,
) -> StoredView:
    """Change what is given; the row must be there."""
    values = {"id": view_id, "name": name, "shared": shared, "definition": definition}
    return StoredView(*session.execute(_CHANGE, values).one())


def delete_view(session: Session, view_id: int) -> None:
    """Remove one."""
    session.execute(_DELETE, {"id": view_id})
