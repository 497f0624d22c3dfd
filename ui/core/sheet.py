"""The one application style sheet, made from tokens; widgets choose a look by the properties `role` and `kind`."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache, lru_cache, partial
from string import Template
from typing import TYPE_CHECKING

from jarvis_desktop.core.bundled import bundled
from ui.core.measures import FONT_CAPTION, FONT_FIGURE, FONT_SECTION, FONT_TITLE, scale
from ui.core.sides import mirrored
from ui.core.tokens import mix

if TYPE_CHECKING:
    from ui.core.tokens import Tokens

_SIDE = re.compile(r"(?<=-)(left|right)(?=[-:])")
_FOUR_SIDES = re.compile(r"((?:padding|margin): [^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);")
_OF_MENUS = "QMenu::"
_PIXELS = re.compile(r"(?<![\w#.])(-?\d+)px")


def style_sheet(tokens: Tokens) -> str:
    """`resources/themes/application.qss` with the colours and sizes filled in, at the zoom in force."""
    return _filled(tokens, scale(), turned=mirrored())


@lru_cache(maxsize=8)
def _filled(tokens: Tokens, zoom: float, *, turned: bool) -> str:
    """The sheet at a zoom, 1.0 for 100 %; those last asked for are kept, since people go to and fro."""
    hover = 0.2 if tokens.contrast else 0.05
    values: dict[str, object] = dict(asdict(tokens))
    values |= {
        "selection": tokens.selection,
        "hover": mix(tokens.text, tokens.surface, hover),
        "hover_bg": mix(tokens.text, tokens.bg, hover),
        "pressed": mix(tokens.text, tokens.surface, 2 * hover),
        "accent_hover": mix(tokens.text, tokens.accent, 0.12),
        "accent_pressed": mix(tokens.text, tokens.accent, 0.24),
        "strong_border": tokens.control,
        "problem_ground": tokens.surface if tokens.contrast else mix(tokens.danger, tokens.surface, 0.06),
        "caption": FONT_CAPTION,
        "section": FONT_SECTION,
        "title": FONT_TITLE,
        "figure": FONT_FIGURE,
        "placeholder": mix(tokens.text, tokens.bg, 0.65) if tokens.contrast else tokens.muted,
        "at_rest": "dashed" if tokens.contrast else "solid",
        "line": 2 if tokens.contrast else 1,
        # In black and white a border in the colour of the text would not be seen around a button of that colour.
        "primary_focus": tokens.surface if tokens.contrast else tokens.accent,
        "on_primary_focus": tokens.text if tokens.contrast else tokens.on_accent,
        "arrow": "dark" if tokens.dark else "light",
        "themes": (bundled("resources") / "themes").as_posix(),
    }
    for tone in ("info", "warning", "danger", "success"):
        values[f"{tone}_ground"] = tokens.ground(tone)
        values[f"{tone}_edge"] = tokens.edge(tone)
    return _PIXELS.sub(partial(_zoomed, zoom), _template(turned=turned).substitute(values))


@cache
def _template(*, turned: bool) -> Template:
    written = (bundled("resources") / "themes" / "application.qss").read_text("utf-8")
    return Template(_turned(written) if turned else written)


def _turned(sheet: str) -> str:
    """The sheet with left and right exchanged: Qt mirrors where parts stand, but no border, corner or padding.

    It does mirror those of the entries of a menu, which it lays out by itself.
    """
    return "".join(line if line.startswith(_OF_MENUS) else _turned_line(line) for line in sheet.splitlines(True))


def _turned_line(rules: str) -> str:
    rules = _SIDE.sub(lambda side: "left" if side[1] == "right" else "right", rules)
    return _FOUR_SIDES.sub(r"\1 \4 \3 \2;", rules)


def _zoomed(zoom: float, length: re.Match[str]) -> str:
    pixels = int(length[1])
    shown = round(pixels * zoom)
    # A hairline stays one.
    return f"{shown or (pixels > 0) - (pixels < 0)}px"
