"""Lucide icons by name, tinted."""

from __future__ import annotations

import logging
import os
import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jarvis_desktop.core.bundled import bundled
from ui.core.measures import zoomed
from ui.core.sides import mirrored

FALLBACK = "square-dashed"
TURNED = frozenset(
    [
        "arrow-big-left",
        "arrow-big-right",
        "arrow-left",
        "arrow-left-to-line",
        "arrow-left-from-line",
        "arrow-right",
        "arrow-right-to-line",
        "arrow-right-from-line",
        "arrow-down-left",
        "arrow-down-right",
        "arrow-up-left",
        "arrow-up-right",
        "chevron-first",
        "chevron-last",
        "chevron-left",
        "chevron-right",
        "chevrons-left",
        "chevrons-right",
        "circle-arrow-left",
        "circle-arrow-right",
        "circle-chevron-left",
        "circle-chevron-right",
        "square-arrow-left",
        "square-arrow-right",
        "square-arrow-out-up-right",
        "square-chevron-left",
        "square-chevron-right",
        "corner-down-left",
        "corner-down-right",
        "corner-up-left",
        "corner-up-right",
        "external-link",
        "fast-forward",
        "forward",
        "indent-decrease",
        "indent-increase",
        "layout-list",
        "layout-panel-left",
        "list",
        "list-checks",
        "list-end",
        "list-indent-decrease",
        "list-indent-increase",
        "list-ordered",
        "list-plus",
        "list-start",
        "list-todo",
        "list-tree",
        "list-x",
        "log-in",
        "log-out",
        "move-left",
        "move-right",
        "panel-left",
        "panel-left-close",
        "panel-left-dashed",
        "panel-left-open",
        "panel-right",
        "panel-right-close",
        "panel-right-dashed",
        "panel-right-open",
        "panels-left-bottom",
        "panels-right-bottom",
        "panels-top-left",
        "redo",
        "redo-2",
        "reply",
        "reply-all",
        "rewind",
        "send",
        "send-horizontal",
        "skip-back",
        "skip-forward",
        "step-back",
        "step-forward",
        "text-search",
        "undo",
        "undo-2",
        "wrap-text",
    ]
)
"""Icons that point along the line of reading: drawn as in a mirror where the program reads from right to left."""
_STROKE = re.compile(r'stroke-width="[\d.]+"')
_SEPARATORS = re.compile(r"[-_\s]+")
log = logging.getLogger(__name__)


@cache
def _names() -> dict[str, str]:
    """The file names of the set by their letters and digits alone."""
    files = os.listdir(bundled("resources") / "icons" / "lucide")  # noqa: PTH208 - a tenth of the time, at every start
    names = (file.removesuffix(".svg") for file in files if file.endswith(".svg"))
    return {name.replace("-", ""): name for name in names}


def lucide_name(name: str) -> str:
    """The icon's own name for one written in any style (`TrendingUp`, `trending_up`), or "" for an unknown one."""
    return _names().get(_SEPARATORS.sub("", name).lower(), "")


def has_icon(name: str) -> bool:
    """Whether the set has an icon of that name."""
    return bool(lucide_name(name))


def icon(name: str, color: str, size: int = 16, gap: int = 0, *, filled: bool = False) -> QIcon:
    """An icon in `color` (`#rrggbb`), sharp on every screen there is; a dashed square stands for an unknown name.

    `size` is a measure: the icon is as large as the zoom makes it. `gap` is room between it and the text of a button,
    in pixels like `size`, for buttons that set their text too close. `filled`: not its outline alone.
    """
    return _icon(name, color, zoomed(size), zoomed(gap), _scales(), (mirrored(), filled))


@lru_cache(maxsize=1024)
def _icon(name: str, color: str, size: int, gap: int, scales: tuple[float, ...], how: tuple[bool, bool]) -> QIcon:
    result = QIcon()
    for scale in scales:
        result.addPixmap(_render(name, color, size, scale, gap, turned=how[0], filled=how[1]))
    return result


def _scales() -> tuple[float, ...]:
    """Those of the screens; one and two always, since another screen may be plugged in."""
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


def pixmap(name: str, color: str, size: int, scale: float = 1.0) -> QPixmap:
    """One rendering of an icon, `size` device-independent pixels wide at 100 %, for a device of that `scale`."""
    return _pixmap(name, color, zoomed(size), scale, mirrored())


@lru_cache(maxsize=1024)
def _pixmap(name: str, color: str, size: int, scale: float, turned: bool) -> QPixmap:  # noqa: FBT001
    return _render(name, color, size, scale, turned=turned)


@lru_cache(maxsize=1024)
def _source(name: str) -> str:
    known = lucide_name(name)
    if not known:
        log.info("no icon is called %r", name)
    return (bundled("resources") / "icons" / "lucide" / f"{known or FALLBACK}.svg").read_text("utf-8")


def _render(
    name: str, color: str, size: int, scale: float, gap: int = 0, *, turned: bool, filled: bool = False
) -> QPixmap:
    tinted = _STROKE.sub('stroke-width="1.75"', _source(name)).replace("currentColor", color)
    if filled:
        tinted = tinted.replace('fill="none"', f'fill="{color}"')
    side, beside = round(size * scale), round(gap * scale)
    image = QImage(side + beside, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if turned:
        painter.translate(beside, 0)
    if turned and lucide_name(name) in TURNED:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(scale)
    return result
