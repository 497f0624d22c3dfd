"""Tables shared out over pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.tables.print_layout import PrintedTable, PrintLayout

AREA = QRectF(40, 40, 1000, 700)


def laid_out(rows: int, columns: int, text: str = "value") -> PrintLayout:
    image = QImage(1080, 780, QImage.Format.Format_RGB32)
    table = PrintedTable(
        title="Incidents",
        conditions="Status is open",
        note="",
        date="22 Nov 2026",
        headings=tuple(f"Column {n}" for n in range(columns)),
        right=(False,) * columns,
        texts=[tuple(f"{text} {row}/{n}" for n in range(columns)) for row in range(rows)],
    )
    return PrintLayout(table, image, AREA, QApplication.font().family())


@pytest.mark.parametrize(
    ("rows", "columns", "text"),
    [(0, 3, "value"), (300, 3, "value"), (40, 60, "value"), (30, 4, "long text " * 60), (5, 5, "שלום 😀 " * 40)],
)
def test_every_cell_stands_on_one_page_and_fits(qapp: QApplication, rows: int, columns: int, text: str) -> None:
    layout = laid_out(rows, columns, text)
    seen: dict[tuple[int, int], int] = {}
    for sheet in layout.sheets:
        assert sum(layout.widths[place] for place in sheet.columns) <= AREA.width() + 1
        for row in range(sheet.first, sheet.last):
            for place in sheet.columns:
                seen[row, place] = seen.get((row, place), 0) + 1
    assert set(seen) == {(row, place) for row in range(rows) for place in range(columns)}
    assert all(count == 1 for (_, place), count in seen.items() if place)
    assert layout.pages >= 1


def test_columns_that_do_not_fit_go_on_beside_with_the_first_repeated(qapp: QApplication) -> None:
    layout = laid_out(10, 60)
    assert len(layout.sets) > 1
    assert all(columns[0] == 0 for columns in layout.sets)


def test_pages_are_dark_on_white(qapp: QApplication) -> None:
    layout = laid_out(5, 3)
    image = QImage(1080, 780, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    layout.draw(painter, 0)
    painter.end()
    assert image.pixelColor(1030, 600).name() == "#ffffff"
