"""Collects garbage on the UI thread only.

Python runs its collector in whichever thread happens to allocate. In a worker that would destroy widgets there, which
Qt does not survive; so the automatic runs are switched off and a timer of the UI thread takes them over.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 2_000


class GarbageCollector(QObject):
    """Runs the collector on the thread it lives on, by Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the generations whose time has come."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Hand the collector back to Python."""
        self._timer.stop()
        gc.enable()
