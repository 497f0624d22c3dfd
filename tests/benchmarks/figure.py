"""One measured figure against its goal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and the most it may be (or the least, when `at_least`); `unit` "x" says it is a ratio."""

    id: str
    what: str
    value: float
    goal: float
    unit: str = "x"
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the value is on the right side of the goal."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal
