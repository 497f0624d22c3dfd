"""The design tokens of each theme, and the arithmetic of contrast."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#rrggbb`. Every text token has a contrast of at least 4.5:1 on `bg`, `surface` and `raised`."""

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
)

_LAYER_KEYS = frozenset(f.name for f in fields(Tokens) if f.name.startswith("layer_"))


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(over: str, under: str, share: float) -> str:
    """`over` at opacity `share` (0 to 1) on `under`, as a solid colour."""
    parts = (round(o * share + u * (1 - share)) for o, u in zip(channels(over), channels(under), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(c) for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: tuple[str, ...], towards: str, least: float = 4.5) -> str:
    """`colour` mixed towards `towards` until its contrast on every ground is at least `least`."""
    for step in range(21):
        candidate = mix(towards, colour, step / 20)
        if all(contrast(candidate, ground) >= least for ground in grounds):
            return candidate
    return towards
