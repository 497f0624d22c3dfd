"""Logic in SQL, which has Kleene's tables with NULL for unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, case, func, literal, not_, or_
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.db.rule_sql.comparing import TESTS, between, compare, contains, membership, text_test
from jarvis_desktop.db.rule_sql.values import is_null, json_or_null, no_form
from jarvis_desktop.expressions.tree import Call, Field, ListOf, Literal, Node
from jarvis_desktop.expressions.types import Type

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.rule_sql.translator import Translator


def _logic(over: Translator, node: Call, join: Callable[..., ColumnElement[bool]]) -> ColumnElement[bool]:
    strict = not node.operator.startswith("~")
    parts = [over.strictly(operand) if strict else over.truth(operand) for operand in node.operands]
    return join(*parts)


def _not(over: Translator, node: Call) -> ColumnElement[bool]:
    operand = node.operands[0]
    return not_(over.strictly(operand) if node.operator == "not" else over.truth(operand))


def _bool(over: Translator, node: Call) -> ColumnElement[bool]:
    return over.truth(node.operands[0])


def choice(over: Translator, node: Call, result: Callable[[Node], Any], otherwise: Any) -> Any:
    """A choice of conditions and results; NULL where the condition that decides is."""
    operands = node.operands
    test = over.truth if node.operator == "~if" else over.strictly
    found = result(operands[-1]) if len(operands) % 2 else otherwise
    for at in range(len(operands) // 2 - 1, -1, -1):
        condition = test(operands[2 * at])
        found = case((condition, result(operands[2 * at + 1])), (not_(condition), found))
    return found


def _choice_truth(over: Translator, node: Call) -> ColumnElement[bool]:
    found: ColumnElement[bool] = choice(over, node, over.truth, literal(value=False))
    return found


def _null_test(over: Translator, node: Call) -> ColumnElement[bool]:
    found = over.value(node.operands[0])
    if not isinstance(node.operands[0], Field) and not (
        isinstance(node.operands[0], Call) and node.operands[0].operator == "index"
    ):
        raise no_form(node, node.operator)
    return is_null(found) if node.operator == "is_null" else not_(is_null(found))


def missing(over: Translator, node: Call) -> ColumnElement[bool]:
    """Whether any of the names that JsonLogic's `missing` asks for has nothing."""
    names = [each for name in node.operands[1:] for each in (name.items if isinstance(name, ListOf) else (name,))]
    if not all(isinstance(name, Literal) and isinstance(name.value, str) for name in names):
        raise no_form(node, "missing")
    tests: list[ColumnElement[bool]] = []
    for name in names:
        assert isinstance(name, Literal)
        found = over.column(Field(name.value, place=name.place))
        element = json_or_null(found.element) if found.kind is Type.ANY else found.element
        tests.append((element if found.stored is None else found.stored).is_(None))
        if found.kind is Type.TEXT:
            tests.append(func.coalesce(element == literal("", Text), literal(value=False)))
        elif found.kind is Type.ANY:
            tests.append(func.coalesce(element == func.to_jsonb(literal("", Text), type_=JSONB), literal(value=False)))
    return or_(*tests) if tests else literal(value=False)


LOGIC: Mapping[str, Callable[[Translator, Call], ColumnElement[bool]]] = {
    "and": lambda over, node: _logic(over, node, and_),
    "~and": lambda over, node: _logic(over, node, and_),
    "or": lambda over, node: _logic(over, node, or_),
    "~or": lambda over, node: _logic(over, node, or_),
    "not": _not,
    "~not": _not,
    "~bool": _bool,
    "if": _choice_truth,
    "~if": _choice_truth,
    "is_null": _null_test,
    "is_not_null": _null_test,
    **dict.fromkeys(TESTS, compare),
    **{f"~{name}": compare for name in ("==", "!=", "<", "<=", ">", ">=")},
    **dict.fromkeys(("between", "~<<", "~<=<="), between),
    **dict.fromkeys(("in", "not_in", "~in"), membership),
    "contains": contains,
    "starts_with": text_test,
    "ends_with": text_test,
}
