"""What is said of files between the service and the screen."""

from __future__ import annotations

from dataclasses import dataclass

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import mark

USUAL_MOST = 100_000_000
"""Bytes that a file may have where its field says nothing."""
HIGHEST_MOST = 1_000_000_000
"""Bytes that no field can allow more than."""


class FileRefused(JarvisError):
    """A file was not taken, or cannot be given: nothing was stored or written."""

    title: str = mark("Not added")


class FileStopped(FileRefused):
    """The person stopped it."""


@dataclass(frozen=True, slots=True)
class FileLimits:
    """What a field allows: `types` are endings (`.pdf`) and media types (`image/*`), none of them means any."""

    types: tuple[str, ...] = ()
    most_bytes: int = USUAL_MOST
    most_files: int | None = None


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a document: `width` x `height` pixels of 4 bytes (blue, green, red, unused), and how many pages."""

    width: int
    height: int
    pixels: bytes
    pages: int
