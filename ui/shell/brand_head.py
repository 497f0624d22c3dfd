"""The head of the rail: whose program this is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.core.measures import FONT_SECTION, RAIL_NARROW, RAIL_WIDTH, SPACE_16, TOP_BAR_HEIGHT, zoomed
from ui.core.tokens import Colours, tinted

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.people.branding import Branding
    from ui.core.theme import Theme

    Draw = Callable[[Callable[[], QImage | None], Callable[[QImage | None], None]], None]

_LOGO_HEIGHT = 26
_TILE = 28


class BrandHead(QWidget):
    """The company's logo, or its name; on a narrow rail a tile with its first letter.

    `draw(work, done)` runs `work` away from this thread: a picture is never drawn while people wait.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._branding: Branding | None = None
        self._draw: Draw | None = None
        self._logo: QImage | None = None
        self._asked = 0
        self.narrow = False
        self.setObjectName("brandHead")
        self.setFixedHeight(TOP_BAR_HEIGHT)
        theme.changed.connect(self._draw_logo)
        self.hide()

    @property
    def logo(self) -> QImage | None:
        """The company's logo for the theme in force, once it was drawn."""
        return self._logo

    def show_branding(self, branding: Branding, draw: Draw) -> None:
        """Show this company; nothing for one without a name."""
        self._branding, self._draw = branding, draw
        self.setAccessibleName(branding.company)
        self.setToolTip(f"{branding.company}\n{branding.greeting}".strip())
        self.setVisible(bool(branding.company))
        self._draw_logo()

    @Slot()
    def _draw_logo(self) -> None:
        self._asked += 1
        self.update()
        branding = self._branding
        if branding is None or self._draw is None:
            return
        picture = (branding.logo_dark if self._theme.dark else branding.logo).data or branding.logo.data
        if not picture:
            self._logo = None
            return
        from ui.shell.pictures import drawn

        width = zoomed(RAIL_WIDTH - 2 * SPACE_16)
        work = partial(drawn, picture, width, zoomed(_LOGO_HEIGHT), self.devicePixelRatioF())
        self._draw(work, partial(self._on_drawn, self._asked))

    def _on_drawn(self, asked: int, image: QImage | None) -> None:
        if asked == self._asked:
            self._logo = image
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._branding is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.narrow:
            self._paint_tile(painter, self._branding)
        elif self._logo is not None:
            top = (self.height() - self._logo.deviceIndependentSize().height()) / 2
            side = zoomed(SPACE_16)
            left = self.width() - side - self._logo.deviceIndependentSize().width() if self.isRightToLeft() else side
            painter.drawImage(round(left), round(top), self._logo)
        else:
            self._paint_name(painter, self._branding.company)
        painter.end()

    def _paint_name(self, painter: QPainter, name: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(zoomed(FONT_SECTION))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        side = zoomed(SPACE_16)
        begin, end = (side // 2, side) if self.isRightToLeft() else (side, side // 2)
        room = self.rect().adjusted(begin, 0, -end, 0)
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)

    def _paint_tile(self, painter: QPainter, branding: Branding) -> None:
        colours = tinted(self._theme.tokens, Colours(branding.colour, branding.colour_dark))
        side = zoomed(_TILE)
        tile = QRect((zoomed(RAIL_NARROW) - side) // 2, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.chip))
        painter.drawRoundedRect(tile, 6, 6)
        font = QFont(self.font())
        font.setPixelSize(zoomed(FONT_SECTION))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, branding.company[:1].upper())
