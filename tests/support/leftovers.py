"""What a test of widgets may leave behind by mistake."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def settle() -> None:
    """Delete what is to be deleted, in Qt and in Python."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def running_timers() -> list[str]:
    """Every timer that still runs, by its name or its parent."""
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer)]
    return [
        timer.objectName() or repr(timer.parent()) for timer in timers if shiboken6.isValid(timer) and timer.isActive()
    ]


def left_threads(before: AbstractSet[threading.Thread]) -> list[str]:
    """The names of the threads that run now and did not run then; daemons end with the process."""
    return [t.name for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
