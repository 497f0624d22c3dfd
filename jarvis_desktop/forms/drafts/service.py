"""Drafts of a person's records, in the database: they outlive the window that they were typed in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from jarvis_desktop.core import json_text
from jarvis_desktop.core.errors import DatabaseRefused, JarvisError
from jarvis_desktop.forms.drafts.queries import drop_draft, keep_draft, read_draft, read_drafts
from jarvis_desktop.forms.drafts.types import FormDraft, from_documents, joined, remaining, to_documents

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.drafts.queries import StoredDraft

MOST_DRAFTS = 500
MOST_CHARACTERS = 4_000_000

_NOT_THERE = frozenset({"42P01", "3F000", "42501", "25006"})
"""Refusals that stay: no such table, no such schema, no right to it, a database that is only read."""

log = logging.getLogger(__name__)


class DraftService:
    """Drafts by person and place; the last one stored wins.

    A safety net, never a condition: nothing here raises. What could not be stored is answered with False, so that the
    window keeps it elsewhere.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._there = True

    @property
    def keeps(self) -> bool:
        """Whether this database has room for drafts, as far as is known."""
        return self._there

    def keep(self, user_id: str, draft: FormDraft, known: FormDraft | None = None) -> bool:
        """Store the draft over the one before, `known`; answers whether it was.

        What another window typed into the same record stays, unless it is the same field.
        """
        if not self._there or "\0" in user_id + draft.place:
            return False
        try:
            with self._database.write() as session:
                stored = _read_locked(session, user_id, draft.place)
                values, base = _written(draft if stored is None else joined(draft, stored, known))
                if len(values) + len(base) > MOST_CHARACTERS:
                    return False
                keep_draft(session, user_id, draft.place, values, base)
        except JarvisError as error:
            self._note(error)
            return False
        return True

    def of(self, user_id: str, place: str) -> FormDraft | None:
        """The draft of a place, if there is one that can be read."""
        if not self._there or "\0" in user_id + place:
            return None
        try:
            with self._database.read() as session:
                stored = read_draft(session, user_id, place)
        except JarvisError as error:
            self._note(error)
            return None
        return None if stored is None else _read(stored)

    def all(self, user_id: str) -> tuple[FormDraft, ...]:
        """All drafts of a person, the latest first."""
        if not self._there:
            return ()
        try:
            with self._database.read() as session:
                stored = read_drafts(session, user_id, MOST_DRAFTS)
        except JarvisError as error:
            self._note(error)
            return ()
        return tuple(draft for draft in map(_read, stored) if draft is not None)

    def drop(self, user_id: str, place: str, known: FormDraft | None = None) -> bool:
        """Remove the draft of a place, or of it what is in `known`; answers whether the database took the word."""
        if not self._there or "\0" in user_id + place:
            return False
        try:
            with self._database.write() as session:
                stored = None if known is None else _read_locked(session, user_id, place)
                rest = None if known is None or stored is None else remaining(stored, known)
                if rest is None:
                    drop_draft(session, user_id, place)
                else:
                    keep_draft(session, user_id, place, *_written(rest))
        except JarvisError as error:
            self._note(error)
            return False
        return True

    def _note(self, error: JarvisError) -> None:
        log.info("drafts are out of reach: %s", error.message)
        if isinstance(error, DatabaseRefused) and error.sqlstate in _NOT_THERE:
            self._there = False


def _read_locked(session: Session, user_id: str, place: str) -> FormDraft | None:
    """The draft of a place, which nobody else changes before this transaction ends."""
    stored = read_draft(session, user_id, place, locked=True)
    return None if stored is None else _read(stored)


def _written(draft: FormDraft) -> tuple[str, str]:
    values, base = to_documents(draft)
    return json_text.dumps(values), json_text.dumps(base)


def _read(stored: StoredDraft) -> FormDraft | None:
    try:
        return from_documents(json_text.loads(stored.values), json_text.loads(stored.base))
    except ValueError as error:
        log.warning("a draft cannot be read: %s", error)
        return None
