"""The file of a backup: a zip with a manifest and one member of COPY text a table."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = "jarvis-desktop-backup"
VERSION = 1
MANIFEST = "manifest.json"
PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class SavedTable:
    """One table in a backup; `sha256` is of the member's text, `columns` the order of its values."""

    schema: str
    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        """Its name in the zip."""
        return f"{self.schema}/{self.name}.copy"


@dataclass(frozen=True, slots=True)
class SavedSequence:
    """Where the numbering of a column stood."""

    schema: str
    table: str
    column: str
    last_value: int
    is_called: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    `revision` is the schema's migration (None for a database of somebody else's), `taken_at` an ISO instant in UTC.
    """

    taken_at: str
    program: str
    server: str
    revision: str | None
    tables: tuple[SavedTable, ...]
    sequences: tuple[SavedSequence, ...]

    def to_json(self) -> str:
        """The member `manifest.json`."""
        return json.dumps({"format": FORMAT, "version": VERSION, **asdict(self)}, indent=1)


def read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """The manifest; raises ConfigurationError for a file that is not a backup, or is one of a later version."""
    try:
        document = json.loads(archive.read(MANIFEST))
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error):
        document = None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ConfigurationError(tr("{path} is not a backup of this program.", path=path))
    if document.get("version") != VERSION:
        raise ConfigurationError(
            tr("{path} was written by a newer version of the program.", path=path),
            hint=tr("Update the program, then restore it."),
        )
    try:
        return Manifest(
            taken_at=str(document["taken_at"]),
            program=str(document["program"]),
            server=str(document["server"]),
            revision=document["revision"],
            tables=tuple(SavedTable(**{**t, "columns": tuple(t["columns"])}) for t in document["tables"]),
            sequences=tuple(SavedSequence(**s) for s in document["sequences"]),
        )
    except (KeyError, TypeError) as error:
        raise ConfigurationError(tr("{path} is damaged: its table of contents cannot be read.", path=path)) from error


def open_archive(path: Path) -> zipfile.ZipFile:
    """The file as a zip; raises ConfigurationError when it is missing, cut off or something else."""
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise ConfigurationError(tr("There is no file {path}.", path=path)) from None
    except zipfile.BadZipFile:
        raise ConfigurationError(
            tr("{path} is not a backup of this program, or its end is missing.", path=path),
            hint=tr("Copy the file again, or use another."),
        ) from None
    except OSError as error:
        raise ConfigurationError(
            tr("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error


def pieces(archive: zipfile.ZipFile, table: SavedTable) -> Iterator[bytes]:
    """The text of a table, in pieces."""
    with archive.open(table.member) as member:
        while piece := member.read(PIECE):
            yield piece


def verify(archive: zipfile.ZipFile, manifest: Manifest, path: Path) -> None:
    """Read every member once and compare its checksum; raises ConfigurationError naming the first that differs."""
    for table in manifest.tables:
        digest = hashlib.sha256()
        try:
            for piece in pieces(archive, table):
                digest.update(piece)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            digest = hashlib.sha256(b"unreadable")
        if digest.hexdigest() != table.sha256:
            raise ConfigurationError(
                tr("{path} is damaged: the rows of “{name}” are not what was written.", path=path, name=table.name),
                hint=tr("Nothing was changed. Copy the file again, or use another."),
            )


def member_info(name: str) -> zipfile.ZipInfo:
    """A member to write, compressed; its time is not kept."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info
