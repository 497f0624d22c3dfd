"""What a test of widgets may leave behind by mistake."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from ui.core.restyling import Restyling

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_MOST_SLICES = 10_000
"""Turns of the event loop; a look that does not come to its end is found as a timer that still runs."""

_TIMERS_SET_ASIDE: weakref.WeakSet[QTimer] = weakref.WeakSet()


def set_aside() -> None:
    """Let the collector pass over everything that is there already.

    It came before the test, so it is not left by it; and going through it again at the end of every test would take
    three quarters of the time of all tests.
    """
    gc.collect()
    _TIMERS_SET_ASIDE.update(_timers())
    gc.freeze()


def settle() -> None:
    """Let a new look reach what is out of sight, and delete what is to be deleted, in Qt and in Python."""
    QCoreApplication.processEvents()
    application = QCoreApplication.instance()
    looks = application.findChildren(Restyling) if application is not None else []
    for _ in range(_MOST_SLICES):
        if not any(look.under_way for look in looks):
            break
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def running_timers() -> list[str]:
    """Every timer that still runs, by its name or its parent."""
    return [
        timer.objectName() or repr(timer.parent())
        for timer in [*_TIMERS_SET_ASIDE, *_timers()]
        if shiboken6.isValid(timer) and timer.isActive()
    ]


def _timers() -> list[QTimer]:
    return [each for each in gc.get_objects() if isinstance(each, QTimer)]


def left_threads(before: AbstractSet[threading.Thread]) -> list[str]:
    """The names of the threads that run now and did not run then; daemons end with the process."""
    return [t.name for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
