"""Storing what a person changed about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import InvalidInput, Problem, RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.edits import journal
from jarvis_desktop.people.person import queries
from jarvis_desktop.people.settings import split
from jarvis_desktop.people.types import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.people.person.types import SetUp
    from jarvis_desktop.people.types import Person

_JOINERS = frozenset("\u200c\u200d")
"""Letters of some scripts are written with them; nothing else that cannot be seen belongs into a name."""


def own_rows(session: Session, user_id: str) -> Person:
    """The person with a profile and preferences; RecordMissing for an account without a row."""
    if not queries.person(session, user_id).known:
        raise RecordMissing(
            tr("This database has no person “{user_id}”.", user_id=user_id),
            hint=tr("An administrator can add one, in the tab People."),
        )
    return queries.rows_of_person(session, user_id)


def store_settings(
    session: Session,
    user_id: str,
    profile: Mapping[str, Any],
    columns: Mapping[str, Any],
    members: Mapping[str, Any],
    name: str,
) -> StoredEdit:
    """Give columns of the profile, or columns and members of the preferences, other values, as an edit."""
    person = own_rows(session, user_id)
    table = queries.PROFILES if profile else queries.PREFERENCES
    record_id = person.profile.record_id if profile else person.preferences.record_id
    recording = journal.begin(session, table, user_id)
    queries.set_columns(recording, record_id, profile or columns, members)
    return recording.finish(name)


def store_set_up(session: Session, user_id: str, answers: SetUp) -> tuple[StoredEdit, ...]:
    """Store name and settings; InvalidInput for a name that is too long."""
    names = {"first_name": _name(answers.first_name), "last_name": _name(answers.last_name)}
    _require_names(names)
    changes = {
        "language": answers.language,
        "time_zone": answers.time_zone,
        "theme": answers.theme,
        "default_persona": answers.default_persona,
        "set_up": True,
    }
    profile, columns, members = split(changes)
    own_rows(session, user_id)
    recording = journal.begin(session, queries.USERS, user_id)
    queries.set_columns(recording, user_id, {name: value or None for name, value in names.items()}, {})
    return (
        recording.finish(tr("your name")),
        store_settings(session, user_id, profile, {}, {}, tr("your language and time zone")),
        store_settings(session, user_id, {}, columns, members, tr("your settings")),
    )


def _name(given: str) -> str:
    """A name on one line, without what cannot be seen: a NUL, an escape, a mark that turns the direction of writing."""
    return " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in given).split())


def _require_names(names: Mapping[str, str]) -> None:
    problems = [
        Problem(name, tr("A name has at most {n} characters, and this has {count}.", n=LONGEST_NAME, count=len(value)))
        for name, value in names.items()
        if len(value) > LONGEST_NAME
    ]
    if problems:
        raise InvalidInput(problems)
