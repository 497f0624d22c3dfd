"""Answers kept in the process: as long as nothing was written, and no boundary in time was passed."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.config.types import Answer, Ask

MOST_KEPT = 50_000
TOPICS = frozenset({"config_values", "config_registry"})


class AnswerCache:
    """Answers about now, each until its next boundary; empty and off until it is told that changes are heard of.

    An answer that was read before a change was heard of is not kept: `begin` before reading and `keep` after it take
    care of that. Safe to use from every thread. `clock` gives monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._heard = False
        self._generation = 0
        self._kept: dict[Ask, tuple[Answer, float]] = {}

    @property
    def on(self) -> bool:
        """Whether answers are kept."""
        return self._heard

    def hear(self, *, heard: bool) -> None:
        """Changes are heard of from now on, or not any more."""
        with self._lock:
            self._heard = heard
            self._forget()

    def forget(self) -> None:
        """Something was written."""
        with self._lock:
            self._forget()

    def find(self, ask: Ask) -> Answer | None:
        """The answer, if it is kept and still holds."""
        kept = self._kept.get(ask)
        return kept[0] if kept is not None and self._clock() < kept[1] else None

    def begin(self) -> tuple[int, float]:
        """A mark to take before an answer is read."""
        return self._generation, self._clock()

    def keep(self, mark: tuple[int, float], ask: Ask, answer: Answer, seconds: float | None) -> None:
        """Keep an answer that was read after `mark` and holds that many seconds (None: for ever)."""
        generation, began = mark
        with self._lock:
            if self._heard and generation == self._generation:
                if len(self._kept) >= MOST_KEPT:
                    self._kept = {}
                self._kept[ask] = (answer, float("inf") if seconds is None else began + seconds)

    def _forget(self) -> None:
        self._generation += 1
        self._kept = {}
