"""A word in passing below the content: what was just done, and the one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.announce import announce
from ui.core.elided import ElidedLines
from ui.core.icons import icon, pixmap
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12
from ui.core.sides import margins

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.theme import Theme

SHOWN_MS = 10_000
REASON_MS = 30_000
"""How long a word stays, and one that says why something was refused."""

MOST_LINES = 2
"""More would push the work away; the whole is in the tool tip, and what is kept in the notifications."""

_LOOKS = {"done": ("check", "success"), "info": ("info", "info"), "warning": ("triangle-alert", "warning")}


class Toast(QFrame):
    """One sentence with up to two actions; it takes a line of its own and covers nothing.

    It goes after a while, when clicked, or with Escape; not while the pointer or the focus is in it.

    Signals:
        closed (): it went.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "info"
        self._said = ""
        self._actions: list[Callable[[], None]] = []
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self._icon = QLabel(self)
        self._text = ElidedLines(MOST_LINES, self)
        self._text.setObjectName("toastText")
        self._buttons = [QPushButton(self), QPushButton(self)]
        for place, button in enumerate(self._buttons):
            button.setObjectName(f"toastAction{place}")
            button.setProperty("kind", "quiet")
        self._buttons[0].clicked.connect(self._on_first)
        self._buttons[1].clicked.connect(self._on_second)
        self._close = QToolButton(self)
        self._close.setObjectName("toastClose")
        self._close.setAccessibleName(tr("Close the message"))
        self._close.setToolTip(tr("Close the message"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SPACE_12, SPACE_4, SPACE_8, SPACE_4))
        row.setSpacing(SPACE_8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._close)
        self.in_front: Callable[[], Toast | None] = lambda: None
        """Where the person looks, when that is another window."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence in view, or ""."""
        return "" if self.isHidden() else self._said

    def say(self, text: str, *actions: tuple[str, Callable[[], None]], tone: str = "info") -> None:
        """Show a sentence with up to two actions (their text and what they do); `tone` is done, info or warning."""
        other = self.in_front()
        if other is not None:
            other.say(text, *actions, tone=tone)
            return
        had_focus = self._holds_focus()
        self._tone = tone
        self._actions = [run for _, run in actions]
        self._said = " ".join(text.split())
        self._text.set_full_text(self._said)
        for button, (label, _) in zip(self._buttons, [*actions, ("", None), ("", None)], strict=False):
            button.setText(label.replace("&", "&&"))
            button.setAccessibleName(f"{label}. {text}" if label else "")
            button.setVisible(bool(label))
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()
        self.show()
        if had_focus:
            self._close.setFocus()
        self._timer.start(REASON_MS if tone == "warning" else SHOWN_MS)
        announce(self, text, urgent=tone == "warning")

    @Slot()
    def dismiss(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        self._actions = []
        if not self.isHidden():
            if self._holds_focus() and self.parentWidget() is not None:
                self.focusPreviousChild()
            self.hide()
            self.closed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.dismiss()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start(SHOWN_MS)

    @Slot()
    def _on_time(self) -> None:
        if self._holds_focus():
            self._timer.start(SHOWN_MS)
        else:
            self.dismiss()

    @Slot()
    def _on_first(self) -> None:
        self._run(0)

    @Slot()
    def _on_second(self) -> None:
        self._run(1)

    def _run(self, place: int) -> None:
        run = self._actions[place] if place < len(self._actions) else None
        self.dismiss()
        if run is not None:
            run()

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @Slot()
    def _tint(self) -> None:
        tokens = self._theme.tokens
        name, token = _LOOKS[self._tone]
        self._icon.setPixmap(pixmap(name, str(getattr(tokens, token)), 16, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", tokens.muted))
