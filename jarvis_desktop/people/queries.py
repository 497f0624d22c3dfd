"""Statements about people: configuration values by key, the user row of this program, what a person left behind."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.types import MATCHING_KEY
from jarvis_desktop.core.scope import Matching, Scope
from jarvis_desktop.metadata.queries import stored_rows
from jarvis_desktop.metadata.scoped import in_force

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

VALUES = "config_values"
REGISTRY = "config_registry"
_ADD_USER = text(
    "INSERT INTO public.users (id, email, first_name, last_name) VALUES (:id, :email, :first_name, :last_name) "
    "ON CONFLICT DO NOTHING RETURNING id"
)
_USER = text("SELECT 1 FROM public.users WHERE id = :id")
_REMEMBERED = text("SELECT state FROM desktop.remembered WHERE user_id = :user_id AND place = :place")
_REMEMBER = text(
    "INSERT INTO desktop.remembered (user_id, place, state) VALUES (:user_id, :place, CAST(:state AS jsonb)) "
    "ON CONFLICT (user_id, place) DO UPDATE SET state = excluded.state, updated_at = now()"
)
_FORGET = text(
    "DELETE FROM desktop.remembered WHERE user_id = :user_id "
    "AND jsonb_typeof(state) = 'object' AND jsonb_exists_any(state, CAST(:names AS text[]))"
)


def configuration(
    session: Session,
    known: Mapping[str, frozenset[str]],
    keys: Collection[str],
    scope: Scope,
    as_of: datetime,
) -> Mapping[str, Any]:
    """The value in force of each of `keys`, or the registry's default; keys without either are left out."""
    found: dict[str, Any] = {}
    if not keys:
        return found
    if {"key", "default_value_jsonb"} <= known.get(REGISTRY, frozenset()):
        for row in stored_rows(session, REGISTRY, matching={"key": keys}):
            if row.value("default_value_jsonb") is not None:
                found[row.text("key")] = row.value("default_value_jsonb")
    columns = known.get(VALUES, frozenset())
    if {"config_key", "value"} <= columns:
        matching: dict[str, Collection[str | None]] = {"config_key": {*keys, MATCHING_KEY}}
        if "persona" in columns:
            matching["persona"] = (scope.persona, None)
        rows = stored_rows(session, VALUES, matching=matching)
        ladder = _matching(rows, as_of)
        for key in keys:
            winner = in_force((row for row in rows if row.text("config_key") == key), scope, as_of, ladder)
            if winner is not None and "value" in winner.values:
                found[key] = winner.value("value")
    return found


def _matching(rows: Sequence[StoredRow], as_of: datetime) -> Matching:
    """Which ladder holds, as the stored values say."""
    row = in_force((row for row in rows if row.text("config_key") == MATCHING_KEY), Scope(), as_of)
    wanted = row.value("value") if row is not None else None
    return Matching.ANY_SUBSET if wanted == Matching.ANY_SUBSET else Matching.DOCUMENTED


def add_user(session: Session, user_id: str, email: str, first_name: str, last_name: str) -> bool:
    """Insert a user; False when the id or the address is taken."""
    values = {"id": user_id, "email": email, "first_name": first_name, "last_name": last_name}
    return session.scalar(_ADD_USER, values) is not None


def user_exists(session: Session, user_id: str) -> bool:
    """Whether there is a user with that id."""
    return session.scalar(_USER, {"id": user_id}) is not None


def read_remembered(session: Session, user_id: str, place: str) -> Any:
    """The state of a person's place as it was stored, or None."""
    return session.scalar(_REMEMBERED, {"user_id": user_id, "place": place})


def store_remembered(session: Session, user_id: str, place: str, state: str) -> None:
    """Store a place's state, written as JSON."""
    session.execute(_REMEMBER, {"user_id": user_id, "place": place, "state": state})


def forget_remembered(session: Session, user_id: str, names: Sequence[str]) -> None:
    """Remove the states of a person that have one of these names."""
    session.execute(_FORGET, {"user_id": user_id, "names": list(names)})
