"""The services of the program, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.agents.service import LayerService
from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.faults import fault_store
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from jarvis_desktop.app.paths import Paths


@dataclass(frozen=True, slots=True)
class Application:
    """What screens and commands call; every method of a service is one use case and one transaction."""

    database: Database
    metadata: MetadataService
    people: PeopleService
    tables: TableService
    forms: FormService
    layers: LayerService
    faults: FaultLog


def compose(database: Database, paths: Paths) -> Application:
    """Build the services over one database."""
    tables = TableService(database)
    return Application(
        database=database,
        metadata=MetadataService(database),
        people=PeopleService(database),
        tables=tables,
        forms=FormService(database, tables),
        layers=LayerService(database),
        faults=FaultLog(paths.log_dir, fault_store(database)),
    )
