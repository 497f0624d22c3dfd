"""The embedded server as the program sees it: an address while it is in use, and silence after the last user left."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote

from jarvis_desktop.core.words import tr
from jarvis_desktop.db.embedded import binaries as programs
from jarvis_desktop.db.embedded import cluster, failures, place, postmaster, process, scratch, sockets
from jarvis_desktop.db.embedded.account import running_as_root
from jarvis_desktop.db.embedded.lock import Seat, anyone_seated, exclusive

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from jarvis_desktop.db.embedded.binaries import Binaries
    from jarvis_desktop.db.embedded.place import Place
    from jarvis_desktop.db.embedded.postmaster import PidFile

_LOG = logging.getLogger(__name__)


class EmbeddedServer:
    """A PostgreSQL of the program's own over one data directory, shared by all programs that name that directory.

    `durable=False` gives up crash safety for speed, for tests. `notice` receives single sentences for the person.
    Safe to use from several threads.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True, notice: Callable[[str], None] = _LOG.info) -> None:
        self._requested = data_dir
        self._durable = durable
        self._notice = notice
        self._guard = threading.Lock()
        self._place: Place | None = None
        self._binaries: Binaries | None = None
        self._seat: Seat | None = None
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """The address of the running server's database `jarvis`; starts and creates what is not there.

        Call it again after the server has gone: it starts it anew, at the same address except on Windows.
        Raises ConfigurationError when the data directory or the binaries cannot be used and DatabaseUnavailable when
        the server does not start for now; no data is touched then.
        """
        with self._guard, failures.file_errors(self._requested):
            where, binaries = self._placed()
            where.prepare()
            with exclusive(where.lock, timeout=place.LOCK_TIMEOUT_SECONDS) as held:
                if not held:
                    raise failures.busy(where.data)
                newcomer = self._seat is None
                self._seat = self._seat or Seat(where.seats)
                try:
                    return self._running(where, binaries)
                except BaseException:
                    if newcomer:
                        self._leave()
                        if self._child is not None and not anyone_seated(where.seats):
                            self._shut_down(where, binaries)
                            self._forget_child()
                    raise

    def stop(self) -> None:
        """Stop using the server, and stop the server when nobody else uses it."""
        with self._guard:
            where, binaries = self._place, self._binaries
            if self._seat is None or where is None or binaries is None:
                return
            try:
                with exclusive(where.lock, timeout=place.LOCK_TIMEOUT_SECONDS) as held:
                    self._leave()
                    # Whoever holds the lock for so long is about to use the server.
                    if held and not anyone_seated(where.seats):
                        self._shut_down(where, binaries)
            except FileNotFoundError:
                # The directory was removed meanwhile, and with it whatever others could have used.
                self._leave()
                self._shut_down(where, binaries)
            self._forget_child()

    def __enter__(self) -> str:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _placed(self) -> tuple[Place, Binaries]:
        if self._place is None or self._binaries is None:
            binaries = programs.locate()
            if running_as_root():
                self._place, self._binaries = place.for_root(
                    self._requested, binaries, scratch=not self._durable or scratch.is_temporary(self._requested)
                )
                scratch.clear_abandoned()
                assert self._place.account is not None
                self._notice(
                    tr(
                        "PostgreSQL does not run as root: the database runs as the user {name}, with its data in "
                        "{data}.",
                        name=self._place.account.name,
                        data=self._place.data,
                    )
                )
            else:
                self._place, self._binaries = place.ordinary(self._requested), binaries
        return self._place, self._binaries

    def _running(self, where: Place, binaries: Binaries) -> str:
        cluster.clear_unfinished(where)
        if not cluster.exists(where):
            cluster.create(where, binaries, durable=self._durable)
        address = self._found(where, binaries)
        secret = cluster.read_secret(where)
        if secret is None:
            if address is not None:
                self._shut_down(where, binaries)
                address = None
            secret = cluster.renew_secret(where, binaries)
        if address is None:
            started = process.start(where, binaries, durable=self._durable)
            self._forget_child()
            address, self._child = started.address, started.child
        if not cluster.has_database(where):
            cluster.restore_database(server_url(address, secret, "postgres"))
        return server_url(address, secret, cluster.DATABASE)

    def _found(self, where: Place, binaries: Binaries) -> PidFile | None:
        """The server that runs already and can be used."""
        if self._child is not None:
            self._child.poll()  # reaps it
        address = postmaster.running(where.data)
        if address is None:
            return None
        if address.ready and not postmaster.accepts(address):
            self._notice(tr("The database's socket had been removed, so the database is started again."))
            self._shut_down(where, binaries)
            return None
        return process.wait_for(where, address)

    def _shut_down(self, where: Place, binaries: Binaries) -> None:
        address = postmaster.running(where.data)
        child = self._child if self._child is not None and self._child.poll() is None else None
        if address is not None:
            pid = address.pid
        elif child is not None:
            pid = child.pid  # its data directory was removed
        else:
            return
        if process.stop(pid, where, binaries, child=child):
            if address is not None and address.socket_dir:
                sockets.tidy(address.socket_dir)
        else:
            self._notice(
                tr("The database (process {pid}) does not stop; it goes on until the computer is shut down.", pid=pid)
            )

    def _forget_child(self) -> None:
        if self._child is not None:
            process.hand_over(self._child)
            self._child = None

    def _leave(self) -> None:
        if self._seat is not None:
            self._seat.leave()
            self._seat = None


def server_url(address: PidFile, secret: str, database: str) -> str:
    """The address for libpq and SQLAlchemy; the port always, for PGPORT would stand in for it."""
    user = f"{cluster.OWNER}:{quote(secret, safe='')}"
    if address.socket_dir:
        return f"postgresql://{user}@/{database}?host={quote(address.socket_dir)}&port={address.port}"
    return f"postgresql://{user}@127.0.0.1:{address.port}/{database}"
