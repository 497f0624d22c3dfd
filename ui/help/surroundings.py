"""What the window knows of its surroundings that the headless diagnosis does not: Qt, the display, the fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QAccessible, QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QProxyStyle

from jarvis_desktop.app.findings import Finding, Part, Verdict
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from ui.core.theme import Theme

SMALL = (1024, 700)
"""Device-independent pixels of a screen below which the window is tight."""


def surroundings(window: QWidget, theme: Theme) -> tuple[Part, ...]:
    """Qt, display and fonts, as they are for `window` now; on the UI thread."""
    return (
        Part("qt", tr("Window system"), _qt(window, theme)),
        Part("display", tr("Display"), _display(window, theme)),
        Part("fonts", tr("Fonts"), _fonts()),
    )


def _qt(window: QWidget, theme: Theme) -> tuple[Finding, ...]:
    running, built = qVersion(), QLibraryInfo.version().toString()
    same = running == built
    return (
        Finding(
            "Qt",
            str(running),
            Verdict.OK if same else Verdict.WARN,
            "" if same else tr("Built for {built}: install the program anew.", built=built),
        ),
        Finding("PySide6", PySide6.__version__),
        Finding(tr("Platform"), QGuiApplication.platformName()),
        Finding(tr("Style"), _style_name()),
        Finding(tr("Theme"), _theme_words(theme)),
        Finding(tr("Motion"), tr("on") if getattr(theme, "motion", True) else tr("off")),
        Finding(tr("Screen reader"), tr("listening") if QAccessible.isActive() else tr("none")),
        Finding(tr("Language of the window"), f"{QLocale().bcp47Name()}, {_direction(window)}"),
    )


def _style_name() -> str:
    style = QApplication.style()
    within = style.baseStyle() if isinstance(style, QProxyStyle) else style
    return within.name() or tr("not known")


def _theme_words(theme: Theme) -> str:
    if getattr(theme.tokens, "contrast", False):
        return tr("high contrast")
    return tr("dark") if theme.dark else tr("light")


def _direction(window: QWidget) -> str:
    return tr("left to right") if window.layoutDirection().name == "LeftToRight" else tr("right to left")


def _display(window: QWidget, theme: Theme) -> tuple[Finding, ...]:
    here = window.screen()
    found = [_screen(screen, place, here=screen is here) for place, screen in enumerate(QGuiApplication.screens(), 1)]
    size = window.size()
    found.append(Finding(tr("Window"), tr("{width} by {height}", width=size.width(), height=size.height())))
    zoom = getattr(theme, "zoom", 100)
    found.append(Finding(tr("Zoom"), f"{zoom} %"))
    return tuple(found)


def _screen(screen: QScreen, place: int, *, here: bool) -> Finding:
    size, scale = screen.size(), screen.devicePixelRatio()
    said = tr(
        "{width} by {height}, scale {scale} %, {dpi} dpi, {rate} Hz",
        width=size.width(),
        height=size.height(),
        scale=round(scale * 100),
        dpi=round(screen.logicalDotsPerInch()),
        rate=round(screen.refreshRate()),
    )
    name = tr("Screen {place} (this one)", place=place) if here else tr("Screen {place}", place=place)
    small = here and (size.width() < SMALL[0] or size.height() < SMALL[1])
    advice = tr("The window is tight here: a smaller zoom shows more.") if small else ""
    return Finding(name, said, Verdict.WARN if small else Verdict.OK, advice)


def _fonts() -> tuple[Finding, ...]:
    families = len(QFontDatabase.families())
    return (
        Finding(
            tr("Families"),
            str(families),
            Verdict.OK if families else Verdict.BAD,
            "" if families else tr("Install a font: without one no text can be shown."),
        ),
        _font(tr("Text"), QApplication.font()),
        _font(tr("Fixed width"), QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)),
    )


def _font(name: str, asked: QFont) -> Finding:
    used = QFontInfo(asked)
    return Finding(name, tr("{family}, {pixels} px", family=used.family() or tr("none"), pixels=used.pixelSize()))
