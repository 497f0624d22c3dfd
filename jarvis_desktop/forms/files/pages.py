"""Pages of a PDF as pictures."""

from __future__ import annotations

import threading

import pypdfium2

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.types import FileRefused, PagePicture

_MOST_PIXELS = 16_000_000
_ONE_AT_A_TIME = threading.Lock()
"""PDFium serves one thread."""


def draw_page(content: bytes, name: str, number: int, width: int) -> PagePicture:
    """Page `number` (from 0) of a document, `width` pixels wide at most. Raises FileRefused."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
            try:
                page = document[min(max(number, 0), len(document) - 1)]
                across, down = page.get_size()
                scale = min(width / across, (_MOST_PIXELS / (across * down)) ** 0.5)
                drawn = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False, may_draw_forms=False)
                return PagePicture(drawn.width, drawn.height, bytes(drawn.buffer), len(document))
            finally:
                document.close()
        except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError, IndexError) as error:
            raise FileRefused(
                tr("“{name}” cannot be shown: it is protected or damaged", name=name),
                title=tr("No preview"),
                hint=tr("Save a copy to open it with another program."),
            ) from error
