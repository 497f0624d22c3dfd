"""Our own tables, in schema `desktop`; the 42 tables of the reference stay free of them."""

from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import TIMESTAMP, BigInteger, ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema.declarative import NO, NOW, Base, Json, LongText

Key = Annotated[str, mapped_column(Text, primary_key=True)]
Number = Annotated[int, mapped_column(BigInteger, primary_key=True, autoincrement=True)]
Instant = Annotated[datetime, mapped_column(TIMESTAMP(timezone=True), server_default=NOW)]
"""When the row came to be, unless it says otherwise; with a time zone, unlike the reference's."""


class OwnTable(Base):
    """What our own tables share."""

    __abstract__ = True
    __table_args__: Any = {"schema": SCHEMA}  # noqa: RUF012 - SQLAlchemy's own declaration


class ImportedRow(OwnTable):
    """A row that an import wrote and that has no key of its own: by the hash of the whole row it is known again."""

    __tablename__ = "imported_rows"

    table_name: Mapped[Key]
    row_hash: Mapped[Key]
    row_id: Mapped[LongText]
    imported_at: Mapped[Instant]


class StarterRow(OwnTable):
    """A row that the starter data made, and the hash of its content then: unequal now means somebody edited it."""

    __tablename__ = "starter_rows"

    table_name: Mapped[Key]
    natural_key: Mapped[Key]
    row_id: Mapped[LongText]
    content_hash: Mapped[LongText]
    loaded_at: Mapped[Instant]


class Edit(OwnTable):
    """A stored change that can be taken back: who made it, what people call it, and whether it is taken back now."""

    __tablename__ = "edits"
    __table_args__ = (Index(None, "user_id", "id"), {"schema": SCHEMA})

    id: Mapped[Number]
    user_id: Mapped[LongText]
    table_name: Mapped[LongText]
    text: Mapped[LongText]
    row_count: Mapped[int]
    undone: Mapped[bool] = mapped_column(server_default=NO)
    made_at: Mapped[Instant]


class EditRow(OwnTable):
    """One row of an edit: the columns it changed as they were and as it left them.

    `before` NULL means that the edit added the row, `after` NULL that it removed it. No foreign key to the edit: its
    check of each image made the bulk edit of many rows a third slower.
    """

    __tablename__ = "edit_rows"

    edit_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    row_id: Mapped[Key]
    before: Mapped[Json | None]
    after: Mapped[Json | None]


class Remembered(OwnTable):
    """What a person left a place of the window like: columns of a table, sizes of panes, mappings of an import."""

    __tablename__ = "remembered"

    user_id: Mapped[Key]
    place: Mapped[Key]
    state: Mapped[Json]
    updated_at: Mapped[Instant]


class SavedFilter(OwnTable):
    """Filters, text and order of a list under a name, for its owner or, shared, for everybody."""

    __tablename__ = "saved_filters"
    __table_args__ = (UniqueConstraint("table_name", "owner", "name"), {"schema": SCHEMA})

    id: Mapped[Number]
    table_name: Mapped[LongText]
    name: Mapped[LongText]
    owner: Mapped[LongText]
    shared: Mapped[bool] = mapped_column(server_default=NO)
    definition: Mapped[Json]
    updated_at: Mapped[Instant]


class Draft(OwnTable):
    """What a person typed into a form and has not saved; `base` holds the values that the edit began with."""

    __tablename__ = "drafts"

    user_id: Mapped[Key]
    place: Mapped[Key]
    values: Mapped[Json]
    base: Mapped[Json]
    updated_at: Mapped[Instant]


class File(OwnTable):
    """A file that values of fields name by the SHA-256 of its content (hexadecimal); `size` in bytes."""

    __tablename__ = "files"

    hash: Mapped[Key]
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[LongText]
    added_at: Mapped[Instant]


class FileChunk(OwnTable):
    """A part of a file's content, the parts in the order of `number` from 0."""

    __tablename__ = "file_chunks"

    hash: Mapped[str] = mapped_column(Text, ForeignKey(f"{SCHEMA}.files.hash", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class FormVersion(OwnTable):
    """A form as it was published: its rows of `form_field_definitions` and `form_templates`; never changed."""

    __tablename__ = "form_versions"

    form_type: Mapped[Key]
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    effective_from: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    fields: Mapped[Json]
    templates: Mapped[Json]
    note: Mapped[LongText]
    published_by: Mapped[LongText]
    published_at: Mapped[Instant]


class ValueOrigin(OwnTable):
    """Where the value of a field comes from that a form stored last; `fingerprint` tells whether it is still that.

    `how` is typed, computed or begun (as a new record begins), `version` 0 for a form that was not published.
    """

    __tablename__ = "value_origins"

    table_name: Mapped[Key]
    row_id: Mapped[Key]
    field_key: Mapped[Key]
    how: Mapped[LongText]
    fingerprint: Mapped[LongText]
    form_type: Mapped[LongText]
    version: Mapped[int]
    user_id: Mapped[LongText]
    stored_at: Mapped[Instant]


class ConfigKeyDetail(OwnTable):
    """What `config_registry` has no column for.

    A JSON Schema for the values, what to use instead of a deprecated key, whether a second person must agree.
    """

    __tablename__ = "config_key_details"

    key: Mapped[Key]
    schema: Mapped[Json | None]
    deprecated: Mapped[LongText | None]
    approval: Mapped[bool] = mapped_column(server_default=NO)


class ConfigProposal(OwnTable):
    """A value that waits for a second person; `outcome` NULL until it is approved, refused or withdrawn."""

    __tablename__ = "config_proposals"

    id: Mapped[Number]
    config_key: Mapped[LongText]
    wish: Mapped[Json]
    reason: Mapped[LongText]
    proposed_by: Mapped[LongText]
    proposed_at: Mapped[Instant]
    decided_by: Mapped[LongText | None]
    decided_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
    outcome: Mapped[LongText | None]
    note: Mapped[LongText | None]
    value_id: Mapped[int | None]


class Notification(OwnTable):
    """Something the window told a person: `read_at` NULL while they have not seen it, `link` "" without a place."""

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "user_id", "id"), {"schema": SCHEMA})

    id: Mapped[Number]
    user_id: Mapped[LongText]
    tone: Mapped[LongText]
    title: Mapped[LongText]
    text: Mapped[LongText]
    link: Mapped[LongText]
    created_at: Mapped[Instant]
    read_at: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=True))
