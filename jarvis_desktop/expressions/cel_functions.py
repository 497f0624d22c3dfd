"""The words, functions and methods of CEL (https://github.com/google/cel-spec, doc/langdef.md) that rules may use."""

from __future__ import annotations

from collections.abc import Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tokens import Token
from jarvis_desktop.expressions.tree import Call, Node, Unparsable

CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
RESERVED = frozenset(
    {"as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package"}
    | {"namespace", "return", "var", "void", "while"}
)
"""Words that name nothing (cel-spec, doc/langdef.md, “Syntax”)."""

FUNCTIONS: Mapping[str, tuple[int, int, str]] = {
    "size": (1, 1, "size"),
    "int": (1, 1, "whole"),
    "uint": (1, 1, "unsigned"),
    "double": (1, 1, "number"),
    "string": (1, 1, "text"),
    "bool": (1, 1, "bool"),
    "timestamp": (1, 1, "timestamp"),
    "duration": (1, 1, "duration"),
    "matches": (2, 2, "matches"),
    "dyn": (1, 1, "dyn"),
}
"""Functions: fewest and most arguments, and the name in the tree."""

METHODS: Mapping[str, tuple[int, int, str]] = {
    "size": (0, 0, "size"),
    "contains": (1, 1, "contains"),
    "startsWith": (1, 1, "starts_with"),
    "endsWith": (1, 1, "ends_with"),
    "matches": (1, 1, "matches"),
    "lowerAscii": (0, 0, "lower"),
    "upperAscii": (0, 0, "upper"),
    "trim": (0, 0, "trim"),
    "substring": (1, 2, "substring"),
    "indexOf": (1, 1, "index_of"),
    "replace": (2, 2, "replace"),
    "split": (1, 1, "split"),
    "join": (0, 1, "join"),
    "getFullYear": (0, 1, "full_year"),
    "getMonth": (0, 1, "month"),
    "getDate": (0, 1, "date"),
    "getDayOfMonth": (0, 1, "day_of_month"),
    "getDayOfWeek": (0, 1, "day_of_week"),
    "getDayOfYear": (0, 1, "day_of_year"),
    "getHours": (0, 1, "hours"),
    "getMinutes": (0, 1, "minutes"),
    "getSeconds": (0, 1, "seconds"),
    "getMilliseconds": (0, 1, "milliseconds"),
}
"""Methods: fewest and most arguments, and the name in the tree."""

MACROS = frozenset({"all", "exists", "exists_one", "map", "filter"})


def function(name: Token, arguments: list[Node]) -> Call:
    """A call of a function, has() aside; raises Unparsable with the place."""
    return _called(FUNCTIONS, name, arguments, len(arguments))


def method(name: Token, of: Node, arguments: list[Node]) -> Call:
    """A call of a method; raises Unparsable with the place."""
    return _called(METHODS, name, [of, *arguments], len(arguments))


def _called(known: Mapping[str, tuple[int, int, str]], name: Token, operands: list[Node], count: int) -> Call:
    if name.value not in known:
        raise Unparsable(
            tr("“{name}” is not a function of rules. Known: {known}.", name=name.value[:40], known=" ".join(known)),
            name.place,
        )
    fewest, most, operator = known[name.value]
    if not fewest <= count <= most:
        raise Unparsable(tr("“{name}” does not take {count} arguments.", name=name.value, count=count), name.place)
    return Call(operator, tuple(operands), name.place)
