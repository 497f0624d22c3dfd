"""Comparisons in SQL, with the answers that they have in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Boolean, DateTime, Numeric, and_, case, cast, func, literal, not_, or_
from sqlalchemy.types import String

from jarvis_desktop.db.rule_sql.values import (
    Sql,
    as_json,
    as_number,
    as_text,
    constant,
    json_number,
    json_or_null,
    known,
    no_form,
    text_of,
)
from jarvis_desktop.expressions.moments import instant, read_moment
from jarvis_desktop.expressions.tree import Call, Field, ListOf, Literal, Node
from jarvis_desktop.expressions.types import MOMENTS, Type

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.rule_sql.translator import Translator


TESTS: Mapping[str, Callable[[Any, Any], ColumnElement[bool]]] = {
    "==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge, "before": lt, "after": gt,
}  # fmt: skip


_WRITING_NUMBERS = frozenset({Type.NUMBER, Type.BOOL, Type.TEXT})


def compare(over: Translator, node: Call) -> ColumnElement[bool]:
    """A comparison of two values."""
    first, second = (over.value(operand) for operand in node.operands)
    return compared(node, node.operator, first, second)


def between(over: Translator, node: Call) -> ColumnElement[bool]:
    """A value between two others, those included but for `~<<`."""
    if node.operator == "between":
        value, low, high = (over.value(operand) for operand in node.operands)
    else:
        low, value, high = (over.value(operand) for operand in node.operands)
    sign = "<" if node.operator == "~<<" else "<="
    name = f"~{sign}" if node.operator.startswith("~") else sign
    return and_(compared(node, name, low, value), compared(node, name, value, high))


def membership(over: Translator, node: Call) -> ColumnElement[bool]:
    """Whether a value is in a list, in a map, or (`~in`) in a text."""
    item, place = node.operands
    if isinstance(place, ListOf):
        found = _in_list(over, node, over.value(item), place)
    else:
        found = _in_column(node, over.value(item), over.value(place))
    return not_(found) if node.operator == "not_in" else found


def _in_list(over: Translator, node: Call, item: Sql, place: ListOf) -> ColumnElement[bool]:
    values = [over.value(each) for each in place.items]
    # A list in which one item fails, fails; one that is null is null, and decided.
    sure = all(value.kind is Type.NULL or value.constant is not None or _cannot_fail(each, value)
               for each, value in zip(place.items, values, strict=True))  # fmt: skip
    if not sure or item.kind is Type.NULL:
        raise no_form(node, node.operator)
    given = [value for value in values if value.kind is not Type.NULL]
    if not given:
        return case((known(item), literal(value=False)))
    if item.kind is not Type.ANY and all(value.kind is item.kind and value.constant is not None for value in given):
        return item.element.in_([value.element for value in given])
    return or_(*(compared(node, "==", item, value) for value in given))


def _cannot_fail(node: Node, value: Sql) -> bool:
    return isinstance(node, Field) and value.stored is None


def _in_column(node: Call, item: Sql, place: Sql) -> ColumnElement[bool]:
    if place.kind is Type.TEXT and node.operator == "~in" and item.kind is Type.TEXT:
        return func.strpos(place.element, item.element) > 0
    if place.kind is Type.LIST:
        return _in_array(node, item, place)
    if place.kind is Type.ANY and item.constant is not None and not isinstance(item.constant, (date, timedelta)):
        listed = place.element.op("@>", is_comparison=True)(as_json(item))
        found: list[tuple[Any, Any]] = [(func.jsonb_typeof(place.element) == "array", listed)]
        if isinstance(item.constant, str):
            within = func.strpos(text_of(place.element), item.element) > 0
            key = func.jsonb_exists(place.element, item.element)
            kind = func.jsonb_typeof(place.element)
            found.append((kind == "string", within) if node.operator == "~in" else (kind == "object", key))
        if node.operator == "~in":
            found.append((json_or_null(place.element).is_not(None), literal(value=False)))
        return case(*found)
    raise no_form(node, node.operator)


def contains(over: Translator, node: Call) -> ColumnElement[bool]:
    """Whether a text or list holds a part."""
    place, part = (over.value(operand) for operand in node.operands)
    if place.kind is Type.TEXT and part.kind is Type.TEXT:
        return func.strpos(place.element, part.element) > 0
    if place.kind is Type.LIST:
        return _in_array(node, part, place)
    if place.kind is Type.ANY and part.constant is not None and not isinstance(part.constant, (date, timedelta)):
        kind = func.jsonb_typeof(place.element)
        listed = place.element.op("@>", is_comparison=True)(as_json(part))
        found: list[tuple[Any, Any]] = [(kind == "array", listed)]
        if isinstance(part.constant, str):
            found.append((kind == "string", func.strpos(text_of(place.element), part.element) > 0))
        return case(*found)
    raise no_form(node, node.operator)


def text_test(over: Translator, node: Call) -> ColumnElement[bool]:
    """How a text begins or ends."""
    text, part = (as_text(over.value(operand), operand) for operand in node.operands)
    if node.operator == "starts_with":
        return func.starts_with(text, part)
    return func.right(text, func.char_length(part)) == part


def _in_array(node: Call, item: Sql, place: Sql) -> ColumnElement[bool]:
    assert isinstance(place.element.type, ARRAY)
    wanted = Type.TEXT if isinstance(place.element.type.item_type, String) else Type.NUMBER
    if item.kind is not wanted:
        raise no_form(node, node.operator)
    element = cast(item.element, place.element.type.item_type)
    found = func.array_position(place.element, element).is_not(None)
    return case((and_(place.element.is_not(None), item.element.is_not(None)), found))


def compared(node: Call, operator: str, first: Sql, second: Sql) -> ColumnElement[bool]:
    """One value compared with another, as in memory: by number, by code point, by time."""
    name, loose = operator.removeprefix("~"), operator.startswith("~")
    test = TESTS[name]
    if Type.NULL in (first.kind, second.kind):
        raise no_form(node, name)
    pair = _moments(node, first, second)
    if pair is not None:
        return test(*pair)
    if first.kind is Type.ANY or second.kind is Type.ANY:
        return _json_compared(node, name, first, second, loose=loose)
    if first.kind is not second.kind:
        return _unlike(node, name, first, second, loose=loose)
    if first.kind is Type.TEXT and name not in ("==", "!="):
        return test(first.element.collate("C"), second.element.collate("C"))
    if first.kind is Type.LIST:
        raise no_form(node, name)
    return test(first.element, second.element)


def _moments(node: Node, first: Sql, second: Sql) -> tuple[Any, Any] | None:
    """Both sides as days or both as instants, where one is such and the other one, or the text of one."""
    sides = [first, second]
    for at, (side, other) in enumerate(((first, second), (second, first))):
        if side.kind is Type.TEXT and other.kind in MOMENTS:
            if side.constant is None:
                raise no_form(node, node.operator if isinstance(node, Call) else "==")
            found = read_moment(side.constant)
            if found is None:
                return None
            sides[at] = constant(found, Literal(None))
    if not {side.kind for side in sides} <= MOMENTS:
        return None
    zoned = [_zoned(side) for side in sides]
    if any(side.zoned is not None for side in sides) and all(side is not None for side in zoned):
        return zoned[0], zoned[1]
    if sides[0].kind is sides[1].kind:
        return sides[0].element, sides[1].element
    return tuple(cast(side.element, DateTime) for side in sides)  # type: ignore[return-value]  # of two


def _zoned(side: Sql) -> ColumnElement[Any] | None:
    """The side as an instant with time zone, if it is one as it stands."""
    if isinstance(side.constant, date):
        return literal(instant(side.constant), DateTime(timezone=True))
    return side.zoned


def _unlike(node: Call, name: str, first: Sql, second: Sql, *, loose: bool) -> ColumnElement[bool]:
    """A comparison of values of unlike types, which only equality and JsonLogic's order have an answer to."""
    both = and_(known(first), known(second))
    if loose and {first.kind, second.kind} <= _WRITING_NUMBERS:
        numbers = [as_number(each, node, loose=True) for each in (first, second)]
        if name in ("==", "!="):
            same = func.coalesce(numbers[0] == numbers[1], literal(value=False))
            return case((both, same if name == "==" else not_(same)))
        return TESTS[name](*numbers)
    if name not in ("==", "!="):
        raise no_form(node, name)
    return case((both, literal(value=name == "!=")))


def _json_compared(node: Call, name: str, first: Sql, second: Sql, *, loose: bool) -> ColumnElement[bool]:
    if first.kind in MOMENTS | {Type.DURATION, Type.LIST} or second.kind in MOMENTS | {Type.DURATION, Type.LIST}:
        raise no_form(node, name)
    sides = [as_json(each) for each in (first, second)]
    kinds = [func.jsonb_typeof(side) for side in sides]
    known = and_(*(json_or_null(side).is_not(None) for side in sides))
    alike = kinds[0] == kinds[1]
    if name in ("==", "!="):
        same = sides[0] == sides[1]
        if loose:
            numbers = [json_number(side, loose=True) for side in sides]
            same = case(
                (or_(alike, *(kind == nested for kind in kinds for nested in ("array", "object"))), same),
                else_=func.coalesce(numbers[0] == numbers[1], literal(value=False)),
            )
        return case((known, same if name == "==" else not_(same)))
    test = TESTS[name]
    texts, booleans = [text_of(side).collate("C") for side in sides], [cast(side, Boolean) for side in sides]
    cases: list[tuple[Any, Any]] = [
        (and_(alike, kinds[0] == "number"), test(*(cast(side, Numeric) for side in sides))),
        (and_(alike, kinds[0] == "string"), test(*texts)),
        (and_(alike, kinds[0] == "boolean"), test(*booleans)),
    ]
    if loose:
        cases.append((known, test(*(json_number(side, loose=True) for side in sides))))
    return case(*cases)
