"""Filters and quick search as conditions of a statement."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.clock import to_naive_utc
from jarvis_desktop.db import cells, predicates
from jarvis_desktop.expressions.rules import Failed
from jarvis_desktop.tables.listed import values_left
from jarvis_desktop.tables.relative import Stretch, day_after, midnight
from jarvis_desktop.tables.ruled import NOW, TODAY, compiled, part_in_words, unusable
from jarvis_desktop.tables.types import ColumnKind, Filter, Operator
from jarvis_desktop.tables.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.tables.catalog import StoredColumn, StoredTable
    from jarvis_desktop.tables.types import Query
    from jarvis_desktop.tables.words import Word

_LARGEST_KEY = 2**63 - 1
_PARTS = frozenset({Operator.CONTAINS, Operator.STARTS_WITH})


def containing(columns: Sequence[StoredColumn], quick: str, filters: Sequence[Filter] = ()) -> ColumnElement[bool]:
    """The rows where each word of the text is found in one of the columns.

    Texts are searched, and whole numbers that are a key: a number typed finds its row. The rows may be those that
    `filters` leave: a column is not asked for a word that none of the values left to it contains.
    """
    texts, keys = _searched(columns)
    left = values_left(filters)
    return predicates.all_of(
        predicates.any_of((*_with_word(_asked(texts, word, left), word), *_with_number(keys, word.text)))
        for word in split(quick)
    )


def containing_when_read(columns: Sequence[StoredColumn], quick: str) -> ColumnElement[bool]:
    """The rows that `containing` finds, told in a quarter of the time of a row that is read; no index answers it."""
    texts, keys = _searched(columns)
    joined = predicates.in_lines(map(_as_text, texts))
    return predicates.all_of(
        predicates.any_of((*_with_word_in_lines(joined, texts, word), *_with_number(keys, word.text)))
        for word in split(quick)
    )


def by_text(query: Query) -> bool:
    """Whether the query asks what texts contain: how many rows that finds, nothing tells beforehand."""
    return bool(query.text.strip()) or not all(map(is_plain, query.filters))


def is_plain(asked: Filter) -> bool:
    """Whether a filter asks for something else than what texts contain."""
    return asked.operator not in _PARTS


def condition(column: StoredColumn, asked: Filter) -> ColumnElement[bool]:
    """The rows that a filter with a value of the column's type asks for."""
    element = _Asked(column, asked.path)
    match asked.operator:
        case Operator.IS_NULL:
            return element.value.is_(None)
        case Operator.IS_NOT_NULL:
            return element.value.is_not(None)
        case Operator.CONTAINS:
            return predicates.contains(element.text, asked.value)
        case Operator.NOT_CONTAINS:
            return predicates.unless(element.value, predicates.contains(element.text, asked.value))
        case Operator.STARTS_WITH:
            return predicates.starts_with(element.text, asked.value)
        case Operator.IN:
            return element.among(asked.value)
        case Operator.NOT_IN:
            return element.not_among(asked.value)
        case Operator.BETWEEN:
            low, high = asked.value
            return predicates.all_of((element.compare(Operator.GE, low), element.compare(Operator.LE, high)))
        case _:
            return element.compare(asked.operator, asked.value)


def ruled(table: StoredTable, rule: str) -> ColumnElement[bool]:
    """The rows for which a rule holds; ConfigurationError says which part cannot be asked of this table."""
    from jarvis_desktop.db.rule_sql.stored import present, typed
    from jarvis_desktop.db.rule_sql.translator import to_sql

    columns = {name: typed(column.element, column.type_name) for name, column in table.columns.items()}
    found = compiled(rule, table.info)
    made = to_sql(found, {**columns, **present(NOW, TODAY, zone.now().date())})
    if isinstance(made, Failed):
        raise unusable(made, part_in_words(found, made.pointer, table.info))
    return made


def listed_by(table: StoredTable, rule: str) -> tuple[Filter, ...]:
    """Filters on columns of text that every row meets for which a rule holds."""
    from jarvis_desktop.db.rule_sql.stored import texts_left

    return tuple(
        Filter(name, Operator.IN, tuple(sorted(texts)))
        for name, texts in texts_left(compiled(rule, table.info))
        if (column := table.columns.get(name)) is not None and column.is_character
    )


class _Asked:
    """What a filter looks at: a column, or the text at a path of a document in it."""

    def __init__(self, column: StoredColumn, path: str) -> None:
        self._column = column
        self._at_path = bool(path)
        self.value: ColumnElement[Any] = cells.at_path(column.element, path.split(".")) if path else column.element

    @property
    def text(self) -> ColumnElement[Any]:
        """As text."""
        return self.value if self._at_path else _as_text(self._column)

    def among(self, values: Iterable[Any]) -> ColumnElement[bool]:
        """One of the values; None stands for NULL."""
        listed = tuple(values)
        found = predicates.any_of(self.compare(Operator.EQ, value) for value in listed if value is not None)
        return predicates.any_of((found, self.value.is_(None))) if None in listed else found

    def not_among(self, values: Iterable[Any]) -> ColumnElement[bool]:
        """None of the values; NULL is one only where None is listed."""
        listed = tuple(values)
        others = predicates.unless(self.value, self.among(value for value in listed if value is not None))
        return predicates.all_of((others, self.value.is_not(None))) if None in listed else others

    def compare(self, operator: Operator, value: Any) -> ColumnElement[bool]:
        """A comparison; one with a stretch of time means the whole of it, as people do."""
        kind = self._column.info.kind
        if kind is ColumnKind.DATETIME and not isinstance(value, (datetime, Stretch)):
            value = _whole_day(value)
        if isinstance(value, Stretch):
            return _compare_stretch(self.value, operator, self._bound(value.start), self._bound(value.end))
        left = self.text if kind is ColumnKind.TEXT else self.value
        return _compare(left, operator, self._bound(value))

    def _bound(self, value: Any) -> ColumnElement[Any]:
        return predicates.plain(value) if self._at_path else _bound(self._column, value)


def _with_word(columns: Iterable[StoredColumn], word: Word) -> Iterable[ColumnElement[bool]]:
    find = predicates.has_word if word.beginning else predicates.contains
    return (find(_as_text(column), word.text) for column in columns)


def _with_word_in_lines(
    joined: ColumnElement[str], columns: Sequence[StoredColumn], word: Word
) -> Iterable[ColumnElement[bool]]:
    if not columns or "\n" in word.text:
        return _with_word(columns, word)
    return [(predicates.line_with_word if word.beginning else predicates.line_containing)(joined, word.text)]


def _searched(columns: Iterable[StoredColumn]) -> tuple[list[StoredColumn], list[StoredColumn]]:
    """The texts, and the whole numbers that are a key."""
    found = tuple(columns)
    texts = [column for column in found if column.info.kind is ColumnKind.TEXT]
    return texts, [column for column in found if column.info.kind is ColumnKind.INTEGER and column.is_unique]


def _with_number(columns: Iterable[StoredColumn], text: str) -> Iterable[ColumnElement[bool]]:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else _LARGEST_KEY + 1
    return (column.element == predicates.whole_number(number) for column in columns if number <= _LARGEST_KEY)


def _asked(columns: Iterable[StoredColumn], word: Word, left: Mapping[str, frozenset[Any]]) -> list[StoredColumn]:
    return [column for column in columns if _may_contain(left.get(column.info.name), word.text)]


def _may_contain(values: frozenset[Any] | None, part: str) -> bool:
    """Whether one of the values may contain the part; beyond ASCII, the server tells the case of letters."""
    if values is None or not part.isascii():
        return True
    small = part.lower()
    return any(isinstance(value, str) and (not value.isascii() or small in value.lower()) for value in values)


def _whole_day(day: date) -> Stretch:
    return Stretch(midnight(day), midnight(day_after(day)))


def _compare_stretch(
    element: ColumnElement[Any], operator: Operator, start: ColumnElement[Any], end: ColumnElement[Any]
) -> ColumnElement[bool]:
    match operator:
        case Operator.EQ:
            return predicates.within(element, start, end)
        case Operator.NE:
            return ~predicates.within(element, start, end)
        case Operator.GT | Operator.LE:
            return element >= end if operator is Operator.GT else element < end
        case _:
            return element >= start if operator is Operator.GE else element < start


def _compare(left: ColumnElement[Any], operator: Operator, right: ColumnElement[Any]) -> ColumnElement[bool]:
    match operator:
        case Operator.EQ:
            return left == right
        case Operator.NE:
            return left != right
        case Operator.LT:
            return left < right
        case Operator.LE:
            return left <= right
        case Operator.GT:
            return left > right
        case _:
            return left >= right


def _bound(column: StoredColumn, value: Any) -> ColumnElement[Any]:
    """A value of ours for comparison with the column, typed so that an index on it can answer."""
    match column.info.kind:
        case ColumnKind.INTEGER:
            return predicates.whole_number(value)
        case ColumnKind.DECIMAL if column.type_name != "money":
            return predicates.exact_number(value)
        case ColumnKind.DATETIME:
            instant = to_naive_utc(value) if column.type_name == "timestamp" else value
            return column.stored(instant.isoformat())
        case ColumnKind.DATE | ColumnKind.DECIMAL:
            return column.stored(str(value))
        case _:
            return predicates.plain(value)


def _as_text(column: StoredColumn) -> ColumnElement[Any]:
    if column.info.kind is ColumnKind.ARRAY:
        return cells.joined(column.element)
    return column.element if column.is_character else column.written
