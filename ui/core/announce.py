"""Says something to those who hear the screen: what appears in passing, and what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ANNOUNCED = "announced"
"""The property of a widget that keeps what was last announced for it."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `text`, which belongs to `widget`.

    It waits until the reader has finished its sentence; an `urgent` one interrupts, which is for problems that stop
    what the person was doing. Without words nothing is said.
    """
    words = " ".join(text.split())
    if not words:
        return
    widget.setProperty(ANNOUNCED, words)
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
