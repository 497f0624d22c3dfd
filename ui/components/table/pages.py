"""The place of the rows: the view, or what stands there instead, and what is said around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from ui.core.theme import Theme
    from ui.tables.view import TableView


class TablePages(QWidget):
    """Shows rows, an empty state or a failure, notes above them and troubles below."""

    def __init__(self, view: TableView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._instead: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(view)
        self._column = QVBoxLayout(self)
        self._notes = NoticePlace(self._column)
        self._trouble = NoticePlace(self._column, -1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(self._stack, 1)

    @property
    def shows_rows(self) -> bool:
        """Whether the rows are seen rather than something in their place."""
        return self._instead is None

    def show_rows(self) -> None:
        """Show the rows."""
        self._stack.setCurrentWidget(self._view)
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None

    def show_empty(self, text: str, clear: Callable[[], None] | None) -> None:
        """Say why there are no rows: none at all (`text`), or none that filters leave, which `clear` takes away."""
        if clear is None:
            self._show_instead(Notice(tr("No records yet"), text, theme=self._theme, tone="empty"))
            return
        notice = Notice(
            tr("No record matches"),
            tr("The search and the filters leave none of them."),
            theme=self._theme,
            tone="empty",
            icon="search-x",
            action_text=tr("Clear filters"),
        )
        notice.action.connect(clear)
        self._show_instead(notice)

    def show_failure(self, error: JarvisError, again: Callable[[], None]) -> None:
        """Say why the first rows did not come."""
        notice = Notice.for_error(error, theme=self._theme, action_text=tr("Try again"))
        notice.action.connect(again)
        self._show_instead(_at_the_top(notice))

    def say_notes(self, notes: tuple[str, ...]) -> None:
        """Say above the rows what is not here."""
        said, text = self._notes.notice, " ".join(notes)
        if said is None or said.text != text:
            titled = Notice(tr("Not all of it is here"), text, theme=self._theme, tone="warning") if notes else None
            self._notes.say(titled)

    def say_trouble(self, error: JarvisError, again: Callable[[], None]) -> None:
        """Say below the rows what did not come later."""
        trouble = Notice.for_error(error, theme=self._theme, action_text=tr("Try again"))
        trouble.action.connect(again)
        self._trouble.say(trouble)

    def drop_trouble(self) -> None:
        """The trouble is over."""
        self._trouble.say(None)

    def _show_instead(self, page: QWidget) -> None:
        self.show_rows()
        self._instead = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)


def _at_the_top(notice: Notice) -> QWidget:
    """A page with the notice above and room below it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(notice)
    column.addStretch(1)
    return page
