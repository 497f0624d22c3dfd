"""Typing into the search of a million-row table: from each key to the first rows on the screen."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.migrate import upgrade
from jarvis_desktop.db.search_indexes import INDEXES
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

MILLION = 1_000_000
ROUNDS = 5
COLUMNS = ["incident_id", "title", "description", "priority", "status", "assigned_to", "created_at"]
WORDS = ("printer", "INC-777123", "quixotic")
"""A common one, a rare one, and one that is nowhere."""
PATIENCE_SECONDS = 60

FILL = """
INSERT INTO incidents
  (incident_id, title, description, priority, status, assigned_to, critical_flags, last_interaction_date, created_at)
SELECT 'INC-' || g,
  (ARRAY['Printer', 'Policy portal', 'Claims mailbox', 'Premium engine', 'Broker login', 'Night batch', 'VPN gateway',
         'Rating service', 'Document store', 'Renewal job', 'Telephone queue', 'Scanner'])[1 + mod(g * 7919, 12)]
  || ' ' || (ARRAY['stuck', 'slow', 'rejects files', 'times out', 'shows wrong totals', 'loses attachments',
                   'duplicates rows', 'crashes', 'is unreachable'])[1 + mod(g * 104729 / 12, 9)]
  || ' in ' || (ARRAY['Hamburg', 'Leeds', 'Lyon', 'Porto', 'Turin', 'Ghent', 'Graz', 'Cork'])[1 + mod(g / 3, 8)]
  || ' since ' || mod(g * 31, 365),
  'Reported by desk ' || mod(g, 977) || ': ' || repeat('what happened and what was tried ', (1 + mod(g, 4))::int)
  || md5(g::text),
  (ARRAY['low', 'medium', 'high', 'critical'])[1 + mod(g * 13, 4)],
  (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + mod(g * 17, 4)],
  CASE WHEN mod(g, 5) > 0 THEN 'person' || mod(g, 7) END, '{"sla": true}',
  timestamp '2026-01-01' + g * interval '1 second', timestamp '2025-01-01' + g * interval '7 second'
FROM generate_series(1::bigint, %s) g
"""


def fill(url: str, rows: int = MILLION) -> None:
    """Put a million incidents (or so many) of every sort into the database, its indexes over them."""
    ours = ", ".join(index.name for index in INDEXES if index.table == "incidents")
    with psycopg.connect(url, autocommit=True) as connection:
        # Building these once over all rows takes a third of the time of growing them row by row.
        connection.execute(f"DROP INDEX {ours}")
        connection.execute(FILL, [rows])
        upgrade(url)
        connection.execute("VACUUM ANALYZE incidents")


class Typist:
    """A person at a table of incidents: types, and looks at the clock when rows are painted."""

    def __init__(self, url: str, folder: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtWidgets import QApplication

        from jarvis_desktop.app.application import Application
        from jarvis_desktop.app.paths import Paths
        from jarvis_desktop.metadata.types import Reader
        from tests.benchmarks.painting import Painted
        from ui.components.component import ComponentContext
        from ui.components.record_table import RecordTable
        from ui.core.bus import ChangeBus
        from ui.core.tasks import TaskRunner
        from ui.core.theme import Theme

        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._application = application
        self._waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        self._ticking = QTimer(interval=1)
        self._ticking.start()
        self._database = Database(url)
        self._tasks = TaskRunner()
        context = ComponentContext(
            services=Application(self._database, Paths(folder, folder, folder)),
            tasks=self._tasks,
            bus=ChangeBus(),
            theme=Theme(application),
            viewer=Reader("admin", "bench", frozenset({"records.write"}), datetime.now(UTC)),
        )
        self.table = RecordTable(context, {"table": "incidents", "columns": COLUMNS})
        self.table.resize(1440, 900)
        self._painted = Painted(self.table.view.viewport(), self.table.pages)
        self.table.source.opened.connect(self._painted.expect)
        self.table.show()
        self._wait(lambda: self._painted.seen)
        self.rest()

    def key(self, letter: str) -> float:
        """Milliseconds from a key to the rows, or to the word that there are none."""
        from PySide6.QtTest import QTest

        self._painted.forget()
        began = time.perf_counter()
        QTest.keyClicks(self.table.bar.search, letter)
        self._wait(lambda: self._painted.seen)
        return (time.perf_counter() - began) * 1000

    def clear(self) -> None:
        """Empty the search again."""
        self._painted.forget()
        self.table.bar.clear()
        self._wait(lambda: self._painted.seen)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self._wait(lambda: self._tasks.pending == 0)

    def leave(self) -> None:
        """Close everything."""
        self._ticking.stop()
        self.table.hide()
        self._tasks.shutdown()
        self._database.dispose()

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.perf_counter() + PATIENCE_SECONDS
        while not until():
            assert time.perf_counter() < end, "nothing was painted"
            # The timer ends each wait, so that time passes where nothing happens.
            self._application.processEvents(self._waiting)


def keystrokes(url: str) -> dict[str, float]:
    """Median milliseconds from a key to the first rows painted, by the text that stands in the search then."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        typist = Typist(url, Path(folder))
        for turn in range(ROUNDS + 1):
            for word in WORDS:
                for length, letter in enumerate(word, start=1):
                    milliseconds = typist.key(letter)
                    if turn:
                        taken.setdefault(word[:length], []).append(milliseconds)
                typist.clear()
        typist.leave()
    return {typed: statistics.median(times) for typed, times in taken.items()}


def filter_keystroke() -> Figure:
    """The slowest text on the way to a common, a rare and an absent word."""
    with scratch_database() as url:
        fill(url)
        medians = keystrokes(url)
    slowest = max(medians, key=medians.__getitem__)
    what = f"key in the search to first rows painted, 1,000,000 rows; slowest at “{slowest}”"
    return Figure("FILTER", what, medians[slowest], 100, "ms")


BENCHES: tuple[Callable[[], Figure], ...] = (filter_keystroke,)
