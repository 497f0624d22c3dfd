"""Painted and laid-out parts where people read from right to left: what was at the left is as far from the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QStyleOptionViewItem, QWidget

from jarvis_desktop.agents.types import LayerView
from jarvis_desktop.metadata.types import LayoutNode, NodeType, TabView
from jarvis_desktop.search.types import Group, GroupResult, Hit, Marked, Target, TargetKind
from ui.agents.band import LayerBand
from ui.agents.chip import AgentChip
from ui.components.table.previews import PreviewCard
from ui.core.sides import isolated, margins, open_below, place_below
from ui.search.delegate import ResultDelegate
from ui.search.model import ResultModel
from ui.shell.palette.delegate import PaletteDelegate
from ui.shell.palette.items import Item, Kind
from ui.shell.palette.model import PaletteModel, PaletteRow
from ui.shell.rail import RailEntry
from ui.tables.filter_chip import FilterChip
from ui.tables.print_layout import PrintedTable, PrintLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QAbstractItemDelegate
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

    Turn = Callable[[Qt.LayoutDirection], None]

WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def turn(qapp: QApplication) -> Iterator[Callable[[Qt.LayoutDirection], None]]:
    before = qapp.layoutDirection()
    yield qapp.setLayoutDirection
    qapp.setLayoutDirection(before)


def ink(image: QImage, rows: range | None = None) -> tuple[int, int]:
    """The first and last column in which something is painted on a ground of one colour."""
    ground = image.pixel(image.width() // 2, 0)
    rows = rows or range(2, image.height() - 2)
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in rows)]
    return columns[0], columns[-1]


def is_mirrored(one: tuple[int, int], other: tuple[int, int], width: int) -> bool:
    """Whether what reaches from column to column does so from the other side, and does not fill both alike."""
    assert abs(one[0] - (width - 1 - one[1])) > 8, "it looks the same from both sides"
    return abs(other[0] - (width - 1 - one[1])) <= 2 and abs(other[1] - (width - 1 - one[0])) <= 2


def grabbed(widget: QWidget, size: QSize, qtbot: QtBot) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(size)
    return widget.grab().toImage()


def test_an_entry_of_the_rail(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    tab = TabView("inbox", "Inbox", "work", "square", "", 0, LayoutNode(NodeType.LABEL))
    seen, bars = [], []
    for way in WAYS:
        turn(way)
        entry = RailEntry(tab, theme)
        seen.append(ink(grabbed(entry, QSize(208, 34), qtbot)))
        entry.setCheckable(True)
        entry.setChecked(True)
        image = entry.grab().toImage()
        bars.append([image.pixelColor(x, 17).hsvSaturation() > 100 for x in (1, 206)])
    assert is_mirrored(seen[0], seen[1], 208)
    assert bars == [[True, False], [False, True]]


def test_the_chip_of_an_agent(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    beginnings = []
    for way, left in zip(WAYS, (4, 156), strict=True):
        turn(way)
        image = grabbed(AgentChip("Ann", "active", ("agents", "1"), theme), QSize(260, 28), qtbot)
        beginnings.append(ink(image.copy(left, 4, 100, 20)))
    # The sign and the name; the word for the status is at the other end.
    assert is_mirrored(beginnings[0], beginnings[1], 100)


def test_the_chip_of_a_filter(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    seen = []
    for way in WAYS:
        turn(way)
        owner = QWidget()
        qtbot.addWidget(owner)
        chip = FilterChip("Priority is High", theme, owner)
        owner.show()
        chip.adjustSize()
        label = chip.label.geometry()
        seen.append((label.left(), chip.width() - 1 - label.right()))
    assert seen[0][0] < seen[0][1]
    assert seen[1] == seen[0][::-1]


def test_the_band_of_a_layer(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    room, edges = [], []
    for way in WAYS:
        turn(way)
        band = LayerBand(LayerView("role", "Role", 3, colour="#0F7F8C"), theme, whole=True)
        qtbot.addWidget(band)
        band.show()
        layout = band.layout()
        assert layout is not None
        around = layout.contentsMargins()
        image = band.grab().toImage()
        room.append((around.left(), around.right()))
        middle, last = image.height() // 2, image.width() - 1
        edges.append([image.pixelColor(x, middle).hsvSaturation() > 60 for x in (2, last - 2)])
    assert room[0] == room[1][::-1]
    assert room[0][0] > room[0][1]
    assert edges == [[True, False], [False, True]]


def painted(
    delegate: QAbstractItemDelegate, model: QAbstractItemModel, place: int, way: Qt.LayoutDirection, width: int = 400
) -> QImage:
    """A row as a list would have it painted."""
    image = QImage(width, 34, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 34)
    option.direction = way
    option.font = QFont(QApplication.font())
    painter = QPainter(image)
    painter.setLayoutDirection(way)
    delegate.paint(painter, option, model.index(place, 0))
    painter.end()
    return image


def test_what_was_found(turn: Turn, theme: Theme, qapp: QApplication) -> None:
    model, view = ResultModel(), QListView()
    hit = Hit(Target(TargetKind.RECORD, "1", "incidents"), Marked("Printer"))
    model.show_group(GroupResult(Group.INCIDENTS, (hit,), 1, table="incidents", tab="t"))
    seen = []
    for way in WAYS:
        turn(way)
        seen.append(ink(painted(ResultDelegate(theme, view), model, 1, way)))
    assert is_mirrored(seen[0], seen[1], 400)


def item(keys: str = "") -> Item:
    return Item("tab:a", Kind.TAB, "" if keys else "Incidents", print, icon="square", keys=keys)


def test_a_row_of_the_palette(turn: Turn, theme: Theme, qapp: QApplication) -> None:
    model, view = PaletteModel(), QListView()
    model.show_rows([PaletteRow("Tabs"), PaletteRow("Incidents", item())])
    for place in (0, 1):
        seen = []
        for way in WAYS:
            turn(way)
            seen.append(ink(painted(PaletteDelegate(theme, view), model, place, way), range(4, 34)))
        assert is_mirrored(seen[0], seen[1], 400), place


def test_keys_are_read_from_the_left_everywhere(turn: Turn, theme: Theme, qapp: QApplication) -> None:
    model, view = PaletteModel(), QListView()
    model.show_rows([PaletteRow("", item("Ctrl+2"))])
    images = [painted(PaletteDelegate(theme, view), model, 0, way) for way in WAYS]
    half = [images[0].copy(200, 0, 200, 34), images[1].copy(0, 0, 200, 34)]
    spans = [ink(each) for each in half]
    assert spans[1] == (199 - spans[0][1], 199 - spans[0][0])
    caps = [each.copy(first, 0, last - first + 1, 34) for each, (first, last) in zip(half, spans, strict=True)]
    assert caps[0] == caps[1]


@pytest.mark.parametrize("kind", [QLabel, QLineEdit])
@pytest.mark.parametrize("text", ["Report 12", "12", "שלום"])
def test_texts_begin_where_people_begin_to_read(
    turn: Turn, theme: Theme, qtbot: QtBot, kind: type[QLabel | QLineEdit], text: str
) -> None:
    turn(Qt.LayoutDirection.RightToLeft)
    part = kind(text)
    part.ensurePolished()
    part.setGeometry(0, 0, 400, 30)
    image = grabbed(part, QSize(400, 30), qtbot).copy(6, 4, 388, 22)
    first, last = ink(image)
    assert first > 200
    assert last > 370


def test_a_text_at_the_far_side_or_in_the_middle_stays_there(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    turn(Qt.LayoutDirection.RightToLeft)
    for side, expected in ((Qt.AlignmentFlag.AlignRight, (0, 60)), (Qt.AlignmentFlag.AlignHCenter, (150, 250))):
        label = QLabel("12")
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        label.ensurePolished()
        first, last = ink(grabbed(label, QSize(400, 30), qtbot))
        assert expected[0] <= first < last <= expected[1]


def test_margins_are_told_in_the_direction_of_reading(turn: Turn) -> None:
    turn(Qt.LayoutDirection.LeftToRight)
    assert margins(1, 2, 3, 4) == QMargins(1, 2, 3, 4)
    assert isolated("2026-04-03 10:00") == "2026-04-03 10:00"
    turn(Qt.LayoutDirection.RightToLeft)
    assert margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)
    assert isolated("2026-04-03 10:00") == "\u20682026-04-03 10:00\u2069"
    assert isolated("") == ""


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # what the platform of tests says of open menus
def test_what_opens_below_begins_where_its_button_begins(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    for way in WAYS:
        turn(way)
        anchor, popup = QWidget(), QLabel("a wide popup")
        for each in (anchor, popup):
            qtbot.addWidget(each)
        anchor.setGeometry(300, 200, 60, 30)
        popup.setFixedSize(120, 40)
        place_below(popup, anchor)
        menu = QMenu(anchor)
        menu.addAction("an entry of some width")
        open_below(menu, anchor.rect(), anchor)
        spot = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        if way is Qt.LayoutDirection.LeftToRight:
            assert (popup.x(), menu.x()) == (spot.left(), spot.left())
        else:
            assert (popup.x() + popup.width(), menu.geometry().right()) == (spot.right() + 1, spot.right())
        assert popup.y() >= spot.bottom()
        menu.close()


def test_the_card_of_a_link_begins_where_its_cell_begins(turn: Turn, theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    cell, places = QRect(700, 100, 90, 30), []
    for way in WAYS:
        turn(way)
        card = PreviewCard(window)
        card.say("Person", "Ann")
        card.show_beside(cell, window)
        places.append((card.geometry().left(), card.geometry().right()))
    assert places[0][0] == cell.left()
    assert places[1][1] == cell.right()


def test_paper_begins_at_the_right(turn: Turn, qapp: QApplication) -> None:
    seen = []
    for way in WAYS:
        turn(way)
        image = QImage(800, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        table = PrintedTable("Incidents", "", "", "1 May", ("Title", "Sum"), (False, True), [("Printer", "12")])
        layout = PrintLayout(table, image, QRectF(20, 20, 760, 360), qapp.font().family())
        painter = QPainter(image)
        layout.draw(painter, 0)
        painter.end()
        seen.append(ink(image.copy(0, 0, 800, 200)))
    assert is_mirrored(seen[0], seen[1], 800)
