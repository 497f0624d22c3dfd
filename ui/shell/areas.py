"""The areas of a window, which one key goes through: tab names, top bar, content, docks, status bar."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

_MOST_WIDGETS = 5_000
_FRAME = ("rail", "topBar", "ownHead")


class AreaDesk(QObject):
    """Takes the keyboard from one area to the next, and back to where it was in each."""

    def __init__(self, window: QMainWindow, content: QWidget) -> None:
        super().__init__(window)
        self._main = window
        self._content = content
        self._left: dict[QWidget, QWidget] = {}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def go(self, step: int) -> None:
        """Go so many areas on (-1: back) in the window that the person works in."""
        areas = self.areas()
        if not areas:
            return
        focus = QApplication.focusWidget()
        here = next((place for place, area in enumerate(areas) if focus is area or _within(area, focus)), None)
        start = (-1 if step > 0 else 0) if here is None else here
        if here is not None and focus is not None:
            self._left[areas[here]] = focus
        for distance in range(1, len(areas) + 1):
            if self._enter(areas[(start + distance * step) % len(areas)]):
                return

    def areas(self) -> list[QWidget]:
        """The areas in view, in the order in which they are gone through."""
        window = self._in_front()
        frame = [window.findChild(QWidget, name) for name in _FRAME]
        found = [area for area in frame if area is not None]
        content = self._content if window is self._main else window.centralWidget()
        if content is not None:
            found.append(content)
        docks: list[QDockWidget] = self._main.findChildren(QDockWidget)
        in_view = [dock for dock in docks if not dock.visibleRegion().isEmpty()]
        found += [*sorted(in_view, key=_place_of)]
        if window is self._main:
            found.append(self._main.statusBar())
        return [area for area in found if area.isVisible()]

    def _in_front(self) -> QMainWindow:
        active = QApplication.activeWindow()
        return active if isinstance(active, QMainWindow) else self._main

    def _enter(self, area: QWidget) -> bool:
        """Give the keyboard to an area: where it was there last, or its first stop."""
        before = self._left.get(area)
        known = before is not None and shiboken6.isValid(before) and _takes_keys(before) and _within(area, before)
        target = before if known else _first_stop(area)
        if target is None:
            return False
        target.window().activateWindow()
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, _new: QWidget | None) -> None:
        alive = old is not None and shiboken6.isValid(old) and shiboken6.isValid(self._content)
        if old is not None and alive and _within(self._content, old):
            self._left[self._content] = old


def _place_of(dock: QDockWidget) -> tuple[bool, int, int]:
    return dock.isFloating(), dock.pos().x(), dock.pos().y()


def _within(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and area.isAncestorOf(widget)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _first_stop(area: QWidget) -> QWidget | None:
    """The first widget inside that takes the keyboard, in the order of the Tab key; what is below a title first."""
    body = area.widget() if isinstance(area, QDockWidget) else area
    for inside in (body, area):
        widget: QWidget | None = inside.nextInFocusChain()
        for _ in range(_MOST_WIDGETS):
            if widget is None or widget is inside:
                break
            if inside.isAncestorOf(widget) and _takes_keys(widget):
                return widget
            widget = widget.nextInFocusChain()
    return None
