"""The one evaluator: three-valued, exact, bounded.

A comparison, `in` or truth test that reads a null or missing field is Undetermined; `== null`, `!= null`, `missing`
and `var` with a default are decided. Logic is Kleene's: false and unknown is false, true or unknown is true; Failed
beats Undetermined unless another operand already decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.jsonlogic import is_name
from jarvis_desktop.expressions.tree import (
    MAX_OPERATIONS,
    Call,
    Failed,
    Items,
    Literal,
    Node,
    Undetermined,
    Variable,
    Verdict,
)
from jarvis_desktop.expressions.values import MISSING, Value, equal, less, lookup, normal, settled, truth


class Evaluation:
    """One run of a tree over one record, with its budget."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self._record = record
        self._left = MAX_OPERATIONS
        self._operators: Mapping[str, Callable[[Call], Value]] = {
            "and": self._and,
            "or": self._or,
            "missing": self._missing,
            "!": self._not,
            "!!": self._truth,
        }

    def verdict(self, node: Node) -> Verdict:
        """Whether the rule holds."""
        value = self._value(node)
        if isinstance(value, (Undetermined, Failed)):
            return value
        return truth(value)

    def _value(self, node: Node) -> Value:
        self._left -= 1
        if self._left < 0:
            return Failed(
                tr("The rule took more than {max_operations} operations.", max_operations=f"{MAX_OPERATIONS:,}")
            )
        match node:
            case Literal(value):
                return value
            case Items(items):
                values = [self._value(item) for item in items]
                return next((v for v in values if isinstance(v, Failed)), values)
            case Variable():
                return self._variable(node)
            case Call(operator):
                run = self._operators.get(operator)
                return run(node) if run is not None else self._compare(node)

    def _variable(self, node: Variable) -> Value:
        found = lookup(self._record, node.path)
        if found is not MISSING and found is not None:
            return normal(found)
        return self._value(node.default) if node.default is not None else Undetermined(frozenset({node.path}))

    def _and(self, node: Call) -> Value:
        return self._connect(node, deciding=False)

    def _or(self, node: Call) -> Value:
        return self._connect(node, deciding=True)

    def _connect(self, node: Call, *, deciding: bool) -> Value:
        values = [self._value(operand) for operand in node.operands]
        for value in values:
            if settled(value) and truth(value) is deciding:
                return value
        return _unsettled(values) or values[-1]

    def _not(self, node: Call) -> Value:
        value = self._value(node.operands[0])
        return value if not settled(value) else not truth(value)

    def _truth(self, node: Call) -> Value:
        value = self._value(node.operands[0])
        return value if not settled(value) else truth(value)

    def _missing(self, node: Call) -> Value:
        values = [self._value(operand) for operand in node.operands]
        names = values[0] if values and isinstance(values[0], list) else values
        self._left -= len(names)
        if self._left < 0 or not all(is_name(name) for name in names):
            return _unsettled(names) or Failed(tr("“missing” takes names of fields."), node.pointer)
        return [name for name in names if lookup(self._record, str(name)) in (MISSING, None, "")]

    def _compare(self, node: Call) -> Value:
        operator = node.operator
        if operator in ("==", "!=") and (against := _null_test(node)) is not None:
            value = self._value(against)
            if isinstance(value, Failed) or (isinstance(value, Undetermined) and not isinstance(against, Variable)):
                return value
            is_null = value is None or isinstance(value, Undetermined)
            return is_null is (operator == "==")
        values = [self._value(operand) for operand in node.operands]
        unsettled = _unsettled(values)
        if unsettled is not None:
            return unsettled
        answer = self._in(values[0], values[1]) if operator == "in" else _answer(operator, values)
        return Failed(_sentence(answer.reason), node.pointer) if isinstance(answer, Failed) else answer

    def _in(self, needle: Value, haystack: Value) -> Value:
        if isinstance(haystack, str):
            if isinstance(needle, str):
                return needle in haystack
            return Failed(tr("only a text can be looked for in a text"))
        if not isinstance(haystack, list):
            return Failed(tr("“in” looks in a text or a list"))
        self._left -= len(haystack)
        if self._left < 0:
            return Failed(
                tr("the rule took more than {max_operations} operations", max_operations=f"{MAX_OPERATIONS:,}")
            )
        items = [item if isinstance(item, (Undetermined, Failed)) else normal(item) for item in haystack]
        plain = [item for item in items if not isinstance(item, (list, Mapping))]
        answers = [item if not settled(item) else equal(needle, item) for item in plain]
        return True if any(answer is True for answer in answers) else _unsettled(answers) or False


def _null_test(node: Call) -> Node | None:
    first, second = node.operands
    if isinstance(second, Literal) and second.value is None:
        return first
    return second if isinstance(first, Literal) and first.value is None else None


def _answer(operator: str, values: Sequence[Value]) -> bool | Failed:
    first, second = values[0], values[1]
    match operator:
        case "==":
            return equal(first, second)
        case "!=":
            same = equal(first, second)
            return same if isinstance(same, Failed) else not same
        case ">" | ">=":
            return less(second, first, or_equal=operator == ">=")
        case "<" | "<=":
            answers = [less(a, b, or_equal=operator == "<=") for a, b in pairwise(values)]
            return next((a for a in answers if isinstance(a, Failed)), all(answers))
        case "starts_with" if isinstance(first, str) and isinstance(second, str):
            return first.startswith(second)
        case _:
            return Failed(tr("“{operator}” cannot be used on these values", operator=operator))


def _unsettled(values: Sequence[Value]) -> Undetermined | Failed | None:
    failed = next((v for v in values if isinstance(v, Failed)), None)
    if failed is not None:
        return failed
    unknown = [v.fields for v in values if isinstance(v, Undetermined)]
    return Undetermined(frozenset().union(*unknown)) if unknown else None


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:] + "."
