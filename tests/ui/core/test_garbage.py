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
