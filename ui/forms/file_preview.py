"""A file of a field, large: a picture, or the pages of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.media import shown_as
from ui.core.icons import icon
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16, zoomed
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.errors import JarvisError
    from ui.core.theme import Theme
    from ui.forms.file_desk import FileDesk

_SIZE = (760, 860)
_PAGE_PIXELS = 1_400
_ICON = 18


class FilePreview(QDialog):
    """Shows a file that can be shown; a picture as large as there is room, a page as wide.

    Signals:
        copy_wanted (object): the person wants a copy of the file.
    """

    copy_wanted = Signal(object)

    def __init__(self, file: Mapping[str, Any], desk: FileDesk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        self._desk = desk
        self._theme = theme
        self._image = QImage()
        self._page = 0
        self._pages = 0
        self._paged = shown_as(file["type"]) == "pages"
        self.setWindowTitle(file["name"])
        self._shown = QLabel(tr("Loading"), self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setAccessibleName(file["name"])
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._shown)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._paged:
            # A bar that comes with the page would make the page too wide.
            self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._back = self._turner("chevron-left", tr("Previous page"), "PgUp", self.back)
        self._on = self._turner("chevron-right", tr("Next page"), "PgDown", self.forward)
        self._told = QLabel(self)
        self._told.setProperty("role", "caption")
        copy = QPushButton(tr("Save a copy …"), self)
        copy.setProperty("kind", "quiet")
        copy.clicked.connect(self._copy)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for part in (self._back, self._told, self._on):
            part.setVisible(self._paged)
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(row)
        self.resize(QSize(*map(zoomed, _SIZE)).boundedTo(self.screen().availableSize() * 0.9))
        self.finished.connect(self.deleteLater)
        theme.follow(self, self._draw)
        self._draw()
        self._ask()

    @property
    def image(self) -> QImage:
        """What is shown; null before it is there."""
        return self._image

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @Slot()
    def back(self) -> None:
        """Show the page before."""
        self._turn(-1)

    @Slot()
    def forward(self) -> None:
        """Show the next page."""
        self._turn(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._paged and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._turn(-self._page if event.key() == Qt.Key.Key_Home else self._pages - 1 - self._page)
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        page = min(max(self._page + by, 0), max(self._pages - 1, 0))
        if page != self._page:
            self._page = page
            self._ask()

    def _ask(self) -> None:
        if self._paged:
            self._desk.page(self._file, self._page, _PAGE_PIXELS, self._on_page, self._on_failed, self)
        else:
            self._desk.picture(self._file, self._on_picture, self._on_failed, self)

    def _on_page(self, drawn: tuple[QImage, int]) -> None:
        image, self._pages = drawn
        self._told.setText(tr("Page {number} of {pages}", number=self._page + 1, pages=self._pages))
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages)
        self._scroll.verticalScrollBar().setValue(0)
        self._on_picture(image)

    def _on_picture(self, image: QImage) -> None:
        self._image = image
        self._fit()

    def _on_failed(self, error: JarvisError) -> None:
        self._scroll.hide()
        self._column.insertWidget(0, Notice.for_error(error, theme=self._theme), 1)

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self._scroll.viewport().size() * ratio
        wide = self._image.width() > room.width()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        if self._paged:
            shown = self._image.scaledToWidth(room.width(), smooth)
        elif wide or self._image.height() > room.height():
            shown = self._image.scaled(room, keep, smooth)
        else:
            shown = self._image
        shown.setDevicePixelRatio(ratio)
        self._shown.setPixmap(QPixmap.fromImage(shown))

    def _turner(self, glyph: str, text: str, key: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setProperty("glyph", glyph)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setEnabled(False)
        button.clicked.connect(act)
        QShortcut(QKeySequence(key), self).activated.connect(act)
        return button

    @Slot()
    def _copy(self) -> None:
        self.copy_wanted.emit(self._file)

    @Slot()
    def _draw(self) -> None:
        for button in (self._back, self._on):
            button.setIcon(icon(str(button.property("glyph")), self._theme.tokens.muted, _ICON))
