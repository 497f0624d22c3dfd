"""A page of paper as a picture that takes the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from ui.core.theme import Theme

_NARROWEST, _WIDEST = 200, 900


class PagePicture(QWidget):
    """Shows an image as wide as the place allows, on a sheet with an edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        theme.changed.connect(self.update)

    @property
    def widest(self) -> int:
        """The width in pixels that an image of it should have."""
        return round(_WIDEST * self.devicePixelRatioF())

    @property
    def image(self) -> QImage:
        """What it shows."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        image = self._image
        return 0 if image.isNull() else round(width * image.height() / image.width())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        width, height = self.width(), self.heightForWidth(self.width())
        size = QSize(round(width * ratio), round(height * ratio))
        mode = Qt.TransformationMode.SmoothTransformation
        sheet = QRectF(0, 0, width, height)
        painter.drawImage(sheet, self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
