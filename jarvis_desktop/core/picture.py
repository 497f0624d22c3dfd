"""Which pictures of the database are shown, as a company's logo: small PNG and SVG that refer to nothing; pure."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 512 * 1024
"""Pictures stand 28 pixels high."""

MOST_PIXELS = 4_096
_MOST_ELEMENTS = 5_000
_MOST_TEXT = 4 * MOST_BYTES
_PNG = b"\x89PNG\r\n\x1a\n"
_DATA = re.compile(r"data:(?P<kind>[\w.+/-]*)(?:;[\w=.-]+)*?(?P<base64>;base64)?,", re.IGNORECASE)
_FORBIDDEN = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<pattern|<filter|<mask|<foreignObject|<image|<use|<animate|<set\b|<iframe|@import|\son\w+\s*=",
    re.IGNORECASE,
)
_REFERENCE = re.compile(rb"(?:href\s*=\s*[\"']|url\(\s*[\"']?)\s*(?!#)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be shown, or why it may not: `problem` is "" for one that may."""

    data: bytes = b""
    problem: str = ""

    @property
    def vector(self) -> bool:
        """Whether it is SVG and sharp at any size."""
        return bool(self.data) and not self.data.startswith(_PNG)


NO_PICTURE = Picture()


def read_picture(value: object, folder: Path | None = None) -> Picture:
    """The picture that a value of metadata holds: a `data:` URI, base64, SVG text, or the name of a file in `folder`.

    Nothing is ever fetched from a network. Every refusal says why.
    """
    if value is None or value == "":
        return NO_PICTURE
    if not isinstance(value, str):
        return Picture(problem=tr("The picture is no text: it should be a picture as data URI, or the name of a file."))
    if len(value) > _MOST_TEXT:
        return Picture(problem=_too_large(len(value) * 3 // 4))
    text = value.strip()
    if text.lower().startswith(("http:", "https:", "ftp:", "file:", "//")):
        return Picture(
            problem=tr("The picture is an address. Pictures are not fetched: put the picture itself in, as data URI.")
        )
    if text.lower().startswith("data:"):
        return _from_uri(text)
    if text.startswith("<"):
        return check_picture(text.encode())
    if _is_file_name(text):
        return _from_file(text, folder)
    decoded = _decoded(text)
    return (
        check_picture(decoded)
        if decoded is not None
        else Picture(problem=tr("The picture is neither a picture nor a file."))
    )


def check_picture(data: bytes) -> Picture:
    """Whether those bytes are a PNG or SVG picture that may be shown."""
    if len(data) > MOST_BYTES:
        return Picture(problem=_too_large(len(data)))
    if data.startswith(_PNG):
        return _check_png(data)
    if data.startswith((b"GIF8", b"\xff\xd8", b"BM", b"RIFF")):
        return Picture(problem=tr("The picture is neither PNG nor SVG."))
    return _check_svg(data)


def _from_uri(text: str) -> Picture:
    head = _DATA.match(text)
    if head is None:
        return Picture(problem=tr("The picture is a data URI that cannot be read."))
    if head["kind"].lower() not in {"image/png", "image/svg+xml", ""}:
        return Picture(problem=tr("The picture is neither PNG nor SVG."))
    body = text[head.end() :]
    data = _decoded(body) if head["base64"] else unquote_to_bytes(body)
    return (
        check_picture(data)
        if data is not None
        else Picture(problem=tr("The picture is a data URI that cannot be read."))
    )


def _from_file(name: str, folder: Path | None) -> Picture:
    try:
        if folder is None:
            raise FileNotFoundError(name)
        path = folder / name
        size = path.stat().st_size
        if size > MOST_BYTES:
            return Picture(problem=_too_large(size))
        return check_picture(path.read_bytes())
    except OSError:
        return Picture(problem=tr("The picture {name} is not among the program's files.", name=name[:80]))


def _is_file_name(text: str) -> bool:
    path = PurePosixPath(text)
    return len(text) <= 120 and path.name == text and path.suffix.lower() in {".png", ".svg"} and "\\" not in text


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode("".join(text.split()), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _check_png(data: bytes) -> Picture:
    if len(data) < 33 or data[12:16] != b"IHDR":
        return Picture(problem=tr("The picture is a damaged PNG picture."))
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        return Picture(
            problem=tr(
                "The picture has {width} x {height} pixels; {most} is the most.",
                width=width,
                height=height,
                most=MOST_PIXELS,
            )
        )
    if b"acTL" in data[:200_000].split(b"IDAT", 1)[0]:
        return Picture(problem=tr("The picture moves. Only still pictures are shown."))
    if b"IEND" not in data[-16:]:
        return Picture(problem=tr("The picture is a damaged PNG picture."))
    return Picture(data)


def _check_svg(data: bytes) -> Picture:
    from xml.etree import ElementTree as ET

    # An encoding other than UTF-8 could hide what is looked for here.
    if b"\0" in data or not _is_utf8(data):
        return Picture(problem=tr("The picture is neither PNG nor SVG."))
    if _FORBIDDEN.search(data) or _REFERENCE.search(data):
        return Picture(
            problem=tr("The picture refers to something outside itself, or moves. Only plain SVG pictures are shown.")
        )
    try:
        root = ET.fromstring(data)  # noqa: S314 - no document type and no entities, as was checked
    except ET.ParseError:
        return Picture(problem=tr("The picture is neither PNG nor SVG."))
    if root.tag.rpartition("}")[2] != "svg":
        return Picture(problem=tr("The picture is neither PNG nor SVG."))
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        return Picture(problem=tr("The picture is too intricate: it has more than {n} parts.", n=_MOST_ELEMENTS))
    return Picture(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", data)
    return declared is None or declared[1].lower() in {b"utf-8", b"us-ascii"}


def _too_large(size: int) -> str:
    most, unit = MOST_BYTES // 1024, 1024
    if size >= 1024 * unit:
        return tr("The picture has {size} MB; {most} KB is the most.", size=round(size / unit / 1024, 1), most=most)
    return tr("The picture has {size} KB; {most} KB is the most.", size=round(size / unit), most=most)
