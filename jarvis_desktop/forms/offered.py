"""Which forms a person may fill in for a new record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.targets import TABLE_PREFIX, is_edit_form
from jarvis_desktop.forms.types import NewForm
from jarvis_desktop.tables.labels import singular
from jarvis_desktop.tables.permission import may_write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.resolution import FormResolver
    from jarvis_desktop.metadata.types import Reader

MOST = 200


def new_forms(session: Session, resolver: FormResolver, reader: Reader, tables: Iterable[str]) -> list[NewForm]:
    """The forms of the metadata that store a new record, and for those of `tables` without one the derived form.

    A form whose rows cannot be used is left out: its screen tells why.
    """
    found: dict[str, NewForm] = {}
    written: set[str] = set()
    named = queries.form_types(session, MOST) if queries.present(session, "form_field_definitions") else []
    for form_type in named:
        if is_edit_form(form_type):
            continue
        try:
            form = resolver.form(session, form_type, reader, new=True)
        except ConfigurationError:
            continue
        if form.table and may_write(form.table, reader) and form.definition.fields:
            found[form_type] = NewForm(form_type, form.table, form.definition.title, singular(form.table))
            written.add(form.table)
    for table in dict.fromkeys(tables):
        if table not in written and may_write(table, reader) and queries.present(session, table):
            name = singular(table)
            found[table] = NewForm(TABLE_PREFIX + table, table, name, name)
    return list(found.values())
