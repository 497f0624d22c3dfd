"""The scripted ten minutes: nobody is kept waiting, nothing grows, nothing fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.bench_session import run_day
from tests.benchmarks.stalls import STALL_MS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.soak
def test_ten_minutes_of_work_leave_the_window_quick_and_small(stocked_url: str, tmp_path: Path) -> None:
    day = run_day(stocked_url, tmp_path, 600)
    assert day["faults"] == []
    stalls = [stall for stall in day["stalls"] if stall["cpu"] > STALL_MS]
    assert not stalls, max(stalls, key=lambda stall: float(stall["cpu"]))
    assert day["growth"] <= 0.05, day["mib"]
