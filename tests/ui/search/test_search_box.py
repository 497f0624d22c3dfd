"""The search as people use it: typed into, gone through by the keyboard, forgiving, and true when nothing comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, LiteralString

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from jarvis_desktop.core.errors import DatabaseUnavailable
from jarvis_desktop.search.service import SearchService
from jarvis_desktop.search.types import Entry, Group, Target, TargetKind
from ui.components.component import ComponentContext
from ui.core.spoken_rows import ROW
from ui.search.box import SearchBox
from ui.search.component import Search
from ui.search.model import Kind
from ui.search.popup import SearchPopup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.search.types import GroupResult

ContextFor = Callable[[str], ComponentContext]
MAIL = Entry(Target(TargetKind.TAB, "mail"), "Quagmire mail", "", "Tab")


@pytest.fixture
def box(qtbot: QtBot, context_for: ContextFor, live_url: str) -> SearchBox:
    run(
        live_url,
        "INSERT INTO incidents (incident_id, title, description)"
        " SELECT 'INC-' || n, 'Quagmire ' || n, 'the night batch' FROM generate_series(1, 3) n",
    )
    run(live_url, "INSERT INTO agents (layer, name) VALUES ('Role', 'Quagmire finder')")
    made = SearchBox(context_for("admin"), offered=lambda: [MAIL], tab_between_groups=True)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.begin()
    return made


def run(url: str, statement: LiteralString) -> None:
    """As somebody with psql."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def shown(box: SearchBox) -> list[str]:
    rows = [box.model.index(place).data(ROW) for place in range(box.model.rowCount())]
    return [row.text for row in rows]


def settled(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.waitUntil(lambda: not box._pause.isActive() and not box.run.busy, timeout=10_000)


def typed(qtbot: QtBot, box: SearchBox, keys: str) -> None:
    QTest.keyClicks(box.field, keys)
    settled(qtbot, box)


def current(box: SearchBox) -> str:
    row = box.list.currentIndex().data(ROW)
    return "" if row is None else row.text


def press(box: SearchBox, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(box.field, key, held)


def test_results_come_while_typing_in_groups(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "quag")
    assert shown(box)[:4] == ["Incidents", "INC-3 · Quagmire 3", "INC-2 · Quagmire 2", "INC-1 · Quagmire 1"]
    assert shown(box)[4:] == ["Agents", "Quagmire finder", "Program", "Quagmire mail"]
    assert current(box) == "INC-3 · Quagmire 3"
    typed(qtbot, box, "mire 2")
    assert shown(box) == ["Incidents", "INC-2 · Quagmire 2"]


def test_the_keyboard_goes_through_rows_and_groups(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "quag")
    press(box, Qt.Key.Key_Down)
    assert current(box) == "INC-2 · Quagmire 2"
    press(box, Qt.Key.Key_PageDown)
    assert current(box) == "Quagmire mail"
    press(box, Qt.Key.Key_Down)
    assert current(box) == "Quagmire mail"
    press(box, Qt.Key.Key_Tab)
    assert current(box) == "INC-3 · Quagmire 3"
    press(box, Qt.Key.Key_Up)
    assert current(box) == "INC-3 · Quagmire 3"
    press(box, Qt.Key.Key_Tab)
    assert current(box) == "Quagmire finder"
    press(box, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert current(box) == "INC-3 · Quagmire 3"
    press(box, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert current(box) == "Quagmire mail"
    press(box, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert current(box) == "Quagmire mail"
    assert box.field.text() == "quag"


def test_enter_opens_and_the_search_is_remembered(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "quag")
    with qtbot.waitSignal(box.chosen) as chosen:
        press(box, Qt.Key.Key_Return)
    target, _tab = chosen.args or [None, None]
    assert (target.kind, target.table) == (TargetKind.RECORD, "incidents")
    box.field.clear()
    settled(qtbot, box)
    assert shown(box) == ["Recent searches", "quag"]
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    settled(qtbot, box)
    assert box.field.text() == "quag"
    assert len(shown(box)) == 8


def test_remembered_searches_are_there_next_time(qtbot: QtBot, box: SearchBox, context_for: ContextFor) -> None:
    typed(qtbot, box, "quag")
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box._context.tasks.pending == 0)
    again = SearchBox(context_for("admin"))
    qtbot.addWidget(again)
    again.show()
    again.begin()
    qtbot.waitUntil(lambda: shown(again) == ["Recent searches", "quag"])


def test_a_slip_is_forgiven_and_said(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "quagmrie")
    assert "quagmire" in box.suggestion.text()
    assert "INC-1 · Quagmire 1" in shown(box)
    QTest.mouseClick(box.suggestion, Qt.MouseButton.LeftButton)
    settled(qtbot, box)
    assert box.field.text() == "quagmire"
    assert box.suggestion.isHidden()


def test_nothing_found_is_said(qtbot: QtBot, box: SearchBox) -> None:
    typed(qtbot, box, "zzqqxx")
    assert box.stack.currentWidget() is box.notice
    assert "zzqqxx" in box.notice.text
    press(box, Qt.Key.Key_Return)
    press(box, Qt.Key.Key_Tab)
    press(box, Qt.Key.Key_Down)


def test_a_database_that_is_away_is_said_and_asked_again(
    qtbot: QtBot, box: SearchBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> GroupResult:
        raise DatabaseUnavailable("The connection to the database was lost.")

    with monkeypatch.context() as broken:
        broken.setattr(SearchService, "find", away)
        typed(qtbot, box, "quag")
        qtbot.waitUntil(lambda: box.stack.currentWidget() is box.notice)
        assert "lost" in box.notice.text
        qtbot.waitUntil(lambda: box._context.tasks.pending == 0)
    box.notice.action.emit()
    settled(qtbot, box)
    assert "INC-1 · Quagmire 1" in shown(box)


def test_one_group_that_fails_leaves_the_others(
    qtbot: QtBot, box: SearchBox, live_url: str, services: Application
) -> None:
    run(live_url, "DROP TABLE agents CASCADE")
    services.tables.refresh()
    typed(qtbot, box, "quag")
    assert "INC-1 · Quagmire 1" in shown(box)
    kinds = [box.model.index(place).data(ROW).kind for place in range(box.model.rowCount())]
    assert Kind.REMARK in kinds


def test_results_of_an_older_text_never_come_after(
    qtbot: QtBot, box: SearchBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = SearchService.find

    def noted(self: SearchService, group: Group, typed: str, reader: Reader, offered: tuple[Entry, ...]) -> GroupResult:
        asked.append(typed)
        return find(self, group, typed, reader, offered)

    monkeypatch.setattr(SearchService, "find", noted)
    for keys in ("quagmire 1", "quagmire 2", "quagmire 3"):
        box.search_for(keys)
    settled(qtbot, box)
    assert shown(box) == ["Incidents", "INC-3 · Quagmire 3"]


def test_an_outline_is_shown_after_a_while_only(qtbot: QtBot, box: SearchBox, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    gate = Event()
    find = SearchService.find

    def slow(self: SearchService, group: Group, typed: str, reader: Reader, offered: tuple[Entry, ...]) -> GroupResult:
        gate.wait(10)
        return find(self, group, typed, reader, offered)

    monkeypatch.setattr(SearchService, "find", slow)
    box.search_for("quag")
    assert box.stack.currentWidget() is not box.skeleton
    qtbot.waitUntil(lambda: box.stack.currentWidget() is box.skeleton)
    gate.set()
    settled(qtbot, box)
    assert box.stack.currentWidget() is box.list


def test_the_panel_gives_the_focus_back(qtbot: QtBot, context_for: ContextFor) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    popup = SearchPopup(context_for("admin"), window)
    box = SearchBox(context_for("admin"), parent=window)
    window.show()
    window.activateWindow()
    box.field.setFocus()
    qtbot.waitUntil(box.field.hasFocus)
    popup.open_panel()
    assert popup.box.field.hasFocus()
    assert popup.geometry() == window.rect()
    window.resize(700, 500)
    assert window.rect().contains(popup.panel.geometry())
    with qtbot.waitSignal(popup.closed):
        QTest.keyClick(popup.box.field, Qt.Key.Key_Escape)
    assert box.field.hasFocus()
    popup.open_panel()
    with qtbot.waitSignal(popup.closed):
        QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=popup.rect().bottomLeft())


def test_a_tab_may_hold_the_search(qtbot: QtBot, context_for: ContextFor, box: SearchBox) -> None:
    opened: list[tuple[str, str | None]] = []
    context = context_for("admin")
    from dataclasses import replace

    part = Search(
        replace(context, open_record=lambda *record: opened.append(record)), {"title": "Find", "text": "INC-2"}
    )
    qtbot.addWidget(part)
    part.resize(700, 500)
    part.show()
    qtbot.waitUntil(lambda: "INC-2 · Quagmire 2" in shown(part.box))
    settled(qtbot, part.box)
    QTest.keyClick(part.box.field, Qt.Key.Key_Return)
    assert [table for table, _ in opened] == ["incidents"]
