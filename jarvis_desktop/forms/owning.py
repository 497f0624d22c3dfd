"""What people may change in records that are about themselves, whatever their persona."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.rights.holding import lost, require_held
from jarvis_desktop.tables.permission import (
    is_own,
    may_change_own,
    may_write,
    require_write,
    write_refusal,
    writing_permission,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.forms.records import Writes
    from jarvis_desktop.metadata.types import Reader


def refusal(form: PlacedForm, row: Mapping[str, Any] | None, reader: Reader) -> str:
    """Why the reader may not save this record (None: a new one), or ""."""
    if not form.table or (row is not None and is_own(form.table, row, reader)):
        return ""
    return write_refusal(form.table, reader)


def require_open(form: PlacedForm, row: Mapping[str, Any], reader: Reader) -> None:
    """Raise NotAllowed where the reader may save nothing of the record."""
    if not is_own(form.table, row, reader):
        require_write(form.table, reader)


def require_right(session: Session, form: PlacedForm, row: Mapping[str, Any], writes: Writes, reader: Reader) -> None:
    """Raise NotAllowed unless the reader may store this in the row now: by permission, or because it is their own."""
    own = is_own(form.table, row, reader)
    if may_write(form.table, reader):
        if not own:
            require_held(session, writing_permission(form.table), reader)
        if not own or not lost(session, writing_permission(form.table), reader):
            return
    if not own:
        require_write(form.table, reader)
    members = [(column, *path, key) for column, (path, patch) in writes.merged.items() for key in patch]
    if not may_change_own(form.table, writes.columns, members):
        raise NotAllowed(
            tr("This part of your own record is changed by an administrator."),
            hint=tr("An administrator can do that in the tab People."),
        )
