"""The words of forms for what the journal says about columns and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.edits.types import Wording
from jarvis_desktop.forms.option_labels import option_labels

if TYPE_CHECKING:
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.metadata.types import Reader


def wording(forms: FormService, table: str, reader: Reader) -> Wording:
    """The labels of the form that a table's records open in; the names of the columns where there is none."""
    try:
        definition = forms.definition_for_table(table, reader)
    except JarvisError:
        # Labels are a courtesy: what keeps the form from being read is told where the form is shown.
        return Wording()
    return Wording({field.key: field.label for field in definition.fields}, option_labels(definition))
