"""One theme for the whole program: tokens become the palette and one application style sheet."""

from __future__ import annotations

import logging
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette

from ui.core.measures import FONT_BODY, set_scale, zoomed
from ui.core.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, NO_COLOURS, Colours, Tokens, tinted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from ui.core.restyling import Restyling
    from ui.core.system_look import SystemLook

ZOOMS = (50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The steps of Ctrl++ and Ctrl+-, in per cent."""

log = logging.getLogger(__name__)


class Mode(StrEnum):
    """What may be chosen as the look."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The look in force.

    Made `framed`, it is only what painting a frame by hand needs, palette and font, until `dress` completes it: style,
    style sheet and the system's wishes take several times as long to import as the frame to show.

    Signals:
        changed (): palette, style sheet or zoom were replaced; whoever paints by hand or caches icons does so again.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        dark: bool = False,
        mode: str | None = None,
        zoom: int = 100,
        framed: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._given = application.palette()
        self._system: SystemLook | None = None
        self._restyling: Restyling | None = None
        self._mode = _mode_of(mode) if mode is not None else Mode.DARK if dark else Mode.LIGHT
        self._flipped = False
        self._person = self._company = NO_COLOURS
        self._motion: bool | None = None
        self._zoom = _bounded(zoom)
        self._tokens = self._wanted()
        if framed:
            self._apply_zoom()
            application.setPalette(palette(self._tokens))
        else:
            self.dress()

    def dress(self) -> None:
        """Complete a look that was made for a frame; once, before there are widgets to style."""
        from ui.core.restyling import Restyling
        from ui.core.system_look import SystemLook
        from ui.core.zooming import ZoomStyle

        self._system = SystemLook(self._application, self._given)
        self._tokens = self._wanted()
        self._restyling = Restyling(self._application)
        self._restyling.set_style(ZoomStyle())
        self._apply(zoom=True)
        self._system.changed.connect(self._follow_system)

    @property
    def mode(self) -> Mode:
        """What was chosen; SYSTEM follows the system."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark grounds now."""
        return self._tokens.dark

    @property
    def contrast(self) -> bool:
        """Whether the look in force is the black and white one."""
        return self._tokens.contrast

    @property
    def zoom(self) -> int:
        """How large everything is shown, in per cent."""
        return self._zoom

    @property
    def motion(self) -> bool:
        """Whether something may fade in: neither the person nor the system said no."""
        asked = self._system is None or self._system.motion
        return asked if self._motion is None else self._motion

    @property
    def settled(self) -> bool:
        """Whether what is out of sight has taken over the look in force, too."""
        return self._restyling is None or not self._restyling.under_way

    def follow(self, widget: QWidget, slot: Callable[[], None]) -> None:
        """Have `slot` called as `changed` would, but a little later while `widget` is out of sight."""
        from ui.core.restyling import Follower

        assert self._restyling is not None
        self.changed.connect(Follower(widget, slot, self._restyling).follow)

    def color(self, name: str) -> QColor:
        """A token as a colour; AttributeError for an unknown name."""
        return QColor(str(getattr(self._tokens, name)))

    def choose(self, mode: str) -> None:
        """Look as `mode` says (see Mode), live; an unknown one is as the system."""
        self._mode = _mode_of(mode)
        self._flipped = False
        self._refresh()

    def set_dark(self, *, dark: bool) -> None:
        """Switch between light and dark, live."""
        self.choose(Mode.DARK if dark else Mode.LIGHT)

    @Slot()
    def toggle(self) -> None:
        """Switch to the other one of light and dark; in high contrast to white on black and back."""
        if self.contrast:
            self._flipped = not self._flipped
            self._refresh()
        else:
            self.set_dark(dark=not self.dark)

    def tint(self, person: Colours = NO_COLOURS, company: Colours = NO_COLOURS) -> None:
        """Take over the colours of a persona and of the company for accent, chip and rail."""
        self._person, self._company = person, company
        self._refresh()

    def set_zoom(self, percent: int) -> None:
        """Show everything at `percent` (kept within 50 to 300), live."""
        if _bounded(percent) != self._zoom:
            self._zoom = _bounded(percent)
            self._apply(zoom=True)
            self.changed.emit()

    @Slot()
    def larger(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom), ZOOMS[-1]))

    @Slot()
    def smaller(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom), ZOOMS[0]))

    @Slot()
    def original_size(self) -> None:
        """Back to 100 %."""
        self.set_zoom(100)

    def set_motion(self, allowed: bool | None) -> None:  # noqa: FBT001 - the person's setting as it is stored
        """The person's own word about motion; None leaves it to the system."""
        self._motion = allowed

    def _wanted(self) -> Tokens:
        system = self._system
        theirs = _is_dark(self._given) if system is None else system.dark
        dark = theirs if self._mode in {Mode.SYSTEM, Mode.CONTRAST} else self._mode is Mode.DARK
        asked = self._mode is Mode.SYSTEM and system is not None and system.contrast
        stark = self._mode is Mode.CONTRAST or asked
        if stark:
            return tinted(CONTRAST_DARK if dark is not self._flipped else CONTRAST_LIGHT)
        return tinted(DARK if dark else LIGHT, self._person, self._company)

    @Slot()
    def _follow_system(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self._tokens:
            self._tokens = wanted
            self._apply()
            self.changed.emit()

    def _apply(self, *, zoom: bool = False) -> None:
        if self._restyling is not None:
            self._restyling.restyle(partial(self._prepare, zoom=zoom))

    def _prepare(self, *, zoom: bool) -> str:
        from ui.core.sheet import style_sheet

        if zoom:
            self._apply_zoom()
        self._application.setPalette(palette(self._tokens))
        return style_sheet(self._tokens)

    def _apply_zoom(self) -> None:
        set_scale(self._zoom / 100)
        font = QFont(self._application.font())
        font.setPixelSize(zoomed(FONT_BODY))
        self._application.setFont(font)


def _is_dark(given: QPalette) -> bool:
    """Whether the colours that the system gave the program are dark ones."""
    return given.window().color().lightness() < given.windowText().color().lightness()


def _mode_of(mode: str) -> Mode:
    try:
        return Mode(mode or Mode.SYSTEM)
    except ValueError:
        log.info("there is no theme %r; the system's is used", mode)
        return Mode.SYSTEM


def _bounded(percent: int) -> int:
    return max(ZOOMS[0], min(ZOOMS[-1], percent))


def palette(tokens: Tokens) -> QPalette:
    """The palette of `tokens`."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Mid: tokens.border,
        role.Midlight: tokens.border,
        role.Dark: tokens.border,
        role.Light: tokens.raised,
        role.Shadow: tokens.border,
    }
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, key, QColor(tokens.muted))
    return result
