"""Records to show, and a person's hands."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, text

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.metadata.types import Reader
from ui.components.component import ComponentContext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pytestqt.qtbot import QtBot

    from jarvis_desktop.app.application import Application
    from ui.components.component import Component
    from ui.components.record_table import RecordTable
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme


class Desk:
    """A database that others work in too, and components shown over it."""

    def __init__(
        self,
        qtbot: QtBot,
        database: Database,
        bus: ChangeBus,
        context: ComponentContext,
    ) -> None:
        self.qtbot = qtbot
        self.database = database
        self.bus = bus
        self.context = context

    def store(self, table: str, *rows: Mapping[str, Any]) -> None:
        with self.database.write() as session:
            session.execute(insert(TABLES[table]), [dict(row) for row in rows])

    def run(self, statement: str) -> None:
        with self.database.write() as session:
            session.execute(text(statement))

    def incidents(self, count: int, **values: Any) -> None:
        rows = [{"incident_id": f"INC-{n}", "title": f"Fault {n}", **values} for n in range(1, count + 1)]
        self.store("incidents", *rows)

    def changed(self, table: str, *ids: int) -> None:
        """Another client's change is announced."""
        self.bus.publish(Changes.of(table, ids or None))

    def show(self, component: Component) -> None:
        self.qtbot.addWidget(component)
        component.resize(900, 500)
        component.show()
        self.settled()

    def settled(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.context.tasks.pending == 0, timeout=10_000)

    def rows(self, table: RecordTable, column: int = 0) -> list[str]:
        model = table.source.model
        return [str(model.data(model.index(place, column))) for place in range(model.rowCount())]


@pytest.fixture
def desk_for(
    qtbot: QtBot,
    services: Application,
    live_url: str,
    bus: ChangeBus,
    tasks: TaskRunner,
    theme: Theme,
) -> Iterator[Callable[..., Desk]]:
    """A desk for a reader with these permissions; others work through a connection of their own."""
    others = Database(live_url)

    def make(*permissions: str, **extra: Any) -> Desk:
        reader = Reader("admin", "tester", frozenset(permissions), datetime.now(UTC))
        context = ComponentContext(
            services=services,
            tasks=tasks,
            bus=bus,
            theme=theme,
            viewer=reader,
            **extra,
        )
        return Desk(qtbot, others, bus, context)

    yield make
    others.dispose()


@pytest.fixture
def desk(desk_for: Callable[..., Desk]) -> Desk:
    """A desk for somebody who may do everything."""
    return desk_for("records.write", "config.write", "data.browse")
