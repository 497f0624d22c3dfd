"""The first step: a file, and how it is read."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from jarvis_desktop.imports.types import FileKind, Reading
from ui.core.elided import ElidedLabel
from ui.core.file_question import ask_for_file
from ui.core.flow import FlowLayout
from ui.core.measures import CONTROL_HEIGHT, SPACE_8, SPACE_12, SPACE_16
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.imports.controls import choice, chosen, offer, select
from ui.imports.preview import PreviewTable, RawModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.imports.types import OpenedFile
    from ui.core.theme import Theme

FILTER = mark(
    "Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods);;"
    "Text (*.csv *.tsv *.txt);;Workbooks (*.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)"
)
_DELIMITERS = ((",", mark("Comma")), (";", mark("Semicolon")), ("\t", mark("Tab")), ("|", mark("Bar")))
_QUOTES = (('"', mark("Double quote")), ("'", mark("Apostrophe")))
# The codecs that the reader of text files knows, most used first.
_ENCODINGS = (
    ("", mark("UTF-8, else Windows-1252")),
    ("cp1250", mark("UTF-8, else Windows-1250")),
    ("cp1251", mark("UTF-8, else Windows-1251")),
    ("cp1254", mark("UTF-8, else Windows-1254")),
    ("iso8859-15", mark("UTF-8, else ISO-8859-15")),
    ("cp850", mark("UTF-8, else DOS 850")),
    ("mac_roman", mark("UTF-8, else Mac Roman")),
    ("shift_jis", mark("UTF-8, else Shift JIS")),
    ("gb18030", mark("UTF-8, else GB 18030")),
    ("utf-16-le", mark("UTF-16")),
    ("utf-16-be", mark("UTF-16, big-endian")),
)


class FileStep(QWidget):
    """Asks for a file and shows its first rows; a file can be dropped anywhere on it.

    Signals:
        wanted (str, object): read the file at a path in a certain way (a Reading, or None: find out).
    """

    wanted = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file: OpenedFile | None = None
        self.setAcceptDrops(True)
        self.setObjectName("fileStep")
        self._empty = Notice(
            tr("Choose a file to import"),
            tr("CSV and other text tables, or a workbook (XLSX, XLSM, XLSB, XLS, ODS). It can also be dropped here."),
            theme=theme,
            tone="empty",
            icon="file-up",
            action_text=tr("Choose a file…"),
        )
        self._empty.action.connect(self.ask)
        self._name = ElidedLabel("", role="section", parent=self)
        self._size = QLabel(self)
        self._size.setProperty("role", "muted")
        self._other = QPushButton(tr("Choose another file…"), self)
        self._other.setObjectName("chooseOther")
        self._other.clicked.connect(self.ask)
        self.sheet = choice(tr("Sheet"), "sheet", self)
        self.delimiter = choice(tr("Separator"), "delimiter", self)
        self.quote = choice(tr("Quote"), "quote", self)
        self.encoding = choice(tr("Encoding"), "encoding", self)
        self.header = QCheckBox(tr("The first row names the columns"), self)
        self.header.setObjectName("header")
        self.header.setMinimumHeight(CONTROL_HEIGHT)
        self._notes = Notice("", theme=theme, tone="info")
        self.rows = PreviewTable(tr("First rows of the file"), self)
        self.rows.setObjectName("rawRows")
        self._fields: dict[QComboBox, QWidget] = {}
        self._lay_out()
        self._fill_choices()
        self._opened.hide()

    @property
    def file(self) -> OpenedFile | None:
        """The file shown."""
        return self._file

    @property
    def choose_button(self) -> QWidget:
        """What asks for a file, as it stands in view."""
        return self._other if self._file is not None else self._empty

    def show_file(self, file: OpenedFile) -> None:
        """Show a file and how it is read."""
        self._trouble.say(None)
        self._file = file
        path = Path(file.path)
        self._name.set_full_text(path.name)
        size = QLocale().formattedDataSize(file.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        some = (
            tr_n("{n} row", "{n} rows", len(file.sample), n=grouped(len(file.sample)))
            if file.whole
            else tr("first 100 rows shown")
        )
        columns = tr_n("{n} column", "{n} columns", len(file.headers), n=grouped(len(file.headers)))
        self._size.setText(f"{size} · {columns} · {some}")
        reading = file.reading
        text = file.kind is FileKind.TEXT
        for box in (self.delimiter, self.quote, self.encoding):
            self._fields[box].setVisible(text)
        self._fields[self.sheet].setVisible(len(file.sheets) > 1)
        offer(self.sheet, tuple((name, name) for name in file.sheets))
        select(self.sheet, reading.sheet)
        select(self.delimiter, reading.delimiter)
        select(self.quote, reading.quote)
        select(self.encoding, reading.encoding)
        self.header.blockSignals(True)
        self.header.setChecked(bool(reading.header))
        self.header.blockSignals(False)
        self._notes.say(tr("About this file"), " ".join(file.notes))
        self._notes.setVisible(bool(file.notes))
        self.rows.show_model(RawModel(file))
        self._empty.hide()
        self._opened.show()

    def show_error(self, error: JarvisError) -> None:
        """Say why a file could not be opened; one that is open stays."""
        trouble = Notice.for_error(error, theme=self._theme)
        trouble.setObjectName("fileTrouble")
        self._trouble.say(trouble)

    def set_busy(self, *, busy: bool) -> None:
        """Whether a file is being opened just now."""
        self._other.setEnabled(not busy)
        self._options.setEnabled(not busy)

    @Slot()
    def ask(self) -> None:
        """Let the person choose a file."""
        ask_for_file(self, tr("Choose a file to import"), self._on_chosen, filters=shown(FILTER))

    def _on_chosen(self, path: str) -> None:
        self.wanted.emit(path, None)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData().urls())
        if path:
            event.acceptProposedAction()
            self.wanted.emit(path, None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_12)
        top.addWidget(self._name, 1)
        top.addWidget(self._size)
        top.addWidget(self._other)
        self._options = QFrame(self)
        flow = FlowLayout(self._options, spacing=SPACE_16)
        for box, label in (
            (self.sheet, tr("Sheet")),
            (self.delimiter, tr("Separator")),
            (self.quote, tr("Quote")),
            (self.encoding, tr("Encoding")),
        ):
            self._fields[box] = _labelled(label, box)
            flow.addWidget(self._fields[box])
            box.activated.connect(self._on_option)
        flow.addWidget(self.header)
        self.header.toggled.connect(self._on_option)
        self._opened = QWidget(self)
        body = QVBoxLayout(self._opened)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE_12)
        body.addLayout(top)
        body.addWidget(self._options)
        body.addWidget(self._notes)
        body.addWidget(self.rows, 1)
        self._column = QVBoxLayout(self)
        self._trouble = NoticePlace(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._opened, 1)

    def _fill_choices(self) -> None:
        offer(self.delimiter, tuple((value, shown(text)) for value, text in _DELIMITERS))
        offer(self.quote, tuple((value, shown(text)) for value, text in _QUOTES))
        offer(self.encoding, tuple((value, shown(text)) for value, text in _ENCODINGS))

    @Slot()
    def _on_option(self) -> None:
        file = self._file
        if file is None:
            return
        sheet = chosen(self.sheet)
        # Another sheet is looked at anew; in the same one the person's word stands.
        reading = (
            Reading(sheet=sheet)
            if sheet != file.reading.sheet
            else dataclasses.replace(
                file.reading,
                delimiter=chosen(self.delimiter) if file.kind is FileKind.TEXT else "",
                quote=chosen(self.quote) if file.kind is FileKind.TEXT else "",
                encoding=chosen(self.encoding) if file.kind is FileKind.TEXT else "",
                header=self.header.isChecked(),
            )
        )
        self.wanted.emit(file.path, reading)


def _labelled(text: str, box: QComboBox) -> QWidget:
    holder = QWidget()
    label = QLabel(text, holder)
    label.setProperty("role", "muted")
    label.setBuddy(box)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(box)
    return holder


def _dropped(urls: list[QUrl]) -> str:
    """The one local file among what is dropped, or ""."""
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else ""
