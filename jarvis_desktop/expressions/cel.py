"""Reads the core of CEL (https://github.com/google/cel-spec, doc/langdef.md): whatever else is refused with its place.

Known: literals but bytes, lists, maps with constants for keys, arithmetic, comparison, logic, `in`, `?:`, the macros
`has all exists exists_one map filter`, functions on texts, timestamps and durations, and conversions.
"""

from __future__ import annotations

from collections.abc import Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.cel_functions import CONSTANTS, MACROS, RESERVED, function, method
from jarvis_desktop.expressions.jsonlogic import literal
from jarvis_desktop.expressions.tokens import Kind, Reader, Token, unexpected
from jarvis_desktop.expressions.tree import (
    MAX_DEPTH,
    MAX_OPERATIONS,
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

MAX_SOURCE_DEPTH = 32
"""Brackets within brackets in the text of a rule."""

_LEVELS: Mapping[str, int] = {
    "||": 0,
    "&&": 1,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), 2),
    **dict.fromkeys("+-", 3),
    **dict.fromkeys("*/%", 4),
}
"""How tightly the operators between two operands bind."""
_JOINING: Mapping[str, str] = {"||": "or", "&&": "and"}
"""Operators that take any number of operands, and their names in the tree."""
_VALUE, _NAME, _SIGN = Kind.VALUE, Kind.NAME, Kind.SIGN


class CelParser:
    """Reads one rule."""

    def __init__(self, text: str) -> None:
        self._reader = Reader(text)
        self._depth = 0
        self._nodes = 0
        self._bound: tuple[str, ...] = ()

    def parse(self) -> Node:
        """The tree of the rule; raises Unparsable with the place."""
        tree = self._expression()
        if self._reader.token.kind is not Kind.END:
            raise unexpected(self._reader.token)
        if self._nodes > MAX_DEPTH and _too_deep(tree):
            raise Unparsable(tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH), "@1")
        return tree

    def _expression(self) -> Node:
        self._depth += 1
        if self._depth > MAX_SOURCE_DEPTH + 1:  # the rule itself stands in no bracket
            raise Unparsable(
                tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_SOURCE_DEPTH),
                self._reader.token.place,
            )
        node = self._binary(0)
        asked = self._reader.sign("?")
        if asked is not None:
            first = self._binary(0)
            self._reader.expect(":")
            node = self._made(Call("if", (node, first, self._expression()), asked.place))
        self._depth -= 1
        return node

    def _binary(self, level: int) -> Node:
        """Operands joined by operators that bind at least as tightly as `level`, from left to right."""
        reader = self._reader
        node = self._unary()
        while True:
            token = reader.token
            sign = token.word
            own = _LEVELS.get(sign, -1)
            if own < level:
                return node
            reader.take()
            second = self._binary(own + 1)
            if sign in _JOINING:
                operands = [node, second]
                while reader.sign(sign) is not None:
                    operands.append(self._binary(own + 1))
                node = self._made(Call(_JOINING[sign], tuple(operands), token.place))
            else:
                node = self._compared(sign, node, second, token.place)

    def _compared(self, name: str, first: Node, second: Node, place: str) -> Node:
        if name == "==" or name == "!=":
            for null, other in ((second, first), (first, second)):
                if isinstance(null, Literal) and null.value is None:
                    return self._made(Call("is_null" if name == "==" else "is_not_null", (other,), place))
        return self._made(Call(name, (first, second), place))

    def _unary(self) -> Node:
        token = self._reader.token
        if token.word != "!" and token.word != "-":
            return self._member(self._primary())
        signs: list[Token] = []
        while (found := self._reader.sign("!", "-")) is not None:
            signs.append(found)
            if len(signs) > MAX_SOURCE_DEPTH:
                raise unexpected(self._reader.token)
        token = self._reader.token
        negative = bool(signs) and signs[-1].value == "-" and token.kind is Kind.VALUE and type(token.value) is not str
        if negative:
            place = signs.pop().place
            self._reader.take()
            node = self._member(literal(-token.value, place))
        else:
            node = self._member(self._primary())
        for sign in reversed(signs):
            node = self._made(Call("not" if sign.value == "!" else "negate", (node,), sign.place))
        return node

    def _member(self, node: Node) -> Node:
        reader = self._reader
        while (word := reader.token.word) == "." or word == "[":
            sign = reader.take()
            if word == "[":
                key = self._expression()
                reader.expect("]")
                node = self._at(node, key, sign.place)
                continue
            name = reader.take()
            if name.kind is not _NAME:
                raise Unparsable(tr("A name is missing here."), name.place)
            called = bool(name.word) and reader.sign("(") is not None
            node = self._method(node, name) if called else self._selected(node, name)
        return node

    def _selected(self, node: Node, name: Token) -> Node:
        return self._at(node, Literal(name.value, name.place), name.place)

    def _at(self, node: Node, key: Node, place: str) -> Node:
        """What stands at a key: a longer path of the same field where that can be said."""
        known = key.value if isinstance(key, Literal) else None
        if isinstance(node, Field) and type(known) is str and known and "." not in known and not known.isdigit():
            path = f"{node.path}.{known}" if node.path else known
            return Field(path, None, node.scope, node.place)
        return self._made(Call("index", (node, key), place))

    def _primary(self) -> Node:
        token = self._reader.take()
        if token.kind is _NAME:
            return self._named(token)
        if token.kind is _VALUE:
            return self._made(literal(token.value, token.place))
        match token.word:
            case "(":
                node = self._expression()
                self._reader.expect(")")
                return node
            case "[":
                return self._made(ListOf(tuple(self._expressions("]")), token.place))
            case "{":
                return self._map(token)
            case "." if self._reader.token.kind is _NAME:
                return self._named(self._reader.take(), of_record=True)
            case _:
                raise unexpected(token)

    def _named(self, token: Token, *, of_record: bool = False) -> Node:
        """A constant, a function, what a macro binds, or a field of the record (which `.name` always is)."""
        name = token.value
        if token.word:
            if name in CONSTANTS:
                return self._made(Literal(CONSTANTS[name], token.place))
            if name in RESERVED:
                raise unexpected(token)
            if self._reader.token.word == "(":
                self._reader.take()
                return self._function(token)
        if name in self._bound and not of_record:
            return self._made(Field("", None, name, token.place))
        return self._made(Field(name, None, "", token.place))

    def _expressions(self, end: str) -> list[Node]:
        found: list[Node] = []
        while self._reader.sign(end) is None:
            found.append(self._expression())
            if self._reader.sign(",") is None:
                self._reader.expect(end)
                break
        return found

    def _map(self, opening: Token) -> Node:
        keys: list[str | int] = []
        values: list[Node] = []
        while self._reader.sign("}") is None:
            key, place = self._key()
            if key in keys:
                raise Unparsable(tr("“{key}” stands twice in the map.", key=str(key)[:40]), place)
            self._reader.expect(":")
            keys.append(key)
            values.append(self._expression())
            if self._reader.sign(",") is None:
                self._reader.expect("}")
                break
        return self._made(MapOf(tuple(keys), tuple(values), opening.place))

    def _key(self) -> tuple[str | int, str]:
        """The key of a map, and its place."""
        minus = self._reader.sign("-")
        token = self._reader.take()
        key = CONSTANTS.get(token.word, token.value)
        if minus is not None and type(key) is int and token.kind is _VALUE:
            return -key, minus.place
        known = token.kind is _VALUE or type(key) is bool
        if minus is not None or not known or type(key) not in (str, int, bool):
            raise Unparsable(tr("The keys of a map are texts, whole numbers, true or false."), token.place)
        return key, token.place

    def _function(self, name: Token) -> Node:
        arguments = self._expressions(")")
        if name.value == "has" and len(arguments) == 1:
            asked = arguments[0]
            if isinstance(asked, Field) and ("." in asked.path or (asked.scope and asked.path)):
                return self._made(Call("is_not_null", (asked,), name.place))
            if isinstance(asked, Call) and asked.operator == "index" and isinstance(asked.operands[0], MapOf):
                return self._made(Call("in", asked.operands[::-1], name.place))
            raise Unparsable(tr("“has” asks for a field of something, as in has(a.b)."), name.place)
        return self._made(function(name, arguments))

    def _method(self, node: Node, name: Token) -> Node:
        if name.value in MACROS:
            return self._macro(node, name)
        return self._made(method(name, node, self._expressions(")")))

    def _macro(self, source: Node, name: Token) -> Node:
        item = self._reader.take()
        if item.kind is not Kind.NAME or item.quoted or item.value in RESERVED or item.value in CONSTANTS:
            raise Unparsable(tr("“{name}” wants a name for the items first.", name=name.value), item.place)
        self._reader.expect(",")
        outer, self._bound = self._bound, (*self._bound, item.value)
        bodies = self._expressions(")")
        self._bound = outer
        if name.value == "map" and len(bodies) == 2:
            source = self._made(Each("filter", source, item.value, bodies[0], place=name.place))
            bodies = bodies[1:]
        if len(bodies) != 1:
            raise Unparsable(
                tr("“{name}” does not take {count} arguments.", name=name.value, count=len(bodies) + 1), name.place
            )
        return self._made(Each(name.value, source, item.value, bodies[0], place=name.place))

    def _made(self, node: Node) -> Node:
        self._nodes += 1
        if self._nodes > MAX_OPERATIONS:
            raise Unparsable(tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), node.place)
        return node


def _too_deep(tree: Node) -> bool:
    level: list[Node] = [tree]
    for _ in range(MAX_DEPTH + 1):
        level = [child for node in level for child in children(node)]
        if not level:
            return False
    return True
