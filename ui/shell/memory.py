"""What the window remembers of itself between starts: its geometry, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

DEFAULT_SIZE = QSize(1280, 800)


class WindowMemory:
    """Geometry and rail width in an INI file of the person's; `path` None remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat) if path is not None else None

    def restore(self, window: QMainWindow) -> bool:
        """Place `window` as it was; answers whether the rail was narrow."""
        window.resize(DEFAULT_SIZE)
        if self._settings is None:
            return False
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        return self._settings.value("window/rail_narrow", "false") == "true"

    def remember(self, window: QMainWindow, *, rail_narrow: bool) -> None:
        """Keep the geometry for the next start."""
        if self._settings is not None:
            self._settings.setValue("window/geometry", window.saveGeometry())
            self._settings.setValue("window/rail_narrow", "true" if rail_narrow else "false")
