"""The words of a table's form for what its cells store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import JarvisError
from ui.tables.formatting import NO_LABELS

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.metadata.types import Reader
    from ui.tables.formatting import Labels


def read_labels(services: Application, reader: Reader, table: str, form_type: str = "") -> Labels:
    """The labels of the form that a table's records open in; none where there is no form. For workers."""
    from jarvis_desktop.forms.option_labels import option_labels

    try:
        forms = services.definitions
        found = forms.definition(form_type, reader) if form_type else forms.definition_for_table(table, reader)
    except JarvisError:
        # Labels are a courtesy: what keeps the form from being read is told where the form is shown.
        return NO_LABELS
    return option_labels(found)
