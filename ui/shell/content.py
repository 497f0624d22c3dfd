"""The content area: the tabs' pages, and above them a record or a page of a feature's own, with the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.core.measures import SPACE_12, SPACE_16
from ui.core.overlay import Overlay
from ui.shell.entering import entry
from ui.shell.pages import Pages
from ui.shell.record_view import RecordView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component
    from ui.core.theme import Theme


@dataclass(frozen=True, slots=True)
class _Above:
    """Something above the tab, and what it is called."""

    widget: QWidget
    title: str


class PageFrame(QWidget):
    """Holds one page of a feature's own at a time.

    Signals:
        escaped (): Escape was pressed where the page has no use for it.
    """

    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Show `page` in place of the one before."""
        self.clear()
        self._page = page
        self._column.addWidget(page)
        page.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Show nothing."""
        page = self.take()
        if page is not None:
            page.hide()
            page.deleteLater()

    def take(self) -> QWidget | None:
        """Hand the page out as it is."""
        page, self._page = self._page, None
        if page is not None:
            self._column.removeWidget(page)
        return page

    def has_unsaved_input(self) -> bool:
        """Whether the page shown says that closing it would lose something."""
        asked = getattr(self._page, "has_unsaved_input", None)
        return bool(asked()) if callable(asked) else False

    def loses_input(self) -> bool:
        """Whether typed input of the page would be gone when the program ends: only components keep drafts."""
        asked = getattr(self._page, "loses_input", None)
        return bool(asked()) if callable(asked) else self.has_unsaved_input()


class Elsewhere(Protocol):
    """A place outside the content that may hold typed input."""

    def has_unsaved_input(self) -> bool:
        """Whether it holds some."""

    def loses_input(self) -> bool:
        """Whether some of it would be gone when the program ends."""

    def show_unsaved(self) -> None:
        """Bring it to the front."""

    def window(self) -> QWidget:
        """The window it stands in."""


class Content(QStackedWidget):
    """Shows the current tab, or what was opened above it last.

    `build` makes the widget of a layout tree, `build_form` a record form from its props.

    Signals:
        place_changed (str): what is shown above the tab now; "" for the tab itself.
    """

    place_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        build: Callable[[LayoutNode, QWidget], QWidget],
        build_form: Callable[[Mapping[str, object]], Component],
        parent: QWidget | None = None,
        *,
        pages: Pages | None = None,
    ) -> None:
        super().__init__(parent)
        self.pages = pages or Pages(theme, build)
        self.others: list[Elsewhere] = []
        """The contents of the windows that were opened from here, and of docks."""
        self.record = RecordView(build_form)
        self.page = PageFrame()
        self._above: list[_Above] = []
        self._left: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for widget in (self.pages, self.record, self.page):
            self.addWidget(widget)

    def show_tab(self, key: str) -> None:
        """Show the tab of `key`; what was above it goes, unless typed input would be lost."""
        for above in list(self._above):
            if not self._unsaved(above.widget):
                self._drop(above.widget)
        self.setCurrentWidget(self.pages)
        self.pages.show_tab(key)

    def choose_tab(self, key: str) -> None:
        """Show the tab of `key` and give it the keyboard, where it was if the tab had it before."""
        # Asked before: Qt gives the keyboard to something as soon as the tab before is hidden.
        page = self.pages.page(key)
        last: QWidget | None = None if page is None else page.focusWidget()
        self.show_tab(key)
        if self.pages.current_key == key:
            self.enter_tab(last)

    def enter_tab(self, last: QWidget | None = None) -> None:
        """Give the keyboard to the tab: to `last` if it is still there, or to its first list or control."""
        overlays = self.window().findChildren(Overlay)
        if self.currentWidget() is not self.pages or any(overlay.isVisible() for overlay in overlays):
            return
        page = self.pages.page(self.pages.current_key)
        begins = None if page is None else entry(page, last)
        (begins or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        held = QApplication.focusWidget()
        if held is not None and not held.isVisible() and self.isVisible():
            # What had the keyboard is hidden, and Qt looks for the next stop: that may be beyond what people look at.
            above = self.currentWidget()
            (above if above is self.page else self).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focusNextPrevChild(next)

    def enter_top(self) -> None:
        """Give the keyboard to what stands above the tab, unless it is there or something in front of it has it."""
        top, held = self.currentWidget(), QApplication.focusWidget()
        overlays = self.window().findChildren(Overlay)
        if top is None or any(overlay.isVisible() for overlay in overlays):
            return
        if held is None or not top.isAncestorOf(held):
            (entry(top) or top).setFocus(Qt.FocusReason.OtherFocusReason)

    def above(self) -> tuple[tuple[QWidget, str], ...]:
        """What is open above the tab, the lowest first, and what it is called."""
        return tuple((above.widget, above.title) for above in self._above)

    def take_top(self) -> tuple[QWidget, QWidget, str] | None:
        """Hand out what is shown above the tab: the place it stood in, itself, and what it is called."""
        if not self._above:
            return None
        above = self._above.pop()
        taken = self.record.take() if above.widget is self.record else self.page.take()
        self._show_top()
        return None if taken is None else (above.widget, taken, above.title)

    def adopt_form(self, form: Component, title: str) -> None:
        """Show a record form that another window had."""
        self.record.adopt(form)
        self._put_above(self.record, title)

    def show_form(self, props: Mapping[str, object], title: str = "") -> None:
        """Show a record form above the tab."""
        self.record.show_record(props)
        self._put_above(self.record, title)

    def show_page(self, title: str, page: QWidget) -> None:
        """Show a page of a feature's own above the tab."""
        self.page.show_page(page)
        self._put_above(self.page, title)

    def drop_record(self) -> None:
        """Close the record and show what is below it."""
        self._drop(self.record)
        self._show_top()

    @Slot()
    def drop_page(self) -> None:
        """Close the page of a feature's own and show what is below it."""
        self._drop(self.page)
        self._show_top()

    def drop_top(self) -> None:
        """Close what is shown above the tab."""
        if self._above:
            self._drop(self._above[-1].widget)
        self._show_top()

    def settle(self) -> None:
        """Close what stands above the tab, except where typed input would be lost."""
        for above in list(self._above):
            if not self._unsaved(above.widget):
                self._drop(above.widget)

    def clear(self) -> None:
        """Close everything, typed input included."""
        for above in list(self._above):
            self._drop(above.widget)
        self.pages.clear()
        self.setCurrentWidget(self.pages)

    def top_has_unsaved_input(self) -> bool:
        """Whether closing what is shown above the tab would lose something."""
        return bool(self._above) and self._unsaved(self._above[-1].widget)

    def has_unsaved_input(self) -> bool:
        """Whether typed input anywhere is not stored."""
        here = any(self._unsaved(above.widget) for above in self._above) or bool(self.pages.unsaved())
        return here or any(other.has_unsaved_input() for other in self.others)

    def loses_input(self) -> bool:
        """Whether typed input anywhere would be gone when the program ends: there is no draft of it."""
        here = any(self._loses(above.widget) for above in self._above) or self.pages.loses_input()
        return here or any(other.loses_input() for other in self.others)

    def show_unsaved(self) -> None:
        """Bring a place with typed input to the front."""
        above = next((a for a in reversed(self._above) if self._unsaved(a.widget)), None)
        if above is not None:
            self._put_above(above.widget, above.title)
        elif self.pages.unsaved():
            self.show_tab(self.pages.unsaved()[0])
        else:
            for other in self.others:
                if other.has_unsaved_input():
                    other.show_unsaved()
                    other.window().raise_()
                    other.window().activateWindow()
                    return

    def unsaved_in(self, widget: QWidget) -> bool:
        """Whether putting something else into the record's or the page's place would lose something."""
        return any(above.widget is widget for above in self._above) and self._unsaved(widget)

    def _unsaved(self, widget: QWidget) -> bool:
        return (self.record if widget is self.record else self.page).has_unsaved_input()

    def _loses(self, widget: QWidget) -> bool:
        return (self.record if widget is self.record else self.page).loses_input()

    def _put_above(self, widget: QWidget, title: str) -> None:
        if not self._above:
            self._left = QApplication.focusWidget()
        self._above = [above for above in self._above if above.widget is not widget]
        self._above.append(_Above(widget, title))
        self.setCurrentWidget(widget)
        self.place_changed.emit(title)
        self.enter_top()

    def _drop(self, widget: QWidget) -> None:
        self._above = [above for above in self._above if above.widget is not widget]
        (self.record if widget is self.record else self.page).clear()

    def _show_top(self) -> None:
        if self._above:
            self._put_above(self._above[-1].widget, self._above[-1].title)
        else:
            self.show_tab(self.pages.current_key)
            # The keyboard goes on where it was.
            if self._left is not None and shiboken6.isValid(self._left) and self._left.isVisible():
                self._left.setFocus()
            else:
                self.enter_tab()
