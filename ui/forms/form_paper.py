"""Puts a printed form into a PDF file or onto a printer; for workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from jarvis_desktop.exports.places import put, workplace
from ui.core.pdf import require_whole
from ui.forms.printed import Heading, Line, PrintedForm, Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

_DPI = 300
_MARGIN_MM = 18.0
_TITLE, _BODY, _SMALL = 16.0, 9.5, 8.0
_HEADINGS = {1: 13.0, 2: 11.5, 3: 10.5}
_LABEL_SHARE, _NUMBER_SHARE = 34, 5
"""Percent of the width."""
_MUTED = Qt.GlobalColor.darkGray


def write_form_pdf(form: PrintedForm, family: str, target: Path) -> Path:
    """Write a PDF file, whole or not at all, over the one of that name; ExportFailed in words."""
    with workplace(target) as folder:
        written = folder / "form.pdf"
        device = QPdfWriter(str(written))
        device.setResolution(_DPI)
        device.setTitle(form.title)
        device.setCreator("JARVIS Desktop")
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        size, turn = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
        device.setPageLayout(QPageLayout(size, turn, margins, QPageLayout.Unit.Millimeter))
        print_form(form, family, device)
        del device
        require_whole(written)
        return put(written, target, replace=True)


def print_form(form: PrintedForm, family: str, device: QPagedPaintDevice) -> None:
    """Put the form on a device that is set up: a printer, or a PDF file."""
    document(form, family).print_(device)


def document(form: PrintedForm, family: str) -> QTextDocument:
    """The form as a text with tables."""
    made = QTextDocument()
    made.setDefaultFont(_font(family, _BODY))
    made.setDocumentMargin(0)
    cursor = QTextCursor(made)
    _say(cursor, form.title, family, _TITLE, bold=True)
    cursor.insertBlock()
    _say(cursor, form.caption, family, _SMALL, muted=True)
    lines: list[Line] = []
    for part in (*form.parts, None):
        if isinstance(part, Line):
            lines.append(part)
            continue
        if lines:
            _table(cursor, [(line.label, line.text) for line in lines], family, labels=True)
            lines = []
        match part:
            case Heading(text, level):
                _begin(cursor, above=14.0 if level == 1 else 10.0)
                _say(cursor, text, family, _HEADINGS[level], bold=True)
            case Sheet(label, header, rows):
                _begin(cursor, above=10.0)
                _say(cursor, label, family, _BODY, bold=True)
                _table(cursor, [header, *rows], family, header=True)
    return made


def _begin(cursor: QTextCursor, *, above: float) -> None:
    room = QTextBlockFormat()
    room.setTopMargin(above)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(room)


def _table(
    cursor: QTextCursor, rows: list[tuple[str, ...]], family: str, *, labels: bool = False, header: bool = False
) -> None:
    shape = QTextTableFormat()
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setBorder(0.5)
    shape.setBorderBrush(Qt.GlobalColor.lightGray)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setTopMargin(6)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if labels:
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in (_LABEL_SHARE, 100 - _LABEL_SHARE)]
        )
    if header:
        shape.setHeaderRowCount(1)
        free = [QTextLength(QTextLength.Type.VariableLength, 0)] * (len(rows[0]) - 1)
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, _NUMBER_SHARE), *free])
    cursor.movePosition(QTextCursor.MoveOperation.End)
    table = cursor.insertTable(len(rows), len(rows[0]), shape)
    for down, row in enumerate(rows):
        for right, text in enumerate(row):
            cell = table.cellAt(down, right).firstCursorPosition()
            quiet = labels and right == 0
            _say(cell, text, family, _BODY if labels else _SMALL, bold=header and down == 0, muted=quiet)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _say(cursor: QTextCursor, text: str, family: str, size: float, *, bold: bool = False, muted: bool = False) -> None:
    look = QTextCharFormat()
    look.setFont(_font(family, size, bold=bold))
    look.setForeground(_MUTED if muted else Qt.GlobalColor.black)
    cursor.insertText(text, look)


def _font(family: str, size: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
