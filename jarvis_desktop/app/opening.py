"""Opening the database for the window, which is already in view: the server starts while libraries are loading."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.app.account import full_name, system_account
from jarvis_desktop.app.connect import Mode, connect, embedded_server
from jarvis_desktop.core.errors import JarvisError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.app.settings import Settings
    from jarvis_desktop.db.embedded.server import EmbeddedServer


@dataclass(frozen=True, slots=True)
class Opened:
    """The open database and the services over it. `live` says whether it announces changes.

    `known` is False where this system account is none of the people of somebody else's database.
    """

    connection: Connection
    services: Application
    live: bool
    user_id: str
    known: bool = True


class Opening:
    """Opens the database for the window: in a worker, as often as needed, since a server may not answer yet.

    `notice` is called on a worker's thread with a sentence about what takes its time, or where the data are; the
    terminal is told as well.
    """

    def __init__(self, settings: Settings, paths: Paths) -> None:
        self.notice: Callable[[str], None] | None = None
        self._settings = settings
        self._paths = paths
        self._connection: Connection | None = None
        self._begun: Future[EmbeddedServer] | None = None

    @property
    def settings(self) -> Settings:
        """What the program was started with."""
        return self._settings

    @property
    def paths(self) -> Paths:
        """The person's folders."""
        return self._paths

    @property
    def connection(self) -> Connection | None:
        """The open database, or None so far."""
        return self._connection

    def begin(self) -> None:
        """Have the embedded server start in a thread of its own, while the caller imports what `finish` needs."""
        if self._begun is None and not self._settings.database_url:
            from concurrent.futures import ThreadPoolExecutor

            with_room = ThreadPoolExecutor(max_workers=1, thread_name_prefix="server")
            self._begun = with_room.submit(self._start_server)
            with_room.shutdown(wait=False)

    def finish(self) -> Opened:
        """Open the database, preparing the embedded one; raises JarvisError when it cannot be used (yet)."""
        self.begin()
        from jarvis_desktop.app.application import Application

        server = self._begun_server()
        connection = self._connection = connect(self._settings, self._paths, notice=self._say, server=server)
        services = Application(connection.database, self._paths)
        account = system_account()
        person: str | None = account
        if connection.mode is Mode.EMBEDDED:
            services.people.ensure_user(account, name=full_name())
        else:
            person = services.directory.account_person(account)
        return Opened(connection, services, connection.announces_changes(), person or account, person is not None)

    def close(self) -> None:
        """Let go of the database, whether or not `finish` came to its end; no `finish` may be under way."""
        if self._connection is None and self._begun is not None:
            with suppress(JarvisError):
                self._begun.result().stop()
            self._begun = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _start_server(self) -> EmbeddedServer:
        server = embedded_server(self._paths, self._say)
        server.start()
        return server

    def _begun_server(self) -> EmbeddedServer | None:
        """The server that `begin` started; one that did not start is begun anew the next time."""
        if self._begun is None:
            return None
        try:
            return self._begun.result()
        except BaseException:
            self._begun = None
            raise

    def _say(self, text: str) -> None:
        if sys.stderr is not None:
            print(text, file=sys.stderr)  # noqa: T201 - for who started the program there
        if self.notice is not None:
            self.notice(text)
