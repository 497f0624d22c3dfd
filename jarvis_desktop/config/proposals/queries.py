"""Values that wait for a second person."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.scopes import scope_document, scope_of
from jarvis_desktop.config.types import Proposal, Wish
from jarvis_desktop.core.errors import ConfigurationError, RecordMissing
from jarvis_desktop.core.json_text import dumps, loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.features import own_tables_usable
from jarvis_desktop.db.notify import CHANNEL

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session

TOPIC = "desktop.config_proposals"
_COLUMNS = "id, CAST(wish AS text), reason, proposed_by, proposed_at, outcome, decided_by, note"
_ALL = text(
    f"SELECT {_COLUMNS} FROM desktop.config_proposals WHERE outcome IS NULL OR NOT :waiting "  # noqa: S608
    "ORDER BY outcome IS NULL DESC, id DESC LIMIT :most"
)
_WAITING = text(
    f"SELECT {_COLUMNS} FROM desktop.config_proposals WHERE id = :id AND outcome IS NULL FOR UPDATE"  # noqa: S608
)
_ADD = text("""
    INSERT INTO desktop.config_proposals (config_key, wish, reason, proposed_by)
    VALUES (:key, CAST(:wish AS jsonb), :reason, :by) RETURNING id
""")
_DECIDE = text("""
    UPDATE desktop.config_proposals
    SET outcome = :outcome, decided_by = :by, decided_at = now(), note = :note, value_id = :value_id WHERE id = :id
""")
_ANNOUNCE = text(
    "SELECT pg_notify(:channel, json_build_object('topic', CAST(:topic AS text), 'op', 'UPDATE', 'ids', NULL)::text)"
)


def add(session: Session, wish: Wish, by: str, reason: str) -> int:
    """Leave a value for a second person; the number under which it waits."""
    number: int = session.scalar(_ADD, {"key": wish.key, "wish": dumps(_document(wish)), "reason": reason, "by": by})
    _announce(session)
    return number


def listed(session: Session, *, waiting: bool = True, most: int = 200) -> list[Proposal]:
    """The values that wait, and with `waiting` off also those that were decided, the latest first."""
    if not own_tables_usable(session, "config_proposals"):
        return []
    return [_proposal(*row) for row in session.execute(_ALL, {"waiting": waiting, "most": most})]


def waiting(session: Session, number: int) -> Proposal:
    """A value that waits, kept from others until the transaction ends; RecordMissing when it waits no more."""
    if not own_tables_usable(session, "config_proposals"):
        raise ConfigurationError(
            tr("This database has no room for values that wait."),
            hint=tr("An administrator makes it with “{command}”.", command="jarvis db upgrade"),
        )
    found = session.execute(_WAITING, {"id": number}).first()
    if found is None:
        raise RecordMissing(tr("No value waits under the number {n} (any more).", n=number))
    return _proposal(*found)


def decide(session: Session, number: int, by: str, outcome: str, note: str, value_id: int | None) -> None:
    """Write down what became of it."""
    session.execute(_DECIDE, {"id": number, "by": by, "outcome": outcome, "note": note, "value_id": value_id})
    _announce(session)


def _announce(session: Session) -> None:
    session.execute(_ANNOUNCE, {"channel": CHANNEL, "topic": TOPIC})


def _document(wish: Wish) -> dict[str, Any]:
    begin, end = wish.effective_from, wish.effective_to
    return {
        "key": wish.key,
        "value": wish.value,
        "scope": scope_document(wish.scope),
        "effective_from": begin and begin.isoformat(),
        "effective_to": end and end.isoformat(),
        "override": wish.override,
    }


def _proposal(
    number: int,
    wish: str,
    reason: str,
    by: str,
    at: datetime,
    outcome: str | None,
    decided_by: str | None,
    note: str | None,
) -> Proposal:
    document = loads(wish)
    begin, end = (
        None if document[name] is None else datetime.fromisoformat(document[name])
        for name in ("effective_from", "effective_to")
    )
    wanted = Wish(document["key"], document["value"], scope_of(document["scope"]), begin, end, document["override"])
    return Proposal(number, wanted, reason, by, at, outcome or "", decided_by or "", note or "")
