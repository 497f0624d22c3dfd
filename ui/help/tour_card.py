"""The card of the tour: what to see, what to try, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
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
    """One step at a time; takes keys only while it has the focus.

    Signals:
        next_wanted (), back_wanted (), leave_wanted (): the person goes on, back, or ends the tour.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._done = False
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
        self.next.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._lay_out()
        theme.changed.connect(self._tint)

    def show_step(self, step: TourStep, place: int, count: int) -> None:
        """Show a step, the `place`th (from 0) of `count`."""
        last = place == count - 1
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
        self._hint.setText(tr("F6 goes to this part of the window and back here. Esc ends the tour."))
        self._hint.setVisible(step.spot is not None)
        self._done = False
        self.task.setText(shown(step.task) if step.task else "")
        self.task.setVisible(bool(step.task))
        self._check.setVisible(bool(step.task))
        self.setAccessibleName(tr("Tour: {title}", title=self.title.text()))
        self.setAccessibleDescription(f"{self.text.text()} {self.task.text()}".strip())
        self._tint()
        announce(self, f"{self.title.text()}. {self.accessibleDescription()}")

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

    def _fitting(self, room: QRect) -> QSize:
        width = min(self.fontMetrics().averageCharWidth() * 52 + 2 * SPACE_16, max(200, room.width() - 2 * _GAP))
        layout = self.layout()
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown}:
            self.next_wanted.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp}:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)


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
