"""How long the UI thread was away from its events, and what it was doing then."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 10
STALL_MS = 100
"""How long people wait without noticing."""


@dataclass(frozen=True, slots=True)
class Stall:
    """A time without events: milliseconds by the clock, of the UI thread's own work, and its stack while it lasted."""

    wall: float
    cpu: float
    doing: str
    stack: str


class StallWatch(QObject):
    """A timer that should beat every few milliseconds, and a thread that looks at the UI thread when it does not.

    The clock counts what other programs of a busy machine take; the UI thread's own time does not, nor what it waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self.doing = ""
        self.stalls: list[Stall] = []
        self._watched = threading.get_ident()
        self._beat_at, self._cpu = time.monotonic(), time.thread_time()
        self._stack = ""
        self._over = threading.Event()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._looking = threading.Thread(target=self._look, name="stalls", daemon=True)
        self._looking.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._over.set()
        self._looking.join()

    def _beat(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        wall = (now - self._beat_at) * 1000 - BEAT_MS
        if wall > STALL_MS:
            self.stalls.append(Stall(wall, (cpu - self._cpu) * 1000, self.doing, self._stack))
        self._beat_at, self._cpu, self._stack = now, cpu, ""

    def _look(self) -> None:
        while not self._over.wait(BEAT_MS / 1000):
            if time.monotonic() - self._beat_at > 0.7 * STALL_MS / 1000:
                self._stack = stack_of(self._watched)


def stack_of(thread: int, *, deepest: int = 14) -> str:
    """Where a thread is, the innermost line first.

    Whoever holds a frame keeps its locals, a QPainter perhaps, and would destroy them in the wrong thread: nothing here
    lets the other thread run before the frames are let go.
    """
    found: list[str] = []
    frame = sys._current_frames().get(thread)
    while frame is not None and len(found) < deepest:
        code = frame.f_code
        found.append(f"{code.co_filename}:{frame.f_lineno} {code.co_qualname}")
        frame = frame.f_back
    del frame
    return "\n".join(found)
