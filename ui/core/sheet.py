"""The one application style sheet, made from tokens; widgets choose a look by the properties `role` and `kind`."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from jarvis_desktop.core.bundled import bundled
from ui.core.measures import FONT_CAPTION, FONT_FIGURE, FONT_SECTION, FONT_TITLE
from ui.core.tokens import mix

if TYPE_CHECKING:
    from ui.core.tokens import Tokens


def style_sheet(tokens: Tokens) -> str:
    """`resources/themes/application.qss` with the colours and sizes filled in."""
    template = Template((bundled("resources") / "themes" / "application.qss").read_text("utf-8"))
    values: dict[str, object] = dict(asdict(tokens))
    values |= {
        "selection": mix(tokens.accent, tokens.surface, 0.14),
        "hover": mix(tokens.text, tokens.surface, 0.05),
        "hover_bg": mix(tokens.text, tokens.bg, 0.05),
        "pressed": mix(tokens.text, tokens.surface, 0.10),
        "accent_hover": mix(tokens.text, tokens.accent, 0.12),
        "accent_pressed": mix(tokens.text, tokens.accent, 0.24),
        "strong_border": mix(tokens.muted, tokens.border, 0.35),
        "problem_ground": mix(tokens.danger, tokens.surface, 0.06),
        "caption": FONT_CAPTION,
        "section": FONT_SECTION,
        "title": FONT_TITLE,
        "figure": FONT_FIGURE,
        "arrow": "light" if tokens.bg == "#F6F7F9" else "dark",
        "themes": (bundled("resources") / "themes").as_posix(),
    }
    for tone in ("info", "warning", "danger", "success"):
        values[f"{tone}_ground"] = mix(getattr(tokens, tone), tokens.surface, 0.09)
        values[f"{tone}_edge"] = mix(getattr(tokens, tone), tokens.surface, 0.35)
    return template.substitute(values)
