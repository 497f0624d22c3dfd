"""Makes what was said in pixels at 100 % follow the zoom: margins, spacings, sizes and icon sizes of every widget.

And has texts begin where people begin to read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QProxyStyle,
    QWidget,
)
from typing_extensions import override

from ui.core.measures import scale
from ui.core.sides import lead, mirrored

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_AT = "measuredAt"
_FITTED = "zoomFitted"
_UNLIMITED = 16_777_215
_FREE = (0, 0, _UNLIMITED, _UNLIMITED)
_OF_A_SHEET = ("_q_stylesheet_minw", "_q_stylesheet_minh", "_q_stylesheet_maxw", "_q_stylesheet_maxh")
"""Properties by which Qt notes that the style sheet gave a widget that size; the sheet is zoomed already."""

_INTERNALS = frozenset({"QComboBoxPrivateContainer", "QComboBoxListView", "QCalendarView", "QPrevNextCalButton"})
"""Widgets of Qt's own making that size themselves."""


class ZoomStyle(QProxyStyle):
    """Fusion, that fits each widget to the zoom when it is polished: when first shown, and when the sheet changes."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._zooms = False

    @override
    def polish(self, *arguments: object) -> object:  # type: ignore[override]  # one method stands for three of Qt's
        """What Qt asks for a widget, the palette or the application."""
        answer = super().polish(*arguments)  # type: ignore[call-overload]  # as above
        if mirrored() and isinstance(arguments[0], QLabel | QLineEdit):
            lead(arguments[0])
        if self._zooms or scale() != 1.0:
            # Once something was fitted, it is fitted back as well.
            self._zooms = True
            if isinstance(arguments[0], QWidget):
                fit(arguments[0])
        return answer


def measured(widget: QWidget) -> None:
    """Say that the sizes set on `widget` so far were made from its font as it is shown now."""
    widget.setProperty(_AT, scale())


def fit(widget: QWidget) -> None:
    """Bring `widget` and its layout to the zoom; nothing to do for what never left 100 %."""
    now = scale()
    if not widget.property(_FITTED):
        if now == 1.0:
            return
        widget.setProperty(_FITTED, True)
    if isinstance(widget, QHeaderView) or widget.metaObject().className() in _INTERNALS:
        return
    _fit_sizes(widget, now)
    if isinstance(widget, QLabel):
        around = widget.contentsMargins()
        margins = (around.left(), around.top(), around.right(), around.bottom())
        _follow(widget, "zoomMargins", margins, widget.setContentsMargins, now)
    layout = widget.layout()
    if layout is not None:
        _fit_layout(layout, now)
    if isinstance(widget, QAbstractButton | QComboBox):
        icon = widget.iconSize()
        _follow(widget, "zoomIcon", (icon.width(), icon.height()), partial(_set_icon_size, widget), now)


def _fit_sizes(widget: QWidget, now: float) -> None:
    least, most = widget.minimumSize(), widget.maximumSize()
    sizes = (least.width(), least.height(), most.width(), most.height())
    if sizes == _FREE:
        return
    at = widget.property(_AT)
    free = [
        0 < size < _UNLIMITED and widget.property(name) is None for size, name in zip(sizes, _OF_A_SHEET, strict=True)
    ]
    layout = widget.layout()
    if widget.isWindow() and layout is not None and least == layout.totalMinimumSize():
        # A window's layout gave it its least size.
        free[:2] = False, False
    _follow(widget, "zoomSizes", sizes, partial(_set_sizes, widget, tuple(free)), now, at=at or 1.0, free=tuple(free))


def _fit_layout(layout: QLayout, now: float) -> None:
    sides = layout.contentsMargins()
    margins = (sides.left(), sides.top(), sides.right(), sides.bottom())
    _follow(layout, "zoomMargins", margins, layout.setContentsMargins, now)
    if isinstance(layout, QGridLayout | QFormLayout):
        gaps = (layout.horizontalSpacing(), layout.verticalSpacing())
        _follow(layout, "zoomGaps", gaps, partial(_set_gaps, layout), now)
    elif isinstance(layout, QBoxLayout):
        _follow(layout, "zoomGaps", (layout.spacing(),), layout.setSpacing, now)
    for inner in layout.children():
        if isinstance(inner, QLayout):
            _fit_layout(inner, now)


def _follow(
    thing: QObject,
    name: str,
    current: tuple[int, ...],
    put: Callable[..., None],
    now: float,
    *,
    at: float = 1.0,
    free: tuple[bool, ...] = (),
) -> None:
    """Show `current` values at `now`; those that are as this left them mean what was said before, others are new."""
    kept = thing.property(name)
    half = len(current)
    said = [kept[half + place] if kept and kept[place] == value else value / at for place, value in enumerate(current)]
    shown = [
        max(1, round(value * now)) if value > 0 and (not free or free[place]) else current[place]
        for place, value in enumerate(said)
    ]
    if shown != list(current):
        put(*shown)
    held = [*shown, *said]
    if held != kept:
        thing.setProperty(name, held)


def _set_sizes(widget: QWidget, free: tuple[bool, ...], *sizes: int) -> None:
    setters = (widget.setMinimumWidth, widget.setMinimumHeight, widget.setMaximumWidth, widget.setMaximumHeight)
    # The limit that gives way first, so that the other is never beyond it.
    grows = sizes[2] > widget.maximumWidth() or sizes[3] > widget.maximumHeight()
    for place in (2, 3, 0, 1) if grows else (0, 1, 2, 3):
        if free[place]:
            setters[place](sizes[place])


def _set_gaps(layout: QGridLayout | QFormLayout, across: int, down: int) -> None:
    layout.setHorizontalSpacing(across)
    layout.setVerticalSpacing(down)


def _set_icon_size(widget: QAbstractButton | QComboBox, width: int, height: int) -> None:
    widget.setIconSize(QSize(width, height))
