"""Paints the cells of a table: texts laid out once, nothing made anew for a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from jarvis_desktop.tables.types import ColumnInfo, ColumnKind
from ui.core.measures import FONT_BODY, SPACE_8, zoomed
from ui.core.tokens import mix
from ui.tables.formatting import is_reference
from ui.tables.tones import MARK_SIZE, tone_color, tone_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPixmap

    from ui.core.theme import Theme
    from ui.tables.formatting import DisplayRow

Index = QModelIndex | QPersistentModelIndex

_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVER = QStyle.StateFlag.State_MouseOver.value
_FOCUS = QStyle.StateFlag.State_HasFocus.value
_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})
_OUTLINE_SHARES = (0.62, 0.45, 0.8, 0.55, 0.7)
_OUTLINE_HEIGHT = 8
_REMEMBERED = 4096
_MIRRORED = Qt.LayoutDirection.RightToLeft
_FLASH_SHARE = 0.30


class Rows(Protocol):
    """What the delegate asks of a model."""

    def row(self, place: int) -> DisplayRow | None:
        """The row at a place, or None while it is on its way."""

    def flash(self, place: int) -> float:
        """How freshly the row was changed elsewhere: 1 just now, 0 no more."""


@dataclass(slots=True)
class _Kind:
    """How the cells of a column look."""

    font: QFont
    metrics: QFontMetrics
    mode: Qt.TextElideMode
    right: bool
    link: bool
    key: int


@dataclass(slots=True)
class _Text:
    """A text as it fits: `static` is made when it is first painted."""

    width: int
    static: QStaticText | None = None


class CellDelegate(QStyledItemDelegate):
    """Paints cells from ready strings.

    Rows that are not here yet show a bar in outline; nothing stored a muted dash; ids are cut in the middle, other
    texts at the end; numbers stand at the far side. A tone brings its colour and a mark. A link is underlined under the
    pointer and on the current cell; the row under the pointer, `hovered`, has a ground. So has what was changed
    elsewhere, for a moment: it comes and goes at once, with and without animations.
    """

    def __init__(self, rows: Rows, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._theme = theme
        self._view = parent
        self._columns: tuple[ColumnInfo, ...] = ()
        self._links: Collection[str] = ()
        self._kinds: list[_Kind] = []
        self._fitting: dict[tuple[str, int], _Text] = {}
        self._cut: dict[tuple[str, int, int], _Text] = {}
        self._tones: dict[str, tuple[QPen, QPixmap | None]] = {}
        self.hovered = -1
        theme.follow(parent, self.refresh)
        self.refresh()

    def use(self, columns: Sequence[ColumnInfo], links: Collection[str] = ()) -> None:
        """Paint these columns; those named by `links` lead to a record."""
        self._columns = tuple(columns)
        self._links = frozenset(links)
        self.refresh()

    def refresh(self) -> None:
        """Take the colours and fonts of now."""
        tokens = self._theme.tokens
        self._text, self._muted, self._accent = (QPen(self._theme.color(n)) for n in ("text", "muted", "accent"))
        self._ring = QPen(self._theme.color("accent"), 2)
        self._line = self._theme.color("border" if tokens.contrast else "raised")
        self._bar = QColor(tokens.selection if tokens.contrast else tokens.raised)
        self._selection = QColor(tokens.selection)
        self._pad, self._mark = zoomed(SPACE_8), zoomed(MARK_SIZE)
        self._hover = QColor(mix(tokens.text, tokens.surface, 0.05))
        self._flash = self._theme.color("accent")
        self._tones.clear()
        self._fitting.clear()
        self._cut.clear()
        font = QFont(self._view.font())
        # A view out of sight may still have the font of the zoom before.
        font.setPixelSize(zoomed(FONT_BODY))
        figures = QFont(font)
        figures.setFeature(QFont.Tag("tnum"), 1)
        ids = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        ids.setPixelSize(zoomed(FONT_BODY - 1))
        fonts = [(f, QFontMetrics(f)) for f in (font, figures, ids)]
        self._kinds = [self._kind(column, fonts) for column in self._columns]

    def metrics(self, column: int) -> QFontMetrics:
        """How wide texts are in a column."""
        return self._kinds[column].metrics if column < len(self._kinds) else self._view.fontMetrics()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, column = index.row(), index.column()
        if column >= len(self._kinds):
            super().paint(painter, option, index)
            return
        bounds = option.rect
        state = option.state.value
        left, top, width, height = bounds.x(), bounds.y(), bounds.width(), bounds.height()
        row = self._rows.row(place)
        if state & _SELECTED:
            painter.fillRect(bounds, self._selection)
        elif place == self.hovered:
            painter.fillRect(bounds, self._hover)
        if row is None:
            share = _OUTLINE_SHARES[(place * 3 + column * 2) % len(_OUTLINE_SHARES)]
            self._paint_outline(painter, bounds, share, mirrored=option.direction == _MIRRORED)
            painter.fillRect(left, top + height - 1, width, 1, self._line)
            return
        freshness = self._rows.flash(place)
        if freshness > 0:
            self._flash.setAlphaF(_FLASH_SHARE * min(freshness, 1.0))
            painter.fillRect(bounds, self._flash)
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        kind = self._kinds[column]
        pen = self._muted if row.values[column] is None else self._text
        left += self._pad
        width -= 2 * self._pad
        mirrored = option.direction == _MIRRORED
        if row.tones and row.tones[column]:
            pen, mark = self._tone(row.tones[column])
            if mark is not None and row.tones.index(row.tones[column]) == column:
                beside = left + width - self._mark if mirrored else left
                painter.drawPixmap(beside, top + (height - self._mark) // 2, mark)
                left += 0 if mirrored else self._mark + 5
                width -= self._mark + 5
        elif kind.link and state & (_HOVER | _FOCUS) and row.values[column] is not None:
            pen = self._accent
        if width > 0:
            at_right = kind.right is not mirrored
            self._paint_text(painter, row.texts[column], kind, pen, (left, top, width, height), at_right=at_right)
        if state & _FOCUS:
            self._paint_ring(painter, bounds)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._rows.row(index.row())
        if row is None or index.column() >= len(self._kinds):
            return QSize(80, 0)
        kind = self._kinds[index.column()]
        toned = bool(row.tones and row.tones[index.column()])
        advance = kind.metrics.horizontalAdvance(row.texts[index.column()][:200])
        return QSize(advance + 2 * self._pad + 2 + (self._mark + 5 if toned else 0), 0)

    def _paint_text(
        self,
        painter: QPainter,
        text: str,
        kind: _Kind,
        pen: QPen,
        room: tuple[int, int, int, int],
        *,
        at_right: bool,
    ) -> None:
        left, top, width, height = room
        shown = self._fitted(text, kind, width)
        if shown.static is None:
            shown.static = self._laid_out(text, kind, width if shown.width > width else -1)
        static = shown.static
        size = static.size()
        over = width - size.width()
        x = left + (over if at_right and over > 0 else 0)
        y = top + (height - int(size.height())) // 2
        painter.setPen(pen)
        painter.setFont(kind.font)
        painter.drawStaticText(QPointF(x, y), static)
        if pen is self._accent:
            line = round(y + kind.metrics.ascent()) + 2
            painter.fillRect(QRectF(x, line, min(size.width(), width), 1), self._accent.color())

    def _fitted(self, text: str, kind: _Kind, width: int) -> _Text:
        """The text where all of it fits, else its cut for this width; laid out or not."""
        whole = self._fitting.get((text, kind.key))
        if whole is None:
            if len(self._fitting) > _REMEMBERED:
                self._fitting.clear()
            whole = self._fitting[text, kind.key] = _Text(kind.metrics.horizontalAdvance(text))
        if whole.width <= width:
            return whole
        cut = self._cut.get((text, kind.key, width))
        if cut is None:
            if len(self._cut) > _REMEMBERED:
                self._cut.clear()
            cut = self._cut[text, kind.key, width] = _Text(whole.width)
        return cut

    def _laid_out(self, text: str, kind: _Kind, width: int) -> QStaticText:
        static = QStaticText(text if width < 0 else kind.metrics.elidedText(text, kind.mode, width))
        static.setTextFormat(Qt.TextFormat.PlainText)
        if not text.isascii():
            # The text alone says which way it runs.
            options = QTextOption()
            options.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            options.setWrapMode(QTextOption.WrapMode.NoWrap)
            static.setTextOption(options)
        static.prepare(font=kind.font)
        return static

    def _paint_outline(self, painter: QPainter, bounds: Any, share: float, *, mirrored: bool) -> None:
        room = bounds.width() - 2 * self._pad
        width = room * share
        if width > 0:
            y = bounds.y() + (bounds.height() - _OUTLINE_HEIGHT) / 2
            x = bounds.x() + self._pad + (room - width if mirrored else 0)
            painter.fillRect(QRectF(x, y, width, _OUTLINE_HEIGHT), self._bar)

    def _paint_ring(self, painter: QPainter, bounds: Any) -> None:
        painter.setPen(self._ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bounds.adjusted(1, 1, -1, -2))

    def _tone(self, tone: str) -> tuple[QPen, QPixmap | None]:
        known = self._tones.get(tone)
        if known is None:
            mark = tone_mark(tone, self._theme, self._view.devicePixelRatioF())
            known = self._tones[tone] = (QPen(tone_color(tone, self._theme)), mark)
        return known

    def _kind(self, column: ColumnInfo, fonts: Sequence[tuple[QFont, QFontMetrics]]) -> _Kind:
        number = column.kind in _NUMBERS
        reference = is_reference(column)
        which = 2 if reference else 1 if number or column.kind in (ColumnKind.DATE, ColumnKind.DATETIME) else 0
        mode = Qt.TextElideMode.ElideMiddle if reference else Qt.TextElideMode.ElideRight
        font, metrics = fonts[which]
        right = number and not column.references
        return _Kind(font, metrics, mode, right, column.name in self._links, which)
