"""What all models share: the declarative class, constraint names, column types and common defaults."""

from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import TIMESTAMP, Integer, MetaData, Text, false, func, text, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

# The names PostgreSQL itself gives, so that a database which others made does not differ by name. (It also cuts names
# at 63 bytes; the few that are longer are spelt out in their models.)
NAMES = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    "ck": "%(table_name)s_%(constraint_name)s_check",
}


class Base(DeclarativeBase):
    """The declarative class of every model; `Base.metadata` holds the reference's tables and our own."""

    metadata = MetaData(naming_convention=NAMES)
    # The reference's instants are without a time zone and hold UTC; see `core.clock`.
    type_annotation_map = {datetime: TIMESTAMP(timezone=False)}  # noqa: RUF012 - SQLAlchemy's own declaration


LongText = Annotated[str, mapped_column(Text)]
TextList = Annotated[list[str], mapped_column(ARRAY(Text))]
IntegerList = Annotated[list[int], mapped_column(ARRAY(Integer))]
Json = Annotated[Any, mapped_column(JSONB(none_as_null=True))]
"""Any JSON value; Python's None is SQL's NULL, `sqlalchemy.JSON.NULL` is JSON's null."""

NOW = func.now()
YES = true()
NO = false()
ZERO = text("0")
ONE = text("1")
