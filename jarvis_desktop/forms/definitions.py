"""Forms as they are described, without their records: all that the first lists need of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.resolution import FormResolver

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.types import FormDefinition
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService


class FormDefinitions:
    """Describes forms; every method is one transaction."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables
        self._types = field_types()
        self._resolver = FormResolver(self._types, tables)

    def definition(self, form_type: str, reader: Reader, *, new: bool = False) -> FormDefinition:
        """The form as the reader sees it; ConfigurationError when there is none of that type.

        `form_type` names rows of `form_field_definitions`, a step as `workflow_type.step_name`, or `table:NAME`. `new`
        is the form for a record to come (keys may be typed there).
        """
        with self._database.read() as session:
            return self._resolver.form(session, form_type, reader, new=new).definition

    def definition_for_table(self, table: str, reader: Reader, *, new: bool = False) -> FormDefinition:
        """The form that a table's records open in: one whose target it is, else one derived from its columns."""
        with self._database.read() as session:
            return self._resolver.for_table(session, table, reader, new=new).definition
