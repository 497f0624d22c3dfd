"""The one tree that every rule language becomes, and the answers a rule can give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 64
"""Levels of a tree: an operand stands one level below its operator."""

MAX_OPERATIONS = 10_000
"""Nodes of a rule, and sub-expressions computed for one record."""

MAX_SECONDS = 0.1
"""Time for one record."""

MAX_RESULT = 1_000_000
"""Characters and list items that one evaluation may make, and bytes of a rule's text."""


Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def _node(made: type[Made]) -> type[Made]:
    """A slotted dataclass that nobody writes in. Frozen for type checkers alone: it is made in a third of the time."""
    return dataclass(slots=True, unsafe_hash=True)(made)


@_node
class Undetermined:
    """The record lacks what the rule needs: `fields` are the paths read that are null or missing."""

    fields: frozenset[str]


@_node
class Failed:
    """The rule cannot be read or run.

    `reason` is for people. `pointer` says where in the rule: a JSON Pointer, and for a rule that is text "@" and the
    number of the character, from 1.
    """

    reason: str
    pointer: str = ""


Verdict: TypeAlias = bool | Undetermined | Failed


@_node
class Literal:
    """A constant: null, true, false, an exact number, or a text."""

    value: Any
    place: str = field(default="", compare=False)


@_node
class Field:
    """What stands at `path` (names joined by dots, "" the whole), or `default` where nothing is.

    Read from the record, or from what the macro around binds to the name `scope`.
    """

    path: str
    default: Node | None = None
    scope: str = ""
    place: str = field(default="", compare=False)


@_node
class ListOf:
    """A list of expressions."""

    items: tuple[Node, ...]
    place: str = field(default="", compare=False)


@_node
class MapOf:
    """A map to expressions, in the order written: from texts, whole numbers, true and false."""

    keys: tuple[str | int, ...]
    values: tuple[Node, ...]
    place: str = field(default="", compare=False)


@_node
class Call:
    """An operator of `operators.OPERATORS` and its operands."""

    operator: str
    operands: tuple[Node, ...]
    place: str = field(default="", compare=False)


@_node
class Each:
    """A macro over the items of `source`: `body` is computed with each bound to `name`.

    `kind` is one of `all exists exists_one none map filter`, or `every` (JsonLogic's `all`, false for no items), or
    `reduce`: `body` then sees what it gave before as `accumulator`, at first `start`.
    """

    kind: str
    source: Node
    name: str
    body: Node
    start: Node | None = None
    place: str = field(default="", compare=False)


Node: TypeAlias = Literal | Field | ListOf | MapOf | Call | Each

ACCUMULATOR = "accumulator"


class Unparsable(Exception):
    """A rule that is not in the language; caught where rules are compiled and answered as Failed."""

    def __init__(self, reason: str, pointer: str) -> None:
        super().__init__(reason)
        self.failed = Failed(reason, pointer)


def placed(failed: Failed, place: str) -> Failed:
    """A failure as a sentence with its place; one that has its place already is kept."""
    if failed.pointer or failed.reason.endswith("."):
        return failed if failed.pointer else Failed(failed.reason, place)
    return Failed(failed.reason[:1].upper() + failed.reason[1:] + ".", place)


def step(pointer: str, part: str | int) -> str:
    """The JSON Pointer one level further down."""
    if isinstance(part, int):
        return f"{pointer}/{part}"
    return f"{pointer}/{part.replace('~', '~0').replace('/', '~1')}"


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in the order in which people read them."""
    if isinstance(node, Call):
        return node.operands
    if isinstance(node, Literal):
        return ()
    if isinstance(node, Field):
        return () if node.default is None else (node.default,)
    if isinstance(node, ListOf):
        return node.items
    if isinstance(node, MapOf):
        return node.values
    return (node.source, node.body) if node.start is None else (node.source, node.body, node.start)


def nodes(tree: Node) -> Iterator[Node]:
    """Every node of a tree, the top first."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(children(node))


def reads(tree: Node) -> frozenset[str]:
    """The paths of the record that a tree reads; "" where a name is computed, so that any may be read."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        below = children(node)
        if isinstance(node, Field) and not node.scope:
            found.add(node.path)
        elif isinstance(node, Call) and node.operator in ("missing", "missing_some"):
            base, *names = below
            if isinstance(base, Field) and not base.scope:
                found.update(_named(base.path, names))
            below = tuple(names)
        waiting.extend(below)
    return frozenset(found)


def _named(base: str, names: list[Node]) -> Iterator[str]:
    prefix = f"{base}." if base else ""
    for name in names:
        for each in name.items if isinstance(name, ListOf) else (name,):
            if isinstance(each, Literal):
                yield f"{prefix}{each.value}"
            else:
                yield base
