"""What is painted in cells, seen in their pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from jarvis_desktop.tables.colours import compile_colours
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Row, TableInfo
from ui.tables.cells import CellDelegate
from ui.tables.formatting import DisplayRow, RowWriter
from ui.tables.tones import MARK_SIZE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

COLUMNS = (
    ColumnInfo("title", ColumnKind.TEXT, "Title"),
    ColumnInfo("amount", ColumnKind.DECIMAL, "Amount"),
    ColumnInfo("user_id", ColumnKind.TEXT, "User", references="users.id"),
)


class Rows(QAbstractTableModel):
    """Rows as a table has them; None for one on its way."""

    def __init__(self, rows: list[DisplayRow | None]) -> None:
        super().__init__()
        self._rows = rows
        self.fresh: dict[int, float] = {}

    def row(self, place: int) -> DisplayRow | None:
        return self._rows[place]

    def flash(self, place: int) -> float:
        return self.fresh.get(place, 0.0)

    @override
    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return None


class Canvas:
    """A view, and what can be seen in it."""

    def __init__(self, qtbot: QtBot, theme: Theme, rows: list[DisplayRow | None]) -> None:
        self.theme = theme
        self.model = Rows(rows)
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.delegate = CellDelegate(self.model, theme, self.view)
        self.delegate.use(COLUMNS, {"user_id"})
        self.view.setItemDelegate(self.delegate)
        self.view.setModel(self.model)
        self.view.setShowGrid(False)
        for column in range(3):
            self.view.setColumnWidth(column, 160)
        self.view.resize(560, 300)
        self.view.show()
        self.view.clearFocus()

    def cell(self, row: int, column: int) -> QImage:
        rect: QRect = self.view.visualRect(self.model.index(row, column))
        return self.view.viewport().grab(rect).toImage()

    def has(self, image: QImage, name: str) -> bool:
        """Whether that colour is seen, as nearly as thin letters show it."""
        wanted = self.theme.color(name)
        places = ((x, y) for x in range(image.width()) for y in range(image.height() - 1))
        return any(distance(image.pixelColor(x, y), wanted) < 45 for x, y in places)

    def inked(self, image: QImage) -> list[int]:
        """The columns of pixels in which something stands."""
        ground = image.pixel(0, 0)
        rows = range(image.height() - 1)
        return [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in rows)]


def written(*rows: tuple[Any, ...], colours: Any = None) -> list[DisplayRow | None]:
    table = TableInfo("t", "T", "title", COLUMNS)
    writer = RowWriter(COLUMNS, colours=compile_colours(colours, table))
    return [writer.row(Row(str(place), row)) for place, row in enumerate(rows)]


def test_numbers_stand_at_the_right_and_texts_at_the_left(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, written(("abc", 12, "u")))
    title, amount = canvas.inked(canvas.cell(0, 0)), canvas.inked(canvas.cell(0, 1))
    assert title[0] in range(6, 14)
    assert amount[0] > 80
    assert amount[-1] in range(145, 155)


def test_nothing_is_muted(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, written((None, None, None), ("HIx", 1, "u")))
    assert canvas.inked(canvas.cell(0, 0))
    assert not canvas.has(canvas.cell(0, 0), "text")
    assert canvas.has(canvas.cell(1, 0), "text")


def test_a_row_on_its_way_is_a_bar(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, [None])
    image = canvas.cell(0, 0)
    assert canvas.has(image, "raised")
    assert not canvas.has(image, "text")


def test_a_tone_brings_its_colour_and_a_mark(qtbot: QtBot, theme: Theme) -> None:
    rule = {"when": {"field": "title", "op": "eq", "value": "bad"}, "tone": "danger", "columns": ["title"]}
    canvas = Canvas(qtbot, theme, written(("bad", 1, "u"), ("good", 1, "u"), colours=[rule]))
    toned, plain = canvas.cell(0, 0), canvas.cell(1, 0)
    assert canvas.has(toned, "danger")
    assert not canvas.has(plain, "danger")
    mark = toned.copy(0, 0, 8 + MARK_SIZE, toned.height())
    assert len(canvas.inked(mark)) > MARK_SIZE // 2
    assert not canvas.has(canvas.cell(0, 1), "danger")


def test_the_mark_stands_once_in_a_row_that_is_all_of_one_tone(qtbot: QtBot, theme: Theme) -> None:
    rule = {"when": {"field": "title", "op": "eq", "value": "i"}, "tone": "warning"}
    canvas = Canvas(qtbot, theme, written(("i", 1, "i"), colours=[rule]))
    assert len(canvas.inked(canvas.cell(0, 0))) > MARK_SIZE
    assert len(canvas.inked(canvas.cell(0, 2))) < MARK_SIZE


def test_the_current_cell_of_a_link_is_underlined_in_accent(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, written(("x", 1, "user"), ("x", 1, "user")))
    canvas.view.activateWindow()
    canvas.view.setFocus()
    qtbot.waitUntil(canvas.view.hasFocus)
    canvas.view.setCurrentIndex(canvas.model.index(0, 2))
    canvas.view.clearSelection()
    image = canvas.cell(0, 2)
    inner = image.copy(4, 4, image.width() - 8, image.height() - 9)
    assert canvas.has(inner, "accent")
    assert not canvas.has(canvas.cell(1, 2), "accent")


def test_a_change_made_elsewhere_is_seen_and_fades(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, written(("HIx", 1, "u")))
    before = canvas.cell(0, 0).pixelColor(1, 1)
    canvas.model.fresh[0] = 1.0
    fresh = canvas.cell(0, 0).pixelColor(1, 1)
    canvas.model.fresh[0] = 0.3
    faded = canvas.cell(0, 0).pixelColor(1, 1)
    canvas.model.fresh.clear()
    assert distance(before, fresh) > distance(before, faded) > 0
    assert canvas.cell(0, 0).pixelColor(1, 1) == before


def distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


STRANGE = [
    "\u202ereversed \u202e\u202e and on",
    "\u2067\u2067\u2067 opened and never closed",
    "Z" + "\u0300\u0301\u0302" * 60 + "algo",
    "שלום עולם (hello) 123",
    "\x00\x07\x1b[31m bell",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
    "\ud800 lone",
    "x" * 5000,
    "\u200b" * 400,
]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_stays_in_its_cell(qtbot: QtBot, theme: Theme, text: str) -> None:
    row = written((text, None, text), ("a", None, "b"), (text, None, text))
    alone = Canvas(qtbot, theme, written(("q", None, "q"), ("a", None, "b"), ("q", None, "q")))
    canvas = Canvas(qtbot, theme, row)
    for column in (0, 1, 2):
        assert canvas.cell(1, column) == alone.cell(1, column)
    assert canvas.cell(0, 1) == alone.cell(0, 1)


def test_ids_are_cut_in_the_middle(qtbot: QtBot, theme: Theme) -> None:
    names = ("a" * 60 + "1", "a" * 60 + "2")
    canvas = Canvas(qtbot, theme, written((names[0], 0, names[0]), (names[1], 0, names[1])))
    assert canvas.cell(0, 0) == canvas.cell(1, 0)
    assert canvas.cell(0, 2) != canvas.cell(1, 2)


def test_another_theme_is_painted_at_once(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(qtbot, theme, written(("HIx", 1, "u")))
    theme.set_dark(dark=True)
    try:
        assert canvas.has(canvas.cell(0, 0), "text")
    finally:
        theme.set_dark(dark=False)
    assert canvas.has(canvas.cell(0, 0), "text")


def test_the_width_a_cell_would_take_has_room_for_its_mark(qtbot: QtBot, theme: Theme) -> None:
    rule = {"when": {"field": "title", "op": "eq", "value": "bad"}, "tone": "danger", "columns": ["title"]}
    plain, toned = written(("bad", 1, "u")), written(("bad", 1, "u"), colours=[rule])
    widths = []
    for rows in (plain, toned):
        canvas = Canvas(qtbot, theme, rows)
        widths.append(canvas.view.sizeHintForIndex(canvas.model.index(0, 0)).width())
    assert widths[1] == widths[0] + MARK_SIZE + 5
