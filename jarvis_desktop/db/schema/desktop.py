"""Our own tables, in schema `desktop`; the 42 tables of the reference stay free of them."""

from datetime import datetime

from sqlalchemy import TIMESTAMP, BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema.declarative import NO, NOW, Base, Json, LongText


class ImportedRow(Base):
    """A row that an import wrote and that has no key of its own: by the hash of the whole row it is known again."""

    __tablename__ = "imported_rows"
    __table_args__ = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration

    table_name: Mapped[LongText] = mapped_column(primary_key=True)
    row_hash: Mapped[LongText] = mapped_column(primary_key=True)
    row_id: Mapped[LongText]
    imported_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class StarterRow(Base):
    """A row that the starter data made, and the hash of its content then: unequal now means somebody edited it."""

    __tablename__ = "starter_rows"
    __table_args__ = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration

    table_name: Mapped[LongText] = mapped_column(primary_key=True)
    natural_key: Mapped[LongText] = mapped_column(primary_key=True)
    row_id: Mapped[LongText]
    content_hash: Mapped[LongText]
    loaded_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class Edit(Base):
    """A stored change that can be taken back: who made it, what people call it, and whether it is taken back now."""

    __tablename__ = "edits"
    __table_args__ = (Index(None, "user_id", "id"), {"schema": SCHEMA})

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    user_id: Mapped[LongText]
    table_name: Mapped[LongText]
    text: Mapped[LongText]
    row_count: Mapped[int]
    undone: Mapped[bool] = mapped_column(server_default=NO)
    made_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class EditRow(Base):
    """One row of an edit: the columns it changed as they were and as it left them.

    `before` NULL means that the edit added the row, `after` NULL that it removed it. No foreign key to the edit: its
    check of each image made the bulk edit of many rows a third slower.
    """

    __tablename__ = "edit_rows"
    __table_args__ = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration

    edit_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    row_id: Mapped[LongText] = mapped_column(primary_key=True)
    before: Mapped[Json | None]
    after: Mapped[Json | None]


class Remembered(Base):
    """What a person left a place of the window like: columns of a table, sizes of panes, mappings of an import."""

    __tablename__ = "remembered"
    __table_args__ = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration

    user_id: Mapped[LongText] = mapped_column(primary_key=True)
    place: Mapped[LongText] = mapped_column(primary_key=True)
    state: Mapped[Json]
    updated_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class SavedFilter(Base):
    """Filters, text and order of a list under a name, for its owner or, shared, for everybody."""

    __tablename__ = "saved_filters"
    __table_args__ = (UniqueConstraint("table_name", "owner", "name"), {"schema": SCHEMA})

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    table_name: Mapped[LongText]
    name: Mapped[LongText]
    owner: Mapped[LongText]
    shared: Mapped[bool] = mapped_column(server_default=NO)
    definition: Mapped[Json]
    updated_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class Draft(Base):
    """What a person typed into a form and has not saved; `base` holds the values that the edit began with."""

    __tablename__ = "drafts"
    __table_args__ = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration

    user_id: Mapped[LongText] = mapped_column(primary_key=True)
    place: Mapped[LongText] = mapped_column(primary_key=True)
    values: Mapped[Json]
    base: Mapped[Json]
    updated_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)


class Notification(Base):
    """Something the window told a person: `read_at` NULL while they have not seen it, `link` "" without a place."""

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "user_id", "id"), {"schema": SCHEMA})

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    user_id: Mapped[LongText]
    tone: Mapped[LongText]
    title: Mapped[LongText]
    text: Mapped[LongText]
    link: Mapped[LongText]
    created_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=NOW)
    read_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
