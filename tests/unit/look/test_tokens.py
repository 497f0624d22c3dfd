"""Every text colour is readable on every surface of its theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.core.tokens import DARK, LIGHT, Tokens, contrast, mix, readable

COLOUR = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
TEXTS = ("text", "muted", "accent", "success", "warning", "danger", "info")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", TEXTS)
def test_text_is_readable_on_every_surface(tokens: Tokens, name: str) -> None:
    for ground in (tokens.bg, tokens.surface, tokens.raised):
        assert contrast(getattr(tokens, name), ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_accent_is_readable(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@given(COLOUR, COLOUR)
def test_contrast_is_symmetric_and_bounded(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21


@given(COLOUR)
def test_any_colour_can_be_made_readable(colour: str) -> None:
    for tokens in (LIGHT, DARK):
        grounds = (tokens.surface, tokens.bg)
        made = readable(colour, grounds, tokens.text)
        assert all(contrast(made, ground) >= 4.5 for ground in grounds)


@given(COLOUR, COLOUR)
def test_mixing_ends_at_either_colour(over: str, under: str) -> None:
    assert mix(over, under, 1.0) == over
    assert mix(over, under, 0.0) == under


def test_layers_have_their_colours_and_unknown_ones_are_muted() -> None:
    assert LIGHT.layer("Meta Brain") == "#8A4FBF"
    assert DARK.layer("interface") == "#EE8FB6"
    assert LIGHT.layer("Quantum") == LIGHT.muted
