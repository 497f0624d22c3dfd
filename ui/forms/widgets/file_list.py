"""The files of a field in a list: with a small picture each, and a place to drop others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import size_words
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.limits import kind_words
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.forms.file_desk import AddingFile

SMALL = 40
"""The side of a small picture, in pixels at 100 %."""
_MOST_IN_SIGHT = 5
_EMPTY_HEIGHT = 72
_SIGNS = {
    "image": "image", "audio": "file-music", "video": "file-video-camera", "text": "file-text",
    "application/pdf": "file-text", "application/zip": "file-archive",
    "application/msword": "file-text", "application/vnd.ms-excel": "file-spreadsheet",
}  # fmt: skip
_FILE = Qt.ItemDataRole.UserRole


class FileList(QListWidget):
    """Shows files and those on their way; takes dropped and pasted ones.

    Signals:
        given (object): a person dropped or pasted something: a list of Paths and QImages.
        refused (str): what was dropped cannot be taken, in words.
        removal_wanted (): Delete was pressed.
    """

    given = Signal(object)
    refused = Signal(str)
    removal_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self._takes = True
        self._aimed = False
        self._pictures: dict[str, QImage] = {}
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setProperty("role", "field")
        theme.follow(self, self._draw)
        self._draw()

    def set_hint(self, text: str) -> None:
        """What stands in the empty list."""
        self._hint = text
        self.viewport().update()

    def set_taking(self, *, taking: bool) -> None:
        """Whether anything may be dropped here."""
        self._takes = taking
        self.setAcceptDrops(taking)

    def show_files(self, files: tuple[Mapping[str, Any], ...], adding: list[AddingFile]) -> None:
        """List these, those on their way last; what was chosen stays chosen."""
        chosen = self.chosen_places()
        self.clear()
        for file in files:
            item = QListWidgetItem(f"{file['name']}\n{size_words(file['size'])} · {kind_words(file['type'])}")
            item.setData(_FILE, file["hash"])
            item.setToolTip(file["name"])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text().replace("\n", ", "))
            self.addItem(item)
            self._draw_item(item, file["type"])
        for job in adding:
            item = QListWidgetItem(f"{job.name}\n{job.words()}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text().replace("\n", ", "))
            item.setForeground(self.palette().placeholderText())
            item.setIcon(icon("loader", self._theme.tokens.muted, SMALL))
            self.addItem(item)
        for place in chosen:
            if place < self.count():
                self.item(place).setSelected(True)
        self._fit()

    def tell(self, place: int, words: str) -> None:
        """Say how far the file at a place is."""
        item = self.item(place)
        item.setText(f"{item.text().split(chr(10))[0]}\n{words}")

    def set_picture(self, digest: str, image: QImage) -> None:
        """Show a file by its small picture."""
        self._pictures[digest] = image
        for place in range(self.count()):
            item = self.item(place)
            if item.data(_FILE) == digest:
                item.setIcon(_centred(image, zoomed(SMALL), self.devicePixelRatioF()))

    def chosen_places(self) -> list[int]:
        """The places of what is chosen, in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._takes:
            self._take(QApplication.clipboard().mimeData())
        elif event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(aimed=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(aimed=False)
        if self._takes and _holds_something(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(event.mimeData())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._aimed:
            pen = painter.pen()
            pen.setColor(self._theme.tokens.accent)
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        if self.count() == 0:
            painter.setPen(self.palette().placeholderText().color())
            place = self.viewport().rect().adjusted(SPACE_8, SPACE_4, -SPACE_8, -SPACE_4)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        painter.end()

    def _answer(self, event: QDragMoveEvent) -> None:
        if self._takes and _holds_something(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._aim(aimed=True)
        else:
            event.ignore()

    def _aim(self, *, aimed: bool) -> None:
        if aimed is not self._aimed:
            self._aimed = aimed
            self.viewport().update()

    def _take(self, data: QMimeData | None) -> None:
        if data is None:
            return
        local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if local:
            self.given.emit(local)
        elif data.hasImage():
            image = data.imageData()
            self.given.emit([image if isinstance(image, QImage) else QImage(image)])
        elif data.hasUrls():
            self.refused.emit(tr("Only files of this computer can be added: save what is elsewhere first"))

    def _fit(self) -> None:
        count = min(self.count(), _MOST_IN_SIGHT)
        rows = sum(self.sizeHintForRow(place) for place in range(count))
        self.setFixedHeight(max(rows, zoomed(_EMPTY_HEIGHT)) + 2 * self.frameWidth() + SPACE_4)
        self.updateGeometry()

    def _draw(self) -> None:
        side = zoomed(SMALL)
        self.setIconSize(QSize(side, side))
        self._fit()

    def _draw_item(self, item: QListWidgetItem, media_type: str) -> None:
        image = self._pictures.get(item.data(_FILE))
        if image is not None:
            item.setIcon(_centred(image, zoomed(SMALL), self.devicePixelRatioF()))
            return
        sign = _SIGNS.get(media_type) or _SIGNS.get(media_type.split("/")[0], "file")
        if "spreadsheet" in media_type:
            sign = "file-spreadsheet"
        item.setIcon(icon(sign, self._theme.tokens.muted, SMALL))


def _holds_something(data: QMimeData) -> bool:
    return data.hasUrls() or data.hasImage()


def _centred(image: QImage, side: int, ratio: float) -> QIcon:
    """A picture in the middle of a square, so that the names beside stand below each other."""
    pixels = round(side * ratio)
    scaled = image.scaled(
        pixels, pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    square = QPixmap(pixels, pixels)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    place = QRect(0, 0, scaled.width(), scaled.height())
    place.moveCenter(square.rect().center())
    painter.drawImage(place, scaled)
    # A page of white paper would have no edge on a white ground.
    painter.setPen(QColor(128, 128, 128, 96))
    painter.drawRect(place.adjusted(0, 0, -1, -1))
    painter.end()
    square.setDevicePixelRatio(ratio)
    return QIcon(square)
