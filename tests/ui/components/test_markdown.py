"""Texts from the metadata: readable, and harmless."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from jarvis_desktop.core.errors import ConfigurationError
from ui.components.component import ComponentContext
from ui.components.markdown import Markdown
from ui.core.text_page import LONGEST_TEXT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ContextFor = Callable[[str], ComponentContext]
TEXT = """# Title

Some *text* with [a link](https://example.org/x), <img src="file:///etc/hostname"> and ![a map](file:///etc/hostname).

> Quoted

| A | B |
|---|---|
| 1 | 2 |
"""


class Browser(QObject):
    """Takes the place of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def shown(qtbot: QtBot, context: ComponentContext, text: str) -> Markdown:
    component = Markdown(context, {"text": text})
    qtbot.addWidget(component)
    component.resize(900, 400)
    component.show()
    return component


def test_text_is_typeset_without_html_or_pictures(qtbot: QtBot, context_for: ContextFor) -> None:
    component = shown(qtbot, context_for("admin"), TEXT)
    plain = component.page.toPlainText()
    assert "Title" in plain
    assert '<img src="file:///etc/hostname">' in plain
    assert "[picture: a map]" in plain
    assert "\ufffc" not in plain
    assert component.page.width() <= component.page.maximumWidth() < 900


def test_the_page_is_as_high_as_its_text(qtbot: QtBot, context_for: ContextFor) -> None:
    context = context_for("admin")
    short, long = shown(qtbot, context, "One line"), shown(qtbot, context, "Many words. " * 500)
    assert short.page.height() < 60 < 300 < long.page.height()


def test_colours_follow_the_theme(qtbot: QtBot, context_for: ContextFor) -> None:
    context = context_for("admin")
    component = shown(qtbot, context, "> Quoted")
    cursor = component.page.textCursor()
    before = cursor.charFormat().foreground().color().name()
    context.theme.set_dark(dark=True)
    after = component.page.textCursor().charFormat().foreground().color().name()
    context.theme.set_dark(dark=False)
    assert before != after


@pytest.mark.parametrize("url", ["http://example.org", "file:///etc/hostname", "javascript:x", "jarvis://x", "#x", ""])
def test_other_links_than_https_are_refused(qtbot: QtBot, context_for: ContextFor, url: str) -> None:
    component = shown(qtbot, context_for("admin"), "x")
    page = component.page
    with qtbot.waitSignal(page.link_refused), qtbot.assertNotEmitted(page.link_opened):
        page.anchorClicked.emit(QUrl(url))


def test_https_links_open_in_the_systems_browser(qtbot: QtBot, context_for: ContextFor) -> None:
    browser = Browser()
    # The stub asks for bytes, the call for a text.
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]
    try:
        component = shown(qtbot, context_for("admin"), "x")
        page = component.page
        with qtbot.waitSignal(page.link_opened):
            page.anchorClicked.emit(QUrl("https://example.org/x"))
        assert browser.opened == ["https://example.org/x"]
    finally:
        QDesktopServices.unsetUrlHandler("https")


HOSTILE = ("", ">" * 5_000 + "a", "- " * 500 + "a", "|a" * 20_000 + "\n" + "|-" * 20_000, "x" * 200_000)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_bounded(qtbot: QtBot, context_for: ContextFor, text: str) -> None:
    component = shown(qtbot, context_for("admin"), text)
    assert len(component.page.toPlainText()) <= LONGEST_TEXT + 100


def test_without_a_text_it_is_refused(context_for: ContextFor) -> None:
    with pytest.raises(ConfigurationError):
        Markdown(context_for("admin"), {"text": 3})
