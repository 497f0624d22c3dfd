"""What a person left the places of the window like: a table's columns, the sizes of panes."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import DatabaseRefused, JarvisError
from jarvis_desktop.people.queries import forget_remembered, read_remembered, store_remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.db.engine import Database

MOST_CHARACTERS = 200_000
"""A state longer than this as JSON is not kept: nobody arranged it by hand."""

_NOT_THERE = frozenset({"42P01", "3F000", "42501"})
"""Refusals that stay: no such table, no such schema, no right to it."""

log = logging.getLogger(__name__)


class MemoryService:
    """States by person and place; the last one stored wins.

    A comfort, never a condition: what cannot be read is empty, what cannot be stored is forgotten, and neither raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._there = True

    @property
    def keeps(self) -> bool:
        """Whether this database has room for memories, as far as is known."""
        return self._there

    def recall(self, user_id: str, place: str) -> Mapping[str, Any]:
        """What was stored for the place; empty without anything, or when it cannot be read."""
        if not self._there:
            return {}
        try:
            with self._database.read() as session:
                state = read_remembered(session, user_id, place)
        except JarvisError as error:
            self._note(place, error)
            return {}
        return state if isinstance(state, Mapping) else {}

    def remember(self, user_id: str, place: str, state: Mapping[str, Any]) -> bool:
        """Store the place's state in place of the one before; answers whether it was."""
        if not self._there:
            return False
        try:
            written = json.dumps(state, allow_nan=False)
        except (TypeError, ValueError) as error:
            log.info("%s has a state that is no JSON: %s", place, error)
            return False
        if len(written) > MOST_CHARACTERS or "\\u0000" in written or "\0" in user_id + place:
            return False
        try:
            with self._database.write() as session:
                store_remembered(session, user_id, place, written)
        except JarvisError as error:
            self._note(place, error)
            return False
        return True

    def forget(self, user_id: str, names: Sequence[str]) -> bool:
        """Forget the places whose state has one of these names; answers whether the database took the word."""
        if not self._there or "\0" in user_id:
            return False
        try:
            with self._database.write() as session:
                forget_remembered(session, user_id, names)
        except JarvisError as error:
            self._note("places", error)
            return False
        return True

    def _note(self, place: str, error: JarvisError) -> None:
        log.info("the memory of %s is out of reach: %s", place, error.message)
        if isinstance(error, DatabaseRefused) and error.sqlstate in _NOT_THERE:
            self._there = False
