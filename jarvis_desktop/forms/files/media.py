"""What a file is, by its content: the ending of its name decides only among what the content may be."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".pdf": "application/pdf",
        ".doc": "application/msword",
        ".docx": _OFFICE + "wordprocessingml.document",
        ".xls": "application/vnd.ms-excel",
        ".xlsx": _OFFICE + "spreadsheetml.sheet",
        ".ppt": "application/vnd.ms-powerpoint",
        ".pptx": _OFFICE + "presentationml.presentation",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".ods": "application/vnd.oasis.opendocument.spreadsheet",
        ".odp": "application/vnd.oasis.opendocument.presentation",
        ".rtf": "application/rtf",
        ".txt": "text/plain",
        ".log": "text/plain",
        ".md": "text/markdown",
        ".csv": "text/csv",
        ".tsv": "text/tab-separated-values",
        ".html": "text/html",
        ".htm": "text/html",
        ".json": "application/json",
        ".xml": "application/xml",
        ".eml": "message/rfc822",
        ".msg": "application/vnd.ms-outlook",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".bmp": "image/bmp",
        ".tif": "image/tiff",
        ".tiff": "image/tiff",
        ".heic": "image/heic",
        ".heif": "image/heif",
        ".svg": "image/svg+xml",
        ".zip": "application/zip",
        ".7z": "application/x-7z-compressed",
        ".gz": "application/gzip",
        ".mp3": "audio/mpeg",
        ".wav": "audio/wav",
        ".mp4": "video/mp4",
        ".mov": "video/quicktime",
        ".exe": "application/vnd.microsoft.portable-executable",
    }
)
"""The endings that are known and the media types registered for them (IANA); the first ending names its type."""

UNKNOWN = "application/octet-stream"
_HEAD = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_TYPES = frozenset(TYPES[ending] for ending in (".doc", ".xls", ".ppt", ".msg"))
_OLE_OTHER = "application/x-ole-storage"
_TEXTS = frozenset(TYPES[ending] for ending in (".json", ".xml", ".eml", ".svg"))
_PICTURES = frozenset(TYPES[ending] for ending in (".png", ".jpg", ".gif", ".webp", ".bmp", ".tif"))
_PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "ppt/presentation.xml": ".pptx"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\b\x1b")) + b"\x7f"
_LEAST_SURE = 0.3


def media_type(name: str, content: BinaryIO) -> str:
    """The media type of a file of this name; reads its first 64 KiB, and the list of contents of an archive."""
    head = content.read(_HEAD)
    named = TYPES.get(PurePath(name).suffix.lower(), "")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content)
    if head.startswith(_OLE):
        return named if named in _OLE_TYPES else _OLE_OTHER
    if b"%PDF-" in head[:1024]:
        return TYPES[".pdf"]
    if head.startswith(b"{\\rtf"):
        return TYPES[".rtf"]
    if _is_text(head):
        if named == TYPES[".svg"] and b"<svg" not in head.lower():
            return TYPES[".xml"] if head.lstrip().startswith(b"<") else TYPES[".txt"]
        return named if named.startswith("text/") or named in _TEXTS else TYPES[".txt"]
    found = list(_recognised(head))
    if any(kind == named for kind, _ in found):
        return named
    return next((kind for kind, sure in found if sure >= _LEAST_SURE), UNKNOWN)


def family(media_type: str) -> str:
    """What of a media type the content alone tells: texts, and documents of older offices, differ only by name."""
    if media_type.startswith("text/") or media_type in _TEXTS:
        return TYPES[".txt"]
    return _OLE_OTHER if media_type in _OLE_TYPES else media_type


def shown_as(media_type: str) -> str:
    """How the window can show a file of that kind: "picture", "pages" or ""."""
    return "pages" if media_type == TYPES[".pdf"] else "picture" if media_type in _PICTURES else ""


def _recognised(head: bytes) -> Iterator[tuple[str, float]]:
    """What the signatures in a content say it is, the surest first, each with how sure (0 to 1)."""
    import puremagic  # only where a file is looked into

    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return
    for match in matches:
        kind = TYPES.get(match.extension.lower(), match.mime_type)
        if kind:
            yield kind, match.confidence


def _packed(content: BinaryIO) -> str:
    """Of an archive: which document it is, by the parts that its format demands."""
    try:
        with zipfile.ZipFile(content) as archive:
            names = set(archive.namelist())
            for part, ending in _PARTS.items():
                if part in names and "[Content_Types].xml" in names:
                    return TYPES[ending]
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                told = archive.read("mimetype").decode("ascii", "replace").strip()
                if told in TYPES.values():
                    return told
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        pass
    return TYPES[".zip"]


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return head.translate(None, _CONTROLS) == head
