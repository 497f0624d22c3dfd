"""Statements that write configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.dated import VALUES
from jarvis_desktop.config.queries import stored_value
from jarvis_desktop.config.scopes import scope_document
from jarvis_desktop.config.types import StoredValue
from jarvis_desktop.core.clock import to_naive_utc
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.metadata.queries import stored_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from jarvis_desktop.config.types import Setting
    from jarvis_desktop.core.scope import Scope
    from jarvis_desktop.db.session import Session

_SHARE = text("SELECT pg_advisory_xact_lock_shared(hashtextextended('jarvis configuration', 0))")
_WHOLE = text("SELECT pg_advisory_xact_lock(hashtextextended('jarvis configuration', 0))")
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_SAME_SCOPE = """config_key = :key AND persona IS NOT DISTINCT FROM :persona
    AND agent_id IS NOT DISTINCT FROM :agent_id AND workflow_id IS NOT DISTINCT FROM :workflow_id"""
_IDS = text(f"SELECT id FROM public.config_values WHERE {_SAME_SCOPE}")  # noqa: S608 - no value in it
_VERSION = text(f"SELECT coalesce(max(version), 0) + 1 FROM public.config_values WHERE {_SAME_SCOPE}")  # noqa: S608
_UPDATE = "UPDATE public.config_values SET {}, updated_at = localtimestamp WHERE id = ANY(CAST(:ids AS int[]))"
_CLOSE = text(_UPDATE.format("effective_to = :at"))
_SWITCH_OFF = text(_UPDATE.format("is_active = false"))
_DELETE = text("DELETE FROM public.config_values WHERE id = ANY(CAST(:ids AS int[]))")
_INSERT = text("""
    INSERT INTO public.config_values
        (config_key, scope_identifiers, persona, agent_id, workflow_id, value, effective_from, effective_to, version,
         is_active, created_by, updated_at)
    VALUES (:key, CAST(:identifiers AS jsonb), :persona, :agent_id, :workflow_id, CAST(:value AS jsonb), :begin, :end,
            :version, true, :by, localtimestamp)
    RETURNING id
""")
_REGISTER = text("""
    INSERT INTO public.config_registry (key, description, type, default_value_jsonb, scope, category)
    VALUES (:key, :description, :type, CAST(:default AS jsonb), :scope, :category) ON CONFLICT (key) DO NOTHING
""")
_USER = text("SELECT 1 FROM public.users WHERE id = :id")


def lock(session: Session, key: str, scope: Scope) -> None:
    """Wait until nobody else writes this scope of this key, nor restores everything."""
    session.execute(_SHARE)
    session.execute(_LOCK, {"name": dumps(["configuration", key, scope.persona, scope.agent_id, scope.workflow_id])})


def lock_everything(session: Session) -> None:
    """Wait until nobody else writes configuration, and keep others from it."""
    session.execute(_WHOLE)


def values_of_scope(session: Session, key: str, scope: Scope) -> list[StoredValue]:
    """All values of exactly this scope, active or not."""
    ids = [str(each) for each in session.scalars(_IDS, {"key": key, **_parts(scope)})]
    return [stored_value(row) for row in stored_rows(session, VALUES.name, matching={"id": ids})] if ids else []


def register(session: Session, setting: Setting) -> None:
    """Give a setting its row of the registry, unless it has one."""
    session.execute(
        _REGISTER,
        {
            "key": setting.key,
            "description": setting.description,
            "type": setting.type,
            "default": None if setting.default is None else dumps(setting.default),
            "scope": setting.scope,
            "category": setting.category,
        },
    )


def insert(
    session: Session, key: str, scope: Scope, value: Any, begin: datetime, end: datetime | None, by: str
) -> StoredValue:
    """Add the next version of a scope."""
    parts = _parts(scope)
    version = session.scalar(_VERSION, {"key": key, **parts})
    number = session.scalar(
        _INSERT,
        {
            "key": key,
            **parts,
            "identifiers": dumps(scope_document(scope)),
            "value": dumps(value),
            "begin": to_naive_utc(begin),
            "end": end and to_naive_utc(end),
            "version": version,
            "by": by,
        },
    )
    return StoredValue(
        number, scope.persona, scope.agent_id, scope.workflow_id, begin, end, version, is_active=True, value=value,
        created_by=by,
    )  # fmt: skip


def close(session: Session, rows: Sequence[StoredValue], at: datetime) -> None:
    """End these values at an instant."""
    if rows:
        session.execute(_CLOSE, {"ids": [row.id for row in rows], "at": to_naive_utc(at)})


def switch_off(session: Session, ids: Collection[int]) -> None:
    """Make these values count no more."""
    session.execute(_SWITCH_OFF, {"ids": list(ids)})


def delete(session: Session, ids: Collection[int]) -> None:
    """Remove these values."""
    session.execute(_DELETE, {"ids": list(ids)})


def value_by_id(session: Session, number: int) -> tuple[str, StoredValue] | None:
    """A value and its key."""
    rows = stored_rows(session, VALUES.name, matching={"id": [str(number)]}, limit=1)
    return (rows[0].text("config_key"), stored_value(rows[0])) if rows else None


def user_exists(session: Session, user_id: str) -> bool:
    """Whether the change log can name this person."""
    return session.scalar(_USER, {"id": user_id}) is not None


def _parts(scope: Scope) -> dict[str, Any]:
    return {"persona": scope.persona, "agent_id": scope.agent_id, "workflow_id": scope.workflow_id}
