"""Folders of JSON files: one file a table, each a list of objects, read a piece at a time."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import NotJson
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.transfer.values import read_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PIECE = 1 << 20
LONGEST_ROW = 64 << 20
"""Characters of one row at most; a longer one is taken for a broken file."""
_BLANK = " \t\n\r"


class BadFile(ValueError):
    """A file that is not a list of rows in JSON; the message says why."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """One file of a folder; its stem names the table."""

    path: Path
    bytes: int

    @property
    def table(self) -> str:
        """The table it claims to hold."""
        return self.path.stem


def table_files(folder: Path) -> list[TableFile]:
    """The `.json` files of `folder` by name, or the one file when `folder` is one; also those that cannot be read.

    Raises ConfigurationError when there are none.
    """
    try:
        paths = [folder] if folder.is_file() else sorted(folder.iterdir())
        found = [TableFile(path, _size(path)) for path in paths if path.suffix == ".json"]
    except FileNotFoundError:
        raise ConfigurationError(tr("There is no folder {folder}.", folder=folder)) from None
    except OSError as error:
        raise ConfigurationError(
            tr("The folder {folder} cannot be read: {strerror}.", folder=folder, strerror=error.strerror)
        ) from error
    if not found:
        raise ConfigurationError(
            tr("The folder {folder} holds no .json files.", folder=folder),
            hint=tr("Each file is named for its table, as incidents.json."),
        )
    return found


def _size(path: Path) -> int:
    """The bytes of a file, 0 for what is none."""
    try:
        return path.stat().st_size
    except OSError:  # such as a link to nowhere; reading it says so
        return 0


def read_rows(path: Path, on_bytes: Callable[[int], None] = lambda _: None) -> Iterator[tuple[int, object]]:
    """The elements of the file's list with their index; `on_bytes` hears how many bytes have been read.

    Raises BadFile at the place where the file stops being a list in JSON, when the elements before it have been
    given out already: take the file as a whole or not at all.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise BadFile("it is not a file")
        with path.open("rb") as source:
            text = _Text(iter(lambda: source.read(_PIECE), b""), on_bytes)
            yield from _elements(text)
    except OSError as error:
        raise BadFile(f"it cannot be read: {error.strerror}") from error


class _Text:
    """The file's text, of which only the part not yet consumed is held; `done` characters came before it."""

    def __init__(self, pieces: Iterator[bytes], on_bytes: Callable[[int], None]) -> None:
        self._pieces = pieces
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._on_bytes = on_bytes
        self._bytes = 0
        self.ended = False
        self.held = ""
        self.position = 0
        self.done = 0

    def more(self) -> bool:
        """Read a further piece; False at the end of the file."""
        if self.ended:
            return False
        piece = next(self._pieces, b"")
        self._bytes += len(piece)
        self.ended = not piece
        try:
            # As much as is held already, so that an element longer than a piece is not parsed over and over.
            new = [self._decoder.decode(piece, final=self.ended)]
            size = len(new[0])
            while not self.ended and size < len(self.held) - self.position:
                piece = next(self._pieces, b"")
                self._bytes += len(piece)
                self.ended = not piece
                new.append(self._decoder.decode(piece, final=self.ended))
                size += len(new[-1])
        except UnicodeDecodeError:
            raise BadFile("it is not UTF-8 text") from None
        self.done += self.position
        self.held = self.held[self.position :] + "".join(new)
        self.position = 0
        self._on_bytes(self._bytes)
        return True

    def peek(self) -> str:
        """The next character that is not blank, "" at the end of the file."""
        while True:
            while self.position < len(self.held) and self.held[self.position] in _BLANK:
                self.position += 1
            if self.position < len(self.held):
                return self.held[self.position]
            if not self.more():
                return ""

    def element(self) -> object:
        """The JSON value that begins here, consumed."""
        while True:
            try:
                value, end = read_at(self.held, self.position)
            except NotJson as error:
                if error.position is None:
                    raise BadFile(f"the JSON at character {self.done + self.position} {error}") from None
                if len(self.held) - self.position < LONGEST_ROW and self.more():
                    continue
                raise BadFile(f"it is not JSON from character {self.done + error.position} on") from None
            if end == len(self.held) and self.more():
                continue  # a number may go on in the next piece
            self.position = end
            return value


def _elements(text: _Text) -> Iterator[tuple[int, object]]:
    first = text.peek()
    if not first:
        raise BadFile("it is empty")
    if first != "[":
        raise BadFile("it is not a JSON list of rows")
    text.position += 1
    index = 0
    if text.peek() == "]":
        text.position += 1
    else:
        while True:
            if not text.peek():
                raise BadFile("it ends in the middle of the list")
            yield index, text.element()
            index += 1
            separator = text.peek()
            text.position += 1
            if separator == "]":
                break
            if separator != ",":
                where = f"character {text.done + text.position - 1}" if separator else "its end"
                raise BadFile(f"it is not JSON from {where} on" if separator else "it ends in the middle of the list")
    if text.peek():
        raise BadFile("something follows the end of the list")
