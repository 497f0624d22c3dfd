"""The checks for what a test leaves behind can fail."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer

from tests.support.leftovers import left_threads, running_timers, set_aside


def test_a_running_timer_is_found_until_it_stops() -> None:
    owner = QObject()
    timer = QTimer(owner, interval=60_000)
    timer.setObjectName("forgotten")
    timer.start()
    assert running_timers() == ["forgotten"]
    timer.stop()
    assert running_timers() == []


def test_a_timer_from_before_is_found_when_it_runs_again() -> None:
    owner = QObject()
    timer = QTimer(owner, interval=60_000)
    timer.setObjectName("from before")
    set_aside()
    assert running_timers() == []
    timer.start()
    assert running_timers() == ["from before"]
    timer.stop()
    assert running_timers() == []


def test_a_running_thread_is_found_until_it_ends() -> None:
    before, gate = set(threading.enumerate()), threading.Event()
    thread = threading.Thread(target=gate.wait, name="forgotten")
    thread.start()
    assert left_threads(before) == ["forgotten"]
    gate.set()
    thread.join()
    assert left_threads(before) == []
