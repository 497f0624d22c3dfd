"""Saved filters: kept under a name, for oneself or for everybody."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import (
    ConfigurationError,
    DatabaseRefused,
    InvalidInput,
    NotAllowed,
    Problem,
    RecordMissing,
)
from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.rights.holding import require_held
from jarvis_desktop.tables import codec
from jarvis_desktop.tables.filters import storable
from jarvis_desktop.views import queries
from jarvis_desktop.views.fitting import misfit
from jarvis_desktop.views.queries import StoredView
from jarvis_desktop.views.types import LONGEST_NAME, DeletedView, SavedView, SavedViews

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.codec import Narrowing
    from jarvis_desktop.tables.service import TableService

SHARED_PERMISSION = "config.write"
"""What changing the shared views of others needs."""

_NO_PLACE = frozenset({"42P01", "3F000"})
_NO_RIGHT = "42501"
_FORBIDDEN = mark(
    "The database user that you are connected as has no right to the saved filters. Its administrator can grant it."
)
_MISSING = mark("This database has no place to keep saved filters. “jarvis db upgrade” makes it.")


class ViewService:
    """The saved filters of lists. Who saved one may change it; shared ones also those who may `config.write`."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables

    def views(self, table: str, reader: Reader) -> SavedViews:
        """The reader's own views of a table's lists, and the shared ones."""
        try:
            with self._database.read() as session:
                found = queries.read_views(session, table, reader.user_id)
        except DatabaseRefused as error:
            if reason := _out_of_reach(error):
                return SavedViews(missing=reason)
            raise
        return SavedViews(tuple(self._view(stored, reader) for stored in found))

    def save(self, table: str, name: str, narrowing: Narrowing, reader: Reader, *, shared: bool = False) -> SavedView:
        """Keep it under a new name; InvalidInput when the name is none or taken."""
        name = _name(name)
        with self._writing() as session:
            stored = queries.add_view(
                session,
                table=table,
                name=name,
                owner=reader.user_id,
                shared=shared,
                definition=dumps(codec.write(narrowing)),
            )
        if stored is None:
            raise _taken(name)
        return self._view(stored, reader)

    def replace(self, view_id: int, narrowing: Narrowing, reader: Reader) -> SavedView:
        """Keep something else under the same name."""
        with self._changing(view_id, reader) as (session, _):
            changed = queries.change_view(session, view_id, definition=dumps(codec.write(narrowing)))
        return self._view(changed, reader)

    def rename(self, view_id: int, name: str, reader: Reader) -> SavedView:
        """Give it another name; InvalidInput when the name is none or taken."""
        name = _name(name)
        with self._changing(view_id, reader) as (session, stored):
            if queries.is_taken(session, stored, name):
                raise _taken(name)
            changed = queries.change_view(session, view_id, name=name)
        return self._view(changed, reader)

    def share(self, view_id: int, reader: Reader, *, shared: bool) -> SavedView:
        """Show it to everybody, or to its owner alone again."""
        with self._changing(view_id, reader) as (session, _):
            changed = queries.change_view(session, view_id, shared=shared)
        return self._view(changed, reader)

    def delete(self, view_id: int, reader: Reader) -> DeletedView:
        """Remove it; `restore` puts it back."""
        with self._changing(view_id, reader) as (session, stored):
            queries.delete_view(session, view_id)
        return DeletedView(*stored)

    def restore(self, deleted: DeletedView, reader: Reader) -> SavedView:
        """Put back what was deleted, as it was; InvalidInput when its name is taken meanwhile."""
        stored = StoredView(**{name: getattr(deleted, name) for name in StoredView._fields})
        if not _changeable(stored, reader):
            raise NotAllowed(
                tr("“{name}” was shared by {owner}, who alone can put it back.", name=stored.name, owner=stored.owner)
            )
        with self._writing() as session:
            if not queries.restore_view(session, stored):
                raise _taken(stored.name)
        return self._view(stored, reader)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        try:
            with self._database.write() as session:
                yield session
        except DatabaseRefused as error:
            if reason := _out_of_reach(error):
                raise ConfigurationError(reason, title=tr("Not saved")) from error
            raise

    @contextmanager
    def _changing(self, view_id: int, reader: Reader) -> Iterator[tuple[Session, StoredView]]:
        with self._writing() as session:
            stored = queries.lock_view(session, view_id)
            if stored is None or not (stored.shared or stored.owner == reader.user_id):
                raise RecordMissing(
                    tr("The saved filter is not there any more."), hint=tr("It may have been deleted meanwhile.")
                )
            if not _changeable(stored, reader):
                raise NotAllowed(
                    tr("“{name}” was shared by {owner}.", name=stored.name, owner=stored.owner),
                    hint=tr("Save your changes under a name of your own."),
                )
            if stored.owner != reader.user_id:
                require_held(session, SHARED_PERMISSION, reader)
            yield session, stored

    def _view(self, stored: StoredView, reader: Reader) -> SavedView:
        narrowing, problem = self._narrowing(stored)
        return SavedView(
            id=stored.id,
            table=stored.table,
            name=stored.name,
            owner=stored.owner,
            shared=stored.shared,
            changeable=_changeable(stored, reader),
            mine=stored.owner == reader.user_id,
            narrowing=narrowing,
            problem=problem,
        )

    def _narrowing(self, stored: StoredView) -> tuple[Narrowing | None, str]:
        try:
            narrowing = codec.read(loads(stored.definition))
            problem = misfit(narrowing, self._tables.table(stored.table))
        except NotJson as error:
            return None, tr("What is stored {error}.", error=error)
        except ConfigurationError as error:
            return None, error.message
        return (None, problem) if problem else (narrowing, "")


def _out_of_reach(error: DatabaseRefused) -> str:
    """Why saved filters cannot be kept or read here at all, or ""."""
    return shown(_MISSING) if error.sqlstate in _NO_PLACE else shown(_FORBIDDEN) if error.sqlstate == _NO_RIGHT else ""


def _changeable(stored: StoredView, reader: Reader) -> bool:
    return stored.owner == reader.user_id or (stored.shared and reader.may(SHARED_PERMISSION))


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name:
        raise InvalidInput([Problem("name", tr("A saved filter needs a name."))])
    if len(name) > LONGEST_NAME:
        raise InvalidInput(
            [
                Problem(
                    "name",
                    tr(
                        "A name has at most {longest_name} characters, and this has {count}.",
                        longest_name=LONGEST_NAME,
                        count=len(name),
                    ),
                )
            ]
        )
    if not storable(name):
        raise InvalidInput([Problem("name", tr("The name holds a character that cannot be stored."))])
    return name


def _taken(name: str) -> InvalidInput:
    return InvalidInput([Problem("name", tr("You have a saved filter called “{name}” already.", name=name))])
