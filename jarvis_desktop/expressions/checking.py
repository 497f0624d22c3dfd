"""Finds, before a rule runs, what can never be: a field that nobody has, kinds of values that do not go together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.calendar import GETTERS
from jarvis_desktop.expressions.moments import read_moment
from jarvis_desktop.expressions.tree import (
    ACCUMULATOR,
    Call,
    Each,
    Field,
    ListOf,
    Literal,
    MapOf,
    Node,
    Unparsable,
    children,
)
from jarvis_desktop.expressions.types import MOMENTS, Type, type_name

_ORDERED = frozenset({"<", "<=", ">", ">=", "before", "after", "between"})
_LOOSELY_ORDERED = frozenset({"~<", "~<=", "~>", "~>=", "~<<", "~<=<="})
_COMPARING = _ORDERED | _LOOSELY_ORDERED | {"==", "!=", "~==", "~!="}
_ANY, _LIST, _MAP = Type.ANY, Type.LIST, Type.MAP
_NO_ORDER = frozenset({Type.LIST, Type.MAP})
_UNORDERED = _NO_ORDER | {Type.NULL}
_RESULTS: Mapping[Type, str] = {
    Type.BOOL: "== != < <= > >= before after between in not_in contains starts_with ends_with matches is_null "
    "is_not_null and or not bool ~== ~!= ~< ~<= ~> ~>= ~<< ~<=<= ~in ~bool ~not",
    Type.NUMBER: "~+ ~- ~* ~/ ~% ~max ~min * / % size number whole unsigned index_of " + " ".join(GETTERS),
    Type.TEXT: "~cat ~substr text lower upper trim substring replace join",
    Type.LIST: "~merge split missing missing_some",
    Type.TIMESTAMP: "timestamp",
    Type.DURATION: "duration",
}
_RESULT = {name: kind for kind, names in _RESULTS.items() for name in names.split()}
# Operator -> the kinds that its first operand may be of.
_FIRST: Mapping[str, frozenset[Type]] = {
    **dict.fromkeys(("starts_with", "ends_with", "matches"), frozenset({Type.TEXT})),
    **dict.fromkeys(("lower", "upper", "trim", "substring", "index_of", "replace", "split"), frozenset({Type.TEXT})),
    "contains": frozenset({Type.TEXT, Type.LIST}),
    "join": frozenset({Type.LIST}),
    "size": frozenset({Type.TEXT, Type.LIST, Type.MAP}),
    "index": frozenset({Type.LIST, Type.MAP}),
    "negate": frozenset({Type.NUMBER, Type.DURATION}),
    **dict.fromkeys(("and", "or", "not"), frozenset({Type.BOOL})),
    **dict.fromkeys(GETTERS, MOMENTS),
    **dict.fromkeys(("hours", "minutes", "seconds", "milliseconds"), MOMENTS | {Type.DURATION}),
}
_ASKING = frozenset({"missing", "missing_some"})
_TYPES_OF_CLASSES: Mapping[type, Type] = {int: Type.NUMBER, str: Type.TEXT, bool: Type.BOOL}
_EVERY_OPERAND = frozenset({"and", "or"})
_SUMS: Mapping[tuple[str, Type, Type], Type] = {
    ("+", Type.NUMBER, Type.NUMBER): Type.NUMBER,
    ("-", Type.NUMBER, Type.NUMBER): Type.NUMBER,
    ("*", Type.NUMBER, Type.NUMBER): Type.NUMBER,
    ("/", Type.NUMBER, Type.NUMBER): Type.NUMBER,
    ("%", Type.NUMBER, Type.NUMBER): Type.NUMBER,
    ("+", Type.TEXT, Type.TEXT): Type.TEXT,
    ("+", Type.LIST, Type.LIST): Type.LIST,
    ("+", Type.DURATION, Type.DURATION): Type.DURATION,
    ("-", Type.DURATION, Type.DURATION): Type.DURATION,
    **{("+", moment, Type.DURATION): Type.TIMESTAMP for moment in MOMENTS},
    **{("+", Type.DURATION, moment): Type.TIMESTAMP for moment in MOMENTS},
    **{("-", moment, Type.DURATION): Type.TIMESTAMP for moment in MOMENTS},
    **{("-", first, second): Type.DURATION for first in MOMENTS for second in MOMENTS},
}
_SUMMING = frozenset("+-*/%")
_LOOSE_SUMS = frozenset({"~+", "~-", "~*", "~/", "~%"})
_NO_NUMBER = frozenset({Type.LIST, Type.MAP, Type.DATE, Type.TIMESTAMP, Type.DURATION})


class Checker:
    """Finds the type of each node; `fields` are the record's fields by name, None when they are not known."""

    def __init__(self, fields: Mapping[str, Type] | None) -> None:
        self._fields = fields
        self._bound: dict[str, Type] = {}

    def type_of(self, node: Node) -> Type:
        """The type of a tree; raises Unparsable with the place of what can never be."""
        if isinstance(node, Call):
            return self._call(node)
        if isinstance(node, Field):
            return self._field(node)
        if isinstance(node, Literal):
            return _TYPES_OF_CLASSES.get(type(node.value)) or _type_of_value(node.value)
        if isinstance(node, Each):
            return self._each(node)
        for part in children(node):
            self.type_of(part)
        return _LIST if isinstance(node, ListOf) else _MAP

    def _field(self, node: Field) -> Type:
        if node.default is not None:
            self.type_of(node.default)
        if node.scope:
            return Type.ANY if node.path else self._bound.get(node.scope, Type.ANY)
        if self._fields is None or not node.path:
            return _ANY
        kind = self._fields.get(node.path)
        if kind is None:
            head, _, rest = node.path.partition(".")
            outer = self._fields.get(head) if rest else None
            if outer in (Type.ANY, Type.MAP, Type.LIST):
                return Type.ANY
            raise Unparsable(_unknown_field(node.path, list(self._fields)), node.place)
        return kind

    def _each(self, node: Each) -> Type:
        source = self.type_of(node.source)
        if source not in (Type.ANY, Type.LIST, Type.MAP, Type.NULL):
            raise Unparsable(tr("Only a list has items, and here is {kind}.", kind=type_name(source)), node.place)
        outer = dict(self._bound)
        if node.start is not None:
            self.type_of(node.start)
            self._bound[ACCUMULATOR] = Type.ANY
        self._bound[node.name] = self._item(node.source, source)
        self.type_of(node.body)
        self._bound = outer
        if node.kind == "reduce":
            return Type.ANY
        return Type.LIST if node.kind in ("map", "filter") else Type.BOOL

    def _item(self, source: Node, kind: Type) -> Type:
        if isinstance(source, MapOf):
            kinds = {_TYPES_OF_CLASSES[type(key)] for key in source.keys}
            return kinds.pop() if len(kinds) == 1 else Type.ANY
        if kind is Type.MAP:
            return Type.TEXT
        if isinstance(source, ListOf) and source.items:
            kinds = {self.type_of(item) for item in source.items}
            return kinds.pop() if len(kinds) == 1 else Type.ANY
        return Type.ANY

    def _call(self, node: Call) -> Type:
        name = node.operator
        if name in _ASKING:
            return self._missing(node)
        kinds = [self.type_of(operand) for operand in node.operands]
        if name in _COMPARING:
            self._comparison(node, kinds)
        elif name in ("in", "not_in", "~in"):
            self._membership(node, kinds)
        elif name in _SUMMING:
            return self._sum(node, kinds)
        elif name in _LOOSE_SUMS:
            self._numbers(node, kinds)
        elif name == "if":
            return self._choice(node, kinds)
        elif name in ("~if", "~and", "~or", "~log", "dyn", "index", "~var", "negate"):
            self._first(node, kinds)
            return kinds[0] if name in ("~log", "negate") else Type.ANY
        else:
            self._first(node, kinds)
        return _RESULT.get(name, Type.ANY)

    def _first(self, node: Call, kinds: list[Type]) -> None:
        fitting = _FIRST.get(node.operator)
        if fitting is None:
            return
        for operand, kind in zip(node.operands, kinds, strict=True):
            if kind is not Type.ANY and kind not in fitting:
                raise Unparsable(
                    tr("“{operator}” cannot be used on {kind}.", operator=node.operator, kind=type_name(kind)),
                    operand.place or node.place,
                )
            if node.operator not in _EVERY_OPERAND:
                return

    def _missing(self, node: Call) -> Type:
        for operand in node.operands[1:]:
            self.type_of(operand)
        return Type.LIST

    def _choice(self, node: Call, kinds: list[Type]) -> Type:
        for condition, kind in zip(node.operands[:-1:2], kinds[:-1:2], strict=True):
            if kind not in (Type.ANY, Type.BOOL):
                raise Unparsable(
                    tr("A condition is true or false, and here is {kind}.", kind=type_name(kind)), condition.place
                )
        results = {*kinds[1::2], *([kinds[-1]] if len(kinds) % 2 else [Type.NULL])}
        return results.pop() if len(results) == 1 else Type.ANY

    def _sum(self, node: Call, kinds: list[Type]) -> Type:
        first, second = kinds
        found = _SUMS.get((node.operator, first, second))
        if found is not None:
            return found
        if Type.ANY in kinds:
            return Type.NUMBER if node.operator in "*/%" else Type.ANY
        raise Unparsable(
            tr(
                "“{operator}” cannot be used on {first} and {second}.",
                operator=node.operator,
                first=type_name(first),
                second=type_name(second),
            ),
            node.place,
        )

    def _numbers(self, node: Call, kinds: list[Type]) -> None:
        for operand, kind in zip(node.operands, kinds, strict=True):
            named = isinstance(operand, Field) and kind is Type.TEXT
            if kind in _NO_NUMBER or named:
                raise Unparsable(
                    tr(
                        "“{operator}” cannot be used on {kind}.",
                        operator=node.operator.removeprefix("~"),
                        kind=type_name(kind),
                    ),
                    operand.place or node.place,
                )

    def _comparison(self, node: Call, kinds: list[Type]) -> None:
        if len(kinds) == 2 and _ANY in kinds and _LIST not in kinds and _MAP not in kinds:
            return
        first = 1 if node.operator in ("~<<", "~<=<=") else 0
        for at, operand in enumerate(node.operands):
            if at != first:
                self._pair(node, (node.operands[first], kinds[first]), (operand, kinds[at]))

    def _membership(self, node: Call, kinds: list[Type]) -> None:
        item, place = node.operands
        if kinds[1] not in (Type.ANY, Type.LIST, Type.MAP, Type.NULL) and not (
            node.operator == "~in" and kinds[1] is Type.TEXT
        ):
            raise Unparsable(
                tr("“in” looks in a list or an object, and here is {kind}.", kind=type_name(kinds[1])), node.place
            )
        for each in place.items if isinstance(place, ListOf) and isinstance(item, Field) else ():
            if isinstance(each, Literal) and each.value is not None:
                self._pair(node, (item, kinds[0]), (each, self.type_of(each)))

    def _pair(self, node: Call, first: tuple[Node, Type], second: tuple[Node, Type]) -> None:
        """Raise where two operands can never be compared; literals among themselves are left to the languages."""
        kinds = first[1], second[1]
        if node.operator.startswith("~") and not any(isinstance(operand, Field) for operand, _ in (first, second)):
            return
        ordered = node.operator in _ORDERED or node.operator in _LOOSELY_ORDERED
        if ordered and not _NO_ORDER.isdisjoint(kinds):
            bad = next(kind for kind in kinds if kind in _UNORDERED)
            raise Unparsable(tr("{kind} has no order.", kind=_capital(type_name(bad))), node.place)
        if Type.ANY in kinds or Type.NULL in kinds or kinds[0] is kinds[1] or set(kinds) <= MOMENTS:
            return
        literals = all(isinstance(operand, Literal) for operand, _ in (first, second))
        if literals and not ordered:
            return
        for (_, kind), (operand, other) in ((first, second), (second, first)):
            if kind in MOMENTS and other is Type.TEXT:
                if not isinstance(operand, Literal) or read_moment(operand.value) is not None:
                    return
                raise Unparsable(
                    tr("“{text}” is not a date such as 2026-01-31.", text=operand.value[:40]),
                    operand.place or node.place,
                )
        raise Unparsable(
            tr(
                "{first} cannot be compared with {second}.",
                first=_capital(type_name(kinds[0])),
                second=type_name(kinds[1]),
            ),
            node.place,
        )


def _type_of_value(value: object) -> Type:
    match value:
        case None:
            return Type.NULL
        case bool():
            return Type.BOOL
        case str():
            return Type.TEXT
        case datetime():
            return Type.TIMESTAMP
        case date():
            return Type.DATE
        case timedelta():
            return Type.DURATION
        case _:
            return Type.NUMBER


def _unknown_field(path: str, known: list[str]) -> str:
    close = get_close_matches(path, known, n=1)
    if close:
        return tr("There is no field “{field}”. Did you mean “{close}”?", field=path[:60], close=close[0])
    return tr("There is no field “{field}”.", field=path[:60])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
