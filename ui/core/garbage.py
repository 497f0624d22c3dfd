"""Collects garbage on the UI thread only.

Python runs its collector in whichever thread happens to allocate. In a worker that would destroy widgets there, which
Qt does not survive; so the automatic runs are switched off and a timer of the UI thread takes them over.

Going through everything that was imported takes a fifth of a second, which people notice: it is left out for good.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 2_000
FULL_S = 4.0
"""The least time between two full runs: pages that were left hold each other until the next one, and their memory."""
FULL_SHARE = 0.01
"""The part of the time that full runs may take."""
SETTLED_MS = 10_000
"""When the modules of the usual screens are there."""


class GarbageCollector(QObject):
    """Runs the collector on the thread it lives on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = False
        self._threshold = gc.get_threshold()[0]
        self._full_from = 0.0
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.settle)
        self._settling.start()

    @Slot()
    def settle(self) -> None:
        """Go through what is there now no more; the few cycles among it that end later stay in memory."""
        gc.collect(1)
        self.spare()

    @Slot()
    def collect(self) -> None:
        """Collect what was made since the last time; everything when a full run has its turn."""
        young, older, _ = gc.get_count()
        # What was imported is gone through only once it is spared: that alone takes too long.
        due = self._spared and time.monotonic() >= self._full_from
        if due and (older or young > self._threshold):
            began = time.thread_time()
            gc.collect()
            self._full_from = time.monotonic() + max(FULL_S, (time.thread_time() - began) / FULL_SHARE)
        elif young > self._threshold:
            gc.collect(0)

    @Slot()
    def spare(self) -> None:
        """Leave alone what is there now: for what lives as long as the program, such as its modules."""
        self._spared = True
        gc.freeze()

    def stop(self) -> None:
        """Hand the collector back to Python."""
        self._timer.stop()
        self._settling.stop()
        if self._spared:
            gc.unfreeze()
        gc.enable()
