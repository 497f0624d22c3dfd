"""The tour: leads through the window step by step, once by itself and whenever it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ui.core.workbench import Workbench
    from ui.help.spotlight import Spotlight
    from ui.help.tour_card import TourCard
    from ui.help.tour_steps import TourStep

PLACE = "tour"
"""Where the memory of a person says that the tour was seen."""
LOOK_MS = 150
"""How often the tour looks where its part of the window is now, and whether something was tried."""
QUIET_MS = 400
"""How long nothing else may stand in the way before the tour begins by itself."""


class TourDesk(QObject):
    """Runs the tour of one window, for the person who sits at it when it begins.

    What people open meanwhile comes to the front: below a palette the tour waits, and where a page hides the part it
    points at, its card stands aside.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.window)
        self.setObjectName("tourDesk")
        self._bench = bench
        self._steps: list[TourStep] = []
        self._place = 0
        self._before: object = None
        self._asked = self._person = ""
        self._light: Spotlight | None = None
        self._card: TourCard | None = None
        self._held: QWidget | None = None
        self._left: QWidget | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._follow)
        self._wait = QTimer(self, interval=QUIET_MS)
        self._wait.timeout.connect(self._begin_when_quiet)

    @property
    def running(self) -> bool:
        """Whether the tour is in view."""
        return self._card is not None

    @property
    def card(self) -> TourCard | None:
        """The card in view."""
        return self._card

    @property
    def step(self) -> str:
        """The key of the step in view, or ""."""
        return self._steps[self._place].key if self.running else ""

    @Slot()
    def offer(self) -> None:
        """Begin by itself, if this person has never seen the tour and nothing else is in the way."""
        person, context = self._who(), self._bench.context
        if context is not None and not self.running and self._asked != person and self._bench.window.isVisible():
            self._asked = person
            self._wait.stop()
            work = partial(_was_seen, context.services.memory, person)
            context.tasks.submit(Lane.READ, work, done=partial(self._on_known, person), owner=self)

    @Slot()
    def begin(self) -> None:
        """Begin, from the first step."""
        if self.running:
            self.end()
        from ui.help.spotlight import Spotlight
        from ui.help.tour_card import TourCard
        from ui.help.tour_steps import STEPS

        self._wait.stop()
        window = self._bench.window
        self._person = self._who()
        self._left = QApplication.focusWidget()
        self._steps = [step for step in STEPS if step.spot is None or step.spot(self._bench) is not None]
        self._light = Spotlight(self._bench.theme, window)
        self._card = TourCard(self._bench.theme, window)
        self._card.next_wanted.connect(self.go_on)
        self._card.back_wanted.connect(self.go_back)
        self._card.leave_wanted.connect(self.end)
        _application().focusChanged.connect(self._on_focus)
        window.installEventFilter(self)
        self._light.show()
        self._card.show()
        self._show(0)
        self._look.start()

    @Slot()
    def go_on(self) -> None:
        """The next step whose part is there, or the end."""
        self._show_next(range(self._place + 1, len(self._steps)))

    @Slot()
    def go_back(self) -> None:
        """The step before."""
        if self._place:
            self._show_next(range(self._place - 1, -1, -1))

    @Slot()
    def end(self) -> None:
        """Leave the tour; it will not begin by itself again."""
        if self.running:
            self._leave()
            self._remember()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return watched is self._held and self._takes(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self._place_parts()
        elif event.type() is QEvent.Type.Hide and watched is self._bench.window and not event.spontaneous():
            # Nobody left the tour: it is offered again the next time.
            self._leave()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        """F6 is the tour's while it runs, whatever else it is for."""
        if event.key() != Qt.Key.Key_F6 or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            self._change_sides()
        return True

    def _leave(self) -> None:
        card, light = self._card, self._light
        if card is None or light is None:
            return
        self._look.stop()
        self._bench.window.removeEventFilter(self)
        _application().focusChanged.disconnect(self._on_focus)
        self._on_focus(None, None)
        had_focus = self._card_has_focus()
        self._card = self._light = None
        light.rest()
        for widget in (card, light):
            widget.hide()
            widget.deleteLater()
        if had_focus:
            self._give_focus_back()

    def _who(self) -> str:
        context = self._bench.context
        return "" if context is None else context.reader.user_id

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, held: QWidget | None) -> None:
        """Listen to whatever has the keyboard, and only to that."""
        if self._held is not None and isValid(self._held) and self._held is not self._bench.window:
            self._held.removeEventFilter(self)
        self._held = held
        if held is not None and held is not self._bench.window:
            held.installEventFilter(self)
        if held is not None and self._card is not None and self._card.asking and not self._card.isAncestorOf(held):
            self._card.go_on()  # who works on elsewhere has answered the question

    def _on_known(self, person: str, seen: bool) -> None:  # noqa: FBT001 - a task's result
        if not seen and not self.running and person == self._who():
            self._wait.start()

    @Slot()
    def _begin_when_quiet(self) -> None:
        window = self._bench.window
        if not window.isVisible() or self._asked != self._who():
            self._wait.stop()
            return
        busy = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        if not busy and not self._bench.above and self._bench.current_tab:
            self.begin()

    def _show_next(self, places: range) -> None:
        for place in places:
            spot = self._steps[place].spot
            if spot is None or spot(self._bench) is not None:
                self._show(place)
                return
        if places.step > 0:
            self.end()

    def _show(self, place: int) -> None:
        assert self._card is not None
        self._place = place
        step = self._steps[place]
        self._before = step.state(self._bench) if step.state is not None else None
        self._card.show_step(step, place, len(self._steps))
        self._place_parts()
        self._card.take_keyboard()

    @Slot()
    def _follow(self) -> None:
        """The window lives on: parts move, and what was asked for is tried."""
        if self._card is None:
            return
        if self._who() != self._person:
            self._leave()
            self.offer()
            return
        step = self._steps[self._place]
        self._place_parts()
        if step.state is None or self._card.done:
            return
        now = step.state(self._bench)
        if now != self._before:
            if now:
                self._card.show_done()
            else:
                self._before = now

    def _place_parts(self) -> None:
        card, light = self._card, self._light
        if card is None or light is None:
            return
        from ui.core.overlay import Overlay

        above = next((part for part in self._bench.window.findChildren(Overlay) if part.isVisible()), None)
        room = self._bench.window.rect()
        find = self._steps[self._place].spot
        spot = find(self._bench) if find is not None else QRect()
        light.setVisible(above is None and spot is not None)
        if spot is None:
            card.stand_aside(room)
        else:
            light.setGeometry(room)
            light.show_spot(spot)
            light.raise_()
            card.stand_beside(spot, room)
        card.raise_()
        if above is not None:
            above.raise_()

    def _card_has_focus(self) -> bool:
        held = QApplication.focusWidget()
        return held is not None and self._card is not None and self._card.isAncestorOf(held)

    @Slot()
    def _change_sides(self) -> None:
        if self._card is None:
            return
        if not self._card_has_focus():
            self._card.take_keyboard()
            return
        spot = self._light.spot if self._light is not None else QRect()
        target = self._bench.window.childAt(spot.center()) if not spot.isEmpty() else None
        found = _takes_focus(target) or self._inside(spot)
        if found is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._give_focus_back()

    def _inside(self, spot: QRect) -> QWidget | None:
        """The first widget within the light that takes the keyboard."""
        window = self._bench.window
        for widget in window.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                middle = widget.mapTo(window, widget.rect().center())
                if spot.contains(middle) and (self._card is None or not self._card.isAncestorOf(widget)):
                    return widget
        return None

    def _give_focus_back(self) -> None:
        if self._left is not None and isValid(self._left) and self._left.isVisible():
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self) -> None:
        context = self._bench.context
        if context is not None and self._person:
            work = partial(_note_seen, context.services.memory, self._person)
            context.tasks.submit(Lane.WRITE, work, done=self._on_noted, owner=self)

    def _on_noted(self, _kept: bool) -> None:  # noqa: FBT001 - a task's result
        """Nothing to show: where nothing is remembered, the tour does not begin by itself either."""


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _takes_focus(widget: QWidget | None) -> QWidget | None:
    while widget is not None and not widget.isWindow():
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            return widget
        widget = widget.parentWidget()
    return None


def _was_seen(memory: Any, user_id: str) -> bool:
    """Whether this person was shown the tour; also where that could not be remembered. Runs in a worker."""
    state: Mapping[str, Any] = memory.recall(user_id, PLACE)
    return bool(state.get("seen")) or not memory.keeps


def _note_seen(memory: Any, user_id: str) -> bool:
    return bool(memory.remember(user_id, PLACE, {"seen": True}))
