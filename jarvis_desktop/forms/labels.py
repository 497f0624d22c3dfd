"""Titles of forms as people read them."""

from __future__ import annotations

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import in_sentence, label

_NEW, _EDIT = "_create", "_edit"


def is_for_new(form_type: str) -> bool:
    """Whether the form is one in which records are made, so that its title says so already."""
    return form_type.endswith(_NEW)


def form_title(form_type: str) -> str:
    """The title of a form that its template gives none: "New agent", "Edit agent", "Incident"."""
    last = form_type.rsplit(".", 1)[-1]
    if last.endswith(_NEW):
        return tr("New {lower_first}", lower_first=in_sentence(label(last.removesuffix(_NEW))))
    if last.endswith(_EDIT):
        return tr("Edit {lower_first}", lower_first=in_sentence(label(last.removesuffix(_EDIT))))
    return label(last)
