"""The services of the program, put together once."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.db.faults import fault_store
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from jarvis_desktop.agents.service import LayerService
    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.states.service import ConfigStates
    from jarvis_desktop.config.writing.service import ConfigWriter
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.edits.service import EditService
    from jarvis_desktop.edits.types import Wording
    from jarvis_desktop.exports.copying import CopyService
    from jarvis_desktop.exports.service import ExportService
    from jarvis_desktop.forms.definitions import FormDefinitions
    from jarvis_desktop.forms.drafts.service import DraftService
    from jarvis_desktop.forms.files.service import FileService
    from jarvis_desktop.forms.lookups.service import LookupService
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.forms.versions.service import FormVersions
    from jarvis_desktop.imports.service import ImportService
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.people.branding import BrandingService
    from jarvis_desktop.people.directory.service import DirectoryService
    from jarvis_desktop.people.memory import MemoryService
    from jarvis_desktop.people.notifications.service import NotificationService
    from jarvis_desktop.people.sessions.service import SessionService
    from jarvis_desktop.search.service import SearchService
    from jarvis_desktop.views.service import ViewService


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
    def definitions(self) -> FormDefinitions:
        """Forms as they are described, without what stores their records."""
        from jarvis_desktop.forms.definitions import FormDefinitions

        return FormDefinitions(self.database, self.tables)

    @cached_property
    def forms(self) -> FormService:
        """Forms and the records they hold."""
        from jarvis_desktop.forms.service import FormService

        return FormService(self.database, self.tables)

    @cached_property
    def form_versions(self) -> FormVersions:
        """Forms as they were published."""
        from jarvis_desktop.forms.versions.service import FormVersions

        return FormVersions(self.database, self.tables)

    @cached_property
    def config(self) -> ConfigService:
        """Settings: which value is in force, and why."""
        from jarvis_desktop.config.service import ConfigService

        return ConfigService(self.database)

    @cached_property
    def config_writer(self) -> ConfigWriter:
        """Settings, written."""
        from jarvis_desktop.config.writing.service import ConfigWriter

        return ConfigWriter(self.database, self.config)

    @cached_property
    def config_states(self) -> ConfigStates:
        """Snapshots of the configuration, restored, compared, carried in files."""
        from jarvis_desktop.config.states.service import ConfigStates

        return ConfigStates(self.database, self.config)

    @cached_property
    def lookups(self) -> LookupService:
        """Choices of fields that are rows of tables."""
        from jarvis_desktop.forms.lookups.service import LookupService

        return LookupService(self.database, self.tables)

    @cached_property
    def files(self) -> FileService:
        """Files that fields hold."""
        from jarvis_desktop.forms.files.service import FileService

        return FileService(self.database)

    @cached_property
    def copying(self) -> CopyService:
        """Rows as texts for the clipboard."""
        from jarvis_desktop.exports.copying import CopyService

        return CopyService(self.database, self.tables)

    @cached_property
    def edits(self) -> EditService:
        """The journal: what was stored, and its inverse."""
        from jarvis_desktop.edits.service import EditService

        return EditService(self.database, partial(_wording, self))

    @cached_property
    def layers(self) -> LayerService:
        """The six layers and their agents."""
        from jarvis_desktop.agents.service import LayerService

        return LayerService(self.database)

    @cached_property
    def memory(self) -> MemoryService:
        """What a person left the places of the window like."""
        from jarvis_desktop.people.memory import MemoryService

        return MemoryService(self.database)

    @cached_property
    def notifications(self) -> NotificationService:
        """What the window told people."""
        from jarvis_desktop.people.notifications.service import NotificationService

        return NotificationService(self.database)

    @cached_property
    def sessions(self) -> SessionService:
        """Who is signed in on this database, this program among them."""
        from jarvis_desktop.people.sessions.service import SessionService

        return SessionService(self.database)

    @cached_property
    def directory(self) -> DirectoryService:
        """Everybody, and which person an account is."""
        from jarvis_desktop.people.directory.service import DirectoryService

        return DirectoryService(self.database)

    @cached_property
    def drafts(self) -> DraftService:
        """What people typed into forms and did not save."""
        from jarvis_desktop.forms.drafts.service import DraftService

        return DraftService(self.database)

    @cached_property
    def branding(self) -> BrandingService:
        """The company's name, logo and colours."""
        from jarvis_desktop.people.branding import BrandingService

        return BrandingService(self.database)

    @cached_property
    def exports(self) -> ExportService:
        """Rows written to files."""
        from jarvis_desktop.exports.service import ExportService

        return ExportService(self.database, self.tables)

    @cached_property
    def views(self) -> ViewService:
        """Saved filters of lists."""
        from jarvis_desktop.views.service import ViewService

        return ViewService(self.database, self.tables)

    @cached_property
    def search(self) -> SearchService:
        """One search over everything."""
        from jarvis_desktop.search.service import SearchService

        return SearchService(self.database, self.tables, self.metadata, self.definitions)

    @cached_property
    def imports(self) -> ImportService:
        """Rows of files into tables."""
        from jarvis_desktop.imports.service import ImportService

        return ImportService(self.database, self.tables, self.forms, self.memory)


def _wording(services: Application, table: str, reader: Reader) -> Wording:
    """The words of the form that a table's records open in."""
    from jarvis_desktop.forms.wording import wording

    return wording(services.forms, table, reader)
