"""Draws pictures of the database, which were checked before (`jarvis_desktop/core/picture.py`); works in any thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

_PNG = b"\x89PNG"
_MOST_MEGABYTES = 80


def drawn(data: bytes, width: int, height: int, scale: float, *, fill: bool = False) -> QImage | None:
    """The picture as large as fits into `width` x `height` (with `fill`: covering it), sharp on a screen of `scale`.

    None where it cannot be drawn.
    """
    if data.startswith(_PNG):
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)
        whole = reader.read()
        return None if whole.isNull() else _scaled(whole, width, height, scale, fill=fill)
    renderer = QSvgRenderer(QByteArray(data))
    natural = QSizeF(renderer.defaultSize())
    if not renderer.isValid() or natural.isEmpty():
        return None
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    size = natural.scaled(QSizeF(width * scale, height * scale), mode).toSize()
    if size.isEmpty() or size.width() > 4 * width * scale or size.height() > 4 * height * scale:
        return None
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return _cut(image, width, height, scale) if fill else _for_screen(image, scale)


def _scaled(whole: QImage, width: int, height: int, scale: float, *, fill: bool) -> QImage:
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    image = whole.scaled(max(1, round(width * scale)), max(1, round(height * scale)), mode, smooth)
    return _cut(image, width, height, scale) if fill else _for_screen(image, scale)


def _cut(image: QImage, width: int, height: int, scale: float) -> QImage:
    wide, high = round(width * scale), round(height * scale)
    return _for_screen(image.copy((image.width() - wide) // 2, (image.height() - high) // 2, wide, high), scale)


def _for_screen(image: QImage, scale: float) -> QImage:
    image.setDevicePixelRatio(scale)
    return image
