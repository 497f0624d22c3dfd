"""The disc of a persona: its picture where it brings one, else its initials on its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPainterPath, QPixmap

from ui.core.measures import zoomed
from ui.core.tokens import Colours, tinted

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import PersonaView
    from ui.core.tokens import Tokens

AVATAR = 22
_INITIALS = 10


def avatar(persona: PersonaView, tokens: Tokens, scale: float, *, gap: int = 0) -> QIcon:
    """The disc, for a screen of that `scale`; `gap` (a measure) is the room between it and a text."""
    side = zoomed(AVATAR)
    picture = QPixmap(round((side + zoomed(gap)) * scale), round(side * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if QGuiApplication.isRightToLeft():
        painter.translate(zoomed(gap), 0)  # the text stands at the left
    if not _paint_picture(painter, persona.picture, side, scale):
        _paint_initials(painter, persona, tokens, side)
    painter.end()
    return QIcon(picture)


def _paint_initials(painter: QPainter, persona: PersonaView, tokens: Tokens, side: int) -> None:
    colours = tinted(tokens, Colours(persona.colour, persona.colour_dark))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.chip))
    painter.drawEllipse(0, 0, side, side)
    font = QFont(painter.font())
    font.setPixelSize(zoomed(_INITIALS))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(colours.on_accent))
    initials = persona.initials or persona.name[:1].upper()
    painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, initials)


def _paint_picture(painter: QPainter, data: bytes, side: int, scale: float) -> bool:
    """Paint a picture cut to a circle; False where there is none or it cannot be drawn."""
    if not data:
        return False
    from ui.shell.pictures import drawn

    image = drawn(data, side, side, scale, fill=True)
    if image is None:
        return False
    circle = QPainterPath()
    circle.addEllipse(QRectF(0, 0, side, side))
    painter.setClipPath(circle)
    painter.drawImage(QRectF(0, 0, side, side), image)
    return True
