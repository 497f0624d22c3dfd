"""What the system says about looks: light or dark, high contrast, and whether things may move."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette

from ui.core.tokens import contrast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_STARK = 20.9
"""The contrast of black and white is 21."""

_GROUNDS = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button)


class SystemLook(QObject):
    """The system's wishes, followed live; `palette` is the application's from before there was a theme.

    Signals:
        changed (): light or dark, or the wish for contrast, is not what it was.
    """

    changed = Signal()

    def __init__(self, application: QApplication, palette: QPalette) -> None:
        super().__init__(application)
        self._hints = application.styleHints()
        self._stark = is_stark(palette)
        self._hints.colorSchemeChanged.connect(self._tell)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    @property
    def dark(self) -> bool:
        """Whether the system is dark."""
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    @property
    def contrast(self) -> bool:
        """Whether the system asks for high contrast, in its settings or by its colours at the start."""
        asked = self._hints.accessibility().contrastPreference()
        return asked == Qt.ContrastPreference.HighContrast or self._stark

    @property
    def motion(self) -> bool:
        """Whether the system lets things move, as far as it can be known; asked anew each time."""
        return moves()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def is_stark(palette: QPalette) -> bool:
    """Whether a palette is one of high contrast: black and white, without a grey for buttons or fields."""
    grounds = {palette.color(role).name() for role in _GROUNDS}
    return len(grounds) == 1 and contrast(palette.windowText().color().name(), grounds.pop()) >= _STARK


def moves(platform: str = sys.platform, home: Path | None = None) -> bool:
    """Whether the system's own setting allows animations; yes where it has none or it cannot be read."""
    if platform == "win32":
        return _windows_moves()
    folder = home or Path.home()
    if platform == "darwin":
        return not _mac_is_still(folder / "Library" / "Preferences" / "com.apple.Accessibility.plist")
    return not (_gtk_is_still(folder / ".config") or _kde_is_still(folder / ".config" / "kdeglobals"))


def _gtk_is_still(folder: Path) -> bool:
    said = (_value(folder / name / "settings.ini", "gtk-enable-animations") for name in ("gtk-4.0", "gtk-3.0"))
    return any(value in {"0", "false"} for value in said)


def _kde_is_still(file: Path) -> bool:
    return _value(file, "AnimationDurationFactor") in {"0", "0.0"}


def _value(file: Path, key: str) -> str:
    """The value of `key` in an INI file of any sections, in lower case; "" without it."""
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    found = [value.strip().lower() for line in lines for name, _, value in [line.partition("=")] if name.strip() == key]
    return found[-1] if found else ""


def _mac_is_still(file: Path) -> bool:
    import plistlib

    try:
        with file.open("rb") as stream:
            stored = plistlib.load(stream)
    except (OSError, plistlib.InvalidFileException, ValueError):
        return False
    return isinstance(stored, dict) and stored.get("ReduceMotionEnabled") in {1}


def _windows_moves() -> bool:
    import ctypes

    libraries = getattr(ctypes, "windll", None)
    if libraries is None:
        return True
    client_area_animation, on = 0x1042, ctypes.c_int(1)
    libraries.user32.SystemParametersInfoW(client_area_animation, 0, ctypes.byref(on), 0)
    return bool(on.value)
