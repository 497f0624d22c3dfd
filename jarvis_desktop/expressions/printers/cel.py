"""Writes a tree as CEL.

JsonLogic's own operators are written with the CEL operator that does the same to values of the kinds meant: `==` of a
field and a number. What takes anything for true or false, or joins texts and numbers, is not sayable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.expressions.cel_functions import CONSTANTS, METHODS, RESERVED
from jarvis_desktop.expressions.moments import instant, moment_text
from jarvis_desktop.expressions.numbers import number_text
from jarvis_desktop.expressions.printers.parts import unsayable
from jarvis_desktop.expressions.tree import Call, Each, Field, ListOf, Literal, MapOf, Node

_RECORD = "."
"""The scope of a field of the record where a macro calls its items the same."""
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_WORDS = RESERVED | set(CONSTANTS)
_CHOICE, _OR, _AND, _COMPARED, _SUM, _PRODUCT, _SIGN, _MEMBER = range(8)
# Operator -> how tightly it binds, and its sign.
_BINARY: Mapping[str, tuple[int, str]] = {
    **{name: (_COMPARED, name) for name in ("==", "!=", "<", "<=", ">", ">=", "in")},
    **{f"~{name}": (_COMPARED, name) for name in ("==", "!=", "<", "<=", ">", ">=", "in")},
    "before": (_COMPARED, "<"),
    "after": (_COMPARED, ">"),
    "+": (_SUM, "+"),
    "-": (_SUM, "-"),
    **{name: (_PRODUCT, name) for name in "*/%"},
    "~/": (_PRODUCT, "/"),
    "~%": (_PRODUCT, "%"),
}
_MANY: Mapping[str, tuple[int, str]] = {"~+": (_SUM, "+"), "~-": (_SUM, "-"), "~*": (_PRODUCT, "*")}
_LOGIC: Mapping[str, tuple[int, str]] = {"and": (_AND, "&&"), "or": (_OR, "||")}
_METHOD = {operator: name for name, (_, _, operator) in METHODS.items()}
_FUNCTION: Mapping[str, str] = {
    "whole": "int",
    "unsigned": "uint",
    "number": "double",
    "text": "string",
    "bool": "bool",
    "timestamp": "timestamp",
    "duration": "duration",
    "dyn": "dyn",
    "size": "size",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_cel(tree: Node) -> str:
    """The text of the rule; raises Unsayable."""
    return _write(tree, _CHOICE)


def quoted(text: str) -> str:
    """A text as a literal in double quotes."""
    return '"' + "".join(_ESCAPES.get(sign) or (sign if sign >= " " else f"\\x{ord(sign):02x}") for sign in text) + '"'


def number(value: int | Decimal) -> str:
    """A number as a literal; one that is not whole keeps its point."""
    text = number_text(value)
    return text if isinstance(value, int) or "." in text else f"{text}.0"


def _write(node: Node, around: int) -> str:
    """The text of a node, in brackets where what stands around it binds tighter."""
    level, text = _written(node)
    return f"({text})" if level < around else text


def _written(node: Node) -> tuple[int, str]:
    match node:
        case Literal(value=value):
            return _literal(value)
        case Field():
            return _MEMBER, _field(node)
        case ListOf(items=items):
            return _MEMBER, f"[{', '.join(_write(item, _CHOICE) for item in items)}]"
        case MapOf(keys=keys, values=values):
            pairs = (f"{_literal(key)[1]}: {_write(value, _CHOICE)}" for key, value in zip(keys, values, strict=True))
            return _MEMBER, f"{{{', '.join(pairs)}}}"
        case Each():
            return _MEMBER, _each(node)
        case Call():
            return _call(node)


def _literal(value: object) -> tuple[int, str]:
    if value is None or isinstance(value, bool):
        return _MEMBER, {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _MEMBER, quoted(value)
    if isinstance(value, timedelta):
        return _MEMBER, f"duration({quoted(duration_text(value))})"
    if isinstance(value, date):
        return _MEMBER, f"timestamp({quoted(moment_text(instant(value)))})"
    assert isinstance(value, (int, Decimal))
    text = number(value)
    return (_SIGN if text.startswith("-") else _MEMBER), text


def _field(node: Field) -> str:
    if node.default is not None:
        raise unsayable(node, f"var {node.path}")
    parts = node.path.split(".") if node.path else []
    if node.scope and node.scope != _RECORD:
        parts = [node.scope, *parts]
    if not parts or not _NAME.fullmatch(parts[0]) or parts[0] in _WORDS:
        raise unsayable(node, node.path or "var")
    text = node.scope + parts[0] if node.scope == _RECORD else parts[0]
    for part in parts[1:]:
        if part.isdigit():
            text += f"[{part}]"
        else:
            text += f".{part}" if _NAME.fullmatch(part) else f"[{quoted(part)}]"
    return text


def _each(node: Each) -> str:
    source, name = _write(node.source, _MEMBER), node.name
    within = _told_apart(node.body, name)
    body = _write(within, _CHOICE) if node.kind != "none" else ""
    match node.kind:
        case "all" | "exists" | "exists_one" | "map" | "filter":
            return f"{source}.{node.kind}({name}, {body})"
        case "every":
            return f"({source}.size() > 0 && {source}.all({name}, {body}))"
        case "none":
            return f"{source}.all({name}, !{_write(within, _SIGN)})"
        case _:
            raise unsayable(node, node.kind)


def _told_apart(node: Node, name: str) -> Node:
    """The node with its fields of the record that are called as a macro calls its items read as “.name”."""
    match node:
        case Field(scope="", path=path) if path.partition(".")[0] == name:
            return replace(node, scope=_RECORD)
        case Call():
            return replace(node, operands=tuple(_told_apart(each, name) for each in node.operands))
        case ListOf():
            return replace(node, items=tuple(_told_apart(each, name) for each in node.items))
        case MapOf():
            return replace(node, values=tuple(_told_apart(each, name) for each in node.values))
        case Each():
            return replace(node, source=_told_apart(node.source, name), body=_told_apart(node.body, name))
        case _:
            return node


def _call(node: Call) -> tuple[int, str]:
    name, operands = node.operator, node.operands
    if name in _LOGIC:
        level, sign = _LOGIC[name]
        return level, f" {sign} ".join(_write(operand, level + 1) for operand in operands)
    if name in ("not", "negate") or (name == "~-" and len(operands) == 1):
        sign = "!" if name == "not" else "-"
        text = _write(operands[0], _MEMBER if sign == "-" else _SIGN)
        return _SIGN, f"{sign}({text})" if sign == "-" and text[:1].isdigit() else f"{sign}{text}"
    if name == "if":
        return _CHOICE, _choice(operands)
    if name in ("is_null", "is_not_null"):
        return _COMPARED, f"{_write(operands[0], _COMPARED + 1)} {'==' if name == 'is_null' else '!='} null"
    if name in _BINARY and len(operands) == 2:
        level, sign = _BINARY[name]
        first, second = (_write(operand, at) for operand, at in zip(operands, (level, level + 1), strict=True))
        return level, f"{first} {sign} {second}"
    if name in _MANY and len(operands) > 1:
        level, sign = _MANY[name]
        return level, f" {sign} ".join(_write(operand, level + 1) for operand in operands)
    return _called(node)


def _called(node: Call) -> tuple[int, str]:
    name, operands = node.operator, node.operands
    if name == "not_in":
        return _SIGN, f"!({_write(operands[0], _COMPARED + 1)} in {_write(operands[1], _COMPARED + 1)})"
    if name in ("between", "~<=<=", "~<<"):
        value, low, high = operands if name == "between" else (operands[1], operands[0], operands[2])
        sign = "<" if name == "~<<" else "<="
        shown = _write(value, _COMPARED + 1)
        low_text, high_text = (_write(end, _COMPARED + 1) for end in (low, high))
        return _AND, f"{low_text} {sign} {shown} && {shown} {sign} {high_text}"
    if name == "index":
        return _MEMBER, f"{_write(operands[0], _MEMBER)}[{_write(operands[1], _CHOICE)}]"
    if name in _METHOD:
        arguments = ", ".join(_write(operand, _CHOICE) for operand in operands[1:])
        return _MEMBER, f"{_write(operands[0], _MEMBER)}.{_METHOD[name]}({arguments})"
    if name in _FUNCTION:
        return _MEMBER, f"{_FUNCTION[name]}({_write(operands[0], _CHOICE)})"
    raise unsayable(node, name)


def _choice(operands: tuple[Node, ...]) -> str:
    text = "null" if len(operands) % 2 == 0 else _write(operands[-1], _CHOICE)
    for at in range(len(operands) // 2 - 1, -1, -1):
        text = f"{_write(operands[2 * at], _OR)} ? {_write(operands[2 * at + 1], _OR)} : {text}"
    return text
