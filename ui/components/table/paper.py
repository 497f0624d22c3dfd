"""Puts a printed table into a PDF file or onto a printer; for workers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import tr
from jarvis_desktop.exports.places import put, workplace
from ui.core.pdf import require_whole
from ui.tables.print_layout import PrintedTable, PrintLayout

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300
_MARGIN_MM = 12.0


@dataclass(frozen=True, slots=True)
class Paper:
    """Size and orientation of the pages, and the font family."""

    size: QPageSize.PageSizeId
    landscape: bool
    family: str

    @property
    def layout(self) -> QPageLayout:
        """Qt's own page layout, with our margins."""
        turn = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        return QPageLayout(QPageSize(self.size), turn, margins, QPageLayout.Unit.Millimeter)


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF file as it was put, or (no file) what went to a printer."""

    file: Path | None
    pages: int


def write_pdf(table: PrintedTable, paper: Paper, target: Path) -> Written:
    """Write a PDF file, whole or not at all, over the one of that name; ExportFailed in words."""
    with workplace(target) as folder:
        written = folder / "pages.pdf"
        device = QPdfWriter(str(written))
        device.setResolution(_DPI)
        device.setTitle(table.title)
        device.setCreator("JARVIS Desktop")
        device.setPageLayout(paper.layout)
        pages = _paint(table, device, device.pageLayout().paintRectPixels(_DPI).size(), paper.family)
        del device
        require_whole(written)
        return Written(put(written, target, replace=True), pages)


def send_to_printer(table: PrintedTable, printer: QPrinter, family: str) -> Written:
    """Print on a printer that is set up already."""
    size = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    return Written(None, _paint(table, printer, size, family))


def first_page(table: PrintedTable, paper: Paper, width: int) -> tuple[QImage, int]:
    """A picture of the first page, `width` pixels wide, and how many pages there would be."""
    layout = paper.layout
    whole = layout.fullRectPixels(_DPI)
    image = QImage(whole.size(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI / 0.0254))
    image.setDotsPerMeterY(round(_DPI / 0.0254))
    image.fill(Qt.GlobalColor.white)
    laid_out = PrintLayout(table, image, QRectF(layout.paintRectPixels(_DPI)), paper.family)
    painter = QPainter(image)
    laid_out.draw(painter, 0)
    painter.end()
    return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation), laid_out.pages


def _paint(table: PrintedTable, device: QPagedPaintDevice, size: object, family: str) -> int:
    laid_out = PrintLayout(table, device, QRectF(0, 0, size.width(), size.height()), family)  # type: ignore[attr-defined]
    painter = QPainter()
    if not painter.begin(device):
        raise JarvisError(
            tr("The printer does not take the pages."), title=tr("Not printed"), hint=tr("Save them as PDF instead.")
        )
    for page in range(laid_out.pages):
        if page:
            device.newPage()
        laid_out.draw(painter, page)
    painter.end()
    return laid_out.pages
