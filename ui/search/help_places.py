"""Which help page is about the place where somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.search.help_pages import CONTENTS, page_about, page_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def page_of(widget: QWidget | None, tab: str = "") -> str:
    """The page that the widget, or the nearest one around it, names as `help_page`; else the tab's; else the contents.

    A name without a page counts for nothing, so that a tab of somebody else's making has help too.
    """
    around = widget
    while around is not None:
        named = getattr(around, "help_page", "")
        if isinstance(named, str) and named and page_named(named) is not None:
            return named
        around = around.parentWidget()
    about = page_about(tab) if tab else None
    return CONTENTS if about is None else about.name
