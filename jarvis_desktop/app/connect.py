"""Opening the database the settings name: the embedded one, ready to use, or somebody else's, left as it is."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.app.settings import Settings
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.db.embedded.server import EmbeddedServer
    from jarvis_desktop.db.engine import Database


class Mode(StrEnum):
    """Whose database it is."""

    EMBEDDED = "embedded"
    SERVER = "server"


class Listening(Protocol):
    """Who hears of changes by anybody, and reconnects by itself."""

    @property
    def next_attempt(self) -> float | None:
        """In how many seconds it connects again; None while it listens or connects."""

    def hurry(self) -> None:
        """Connect now, if it waits for the next attempt."""

    def stop(self) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class Connection:
    """An open database. `close` releases the connections and, as the last user, stops the embedded server."""

    database: Database
    url: str
    mode: Mode
    server: EmbeddedServer | None = None

    def listen(self, on_changes: Callable[[Changes], None], on_state: Callable[[bool], None]) -> Listening:
        """Listen for changes by anybody; the callbacks come on a thread of their own. Answers who listens."""
        from jarvis_desktop.db.listen import Listener

        listener = Listener(self.url, on_changes, on_state)
        listener.start()
        return listener

    def announces_changes(self) -> bool:
        """Whether this database has the triggers that live updates need."""
        from jarvis_desktop.db.features import live_updates

        return live_updates(self.database)

    def revive(self) -> None:
        """Start the embedded server again after it went away; does nothing for one that runs or is not ours."""
        if self.server is not None:
            self.server.start()

    def reset_sample_data(self) -> None:
        """Bring the starter rows back to how they were delivered."""
        from jarvis_desktop.db.transfer.starter import reset_starter
        from jarvis_desktop.rights.law import kept_administered

        reset_starter(self.database, bundled("resources") / "starter", under=kept_administered)

    def close(self) -> None:
        """Release everything; safe to call when the server is gone."""
        self.database.dispose()
        if self.server is not None:
            self.server.stop()


def embedded_server(paths: Paths, notice: Callable[[str], None]) -> EmbeddedServer:
    """The supervisor of this person's embedded server, not started."""
    from jarvis_desktop.db.embedded.server import EmbeddedServer

    return EmbeddedServer(paths.cluster, notice=notice)


def connect(
    settings: Settings,
    paths: Paths,
    *,
    notice: Callable[[str], None],
    server: EmbeddedServer | None = None,
    prepare: bool = True,
    starter: bool = True,
) -> Connection:
    """Open the database of `settings`.

    The embedded database is brought to this version's schema and, the first time, given the starter data, unless
    `prepare` is off; a database named by URL is never altered. `server` may be one that was begun earlier.

    Raises ConfigurationError and DatabaseUnavailable in words for the person.
    """
    from jarvis_desktop.db.engine import Database

    if settings.database_url:
        from jarvis_desktop.db.reach import reach

        database = Database(settings.database_url)
        reach(database)
        return Connection(database, settings.database_url, Mode.SERVER)
    server = server or embedded_server(paths, notice)
    url = server.start()
    connection = Connection(Database(url), url, Mode.EMBEDDED, server)
    try:
        if prepare:
            _prepare_embedded(connection, paths, notice, starter=starter)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def connected(
    settings: Settings, paths: Paths, *, notice: Callable[[str], None], prepare: bool = True, starter: bool = True
) -> Iterator[Connection]:
    """`connect` for the length of a block."""
    connection = connect(settings, paths, notice=notice, prepare=prepare, starter=starter)
    try:
        yield connection
    finally:
        connection.close()


def samples_wanted(paths: Paths) -> Path:
    """The mark that the embedded database still lacks its sample data.

    It outlives a program killed between making the tables and filling them, so that the next one does that.
    """
    return paths.data_dir / "sample-data.wanted"


def _prepare_embedded(connection: Connection, paths: Paths, notice: Callable[[str], None], *, starter: bool) -> None:
    from jarvis_desktop.db.revision import is_current, recorded_revision
    from jarvis_desktop.db.starter_version import starter_outdated

    wanted = samples_wanted(paths)
    if not is_current(connection.database):
        from jarvis_desktop.db.migrate import upgrade

        notice(tr("Preparing the database."))
        with connection.database.read() as session:
            new = recorded_revision(session.connection()) is None
        if starter and new:
            paths.data_dir.mkdir(parents=True, exist_ok=True)
            wanted.touch()
        upgrade(connection.url)
    folder = bundled("resources") / "starter"
    if wanted.exists():
        from jarvis_desktop.db.transfer.starter import load_starter

        notice(tr("Loading the sample data."))
        load_starter(connection.database, folder)
        wanted.unlink(missing_ok=True)
    elif starter and starter_outdated(connection.database, folder):
        from jarvis_desktop.db.transfer.starter import load_starter

        notice(tr("Renewing the sample data."))
        load_starter(connection.database, folder)
