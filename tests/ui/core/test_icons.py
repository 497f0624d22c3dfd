"""Lucide icons by any spelling of their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.core.icons import has_icon, icon, lucide_name, pixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("name", ["TrendingUp", "trending-up", "trending_up", "Trending Up"])
def test_one_icon_by_every_spelling(name: str) -> None:
    assert lucide_name(name) == "trending-up"
    assert has_icon(name)


@pytest.mark.parametrize("name", ["Building2", "building-2", "Grid2x2", "ArrowDownAZ", "Home"])
def test_names_with_digits_and_older_names_are_found(name: str) -> None:
    assert has_icon(name)


@pytest.mark.parametrize("name", ["", "no-such-icon", "../../etc/passwd", "a" * 500, "\x00"])
def test_an_unknown_name_shows_the_fallback(qapp: QApplication, name: str) -> None:
    assert not has_icon(name)
    assert not icon(name, "#123456").isNull()


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    image = pixmap("square", "#FF0000", 24).toImage()
    painted = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
    assert painted
    assert all(colour.red() > 240 and colour.green() < 15 for colour in painted)
