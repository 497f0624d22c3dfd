"""Counts the rows of an export and tells, now and then, how far it is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jarvis_desktop.core.cancel import Cancellation
    from jarvis_desktop.exports.types import OnRows

_EVERY_ROWS = 500
_EVERY_SECONDS = 0.1


class Tally:
    """How many rows went by; `rows` is exact at the end, `step` is called once per some hundred rows."""

    every = _EVERY_ROWS

    def __init__(self, progress: OnRows, wanted: Cancellation) -> None:
        self.rows = 0
        self._progress = progress
        self._wanted = wanted
        self._told = 0.0  # so that the first rows are told at once

    def step(self, rows: int) -> None:
        """`rows` are written so far. Raises Cancelled when they are no longer wanted."""
        self.rows = rows
        self._wanted.check()
        now = time.monotonic()
        if now - self._told >= _EVERY_SECONDS:
            self._told = now
            self._progress(rows)

    def finish(self, rows: int) -> None:
        """All are written."""
        self.rows = rows
        self._wanted.check()
        self._progress(rows)
