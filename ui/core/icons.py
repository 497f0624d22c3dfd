"""Lucide icons by name, tinted."""

from __future__ import annotations

import logging
import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jarvis_desktop.core.bundled import bundled
from ui.core.measures import zoomed

FALLBACK = "square-dashed"
_STROKE = re.compile(r'stroke-width="[\d.]+"')
_SEPARATORS = re.compile(r"[-_\s]+")
log = logging.getLogger(__name__)


@cache
def _names() -> dict[str, str]:
    """The file names of the set by their letters and digits alone."""
    folder = bundled("resources") / "icons" / "lucide"
    return {_SEPARATORS.sub("", entry.stem): entry.stem for entry in folder.glob("*.svg")}


def lucide_name(name: str) -> str:
    """The icon's own name for one written in any style (`TrendingUp`, `trending_up`), or "" for an unknown one."""
    return _names().get(_SEPARATORS.sub("", name).lower(), "")


def has_icon(name: str) -> bool:
    """Whether the set has an icon of that name."""
    return bool(lucide_name(name))


def icon(name: str, color: str, size: int = 16, gap: int = 0) -> QIcon:
    """An icon in `color` (`#rrggbb`), sharp at 1x, 1.5x and 2x; a dashed square stands for an unknown name.

    `size` is a measure: the icon is as large as the zoom makes it. `gap` is room to its right, in pixels like `size`,
    for buttons that set their text too close.
    """
    return _icon(name, color, zoomed(size), zoomed(gap))


@lru_cache(maxsize=1024)
def _icon(name: str, color: str, size: int, gap: int) -> QIcon:
    source = _source(name)
    result = QIcon()
    for scale in (1.0, 1.5, 2.0):
        result.addPixmap(_render(source, color, size, scale, gap))
    return result


def pixmap(name: str, color: str, size: int, scale: float = 1.0) -> QPixmap:
    """One rendering of an icon, `size` device-independent pixels wide at 100 %, for a device of that `scale`."""
    return _pixmap(name, color, zoomed(size), scale)


@lru_cache(maxsize=1024)
def _pixmap(name: str, color: str, size: int, scale: float) -> QPixmap:
    return _render(_source(name), color, size, scale)


@lru_cache(maxsize=1024)
def _source(name: str) -> str:
    known = lucide_name(name)
    if not known:
        log.info("no icon is called %r", name)
    return (bundled("resources") / "icons" / "lucide" / f"{known or FALLBACK}.svg").read_text("utf-8")


def _render(source: str, color: str, size: int, scale: float, gap: int = 0) -> QPixmap:
    tinted = _STROKE.sub('stroke-width="1.75"', source).replace("currentColor", color)
    side = round(size * scale)
    image = QImage(side + round(gap * scale), side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(scale)
    return result
