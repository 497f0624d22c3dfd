"""Where unexpected errors end: recorded, shown in the status bar, and the window goes on."""

from __future__ import annotations

import logging
import sys
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from types import TracebackType

    from jarvis_desktop.app.faults import FaultLog
    from jarvis_desktop.core.errors import JarvisError
    from ui.core.tasks import TaskRunner

log = logging.getLogger("qt")

REPEATED_AFTER_S = 60.0
"""Seconds after which the same known error is recorded again."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FaultDesk(QObject):
    """Takes every unexpected error, from any thread, and records it in a worker.

    `faults` is where they are kept; it is replaced once the database is open.

    Signals:
        reported (object): an error was taken (the exception), on the UI thread.
    """

    reported = Signal(object)
    _taken = Signal(object)

    def __init__(self, tasks: TaskRunner, faults: FaultLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.faults = faults
        self._noted: dict[tuple[str, str], float] = {}
        self._taken.connect(self._record)
        tasks.failure.connect(self.take)
        tasks.refusal.connect(self.note)

    def install(self) -> None:
        """Become the process's last resort for exceptions and Qt's messages."""
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_excepthook
        qInstallMessageHandler(_log_qt_message)

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Report `error`, from any thread."""
        self._taken.emit(error)

    @Slot(object)
    def note(self, error: JarvisError) -> None:
        """Record a known error that its screen shows already; the same words once a minute. UI thread only."""
        key, now = (type(error).__name__, error.message), time.monotonic()
        if now - self._noted.get(key, -REPEATED_AFTER_S) >= REPEATED_AFTER_S:
            self._noted[key] = now
            self._tasks.submit(Lane.IO, partial(self.faults.record, error), done=self._recorded)

    @Slot(object)
    def _record(self, error: BaseException) -> None:
        self._tasks.submit(Lane.IO, partial(self.faults.record, error), done=self._recorded)
        self.reported.emit(error)

    def _recorded(self, _fault: object) -> None:
        """Nothing to show: the status bar has said it already."""

    def _excepthook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    def _thread_excepthook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_value)


# What the platform plugin without a display says of every window it shows.
_OFFSCREEN_NOISE = "This plugin does not support"


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = getattr(context, "category", None)
    level = logging.DEBUG if message.startswith(_OFFSCREEN_NOISE) else _LEVELS.get(kind, logging.WARNING)
    log.log(level, "%s%s", f"{category}: " if category else "", message)
