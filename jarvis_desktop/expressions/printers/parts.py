"""What the printers share."""

from __future__ import annotations

from datetime import date, timedelta

from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.moments import moment_text
from jarvis_desktop.expressions.tree import Node


class Unsayable(Exception):
    """A language has no way to say a part of a tree; `place` is where the part stands in the rule it came from."""

    def __init__(self, what: str, place: str = "") -> None:
        super().__init__(tr("{what} cannot be said in this language.", what=what))
        self.place = place


def unsayable(node: Node, what: str) -> Unsayable:
    """What to raise about a node."""
    return Unsayable(f"“{what.removeprefix('~')}”", node.place)


def json_value(value: object) -> object:
    """A constant as JSON holds it: days, instants and durations as text."""
    if isinstance(value, date):
        return moment_text(value)
    return duration_text(value) if isinstance(value, timedelta) else value
