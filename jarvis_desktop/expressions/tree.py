"""The one tree that every rule language becomes, and the answers a rule can give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

MAX_DEPTH = 64
MAX_OPERATIONS = 10_000


@dataclass(frozen=True, slots=True)
class Undetermined:
    """The record lacks what the rule needs: `fields` are the paths read that are null or missing."""

    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class Failed:
    """The rule cannot be read or run; `reason` is for people, `pointer` a JSON Pointer into the rule."""

    reason: str
    pointer: str = ""


Verdict: TypeAlias = bool | Undetermined | Failed


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant: null, true, false, an exact number, or a text."""

    value: Any


@dataclass(frozen=True, slots=True)
class Variable:
    """What the record holds at `path` (names joined by dots, "" the record itself), or `default` where nothing is."""

    path: str
    default: Node | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of expressions."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """An operator and its operands; `pointer` says where in the rule it stands."""

    operator: str
    operands: tuple[Node, ...]
    pointer: str = ""


Node: TypeAlias = Literal | Variable | Items | Call


class Unparsable(Exception):
    """A rule that is not in the language; caught where rules are compiled and answered as Failed."""

    def __init__(self, reason: str, pointer: str) -> None:
        super().__init__(reason)
        self.failed = Failed(reason, pointer)


def step(pointer: str, part: str | int) -> str:
    """The JSON Pointer one level further down."""
    return f"{pointer}/{str(part).replace('~', '~0').replace('/', '~1')}"
