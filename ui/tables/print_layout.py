"""A table on paper: columns fitted or shared out over several sheets, rows shared out over pages, and each page drawn.

All lengths are pixels of the paper's own resolution. Always dark on white, whatever the theme of the window. Places
are reckoned from left to right, and turned where they are drawn for people who read from right to left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from jarvis_desktop.core.words import tr
from ui.core.sides import mirrored

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

_TEXT, _MUTED, _LINE, _HEAD = (QColor(name) for name in ("#1A2330", "#566273", "#C9D0DA", "#EEF1F5"))
_POINTS = 8.0
_TITLE_POINTS = 13.0
_MOST_LINES = 6
_NARROWEST = 12
"""Characters that a column keeps where it must give way (less where it needs less)."""
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """What is printed: `texts` by row and column; `right` tells which columns hold numbers."""

    title: str
    conditions: str
    note: str
    date: str
    headings: tuple[str, ...]
    right: tuple[bool, ...]
    texts: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the rows from `first` to before `last`, some columns of them, from `top` down."""

    first: int
    last: int
    columns: tuple[int, ...]


class PrintLayout:
    """Lays a table out for a device and a content area of `width` x `height`, and draws its pages."""

    def __init__(self, table: PrintedTable, device: QPaintDevice, area: QRectF, family: str) -> None:
        self._table = table
        self._area = area
        self._font = _font(family, _POINTS)
        self._bold = _font(family, _POINTS, bold=True)
        self._title = _font(family, _TITLE_POINTS, bold=True)
        self._metrics = QFontMetricsF(self._font, device)
        self._bold_metrics = QFontMetricsF(self._bold, device)
        self._title_metrics = QFontMetricsF(self._title, device)
        self._pad = self._metrics.horizontalAdvance("n") * 0.6
        self._line = self._metrics.lineSpacing()
        self.widths, self.sets = self._share_out()
        self._heights = [self._row_height(row) for row in table.texts]
        self._head = self._heading_height()
        self.sheets = self._sheets()

    @property
    def pages(self) -> int:
        """How many pages there are; one at least."""
        return len(self.sheets)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the page of that number, counted from 0."""
        sheet = self.sheets[page]
        painter.fillRect(self._area, Qt.GlobalColor.white)
        top = self._draw_top(painter, first=page == 0)
        top = self._draw_headings(painter, sheet, top)
        for row in range(sheet.first, sheet.last):
            top = self._draw_row(painter, sheet, row, top)
        if not self._table.texts:
            self._write(
                painter, QRectF(self._area.left(), top + self._line, self._area.width(), self._line), tr("No rows")
            )
        self._draw_bottom(painter, page)

    def _share_out(self) -> tuple[list[float], tuple[tuple[int, ...], ...]]:
        """Widths of all columns, and which stand together on a page; the first one is repeated on each."""
        natural = [self._natural(place) for place in range(len(self._table.headings))]
        least = [min(width, self._metrics.averageCharWidth() * _NARROWEST + 2 * self._pad) for width in natural]
        room = self._area.width()
        sets: list[tuple[int, ...]] = []
        taken: list[int] = []
        for place, width in enumerate(least):
            if taken and sum(least[each] for each in taken) + width > room:
                sets.append(tuple(taken))
                taken = [0] if least[0] + width <= room else []
            taken.append(place)
        sets.append(tuple(taken))
        # The narrowest fit decides for a repeated column, so that rows are equally high on every page.
        widths = [room] * len(natural)
        for columns in sets:
            for place, width in zip(columns, _fitted([natural[c] for c in columns], room), strict=True):
                widths[place] = min(widths[place], width)
        return widths, tuple(sets)

    def _natural(self, place: int) -> float:
        heading = self._bold_metrics.horizontalAdvance(self._table.headings[place])
        longest = max((len(row[place]) for row in self._table.texts), default=0)
        # Measuring takes longer than counting: only texts that may be the widest are measured.
        widest = max(
            (self._metrics.horizontalAdvance(row[place]) for row in self._table.texts if len(row[place]) * 2 > longest),
            default=0.0,
        )
        return max(heading, widest) + 2 * self._pad

    def _row_height(self, row: tuple[str, ...]) -> float:
        lines = 1.0
        for text, width in zip(row, self.widths, strict=True):
            room = width - 2 * self._pad
            if "\n" in text or self._metrics.horizontalAdvance(text) > room:
                lines = max(lines, self._needed(self._metrics, text, room) / self._line)
        return min(_MOST_LINES, round(lines)) * self._line + self._pad

    @staticmethod
    def _needed(metrics: QFontMetricsF, text: str, room: float) -> float:
        return metrics.boundingRect(QRectF(0, 0, room, 1e6), _WRAP, text).height()

    def _heading_height(self) -> float:
        needed = (
            self._needed(self._bold_metrics, text, width - 2 * self._pad)
            for text, width in zip(self._table.headings, self.widths, strict=True)
        )
        return min(_MOST_LINES * self._line, max(needed)) + self._pad * 1.5

    def _top_height(self, *, first: bool) -> float:
        title = self._title_metrics.lineSpacing()
        if not first:
            return title + self._line
        words = [text for text in (self._table.conditions, self._table.note) if text]
        return title + sum(self._needed(self._metrics, text, self._area.width()) for text in words) + self._line

    def _sheets(self) -> tuple[Sheet, ...]:
        bottom = self._line * 2
        sheets: list[Sheet] = []
        first = 0
        while first < len(self._heights) or not sheets:
            room = self._area.height() - self._top_height(first=not sheets) - self._head - bottom
            last, used = first, 0.0
            while last < len(self._heights) and (last == first or used + self._heights[last] <= room):
                used += self._heights[last]
                last += 1
            sheets.extend(Sheet(first, last, columns) for columns in self.sets)
            first = last
        return tuple(sheets)

    def _draw_top(self, painter: QPainter, *, first: bool) -> float:
        area, top = self._area, self._area.top()
        height = self._title_metrics.lineSpacing()
        title = self._title_metrics.elidedText(self._table.title, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(self._title)
        self._write(painter, QRectF(area.left(), top, area.width(), height), title)
        painter.setFont(self._font)
        top += height
        if first:
            for words in (self._table.conditions, self._table.note):
                if words:
                    needed = self._needed(self._metrics, words, area.width())
                    self._write(painter, QRectF(area.left(), top, area.width(), needed), words, colour=_MUTED)
                    top += needed
        return area.top() + self._top_height(first=first)

    def _draw_headings(self, painter: QPainter, sheet: Sheet, top: float) -> float:
        left = self._area.left()
        width = sum(self.widths[place] for place in sheet.columns)
        painter.fillRect(self._turned(QRectF(left, top, width, self._head)), _HEAD)
        painter.setFont(self._bold)
        for place in sheet.columns:
            self._cell(painter, QRectF(left, top, self.widths[place], self._head), self._table.headings[place], place)
            left += self.widths[place]
        painter.setFont(self._font)
        return top + self._head

    def _draw_row(self, painter: QPainter, sheet: Sheet, row: int, top: float) -> float:
        left, height = self._area.left(), self._heights[row]
        for place in sheet.columns:
            self._cell(painter, QRectF(left, top, self.widths[place], height), self._table.texts[row][place], place)
            left += self.widths[place]
        painter.setPen(QPen(_LINE, 0))
        below = self._turned(QRectF(self._area.left(), top + height, left - self._area.left(), 0))
        painter.drawLine(below.topLeft(), below.topRight())
        return top + height

    def _cell(self, painter: QPainter, cell: QRectF, text: str, place: int) -> None:
        inside = cell.adjusted(self._pad, self._pad / 2, -self._pad, -self._pad / 2)
        if self._metrics.horizontalAdvance(text) > inside.width() * _MOST_LINES * 0.9:
            text = self._kept(text, inside)
        self._write(painter, inside, text, right=self._table.right[place])

    def _kept(self, text: str, inside: QRectF) -> str:
        """As much of a text as its cell takes, with a sign that there is more."""
        room = inside.height() + 1
        if self._needed(self._metrics, text, inside.width()) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._needed(self._metrics, f"{text[:middle]}…", inside.width()) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return f"{text[:low].rstrip()}…"

    def _draw_bottom(self, painter: QPainter, page: int) -> None:
        area = self._area
        line = QRectF(area.left(), area.bottom() - self._line, area.width(), self._line)
        sheet = self.sheets[page]
        part = ""
        if len(self.sets) > 1:
            part = tr(
                " · part {index} of {count} of the columns",
                index=self.sets.index(sheet.columns) + 1,
                count=len(self.sets),
            )
        self._write(painter, line, self._table.date, colour=_MUTED)
        self._write(
            painter,
            line,
            tr("Page {page} of {pages}{part}", page=page + 1, pages=self.pages, part=part),
            colour=_MUTED,
            right=True,
        )

    def _write(
        self, painter: QPainter, place: QRectF, text: str, *, colour: QColor = _TEXT, right: bool = False
    ) -> None:
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right is not mirrored() else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.drawText(self._turned(place), _WRAP | int(side), text)

    def _turned(self, place: QRectF) -> QRectF:
        """A place on the paper, or its mirror image where people read from right to left."""
        if not mirrored():
            return place
        left = self._area.left() + self._area.right() - place.right()
        return QRectF(left, place.top(), place.width(), place.height())


def _fitted(natural: Sequence[float], room: float) -> list[float]:
    """Widths that fill no more than the room: the widest give way first, all to the same width."""
    if sum(natural) <= room:
        return list(natural)
    left, waiting = room, sorted(natural)
    for place, width in enumerate(waiting):
        share = left / (len(waiting) - place)
        if width > share:
            return [min(each, share) for each in natural]
        left -= width
    return list(natural)


def _font(family: str, points: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
