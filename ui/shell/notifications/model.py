"""The history as rows of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.people.notifications.types import KeptNotification, Tone
from ui.core.locale import here

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

ENTRY = Qt.ItemDataRole.UserRole
TONES = {
    Tone.INFO: ("info", mark("Information")),
    Tone.SUCCESS: ("circle-check", mark("Done")),
    Tone.WARNING: ("triangle-alert", mark("Warning")),
    Tone.DANGER: ("octagon-alert", mark("Problem")),
}
"""Icon and word of each tone: it is never told by colour alone."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Notifications, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[KeptNotification] = []

    @property
    def entries(self) -> Sequence[KeptNotification]:
        """The rows."""
        return self._entries

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (entry.title, entry.text, here().exact(entry.created_at)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return None

    def show_entries(self, entries: Sequence[KeptNotification]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def add_older(self, entries: Sequence[KeptNotification]) -> None:
        """Show these behind the ones there are."""
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._entries.extend(entries)
            self.endInsertRows()

    def mark(self, ids: set[int], read_at: datetime | None) -> None:
        """Show those as read, or as not read."""
        for row, entry in enumerate(self._entries):
            if entry.id in ids:
                self._entries[row] = replace(entry, read_at=read_at)
                self.dataChanged.emit(self.index(row), self.index(row))


def spoken(entry: KeptNotification) -> str:
    """A notification as a screen reader says it."""
    parts = (
        shown(TONES[entry.tone][1]),
        entry.title,
        entry.text,
        here().relative(entry.created_at),
        tr("not read") if entry.unread else "",
    )
    return ". ".join(part for part in parts if part)
