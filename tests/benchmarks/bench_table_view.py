"""The table on the screen: frames while scrolling, a jump to the end, memory; real widgets over a real database."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from typing_extensions import override

from tests.benchmarks.bench_tables import MILLION, fill
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QEvent, QObject

    from ui.tables.source import TableSource
    from ui.tables.view import TableView

FEW = 10_000
FRAMES = 400
JUMPS = 15
COLUMNS = ["incident_id", "title", "priority", "status", "assigned_to", "created_at"]
SIZE = (1100, 700)
EMPTY, FULL = "empty", "full"


class Shown:
    """A table view over one database, on a screen that nobody sees."""

    def __init__(self, url: str, table: str = "incidents") -> None:
        from PySide6.QtWidgets import QApplication

        from jarvis_desktop.db.engine import Database
        from jarvis_desktop.tables.service import TableService
        from ui.core.tasks import TaskRunner
        from ui.core.theme import Theme
        from ui.tables.plan import read_props
        from ui.tables.source import TableSource
        from ui.tables.view import TableView

        app = QApplication.instance() or QApplication(["bench"])
        assert isinstance(app, QApplication)
        self.app = app
        self.database = Database(url)
        self.tasks = TaskRunner()
        props = {"table": table, "columns": COLUMNS} if table == "incidents" else {"table": table}
        self.source: TableSource = TableSource(TableService(self.database), self.tasks, read_props(props))
        self.view: TableView = TableView(self.source.model, Theme(app))
        self.source.opened.connect(self.view.lay_out)
        self.view.resize(*SIZE)
        self.view.show()
        self.source.reopen()
        self.until(lambda: self.source.plan is not None and self.source.total_exact and self.tasks.pending == 0)

    def until(self, ready: Callable[[], bool]) -> None:
        """Run the event loop until something is so."""
        end = time.monotonic() + 60
        while not ready():
            assert time.monotonic() < end, "nothing came"
            self.app.processEvents()

    def in_sight(self) -> bool:
        """Whether every row in sight is here."""
        first, last = self.view.rowAt(0), self.view.rowAt(self.view.viewport().height() - 1)
        last = self.source.model.rowCount() - 1 if last < 0 else last
        model = self.source.model
        return all(model.row(place) is not None or model.group(place) for place in range(first, last + 1))

    def stand_at(self, place: int) -> None:
        """Scroll a row to the top and wait until the rows there are here and painted."""
        self.view.verticalScrollBar().setValue(place)
        self.until(self.in_sight)
        self.view.viewport().repaint()

    def close(self) -> None:
        """Give everything back."""
        self.view.close()
        self.tasks.shutdown()
        self.database.dispose()


@contextmanager
def shown(rows: int) -> Iterator[Shown]:
    with scratch_database() as url:
        if rows:
            fill(url, rows)
        table = Shown(url)
        yield table
        table.close()


def frame(table: Shown, place: int) -> float:
    """CPU seconds of this thread for one scrolled frame; only frames that were painted count."""
    from ui.tables.view import TableView

    assert isinstance(table.view, TableView)
    painted = Painted(table)
    began = time.thread_time()
    table.view.verticalScrollBar().setValue(place)
    table.app.processEvents()
    taken = time.thread_time() - began
    assert painted.stop(), "a frame was not painted"
    return taken


class Painted:
    """Counts the paint events of a view."""

    def __init__(self, table: Shown) -> None:
        from PySide6.QtCore import QEvent, QObject

        class Counter(QObject):
            seen = 0

            @override
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    self.seen += 1
                return False

        self._viewport = table.view.viewport()
        self._counter = Counter()
        self._viewport.installEventFilter(self._counter)

    def stop(self) -> int:
        """How many there were."""
        self._viewport.removeEventFilter(self._counter)
        return self._counter.seen


def d3_scroll_frame() -> Figure:
    """The 95th of 100 frames scrolling three rows at a time, in the middle of a million rows and of ten thousand."""
    with shown(FEW) as few, shown(MILLION) as many:
        taken: dict[Shown, list[float]] = {few: [], many: []}
        starts = {few: FEW // 2, many: MILLION // 2}
        for table, start in starts.items():
            table.stand_at(start)
        for turn in range(1, FRAMES + 1):
            for table, start in starts.items():
                seconds = frame(table, start + 3 * turn)
                if turn > FRAMES // 10:
                    taken[table].append(seconds)
        p95 = {table: statistics.quantiles(times, n=20)[-1] for table, times in taken.items()}
        ratio = p95[many] / p95[few]
    return Figure("D3", "scroll frame p95, 1,000,000 rows / 10,000 rows", ratio, 1.15)


def j1_jump_to_the_end() -> Figure:
    """From the first row to the last, until it is painted, against the same to the next block that is not here."""
    with shown(MILLION) as table:
        model = table.source.model
        steps: list[float] = []
        jumps: list[float] = []
        for turn in range(JUMPS):
            for places, seconds in (((1000 + 9000 * turn,), steps), ((model.rowCount() - 1,), jumps)):
                for block in model.layout.sections[0].blocks[1:]:
                    block.put_away()
                model.turn_away()
                table.view.verticalScrollBar().setValue(0)
                table.until(lambda: table.tasks.pending == 0 and table.in_sight())
                began = time.perf_counter()
                table.stand_at(places[0])
                seconds.append(time.perf_counter() - began)
        ratio = statistics.median(jumps) / statistics.median(steps)
    return Figure("J1", "jump to the last of 1,000,000 rows / scroll to rows not here", ratio, 2)


def m1_memory() -> Figure:
    """What the window holds more when it shows a million rows, scrolled through in places, than an empty table."""
    with scratch_database() as url:
        empty = _measured(EMPTY, url)
        fill(url, MILLION)
        full = _measured(FULL, url)
    return Figure("M1", "memory of a table of 1,000,000 rows over the empty window", full - empty, 60, unit="MB")


def _measured(what: str, url: str) -> float:
    script = f"from tests.benchmarks.bench_table_view import weigh; print(weigh({what!r}, {url!r}))"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])


def weigh(what: str, url: str) -> float:
    """Megabytes resident of this process with the table open; run in a process of its own."""
    table = Shown(url)
    if what == FULL:
        for place in range(0, MILLION, MILLION // 100):
            table.stand_at(place)
        table.view.selectAll()
        table.stand_at(MILLION - 1)
    with open("/proc/self/status") as status:  # noqa: PTH123
        line = next(line for line in status if line.startswith("VmRSS"))
    table.close()
    return int(line.split()[1]) / 1024


BENCHES: tuple[Callable[[], Figure], ...] = (d3_scroll_frame, j1_jump_to_the_end, m1_memory)
