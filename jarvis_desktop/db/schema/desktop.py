"""Our own tables, in schema `desktop`; the 42 tables of the reference stay free of them."""

from datetime import datetime

from sqlalchemy import TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema.declarative import NOW, Base, LongText


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
