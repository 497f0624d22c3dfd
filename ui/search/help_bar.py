"""The bar above a help page: back and forward, words to find in it, the size of its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.core.announce import announce
from ui.core.clearing import offer_clearing
from ui.core.icons import icon
from ui.core.keymap import shown_keys
from ui.core.measures import SPACE_4, SPACE_12

if TYPE_CHECKING:
    from ui.core.theme import Theme

_FIELD_WIDTH = 220


class HelpBar(QFrame):
    """Tells what is wanted; the view does it.

    Signals:
        back_wanted (), forward_wanted (): the page before, or after.
        size_wanted (int): letters larger (1) or smaller (-1).
        find_wanted (str): mark these words in the page.
        match_wanted (int): show the place found of that number, counted round.
        find_left (): the keyboard goes back to the page.
    """

    back_wanted = Signal()
    forward_wanted = Signal()
    size_wanted = Signal(int)
    find_wanted = Signal(str)
    match_wanted = Signal(int)
    find_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found = 0
        self._place = -1
        self.setObjectName("helpBar")
        self.back = self._tool("helpBack", tr("Page before ({key})", key=shown_keys("Backspace")), "arrow-left")
        self.forward = self._tool(
            "helpForward", tr("Page after ({key})", key=_native(QKeySequence.StandardKey.Forward)), "arrow-right"
        )
        self.field = QLineEdit(self)
        self.field.setObjectName("helpFind")
        self.field.setAccessibleName(tr("Find in this page"))
        self.field.setAccessibleDescription(
            tr(
                "{next_key} goes to the next place, {previous_key} to the one before.",
                next_key=shown_keys("Return"),
                previous_key=shown_keys("Shift+Return"),
            )
        )
        find = _native(QKeySequence.StandardKey.Find)
        self.field.setPlaceholderText(tr("Find in this page ({key})", key=find))
        self.field.setMaximumWidth(_FIELD_WIDTH)
        offer_clearing(self.field)
        self.count = QLabel(self)
        self.count.setObjectName("helpFound")
        self.count.setProperty("role", "caption")
        self.smaller = self._tool("helpSmaller", tr("Smaller letters"), "zoom-out")
        self.larger = self._tool("helpLarger", tr("Larger letters"), "zoom-in")
        self.percent = QLabel(tr("{n} %", n=100), self)
        self.percent.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for widget in (self.back, self.forward):
            row.addWidget(widget)
        row.addSpacing(SPACE_12)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        for part in (self.smaller, self.percent, self.larger):
            row.addWidget(part)
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.field.textChanged.connect(self.find_wanted)
        theme.changed.connect(self._tint)
        self.show_trail(back=False, forward=False)
        self._tint()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    def show_trail(self, *, back: bool, forward: bool) -> None:
        """Whether there is a page before and after."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_size(self, percent: int, *, smaller: bool, larger: bool) -> None:
        """How large the letters are, and whether they can be smaller and larger."""
        self.percent.setText(tr("{n} %", n=percent))
        self.smaller.setEnabled(smaller)
        self.larger.setEnabled(larger)

    def show_found(self, count: int) -> None:
        """In how many places the words are; the first one becomes the current one."""
        self._found = count
        self._place = -1
        self.field.setProperty("problem", bool(self.words.strip()) and not count)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        if not self.words.strip():
            self.count.setText("")
            return
        self.count.setText(tr_n("{n} place", "{n} places", count) if count else tr("Not on this page"))
        announce(self.field, self.count.text())
        if count:
            self.next_match()

    @Slot()
    def begin_find(self) -> None:
        """Type what to find."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def next_match(self) -> None:
        """Go to the next place found."""
        self._go(1)

    @Slot()
    def previous_match(self) -> None:
        """Go to the place before."""
        self._go(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.field.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif self.field.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self.find_left.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        if self._found:
            self._place = (self._place + step) % self._found
            self.count.setText(tr("{place} of {count}", place=self._place + 1, count=self._found))
            self.match_wanted.emit(self._place)

    @Slot()
    def _on_smaller(self) -> None:
        self.size_wanted.emit(-1)

    @Slot()
    def _on_larger(self) -> None:
        self.size_wanted.emit(1)

    def _tool(self, name: str, tip: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("picture", picture)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAccessibleDescription(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot()
    def _tint(self) -> None:
        for button in (self.back, self.forward, self.smaller, self.larger):
            button.setIcon(icon(str(button.property("picture")), self._theme.tokens.muted))


def _native(keys: QKeySequence.StandardKey) -> str:
    """The keys this system has for it, as people read them."""
    return str(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
