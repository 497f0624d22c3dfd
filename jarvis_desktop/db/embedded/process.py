"""The server's process: spawned directly, watched until it takes connections, and stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from jarvis_desktop.db.embedded import failures, postmaster, sockets
from jarvis_desktop.db.embedded.account import process_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.embedded.binaries import Binaries
    from jarvis_desktop.db.embedded.place import Place
    from jarvis_desktop.db.embedded.postmaster import PidFile

# Crash recovery reads at most `max_wal_size` of log; this is for slow disks.
START_TIMEOUT_SECONDS = 120.0
ORPHAN_TIMEOUT_SECONDS = 15.0
STOP_TIMEOUT_SECONDS = 30.0
QUIT_TIMEOUT_SECONDS = 10.0
LOG_LIMIT_BYTES = 1_000_000
_POLL_SECONDS = 0.002

_SETTINGS: Mapping[str, str] = {
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_wal_size": "256MB",
    # Only what concerns the server itself: a failed statement is told to its program, and the log, which is cut
    # at a start only, neither grows by statements nor keeps anybody's data.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
_FOR_TESTS: Mapping[str, str] = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class StartRefused(Exception):
    """The server ended before it took connections; `output` is what it wrote."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


@dataclass(frozen=True, slots=True)
class Started:
    """A server that takes connections; `child` is its process when it is one of ours."""

    address: PidFile
    child: subprocess.Popen[bytes] | None = None


def start(place: Place, binaries: Binaries, *, durable: bool) -> Started:
    """Start a server where none runs and wait until it takes connections; call it under the server's lock.

    Children that a killed server left behind may still write to the data directory, and PostgreSQL rightly refuses to
    start beside them. Most notice and end by themselves; those that are deep in a computation are killed, which loses
    nothing: without their server they can acknowledge nothing any more.
    """
    deadline = time.monotonic() + ORPHAN_TIMEOUT_SECONDS
    _clear_the_way(place)
    while True:
        mark = place.log.stat().st_size if place.log.exists() else 0
        child = _spawn(place, binaries, durable=durable)
        try:
            return Started(_wait_until_ready(place, child, mark), child)
        except StartRefused as refusal:
            if "pre-existing shared memory block" not in refusal.output or time.monotonic() > deadline:
                raise failures.from_output(refusal.output, place.data) from None
        for pid in postmaster.orphans(place.data):
            _signal(pid, signal.SIGKILL)
        Event().wait(0.05)


def wait_for(place: Place, address: PidFile) -> PidFile | None:
    """The running server once it takes connections; None when it ended meanwhile."""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while not address.ready or not postmaster.accepts(address):
        if time.monotonic() > deadline:
            raise failures.still_starting(place.data)
        Event().wait(_POLL_SECONDS)
        found = postmaster.running(place.data)
        if found is None:
            return None
        address = found
    return address


def stop(pid: int, place: Place, binaries: Binaries, *, child: subprocess.Popen[bytes] | None = None) -> bool:
    """Shut the server down: fast and clean, and at once when that takes too long. Whether it has ended.

    Nothing committed is lost by the latter either; the next start recovers it. `child` is the process if it is ours.
    """
    for mode, sent, patience in (
        ("fast", signal.SIGINT, STOP_TIMEOUT_SECONDS),
        ("immediate", getattr(signal, "SIGQUIT", signal.SIGINT), QUIT_TIMEOUT_SECONDS),
    ):
        if sys.platform == "win32":
            _pg_ctl(place, binaries, ["stop", "--no-wait", "--mode", mode])
        else:
            _signal(pid, sent)
        if _ended(pid, place, child, patience):
            return True
    return False


def _ended(pid: int, place: Place, child: subprocess.Popen[bytes] | None, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        # `poll` reaps our own child, which would look alive for ever.
        if (child is not None and child.poll() is not None) or not postmaster.is_postmaster(pid, place.data):
            return True
        Event().wait(_POLL_SECONDS)
    return False


def _clear_the_way(place: Place) -> None:
    """Remove what a server that is gone left behind and PostgreSQL would stumble over."""
    if place.log.exists() and place.log.stat().st_size > LOG_LIMIT_BYTES:
        place.log.replace(place.log.with_name(f"{place.log.name}.1"))
    pid_file = place.data / "postmaster.pid"
    if pid_file.exists() and postmaster.first_pid(pid_file) is None:
        # Cut off by a full disk or a crash of the machine: it protects nothing and would be refused.
        pid_file.unlink()


def _spawn(place: Place, binaries: Binaries, *, durable: bool) -> subprocess.Popen[bytes] | None:
    settings = {**_SETTINGS, **({} if durable else _FOR_TESTS), **_address(place)}
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    if sys.platform == "win32":
        # pg_ctl gives away administrators' rights, with which PostgreSQL refuses to run; it does not wait here.
        line = subprocess.list2cmdline(arguments)
        _pg_ctl(place, binaries, ["start", "--no-wait", "--log", str(place.log), "-o", line])
        return None
    options = process_options(place.account, place.home, **postmaster.passing_over_stale(place.data))
    postgres = binaries.program("postgres")
    log_descriptor = os.open(place.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(log_descriptor, "ab") as log, failures.run_errors(postgres):
        return subprocess.Popen(  # noqa: S603 - our own binaries
            [postgres, "-D", place.data, *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            # The server outlives the program's terminal and its Ctrl+C.
            start_new_session=True,
            **options,
        )


def _address(place: Place) -> dict[str, str]:
    if sys.platform == "win32":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return {"listen_addresses": "127.0.0.1", "port": str(free.getsockname()[1])}
    folder = sockets.directory(place)
    name = f"{postmaster.SOCKET_PREFIX}{sockets.PORT}"
    holder = postmaster.first_pid(folder / f"{name}.lock")
    if holder is not None and postmaster.is_postmaster(holder, place.data):
        # The data directory was taken away under a running server, which has not noticed yet.
        _signal(holder, signal.SIGQUIT)
        _ended(holder, place, None, QUIT_TIMEOUT_SECONDS)
    for leftover in (folder / name, folder / f"{name}.lock"):
        leftover.unlink(missing_ok=True)
    return {"listen_addresses": "", "unix_socket_directories": str(folder), "port": str(sockets.PORT)}


def _wait_until_ready(place: Place, child: subprocess.Popen[bytes] | None, mark: int) -> PidFile:
    """The address, once the server itself has noted that it takes connections.

    Reading that note is as exact as connecting, and neither needs the driver nor leaves failed logins in the log.
    """
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        address = postmaster.read(place.data)
        ours = address is not None and (child is None or address.pid == child.pid)
        if address is not None and ours and address.ready and postmaster.is_postmaster(address.pid, place.data):
            return address
        if child is not None and child.poll() is not None:
            raise StartRefused(_output(place, mark))
        if child is None and "FATAL" in _output(place, mark):
            raise StartRefused(_output(place, mark))
        Event().wait(_POLL_SECONDS)
    if child is not None:
        hand_over(child)
    raise failures.still_starting(place.data)


def hand_over(child: subprocess.Popen[bytes]) -> None:
    """Let a server run on without us; without this Python complains about the abandoned child."""
    if child.poll() is None:
        child.returncode = 0


def _output(place: Place, mark: int) -> str:
    with place.log.open("rb") as log:
        log.seek(mark)
        return log.read(LOG_LIMIT_BYTES).decode(errors="replace")


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _pg_ctl(place: Place, binaries: Binaries, arguments: list[str]) -> None:
    subprocess.run(  # noqa: S603 - our own binaries
        [binaries.program("pg_ctl"), "--silent", "--pgdata", place.data, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        **process_options(None, place.home),
    )
