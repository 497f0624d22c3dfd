"""The page of keys in the whole window: found, changed, swapped, given back, remembered, and in force everywhere."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jarvis_desktop.search.help_pages import page_named
from ui.app.rooms import commands
from ui.components.record_table import RecordTable
from ui.core.keymap import KeyMap
from ui.core.tasks import Lane
from ui.shell.keys.bindings import Place, bindings, colliding
from ui.shell.keys.page import ShortcutsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hand:
    """A person before the page of keys."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        QTest.keyClick(program.window, Key.Key_F1, CONTROL)
        (self.page,) = program.window.findChildren(ShortcutsPage)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=10_000)

    def give(self, name: str, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        assert self.page.choose(name)
        QTest.keyClick(self.page.list, Key.Key_Return)
        assert self.page.key_field.hasFocus()
        QTest.keyClick(self.page.key_field, key, held)
        self.settle()

    def keys(self, name: str) -> str:
        assert self.page.choose(name)
        item = self.page.list.currentItem()
        assert item is not None
        return item.text(1)

    def menu_keys(self, name: str) -> str:
        action = self.program.window.menus.action(name)
        assert action is not None
        return action.shortcut().toString()


@pytest.fixture
def hand(start: Callable[[str], Program], qtbot: QtBot) -> Hand:
    return Hand(start("admin"), qtbot)


def test_no_usual_keys_collide_where_they_work_together() -> None:
    keys, every = KeyMap(), bindings(commands().values())
    assert len({each.name for each in every}) == len(every)
    clashes = [
        (one.name, other.name, key)
        for one, other in combinations(every, 2)
        for key in one.usual
        if other in colliding(one, key, every, keys)
    ]
    assert not clashes


def test_the_help_page_of_keys_tells_all_that_works_everywhere() -> None:
    page = page_named("keyboard")
    assert page is not None
    told = {key for cell in re.findall(r"^\|(.*?)\|", page.text, re.MULTILINE) for key in re.findall("`(.+?)`", cell)}
    shown = {command.key: command.shortcuts[0] for command in commands().values() if command.shortcuts}
    assert {key for key, keys in shown.items() if keys not in told} == set()


def test_new_keys_hold_at_once_in_menu_palette_and_tip_and_the_old_ones_no_more(hand: Hand) -> None:
    hand.give("view.rail", Key.Key_J, CONTROL)
    assert (hand.keys("view.rail"), hand.menu_keys("view.rail")) == ("Ctrl+J", "Ctrl+J")
    rail = hand.program.window._rail
    narrow = rail.narrow
    QTest.keyClick(hand.program.window, Key.Key_B, CONTROL)
    assert rail.narrow is narrow
    QTest.keyClick(hand.program.window, Key.Key_J, CONTROL)
    assert rail.narrow is not narrow
    hand.program.commands.open_palette_with(">tab names")
    palette = hand.program.commands.palette
    assert palette is not None
    assert palette.current is not None
    assert palette.current.item is not None
    assert palette.current.item.keys == "Ctrl+J"
    palette.close_panel()
    hand.settle()


def test_a_collision_is_named_and_can_be_swapped(hand: Hand) -> None:
    hand.give("view.rail", Key.Key_K, CONTROL)
    assert "“Command palette”" in hand.page.told.text()
    assert (hand.menu_keys("view.rail"), hand.menu_keys("go.palette")) == ("Ctrl+B", "Ctrl+K")
    QTest.mouseClick(hand.page.swap, Qt.MouseButton.LeftButton)
    hand.settle()
    assert (hand.menu_keys("view.rail"), hand.menu_keys("go.palette")) == ("Ctrl+K", "Ctrl+B")
    assert hand.page.choose("view.rail")
    hand.page.reset()
    assert "“Command palette” has them now" in hand.page.told.text()
    hand.page.reset_all()
    assert (hand.menu_keys("view.rail"), hand.menu_keys("go.palette")) == ("Ctrl+B", "Ctrl+K")
    hand.settle()


def test_escape_leaves_everything_and_keys_are_taken_away_and_given_back(hand: Hand) -> None:
    hand.give("view.rail", Key.Key_Escape)
    assert not hand.page.key_field.isVisible()
    assert hand.menu_keys("view.rail") == "Ctrl+B"
    assert hand.page.choose("view.rail")
    QTest.keyClick(hand.page.list, Key.Key_Delete)
    assert hand.menu_keys("view.rail") == ""
    hand.page.reset()
    assert hand.menu_keys("view.rail") == "Ctrl+B"
    hand.settle()


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_Return, Key.Key_Down, Key.Key_Slash])
def test_what_is_typed_is_refused_for_what_works_everywhere(hand: Hand, key: Qt.Key) -> None:
    hand.give("view.rail", key)
    assert hand.page.told.isVisible()
    assert hand.menu_keys("view.rail") == "Ctrl+B"


def test_keys_are_remembered_for_the_person(hand: Hand, start: Callable[[str], Program]) -> None:
    hand.give("go.search", Key.Key_F7)
    other = start("rachel")
    action = other.window.menus.action("go.search")
    assert action is not None
    assert action.shortcut().toString() == "F7"


def test_stored_junk_is_left_out_with_a_word(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    context = program.window.context
    assert context is not None
    junk = {"keys": {"view.rail": "Ctrl+J", "go.search": ["F7"], "x": [None], "go.back": ["L"]}, "letters": "maybe"}
    memory, user = context.services.memory, context.reader.user_id
    program.tasks.submit(Lane.WRITE, lambda: memory.remember(user, "shortcuts", junk), done=lambda _stored: None)
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    other = start("admin")
    assert other.window.toast.text == "3 of the stored shortcuts mean nothing and were left out."
    found = {key: other.window.menus.action(key) for key in ("view.rail", "go.search", "go.back")}
    shown = {key: action.shortcut().toString() for key, action in found.items() if action is not None}
    assert shown == {"view.rail": "Ctrl+B", "go.search": "F7", "go.back": ""}, "a letter alone never works everywhere"


def test_table_actions_take_their_new_keys_live(hand: Hand) -> None:
    window = hand.program.window
    hand.give("table.refresh", Key.Key_F9)
    window.choose_tab("incidents")
    hand.settle()
    table = next(each for each in window.content.findChildren(RecordTable) if each.isVisible())
    shown = {key.shortcut().toString() for key in table.view.actions()}
    assert "F9" in shown
    assert "F5" not in shown
    hand.program.commands.keys.set_letters(letters=False)
    assert not {"E", "F", "G", "V"} & {key.shortcut().toString() for key in table.view.actions()}
    assert not table.view.letters
    hand.settle()


def test_letters_typed_into_a_field_run_nothing(hand: Hand) -> None:
    window = hand.program.window
    window.choose_tab("incidents")
    hand.settle()
    table = next(each for each in window.content.findChildren(RecordTable) if each.isVisible())
    table.bar.search.setFocus()
    QTest.keyClicks(table.bar.search, "efgvxjk")
    assert table.bar.search.text() == "efgvxjk"
    assert QApplication.focusWidget() is table.bar.search
    hand.qtbot.waitUntil(lambda: not table.source.model.rowCount(), timeout=10_000)
    hand.settle()


def test_search_finds_names_and_keys_and_says_when_nothing_is_there(hand: Hand) -> None:
    hand.page.field.setText("ctrl+k")
    assert [item.text(0) for item in hand.page._items()] == ["Command palette"]
    hand.page.field.setText("zzqqx")
    assert "zzqqx" in hand.page.told.text()
    hand.page.field.setText("")
    assert {binding.place for binding in hand.page._bindings} == set(Place)


def test_everything_off_leaves_the_way_back(hand: Hand) -> None:
    QTest.mouseClick(hand.page.enabled, Qt.MouseButton.LeftButton)
    hand.settle()
    assert hand.menu_keys("go.palette") == ""
    assert hand.menu_keys("help.shortcuts") == "Ctrl+F1"
    QTest.mouseClick(hand.page.enabled, Qt.MouseButton.LeftButton)
    assert hand.menu_keys("go.palette") == "Ctrl+K"
    hand.settle()
