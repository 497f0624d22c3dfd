"""What one evaluation may cost: operations, time, and the size of what it makes."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tree import MAX_OPERATIONS, MAX_RESULT, MAX_SECONDS, Failed

_OFTEN = 64
"""Operations between two looks at the clock."""
_FIRST_LOOK = MAX_OPERATIONS - _OFTEN


class OverBudget(Exception):
    """The evaluation is given up; `failed` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.failed = Failed(reason)


class Budget:
    """What is left for one evaluation, and the values that macros have bound.

    `left` are operations; who counts some asks `watch` as soon as there are fewer than `watched`.
    """

    __slots__ = ("_size", "_started", "bound", "left", "watched")

    def __init__(self) -> None:
        self.left = MAX_OPERATIONS
        self.watched = _FIRST_LOOK
        self._size = MAX_RESULT
        self._started = 0.0
        self.bound: dict[str, Any] = {}

    def watch(self) -> None:
        """See that operations are left, and look at the clock; raises OverBudget."""
        self.watched = max(0, self.left - _OFTEN)
        if self.left < 0:
            raise too_many_operations()
        self.look()

    def look(self) -> None:
        """Look at the clock, which runs from the first look on; raises OverBudget."""
        now = perf_counter()
        if not self._started:
            self._started = now
        elif now - self._started > MAX_SECONDS:
            raise OverBudget(tr("The rule took longer than {ms} ms.", ms=round(MAX_SECONDS * 1_000)))

    @property
    def grown(self) -> int:
        """How many characters and items were made."""
        return MAX_RESULT - self._size

    def grow(self, size: int) -> None:
        """Count characters or items made; raises OverBudget."""
        self._size -= size
        if self._size < 0:
            raise OverBudget(tr("The rule makes more than {size} characters.", size=f"{MAX_RESULT:,}"))


def too_many_operations() -> OverBudget:
    """The evaluation computed more sub-expressions than it may."""
    return OverBudget(tr("The rule took more than {max_operations} operations.", max_operations=f"{MAX_OPERATIONS:,}"))
