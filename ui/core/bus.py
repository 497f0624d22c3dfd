"""Tells open screens which stored rows changed, whoever changed them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.core.changes import Changes


class ChangeBus(QObject):
    """Distributes changes on the UI thread.

    Signals:
        changed (Changes): rows changed, by a use case of this window or by any other client of the database.
    """

    changed = Signal(object)

    @Slot(object)
    def publish(self, changes: Changes) -> None:
        """Announce `changes` to every screen."""
        self.changed.emit(changes)
