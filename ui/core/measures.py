"""Spacing and sizes in device-independent pixels (the measures of the look), and how large they are shown."""

from __future__ import annotations

SPACE_4 = 4
SPACE_8 = 8
SPACE_12 = 12
SPACE_16 = 16
SPACE_24 = 24
SPACE_32 = 32

ROW_COMPACT = 28
ROW_NORMAL = 34
CONTROL_HEIGHT = 30

FONT_CAPTION = 11
FONT_BODY = 13
FONT_SECTION = 15
FONT_TITLE = 20
FONT_FIGURE = 26

RAIL_WIDTH = 208
RAIL_NARROW = 48
TOP_BAR_HEIGHT = 44
STATUS_BAR_HEIGHT = 24

FORM_TWO_COLUMNS_FROM = 960
FORM_COLUMN_MAX = 720
TEXT_COLUMNS_MAX = 80

_scale = 1.0


def scale() -> float:
    """How much larger than its measures everything is shown (1.0: 100 %)."""
    return _scale


def set_scale(factor: float) -> None:
    """Show everything `factor` times its measures; the theme calls this and then tells whoever paints."""
    global _scale  # noqa: PLW0603 - the process has one zoom, as it has one style
    _scale = factor


def zoomed(pixels: float) -> int:
    """A measure as large as it is shown now: for painting by hand and for sizes compared with a widget's own.

    What is set on widgets and layouts (margins, spacings, fixed, least and most sizes, icon sizes) is said unzoomed and
    follows by itself (`ui/core/zooming.py`).
    """
    return round(pixels * _scale)
