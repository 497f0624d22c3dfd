"""The card of the tour: what to see, what to try, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import shown, tr
from ui.core.announce import announce
from ui.core.icons import pixmap
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.help.tour_steps import TourStep

WIDTH = 360
_GAP = 16


class TourCard(QFrame):
    """One step at a time; takes keys only while it has the focus: Enter and arrows go on, Esc asks before it ends.

    Signals:
        next_wanted (), back_wanted (), leave_wanted (): the person goes on, back, or ends the tour.
    """

    help_page = "tour"
    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._done = self.asking = False
        self._step: tuple[TourStep, int, int] | None = None
        self.setObjectName("tourCard")
        self.setProperty("role", "panel")
        self.count, self.title, self.text = QLabel(self), QLabel(self), QLabel(self)
        self.task, self._check = QLabel(self), QLabel(self)
        for label, role in ((self.count, "caption"), (self.title, "section"), (self.text, ""), (self.task, "")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.next, self.back, self.leave = QPushButton(self), QPushButton(self), QPushButton(self)
        self.next.setObjectName("tourNext")
        self.next.setProperty("kind", "primary")
        self.back.setObjectName("tourBack")
        self.leave.setObjectName("tourLeave")
        self.leave.setProperty("kind", "quiet")
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self.back_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        for button in (self.next, self.back, self.leave):
            # Arrows would only lead from button to button.
            button.installEventFilter(self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._lay_out()
        theme.changed.connect(self._tint)

    def show_step(self, step: TourStep, place: int, count: int) -> None:
        """Show a step, the `place`th (from 0) of `count`."""
        last = place == count - 1
        self._step, self.asking = (step, place, count), False
        self.count.setText(tr("{place} of {count}", place=place + 1, count=count))
        self.title.setText(shown(step.title))
        self.text.setText(shown(step.text))
        self.next.setText(tr("Finish") if last else tr("Start the tour") if place == 0 else tr("Next"))
        self.next.setAccessibleDescription(tr("Ends the tour.") if last else tr("Goes on to the next part."))
        self.back.setText(tr("Back"))
        self.back.setAccessibleDescription(tr("Shows the part before."))
        self.back.setVisible(place > 0)
        self.leave.setText(tr("Not now") if place == 0 else tr("Skip the tour"))
        self.leave.setAccessibleDescription(tr("Ends the tour; the menu Help offers it again."))
        self.leave.setVisible(not last)
        self._hint.setText(tr("F6 goes to this part of the window and back here. Esc leaves the tour."))
        self._hint.setVisible(step.spot is not None)
        self._done = False
        self.task.setText(shown(step.task) if step.task else "")
        self.task.setVisible(bool(step.task))
        self._check.setVisible(bool(step.task))
        self.setAccessibleName(tr("Tour: {title}", title=self.title.text()))
        self.setAccessibleDescription(f"{self.text.text()} {self.task.text()}".strip())
        self._tint()
        announce(self, f"{self.title.text()}. {self.accessibleDescription()}")

    def ask(self) -> None:
        """Ask whether the tour is to end; Esc once more ends it, Enter goes on with the step."""
        self.asking = True
        self.title.setText(tr("End the tour?"))
        self.text.setText(tr("The menu Help offers it again. Esc ends it, Enter goes on with it."))
        self.next.setText(tr("Go on"))
        self.next.setAccessibleDescription(tr("Goes on with the tour."))
        self.leave.setText(tr("End the tour"))
        self.leave.setAccessibleDescription(tr("Ends the tour; the menu Help offers it again."))
        self.leave.show()
        for part in (self.back, self.task, self._check, self._hint):
            part.hide()
        announce(self, f"{self.title.text()} {self.text.text()}")

    @Slot()
    def go_on(self) -> None:
        """Show the step again that was in view before the question."""
        if self._step is not None:
            done = self._done
            self.show_step(*self._step)
            if done:
                self.show_done()

    def take_keyboard(self) -> None:
        """Give the button that goes on the keyboard."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self) -> None:
        """Say that what was to be tried was done."""
        if not self._done:
            self._done = True
            self.task.setText(tr("Done."))
            self._tint()
            announce(self, tr("Done."))

    @property
    def done(self) -> bool:
        """Whether the step in view was tried."""
        return self._done

    def stand_beside(self, spot: QRect, room: QRect) -> None:
        """Move to where `spot` stays in view: right, left, below or above it, else inside at the bottom right."""
        size = self._fitting(room)
        self.setGeometry(QRect(place_beside(spot, size, room), size))

    def stand_aside(self, room: QRect) -> None:
        """Move into the corner, where least is hidden."""
        size = self._fitting(room)
        across = room.left() if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else room.right()
        inner = room.adjusted(_GAP, _GAP, -_GAP, -2 * _GAP)
        left = inner.left() if across == room.left() else inner.right() - size.width()
        self.setGeometry(QRect(QPoint(max(room.left(), left), max(room.top(), inner.bottom() - size.height())), size))

    def _fitting(self, room: QRect) -> QSize:
        wished = max(self.fontMetrics().averageCharWidth() * 52 + 2 * SPACE_16, self.minimumSizeHint().width())
        width = min(wished, max(200, room.width() - 2 * _GAP))
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # other words are in it now, and it is asked before Qt tells it so
        height = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        return QSize(width, min(height if height > 0 else self.sizeHint().height(), room.height()))

    def _lay_out(self) -> None:
        tried = QHBoxLayout()
        tried.setSpacing(SPACE_8)
        tried.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        tried.addWidget(self.task, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        for label in (self.count, self.title, self.text):
            column.addWidget(label)
        column.addLayout(tried)
        column.addWidget(self._hint)
        column.addSpacing(SPACE_8)
        column.addLayout(buttons)
        self.setTabOrder(self.leave, self.back)
        self.setTabOrder(self.back, self.next)

    def _tint(self) -> None:
        tokens = self._theme.tokens
        name, colour = ("circle-check", tokens.success) if self._done else ("mouse-pointer-click", tokens.accent)
        self._check.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))

    @Slot()
    def _on_next(self) -> None:
        if self.asking:
            self.go_on()
        else:
            self.next_wanted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._takes(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key, last = event.key(), self._step is not None and self._step[1] == self._step[2] - 1
        forward, back = {Qt.Key.Key_Right, Qt.Key.Key_PageDown}, {Qt.Key.Key_Left, Qt.Key.Key_PageUp}
        if self.isRightToLeft():
            forward, back = {Qt.Key.Key_Left, Qt.Key.Key_PageDown}, {Qt.Key.Key_Right, Qt.Key.Key_PageUp}
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.isAutoRepeat():
            return True  # a key held down answers nothing twice
        if key == Qt.Key.Key_Escape:
            if self.asking:
                self.leave_wanted.emit()
            else:
                self.ask()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            held = self.focusWidget()
            (held if held in (self.back, self.leave) else self.next).click()
        elif key in forward or key in back:
            # Arrows lead through the steps and never out of them.
            if self.asking:
                self.go_on()
            elif key in back:
                self.back_wanted.emit()
            elif not last:
                self.next_wanted.emit()
        else:
            return False
        return True


def place_beside(spot: QRect, size: QSize, room: QRect) -> QPoint:
    """The top left corner for a card of `size` beside `spot`, inside `room`."""
    inner = room.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    if spot.isEmpty():
        middle = QRect(QPoint(0, 0), size)
        middle.moveCenter(room.center())
        return middle.topLeft()
    across = max(inner.left(), min(spot.left(), inner.right() - size.width()))
    down = max(inner.top(), min(spot.top(), inner.bottom() - size.height()))
    offers = (
        QPoint(spot.right() + _GAP, down),
        QPoint(spot.left() - _GAP - size.width(), down),
        QPoint(across, spot.bottom() + _GAP),
        QPoint(across, spot.top() - _GAP - size.height()),
    )
    for offer in offers:
        if inner.contains(QRect(offer, size)):
            return offer
    return QPoint(max(room.left(), inner.right() - size.width()), max(room.top(), inner.bottom() - size.height()))
