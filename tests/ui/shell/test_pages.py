"""Pages are built when first shown, kept while their tree is the same, and never lose typed input."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.metadata.types import LayoutNode, NodeType, TabView
from ui.components.component import Component, ComponentContext
from ui.core.notice import Notice
from ui.shell.pages import Page, Pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


def tab(key: str, order: int = 0, label: str = "one") -> TabView:
    return TabView(key, key.capitalize(), "work", "house", "", order, LayoutNode(NodeType.LABEL, label=label))


class Typing(Component):
    """A component with one line to type into."""

    def __init__(self, context: ComponentContext, parent: QWidget | None = None) -> None:
        super().__init__(context, {}, parent)
        self.line = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.line)

    @override
    def has_unsaved_input(self) -> bool:
        return bool(self.line.text())


class Shown(QObject):
    """Counts how often a widget is shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Show
        return False


class Builder:
    """Builds one `Typing` for a tree and remembers every tree it was asked for."""

    def __init__(self, context: ComponentContext) -> None:
        self.context = context
        self.built: list[str] = []

    def __call__(self, node: LayoutNode, _parent: QWidget) -> QWidget:
        self.built.append(node.label)
        return Typing(self.context)


@pytest.fixture
def builder(context_for: Callable[[str], ComponentContext]) -> Builder:
    return Builder(context_for("admin"))


@pytest.fixture
def pages(qtbot: QtBot, theme: Theme, builder: Builder) -> Pages:
    pages = Pages(theme, builder)
    qtbot.addWidget(pages)
    pages.show()
    return pages


def typing_of(pages: Pages, key: str) -> Typing:
    page = pages.page(key)
    assert page is not None
    found = page.components()[0]
    assert isinstance(found, Typing)
    return found


def test_pages_that_go_are_not_shown_on_the_way_and_are_gone_soon(pages: Pages, qtbot: QtBot) -> None:
    pages.show_tabs((tab("a"), tab("b"), tab("c")), stale=False)
    for key in ("b", "c", "a"):
        pages.show_tab(key)
    before = [Shown(page) for page in pages.findChildren(Page)]
    pages.clear()
    assert not any(seen.count for seen in before)
    qtbot.waitUntil(lambda: not pages.findChildren(Page), timeout=10_000)


def test_only_the_tab_shown_is_built(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one", 1, "a"), tab("two", 2, "b")), stale=False)
    assert builder.built == ["a"]
    pages.show_tab("two")
    pages.show_tab("one")
    assert builder.built == ["a", "b"]


def test_an_unchanged_tree_keeps_its_page_and_what_is_typed(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one"),), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    pages.show_tabs((replace(tab("one"), name="Renamed"),), stale=False)
    assert builder.built == ["one"]
    assert typing_of(pages, "one").line.text() == "half a sentence"


def test_a_changed_tree_is_built_again(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one", label="a"),), stale=False)
    pages.show_tabs((tab("one", label="b"),), stale=False)
    assert builder.built == ["a", "b"]


def test_a_changed_tree_waits_for_typed_input(pages: Pages, builder: Builder, qtbot: QtBot) -> None:
    pages.show_tabs((tab("one", label="a"),), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    pages.show_tabs((tab("one", label="b"),), stale=False)
    assert builder.built == ["a"]
    page = pages.page("one")
    assert page is not None
    page.rebuild_requested.emit()
    assert builder.built == ["a", "b"]


def test_the_word_about_a_change_goes_when_the_change_is_taken_back(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one", label="a"),), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    page = pages.page("one")
    assert page is not None
    word = page.findChild(QWidget, "pageWord")
    assert word is not None
    pages.show_tabs((tab("one", label="b"),), stale=False)
    assert word.isVisible()
    pages.show_tabs((tab("one", label="a"),), stale=False)
    assert not word.isVisible()


def test_rights_that_changed_are_not_forgotten_when_the_tabs_are_read_again(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one", label="a"),), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    pages.show_tabs((tab("one", label="a"),), stale=True)
    typing_of(pages, "one").line.clear()
    pages.show_tabs((tab("one", label="a"),), stale=False)
    assert builder.built == ["a", "a"]


def test_a_tab_that_went_away_stays_on_offer_while_it_holds_typed_input(pages: Pages) -> None:
    pages.show_tabs((tab("one"), tab("two", 2)), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    offered = pages.show_tabs((tab("two", 2),), stale=False)
    assert [t.key for t in offered] == ["one", "two"]
    typing_of(pages, "one").line.clear()
    offered = pages.show_tabs((tab("two", 2),), stale=False)
    assert [t.key for t in offered] == ["two"]
    assert pages.current_key == "two"


def test_rights_that_changed_rebuild_pages_without_typed_input(pages: Pages, builder: Builder) -> None:
    pages.show_tabs((tab("one", 1, "a"), tab("two", 2, "b")), stale=False)
    pages.show_tab("two")
    typing_of(pages, "one").line.setText("half a sentence")
    pages.show_tabs((tab("one", 1, "a"), tab("two", 2, "b")), stale=True)
    assert builder.built == ["a", "b", "b"]
    assert typing_of(pages, "one").line.text() == "half a sentence"


def test_without_tabs_the_notice_stands(pages: Pages) -> None:
    assert pages.show_tabs((), stale=False) == ()
    assert pages.currentWidget() is pages.standing_notice


def test_a_tab_taken_away_under_typed_input_says_so_and_offers_no_new_layout(pages: Pages) -> None:
    pages.show_tabs((tab("one"), tab("two", 2)), stale=False)
    typing_of(pages, "one").line.setText("half a sentence")
    pages.show_tabs((tab("two", 2),), stale=False)
    page = pages.page("one")
    assert page is not None
    word = page.findChild(Notice, "pageWord")
    assert word is not None
    assert word.isVisible()
    assert word.title == "This tab has been taken away"
    assert not any(button.isVisible() for button in word.findChildren(QPushButton))


def test_a_page_out_of_sight_does_not_widen_the_window(pages: Pages) -> None:
    pages.show_tabs((tab("one"), tab("two", 2)), stale=False)
    typing_of(pages, "one").setMinimumWidth(1500)
    pages.show_tab("two")
    assert pages.minimumSizeHint().width() < 1500


def test_faults_of_a_tabs_row_are_told_above_it_and_taken_back(pages: Pages) -> None:
    pages.show_tabs((replace(tab("one"), problems=("The display condition cannot be read.",)),), stale=False)
    page = pages.page("one")
    assert page is not None
    faults = page.findChild(Notice, "pageFaults")
    assert faults is not None
    assert faults.isVisible()
    assert "display condition" in faults.text
    pages.show_tabs((tab("one"),), stale=False)
    assert pages.page("one") is page
    assert not faults.isVisible()
