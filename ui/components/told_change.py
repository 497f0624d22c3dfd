"""Tells that somebody else changed a record while it is being edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import kinds

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import OpenedForm
    from ui.components.component import ComponentContext


def tell_change(context: ComponentContext, opened: OpenedForm) -> None:
    """Tell it once for each change; many records of one table at once are counted."""
    from jarvis_desktop.people.notifications.types import Notification, Tone
    from ui.core.links import format_link, record_link

    if opened.record is None:
        return
    table = opened.definition.target.table
    link = record_link(table, opened.record.id)
    context.notify(
        Notification(
            tr("Somebody else changed {record}", record=opened.record.title[:200]),
            tr("What you typed is kept; the form asks which value stays."),
            Tone.WARNING,
            "" if link is None else format_link(link),
            many=tr("{n} {things} changed", n="{n}", things=kinds(table)),
        )
    )
