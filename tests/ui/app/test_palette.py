"""The palette in the whole window, by its keys: what it finds, what it runs, and what it survives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.registry import Registry
from jarvis_desktop.core.words import mark
from jarvis_desktop.search.types import Group, GroupResult, Hit, Marked, Target, TargetKind
from ui.app.rooms import commands
from ui.core.commands import Command
from ui.core.commands import Group as Menu
from ui.core.tasks import Lane
from ui.search.help_view import HelpView
from ui.shell.palette.items import Item, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.shell.palette.panel import Palette

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """A person before the palette of a running window."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        self.window = program.window

    @property
    def palette(self) -> Palette:
        palette = self.program.commands.palette
        assert palette is not None
        return palette

    @property
    def is_open(self) -> bool:
        palette = self.program.commands.palette
        return palette is not None and palette.isVisible()

    @property
    def titles(self) -> list[str]:
        return [row.text for row in self.palette.model.rows]

    @property
    def current(self) -> str:
        return self.palette.current.text if self.palette.current is not None else ""

    @property
    def toast(self) -> str:
        return self.window.toast.text

    def open(self) -> Hand:
        QTest.keyClick(self.window, Key.Key_K, CONTROL)
        assert self.is_open
        self.settle()
        return self

    def type(self, text: str) -> Hand:
        self.palette.field.selectAll()
        QTest.keyClicks(self.palette.field, text)
        self.settle()
        return self

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Hand:
        QTest.keyClick(self.palette.field, key, held)
        return self

    def settle(self) -> None:
        tasks = self.program.tasks
        self.qtbot.waitUntil(lambda: tasks.pending == 0 and not self.palette.finding.busy, timeout=10_000)

    def run(self, text: str) -> None:
        """Type, Enter, and wait until what was chosen has been done."""
        self.type(text).press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.is_open)
        QApplication.processEvents()
        self.settle()


@pytest.fixture
def hand(start: Callable[[str], Program], qtbot: QtBot) -> Hand:
    return Hand(start("admin"), qtbot)


def add(hand: Hand, *more: Command) -> None:
    """Give the window more commands."""
    desk = hand.program.commands
    desk.commands = Registry("command", [*desk.commands.items(), *((each.key, each) for each in more)])


def test_an_empty_palette_lists_tabs_forms_personas_and_commands(hand: Hand) -> None:
    titles = hand.open().titles
    headings = [text for text in titles if text in {"Recent", "Tabs", "New records", "Personas", "Commands"}]
    assert headings == ["Tabs", "New records", "Personas", "Commands"]
    assert {"New incident", "New submission", "Undo", "Keyboard shortcuts"} - {"Undo"} <= set(titles)
    assert "Undo" not in titles, "nothing can be undone yet"
    assert hand.palette.field.hasFocus()
    assert hand.current == titles[1], "the first item is ready for Enter"


def test_escape_closes_and_the_focus_is_where_it_was(hand: Hand) -> None:
    before = QApplication.focusWidget()
    hand.open().type("inc").press(Key.Key_Escape)
    assert not hand.is_open
    assert QApplication.focusWidget() is before


def test_the_same_key_closes_it_again(hand: Hand) -> None:
    hand.open()
    QTest.keyClick(hand.palette.field, Key.Key_K, CONTROL)
    assert not hand.is_open


def test_five_things_are_run_by_keys(hand: Hand) -> None:
    content, theme = hand.window.content, hand.program.commands.bench.theme
    hand.open().run("config")
    assert content.pages.current_key == "configuration"
    dark = theme.dark
    hand.open().run(">dark")
    assert theme.dark is not dark
    theme.set_dark(dark=dark)
    hand.open().run("INC-12")
    assert content.currentWidget() is content.record
    hand.open().run("back to")
    assert content.currentWidget() is content.pages
    hand.open().run("new incident")
    form = content.record.form
    assert form is not None
    assert form.props.get("record_id") is None
    hand.open().run("switch to john")
    hand.qtbot.waitUntil(lambda: hand.program.workspace.view.reader.persona == "john")  # type: ignore[union-attr]
    hand.qtbot.waitUntil(lambda: hand.program.tasks.pending == 0)


def test_signs_say_which_kind_is_meant(hand: Hand) -> None:
    hand.open().type(">")
    kinds = {row.item.kind for row in hand.palette.model.rows if row.item is not None}
    assert kinds == {Kind.COMMAND, Kind.FORM}
    hand.type("!")
    assert hand.titles[0] == "Incidents"
    assert all("INC-" in text for text in hand.titles[1:])
    hand.type("#")
    assert hand.titles[0] == "Submissions"
    hand.type("@john")
    assert hand.current.startswith("Switch to John")
    hand.type("?undo").press(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(HelpView)))
    assert hand.window.findChildren(HelpView)[0].current == "undo"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (">zzqqx", "No command found"),
        ("#zzqqx", "No submission found"),
        ("!zzqqx", "No incident found"),
        ("@zzqqx", "Nobody found"),
        ("?zzqqx", "No page found"),
        ("zzqqx", "Nothing found"),
    ],
)
def test_nothing_found_is_said_for_each_kind(hand: Hand, typed: str, title: str) -> None:
    hand.open().type(typed)
    assert hand.palette.notice.isVisible()
    assert hand.palette.notice.title == title
    assert "zzqqx" in hand.palette.notice.text
    hand.press(Key.Key_Return)
    assert hand.is_open


def test_what_was_run_lately_comes_first_and_is_remembered(hand: Hand, start: Callable[[str], Program]) -> None:
    hand.open().run("configuration")
    hand.open().run("INC-12")
    titles = hand.open().titles
    assert titles[0] == "Recent"
    assert titles[1].startswith("INC-12")
    assert titles[2] == "Configuration"
    assert titles.count("Configuration") == 1
    hand.press(Key.Key_Escape)
    other = Hand(start("admin"), hand.qtbot).open()
    assert other.titles[:3] == titles[:3]


def test_arrows_pages_ends_and_groups(hand: Hand) -> None:
    hand.open()
    items = [row.text for row in hand.palette.model.rows if row.item is not None]
    assert hand.press(Key.Key_Down).current == items[1]
    assert hand.press(Key.Key_Up).press(Key.Key_Up).current == items[-1]
    assert hand.press(Key.Key_Down).current == items[0]
    assert hand.press(Key.Key_PageDown).current == items[8]
    assert hand.press(Key.Key_PageUp).current == items[0]
    assert hand.press(Key.Key_End).current == items[-1]
    assert hand.press(Key.Key_Home).current == items[0]
    assert hand.press(Key.Key_Tab).current.startswith("New ")
    assert hand.press(Key.Key_Backtab).current == items[0]
    assert hand.palette.field.hasFocus()


def test_ctrl_enter_searches_all_texts(hand: Hand) -> None:
    hand.open().type("printer").press(Key.Key_Return, CONTROL)
    popup = hand.program.searching.popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.box.text == "printer"
    hand.qtbot.waitUntil(lambda: not popup.box.run.busy and hand.program.tasks.pending == 0)


def test_enter_before_the_record_is_found_opens_it_when_it_comes(hand: Hand) -> None:
    hand.open()
    QTest.keyClicks(hand.palette.field, "inc-12")
    hand.press(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.window.content.currentWidget() is hand.window.content.record, timeout=10_000)
    hand.settle()


def test_an_older_answer_never_replaces_a_newer_one(hand: Hand) -> None:
    hand.open().type("!INC-12")
    now = hand.titles
    late = Hit(Target(TargetKind.RECORD, "1", "incidents"), Marked("An answer to something else"))
    hand.palette.records.take(GroupResult(Group.INCIDENTS, (late,), 1), hand.palette.records._scope, "older")
    hand.palette._show()
    assert hand.titles == now


def test_a_click_runs_and_a_click_beside_closes(hand: Hand) -> None:
    hand.open().type("configuration")
    area = hand.palette.list.visualRect(hand.palette.model.index(0))
    QTest.mouseClick(hand.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    hand.qtbot.waitUntil(lambda: hand.window.content.pages.current_key == "configuration")
    hand.open()
    QTest.mouseClick(hand.palette, Qt.MouseButton.LeftButton, pos=QPoint(3, hand.palette.height() - 3))
    assert not hand.is_open


def test_a_command_that_raises_is_told_and_the_window_goes_on(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_bench: object) -> None:
        raise NotAllowed("Only on Mondays.")

    def fail(_bench: object) -> None:
        raise ZeroDivisionError

    add(hand, Command("x.refuse", mark("Refuse me"), Menu.GO, refuse), Command("x.fail", mark("Fail"), Menu.GO, fail))
    hand.open().run("refuse me")
    assert "Only on Mondays." in hand.toast
    with qtbot.captureExceptions() as caught:
        hand.open().run("fail")
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert hand.open().type("configuration").current == "Configuration"


def test_what_is_gone_meanwhile_is_said(hand: Hand, psql: psycopg.Connection) -> None:
    hand.open().type("configuration")
    psql.execute("UPDATE tab_configurations SET is_active = false WHERE tab_key = 'configuration'")
    item = hand.palette.current
    assert item is not None
    assert item.item is not None
    hand.press(Key.Key_Escape)
    bench = hand.program.commands.bench
    hand.qtbot.waitUntil(lambda: all(tab.key != "configuration" for tab in bench.tabs()), timeout=10_000)
    item.item.run(hand.program.commands.bench)
    assert hand.toast == "That tab is no longer there."
    hand.program.commands.run("no.such")
    assert hand.toast == "There is no command of that name any more."


def test_ten_thousand_commands_and_hostile_texts(hand: Hand) -> None:
    nothing = lambda _bench: None  # noqa: E731
    add(hand, *(Command(f"x.{n}", mark(f"Command <b>{n}</b> & more"), Menu.GO, nothing) for n in range(10_000)))
    hand.open().type("command 9999")
    assert hand.current == "Command <b>9999</b> & more"
    for text in ("a" * 1_000, "'; DROP TABLE incidents; --", "%s{0}\\", "\u202e\u0301🙂", "> " * 200, "#" * 50):
        hand.palette.field.setText(text)
        hand.settle()
        assert hand.is_open
    assert len(hand.palette.model.rows) <= 250


def test_stored_recent_items_that_mean_nothing_are_left_out(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    context = program.window.context
    assert context is not None
    junk = {"recent": [1, {}, {"key": 5}, {"key": "tab:gone"}, {"key": "tab:mail"}, {"key": "x" * 999}, None]}
    memory, user = context.services.memory, context.reader.user_id
    program.tasks.submit(Lane.WRITE, lambda: memory.remember(user, "palette", junk), done=lambda _stored: None)
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    hand = Hand(program, qtbot).open()
    assert hand.titles[:3] == ["Recent", "E-mail", "Tabs"]


def test_every_command_keeps_the_contract() -> None:
    registry = commands()
    known = list(registry.values())
    shortcuts = [key for command in known for key in command.shortcuts]
    assert len(shortcuts) == len(set(shortcuts)), "two commands have the same keys"
    for command in known:
        assert command.key == registry[command.key].key
        assert command.key.count(".") >= 1
        assert command.key == command.key.lower()
        assert command.title
        assert not command.title.endswith(".")
        assert command.icon, f"{command.key} has no icon for the palette"
        assert callable(command.run)
        assert isinstance(Item(command.key, Kind.COMMAND, command.title, command.run).title, str)


def test_every_command_is_offered_or_not_without_a_database_and_stands_in_its_menu(hand: Hand) -> None:
    desk = hand.program.commands
    for command in desk.commands.values():
        assert isinstance(command.offered(desk.bench), bool)
        action = hand.window.menus.action(command.key)
        assert (action is not None) is command.listed
