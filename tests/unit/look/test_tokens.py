"""Every colour that something is written in is readable on every ground, whoever tints the theme."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.core.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    GRAPHIC_CONTRAST,
    LIGHT,
    TEXT_CONTRAST,
    Colours,
    Tokens,
    contrast,
    mix,
    readable,
    tinted,
)

COLOUR = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
OWN = st.builds(Colours, COLOUR | st.just(""), COLOUR | st.just(""))
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST_LIGHT, "contrast-dark": CONTRAST_DARK}
WRITTEN = ("text", "muted", "accent", "success", "warning", "danger", "info")
TONES = ("success", "warning", "danger", "info")
LAYERS = tuple(f.name for f in fields(Tokens) if f.name.startswith("layer_"))


def failures(tokens: Tokens) -> list[str]:
    """The pairs of text and ground, and of ring and ground, that have too little contrast."""
    pairs = [(name, ground) for name in (*WRITTEN, *LAYERS) for ground in tokens.grounds()]
    pairs += [(name, tokens.ground(tone)) for tone in TONES for name in ("text", "muted", tone)]
    poor = [f"{name} on {ground}" for name, ground in pairs if contrast(getattr(tokens, name), ground) < TEXT_CONTRAST]
    poor += [
        f"border of controls on {ground}"
        for ground in (tokens.bg, tokens.surface, tokens.raised)
        if contrast(tokens.control, ground) < GRAPHIC_CONTRAST
    ]
    for mark in ("accent", "chip"):
        if contrast(tokens.on_accent, getattr(tokens, mark)) < TEXT_CONTRAST:
            poor.append(f"on_accent on {mark}")
        poor += [
            f"{mark} against {ground}"
            for ground in tokens.grounds()
            if contrast(getattr(tokens, mark), ground) < GRAPHIC_CONTRAST
        ]
    return poor


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_a_theme_is_readable(name: str) -> None:
    assert failures(tinted(THEMES[name])) == []


@pytest.mark.parametrize("name", THEMES)
@given(person=OWN, company=OWN)
def test_no_persona_and_no_company_makes_a_theme_unreadable(name: str, person: Colours, company: Colours) -> None:
    assert failures(tinted(THEMES[name], person, company)) == []


@given(person=OWN, company=OWN)
def test_high_contrast_stays_black_and_white(person: Colours, company: Colours) -> None:
    for base in (CONTRAST_LIGHT, CONTRAST_DARK):
        made = tinted(base, person, company)
        named = {str(getattr(made, f.name)) for f in fields(made)} - {"True", "False"}
        assert named == {"#000000", "#FFFFFF"}


@given(person=OWN, company=OWN)
def test_a_tint_changes_accent_chip_and_rail_alone(person: Colours, company: Colours) -> None:
    for base in (LIGHT, DARK):
        made = tinted(base, person, company)
        for name in ("bg", "surface", "raised", "border", "text", "on_accent"):
            assert getattr(made, name) == getattr(base, name)


def test_a_readable_colour_of_a_persona_is_taken_as_it_is() -> None:
    assert tinted(LIGHT, Colours("#7A3FB0", "#C39AE8")).accent == "#7A3FB0"
    assert tinted(DARK, Colours("#7A3FB0", "#C39AE8")).accent == "#C39AE8"


def test_a_persona_without_a_colour_has_that_of_the_company() -> None:
    assert tinted(LIGHT, company=Colours("#7A3FB0")).accent == "#7A3FB0"
    assert tinted(LIGHT).rail == LIGHT.surface
    assert tinted(LIGHT, company=Colours("#7A3FB0")).rail != LIGHT.surface


@given(COLOUR, COLOUR)
def test_contrast_is_symmetric_and_bounded(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21


@given(COLOUR)
def test_any_colour_can_be_made_readable(colour: str) -> None:
    for tokens in (LIGHT, DARK):
        grounds = (tokens.surface, tokens.bg)
        made = readable(colour, grounds, tokens.text)
        assert all(contrast(made, ground) >= TEXT_CONTRAST for ground in grounds)


@given(COLOUR, COLOUR)
def test_mixing_ends_at_either_colour(over: str, under: str) -> None:
    assert mix(over, under, 1.0) == over
    assert mix(over, under, 0.0) == under


def test_layers_have_their_colours_and_unknown_ones_are_muted() -> None:
    assert LIGHT.layer("Meta Brain") == "#8A4FBF"
    assert DARK.layer("interface") == "#EE8FB6"
    assert LIGHT.layer("Quantum") == LIGHT.muted
