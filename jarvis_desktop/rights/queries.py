"""Statements about who may take which persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.rights.persons import NOTHING, UNLISTED, PersonRights, rights_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

PERSONAS = "role_personas"
USERS = "users"
PROFILES = "user_profiles"

# Of several profiles of one person the oldest counts.
_RIGHTS = text("""
    SELECT DISTINCT ON (user_id) user_id, (metadata -> 'rights')::text
    FROM public.user_profiles WHERE user_id IS NOT NULL ORDER BY user_id, id
""")
_RIGHTS_OF = text("""
    SELECT (metadata -> 'rights')::text FROM public.user_profiles WHERE user_id = :user_id ORDER BY id LIMIT 1
""")
_LIMITED = text("""
    SELECT EXISTS (
        SELECT FROM (
            SELECT DISTINCT ON (user_id) CAST(metadata -> 'rights' AS jsonb) AS rights
            FROM public.user_profiles WHERE user_id IS NOT NULL ORDER BY user_id, id
        ) AS listed
        WHERE jsonb_typeof(rights) <> 'null'
          AND (jsonb_typeof(rights) <> 'object' OR coalesce(jsonb_typeof(rights -> 'personas'), 'null') <> 'null')
    )
""")
_UNPROFILED = text("""
    SELECT count(*) FROM public.users AS u
    WHERE NOT EXISTS (SELECT FROM public.user_profiles AS p WHERE p.user_id = u.id)
""")
_ALONE = text("SELECT pg_advisory_xact_lock(hashtext('jarvis.administrators'))")


def persona_rows(session: Session, known: Mapping[str, frozenset[str]] | None = None) -> Sequence[StoredRow]:
    """The rows of `role_personas`, none where there is no such table."""
    known = readable_columns(session, (PERSONAS,)) if known is None else known
    return stored_rows(session, PERSONAS) if PERSONAS in known else []


def person_rights(session: Session, known: Mapping[str, frozenset[str]] | None = None) -> Mapping[str, PersonRights]:
    """The rights of everybody who has a profile, by user id; none where profiles cannot hold them.

    `known` is what `readable_columns` told of `user_profiles`, where the caller asked for it already.
    """
    known = readable_columns(session, (PROFILES,)) if known is None else known
    if not {"id", "user_id", "metadata"} <= known.get(PROFILES, frozenset()):
        return {}
    return {user_id: _read(stored) for user_id, stored in session.execute(_RIGHTS)}


def rights_of_person(session: Session, user_id: str) -> tuple[PersonRights, bool]:
    """The rights of one person, and whether anybody at all has a list of personas."""
    if not {"id", "user_id", "metadata"} <= readable_columns(session, (PROFILES,)).get(PROFILES, frozenset()):
        return UNLISTED, False
    rights = _read(session.scalar(_RIGHTS_OF, {"user_id": user_id}))
    return rights, rights.personas is not None or bool(session.scalar(_LIMITED))


def unprofiled_people(session: Session) -> int:
    """How many users have no profile."""
    known: Collection[str] = readable_columns(session, (USERS, PROFILES))
    return int(session.scalar(_UNPROFILED) or 0) if {USERS, PROFILES} <= set(known) else 0


def wait_alone(session: Session) -> None:
    """From here to the end of the transaction be the only one that decides about administrators."""
    session.execute(_ALONE)


def _read(stored: str | None) -> PersonRights:
    try:
        return rights_of(None if stored is None else loads(stored))
    except NotJson:
        return NOTHING
