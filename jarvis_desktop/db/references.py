"""Which rows other rows refer to by foreign key, whatever the key does when they go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import column, false, func, or_, select, table, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.images import Shape
    from jarvis_desktop.db.session import Session

_REFERENCES = text("""
    SELECT n.nspname, c.relname,
           (SELECT array_agg(a.attname::text ORDER BY u.place)
            FROM unnest(k.conkey) WITH ORDINALITY AS u(number, place)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number),
           (SELECT array_agg(a.attname::text ORDER BY u.place)
            FROM unnest(k.confkey) WITH ORDINALITY AS u(number, place)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number)
    FROM pg_catalog.pg_constraint AS k
    JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE k.contype = 'f' AND k.conparentid = 0
      AND k.confrelid = to_regclass('public.' || quote_ident(:table))
    ORDER BY n.nspname, c.relname, k.conname
""")


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key of `table` that refers to the table asked about."""

    schema: str
    table: str
    columns: tuple[str, ...]
    referred: tuple[str, ...]


def read_references(session: Session, name: str) -> list[Reference]:
    """Every foreign key that refers to a table of schema public."""
    found = session.execute(_REFERENCES, {"table": name})
    return [Reference(schema, other, tuple(columns), tuple(referred)) for schema, other, columns, referred in found]


def referred_to(
    shape: Shape, references: Sequence[Reference], chosen: Sequence[ColumnElement[bool]]
) -> ColumnElement[bool]:
    """The rows of the shape's table that other rows refer to, those not counted that meet all of `chosen` themselves.

    `chosen` are conditions on the shape's table.
    """
    return or_(false(), *(_referred_by(shape, reference, chosen) for reference in references))


def _referred_by(shape: Shape, reference: Reference, chosen: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    own = reference.schema == "public" and reference.table == shape.table
    key = shape.key.name
    names = dict.fromkeys((*reference.columns, *((key,) if own else ())))
    other: Any = table(reference.table, *map(column, names), schema=reference.schema).alias("referring")
    pairs = [other.c[mine] == shape[theirs] for mine, theirs in zip(reference.columns, reference.referred, strict=True)]
    if own:
        inside = select(shape.key_element).where(*chosen).correlate(None).scalar_subquery()
        pairs.append(other.c[key].not_in(inside))
    return select(1).select_from(other).where(*pairs).correlate(shape.clause).exists()


def lock(session: Session, shape: Shape, conditions: Sequence[ColumnElement[bool]]) -> int:
    """Keep the rows from being changed or referred to until the transaction ends; how many they are."""
    rows = select(shape.key_element).where(*conditions).with_for_update(of=shape.clause).subquery()
    return int(session.scalar(select(func.count()).select_from(rows)) or 0)
