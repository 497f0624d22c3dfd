"""Opening the database in two steps: the server starts while the window's libraries are still loading."""

from __future__ import annotations

import getpass
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.app.connect import Mode, connect, embedded_server

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.app.settings import Settings
    from jarvis_desktop.db.embedded.server import EmbeddedServer


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


def _print_notice(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - for who started the program, before there is a window


class Opening:
    """Begins the embedded server at once, and opens the database when asked (in a worker, as often as needed).

    `notice` is called on a worker's thread with a sentence about what takes its time; replace it to show them.
    """

    def __init__(self, settings: Settings, paths: Paths) -> None:
        self.notice: Callable[[str], None] = _print_notice
        self._settings = settings
        self._paths = paths
        self._server: EmbeddedServer | None = None
        self._begun: Future[str] | None = None
        if not settings.database_url:
            self._server = embedded_server(paths, self._say)
            pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="server")
            self._begun = pool.submit(self._server.start)
            pool.shutdown(wait=False)

    def finish(self) -> Opened:
        """Open the database, preparing the embedded one; raises JarvisError when it cannot be used (yet)."""
        from jarvis_desktop.app.application import compose

        begun, self._begun = self._begun, None
        if begun is not None:
            begun.result()
        connection = connect(self._settings, self._paths, notice=self._say, server=self._server)
        try:
            services = compose(connection.database, self._paths)
            user_id = system_account()
            if connection.mode is Mode.EMBEDDED:
                services.people.ensure_user(user_id)
            return Opened(connection, services, connection.announces_changes(), user_id)
        except BaseException:
            connection.close()
            raise

    def _say(self, text: str) -> None:
        self.notice(text)

    def abandon(self) -> None:
        """Stop a server that was begun and never opened."""
        if self._begun is not None:
            self._begun.exception()
            self._begun = None
        if self._server is not None:
            self._server.stop()
