"""The look: chosen, followed from the system, tinted, and as large as people want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.core.clearing import offer_clearing
from ui.core.icons import icon
from ui.core.leading_sign import LeadingSign
from ui.core.measures import FONT_BODY, zoomed
from ui.core.notice import Notice
from ui.core.sheet import style_sheet
from ui.core.system_look import is_stark, moves
from ui.core.theme import ZOOMS, Mode
from ui.core.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours
from ui.core.trailing_button import TrailingButton
from ui.core.zooming import fit, measured

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


def test_a_choice_is_in_force_at_once(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    for mode, bg in ((Mode.DARK, DARK.bg), (Mode.CONTRAST, CONTRAST_LIGHT.bg), (Mode.LIGHT, LIGHT.bg)):
        with qtbot.waitSignal(theme.changed):
            theme.choose(mode)
        assert theme.mode is mode
        assert qapp.palette().window().color() == QColor(bg)
        assert bg in qapp.styleSheet()


def test_the_same_choice_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light")
        theme.set_zoom(100)
        theme.tint()


@pytest.mark.parametrize("junk", ["", "pink", "LIGHT", "\0", "🌚", "x" * 10_000])
def test_an_unknown_theme_is_the_systems(theme: Theme, junk: str) -> None:
    theme.choose(junk)
    assert theme.mode is Mode.SYSTEM


def test_the_system_is_followed_live(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    hints = qapp.styleHints()
    theme.choose(Mode.SYSTEM)
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        qtbot.waitUntil(lambda: theme.dark or hints.colorScheme() != Qt.ColorScheme.Dark)
        assert theme.dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    finally:
        hints.unsetColorScheme()


def test_what_was_chosen_stays_when_the_system_changes(theme: Theme, qapp: QApplication) -> None:
    theme.choose(Mode.LIGHT)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    qapp.styleHints().unsetColorScheme()
    assert not theme.dark


def test_high_contrast_has_strong_borders_and_no_tint(theme: Theme, qapp: QApplication) -> None:
    theme.tint(Colours("#FF00AA", "#FF00AA"), Colours("#00FF00", "#00FF00"))
    theme.choose(Mode.CONTRAST)
    assert theme.contrast
    assert theme.tokens.accent == CONTRAST_LIGHT.accent
    assert "2px solid #000000" in qapp.styleSheet()
    assert "1px solid #" not in qapp.styleSheet()
    theme.toggle()
    assert theme.contrast
    assert theme.tokens.bg == CONTRAST_DARK.bg


def test_a_persona_tints_accent_and_rail(theme: Theme, qapp: QApplication) -> None:
    theme.tint(Colours("#7A3FB0"), Colours("#0B6E7A"))
    assert theme.tokens.accent == "#7A3FB0"
    assert theme.tokens.rail in qapp.styleSheet()
    theme.tint()
    assert theme.tokens.accent == LIGHT.accent


def test_zoom_goes_in_steps_and_stays_in_bounds(theme: Theme) -> None:
    for _ in range(30):
        theme.larger()
    assert theme.zoom == ZOOMS[-1] == 300
    for _ in range(30):
        theme.smaller()
    assert theme.zoom == ZOOMS[0] == 50
    theme.set_zoom(118)
    theme.larger()
    assert theme.zoom == 125
    theme.set_zoom(10**9)
    assert theme.zoom == 300
    theme.original_size()
    assert theme.zoom == 100


def shape(root: QWidget) -> list[object]:
    """Everything about sizes that was set in pixels."""
    found: list[object] = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [widget.contentsMargins(), widget.font().pixelSize()]
        if widget is not root:
            # A window has its least size from its layout.
            found += [widget.minimumSize(), widget.maximumSize()]
        layout = widget.layout()
        for each in [] if layout is None else [layout, *layout.findChildren(type(layout))]:
            found += [each.contentsMargins(), each.spacing()]
        if isinstance(widget, QPushButton):
            found.append(widget.iconSize())
    return found


def furnished() -> QWidget:
    """A widget with layouts of each kind."""
    root = QWidget()
    column, row, grid, form = QVBoxLayout(root), QHBoxLayout(), QGridLayout(), QFormLayout()
    column.setContentsMargins(16, 12, 16, 7)
    column.setSpacing(12)
    row.setSpacing(3)
    grid.setHorizontalSpacing(5)
    grid.setVerticalSpacing(9)
    for inner in (row, grid, form):
        column.addLayout(inner)
    button, label, line = QPushButton(icon("plus", "#000000"), "New"), QLabel("Text"), QLineEdit()
    button.setIconSize(QSize(20, 16))
    label.setContentsMargins(16, 8, 3, 4)
    label.setFixedWidth(120)
    line.setMinimumWidth(96)
    line.setMaximumWidth(168)
    row.addWidget(button)
    grid.addWidget(label, 0, 0)
    form.addRow("Line", line)
    return root


def test_everything_said_in_pixels_follows_the_zoom_and_comes_back(theme: Theme, qtbot: QtBot) -> None:
    root = furnished()
    qtbot.addWidget(root)
    root.show()
    before = shape(root)
    label, button = root.findChildren(QLabel)[0], root.findChild(QPushButton)
    assert button is not None
    theme.set_zoom(150)
    assert label.minimumWidth() == 180
    assert label.contentsMargins().left() == 24
    assert button.iconSize() == QSize(30, 24)
    column = root.layout()
    assert column is not None
    assert column.contentsMargins().bottom() == round(7 * 1.5)
    assert label.font().pixelSize() == zoomed(FONT_BODY) == 20
    for step in (110, 67, 300, 90, 125):
        theme.set_zoom(step)
    theme.original_size()
    assert shape(root) == before


def test_a_widget_made_at_another_zoom_is_as_large_as_one_that_was_there(theme: Theme, qtbot: QtBot) -> None:
    early = furnished()
    qtbot.addWidget(early)
    early.show()
    theme.set_zoom(175)
    late = furnished()
    qtbot.addWidget(late)
    late.show()
    assert shape(late) == shape(early)


def test_sizes_made_from_the_font_are_not_enlarged_twice(theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(200)
    label = QLabel("Text")
    qtbot.addWidget(label)
    wanted = 10 * QPushButton().fontMetrics().averageCharWidth()
    label.setFixedWidth(wanted)
    measured(label)
    label.show()
    assert label.width() == wanted
    theme.set_zoom(100)
    assert abs(label.minimumWidth() - wanted / 2) <= 1


def test_what_is_set_anew_counts_as_said_at_100_percent(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Text")
    qtbot.addWidget(label)
    label.setFixedWidth(100)
    label.show()
    theme.set_zoom(200)
    label.setFixedWidth(60)
    fit(label)
    assert label.width() == 120
    theme.original_size()
    assert label.width() == 60


@given(st.sampled_from(ZOOMS))
def test_lines_of_the_sheet_never_vanish(percent: int) -> None:
    from ui.core.measures import scale, set_scale

    before = scale()
    set_scale(percent / 100)
    try:
        made = style_sheet(LIGHT)
    finally:
        set_scale(before)
    assert " 0px solid" not in made


def test_icons_are_drawn_as_large_as_they_are_shown(theme: Theme) -> None:
    theme.set_zoom(200)
    sizes = {size.width() for size in icon("plus", "#123456").availableSizes()}
    assert 32 in sizes


def test_a_sign_in_a_field_is_as_large_as_its_text(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    sign = LeadingSign("search", field, theme)
    field.show()
    for zoom in (100, 200, 150):
        theme.set_zoom(zoom)
        assert sign.width() == zoomed(16)
        assert sign.pixmap().deviceIndependentSize().width() == zoomed(16)
        qtbot.waitUntil(lambda: field.textMargins().left() >= sign.width(), timeout=10_000)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().right() >= sign.width()
    assert sign.x() > field.width() // 2


def test_motion_is_the_persons_word_then_the_systems(theme: Theme) -> None:
    theme.set_motion(False)
    assert not theme.motion
    theme.set_motion(True)
    assert theme.motion


def test_the_systems_wish_for_stillness_is_read(tmp_path: Path) -> None:
    assert moves("linux", tmp_path)
    gtk = tmp_path / ".config" / "gtk-3.0"
    gtk.mkdir(parents=True)
    (gtk / "settings.ini").write_text("[Settings]\ngtk-enable-animations = 0\n", "utf-8")
    assert not moves("linux", tmp_path)
    (gtk / "settings.ini").write_bytes(b"\xff\xfe gtk-enable-animations")
    assert moves("linux", tmp_path)
    (tmp_path / ".config" / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n", "utf-8")
    assert not moves("linux", tmp_path)
    assert moves("darwin", tmp_path)


def test_a_palette_of_black_and_white_asks_for_contrast() -> None:
    stark = QPalette(QColor("#000000"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Button, QPalette.ColorRole.Base):
        stark.setColor(role, QColor("#000000"))
    stark.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    assert is_stark(stark)
    usual = QPalette(QColor("#EFEFEF"))
    assert not is_stark(usual)


def test_the_cross_in_a_field_is_as_large_as_its_text_and_empties_it(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    offer_clearing(field)
    field.show()
    cross = field.findChild(TrailingButton)
    assert isinstance(cross, TrailingButton)
    assert cross.isHidden()
    field.setText("typed")
    for zoom in (100, 200, 150):
        theme.set_zoom(zoom)
        qtbot.waitUntil(lambda: cross.iconSize().width() == zoomed(16), timeout=10_000)
        assert cross.icon().actualSize(cross.iconSize()).width() == zoomed(16)
        qtbot.waitUntil(lambda: cross.geometry().right() > field.width() - zoomed(8), timeout=10_000)
        assert field.rect().contains(cross.geometry())
        assert field.textMargins().right() + zoomed(8) >= cross.width()
    field.setReadOnly(True)
    assert cross.isHidden()
    field.setReadOnly(False)
    with qtbot.waitSignal(field.textEdited):
        cross.click()
    assert (field.text(), cross.isHidden()) == ("", True)


def test_signs_at_both_ends_of_a_field_leave_each_other_their_room(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit("typed")
    qtbot.addWidget(field)
    offer_clearing(field)
    LeadingSign("search", field, theme)
    field.show()
    margins = field.textMargins()
    assert min(margins.left(), margins.right()) > 0


@pytest.mark.parametrize("zoom", [100, 150])
def test_an_empty_state_gives_way_where_there_is_little_room(theme: Theme, qtbot: QtBot, zoom: int) -> None:
    theme.set_zoom(zoom)
    holder = QWidget()
    qtbot.addWidget(holder)
    notice = Notice("Nothing is under way", "Long work is listed here.", theme=theme, tone="empty", parent=holder)
    holder.show()
    icon_label, title, words = notice.findChildren(QLabel)

    def shown(height: int) -> tuple[bool, bool]:
        notice.resize(zoomed(400), zoomed(height))
        seen = [label for label in (icon_label, title, words) if not label.isHidden()]
        layout = notice.layout()
        assert layout is not None
        layout.activate()
        for label in seen:
            assert label.height() >= label.heightForWidth(label.width()) > 0 or label is icon_label
        return icon_label in seen, words in seen

    assert shown(400) == (True, True)
    assert shown(90) == (False, True)
    assert shown(44) == (False, False)
    assert title.toolTip() == "Long work is listed here."
    assert shown(400) == (True, True)
