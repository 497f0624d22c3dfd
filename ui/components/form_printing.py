"""A record's form into a PDF file or onto a printer."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontInfo

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from ui.core.file_question import ask_for_file
from ui.core.locale import here
from ui.core.notice import Notice
from ui.core.printers import ask_for_printer, new_printer, no_printer
from ui.core.tasks import Lane
from ui.forms.form_paper import print_form, write_form_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext
    from ui.forms.header import FormHeader
    from ui.forms.printed import PrintedForm

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What a file's name cannot hold on one of the systems."""
_LONGEST_NAME = 80


class FormPrinting(QObject):
    """Does what the header offers; `form` gives what is to be printed now (None: nothing is shown), `say` tells how."""

    def __init__(
        self,
        context: ComponentContext,
        header: FormHeader,
        form: Callable[[], PrintedForm | None],
        say: Callable[[Notice | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self._form = form
        self._say = say
        self._printer: QPrinter | None = None
        self._written: Path | None = None
        header.to_pdf.triggered.connect(self.choose_file)
        header.to_printer.triggered.connect(self.choose_printer)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the PDF file."""
        form = self._form()
        if form is not None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            name = _UNFIT.sub(" ", form.title)[:_LONGEST_NAME].strip(" .") or tr("Form")
            file = str(Path(home or str(Path.home())) / f"{name}.pdf")
            title, filters = tr("Save as PDF"), tr("PDF (*.pdf)")
            ask_for_file(self._widget, title, self.save_pdf, filters=filters, name=file, suffix="pdf")

    @Slot(str)
    def save_pdf(self, file: str) -> None:
        """Write the form to a PDF file, over the one of that name."""
        form = self._form()
        if form is not None:
            work = partial(write_form_pdf, form, self._family, Path(file))
            self._context.tasks.submit(Lane.IO, work, done=self._on_written, failed=self._on_failed, owner=self)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for the printer."""
        lacking = no_printer(self._context.theme, self.choose_file)
        if lacking is not None:
            self._say(lacking)
            return
        self._printer = new_printer()
        ask_for_printer(self._widget, self._printer, self._on_printer_chosen)

    @property
    def _family(self) -> str:
        return QFontInfo(self._widget.font()).family()

    @Slot()
    def _on_printer_chosen(self) -> None:
        form = self._form()
        if form is not None and self._printer is not None:
            work = partial(print_form, form, self._family, self._printer)
            self._context.tasks.submit(Lane.IO, work, done=self._on_printed, failed=self._on_failed, owner=self)

    def _on_printed(self, _nothing: None) -> None:
        self._say(Notice(tr("Sent to the printer"), "", theme=self._context.theme, tone="success"))

    def _on_written(self, file: Path) -> None:
        self._written = file
        words = tr("As “{name}”", name=file.name)
        notice = Notice(tr("Saved"), words, theme=self._context.theme, tone="success", action_text=tr("Open"))
        notice.action.connect(self._open)
        self._say(notice)

    def _on_failed(self, error: JarvisError) -> None:
        self._say(Notice.for_error(error, theme=self._context.theme))

    @Slot()
    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))


def printed_on(kind: str) -> str:
    """What stands below the title on paper."""
    return tr("{kind} · printed {instant}", kind=kind, instant=here().instant(zone.now()))
