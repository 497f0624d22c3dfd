"""One measured figure against its goal."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and the most it may be (or the least, when `at_least`); `unit` "x" says it is a ratio.

    The value is NaN where something that the figure needs is not here; `what` then says so.
    """

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

    @property
    def skipped(self) -> bool:
        """Whether nothing could be measured."""
        return isnan(self.value)
