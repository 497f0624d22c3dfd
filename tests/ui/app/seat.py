"""A person before one table in the running window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.record_table import RecordTable
from ui.core.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.tables.types import ColumnKind
    from ui.app.program import Program

FILL = """
    INSERT INTO incidents (incident_id, title, priority, status)
    SELECT 'W-' || g, 'Hail damage number ' || g, (ARRAY['low', 'high'])[1 + mod(g, 2)], 'open'
    FROM generate_series(1::bigint, %s) AS g
"""
TOUCH = "UPDATE incidents SET status = 'in_progress' WHERE incident_id = 'W-3'"
LOSE_ALL = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


class Seat:
    """A person before one table in the window, and what the program had to record."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        self.faults: list[object] = []
        program.desk.reported.connect(self.faults.append)

    @property
    def table(self) -> RecordTable:
        pages = self.program.window.content.pages
        page = pages.page(pages.current_key)
        assert page is not None
        return page.findChildren(RecordTable)[0]

    def settled(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=15_000)

    def cells(self, column: int = 0) -> list[str]:
        model = self.table.source.model
        return [str(model.data(model.index(place, column))) for place in range(model.rowCount())]

    def told(self) -> str:
        """The notices in view, whole."""
        shown = [n for n in self.table.findChildren(Notice) if n.isVisible()]
        return " ".join(f"{notice.title} {notice.text}" for notice in shown)

    def kinds(self) -> dict[str, ColumnKind]:
        return {column.name: column.kind for column in self.table.source.model.columns}

    def follows(self) -> None:
        """Wait until the change of `TOUCH` was read."""
        self.qtbot.waitUntil(lambda: "in_progress" in self.words("W-3"), timeout=10_000)
        self.settled()

    def words(self, incident: str) -> list[object]:
        model = self.table.source.model
        rows = [model.row(place) for place in range(model.rowCount())]
        return next((list(row.values) for row in rows if row is not None and incident in row.values), [])
