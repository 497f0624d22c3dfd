"""Boxes to choose from, by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def choice(name: str, object_name: str, parent: QWidget) -> QComboBox:
    """An empty box; `name` is what a screen reader says."""
    box = QComboBox(parent)
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box


def offer(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Fill a box with (value, text)."""
    box.blockSignals(True)
    box.clear()
    for value, text in entries:
        box.addItem(text, value)
    box.blockSignals(False)


def select(box: QComboBox, value: str) -> None:
    """Choose a value, if it is on offer, without telling anybody."""
    place = box.findData(value)
    if place >= 0:
        box.blockSignals(True)
        box.setCurrentIndex(place)
        box.blockSignals(False)


def chosen(box: QComboBox) -> str:
    """The value chosen."""
    value = box.currentData()
    return value if isinstance(value, str) else ""
