"""Who looks: personas to switch to, what they may do, and the account behind them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.clock import Clock, SystemClock
from jarvis_desktop.core.errors import ConfigurationError, JarvisError
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.metadata.types import PersonaView, Reader
from jarvis_desktop.people.personas import mentioned_permissions, persona_views
from jarvis_desktop.people.queries import REGISTRY, VALUES, add_user, configuration, user_exists

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.metadata.rows import StoredRow

COLOUR_SCHEMES = "persona-color-schemes.config"
PERSONAS = "role_personas"
TABS = "tab_configurations"
FEATURES = "component_feature_configurations"
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

    def personas(self) -> tuple[PersonaView, ...]:
        """The active personas, never none: a database without personas has one built-in administrator."""
        now = self._clock.now()
        with self._database.read() as session:
            return self._views(session, _rows(session), now)

    def reader(self, persona_key: str, user_id: str) -> Reader:
        """Who looks as that persona, now; ConfigurationError when there is no such active persona."""
        now = self._clock.now()
        with self._database.read() as session:
            rows = _rows(session)
            views = {view.key: view for view in self._views(session, rows, now)}
            if persona_key not in views:
                raise ConfigurationError(
                    f"There is no active persona “{persona_key}”.",
                    title="Unknown persona",
                    hint=f"Known: {', '.join(views)}.",
                )
            scope = Scope(persona=persona_key)
            config = configuration(session, rows.known, _condition_keys(rows.tabs), scope, now)
        return Reader(persona_key, user_id, views[persona_key].permissions, now, config=config)

    def ensure_user(self, user_id: str, email: str = "", name: str = "") -> Changes:
        """Make sure that `users` has this account, since activities and errors refer to it; never fails the start."""
        first, _, last = name.strip().partition(" ")
        try:
            with self._database.write() as session:
                if user_exists(session, user_id):
                    return Changes()
                # An address taken by somebody else must not leave the account without a row.
                own = f"{user_id}@{_UNROUTABLE}"
                added = any(add_user(session, user_id, address, first, last) for address in (email or own, own))
        except JarvisError as error:
            log.info("user %s was not stored: %s", user_id, error.message)
            return Changes()
        return Changes.of("users", [user_id]) if added else Changes()

    def _views(self, session: Session, rows: _PeopleRows, now: datetime) -> tuple[PersonaView, ...]:
        schemes = configuration(session, rows.known, [COLOUR_SCHEMES], Scope(), now).get(COLOUR_SCHEMES)
        return persona_views(rows.personas, schemes, mentioned_permissions(rows.tabs, rows.features))


def _rows(session: Session) -> _PeopleRows:
    known = readable_columns(session, (PERSONAS, TABS, FEATURES, VALUES, REGISTRY))
    personas, tabs, features = (
        stored_rows(session, name) if name in known else [] for name in (PERSONAS, TABS, FEATURES)
    )
    return _PeopleRows(known, personas, tabs, features)


def _condition_keys(tabs: Sequence[StoredRow]) -> list[str]:
    """The configuration keys that tabs list, which their conditions may read."""
    listed: list[Any] = [row.value("configuration_keys") for row in tabs]
    return sorted({key for keys in listed if isinstance(keys, list) for key in keys if isinstance(key, str)})
