"""Keys and clicks as a person gives them, through the X server."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

_X_NAMES = {"Enter": "Return", "Esc": "Escape", "Del": "Delete", "PgDown": "Next", "PgUp": "Prior", "/": "slash"}


class Hands:
    """xdotool: events come from the X server, as those of a keyboard and a mouse do."""

    def press(self, keys: str) -> None:
        """Press a key with its modifiers, as in “Ctrl+Shift+F”."""
        parts = keys.split("+")
        names = [part.lower() if part in {"Ctrl", "Shift", "Alt"} else _X_NAMES.get(part, part) for part in parts]
        self._run("key", "--clearmodifiers", "+".join(n.lower() if len(n) == 1 else n for n in names))

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self._run("type", "--delay", "15", text)

    def click(self, widget: QWidget, at: QPoint | None = None, *, modifiers: Sequence[str] = ()) -> None:
        """Click on a widget, in its middle or `at` a point of it."""
        place = widget.mapToGlobal(at or widget.rect().center())
        scale = widget.devicePixelRatioF()
        held = [name.lower() for name in modifiers]
        self._run("mousemove", str(round(place.x() * scale)), str(round(place.y() * scale)))
        for name in held:
            self._run("keydown", name)
        self._run("click", "1")
        for name in held:
            self._run("keyup", name)

    def click_at(self, x: int, y: int) -> None:
        """Click on a point of the screen."""
        self._run("mousemove", str(x), str(y), "click", "1")

    def _run(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], check=True, timeout=60)
