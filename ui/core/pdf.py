"""PDF files that Qt writes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.exports.types import ExportFailed

if TYPE_CHECKING:
    from pathlib import Path


def require_whole(file: Path) -> None:
    """Qt says nothing when the disk is full: a PDF file that is whole ends in %%EOF. Raises ExportFailed."""
    tail = b""
    if file.exists():
        with file.open("rb") as written:
            written.seek(max(0, file.stat().st_size - 32), os.SEEK_SET)
            tail = written.read()
    if b"%%EOF" not in tail:
        raise ExportFailed(
            tr("There is no room left for the file. Nothing of it was kept."),
            hint=tr("Free some space, or choose another folder."),
        )
