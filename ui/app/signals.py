"""Ends the program in good order when the system or the terminal asks it to (SIGTERM, Ctrl+C)."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from types import FrameType


class SignalWatch(QObject):
    """Wakes the event loop for a signal: while Qt waits, Python's own handlers never get their turn.

    Signals:
        asked_to_end (): the process was told to end.
    """

    asked_to_end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _ignore)

    @Slot()
    def _on_woken(self) -> None:
        self._reading.recv(64)
        self.asked_to_end.emit()

    def stop(self) -> None:
        """Let go of the signals."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        self._reading.close()
        self._writing.close()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """The wake-up says it; without a handler of Python's there would be none."""
