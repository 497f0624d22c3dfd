"""The page for printing: which rows, on which paper, to a printer or into a PDF file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontInfo, QImage, QPageSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.exports.types import ExportFormat
from jarvis_desktop.tables.types import ColumnKind
from ui.components.table.export_choices import default_file
from ui.components.table.page_layout import button_row, choice_box, label_of, scrolled
from ui.components.table.page_picture import PagePicture
from ui.components.table.paper import Paper, Written, first_page, send_to_printer, write_pdf
from ui.components.table.subject import Subject, counted
from ui.core.file_question import ask_for_file
from ui.core.locale import here
from ui.core.measures import CONTROL_HEIGHT, SPACE_12, SPACE_16, SPACE_24
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.printers import ask_for_printer, new_printer, no_printer
from ui.core.tasks import Lane, Latest
from ui.tables.formatting import NO_VALUE, RowWriter
from ui.tables.print_layout import PrintedTable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.tables.types import ColumnInfo, RowSet
    from ui.components.component import ComponentContext

MOST_ROWS = 5_000
"""More belongs into a file: it would be hundreds of pages."""
_INPUTS_WIDTH = 400
_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})


class PrintPanel(QWidget):
    """Shows the first page as it will be, and prints all of them or saves them as PDF."""

    help_page = "export-and-print"

    def __init__(self, context: ComponentContext, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printPanel")
        self._context = context
        self._subject = subject
        self._table: PrintedTable | None = None
        self._written: Path | None = None
        self._printer: QPrinter | None = None
        self._counted = ""
        self._reading: Latest[PrintedTable] = Latest()
        self._drawing: Latest[tuple[QImage, int]] = Latest()
        self.heading = QLineEdit(subject.title, self)
        self.rows = self._combo(tr("Rows"), "printRows", self._row_choices())
        self.columns = self._combo(
            tr("Columns"),
            "printColumns",
            [
                (tr("The {count} shown", count=len(subject.shown)), "shown"),
                (tr("All {count}", count=len(subject.every)), "every"),
            ],
        )
        letter = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self.paper = self._combo(
            tr("Paper"), "printPaper", [("A4", QPageSize.PageSizeId.A4), (tr("Letter"), QPageSize.PageSizeId.Letter)]
        )
        self.paper.setCurrentIndex(1 if letter else 0)
        self.turn = self._combo(
            tr("Orientation"), "printOrientation", [(tr("Landscape"), True), (tr("Portrait"), False)]
        )
        self.pdf_button = QPushButton(tr("Save as PDF…"), self)
        self.print_button = QPushButton(tr("Print…"), self)
        self._left_button: QPushButton | None = self.pdf_button
        self.picture = PagePicture(context.theme, self)
        self.pages = QLabel(self)
        self._lay_out()
        self._connect()
        self._read()

    @property
    def is_ready(self) -> bool:
        """Whether the rows are here."""
        return self._table is not None

    def _row_choices(self) -> list[tuple[str, object]]:
        subject = self._subject
        total = counted(subject.total, subject.table, exact=subject.exact)
        choices: list[tuple[str, object]] = [
            (
                tr("All {total} that match", total=total) if subject.conditions else tr("All {total}", total=total),
                "everything",
            )
        ]
        if subject.selected is not None:
            choices.insert(
                0,
                (
                    tr("The selected ones: {counted}", counted=counted(subject.selected.count, subject.table)),
                    "selected",
                ),
            )
        return choices

    def _combo(self, label: str, name: str, choices: list[tuple[str, object]]) -> QComboBox:
        combo = choice_box(self, label, name)
        for text, value in choices:
            combo.addItem(text, value)
        return combo

    def _lay_out(self) -> None:
        self.heading.setObjectName("printTitle")
        self.heading.setAccessibleName(tr("Title"))
        self.heading.setFixedHeight(CONTROL_HEIGHT)
        self.heading.setMaxLength(200)
        self.pdf_button.setObjectName("savePdf")
        self.pdf_button.setProperty("kind", "primary")
        self.print_button.setObjectName("print")
        self.picture.setObjectName("firstPage")
        self.picture.setAccessibleName(tr("The first page"))
        self.pages.setProperty("role", "caption")
        self.pages.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_16)
        form.setVerticalSpacing(SPACE_12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        named = (
            (tr("Title"), self.heading),
            (tr("Rows"), self.rows),
            (tr("Columns"), self.columns),
            (tr("Paper"), self.paper),
        )
        for text, widget in (*named, (tr("Orientation"), self.turn)):
            form.addRow(label_of(widget, text), widget)
        self._left = QVBoxLayout()
        self._notices = NoticePlace(self._left)
        self._left.setSpacing(SPACE_16)
        self._left.addLayout(form)
        self._left.addWidget(self.pages)
        self._left.addLayout(button_row(self.print_button, self.pdf_button))
        self._left.addStretch(1)
        inputs = QWidget(self)
        inputs.setLayout(self._left)
        inputs.setMaximumWidth(_INPUTS_WIDTH)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        row.setSpacing(SPACE_24)
        row.addWidget(inputs, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.picture, 3, Qt.AlignmentFlag.AlignTop)
        scrolled(self, body)
        self.setFocusProxy(self.pdf_button)

    def _connect(self) -> None:
        self.rows.currentIndexChanged.connect(self._read)
        self.columns.currentIndexChanged.connect(self._read)
        self.paper.currentIndexChanged.connect(self._draw)
        self.turn.currentIndexChanged.connect(self._draw)
        self.heading.editingFinished.connect(self._on_title)
        self.pdf_button.clicked.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)

    @Slot()
    def _read(self) -> None:
        subject = self._subject
        selected = self.rows.currentData() == "selected" and subject.selected is not None
        rows = subject.selected if selected and subject.selected is not None else subject.everything
        columns = subject.shown if self.columns.currentData() == "shown" else subject.every
        self._table = None
        self._set_ready(ready=False)
        self.pages.setText(tr("Reading the rows"))
        date = here().instant(zone.now())
        work = partial(_read, self._context.services, subject, rows, columns, self.heading.text(), date)
        self._reading.keep(self._context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_read_failed))

    def _on_read(self, table: PrintedTable) -> None:
        self._notices.say(None)
        self._table = table
        self._draw()

    def _on_read_failed(self, error: JarvisError) -> None:
        self.pages.clear()
        notice = Notice.for_error(error, theme=self._context.theme, action_text=tr("Try again"))
        notice.action.connect(self._read)
        self._notices.say(notice)

    @Slot()
    def _draw(self) -> None:
        if self._table is None:
            return
        self.pages.setText(tr("Laying out the pages"))
        work = partial(first_page, self._table, self._paper(), self.picture.widest)
        self._drawing.keep(self._context.tasks.submit(Lane.IO, work, done=self._on_drawn, failed=self._on_read_failed))

    def _on_drawn(self, drawn: tuple[QImage, int]) -> None:
        image, pages = drawn
        self.picture.show_image(image)
        table = self._table
        words = tr_n("{n} page", "{n} pages", pages, n=grouped(pages))
        self._counted = f"{words}. {table.note}".strip() if table is not None and table.note else words
        self.pages.setText(self._counted)
        self._set_ready(ready=True)

    def _paper(self) -> Paper:
        return Paper(self.paper.currentData(), bool(self.turn.currentData()), QFontInfo(self.font()).family())

    @Slot()
    def _on_title(self) -> None:
        if self._table is not None and self._table.title != self.heading.text():
            self._table = replace(self._table, title=self.heading.text())
            self._draw()

    @Slot()
    def _choose_file(self) -> None:
        file = default_file(self._subject, ExportFormat.CSV).with_suffix(".pdf")
        ask_for_file(self, tr("Save as PDF"), self.save_pdf, filters=tr("PDF (*.pdf)"), name=str(file), suffix="pdf")

    @Slot(str)
    def save_pdf(self, file: str) -> None:
        """Write all pages to a PDF file, over the one of that name."""
        if self._table is not None:
            self._run(partial(write_pdf, self._table, self._paper(), Path(file)))

    @Slot()
    def _choose_printer(self) -> None:
        lacking = no_printer(self._context.theme, self._choose_file)
        if lacking is not None:
            self._notices.say(lacking)
            return
        self._printer = new_printer()
        self._printer.setPageLayout(self._paper().layout)
        self._printer.setDocName(self.heading.text())
        ask_for_printer(self, self._printer, self._on_printer_chosen)

    @Slot()
    def _on_printer_chosen(self) -> None:
        if self._table is not None and self._printer is not None:
            self._run(partial(send_to_printer, self._table, self._printer, self._paper().family))

    def _run(self, work: partial[Written]) -> None:
        self._notices.say(None)
        self._set_ready(ready=False)
        self.pages.setText(tr("Writing the pages"))
        self._context.tasks.submit(Lane.IO, work, done=self._on_written, failed=self._on_failed)

    def _on_written(self, written: Written) -> None:
        self._set_ready(ready=True)
        pages = f"{written.pages:,} {'page' if written.pages == 1 else 'pages'}"
        self.pages.setText(self._counted)
        if written.file is None:
            self._notices.say(Notice(tr("Sent to the printer"), pages, theme=self._context.theme, tone="success"))
            return
        self._written = written.file
        notice = Notice(
            tr("Saved"),
            tr("{pages} in “{name}”", pages=pages, name=written.file.name),
            theme=self._context.theme,
            tone="success",
            action_text=tr("Open"),
        )
        notice.action.connect(self._open)
        self._notices.say(notice)
        self._context.say(tr("Saved {pages} as “{name}”", pages=pages, name=written.file.name))

    def _on_failed(self, error: JarvisError) -> None:
        self._set_ready(ready=True)
        self.pages.setText(self._counted)
        self._notices.say(Notice.for_error(error, theme=self._context.theme))

    @Slot()
    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _set_ready(self, *, ready: bool) -> None:
        """Offer the buttons or not; the one with the focus gets it back."""
        if not ready:
            self._left_button = next(
                (b for b in (self.pdf_button, self.print_button) if b.hasFocus()), self._left_button
            )
        self.pdf_button.setEnabled(ready)
        self.print_button.setEnabled(ready)
        if ready and self._left_button is not None:
            focused = QApplication.focusWidget()
            if focused is not None and self.isAncestorOf(focused):
                self._left_button.setFocus()
            self._left_button = None


def _read(
    services: Application, subject: Subject, rows: RowSet, columns: tuple[ColumnInfo, ...], title: str, date: str
) -> PrintedTable:
    found = services.exports.printable(rows, tuple(column.name for column in columns), MOST_ROWS)
    shown = RowWriter(columns, labels=subject.labels).page(found.page).rows
    return PrintedTable(
        title=title,
        conditions=subject.conditions,
        note=tr("Only the first {most_rows} rows: export the others to a file.", most_rows=grouped(MOST_ROWS))
        if found.more
        else "",
        date=date,
        headings=tuple(column.label for column in columns),
        right=tuple(column.kind in _NUMBERS for column in columns),
        texts=[tuple("" if text == NO_VALUE else text for text in row.texts) for row in shown],
    )
