"""Opening the database for the window, which is already in view: the server starts while libraries are loading."""

from __future__ import annotations

import getpass
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.app.connect import Mode, connect, embedded_server

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.app.settings import Settings


def system_account() -> str:
    """The name of the account this program runs under, which is the person's user id until they set up another."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "person"


@dataclass(frozen=True, slots=True)
class Opened:
    """The open database and the services over it. `live` says whether it announces changes."""

    connection: Connection
    services: Application
    live: bool
    user_id: str


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

    def finish(self) -> Opened:
        """Open the database, preparing the embedded one; raises JarvisError when it cannot be used (yet)."""
        server = None if self._settings.database_url else embedded_server(self._paths, self._say)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="server") as beside:
            # The server starts in the time that the imports below take.
            begun = beside.submit(server.start) if server is not None else None
            from jarvis_desktop.app.application import Application

            if begun is not None:
                begun.result()
        connection = self._connection = connect(self._settings, self._paths, notice=self._say, server=server)
        services = Application(connection.database, self._paths)
        user_id = system_account()
        if connection.mode is Mode.EMBEDDED:
            services.people.ensure_user(user_id)
        return Opened(connection, services, connection.announces_changes(), user_id)

    def close(self) -> None:
        """Let go of the database, whether or not `finish` came to its end; no `finish` may be under way."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _say(self, text: str) -> None:
        if sys.stderr is not None:
            print(text, file=sys.stderr)  # noqa: T201 - for who started the program there
        if self.notice is not None:
            self.notice(text)
