"""Statements about the rows that fields choose from; values go out as exact JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, func, literal, literal_column, select, union_all

from jarvis_desktop.core import json_text
from jarvis_desktop.db.predicates import any_of, whole_number
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.tables.filters import storable
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.tables.catalog import StoredColumn
    from jarvis_desktop.tables.choice import Choice

_LARGEST = 2**63


class Rows:
    """Those of `choice`, with the columns whose values are stored and shown; each value once."""

    def __init__(self, choice: Choice, value: str, label: str) -> None:
        self._choice = choice
        self._value: StoredColumn = choice.table.column(value)
        self._label: StoredColumn = choice.table.column(label)
        self._unique = self._value.is_unique or self._value is choice.table.key

    def in_order(self, most: int) -> Select[Any]:
        """The first of them."""
        return self._select(self._choice.conditions, most)

    def any_so_many(self, most: int) -> Select[Any]:
        """At most so many of them, whichever, in order: of a large table no more than these are read."""
        if not self._unique:
            return self.in_order(most)
        key = self._choice.table.key.element
        some = select(key).select_from(self._choice.table.clause).where(*self._choice.conditions).limit(most)
        return self._select((key.in_(some),), most)

    def holding(self, values: Sequence[Any]) -> Select[Any]:
        """Those that hold one of the values."""
        met = any_of(found for value in values if (found := self._holds(value)) is not None)
        return self._select((*self._choice.conditions, met), len(values))

    def _select(self, conditions: Iterable[ColumnElement[bool]], most: int) -> Select[Any]:
        order = self._choice.order if self._unique else (self._label.element.asc(), self._value.element.asc())
        statement = (
            select(
                func.row_number().over(order_by=order).label("place"),
                cast(func.to_jsonb(self._value.element), Text).label("value"),
                cast(self._label.shown, Text).label("label"),
            )
            .select_from(self._choice.table.clause)
            .where(self._value.element.is_not(None), *conditions)
            .order_by(literal_column("1"))
            .limit(most)
        )
        return statement if self._unique else statement.group_by(self._value.element, self._label.element)

    def _holds(self, value: Any) -> ColumnElement[bool] | None:
        text = choice_text(value)
        if self._value.info.kind is ColumnKind.INTEGER:
            plain = text.removeprefix("-").isdecimal()
            return self._value.element == whole_number(int(text)) if plain and abs(int(text)) < _LARGEST else None
        if not storable(text):
            return None
        return (self._value.element if self._value.is_character else self._value.written) == literal(text, Text)


def read_all(session: Session, parts: Sequence[Select[Any]]) -> list[list[tuple[Any, str]]]:
    """The values and labels of each part's rows, in order, by one statement."""
    if not parts:
        return []
    found: list[list[tuple[Any, str]]] = [[] for _ in parts]
    numbered = []
    for number, part in enumerate(parts):
        rows = part.subquery()
        numbered.append(select(literal_column(str(number)).label("part"), rows.c.place, rows.c.value, rows.c.label))
    statement = union_all(*numbered).order_by("part", "place")
    for number, _, value, label in session.execute(statement):
        found[number].append((json_text.loads(value), label or ""))
    return found
