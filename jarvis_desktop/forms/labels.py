"""Names of forms and fields as people read them."""

from __future__ import annotations

import re

from jarvis_desktop.tables.labels import label

_NEW, _EDIT = "_create", "_edit"


def humanised(name: str) -> str:
    """`assigned_to`, `assigned-to` and `assignedTo` as "Assigned to"."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return label(re.sub(r"[\s\-]+", "_", spaced).lower())


def form_title(form_type: str) -> str:
    """The title of a form that its template gives none: "New agent", "Edit agent", "Incident"."""
    last = form_type.rsplit(".", 1)[-1]
    if last.endswith(_NEW):
        return f"New {lower_first(humanised(last.removesuffix(_NEW)))}"
    if last.endswith(_EDIT):
        return f"Edit {lower_first(humanised(last.removesuffix(_EDIT)))}"
    return humanised(last)


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence; acronyms stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
