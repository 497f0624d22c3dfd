"""The texts that the code says through `tr`, `tr_n` and `mark`, found in its syntax."""

from __future__ import annotations

import ast
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.architecture.sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "jarvis_desktop.core.words"
SPEAKERS = {"tr": 1, "tr_n": 2, "mark": 1}
"""The functions, and how many of their arguments are texts."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One text: where translators look for it, what it is in English (`one`: of a single thing), and its sense."""

    room: str
    text: str
    sense: str = ""
    one: str = ""


def said(tree: tuple[str, ...] = ("jarvis_desktop", "ui")) -> list[Said]:
    """Every text once, under the first room that says it."""
    found: dict[tuple[str, str], Said] = {}
    for source in sources(*tree):
        for each in texts_of(source):
            key = (each.text, each.sense)
            found[key] = min(found.get(key, each), each)
    return sorted(found.values())


def texts_of(source: Source) -> Iterator[Said]:
    """The texts of a module."""
    for function, call in calls(source):
        literals = [literal(argument) for argument in call.args[: SPEAKERS[function]]]
        sense = next((literal(keyword.value) for keyword in call.keywords if keyword.arg == "sense"), "")
        if len(literals) == SPEAKERS[function] and all(literals):
            yield Said(room(source.path), literals[-1], sense, literals[0] if len(literals) > 1 else "")


def not_literal(source: Source) -> Iterator[str]:
    """Where a text is made when it is said: no translator would ever see it."""
    for function, call in calls(source):
        texts = call.args[: SPEAKERS[function]]
        if len(texts) < SPEAKERS[function] or not all(literal(argument) for argument in texts):
            yield f"{source.at(call)} calls {function} with something that is no literal"


def calls(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """The calls of the three functions, in modules that import them from the words."""
    names = {name for module, name in source.imports() if module == WORDS}
    if not names:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names & SPEAKERS.keys():
            yield node.func.id, node


def literal(node: ast.expr) -> str:
    """The text of a literal, "" of anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def room(path: str) -> str:
    """The room of a module, as translators know it: `ui/tables/header.py` is in “tables”."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "window"


def braces(text: str) -> set[str]:
    """The names in a text's braces; ValueError where they do not pair."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
