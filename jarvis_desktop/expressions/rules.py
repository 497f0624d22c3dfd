"""Whether a stored rule holds for a record: JsonLogic or the `simple` form, as JSON text or as a JSON value.

The first floor of the rule engine: a subset of two languages. What it cannot read is Failed with the reason, never a
guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jarvis_desktop.core.json_text import NotJson, loads, oversized
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.evaluation import Evaluation
from jarvis_desktop.expressions.jsonlogic import parse_jsonlogic
from jarvis_desktop.expressions.simple import is_simple, parse_simple
from jarvis_desktop.expressions.tree import MAX_OPERATIONS, Failed, Node, Unparsable, Verdict

_RULE_NESTING = 200
"""JSON levels of a rule: an operator takes two (its object, its list of operands)."""


def compile_rule(rule: object) -> Node | Failed:
    """The tree of a rule, or why it cannot be read.

    An object with `engine` (`jsonlogic` or `simple`) and `rule` says its language; otherwise the shape does.
    """
    try:
        if isinstance(rule, str):
            rule = loads(rule)
        too_big = oversized(rule, depth=_RULE_NESTING, nodes=2 * MAX_OPERATIONS)
        return Failed(tr("The rule is {too_big}.", too_big=too_big)) if too_big else _parse(rule)
    except NotJson as error:
        return Failed(tr("The rule {error}.", error=error))
    except Unparsable as error:
        return error.failed


def decide(rule: object, record: Mapping[str, Any]) -> Verdict:
    """Whether `rule` holds for `record`; never raises for anything a database can hold."""
    node = compile_rule(rule)
    return node if isinstance(node, Failed) else Evaluation(record).verdict(node)


def _parse(rule: object) -> Node:
    if isinstance(rule, bool):
        return parse_jsonlogic(rule)
    if not isinstance(rule, Mapping):
        raise Unparsable(tr("A rule is an object, or true or false."), "")
    engine = rule.get("engine")
    if engine is not None:
        inner = rule.get("rule")
        if engine not in ("jsonlogic", "simple"):
            raise Unparsable(tr("Rules in “{engine}” cannot be run.", engine=engine), "/engine")
        return (parse_simple if engine == "simple" else parse_jsonlogic)(inner, "/rule")
    return parse_simple(rule) if is_simple(rule) else parse_jsonlogic(rule)
