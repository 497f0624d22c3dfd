"""Painted parts, icons and the style sheet where people read from right to left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jarvis_desktop.metadata.types import PersonaView
from ui.core.flow import FlowLayout
from ui.core.icons import TURNED, has_icon, icon, pixmap
from ui.core.sheet import style_sheet
from ui.core.theme import Theme
from ui.search.skeleton import Skeleton
from ui.shell.avatar import avatar
from ui.tables.outline import paint_outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPaintEvent
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield
    qapp.setLayoutDirection(before)


def _mirror(image: QImage) -> QImage:
    return image.flipped(Qt.Orientation.Horizontal)


def _same(one: QImage, other: QImage, *, unlike_by: int = 24) -> bool:
    """Whether two pictures are alike but for the softening of edges."""
    assert one.size() == other.size()
    unlike = 0
    for x in range(one.width()):
        for y in range(one.height()):
            here, there = one.pixelColor(x, y), other.pixelColor(x, y)
            unlike += abs(here.alpha() - there.alpha()) > unlike_by or abs(here.red() - there.red()) > unlike_by
    return unlike == 0


def test_every_icon_that_turns_is_in_the_set() -> None:
    assert [name for name in TURNED if not has_icon(name)] == []


@pytest.mark.parametrize("name", ["arrow-left", "chevron-right", "panel-left", "log-out", "undo-2", "ArrowUpRight"])
def test_an_icon_with_a_direction_is_turned(qapp: QApplication, name: str) -> None:
    before = pixmap(name, "#000000", 24).toImage()
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    try:
        after = pixmap(name, "#000000", 24).toImage()
        made = icon(name, "#000000", 24).pixmap(24, 24).toImage()
    finally:
        qapp.setLayoutDirection(direction)
    assert not _same(before, after)
    assert _same(_mirror(before), after)
    assert _same(made, after)


@pytest.mark.parametrize("name", ["search", "circle-help", "trending-up", "no-such-icon"])
def test_an_icon_without_one_is_not(qapp: QApplication, name: str) -> None:
    before = pixmap(name, "#000000", 24).toImage()
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    try:
        assert pixmap(name, "#000000", 24).toImage() == before
    finally:
        qapp.setLayoutDirection(direction)


@pytest.mark.usefixtures("mirrored")
def test_the_gap_of_an_icon_is_towards_the_text() -> None:
    wide = icon("square", "#000000", 16, gap=8).pixmap(24, 16).toImage()
    assert all(wide.pixelColor(x, 8).alpha() == 0 for x in range(wide.width() * 8 // 24))


def test_the_sheet_exchanges_left_and_right(qapp: QApplication, theme: Theme) -> None:
    tokens = theme.tokens
    before, direction = style_sheet(tokens), qapp.layoutDirection()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    try:
        after = style_sheet(tokens)
    finally:
        qapp.setLayoutDirection(direction)
    assert 'QPushButton[kind="segment"] { border-radius: 0; margin: 0 -1px 0 0; }' in before
    assert 'QPushButton[kind="segment"] { border-radius: 0; margin: 0 0 0 -1px; }' in after
    assert before.count("border-right:") == after.count("border-left:") > 0
    assert before.count("top-left-radius") == after.count("top-right-radius") > 0
    said = re.compile(r"\d+px|left|right")
    shapes = [re.sub(r"(: *)[^;:{}]*;", r"\1;", said.sub("", sheet)) for sheet in (before, after)]
    assert shapes[0] == shapes[1]


def test_things_in_a_line_begin_at_the_right(qtbot: QtBot) -> None:
    places = []
    for direction in (Qt.LayoutDirection.LeftToRight, RIGHT_TO_LEFT):
        owner = QWidget()
        qtbot.addWidget(owner)
        owner.setLayoutDirection(direction)
        flow = FlowLayout(owner)
        for width in (40, 70):
            member = QWidget(owner)
            member.setFixedSize(width, 20)
            flow.addWidget(member)
        flow.setGeometry(QRect(0, 0, 300, 60))
        places.append([flow.itemAt(at).geometry() for at in range(2)])  # type: ignore[union-attr]
    plain, turned = places
    assert [rect.left() for rect in turned] == [300 - rect.right() - 1 for rect in plain]


class _Outline(QWidget):
    theme: Theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_outline(self, self.theme, 34)


@pytest.mark.parametrize("kind", ["search", "table"])
def test_rows_in_outline_are_mirrored(theme: Theme, qtbot: QtBot, kind: str) -> None:
    part: QWidget
    if kind == "search":
        part = Skeleton(theme)
    else:
        part = _Outline()
        part.theme = theme
    qtbot.addWidget(part)
    part.resize(320, 140)
    plain = part.grab().toImage()
    part.setLayoutDirection(RIGHT_TO_LEFT)
    turned = part.grab().toImage()
    assert not _same(plain, turned, unlike_by=2)
    assert _same(_mirror(plain), turned, unlike_by=2)


def test_the_disc_of_a_persona_leaves_its_room_at_the_side_of_the_text(qapp: QApplication, theme: Theme) -> None:
    persona = PersonaView("john", "John", "", "standard", frozenset())

    def edges() -> tuple[int, int]:
        image = avatar(persona, theme.tokens, 1.0, gap=8).pixmap(200).toImage()
        middle = image.height() // 2
        return image.pixelColor(1, middle).alpha(), image.pixelColor(image.width() - 2, middle).alpha()

    assert edges() == (255, 0)
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    try:
        assert edges() == (0, 255)
    finally:
        qapp.setLayoutDirection(before)
