"""Use cases of files: take one from the disk, give it back, show it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Any, BinaryIO

from jarvis_desktop.core.cancel import Cancellation, Cancelled
from jarvis_desktop.core.errors import DatabaseRefused
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.files import CHUNK, file_content, store_file
from jarvis_desktop.forms.files.limits import size_refusal, type_refusal
from jarvis_desktop.forms.files.media import media_type
from jarvis_desktop.forms.files.types import FileRefused, FileStopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.files.types import FileLimits, PagePicture

    OnBytes = Callable[[int, int], None]
    """Told how many bytes are done, and of how many."""

MOST_SHOWN = 60_000_000
"""Bytes of a file that is shown in the window; a larger one can be saved."""
_LONGEST_NAME = 200
_NOT_THERE = frozenset({"42P01", "3F000", "42501"})
_UNFIT = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069/\\]")


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


class FileService:
    """Contents of files, each stored once whoever adds it; a record refers to them by hash, name, size and kind.

    What nobody refers to any more stays: an undo, a draft or an older version may bring it back.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        path: Path,
        limits: FileLimits,
        *,
        progress: OnBytes = _silent,
        wanted: Cancellation | None = None,
    ) -> Mapping[str, Any]:
        """Store a file and answer with what a field keeps of it: `{name, size, type, hash}`.

        Its size is asked first: one that is too large is not read. Raises FileRefused, FileStopped,
        DatabaseUnavailable.
        """
        name = _clean(path.name)
        with _in_words(name):
            found = path.stat()
            if S_ISDIR(found.st_mode):
                raise FileRefused(tr("“{name}” is a folder", name=name), hint=tr("Add the files in it."))
            if not S_ISREG(found.st_mode):
                raise FileRefused(tr("“{name}” is no file that can be read", name=name))
            _refuse(size_refusal(name, found.st_size, limits))
            with path.open("rb") as content:
                return self._take(name, content, found.st_size, limits, progress, wanted or Cancellation())

    def add_content(self, name: str, content: bytes, limits: FileLimits) -> Mapping[str, Any]:
        """Store what is no file yet, as a picture from the clipboard; answers and raises as `add`."""
        name = _clean(name)
        _refuse(size_refusal(name, len(content), limits))
        return self._take(name, io.BytesIO(content), len(content), limits, _silent, Cancellation())

    def content(self, file: Mapping[str, Any]) -> bytes:
        """The content of a file that a field holds, to be shown. Raises FileRefused, DatabaseUnavailable."""
        if file["size"] > MOST_SHOWN:
            raise FileRefused(
                tr("“{name}” is too large to be shown here", name=file["name"]), hint=tr("Save a copy to look at it.")
            )
        return b"".join(self._parts(file))

    def page(self, file: Mapping[str, Any], number: int, width: int) -> PagePicture:
        """Page `number` (from 0) of a PDF, `width` pixels wide. Raises FileRefused, DatabaseUnavailable."""
        from jarvis_desktop.forms.files.pages import draw_page  # a library of its own, for who looks at a document

        return draw_page(self.content(file), file["name"], number, width)

    def save(
        self, file: Mapping[str, Any], path: Path, *, progress: OnBytes = _silent, wanted: Cancellation | None = None
    ) -> Path:
        """Write a copy to `path`, whole or not at all; replaces what is there. Raises FileRefused, FileStopped."""
        wanted, name, done = wanted or Cancellation(), path.name, 0
        with _in_words(name), tempfile.TemporaryDirectory(prefix=".jarvis-", dir=path.parent) as folder:
            written = Path(folder) / "copy"
            with written.open("wb") as out:
                for part in self._parts(file):
                    wanted.check()
                    out.write(part)
                    done += len(part)
                    progress(done, file["size"])
            written.chmod(0o644)
            return written.replace(path)

    def _take(
        self,
        name: str,
        content: BinaryIO,
        size: int,
        limits: FileLimits,
        progress: OnBytes,
        wanted: Cancellation,
    ) -> Mapping[str, Any]:
        kind = media_type(name, content)
        _refuse(type_refusal(name, kind, limits))
        with _in_words(name):
            digest = hashlib.sha256()
            for done, part in _read(name, content, size, wanted):
                digest.update(part)
                progress(done // 2, size)
            with self._database.write() as session:
                again = hashlib.sha256()
                parts = _hashed(_read(name, content, size, wanted), again, progress, size)
                if store_file(session, digest.hexdigest(), size, kind, parts) and again.digest() != digest.digest():
                    raise _changed(name)
        progress(size, size)
        return {"name": name, "size": size, "type": kind, "hash": digest.hexdigest()}

    def _parts(self, file: Mapping[str, Any]) -> Iterator[bytes]:
        """The content, which must be what its hash says. Raises FileRefused."""
        digest = hashlib.sha256()
        with _in_words(file["name"]), self._database.read() as session:
            for part in file_content(session, file["hash"]):
                digest.update(part)
                yield part
        if digest.hexdigest() != file["hash"]:
            raise FileRefused(
                tr("“{name}” is not stored in this database, or is damaged", name=file["name"]),
                title=tr("File not found"),
                hint=tr("Where the record comes from another database, its files did not come with it."),
            )


def _read(name: str, content: BinaryIO, size: int, wanted: Cancellation) -> Iterator[tuple[int, bytes]]:
    """The parts of a content of `size` bytes, each with how many bytes that makes. Raises FileRefused, Cancelled."""
    content.seek(0)
    done = 0
    while part := content.read(CHUNK):
        wanted.check()
        done += len(part)
        if done > size:
            break
        yield done, part
    if done != size:
        raise _changed(name)


def _hashed(parts: Iterator[tuple[int, bytes]], digest: hashlib._Hash, progress: OnBytes, size: int) -> Iterator[bytes]:
    for done, part in parts:
        digest.update(part)
        yield part
        progress((size + done) // 2, size)


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    try:
        yield
    except Cancelled as error:
        raise FileStopped(tr("Adding “{name}” was stopped", name=name)) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise FileRefused(tr("“{name}” cannot be read or written: {reason}", name=name, reason=reason)) from error
    except DatabaseRefused as error:
        if error.sqlstate not in _NOT_THERE:
            raise
        raise FileRefused(
            tr("This database has no room for files"),
            hint=tr("An administrator makes it with “{command}”.", command="jarvis db upgrade"),
        ) from error


def _refuse(reason: str) -> None:
    if reason:
        raise FileRefused(reason)


def _changed(name: str) -> FileRefused:
    return FileRefused(tr("“{name}” was changed while it was read", name=name), hint=tr("Add it again."))


def _clean(name: str) -> str:
    """A name that can be stored and stands in one line: without control and direction signs, not too long."""
    text = _UNFIT.sub("_", name.encode("utf-8", "replace").decode("utf-8")).strip() or "_"
    if len(text) <= _LONGEST_NAME:
        return text
    suffix = Path(text).suffix[:20]
    return text[: _LONGEST_NAME - len(suffix)] + suffix
