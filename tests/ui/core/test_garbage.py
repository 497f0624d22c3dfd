"""Cycles of widgets are collected on the UI thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from ui.core.garbage import GarbageCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Knot:
    """Two of these hold each other, and remember where they end."""

    ends: list[threading.Thread]

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.other: Knot | None = None
        self.ends = ends

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    collector = GarbageCollector()
    yield collector
    collector.stop()
    gc.disable()  # as the other tests of this folder have it


def tie(ends: list[threading.Thread]) -> weakref.ref[Knot]:
    first, second = Knot(ends), Knot(ends)
    first.other, second.other = second, first
    return weakref.ref(first)


def test_what_is_there_after_the_start_is_passed_over_until_the_end(qapp: QApplication) -> None:
    collector = GarbageCollector()
    try:
        before = gc.get_freeze_count()
        collector.settle()
        assert gc.get_freeze_count() > before
        knot = tie([])
        gc.collect()
        assert knot() is None
    finally:
        collector.stop()
        gc.disable()  # as the other tests of this folder have it
    assert gc.get_freeze_count() == 0


def test_a_worker_that_allocates_collects_nothing(collector: GarbageCollector) -> None:
    gc.collect()
    ends: list[threading.Thread] = []
    knot = tie(ends)
    worker = threading.Thread(target=lambda: [[object()] for _ in range(20_000)])
    worker.start()
    worker.join()
    assert knot() is not None
    made = [[object()] for _ in range(2_000)]
    collector.collect()
    assert knot() is None
    assert set(ends) == {threading.main_thread()}
    assert made


def test_what_was_there_when_it_was_told_to_spare_it_is_left_alone(collector: GarbageCollector) -> None:
    kept: list[threading.Thread] = []
    gone: list[threading.Thread] = []
    before = tie(kept)
    collector.spare()
    after = tie(gone)
    made = [[object()] for _ in range(2_000)]
    collector.collect()
    assert after() is None
    assert before() is not None
    assert made
    collector.stop()
    gc.collect()
    assert before() is None


def test_what_grew_old_is_collected_again_and_again(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.core.garbage.FULL_S", 0.0)
    monkeypatch.setattr("ui.core.garbage.FULL_SHARE", 1e9)
    collector.spare()
    made: list[list[object]] = []
    for _ in range(2):
        first, second = Knot([]), Knot([])
        first.other, second.other = second, first
        old = weakref.ref(first)
        gc.collect()  # now it is old
        del first, second
        made += [[object()] for _ in range(2_000)]
        collector.collect()
        assert old() is None
