"""Rules as conditions over a table: TRUE where a rule holds, FALSE where it does not, NULL where it is undetermined.

Where the evaluator in memory would answer Failed for a row, the condition is NULL too. Values of the rule are bound as
parameters. A rule over columns that have the types meant becomes the plain comparison, which an index can answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, case, cast, func, literal
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.db.rule_sql.arithmetic import VALUES
from jarvis_desktop.db.rule_sql.logic import LOGIC, missing
from jarvis_desktop.db.rule_sql.values import (
    Sql,
    as_number,
    as_truth,
    constant,
    inside,
    json_or_null,
    no_form,
    read,
    type_of,
)
from jarvis_desktop.expressions.checking import Checker
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Call, Failed, Field, ListOf, Literal, Node, Unparsable
from jarvis_desktop.expressions.types import Type

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


def column_types(columns: Mapping[str, ColumnElement[Any]]) -> dict[str, Type]:
    """The types of columns, as rules see them."""
    return {name: type_of(column) for name, column in columns.items()}


def to_sql(rule: Rule, columns: Mapping[str, ColumnElement[Any]]) -> ColumnElement[bool] | Failed:
    """The condition that a rule is over `columns` (by the names that it reads), or which part has no SQL form.

    The rule is checked against the types of the columns, whatever fields it was compiled with.
    """
    try:
        Checker(column_types(columns)).type_of(rule.tree)
        return Translator(columns).truth(rule.tree)
    except Unparsable as error:
        return error.failed


class Translator:
    """Makes SQL of the nodes of one rule."""

    def __init__(self, columns: Mapping[str, ColumnElement[Any]]) -> None:
        self._columns = columns

    def truth(self, node: Node) -> ColumnElement[bool]:
        """Whether the value of a node counts as true."""
        if isinstance(node, Call):
            logic = LOGIC.get(node.operator)
            if logic is not None:
                return logic(self, node)
            if node.operator == "missing":
                return missing(self, node)
        if isinstance(node, ListOf) and all(isinstance(item, Literal) for item in node.items):
            return literal(bool(node.items))
        if isinstance(node, Field) and node.default is not None and not node.scope:
            default, found = self.value(node.default), self.column(node)
            if default.kind is Type.NULL and found.stored is None:
                return func.coalesce(as_truth(found, node), literal(value=False))
        return as_truth(self.value(node), node)

    def value(self, node: Node) -> Sql:
        """The value of a node."""
        match node:
            case Literal(value=value):
                return constant(value, node)
            case Field():
                return self._field(node)
            case Call():
                work = VALUES.get(node.operator)
                if work is not None:
                    return work(self, node)
                if node.operator in LOGIC:
                    self._require_truths(node)
                    # As a value it is grouped: NOT binds less than the comparison around it.
                    return Sql(cast(self.truth(node), Boolean), Type.BOOL)
                raise no_form(node, node.operator)
            case _:
                raise no_form(node, getattr(node, "kind", "[]"))

    def _require_truths(self, node: Call) -> None:
        """JsonLogic's `and` and `or` give the operand that decides, which is true or false only if each is."""
        if node.operator in ("~and", "~or") and any(self.value(each).kind is not Type.BOOL for each in node.operands):
            raise no_form(node, node.operator)

    def _field(self, node: Field) -> Sql:
        if node.scope:
            raise no_form(node, node.scope)
        found = self.column(node)
        if node.default is None:
            return found
        default = self.value(node.default)
        if default.kind is not found.kind or found.stored is not None:
            raise no_form(node, f"var {node.path}")
        element = json_or_null(found.element) if found.kind is Type.ANY else found.element
        return Sql(func.coalesce(element, default.element), found.kind)

    def column(self, node: Field) -> Sql:
        """What a field is read from: a column, or a path within JSON."""
        column = self._columns.get(node.path)
        if column is not None:
            return read(column)
        head, _, rest = node.path.partition(".")
        document = self._columns.get(head)
        if document is None or not isinstance(document.type, JSONB):
            raise no_form(node, node.path)
        return Sql(inside(document, rest, node), Type.ANY)

    def strictly(self, node: Node) -> ColumnElement[bool]:
        """A value that must be true or false; anything else is a failure, NULL."""
        if isinstance(node, Call) and node.operator in LOGIC:
            return self.truth(node)
        found = self.value(node)
        if found.kind is Type.BOOL:
            return found.element
        if found.kind is Type.ANY:
            return case((func.jsonb_typeof(found.element) == "boolean", cast(found.element, Boolean)))
        raise no_form(node, node.operator if isinstance(node, Call) else "and")

    def number(self, node: Node) -> ColumnElement[Any]:
        """A value as an exact number."""
        return as_number(self.value(node), node, loose=False)
