"""A table with a column of each type that rules know, and rows in it, for rules asked of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    Interval,
    MetaData,
    Numeric,
    Table,
    Text,
    cast,
    insert,
    null,
)
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.core.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jarvis_desktop.db.engine import Database

TABLE = Table(
    "rule_rows",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("whole", BigInteger),
    Column("exact", Numeric),
    Column("name", Text),
    Column("other", Text),
    Column("flag", Boolean),
    Column("day", Date),
    Column("at", DateTime(timezone=True)),
    Column("tags", ARRAY(Text)),
    Column("details", JSONB(none_as_null=True)),
    Column("span", Interval),
    Column("ratio", Float(53)),
)


def fill(database: Database, rows: Iterable[Mapping[str, Any]]) -> None:
    """Make the table with these rows, as `random_record` makes them; `span` and `ratio` may be among them."""
    with database.write() as session:
        TABLE.create(session.connection())
        for row in rows:
            document = null() if row["details"] is None else cast(dumps(row["details"]), JSONB)
            session.execute(insert(TABLE).values({**row, "details": document}))
