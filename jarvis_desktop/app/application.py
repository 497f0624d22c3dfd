"""The services of the program, put together once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.db.faults import fault_store
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from jarvis_desktop.agents.service import LayerService
    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService


class Application:
    """What screens and commands call; every method of a service is one use case and one transaction.

    The services that the first screen may do without are imported when they are first asked for.
    """

    def __init__(self, database: Database, paths: Paths) -> None:
        self.database = database
        self.metadata = MetadataService(database)
        self.people = PeopleService(database)
        self.tables = TableService(database)
        self.faults = FaultLog(paths.log_dir, fault_store(database))

    @cached_property
    def forms(self) -> FormService:
        """Forms and the records they hold."""
        from jarvis_desktop.forms.service import FormService

        return FormService(self.database, self.tables)

    @cached_property
    def layers(self) -> LayerService:
        """The six layers and their agents."""
        from jarvis_desktop.agents.service import LayerService

        return LayerService(self.database)
