"""Puts one style sheet in the place of another: what is in sight takes it over at once, the rest soon after.

For that Qt polishes every widget twice and tells each of them twice, in one go: with all tabs open several times what
the eye allows. It passes over a widget that is not marked as polished and is marked as having a style of its own.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import TypeIs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QStyle

_POLISHED, _OWN_STYLE = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle
_SLICE_S = 0.008
_PAUSE_MS = 10


class Restyling(QObject):
    """Changes the application's style sheet; `under_way` until what is out of sight has the look of now as well."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._waiting: deque[QWidget] = deque()
        self._held: list[QWidget] = []
        self._due: dict[Follower, None] = {}
        # What is in sight is painted before the first slice, and other work gets its turn between two of them.
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        # Not after no time at all: that comes before whatever the person did meanwhile.
        self._painting = QTimer(self, interval=1, singleShot=True)
        self._painting.timeout.connect(self._paint)

    @property
    def under_way(self) -> bool:
        """Whether something out of sight still has the look before."""
        return bool(self._waiting or self._due or self._held)

    def postpone(self, follower: Follower) -> None:
        """Tell a follower soon."""
        self._due[follower] = None
        self._timer.start()

    def set_style(self, style: QStyle) -> None:
        """Put `style` in force, without a sheet yet."""
        # Qt has crashed when a style was set over a sheet with many tabs open: the sheet of a theme before goes first.
        self._application.setStyleSheet("")
        self._application.setStyle(style)

    def restyle(self, prepare: Callable[[], str]) -> None:
        """Put the sheet that `prepare` answers in force; it sets palette and font while there is no sheet."""
        self._hold_painting()
        everything = _parents_first()
        awake = [widget for widget in everything if widget.testAttribute(_POLISHED)]
        now = [widget for widget in awake if _is_in_sight(widget)]
        style = self._application.style()
        for widget in now:
            style.unpolish(widget)
        pass_over(awake)
        # Only meanwhile: a widget with this mark that gets another parent would get a style of its own.
        for widget in everything:
            widget.setAttribute(_OWN_STYLE)
        # A sheet that follows another one is polished once for each parent of a widget, and each change of sheet sets
        # a style, which has crashed in Qt over an old sheet with many tabs open: that goes before anything changes.
        self._application.setStyleSheet("")
        self._application.setStyleSheet(prepare())
        for widget in everything:
            widget.setAttribute(_OWN_STYLE, False)
        take_over(now, fresh=True)
        shown = set(now)
        self._waiting.extend(widget for widget in awake if widget not in shown)
        if self._waiting:
            self._timer.start()

    def _hold_painting(self) -> None:
        """Let the windows in sight be painted in a turn of their own: with the change it takes longer than one may."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._held.extend(part for part in window.children() if _is_painted(part))
        for part in self._held:
            part.setUpdatesEnabled(False)
        if self._held:
            self._painting.start()

    @Slot()
    def _paint(self) -> None:
        held, self._held = self._held, []
        for part in held:
            if shiboken6.isValid(part):
                part.setUpdatesEnabled(True)

    @Slot()
    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_S
        while self._waiting and time.monotonic() < until:
            widget = self._waiting.popleft()
            if shiboken6.isValid(widget):
                take_over((widget,))
        while self._due and time.monotonic() < until:
            follower = next(iter(self._due))
            del self._due[follower]
            if shiboken6.isValid(follower):
                follower.slot()
        if not (self._waiting or self._due):
            self._timer.stop()


class Follower(QObject):
    """Calls `slot` for each change of the look: at once while `widget` is in sight, in the next slices while it is not.

    With all tabs open, taking over colours and widths by hand costs more than the eye allows, too.
    """

    def __init__(self, widget: QWidget, slot: Callable[[], None], restyling: Restyling) -> None:
        super().__init__(widget)
        self.slot = slot
        self._widget = widget
        self._restyling = restyling

    @Slot()
    def follow(self) -> None:
        """The look changed."""
        if _is_in_sight(self._widget):
            self.slot()
        else:
            self._restyling.postpone(self)


def _is_painted(part: QObject) -> TypeIs[QWidget]:
    """Whether a part of a window is in sight and nobody else holds its painting."""
    return isinstance(part, QWidget) and not part.isWindow() and part.isVisible() and part.updatesEnabled()


def pass_over(widgets: Iterable[QWidget]) -> None:
    """Let `widgets` keep what they look like when the style sheet changes, until `take_over`."""
    for widget in widgets:
        widget.setAttribute(_POLISHED, False)


def take_over(widgets: Iterable[QWidget], *, fresh: bool = False) -> None:
    """Give widgets that were passed over the look of now; `fresh` ones have nothing of the look before on them."""
    widgets = tuple(widgets)
    style = QApplication.style()
    for widget in widgets:
        if not fresh:
            # Takes back the sizes that the sheet of then gave it.
            style.unpolish(widget)
        style.polish(widget)
    come_back(widgets)
    for widget in widgets:
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def come_back(widgets: Iterable[QWidget]) -> None:
    """Let `widgets` take part again; they have the look of now."""
    for widget in widgets:
        widget.setAttribute(_POLISHED)


def is_polished(widget: QWidget) -> bool:
    """Whether a widget takes part in changes of the style sheet."""
    return widget.testAttribute(_POLISHED)


def _parents_first() -> list[QWidget]:
    """All widgets, each after the one it stands in, whose font it takes over as it is by then."""
    tops = [top for top in QApplication.topLevelWidgets() if top.parentWidget() is None]
    return [widget for top in tops for widget in (top, *top.findChildren(QWidget))]


def _is_in_sight(widget: QWidget) -> bool:
    """Whether a widget is seen, or stands in a window that does not come up by itself (it may be painted elsewhere)."""
    if widget.isVisible():
        return True
    window = widget.window()
    return not window.isVisible() and window.windowType() is not Qt.WindowType.Popup
