from __future__ import annotations

import threading

import pytest

from jarvis_desktop.core.cancel import Cancellation, Cancelled, cancellable, current


def test_work_that_was_cancelled_before_is_not_begun() -> None:
    wanted = Cancellation()
    wanted.cancel()
    with pytest.raises(Cancelled), cancellable(wanted):
        pytest.fail("begun")
    assert current() is None


def test_what_the_work_waits_for_is_stopped_and_nothing_else() -> None:
    wanted, told = Cancellation(), threading.Event()
    stopped: list[str] = []

    def stop() -> None:
        stopped.append("outer")
        told.set()

    with wanted.stopping(stop):
        with wanted.stopping(lambda: stopped.append("inner")):
            pass
        canceller = threading.Thread(target=wanted.cancel)
        canceller.start()
        told.wait(5)
    canceller.join()
    before = len(stopped)
    wanted.cancel()
    assert set(stopped) == {"outer"}
    assert len(stopped) == before


def test_who_did_not_hear_the_first_time_is_told_again() -> None:
    wanted, heard = Cancellation(), threading.Event()
    calls = iter((False, False, True))

    def stop() -> None:
        if next(calls, True):
            heard.set()

    with wanted.stopping(stop):
        canceller = threading.Thread(target=wanted.cancel)
        canceller.start()
        assert heard.wait(5)
    canceller.join()


def test_an_error_of_cancelled_work_is_that_it_was_cancelled() -> None:
    wanted = Cancellation()

    def fail(message: str) -> None:
        wanted.forget()
        raise OSError(message)

    with pytest.raises(Cancelled), wanted.stopping(wanted.check):
        fail("ours")
    with pytest.raises(OSError, match="other"), Cancellation().stopping(wanted.check):
        raise OSError("other")


def test_giving_back_waits_for_a_stop_under_way() -> None:
    wanted, begun, finish = Cancellation(), threading.Event(), threading.Event()
    order: list[str] = []

    def stop() -> None:
        begun.set()
        finish.wait(5)
        order.append("stopped")

    with wanted.stopping(stop):
        canceller = threading.Thread(target=wanted.cancel)
        canceller.start()
        begun.wait(5)
        threading.Timer(0.05, finish.set).start()
    order.append("given back")
    canceller.join()
    assert order == ["stopped", "given back"]
