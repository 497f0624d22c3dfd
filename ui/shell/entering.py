"""Where the keyboard begins in a tab."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def entry(page: QWidget, last: QWidget | None = None) -> QWidget | None:
    """`last` if it can have the keyboard, or the first list of `page`, or else its first control, if it has any."""
    if last is not None and shiboken6.isValid(last) and last is not page and _may_have_it(last):
        return last
    inside = [widget for widget in page.findChildren(QWidget) if _is_stop(widget)]
    lists = (widget for widget in inside if isinstance(widget, QAbstractItemView))
    return next(lists, inside[0] if inside else None)


def _may_have_it(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
