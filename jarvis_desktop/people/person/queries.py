"""Statements about one person's rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, cast, func, literal, literal_column, null, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.people.types import Person, Preferences, Profile, User

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.journal import Recording

USERS, PROFILES, PREFERENCES = "users", "user_profiles", "user_preferences"

_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended('jarvis.person:' || :user_id, 0))")
_ADD_PROFILE = text("INSERT INTO public.user_profiles (user_id, language) VALUES (:user_id, NULL) RETURNING id::text")
_ADD_PREFERENCES = text(
    "INSERT INTO public.user_preferences (user_id, theme, default_persona, preferences) "
    """VALUES (:user_id, 'system', NULL, '{"zoom": 100, "motion": "system"}') RETURNING id::text"""
)


def person(session: Session, user_id: str) -> Person:
    """Everything about a person as it is stored; what is missing is empty."""
    known = readable_columns(session, (USERS, PROFILES, PREFERENCES))
    user = _first(session, known, USERS, "id", user_id)
    profile = _first(session, known, PROFILES, "user_id", user_id)
    preferences = _first(session, known, PREFERENCES, "user_id", user_id)
    enabled = preferences.value("notifications_enabled")
    return Person(
        User(user_id, user.text("email"), user.text("first_name"), user.text("last_name")),
        Profile(_key(profile), profile.text("language"), profile.text("timezone"), _object(profile, "metadata")),
        Preferences(
            _key(preferences),
            preferences.text("theme"),
            preferences.text("default_persona"),
            enabled is not False,
            _object(preferences, "preferences"),
        ),
        known=bool(user.values),
    )


def rows_of_person(session: Session, user_id: str) -> Person:
    """The person with a profile and preferences, made where they were missing; nobody else makes them meanwhile.

    DatabaseRefused where the database has no such tables, or no such user.
    """
    session.execute(_ALONE, {"user_id": user_id})
    found = person(session, user_id)
    if found.profile.record_id and found.preferences.record_id:
        return found
    if not found.profile.record_id:
        session.execute(_ADD_PROFILE, {"user_id": user_id})
    if not found.preferences.record_id:
        session.execute(_ADD_PREFERENCES, {"user_id": user_id})
    return person(session, user_id)


def set_columns(recording: Recording, record_id: str, columns: Mapping[str, Any], members: Mapping[str, Any]) -> int:
    """Give one row other values, and `preferences` other members (None: none any more); how many rows changed."""
    assigned: dict[str, ColumnElement[Any]] = {
        name: null() if value is None else literal(value) for name, value in columns.items()
    }
    if members:
        document = cast(recording.column("preferences"), JSONB)
        whole = case((func.jsonb_typeof(document) == "object", document), else_=literal_column("'{}'::jsonb"))
        given = {name: value for name, value in members.items() if value is not None}
        gone = [name for name, value in members.items() if value is None]
        assigned["preferences"] = whole.op("-")(cast(gone, ARRAY(Text))).op("||")(
            cast(cast(json.dumps(given), Text), JSONB)
        )
    return recording.change(assigned, cast(recording.column("id"), Text) == record_id)


def chosen_persona(session: Session, known: Mapping[str, frozenset[str]], user_id: str) -> str:
    """The persona that a person chose to begin with, or "".

    `known` is what `readable_columns` told of `user_preferences`.
    """
    return _first(session, known, PREFERENCES, "user_id", user_id).text("default_persona")


def _first(session: Session, known: Mapping[str, frozenset[str]], name: str, column: str, user_id: str) -> StoredRow:
    """The oldest row of a person in a table, an empty one without any."""
    columns = known.get(name, frozenset())
    if column not in columns or "\0" in user_id:
        return StoredRow()
    rows = stored_rows(session, name, matching={column: (user_id,)}, order=("id",), limit=1)
    return rows[0] if rows else StoredRow()


def _key(row: StoredRow) -> str:
    return str(row.id) if row.id else ""


def _object(row: StoredRow, column: str) -> Mapping[str, Any]:
    value = row.value(column)
    return value if isinstance(value, dict) else {}


def names(session: Session, user_ids: Collection[str]) -> Mapping[str, str]:
    """What these people are called, by user id; without those the database does not know."""
    known = readable_columns(session, (USERS,)).get(USERS, frozenset())
    wanted = [each for each in user_ids if each and "\0" not in each]
    if "id" not in known or not wanted:
        return {}
    rows = stored_rows(session, USERS, matching={"id": wanted})
    people = (User(row.text("id"), "", row.text("first_name"), row.text("last_name")) for row in rows)
    return {user.id: user.name for user in people}
