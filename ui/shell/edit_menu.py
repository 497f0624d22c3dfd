"""The menu Edit: what can be taken back and done again, by name, and what was done lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from ui.core.undo import UndoStack

HISTORY_LENGTH = 20
_LONGEST = 80


class EditMenu(QObject):
    """Undo, redo and the history of a stack in one menu; the two signals are emitted when they are chosen."""

    def __init__(self, menu: QMenu, undo_chosen: SignalInstance, redo_chosen: SignalInstance) -> None:
        super().__init__(menu)
        self._stack: UndoStack | None = None
        self.undo = self._action(menu, "undo", undo_chosen, ["Ctrl+Z"])
        self.redo = self._action(menu, "redo", redo_chosen, ["Ctrl+Shift+Z", "Ctrl+Y"])
        menu.addSeparator()
        self.history = menu.addMenu(tr("History"))
        self.history.setObjectName("history")
        self.history.aboutToShow.connect(self._list)
        self._show()

    def follow(self, stack: UndoStack) -> None:
        """Show what `stack` holds, now and whenever it changes."""
        self._stack = stack
        stack.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        stack = self._stack
        for action, word, text in (
            (self.undo, tr("Undo"), stack.undo_text if stack is not None else ""),
            (self.redo, tr("Redo"), stack.redo_text if stack is not None else ""),
        ):
            action.setText(f"{word}: {_shortened(text)}" if text else word)
            action.setEnabled(bool(text))
        self.history.setEnabled(stack is not None and bool(stack.history()))

    @Slot()
    def _list(self) -> None:
        self.history.clear()
        for line in self._stack.history()[:HISTORY_LENGTH] if self._stack is not None else ():
            entry = self.history.addAction(_shortened(line))
            entry.setEnabled(False)

    def _action(self, menu: QMenu, name: str, signal: SignalInstance, keys: list[str]) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(signal)
        menu.addAction(action)
        return action


def _shortened(text: str) -> str:
    """A text as a menu shows it: in one line, not too long, with its ampersands."""
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…").replace("&", "&&")
