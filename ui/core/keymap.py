"""Which keys do what, for one person: the program's keys unless others were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_KEYS = 4
"""Key combinations that one command may have."""
_LONGEST_NAME = 120
KEPT = frozenset({"help.open", "help.shortcuts"})
"""What keeps its keys when all others are switched off: the way back."""

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyMap(QObject):
    """A person's keys by the name of what they do.

    Signals:
        changed (): other keys are in force.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._enabled = True
        self._letters = True

    @property
    def enabled(self) -> bool:
        """Whether keys do anything at all."""
        return self._enabled

    @property
    def letters(self) -> bool:
        """Whether single letters are keys."""
        return self._letters

    @property
    def chosen(self) -> Mapping[str, tuple[str, ...]]:
        """What the person chose, by name; an empty tuple is “no keys”."""
        return self._chosen

    def of(self, name: str, usual: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The keys in force for `name`, whose own are `usual`; in Qt's portable spelling."""
        if not self._enabled and name not in KEPT:
            return ()
        keys = self._chosen.get(name)
        if keys is None:
            keys = usual
        return keys if self._letters else tuple(key for key in keys if not is_typing(key))

    def sequences(self, name: str, usual: tuple[str, ...] = ()) -> list[QKeySequence]:
        """The same as Qt takes them."""
        return [QKeySequence(key) for key in self.of(name, usual)]

    def text(self, name: str, usual: tuple[str, ...] = ()) -> str:
        """The first of the keys as people read it, or ""."""
        keys = self.of(name, usual)
        return shown_keys(keys[0]) if keys else ""

    def choose(self, choices: Mapping[str, tuple[str, ...] | None]) -> None:
        """Give each name these keys from now on; None gives it its own back."""
        before = dict(self._chosen)
        for name, keys in choices.items():
            if keys is None:
                self._chosen.pop(name, None)
            else:
                self._chosen[name] = keys[:MOST_KEYS]
        if self._chosen != before:
            self.changed.emit()

    def set_enabled(self, *, enabled: bool) -> None:
        """Switch all keys on or off."""
        if enabled != self._enabled:
            self._enabled = enabled
            self.changed.emit()

    def set_letters(self, *, letters: bool) -> None:
        """Switch single letters on or off."""
        if letters != self._letters:
            self._letters = letters
            self.changed.emit()

    def state(self) -> dict[str, Any]:
        """What is to be remembered."""
        keys = {name: list(keys) for name, keys in sorted(self._chosen.items())}
        return {"keys": keys, "enabled": self._enabled, "letters": self._letters}

    def take(self, state: Mapping[str, Any]) -> int:
        """Put a remembered state in force; answers how many of its parts mean nothing and were left out."""
        chosen, dropped = _read(state.get("keys", {}))
        switches = []
        for name in ("enabled", "letters"):
            value = state.get(name, True)
            switches.append(value if isinstance(value, bool) else True)
            dropped += not isinstance(value, bool)
        before = (self._chosen, self._enabled, self._letters)
        self._chosen, self._enabled, self._letters = chosen, switches[0], switches[1]
        if before != (self._chosen, self._enabled, self._letters):
            self.changed.emit()
        return dropped


def _read(stored: object) -> tuple[dict[str, tuple[str, ...]], int]:
    if not isinstance(stored, dict):
        return {}, 1
    chosen: dict[str, tuple[str, ...]] = {}
    dropped = 0
    for name, keys in stored.items():
        read = [portable(key) for key in keys if isinstance(key, str)] if isinstance(keys, list) else None
        if read is None or len(name) > _LONGEST_NAME or len(read) != len(keys) or "" in read or len(read) > MOST_KEYS:
            dropped += 1
        else:
            chosen[name] = tuple(dict.fromkeys(read))
    return chosen, dropped


def portable(text: str) -> str:
    """A key combination in Qt's portable spelling; "" for what is none."""
    sequence = QKeySequence(text[:_LONGEST_NAME], QKeySequence.SequenceFormat.PortableText)
    if sequence.isEmpty() or any(each.key() == Qt.Key.Key_unknown for each in combinations(sequence)):
        return ""
    return str(sequence.toString(QKeySequence.SequenceFormat.PortableText))


def combinations(sequence: QKeySequence) -> list[QKeyCombination]:
    """The key combinations that are pressed one after the other."""
    return [sequence[place] for place in range(sequence.count())]  # type: ignore[index]  # the stubs lack it


def shown_keys(key: str) -> str:
    """A portable spelling as people of this system and language read it."""
    return str(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))


def is_typing(key: str) -> bool:
    """Whether the keys begin with one that types a character: a letter, a sign, no Ctrl, Alt or function key."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return False
    first = combinations(sequence)[0]
    code = first.key()
    return not first.keyboardModifiers() & _HELD and Qt.Key.Key_Space < code <= Qt.Key.Key_ydiaeresis
