"""One page per tab, built when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.component import Component
from ui.components.layout_states import LayoutStates
from ui.core.measures import SPACE_12, SPACE_16
from ui.core.notice import Notice
from ui.shell.resting import rest, wake
from ui.shell.retiring import Retirement

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.metadata.types import LayoutNode, TabView
    from ui.core.theme import Theme


class Page(QWidget):
    """A tab's page: its layout tree, and above it a word when the tab changed under typed input.

    Signals:
        rebuild_requested (): show the tab as it is now, giving up what was typed.
    """

    rebuild_requested = Signal()

    def __init__(
        self, layout_node: LayoutNode, build: Callable[[LayoutNode, QWidget], QWidget], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        content = build(layout_node, self)
        self.layout_node = layout_node
        self.outdated = False
        self.states = content.findChild(LayoutStates) or LayoutStates(layout_node)
        self._content = content
        self._word = Notice("", theme=theme, tone="warning", action_text=tr("Show the new layout"), parent=self)
        self._word.setObjectName("pageWord")
        self._word.action.connect(self.rebuild_requested)
        self._word.hide()
        self._faults = Notice(tr("This tab's row has faults"), theme=theme, tone="warning", parent=self)
        self._faults.setObjectName("pageFaults")
        self._faults.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_12)
        column.addWidget(self._word)
        column.addWidget(self._faults)
        column.addWidget(content, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            wake(self)
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            rest(self)

    def components(self) -> list[Component]:
        """Every component of this page that has been built."""
        return self._content.findChildren(Component) + ([self._content] if isinstance(self._content, Component) else [])

    def has_unsaved_input(self) -> bool:
        """Whether leaving this page for good would lose typed input."""
        return any(component.has_unsaved_input() for component in self.components())

    def say_faults(self, problems: tuple[str, ...]) -> None:
        """Tell what is wrong with the tab's row although it can be shown; nothing for no problems."""
        self._faults.say(tr("This tab's row has faults"), "\n".join(problems))
        self._faults.setVisible(bool(problems))

    def say_changed(self) -> None:
        """Tell that the tab is not what it was, above the input that is kept."""
        text = tr("What you typed is kept. The new layout appears when you ask for it.")
        self._word.say(tr("This tab has changed"), text, action_text=tr("Show the new layout"))
        self._word.show()

    def say_gone(self) -> None:
        """Tell that the tab is no longer open to the reader, above the input that is kept."""
        self._word.say(tr("This tab has been taken away"), tr("It stays until you save or revert what you typed."))
        self._word.show()

    def say_unchanged(self) -> None:
        """Take the word away: the tab is again what is shown."""
        self._word.hide()


class Pages(QStackedWidget):
    """Shows one tab at a time, or the notice that stands in for tabs.

    `build` makes the widget of a layout tree; it never raises.

    Signals:
        current_changed (str): the tab of that key is shown now.
        built (str): the page of that tab was made and is not in view yet.
        summoned (str): the tab of that key, which is in a window of its own, is asked for.
        gone (str): the page of that tab, which was in a window of its own, is no more.
    """

    current_changed = Signal(str)
    built = Signal(str)
    summoned = Signal(str)
    gone = Signal(str)

    def __init__(
        self, theme: Theme, build: Callable[[LayoutNode, QWidget], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build = build
        self._tabs: dict[str, TabView] = {}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._away: set[str] = set()
        self.wanted: Callable[[], str] = str
        """The tab to begin with, when it is on offer."""
        self._retirement = Retirement(self)
        self._standing = Notice(tr("Starting"), theme=theme, tone="empty", icon="loader", parent=self)
        self._standing.setObjectName("standing")
        self.addWidget(self._standing)

    @property
    def current_key(self) -> str:
        """The tab shown ("" when none)."""
        return self._current

    @property
    def standing_notice(self) -> Notice:
        """What is shown when there is no tab to show."""
        return self._standing

    def tabs(self) -> tuple[TabView, ...]:
        """The tabs on offer, in order."""
        return tuple(self._tabs.values())

    def tab(self, key: str) -> TabView | None:
        """The tab of `key`, if it is on offer."""
        return self._tabs.get(key)

    def page(self, key: str) -> Page | None:
        """The page of a tab, if it has been built."""
        return self._pages.get(key)

    def unsaved(self) -> list[str]:
        """The keys of the tabs with typed input that is not stored."""
        return [key for key, page in self._pages.items() if page.has_unsaved_input()]

    def loses_input(self) -> bool:
        """Whether typed input of a tab would be gone when the program ends."""
        return any(component.loses_input() for page in self._pages.values() for component in page.components())

    def show_tabs(self, tabs: tuple[TabView, ...], *, stale: bool) -> tuple[TabView, ...]:
        """Take over `tabs` and answer the ones to offer.

        A page whose tree is unchanged stays as it is. One with typed input stays too, and says that the tab changed;
        if the tab itself is gone it remains on offer until the input is saved or given up. `stale` rebuilds also
        unchanged pages: what the reader may do has changed.
        """
        offered = {tab.key: tab for tab in tabs}
        for key, page in list(self._pages.items()):
            tab = offered.get(key)
            page.outdated = page.outdated or stale
            if tab is not None and tab.layout == page.layout_node and not page.outdated:
                page.say_unchanged()
                page.say_faults(tab.problems)
                continue
            if page.has_unsaved_input():
                if tab is None:
                    page.say_gone()
                    offered[key] = self._tabs[key]
                else:
                    page.say_changed()
                continue
            self._discard(key)
        self._tabs = dict(sorted(offered.items(), key=lambda item: item[1].order_index))
        if self._current not in self._tabs or self._current in self._away:
            wanted = self.wanted()
            here = [key for key in self._tabs if key not in self._away]
            self._current = wanted if wanted in here else next(iter(here), "")
        self.show_tab(self._current)
        return tuple(self._tabs.values())

    def show_tab(self, key: str) -> None:
        """Show the tab of `key`, building its page the first time."""
        tab = self._tabs.get(key)
        if tab is None:
            self.setCurrentWidget(self._standing)
            return
        if key in self._away:
            self.summoned.emit(key)
            return
        self.make(key)
        self._current = key
        for other, page in self._pages.items():
            # A page out of sight does not keep the window from being made smaller.
            policy = QSizePolicy.Policy.Preferred if other == key else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self.setCurrentWidget(self._pages[key])
        self.current_changed.emit(key)

    def make(self, key: str) -> Page | None:
        """The page of a tab, built now if it was not; None for a tab that is not on offer."""
        tab = self._tabs.get(key)
        if tab is None:
            return None
        page = self._pages.get(key)
        if page is None:
            page = Page(tab.layout, self._build, self._theme, self)
            page.setObjectName(f"page:{key}")
            page.rebuild_requested.connect(partial(self._rebuild, key))
            self._pages[key] = page
            self.addWidget(page)
            page.say_faults(tab.problems)
            self.built.emit(key)
        return page

    @property
    def away(self) -> frozenset[str]:
        """The tabs that are in windows of their own."""
        return frozenset(self._away)

    def take_out(self, key: str) -> Page | None:
        """Hand a tab's page to a window of its own; another tab is shown here."""
        page = None if key in self._away else self.make(key)
        if page is None:
            return None
        self._away.add(key)
        self.removeWidget(page)
        if self._current == key:
            order = list(self._tabs)
            place = order.index(key)
            here = [*reversed(order[:place]), *order[place:]]
            self._current = next((each for each in here if each not in self._away), "")
            if self._current:
                self.show_tab(self._current)
            else:
                self.stand(
                    tr("All tabs are in windows of their own"),
                    tr("Choose one to bring its window forward."),
                    icon="app-window",
                )
                self.current_changed.emit("")
        return page

    def put_in(self, key: str) -> None:
        """Take a tab's page back and show it."""
        page = self._pages.get(key)
        self._away.discard(key)
        if page is not None:
            self.addWidget(page)
            self.show_tab(key)

    def renew(self) -> None:
        """Build every page anew that holds no typed input."""
        for key, page in list(self._pages.items()):
            if key not in self._away and not page.has_unsaved_input():
                self._discard(key)
        self.show_tab(self._current)

    def clear(self) -> None:
        """Close every page, typed input included."""
        for key in list(self._pages):
            self._discard(key)
        self._tabs = {}
        self.setCurrentWidget(self._standing)

    def stand(self, title: str, text: str, *, icon: str, action_text: str = "") -> None:
        """Show a notice in place of tabs."""
        self._standing.draw(icon)
        self._standing.say(title, text, action_text=action_text)
        self.setCurrentWidget(self._standing)

    def _discard(self, key: str) -> None:
        page = self._pages.pop(key)
        if page is self.currentWidget():
            # Otherwise Qt would show the next page, which perhaps goes as well.
            self.setCurrentWidget(self._standing)
        self.removeWidget(page)
        self._retirement.retire(page)
        if key in self._away:
            self._away.discard(key)
            self.gone.emit(key)

    def _rebuild(self, key: str) -> None:
        away = key in self._away
        self._discard(key)
        if not away:
            self.show_tab(key)
