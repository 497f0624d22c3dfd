"""The window's state between starts: a local file that a crash at any moment leaves whole."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from ui.core.tasks import TaskRunner

FORMAT = 1
"""What a file says it is written in; a file of another one is set aside."""

WRITE_AFTER_MS = 1000
MOST_BYTES = 8_000_000
"""A larger file is nobody's arrangement: it is set aside unread."""

MOST_CHARACTERS = 400_000
"""A state longer than this as JSON is not kept."""

_LOCK_MS = 2_000
_FORGOTTEN_AFTER_S = 24 * 3600
_LAST_INSTANT = 10**11
_Places = dict[str, dict[str, Any]]

log = logging.getLogger(__name__)


def session_file(folder: Path, database_url: str | None) -> Path:
    """The file of one person's window over one database; passwords do not count."""
    if not database_url:
        return folder / "embedded.json"
    scheme, _, rest = database_url.partition("://")
    person, at, place = rest.rpartition("@")
    known = f"{scheme}://{person.split(':')[0]}{at}{place}"
    return folder / f"{sha256(known.encode()).hexdigest()[:16]}.json"


class Keeper(QObject):
    """States by place, kept in a file; `path` None keeps them only as long as the program runs.

    What is kept is written by a worker at most once a second, and at once by `flush`. Several programs may share a
    file: each writes only the places it was given itself, over what the others wrote meanwhile, so that the last one
    to keep a place wins it. Nothing here raises: what cannot be read is as if it had never been kept.

    Signals:
        written (): what was kept is in the file.
    """

    written = Signal()

    def __init__(self, path: Path | None, tasks: TaskRunner | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._tasks = tasks
        self._places: _Places | None = None
        self._new: _Places = {}
        self._writing = False
        self._timer = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._timer.timeout.connect(self._write_beside)

    @property
    def path(self) -> Path | None:
        """The file."""
        return self._path

    def use(self, tasks: TaskRunner) -> None:
        """From now on workers write."""
        self._tasks = tasks

    def kept(self, place: str) -> Mapping[str, Any]:
        """The state of a place; empty without one."""
        state = self._read().get(place, {}).get("state")
        return state if isinstance(state, Mapping) else {}

    def places(self, beginning: str = "") -> tuple[str, ...]:
        """The places that have a state and whose name begins so."""
        return tuple(place for place, entry in self._read().items() if place.startswith(beginning) and entry["state"])

    def keep(self, place: str, state: Mapping[str, Any]) -> bool:
        """Keep that state in place of any before (an empty one: nothing); answers whether it could be written."""
        try:
            written = json.dumps(state, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            log.info("%s has a state that is no JSON: %s", place, error)
            return False
        if len(written) > MOST_CHARACTERS:
            log.info("%s has a state of %d characters, which is not kept", place, len(written))
            return False
        same = json.loads(written)
        places = self._read()
        if places.get(place, {}).get("state") != same:
            entry = {"at": time.time(), "state": same}
            places[place] = self._new[place] = entry
            if self._path is not None and not self._timer.isActive():
                self._timer.start()
        return True

    def forget(self, place: str) -> None:
        """Keep nothing for that place any more."""
        if self._read().get(place, {}).get("state"):
            self.keep(place, {})

    def renew(self) -> None:
        """Read the file again: another program may have written it."""
        if self._path is not None:
            self._places = {**read_places(self._path), **self._new}

    @Slot()
    def flush(self) -> None:
        """Write at once what waits."""
        self._timer.stop()
        if self._path is not None and self._new:
            new, self._new = self._new, {}
            if not write_places(self._path, new):
                self._new = {**new, **self._new}

    def _read(self) -> _Places:
        if self._places is None:
            self._places = {} if self._path is None else read_places(self._path)
        return self._places

    @Slot()
    def _write_beside(self) -> None:
        if self._tasks is None:
            self.flush()
            return
        if self._writing:
            self._timer.start()
            return
        assert self._path is not None
        if self._new:
            new, self._new = self._new, {}
            self._writing = True
            work = partial(write_places, self._path, new)
            self._tasks.submit(Lane.IO, work, done=partial(self._on_written, new), owner=self)

    def _on_written(self, new: _Places, done: bool) -> None:  # noqa: FBT001 - a callback's result
        self._writing = False
        if done:
            self.written.emit()
        else:
            self._new = {**new, **self._new}
            self._timer.start()


def read_places(path: Path) -> _Places:
    """What a file holds, place by place; nothing, and a line in the log, where it cannot be used."""
    try:
        if path.stat().st_size > MOST_BYTES:
            log.info("the window's state in %s is too large and is ignored", path.name)
            return {}
        found = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.info("the window's state in %s cannot be read and is ignored: %s", path.name, error)
        return {}
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("places"), dict):
        log.info("the window's state in %s is of another version and is ignored", path.name)
        return {}
    return {place: entry for place, entry in found["places"].items() if _is_entry(entry)}


def write_places(path: Path, new: _Places) -> bool:
    """Put `new` over what the file holds by now; answers whether it was written. For any thread and any process."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(path.with_suffix(".lock")))
        if not lock.tryLock(_LOCK_MS):
            log.info("the window's state in %s is being written by somebody else", path.name)
            return False
        try:
            _replace(path, new)
        finally:
            lock.unlock()
    except OSError as error:
        log.info("the window's state cannot be written to %s: %s", path.name, error)
        return False
    return True


def _replace(path: Path, new: _Places) -> None:
    there = read_places(path)
    now = time.time()
    if not there and path.exists() and path.stat().st_size:
        # Not ours to read: kept beside, for who can.
        path.replace(path.with_suffix(".aside"))
    for place, entry in new.items():
        before = there.get(place)
        # What is dated tomorrow is from a clock that went wrong.
        if before is None or before["at"] <= entry["at"] or before["at"] > now:
            there[place] = entry
    oldest = now - _FORGOTTEN_AFTER_S
    lasting = {place: entry for place, entry in there.items() if entry["state"] or entry["at"] > oldest}
    text = json.dumps({"format": FORMAT, "places": lasting}, allow_nan=False)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except BaseException:
        with suppress(OSError):
            written.unlink()
        raise


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("state"), Mapping):
        return False
    at = entry.get("at")
    return isinstance(at, (int, float)) and not isinstance(at, bool) and abs(at) < _LAST_INSTANT


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is no number of JSON")
