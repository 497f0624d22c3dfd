"""The help: a page at once, links between pages, its own search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from jarvis_desktop.search.help_pages import FIRST_PAGE, help_pages
from ui.search.help_view import HelpView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> HelpView:
    made = HelpView(theme, "undo")
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def text_of(view: HelpView) -> str:
    assert view.text is not None
    return view.text.toPlainText()


def test_it_opens_at_the_page_asked_for(view: HelpView) -> None:
    assert view.current == "undo"
    assert text_of(view).startswith("Undo")
    assert view.pages.count() == len(help_pages())
    view.open_page("no such page")
    assert view.current == FIRST_PAGE


@pytest.mark.parametrize("page", help_pages(), ids=lambda page: page.name)
def test_every_page_is_typeset(view: HelpView, page: object) -> None:
    name, title = str(getattr(page, "name", "")), str(getattr(page, "title", ""))
    view.open_page(name)
    assert text_of(view).startswith(title)
    assert "](" not in text_of(view)


def test_links_lead_from_page_to_page(qtbot: QtBot, view: HelpView) -> None:
    assert view.text is not None
    view.text.anchorClicked.emit(QUrl("tables.md"))
    qtbot.waitUntil(lambda: view.current == "tables")
    refused: list[QUrl] = []
    view.text.link_refused.connect(refused.append)
    view.text.anchorClicked.emit(QUrl("file:///etc/hostname"))
    view.text.anchorClicked.emit(QUrl("nowhere.md"))
    assert len(refused) == 2


def test_the_help_is_searched(view: HelpView) -> None:
    view.field.setText("encoding")
    assert view.pages.count() < len(help_pages())
    assert view.current == "import"
    view.field.setText("zzqqxx")
    assert view.pages.count() == 0
    view.field.clear()
    assert view.pages.count() == len(help_pages())


def test_back_and_forward_lead_along_what_was_read(view: HelpView) -> None:
    assert not view.bar.back.isEnabled()
    for name in ("tables", "filters", "forms"):
        view.open_page(name)
    QTest.keyClick(view.pages, Qt.Key.Key_Backspace)
    assert view.current == "filters"
    view.bar.back.click()
    assert view.current == "tables"
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.current == "filters"
    assert view.bar.forward.isEnabled()
    view.open_page("import")
    assert not view.bar.forward.isEnabled()
    seen = []
    for _ in range(9):
        view.go_back()
        seen.append(view.current)
    assert seen[:3] == ["filters", "tables", "undo"]
    assert set(seen[3:]) == {"undo"}
    assert not view.bar.back.isEnabled()


def test_each_page_is_found_by_words_of_its_own(view: HelpView) -> None:
    for page in help_pages():
        plain = {word.strip(".,:;()“”") for word in page.plain.split()}
        words = sorted((word for word in plain if word.isalpha()), key=lambda word: (-len(word), word))[:3]
        view.field.setText(" ".join(words))
        assert page.title in [view.pages.item(place).text() for place in range(view.pages.count())], words


def test_words_are_found_in_the_page_one_after_the_other(view: HelpView) -> None:
    QTest.keyClick(view.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    view.bar.field.setText("undo")
    assert view.bar.count.text().startswith("1 of ")
    QTest.keyClick(view.bar.field, Qt.Key.Key_Return)
    assert view.bar.count.text().startswith("2 of ")
    view.bar.field.setText("zzqqxx")
    assert view.bar.count.text() == "Not on this page"
    view.open_page("tables")
    assert view.bar.words == "zzqqxx"
