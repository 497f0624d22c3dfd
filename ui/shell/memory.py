"""What the window remembers of itself between starts: its geometry, and the file of everything else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow, QWidget

    from ui.core.session import Keeper

DEFAULT_SIZE = QSize(1280, 800)
_LEAST_IN_SIGHT = 120
"""Pixels of a window's upper edge that are on some screen, so that it can be taken hold of."""


class WindowMemory:
    """Geometry and rail width in an INI file of the person's; `path` None remembers nothing.

    `safe` tells the screens that nothing is to be brought back by itself.

    They are apart from `keeper`, since the frame is shown before anything that reads the keeper's file is imported.
    """

    def __init__(self, path: Path | None, database_url: str | None = None, *, safe: bool = False) -> None:
        self._path = path
        self._safe = safe
        self._database_url = database_url
        self._settings = QSettings(str(path), QSettings.Format.IniFormat) if path is not None else None

    @cached_property
    def keeper(self) -> Keeper:
        """What the window keeps of its places for this database."""
        from ui.core.session import Keeper, session_file

        if self._path is None:
            return Keeper(None, safe=self._safe)
        return Keeper(session_file(self._path.parent / "session", self._database_url))

    def restore(self, window: QMainWindow) -> bool:
        """Place `window` as it was; answers whether the rail was narrow."""
        window.resize(DEFAULT_SIZE)
        if self._settings is None:
            return False
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        bring_into_sight(window)
        return self._settings.value("window/rail_narrow", "false") == "true"

    def begin(self, window: QMainWindow) -> None:
        """Place `window` as at the first start."""
        window.showNormal()
        window.resize(DEFAULT_SIZE.boundedTo(window.screen().availableSize()))
        keep_inside(window)

    def look(self) -> tuple[str, int, str]:
        """The theme, the zoom in per cent and the language of the last time; "", 100 and "" without one."""
        if self._settings is None:
            return "", 100, ""
        theme, zoom, language = (self._settings.value(f"look/{name}", "") for name in ("theme", "zoom", "language"))
        percent = int(zoom) if isinstance(zoom, str) and zoom.isascii() and zoom.isdecimal() and len(zoom) < 5 else 100
        return str(theme), percent, str(language)

    def remember_look(self, theme: str, zoom: int, language: str) -> None:
        """Keep them for the next start, whose frame shows before anything else is read."""
        if self._settings is not None:
            for name, value in (("theme", theme), ("zoom", str(zoom)), ("language", language)):
                self._settings.setValue(f"look/{name}", value)

    def remember(self, window: QMainWindow, *, rail_narrow: bool) -> None:
        """Keep the geometry for the next start."""
        if self._settings is not None:
            self._settings.setValue("window/geometry", window.saveGeometry())
            self._settings.setValue("window/rail_narrow", "true" if rail_narrow else "false")


def bring_into_sight(window: QWidget) -> None:
    """Move and shrink a window whose screen is gone, or smaller by now, to where it can be seen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not screens:
        return
    place = window.geometry()
    edge = QRect(place.left(), place.top(), place.width(), 1)
    if any(room.intersected(edge).width() >= min(_LEAST_IN_SIGHT, place.width()) for room in screens):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    size = place.size().boundedTo(room.size())
    window.resize(size)
    window.move(room.center() - QRect(0, 0, size.width(), size.height()).center())


def keep_inside(window: QWidget) -> None:
    """Move and shrink a window so that all of it is on the screen under its middle."""
    screen = QGuiApplication.screenAt(window.geometry().center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    left = max(room.left(), min(window.x(), room.right() - window.width() + 1))
    top = max(room.top(), min(window.y(), room.bottom() - window.height() + 1))
    window.move(left, top)
