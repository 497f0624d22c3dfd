"""What may be asked of a column, and reading the value that people give for it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import InvalidInput, Problem
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.typed import read_one, read_text, refusal, storable
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator

__all__ = [
    "OPERATORS",
    "PATH_OPERATORS",
    "asked_of",
    "operators",
    "read",
    "read_all",
    "storable",
    "takes_value",
    "words",
]

_PRESENCE = (Operator.IS_NULL, Operator.IS_NOT_NULL)
_EQUALITY = (Operator.EQ, Operator.NE)
_ORDER = (Operator.LT, Operator.LE, Operator.GT, Operator.GE)
_LISTED = (Operator.IN, Operator.NOT_IN)
_PARTS = (Operator.CONTAINS, Operator.NOT_CONTAINS)
_TEXTUAL = (*_PARTS, Operator.STARTS_WITH)

OPERATORS: Mapping[ColumnKind, tuple[Operator, ...]] = MappingProxyType(
    {
        ColumnKind.TEXT: (*_TEXTUAL, *_EQUALITY, *_LISTED, *_ORDER, *_PRESENCE),
        ColumnKind.INTEGER: (*_EQUALITY, *_ORDER, Operator.BETWEEN, *_LISTED, *_PRESENCE),
        ColumnKind.DECIMAL: (*_EQUALITY, *_ORDER, Operator.BETWEEN, *_LISTED, *_PRESENCE),
        ColumnKind.BOOLEAN: (*_EQUALITY, *_PRESENCE),
        ColumnKind.DATETIME: (*_EQUALITY, *_ORDER, Operator.BETWEEN, *_PRESENCE),
        ColumnKind.DATE: (*_EQUALITY, *_ORDER, Operator.BETWEEN, *_LISTED, *_PRESENCE),
        ColumnKind.JSON: (*_PARTS, *_PRESENCE),
        ColumnKind.ARRAY: (*_PARTS, *_PRESENCE),
    }
)
"""The operators that make sense for each kind, the usual one first."""

PATH_OPERATORS: tuple[Operator, ...] = (*_EQUALITY, *_TEXTUAL, *_LISTED, *_PRESENCE)
"""The operators for what a JSON column holds at a path."""

_WORDS = {
    Operator.EQ: mark("is"),
    Operator.NE: mark("is not"),
    Operator.LT: mark("less than"),
    Operator.LE: mark("at most"),
    Operator.GT: mark("more than"),
    Operator.GE: mark("at least"),
    Operator.BETWEEN: mark("between"),
    Operator.IN: mark("is one of"),
    Operator.NOT_IN: mark("is none of"),
    Operator.CONTAINS: mark("contains"),
    Operator.NOT_CONTAINS: mark("does not contain"),
    Operator.STARTS_WITH: mark("starts with"),
    Operator.IS_NULL: mark("is empty"),
    Operator.IS_NOT_NULL: mark("is not empty"),
}
_TIME_WORDS = {
    Operator.LT: mark("before"),
    Operator.LE: mark("until"),
    Operator.GT: mark("after"),
    Operator.GE: mark("from"),
}
_TEXT_WORDS = {
    Operator.LT: mark("sorts before"),
    Operator.LE: mark("up to"),
    Operator.GT: mark("sorts after"),
    Operator.GE: mark("from"),
}
_MOST_STEPS = 20


def words(operator: Operator, kind: ColumnKind) -> str:
    """The operator as people say it of a column of that kind."""
    if kind in {ColumnKind.DATE, ColumnKind.DATETIME}:
        return shown(_TIME_WORDS.get(operator) or _WORDS[operator])
    if kind is ColumnKind.TEXT:
        return shown(_TEXT_WORDS.get(operator) or _WORDS[operator])
    return shown(_WORDS[operator])


def takes_value(operator: Operator) -> bool:
    """Whether the operator compares with something."""
    return operator not in _PRESENCE


def operators(column: ColumnInfo, path: str = "") -> tuple[Operator, ...]:
    """What may be asked of a column, or of what it holds at `path`."""
    return PATH_OPERATORS if path and column.kind is ColumnKind.JSON else OPERATORS[column.kind]


def asked_of(column: ColumnInfo, path: str) -> ColumnInfo:
    """What a filter compares: the column, or the text at a path of it (“Config · owner.name”)."""
    return column if not path else replace(column, kind=ColumnKind.TEXT, label=f"{column.label} · {path}")


def read(column: ColumnInfo, condition: Filter) -> Filter:
    """The filter with a value of the column's Python type; InvalidInput, at that column, when it cannot be."""
    if condition.path:
        column, condition = _read_path(column, condition)
    if condition.operator not in (PATH_OPERATORS if condition.path else OPERATORS[column.kind]):
        raise refusal(
            column,
            tr(
                "“{label}” cannot be filtered with “{words}”.",
                label=column.label,
                words=words(condition.operator, column.kind),
            ),
        )
    if not takes_value(condition.operator):
        return replace(condition, value=None)
    match condition.operator:
        case Operator.IN | Operator.NOT_IN:
            return replace(condition, value=_read_several(column, condition.value))
        case Operator.BETWEEN:
            return replace(condition, value=_read_bounds(column, condition.value))
        case Operator.CONTAINS | Operator.NOT_CONTAINS | Operator.STARTS_WITH:
            return replace(condition, value=read_text(column, condition.value))
        case _:
            return replace(condition, value=read_one(column, condition.value))


def read_all(
    columns: Mapping[str, ColumnInfo], conditions: tuple[Filter, ...], *, now: datetime | None = None
) -> tuple[Filter, ...]:
    """Every filter read, words such as “today” as the days they name `now`; one InvalidInput tells all the problems."""
    good: list[Filter] = []
    problems: list[Problem] = []
    for condition in conditions:
        column = columns[condition.column]
        try:
            good.append(_as_of(column, read(column, condition), now))
        except InvalidInput as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInput(problems)
    return tuple(good)


def _as_of(column: ColumnInfo, condition: Filter, now: datetime | None) -> Filter:
    several = isinstance(condition.value, tuple)
    values = condition.value if several else (condition.value,)
    if not any(isinstance(value, Relative) for value in values):
        return condition
    seen_from = now or zone.now()
    instants = column.kind is ColumnKind.DATETIME
    plain = tuple(
        value.stretch(seen_from, instants=instants) if isinstance(value, Relative) else value for value in values
    )
    return replace(condition, value=plain if several else plain[0])


def _read_path(column: ColumnInfo, condition: Filter) -> tuple[ColumnInfo, Filter]:
    if column.kind is not ColumnKind.JSON:
        raise refusal(
            column,
            tr(
                "“{label}” holds no documents, so nothing in it has the path “{path}”.",
                label=column.label,
                path=condition.path,
            ),
        )
    steps = [step.strip() for step in condition.path.split(".")]
    if not all(steps) or len(steps) > _MOST_STEPS or not storable(condition.path):
        raise refusal(
            column, tr("Write the path into “{label}” as names joined by dots, such as owner.name.", label=column.label)
        )
    path = ".".join(steps)
    return asked_of(column, path), replace(condition, path=path)


def _read_several(column: ColumnInfo, value: Any) -> tuple[Any, ...]:
    listed = isinstance(value, (list, tuple))
    parts = value if listed else value.split(",") if isinstance(value, str) else (value,)
    kept = [part for part in parts if _counts(column, part, listed=listed)]
    if not kept:
        raise refusal(column, tr("“{label}” needs at least one value to compare with.", label=column.label))
    return tuple(_read_member(column, part, typed=not listed) for part in kept)


def _counts(column: ColumnInfo, part: Any, *, listed: bool) -> bool:
    """Whether a part of a list is a value: a blank between commas is none, and None (NULL) is one in a list only."""
    if isinstance(part, str) and not part.strip():
        return listed and column.kind is ColumnKind.TEXT
    return listed or part is not None


def _read_member(column: ColumnInfo, part: Any, *, typed: bool) -> Any:
    if part is None:
        return None
    return read_one(column, part.strip() if typed and isinstance(part, str) else part)


def _read_bounds(column: ColumnInfo, value: Any) -> tuple[Any, Any]:
    parts = value.split(" to ") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or len(parts) != 2:
        raise refusal(column, tr("“{label}” needs two values to lie between.", label=column.label))
    low, high = (read_one(column, part) for part in parts)
    if _behind(low, high):
        raise refusal(column, tr("The first value for “{label}” lies behind the second one.", label=column.label))
    return low, high


def _behind(low: Any, high: Any) -> bool:
    """Whether the bounds are the wrong way round; what only a later day can tell counts as right."""
    if isinstance(low, Relative) or isinstance(high, Relative):
        return False
    if isinstance(low, datetime) != isinstance(high, datetime):
        low, high = (zone.local(bound).date() if isinstance(bound, datetime) else bound for bound in (low, high))
    if isinstance(low, date) and not isinstance(high, date):
        return False
    wrong: bool = low > high
    return wrong
