"""The lines of a text file, each decoded for itself where the file mixes encodings."""

from __future__ import annotations

import codecs
import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FALLBACK = "cp1252"
_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, ""), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_REPLACED = "\ufffd"


class Lines:
    """Iterates over the decoded lines of a file, line ends kept.

    `encoding` is what lines are read as that are not UTF-8 ("": Windows-1252), or a UTF-16 for the whole file; a byte
    order mark wins. Meanwhile `position` is how many bytes were read, `repaired` how many lines were not UTF-8, and
    `damaged` how many have a character that could not be read.
    """

    def __init__(self, path: Path, encoding: str = "") -> None:
        self._path = path
        self._fallback = encoding or FALLBACK
        self.position = 0
        self.repaired = 0
        self.damaged = 0
        self._after_wide = False

    def __iter__(self) -> Iterator[str]:
        with self._path.open("rb") as file:
            start = file.read(1 << 12)
            mark, whole = next(((m, w) for m, w in _MARKS if start.startswith(m)), (b"", ""))
            file.seek(len(mark))
            if not mark:
                whole = self._fallback if self._fallback.startswith("utf-16") else _wide(start)
            blocks = self._decoded(file, whole) if whole else map(self._text, self._blocks(file))
            for text in blocks:
                yield from io.StringIO(text, newline="")

    def _blocks(self, file: io.BufferedReader) -> Iterator[bytes]:
        """The file in pieces that end where a line ends."""
        waiting: list[bytes] = []
        while chunk := file.read(_BLOCK):
            self.position += len(chunk)
            cut = chunk.rfind(b"\n") + 1 or chunk.rfind(b"\r", 0, len(chunk) - 1) + 1
            waiting.append(chunk[:cut] if cut else chunk)
            if cut:
                yield b"".join(waiting)
                waiting = [chunk[cut:]]
        yield b"".join(waiting)

    def _decoded(self, file: io.BufferedReader, encoding: str) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        waiting: list[str] = []
        while chunk := file.read(_BLOCK):
            self.position += len(chunk)
            text = decoder.decode(chunk)
            self.damaged += text.count(_REPLACED)
            cut = text.rfind("\n") + 1 or text.rfind("\r", 0, max(0, len(text) - 1)) + 1
            waiting.append(text[:cut] if cut else text)
            if cut:
                yield "".join(waiting)
                waiting = [text[cut:]]
        yield "".join([*waiting, decoder.decode(b"", final=True)])

    def _text(self, block: bytes) -> str:
        if b"\0" not in block and not self._after_wide:
            try:
                return block.decode()
            except UnicodeDecodeError:
                return "".join(map(self._line, _LINE.findall(block)))
        return "".join(map(self._with_zeros, _pieces(block)))

    def _line(self, line: bytes) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError:
            self.repaired += 1
        try:
            return line.decode(self._fallback)
        except UnicodeDecodeError:
            self.damaged += 1
            return line.decode(self._fallback, "replace")

    def _with_zeros(self, piece: bytes) -> str:
        """A piece that ends in a line feed and may be UTF-16 (whose line feed then has its other half behind it)."""
        if self._after_wide:
            piece = piece.removeprefix(b"\0")
            self._after_wide = False
        if piece.count(0) * 3 < len(piece) or len(piece) < 4:
            return "".join(map(self._line, _LINE.findall(piece)))
        little = piece[1::2].count(0) >= piece[0::2].count(0)
        if little and len(piece) % 2:
            piece += b"\0"
            self._after_wide = True
        self.repaired += 1
        return piece.decode("utf-16-le" if little else "utf-16-be", "replace")


def _pieces(block: bytes) -> list[bytes]:
    ends = [found.end() for found in re.finditer(rb"\n", block)]
    cuts = [0, *ends, len(block)]
    return [block[a:b] for a, b in pairwise(cuts) if b > a]


def _wide(start: bytes) -> str:
    """Which UTF-16 a file without a mark is in, or ""."""
    half = len(start) // 2
    if half < 4:
        return ""
    odd, even = start[1::2].count(0), start[0::2].count(0)
    if max(odd, even) * 10 < half * 6:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
