"""The window's state between starts: a local file that a crash at any moment leaves whole."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

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

SHARED = frozenset({"settings"})
"""Places that are read before it is known who sits here."""

_LOCK_MS = 2_000
_MOST_ASIDE = 9
_FORGOTTEN_AFTER_S = 24 * 3600
_LAST_INSTANT = 10**11
_OWNED = "@"
"""With what the name of a place begins that is one person's; the person follows."""

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

    Persons on one account have places of their own from `serve` on. `safe` says that the window was asked to bring
    nothing back by itself.

    What is kept is written by a worker at most once a second, and at once by `flush`. Several programs may share a
    file: each writes only the places it was given itself, over what the others wrote meanwhile, so that the last one
    to keep a place wins it. Nothing here raises: what cannot be read is as if it had never been kept.

    Signals:
        written (): what was kept is in the file.
    """

    written = Signal()

    def __init__(
        self,
        path: Path | None,
        tasks: TaskRunner | None = None,
        parent: QObject | None = None,
        *,
        safe: bool = False,
    ) -> None:
        super().__init__(parent)
        self.safe = safe
        self.set_aside = ""
        """The file that could not be read and is set aside when the next one is written; "" without one."""
        self._person = ""
        self._path = path
        self._tasks = tasks
        self._places: _Places | None = None
        self._new: _Places = {}
        self._on_its_way: _Places = {}
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
        state = self._read().get(self._whole(place), {}).get("state")
        return state if isinstance(state, Mapping) else {}

    def places(self, beginning: str = "") -> tuple[str, ...]:
        """The places that have a state and whose name begins so."""
        before = len(self._whole(""))
        whole = self._whole(beginning)
        return tuple(name[before:] for name, entry in self._read().items() if name.startswith(whole) and entry["state"])

    def serve(self, person: str) -> None:
        """From now on this person's places are meant; the first one to come has those that are nobody's."""
        if person == self._person:
            return
        self._person = person
        places = self._read()
        if any(name.startswith(_OWNED) for name in places):
            return
        for name, entry in list(places.items()):
            if name not in SHARED and entry["state"]:
                self.keep(name, entry["state"])
                places[name] = self._new[name] = {"at": time.time(), "state": {}}

    def claim(self, places: Iterable[str]) -> None:
        """Have the last word about these places: what another window kept since gives way."""
        for name in map(self._whole, places):
            entry = self._read().get(name)
            if entry is not None:
                self._put(name, entry["state"])

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
        name = self._whole(place)
        if self._read().get(name, {}).get("state") != same:
            self._put(name, same)
        return True

    def _put(self, name: str, state: Mapping[str, Any]) -> None:
        self._read()[name] = self._new[name] = {"at": time.time(), "state": state}
        if self._path is not None and not self._timer.isActive():
            self._timer.start()

    def _whole(self, place: str) -> str:
        """The name of a place in the file."""
        if not self._person or place in SHARED:
            return place
        return f"{_OWNED}{quote(self._person, safe='')}/{place}"

    def forget(self, place: str) -> None:
        """Keep nothing for that place any more."""
        if self.kept(place):
            self.keep(place, {})

    def renew(self) -> None:
        """Read the file again: another program may have written it."""
        if self._path is not None:
            self._places = read_places(self._path)
            for name, entry in {**self._on_its_way, **self._new}.items():
                if name not in self._places or self._places[name]["at"] <= entry["at"]:
                    self._places[name] = entry

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
            found, reason = ({}, "") if self._path is None else _read_document(self._path)
            self._places = _entries(found)
            self.set_aside = str(self._path) if reason else ""
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
            self._writing, self._on_its_way = True, new
            work = partial(write_places, self._path, new)
            self._tasks.submit(Lane.IO, work, done=partial(self._on_written, new), owner=self)

    def _on_written(self, new: _Places, done: bool) -> None:  # noqa: FBT001 - a callback's result
        self._writing, self._on_its_way = False, {}
        if done:
            self.written.emit()
        else:
            self._new = {**new, **self._new}
            self._timer.start()


def read_places(path: Path) -> _Places:
    """What a file holds, place by place; nothing, and a line in the log, where it cannot be used."""
    return _entries(_read_document(path)[0])


def _read_document(path: Path) -> tuple[dict[str, Any], str]:
    """What a file holds, parts included that mean nothing here, and why it cannot be used ("": it can)."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}, _note(path, "it is too large")
        found = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError, RecursionError) as error:
        return {}, _note(path, f"it cannot be read: {error}")
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("places"), dict):
        return {}, _note(path, "it is of another version")
    return found, ""


def _note(path: Path, reason: str) -> str:
    log.info("the window's state in %s is ignored: %s", path.name, reason)
    return reason


def _entries(document: Mapping[str, Any]) -> _Places:
    return {place: entry for place, entry in document.get("places", {}).items() if _is_entry(entry)}


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
    document, reason = _read_document(path)
    if reason:
        # Not ours to read: kept beside, for who can.
        path.replace(_aside(path))
    places: dict[str, Any] = dict(document.get("places", {}))
    now = time.time()
    for place, entry in new.items():
        before: Any = places.get(place)
        # What is dated tomorrow is from a clock that went wrong.
        if not _is_entry(before) or before["at"] <= entry["at"] or before["at"] > now:
            places[place] = entry
    oldest = now - _FORGOTTEN_AFTER_S
    # What means nothing here may mean something to another version.
    lasting = {
        place: entry
        for place, entry in places.items()
        if not _is_entry(entry) or entry["state"] or entry["at"] > oldest
    }
    text = json.dumps({**document, "format": FORMAT, "places": lasting}, allow_nan=False)
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


def _aside(path: Path) -> Path:
    """Where an unreadable file is kept; the last one of many gives way."""
    beside = [path.with_suffix(f".aside{number or ''}") for number in range(_MOST_ASIDE)]
    return next((each for each in beside if not each.exists()), beside[-1])


def _is_entry(entry: Any) -> bool:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("state"), Mapping):
        return False
    at = entry.get("at")
    return isinstance(at, (int, float)) and not isinstance(at, bool) and abs(at) < _LAST_INSTANT


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is no number of JSON")
