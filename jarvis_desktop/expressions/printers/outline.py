"""A long rule as lines: what is joined stands in a list, what is joined within that a step further in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tree import Call, Node

if TYPE_CHECKING:
    from jarvis_desktop.expressions.printers.words import Wording

_LONGEST_SENTENCE = 100
_STEP = "  "


def outline(words: Wording, tree: Node) -> str:
    """The tree as a sentence, where that is short, else as lines."""
    return "\n".join(_lines(words, tree, ""))


def _lines(words: Wording, node: Node, lead: str) -> Iterator[str]:
    sentence = words.condition(node)
    name = node.operator.removeprefix("~") if isinstance(node, Call) else ""
    if len(sentence) <= _LONGEST_SENTENCE or not isinstance(node, Call) or name not in ("and", "or", "not", "if"):
        yield lead + sentence
        return
    if name == "if":
        yield from _choice(words, node, lead)
        return
    inner = node.operands[0]
    if name == "not" and not (isinstance(inner, Call) and inner.operator.removeprefix("~") in ("and", "or")):
        yield lead + sentence
        return
    listed = inner if name == "not" else node
    assert isinstance(listed, Call)
    yield lead + _heading(name, listed.operator.removeprefix("~"))
    for operand in listed.operands:
        yield from _lines(words, operand, f"{_under(lead)}- ")


def _heading(name: str, joint: str) -> str:
    if name == "not":
        return tr("none of these holds:") if joint == "or" else tr("not all of these hold:")
    return tr("all of these hold:") if name == "and" else tr("one of these holds:")


def _choice(words: Wording, node: Call, lead: str) -> Iterator[str]:
    """Each condition with its result; the first that holds counts."""
    yield lead + tr("the first of these that applies:")
    under = f"{_under(lead)}- "
    operands = node.operands
    while len(operands) % 2 and isinstance(last := operands[-1], Call) and last.operator.removeprefix("~") == "if":
        operands = (*operands[:-1], *last.operands)
    for at in range(0, len(operands) - 1, 2):
        condition, result = words.condition(operands[at]), words.say(operands[at + 1])
        if len(condition) + len(result) <= _LONGEST_SENTENCE:
            yield under + tr("if {condition}: {value}", condition=condition, value=result)
            continue
        yield from _lines(words, operands[at], under + f"{tr('if', sense='rule')} ")
        yield from _lines(words, operands[at + 1], _under(under) + f"{tr('then', sense='rule')} ")
    if len(operands) % 2:
        yield from _lines(words, operands[-1], under + f"{tr('otherwise', sense='rule')} ")


def _under(lead: str) -> str:
    """The margin below a line that begins with `lead`."""
    margin = len(lead) - len(lead.lstrip(" "))
    return _STEP * (margin // len(_STEP) + (1 if lead.strip() else 0))
