"""Whether a right still holds: a reader was made some time ago, and rows decide at the moment of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.rights import queries
from jarvis_desktop.rights.permissions import granted
from jarvis_desktop.rights.persons import open_to

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader


def lost(session: Session, permission: str, reader: Reader) -> str:
    """Why the reader, who had the permission when they were read, does not have it any more, or "".

    A database without personas takes nothing away: its built-in administrator has no row.
    """
    rows = queries.persona_rows(session)
    if not rows:
        return ""
    row = next((each for each in rows if each.text("persona_key") == reader.persona and each.flag("is_active")), None)
    if row is None:
        return tr("The persona “{persona}” was withdrawn meanwhile.", persona=reader.persona)
    if permission not in granted(row.value("capability_manifest"), row.text("access_level", "standard")):
        return tr(
            "The persona “{persona}” lost the permission {permission} meanwhile.",
            persona=reader.persona,
            permission=permission,
        )
    rights, limited = queries.rights_of_person(session, reader.user_id)
    if not open_to(rights, [reader.persona], limited=limited):
        return tr("The persona “{persona}” is no longer open to you.", persona=reader.persona)
    return ""


def require_held(session: Session, permission: str, reader: Reader) -> None:
    """Raise NotAllowed where the reader does not have the permission any more."""
    why = lost(session, permission, reader)
    if why:
        raise NotAllowed(
            tr("{why} Nothing was stored.", why=why), hint=tr("Switch to a persona that may, or ask an administrator.")
        )
