"""Gives a text that came from Markdown the sizes, spaces and colours of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.core.tokens import Tokens

_HEADINGS = {1: 2, 2: 1}
"""Heading level to Qt's steps of size: two steps above 13 pixels are 20 (a title), one is 16 (about a section)."""
_QUOTE = QTextFormat.Property.BlockQuoteLevel
_FENCE = QTextFormat.Property.BlockCodeFence


def typeset(document: QTextDocument, tokens: Tokens) -> None:
    """Apply the look to every part of `document`; pictures give way to their descriptions."""
    document.setIndentWidth(SPACE_24)
    _describe_pictures(document)
    _tidy_tables(document)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        cursor.setPosition(block.position())
        table = cast("QTextTable | None", cursor.currentTable())
        if table is not None:
            _in_table(cursor, table, tokens)
            continue
        cursor.mergeBlockFormat(_spacing(block, tokens))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_letters(block, tokens))
    cursor.endEditBlock()


def _spacing(block: QTextBlock, tokens: Tokens) -> QTextBlockFormat:
    stored, look = block.blockFormat(), QTextBlockFormat()
    look.setTopMargin(0)
    look.setBottomMargin(SPACE_8)
    look.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if stored.headingLevel():
        look.setTopMargin(SPACE_16 if block.blockNumber() else 0)
    elif block.textList() is not None:
        look.setBottomMargin(SPACE_4)
    elif stored.hasProperty(_FENCE):
        look.setBottomMargin(0)
        look.setLeftMargin(SPACE_12)
        look.setBackground(QBrush(QColor(tokens.raised)))
    if stored.hasProperty(_QUOTE):
        look.setLeftMargin(SPACE_16 * min(stored.intProperty(_QUOTE), 8))
    return look


def _letters(block: QTextBlock, tokens: Tokens) -> QTextCharFormat:
    stored, look = block.blockFormat(), QTextCharFormat()
    level = stored.headingLevel()
    if level:
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADINGS.get(level, 0))
        look.setFontWeight(QFont.Weight.DemiBold)
    if stored.hasProperty(_QUOTE):
        look.setForeground(QBrush(QColor(tokens.muted)))
    return look


def _in_table(cursor: QTextCursor, table: QTextTable, tokens: Tokens) -> None:
    tight = QTextBlockFormat()
    tight.setTopMargin(0)
    tight.setBottomMargin(0)
    cursor.mergeBlockFormat(tight)
    if table.cellAt(cursor).row() == 0:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(bold)
    look = table.format()
    if look.cellPadding() != SPACE_8:
        look.setCellPadding(SPACE_8)
        look.setCellSpacing(0)
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(QBrush(QColor(tokens.border)))
        look.setTopMargin(SPACE_4)
        look.setBottomMargin(SPACE_8)
        table.setFormat(look)


def _tidy_tables(document: QTextDocument) -> None:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            # Behind a quotation or code, Qt's importer begins a table with an empty paragraph in its first cell.
            cell = frame.cellAt(0, 0)
            cursor = cell.firstCursorPosition()
            if cursor.block().length() == 1 and cursor.block() != cell.lastCursorPosition().block():
                cursor.deleteChar()


def _describe_pictures(document: QTextDocument) -> None:
    pictures: list[tuple[int, int, str]] = []
    for block in _blocks(document):
        for piece in block.textFormats():
            if piece.format.isImageFormat():
                words = str(piece.format.property(QTextFormat.Property.ImageAltText) or "")
                pictures.append((block.position() + piece.start, piece.length, words))
    cursor = QTextCursor(document)
    for position, length, words in reversed(pictures):
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(tr("[picture: {words}]", words=words) if words else tr("[picture]"), QTextCharFormat())


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
