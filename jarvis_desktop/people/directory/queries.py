"""Statements about all people of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.people.types import User

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from jarvis_desktop.db.session import Session

_PRESENT = text("SELECT to_regclass('desktop.edits') IS NOT NULL AND to_regclass('desktop.remembered') IS NOT NULL")
_SEEN = text("""
    SELECT user_id, max(at) FROM (
        SELECT user_id, max(made_at) AS at FROM desktop.edits GROUP BY user_id
        UNION ALL SELECT user_id, max(updated_at) FROM desktop.remembered GROUP BY user_id
    ) AS signs GROUP BY user_id
""")
_PROFILES = text("SELECT DISTINCT ON (user_id) user_id, id::text FROM public.user_profiles ORDER BY user_id, id")
_ACCOUNT = text("SELECT pg_advisory_xact_lock(hashtext('jarvis.accounts'))")
_ADD_ACCOUNT = text("""
    UPDATE public.user_profiles SET updated_at = now(), metadata =
        (CASE WHEN jsonb_typeof(metadata) = 'object' THEN metadata ELSE '{}'::jsonb END) || jsonb_build_object('rights',
            (CASE WHEN jsonb_typeof(metadata -> 'rights') = 'object' THEN metadata -> 'rights' ELSE '{}'::jsonb END)
            || jsonb_build_object('accounts',
                (CASE WHEN jsonb_typeof(metadata #> '{rights,accounts}') = 'array'
                      THEN metadata #> '{rights,accounts}' ELSE '[]'::jsonb END)
                || jsonb_build_array(CAST(:account AS text))))
    WHERE id::text = :profile_id
""")


def users(session: Session, limit: int) -> Sequence[User]:
    """The users, by name."""
    if "id" not in readable_columns(session, ("users",)).get("users", frozenset()):
        return ()
    rows = stored_rows(session, "users", order=("id",), limit=limit)
    found = [User(row.text("id"), row.text("email"), row.text("first_name"), row.text("last_name")) for row in rows]
    return sorted(found, key=lambda user: (user.name.casefold(), user.id))


def profile_ids(session: Session) -> Mapping[str, str]:
    """The key of each person's profile, by user id."""
    if not {"id", "user_id"} <= readable_columns(session, ("user_profiles",)).get("user_profiles", frozenset()):
        return {}
    return {row.user_id: row.id for row in session.execute(_PROFILES)}


def last_seen(session: Session) -> Mapping[str, datetime]:
    """When people last stored or left something here, by user id."""
    if not session.scalar(_PRESENT):
        return {}
    return {user_id: at for user_id, at in session.execute(_SEEN) if at is not None}


def wait_for_accounts(session: Session) -> None:
    """Be the only one who gives accounts to people until the transaction ends."""
    session.execute(_ACCOUNT)


def add_account(session: Session, profile_id: str, account: str) -> None:
    """Write down that an account is the person of a profile."""
    session.execute(_ADD_ACCOUNT, {"profile_id": profile_id, "account": account})
