"""How a tone looks in a cell: a colour and a mark of its own, since colour alone tells not everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from jarvis_desktop.core.words import Text, mark
from jarvis_desktop.tables.colours import Tone
from ui.core.icons import pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from ui.core.theme import Theme

MARK_SIZE = 13
_MARKS = {
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "octagon-alert",
    Tone.INFO: "info",
}

WORDS: Mapping[str, Text] = {
    Tone.SUCCESS: mark("Good"),
    Tone.WARNING: mark("Warning"),
    Tone.DANGER: mark("Critical"),
    Tone.INFO: mark("Note"),
    Tone.MUTED: mark("Set back"),
}
"""What a screen reader says of a tone."""


def tone_color(tone: str, theme: Theme) -> QColor:
    """The colour of a text in that tone."""
    return theme.color(tone)


def tone_mark(tone: str, theme: Theme, scale: float) -> QPixmap | None:
    """The mark that stands before the text; none where the text itself is set back."""
    name = _MARKS.get(Tone(tone))
    return None if name is None else pixmap(name, str(getattr(theme.tokens, tone)), MARK_SIZE, scale)
