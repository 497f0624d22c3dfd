"""Who looks: personas to switch to, what they may do, and the account behind them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.clock import Clock, SystemClock
from jarvis_desktop.core.errors import ConfigurationError, JarvisError, NotAllowed
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.metadata.types import PersonaView, Reader
from jarvis_desktop.people.person import queries as person_queries
from jarvis_desktop.people.personas import NOBODY, mentioned_permissions, persona_views, spoken
from jarvis_desktop.people.queries import REGISTRY, VALUES, add_user, configuration, user_exists
from jarvis_desktop.people.settings import edit_name, settings_of, split
from jarvis_desktop.rights.persons import UNLISTED, open_to
from jarvis_desktop.rights.queries import PROFILES, person_rights

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.rows import StoredRow
    from jarvis_desktop.people.person.types import SetUp
    from jarvis_desktop.people.types import Person, Settings

COLOUR_SCHEMES = "persona-color-schemes.config"
PERSONAS = "role_personas"
TABS = "tab_configurations"
FEATURES = "component_feature_configurations"
PREFERENCES = person_queries.PREFERENCES
_OF_TABS = frozenset({"required_permissions", "configuration_keys"})
_OF_FEATURES = frozenset({"access_control"})
_UNROUTABLE = "desktop.invalid"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _PeopleRows:
    known: Mapping[str, frozenset[str]]
    personas: Sequence[StoredRow]
    tabs: Sequence[StoredRow]
    features: Sequence[StoredRow]


class PeopleService:
    """Personas and the readers they become; works on a database where their tables are missing."""

    def __init__(self, database: Database, *, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def personas(self, user_id: str | None = None) -> tuple[PersonaView, ...]:
        """The active personas, of which `user_id` (None: whoever) may take; never none.

        A database without personas has one built-in administrator. Who may take none has a built-in one without rights.
        """
        now = self._clock.now()
        with self._database.read() as session:
            rows = _rows(session)
            views = self._views(session, rows, now)
            return views if user_id is None else _open_views(session, rows, views, user_id)

    def reader(self, persona_key: str, user_id: str) -> Reader:
        """Who looks as that persona, now.

        ConfigurationError when there is no such active persona, NotAllowed when this person may not take it.
        """
        now = self._clock.now()
        with self._database.read() as session:
            rows = _rows(session)
            every = {view.key: view for view in self._views(session, rows, now)}
            views = {view.key: view for view in _open_views(session, rows, tuple(every.values()), user_id)}
            if persona_key not in views and persona_key in every:
                raise NotAllowed(
                    tr("The persona “{name}” is not open to you.", name=every[persona_key].name),
                    hint=tr("An administrator can give it to you, in the tab People."),
                )
            if persona_key not in views:
                raise ConfigurationError(
                    tr("There is no active persona “{key}”.", key=persona_key),
                    title=tr("Unknown persona"),
                    hint=tr("Known: {names}.", names=", ".join(views)),
                )
            return _reader(session, rows, views[persona_key], user_id, now)

    def look(self, persona_key: str, user_id: str, last: str = "") -> tuple[tuple[PersonaView, ...], Reader]:
        """The personas that a person may take, and who looks, read at one instant.

        As `persona_key`, or where that is "" or not open to the person as the default they chose, the `last` one, or
        the first.
        """
        now = self._clock.now()
        with self._database.read() as session:
            rows = _rows(session)
            views = {view.key: view for view in _open_views(session, rows, self._views(session, rows, now), user_id)}
            if persona_key not in views:
                chosen = person_queries.chosen_persona(session, rows.known, user_id)
                persona_key = next((key for key in (chosen, last) if key in views), next(iter(views)))
            return tuple(views.values()), _reader(session, rows, views[persona_key], user_id, now)

    def ensure_user(self, user_id: str, email: str = "", name: str = "") -> Changes:
        """Make sure that `users` has this account, since activities and errors refer to it; never fails the start."""
        first, _, last = name.strip().partition(" ")
        try:
            # The connections that write are opened when somebody writes: a start does without them.
            with self._database.read() as session:
                if user_exists(session, user_id):
                    return Changes()
            with self._database.write() as session:
                # An address taken by somebody else must not leave the account without a row.
                own = f"{user_id}@{_UNROUTABLE}"
                added = any(add_user(session, user_id, address, first, last) for address in (email or own, own))
        except JarvisError as error:
            log.info("user %s was not stored: %s", user_id, error.message)
            return Changes()
        return Changes.of("users", [user_id]) if added else Changes()

    def person(self, user_id: str) -> Person:
        """Everything about a person, as it is stored."""
        with self._database.read() as session:
            return person_queries.person(session, user_id)

    def settings(self, user_id: str) -> Settings:
        """How a person wants the window; what is not stored, or cannot be read, is as the program has it."""
        found = self.person(user_id)
        return settings_of(found.profile, found.preferences)

    def own_rows(self, user_id: str) -> Person:
        """The person with a profile and preferences to edit, made where missing; RecordMissing without an account."""
        from jarvis_desktop.people.person.storing import own_rows

        with self._database.write() as session:
            return own_rows(session, user_id)

    def set_up(self, user_id: str, answers: SetUp) -> tuple[StoredEdit, ...]:
        """Store the answers of the set-up page in one transaction, each table's as an edit of the journal."""
        from jarvis_desktop.people.person.storing import store_set_up

        with self._database.write() as session:
            return store_set_up(session, user_id, answers)

    def change_settings(self, user_id: str, changes: Mapping[str, Any]) -> StoredEdit:
        """Store some of a person's settings, by names of `Settings`, as one edit that can be undone.

        Whoever looks, one's own settings are one's own. `language` and `time_zone` stand in another table than the
        rest: both kinds at once are a ValueError. Raises InvalidInput for a value that is none, RecordMissing for an
        account without a row.
        """
        from jarvis_desktop.people.person.storing import store_settings  # the start needs no journal

        profile, columns, members = split(changes)
        if bool(profile) == bool(columns or members):
            raise ValueError("settings of one table at a time")
        with self._database.write() as session:
            return store_settings(session, user_id, profile, columns, members, edit_name(changes))

    def _views(self, session: Session, rows: _PeopleRows, now: datetime) -> tuple[PersonaView, ...]:
        schemes = configuration(session, rows.known, [COLOUR_SCHEMES], Scope(), now).get(COLOUR_SCHEMES)
        return persona_views(rows.personas, schemes, mentioned_permissions(rows.tabs, rows.features))


def _rows(session: Session) -> _PeopleRows:
    """All of the personas, and of tabs and features what personas are told by: the rest is read for the tabs."""
    known = readable_columns(session, (PERSONAS, TABS, FEATURES, VALUES, REGISTRY, PROFILES, PREFERENCES))
    personas = stored_rows(session, PERSONAS) if PERSONAS in known else []
    tabs, features = (
        stored_rows(session, name, only=only) if (only := sorted(wanted & known.get(name, frozenset()))) else []
        for name, wanted in ((TABS, _OF_TABS), (FEATURES, _OF_FEATURES))
    )
    return _PeopleRows(known, personas, tabs, features)


def _reader(session: Session, rows: _PeopleRows, view: PersonaView, user_id: str, now: datetime) -> Reader:
    config = configuration(session, rows.known, _condition_keys(rows.tabs), Scope(persona=view.key), now)
    return Reader(view.key, user_id, view.permissions, now, config=config, maturity=view.maturity)


def _open_views(
    session: Session, rows: _PeopleRows, views: tuple[PersonaView, ...], user_id: str
) -> tuple[PersonaView, ...]:
    """Those of the views whose persona the person may take, or the one without rights."""
    people = person_rights(session, rows.known)
    limited = any(rights.personas is not None for rights in people.values())
    keys = open_to(people.get(user_id, UNLISTED), [view.key for view in views], limited=limited)
    return tuple(view for view in views if view.key in keys) or (spoken(NOBODY),)


def _condition_keys(tabs: Sequence[StoredRow]) -> list[str]:
    """The configuration keys that tabs list, which their conditions may read."""
    listed: list[Any] = [row.value("configuration_keys") for row in tabs]
    return sorted({key for keys in listed if isinstance(keys, list) for key in keys if isinstance(key, str)})
