"""Asking for a printer without stopping the window meanwhile. Qt's module of printers is loaded when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from jarvis_desktop.core.words import tr
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.core.theme import Theme


def no_printer(theme: Theme, save_as_pdf: Callable[[], None]) -> Notice | None:
    """What to say where this computer has no printer: it leads to the PDF file; None where it has one."""
    from PySide6.QtPrintSupport import QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        return None
    notice = Notice(
        tr("No printer is set up on this computer"),
        tr("The pages can be saved as PDF and printed elsewhere."),
        theme=theme,
        tone="warning",
        action_text=tr("Save as PDF…"),
    )
    notice.action.connect(save_as_pdf)
    return notice


def new_printer() -> QPrinter:
    """A printer to be set up."""
    from PySide6.QtPrintSupport import QPrinter

    return QPrinter(QPrinter.PrinterMode.HighResolution)


def ask_for_printer(parent: QWidget, printer: QPrinter, chosen: Callable[[], None]) -> None:
    """Open the dialogue for printers; `chosen` (a bound method) is called once `printer` is set up."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(chosen)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
