"""Rules compiled: read in one of three languages, checked, and ready to be asked for record after record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from jarvis_desktop.core.json_text import NotJson, loads_once, oversized
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions import tree as trees
from jarvis_desktop.expressions.budget import Budget, OverBudget
from jarvis_desktop.expressions.building import Building
from jarvis_desktop.expressions.cel import CelParser
from jarvis_desktop.expressions.checking import Checker
from jarvis_desktop.expressions.closures import Constant, Record
from jarvis_desktop.expressions.jsonlogic import JsonLogicParser
from jarvis_desktop.expressions.kept import kept
from jarvis_desktop.expressions.simple import SimpleParser, is_simple
from jarvis_desktop.expressions.simple_text import SimpleTextParser
from jarvis_desktop.expressions.tree import (
    MAX_OPERATIONS,
    MAX_RESULT,
    Failed,
    Node,
    Undetermined,
    Unparsable,
    Verdict,
)
from jarvis_desktop.expressions.types import Type
from jarvis_desktop.expressions.values import Value, truth

__all__ = [
    "ENGINES",
    "MAX_RESULT",
    "Failed",
    "Rule",
    "Undetermined",
    "Verdict",
    "compile",
    "compile_stored",
    "verdict",
]

_RULE_NESTING = 200
"""JSON levels of a rule: an operator takes two (its object, its list of operands)."""

ENGINES = ("jsonlogic", "cel", "simple")


class Rule:
    """A compiled rule. It holds no state: threads may share it.

    `type` is the kind of its value, `engine` its language, `tree` what every language becomes.
    """

    def __init__(self, engine: str, tree: Node, kind: Type, fields: Mapping[str, Type] | None) -> None:
        self.engine = engine
        self.tree = tree
        self.type = kind
        self.fields = fields
        self._timed = False
        building = self.building()
        closure = building.build(tree)
        if building.many:
            self._timed = True
            building = self.building()
            closure = building.build(tree)
        # A constant is within its budget, or it would not be one.
        self._budgeted = building.budgeted and type(closure) is not Constant
        self._run = Constant(closure.value).called() if type(closure) is Constant else closure

    def building(self, watch: Any = None) -> Building:
        """What closures of this rule are built with; `watch` as in `Building`."""
        return Building(self.fields, watch, timed=self._timed)

    @cached_property
    def reads(self) -> frozenset[str]:
        """The paths of the record that the rule reads; "" where a name is computed, so that any may be read."""
        return trees.reads(self.tree)

    def evaluate(self, record: Record) -> Verdict:
        """Whether the rule holds for a record (a mapping of names to values, or any JSON value). Never raises."""
        value = self.compute(record)
        if value is True or value is False:
            return value
        return verdict(value)

    def compute(self, record: Record) -> Value:
        """The rule's value for a record: exact, or Undetermined, or Failed. Never raises."""
        try:
            return self._run(record, Budget() if self._budgeted else None)
        except Exception as error:  # noqa: BLE001 - objects of any class are given, and their methods may raise
            return failure(error)


def verdict(value: Value) -> Verdict:
    """Whether what a rule computed counts as true."""
    if value is True or value is False:
        return value
    return value if type(value) in (Undetermined, Failed) else truth(value)


def compile(  # noqa: A001 - the word for it, in a module that is used by its name
    engine: str, rule: object, fields: Mapping[str, Type] | None = None, *, as_text: bool = False
) -> Rule | Failed:
    """A rule made ready, or why it cannot be, with the place.

    `engine` is `jsonlogic`, `cel` or `simple`; `rule` a JSON value (for CEL, and the text form of `simple`, a text), or
    with `as_text` the JSON text of one. `fields` are the types of the record's fields, where they are known: any other
    name is then an error, and values are turned into their field's type before they are used.
    """
    found: Rule | Failed = guarded(_compiled, engine, rule, fields, as_text)
    return found


def _compiled(engine: str, rule: object, fields: Mapping[str, Type] | None, as_text: bool) -> Rule | Failed:  # noqa: FBT001
    if as_text:
        rule = loads_once(str(rule))
    # The parser of JsonLogic counts what it reads, and a text has no levels.
    counted = engine == "jsonlogic" or type(rule) is str
    too_big = "" if counted else oversized(rule, depth=_RULE_NESTING, nodes=2 * MAX_OPERATIONS)
    if too_big:
        return Failed(tr("The rule is {too_big}.", too_big=too_big))
    tree = _PARSERS[engine](rule) if engine in _PARSERS else _no_engine(engine)
    return Rule(engine, tree, Checker(fields).type_of(tree), fields)


def compile_stored(rule: object, fields: Mapping[str, Type] | None = None) -> Rule | Failed:
    """A rule as rows hold it: `{engine, rule}`, or `simple` or JsonLogic by its shape, or the JSON text of such.

    Rules are kept: one that says the same as one asked for before (see `kept`) is the same object.
    """
    if isinstance(rule, str):
        try:
            rule = loads_once(rule)
        except NotJson as error:
            return failure(error)
    # What is too big is not even said; what it is made of may be shared, and then grows when it is.
    said = None if oversized(rule, depth=_RULE_NESTING, nodes=2 * MAX_OPERATIONS) else guarded(repr, rule)
    return kept(said, rule, fields, _stored) if isinstance(said, str) else _stored(rule, fields)


def _stored(rule: object, fields: Mapping[str, Type] | None) -> Rule | Failed:
    if isinstance(rule, bool):
        return compile("jsonlogic", rule, fields)
    if not isinstance(rule, Mapping):
        return Failed(tr("A rule is an object, or true or false."))
    if "engine" in rule:
        found = compile(str(rule["engine"]), rule.get("rule"), fields)
        if isinstance(found, Failed) and not found.pointer.startswith("@"):
            place = "/engine" if rule["engine"] not in ENGINES else f"/rule{found.pointer}"
            return Failed(found.reason, place)
        return found
    return compile("simple" if is_simple(rule) else "jsonlogic", rule, fields)


def guarded(run: Callable[..., Any], *given: object) -> Any:
    """What `run` answers to what is given, or Failed: objects of any class are given, and their methods may raise."""
    try:
        return run(*given)
    except Exception as error:  # noqa: BLE001 - see above; nothing of a rule's own raises
        return failure(error)


def failure(error: Exception) -> Failed:
    """The answer that an exception stands for."""
    match error:
        case OverBudget() | Unparsable():
            return error.failed
        case NotJson():
            place = "" if error.position is None else f"@{error.position + 1}"
            return Failed(tr("The rule {error}.", error=error), place)
        case _:
            return Failed(tr("A value cannot be used in a rule: {error}.", error=type(error).__name__[:60]))


def _simple(rule: object) -> Node:
    return SimpleTextParser(rule).parse() if isinstance(rule, str) else SimpleParser().parse(rule)


def _cel(rule: object) -> Node:
    if not isinstance(rule, str):
        raise Unparsable(tr("A rule in CEL is a text."), "")
    return CelParser(rule).parse()


def _no_engine(engine: str) -> Node:
    raise Unparsable(tr("Rules in “{engine}” cannot be run.", engine=str(engine)[:40]), "")


_PARSERS: Mapping[str, Callable[[Any], Node]] = {
    "jsonlogic": lambda rule: JsonLogicParser().parse(rule),
    "cel": _cel,
    "simple": _simple,
}
