"""The running server as its `postmaster.pid` tells, checked against the process that has that number."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath

SOCKET_PREFIX = ".s.PGSQL."
_READY = ("ready", "standby")
_LINES_WITH_STATUS = 8
_PROC = Path("/proc")
_PROBE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class PidFile:
    """The lines of `postmaster.pid` that matter here (src/include/utils/pidfile.h); `started` in seconds since 1970."""

    pid: int
    data: Path
    started: int
    port: int
    socket_dir: str
    status: str

    @property
    def ready(self) -> bool:
        """Whether the server takes connections: it writes this line when recovery is over."""
        return self.status in _READY

    @property
    def socket(self) -> Path:
        """The Unix socket."""
        return Path(self.socket_dir) / f"{SOCKET_PREFIX}{self.port}"


def parse(text: str) -> PidFile | None:
    """The file's contents, None while it is incomplete or when it is junk."""
    lines = text.split("\n")
    if len(lines) < _LINES_WITH_STATUS:
        return None
    try:
        pid, started, port = int(lines[0]), int(lines[2]), int(lines[3])
    except ValueError:
        return None
    if not pid:
        return None
    return PidFile(abs(pid), Path(lines[1]), started, port, lines[4].strip(), lines[7].strip())


def first_pid(path: Path) -> int | None:
    """The process number in the first line of a lock file of PostgreSQL, None when there is none."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return abs(int(file.readline())) or None
    except (FileNotFoundError, ValueError):
        return None


def passing_over_stale(data: Path) -> dict[str, str]:
    """An environment in which PostgreSQL does not take the number in a stale pid file for a server.

    By now that number may belong to any living process, and PostgreSQL would refuse to start. Use it only when no
    server runs on `data`: declared as a “grandparent” the number is passed over, while the check for children left
    behind, which the rest of the file makes possible, stays in force (CreateLockFile in miscinit.c).
    """
    stale = first_pid(data / "postmaster.pid")
    return {"PG_GRANDPARENT_PID": str(stale)} if stale else {}


def read(data: Path) -> PidFile | None:
    """`postmaster.pid` of the data directory, None when there is none that can be read."""
    try:
        return parse((data / "postmaster.pid").read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return None


def is_postmaster(pid: int, data: Path) -> bool:
    """Whether this very process is the postmaster of `data`: numbers are reused, above all when the machine restarted.

    A zombie is none: it has no command line any more.
    """
    if sys.platform == "win32":
        return _is_postmaster_windows(pid, data)
    return _is_postmaster_linux(pid, data) if sys.platform == "linux" else _is_postmaster_unix(pid, data)


def _is_postmaster_linux(pid: int, data: Path) -> bool:
    # The command line, for it is readable for everybody; `exe` and `cwd` are not in a container without CAP_SYS_PTRACE.
    try:
        arguments = (_PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return False
    # Children of the postmaster show themselves as “postgres: checkpointer” and the like.
    if PurePath(os.fsdecode(arguments[0])).name != "postgres":
        return False
    named = arguments[arguments.index(b"-D") + 1] if b"-D" in arguments[1:-1] else None
    return _same_directory(os.fsdecode(named) if named else f"{_PROC}/{pid}/cwd", data)


def _same_directory(one: str, other: Path) -> bool:
    if one == str(other):
        return True
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def _is_postmaster_unix(pid: int, data: Path) -> bool:
    answer = subprocess.run(  # noqa: S603 - a fixed program and a number
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return f"postgres -D {data}" in answer.stdout


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259
    # The server notes the time a moment after its process was made.
    _START_TOLERANCE_SECONDS = 10

    def _is_postmaster_windows(pid: int, data: Path) -> bool:
        """A process made at the time that the file gives: command lines of others are hard to come by here."""
        noted = read(data)
        made = _made_at(pid)
        return noted is not None and made is not None and abs(noted.started - made) <= _START_TOLERANCE_SECONDS

    def _made_at(pid: int) -> float | None:
        """When the living process was made, in seconds since 1970; None when there is none or it is not ours."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
        kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *(ctypes.POINTER(wintypes.FILETIME),) * 4)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return None
        try:
            code = wintypes.DWORD()
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or code.value != _STILL_ACTIVE:
                return None
            if not kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
                return None
        finally:
            kernel.CloseHandle(handle)
        # In steps of 100 ns since 1601.
        return ((times[0].dwHighDateTime << 32) | times[0].dwLowDateTime) / 1e7 - 11_644_473_600


def running(data: Path) -> PidFile | None:
    """The living server of the data directory in whatever state, None when it has none."""
    found = read(data)
    return found if found is not None and is_postmaster(found.pid, data) else None


def accepts(server: PidFile) -> bool:
    """Whether something listens at the address the server gave: its socket may have been tidied away."""
    try:
        if sys.platform == "win32":
            with socket.create_connection(("127.0.0.1", server.port), timeout=_PROBE_SECONDS):
                return True
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(_PROBE_SECONDS)
            probe.connect(str(server.socket))
            return True
    except OSError:
        return False


def orphans(data: Path) -> list[int]:
    """Children that a killed postmaster has left behind and that still work in the data directory (Linux only)."""
    found = []
    for entry in _PROC.glob("[0-9]*"):
        try:
            title = (entry / "cmdline").read_bytes()
            if title.startswith(b"postgres: ") and (entry / "cwd").samefile(data):
                found.append(int(entry.name))
        except OSError:
            continue
    return found
