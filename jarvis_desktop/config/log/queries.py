"""The change log of configuration: what is written into it, and read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.scopes import scope_of
from jarvis_desktop.config.types import LoggedChange
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.metadata.queries import stored_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

LOG = "config_change_logs"
_LATEST = text("SELECT id FROM public.config_change_logs WHERE config_key = :key ORDER BY id DESC LIMIT :most")
_ADD = text("""
    INSERT INTO public.config_change_logs
        (config_key, operation, old_value, new_value, scope_identifiers, performed_by, reason, impact_assessment,
         snapshot_id, performed_at)
    SELECT l ->> 'key', l ->> 'operation', nullif(l -> 'before', 'null'), nullif(l -> 'after', 'null'), l -> 'scope',
           :by, l ->> 'reason', l ->> 'impact', CAST(l ->> 'snapshot_id' AS integer), clock_timestamp()
    FROM jsonb_array_elements(CAST(:lines AS jsonb)) WITH ORDINALITY AS lines (l, place) ORDER BY place
""")


def add_lines(session: Session, by: str, lines: Sequence[Mapping[str, Any]]) -> None:
    """Write lines of the log: `key operation before after scope reason impact snapshot_id`."""
    session.execute(_ADD, {"by": by, "lines": dumps(list(lines))})


def logged_changes(session: Session, key: str, most: int) -> Iterable[LoggedChange]:
    """The latest lines about a key, the latest first."""
    ids = [str(each) for each in session.scalars(_LATEST, {"key": key, "most": most})]
    rows = stored_rows(session, LOG, matching={"id": ids}) if ids else []
    return sorted(map(_change, rows), key=lambda each: -each.id)


def _change(row: StoredRow) -> LoggedChange:
    return LoggedChange(
        id=row.id,
        key=row.text("config_key"),
        operation=row.text("operation"),
        before=row.value("old_value"),
        after=row.value("new_value"),
        scope=scope_of(row.value("scope_identifiers")),
        by=row.text("performed_by"),
        reason=row.text("reason"),
        impact=row.text("impact_assessment"),
        at=row.instant("performed_at"),
        snapshot_id=row.integer("snapshot_id"),
    )
