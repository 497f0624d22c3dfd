"""The design tokens of each theme, and the arithmetic of contrast."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0
"""The least contrast of text, and of large text, graphics and the focus ring (WCAG 2.2, 1.4.3 and 1.4.11, AA)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#rrggbb`.

    Every colour that text is written in has a contrast of at least 4.5:1 on every ground of `grounds()`. `accent` may
    be a persona's or a company's (`tinted`), `rail` is the ground of the navigation rail, `chip` the disc of the
    persona. `dark` tells on which side the theme stands; `contrast` that it is black and white with strong borders.
    """

    bg: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    success: str
    warning: str
    danger: str
    info: str
    layer_experience: str
    layer_meta_brain: str
    layer_role: str
    layer_process: str
    layer_system: str
    layer_interface: str
    rail: str = ""
    chip: str = ""
    dark: bool = False
    contrast: bool = False

    @property
    def selection(self) -> str:
        """The ground of what is selected: the accent at 14 %, a plain grey in high contrast."""
        return mix(self.text if self.contrast else self.accent, self.surface, 0.2 if self.contrast else 0.14)

    @property
    def control(self) -> str:
        """The border of what can be typed in or pressed, 3:1 on what it stands on."""
        return readable(self.border, (self.bg, self.surface, self.raised), self.text, GRAPHIC_CONTRAST)

    def ground(self, tone: str) -> str:
        """The ground of a notice of `tone` (info, success, warning, danger)."""
        return self.surface if self.contrast else mix(str(getattr(self, tone)), self.surface, 0.09)

    def edge(self, tone: str) -> str:
        """The border of a notice of `tone`."""
        return self.text if self.contrast else mix(str(getattr(self, tone)), self.surface, 0.35)

    def grounds(self) -> tuple[str, ...]:
        """Every ground that text stands on."""
        hovered = (mix(self.text, self.surface, 0.05), mix(self.text, self.bg, 0.05))
        return (self.bg, self.surface, self.raised, self.rail or self.surface, self.selection, *hovered)

    def layer(self, name: str) -> str:
        """The colour of one of the six layers ("Meta Brain"); muted for any other name."""
        key = "layer_" + name.strip().lower().replace(" ", "_").replace("-", "_")
        return str(getattr(self, key)) if key in _LAYER_KEYS else self.muted


LIGHT = Tokens(
    bg="#F6F7F9",
    surface="#FFFFFF",
    raised="#EEF1F5",
    border="#D9DEE6",
    text="#1A2330",
    muted="#566273",
    accent="#2B5BCB",
    on_accent="#FFFFFF",
    success="#1B7A4B",
    warning="#8F5A00",
    danger="#B92C25",
    info="#1F639F",
    layer_experience="#4C6FCC",
    layer_meta_brain="#8A4FBF",
    layer_role="#0F7F8C",
    layer_process="#3F7D2B",
    layer_system="#A65B12",
    layer_interface="#B23A6F",
)

DARK = Tokens(
    bg="#10141A",
    surface="#171D25",
    raised="#202833",
    border="#2E3845",
    text="#E8EDF3",
    muted="#9CA9B8",
    accent="#82A8FF",
    on_accent="#0E1420",
    success="#5FCB95",
    warning="#E8B653",
    danger="#FF8178",
    info="#7DBBFF",
    layer_experience="#8FA9F0",
    layer_meta_brain="#C39AE8",
    layer_role="#5CC7D2",
    layer_process="#8CCB73",
    layer_system="#E8A562",
    layer_interface="#EE8FB6",
    dark=True,
)

CONTRAST_LIGHT = Tokens(
    bg="#FFFFFF",
    surface="#FFFFFF",
    raised="#FFFFFF",
    border="#000000",
    text="#000000",
    muted="#000000",
    accent="#000000",
    on_accent="#FFFFFF",
    success="#000000",
    warning="#000000",
    danger="#000000",
    info="#000000",
    layer_experience="#000000",
    layer_meta_brain="#000000",
    layer_role="#000000",
    layer_process="#000000",
    layer_system="#000000",
    layer_interface="#000000",
    contrast=True,
)
"""Black on white: nothing is told by colour."""

_OPPOSITE = {"#000000": "#FFFFFF", "#FFFFFF": "#000000"}
_TURNED: dict[str, Any] = {
    f.name: _OPPOSITE[v] for f in fields(Tokens) if (v := getattr(CONTRAST_LIGHT, f.name)) in _OPPOSITE
}
CONTRAST_DARK = replace(CONTRAST_LIGHT, **_TURNED, dark=True)
"""White on black."""

_WRITTEN = frozenset({"muted", "success", "warning", "danger", "info"})
_LAYER_KEYS = frozenset(f.name for f in fields(Tokens) if f.name.startswith("layer_"))


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(over: str, under: str, share: float) -> str:
    """`over` at opacity `share` (0 to 1) on `under`, as a solid colour."""
    parts = (round(o * share + u * (1 - share)) for o, u in zip(channels(over), channels(under), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


_LINEAR = tuple(map(_linear, range(256)))


@lru_cache(maxsize=4_096)
def _luminance(colour: str) -> float:
    red, green, blue = channels(colour)
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    one, other = _luminance(first), _luminance(second)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def readable(colour: str, grounds: tuple[str, ...], towards: str, least: float = 4.5) -> str:
    """`colour` mixed towards `towards` until its contrast on every ground is at least `least`."""
    for step in range(21):
        candidate = mix(towards, colour, step / 20)
        if all(contrast(candidate, ground) >= least for ground in grounds):
            return candidate
    return towards


@dataclass(frozen=True, slots=True)
class Colours:
    """Somebody's own colour on light and on dark grounds, `#rrggbb` or "" for none."""

    light: str = ""
    dark: str = ""

    def on(self, tokens: Tokens) -> str:
        """The one for a theme; the other serves where only that one is known."""
        return (self.dark or self.light) if tokens.dark else (self.light or self.dark)


NO_COLOURS = Colours()


@lru_cache(maxsize=256)
def tinted(tokens: Tokens, person: Colours = NO_COLOURS, company: Colours = NO_COLOURS) -> Tokens:
    """`tokens` with a persona's accent and chip and a company's rail, each adjusted until contrast holds.

    A persona without a colour has the company's. High contrast knows no tint.
    """
    if tokens.contrast:
        return replace(tokens, rail=tokens.bg, chip=tokens.text)
    brand = company.on(tokens) or tokens.accent
    own = person.on(tokens) or brand
    rail = mix(brand, tokens.surface, RAIL_TINT) if company.on(tokens) else tokens.surface
    based = replace(tokens, rail=rail)
    accent = _accent(own, based)
    based = replace(based, accent=accent, chip=accent)
    grounds = based.grounds()
    written: dict[str, Any] = {
        name: readable(str(getattr(based, name)), grounds, tokens.text) for name in _WRITTEN | _LAYER_KEYS
    }
    return replace(based, **written)


RAIL_TINT = 0.04
"""How much of the company's colour is in the ground of the rail."""


def _accent(colour: str, tokens: Tokens) -> str:
    """`colour` mixed towards the text until it can be read everywhere, on the selection made of itself too."""
    for step in range(41):
        candidate = mix(tokens.text, colour, step / 40)
        grounds = replace(tokens, accent=candidate).grounds()
        if contrast(tokens.on_accent, candidate) >= TEXT_CONTRAST and all(
            contrast(candidate, ground) >= TEXT_CONTRAST for ground in grounds
        ):
            return candidate
    return tokens.text
