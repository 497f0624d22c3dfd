"""Shows what a rule means and how it came to its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.json_text import MAX_NESTING
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.budget import Budget
from jarvis_desktop.expressions.closures import Closure, Record
from jarvis_desktop.expressions.moments import moment_text
from jarvis_desktop.expressions.printers.cel import write_cel
from jarvis_desktop.expressions.printers.field_words import FieldWords, stored_text
from jarvis_desktop.expressions.printers.jsonlogic import write_jsonlogic
from jarvis_desktop.expressions.printers.outline import outline
from jarvis_desktop.expressions.printers.parts import Unsayable
from jarvis_desktop.expressions.printers.simple import write_simple, write_simple_text
from jarvis_desktop.expressions.printers.words import Labels, Wording
from jarvis_desktop.expressions.rules import Rule, guarded
from jarvis_desktop.expressions.tree import MAX_RESULT, Failed, Node, Undetermined, nodes
from jarvis_desktop.expressions.values import Value, normal

__all__ = [
    "Explanation",
    "FieldWords",
    "Labels",
    "Step",
    "explain",
    "part_in_words",
    "reason",
    "shown",
    "stored_text",
    "trace",
]

MOST_STEPS = 1_000
"""Sub-expressions that a trace holds; those of macros over long lists are many."""


@dataclass(frozen=True, slots=True)
class Step:
    """A sub-expression that was computed: where it stands, what it says, and its value, those deepest in first."""

    place: str
    words: str
    value: Value


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words and in each language (Failed where that cannot say it), and how it was computed, if asked.

    `words` is one sentence without its full stop; `outline` says the same, in lines where that would be long.
    """

    words: str
    outline: str
    jsonlogic: Any
    cel: str | Failed
    simple: Any
    simple_text: str | Failed
    steps: tuple[Step, ...] = ()


def explain(rule: Rule, record: Record = None, *, labels: Labels | None = None) -> Explanation:
    """What a rule means, and for a record each step of its evaluation.

    `labels` are what people call the fields, as text or with how they write the values in them (`FieldWords`).
    """
    words = Wording(labels, rule.fields)
    tree = rule.tree
    return Explanation(
        words.condition(tree),
        outline(words, tree),
        _written(write_jsonlogic, tree),
        _written(write_cel, tree),
        _written(write_simple, tree),
        _written(write_simple_text, tree),
        () if record is None else trace(rule, record, words),
    )


def part_in_words(rule: Rule, place: str, *, labels: Labels | None = None) -> str:
    """The part of a rule that stands at `place` (a pointer of a Failed) as a sentence; "" where none does."""
    found = [node for node in nodes(rule.tree) if node.place == place] if place else []
    return Wording(labels, rule.fields).condition(found[0]) if found else ""


def trace(rule: Rule, record: Record, words: Wording | None = None) -> tuple[Step, ...]:
    """Every sub-expression but constants that was computed for a record, in that order; none that was not needed."""
    found: list[tuple[Node, Value]] = []

    def watch(node: Node, closure: Closure) -> Closure:
        def watched(record: Record, budget: Budget | None) -> Value:
            value = closure(record, budget)
            if len(found) < MOST_STEPS:
                found.append((node, value))
            return value

        return watched

    value = guarded(rule.building(watch).build(rule.tree), record, Budget())
    if not found or (isinstance(value, Failed) and found[-1] != (rule.tree, value)):
        found.append((rule.tree, value))
    wording = words or Wording(None, rule.fields)
    return tuple(Step(node.place, wording.say(node), value) for node, value in found)


def shown(value: Value, most: int = MAX_RESULT) -> Any:
    """A value as JSON holds it: null for what is not known, days, instants and durations as text.

    Of more than `most` characters and items together the first, with “…” behind: what is computed may hold the same
    list many times over.
    """
    return _shown(value, [most], 0)


def _shown(value: Value, left: list[int], depth: int) -> Any:
    if depth > MAX_NESTING // 2:
        return None
    value = normal(value)
    match value:
        case Undetermined() | Failed():
            return None
        case str():
            most, left[0] = max(0, left[0]), left[0] - len(value)
            return value if len(value) <= most else value[:most] + "…"
        case None | bool() | int():
            return value
        case list():
            items = [_shown(item, left, depth + 1) for item in takewhile(lambda _: _take(left), value)]
            return items if len(items) == len(value) else [*items, "…"]
        case Mapping():
            pairs = takewhile(lambda _: _take(left), value.items())
            return {_key(key): _shown(item, left, depth + 1) for key, item in pairs}
        case timedelta():
            return duration_text(value)
        case date():
            return moment_text(value)
        case _:
            return value


def _take(left: list[int]) -> bool:
    left[0] -= 1
    return left[0] >= 0


def _key(key: object) -> str:
    text = str(key).lower() if isinstance(key, bool) else str(key)
    return text.encode(errors="replace").decode()


def reason(verdict: object) -> str:
    """Why a rule gives neither true nor false, in words; "" where it does."""
    match verdict:
        case Failed(reason=text):
            return text
        case Undetermined(fields=fields):
            return tr("Not known: {fields}.", fields=", ".join(sorted(fields)) or tr("a value"))
        case _:
            return ""


def _written(write: Any, tree: Node) -> Any:
    try:
        return write(tree)
    except Unsayable as error:
        return Failed(str(error), error.place)
