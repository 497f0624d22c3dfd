"""The window as a process: pictures of real rows, and clear words where there is nothing to show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Mapping


def window(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the window to its end in a home of its own."""
    kept: Mapping[str, str] = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    settings = {**kept, "JARVIS_HOME": str(home), **environment}
    settings = {name: value for name, value in settings.items() if value}
    command = [sys.executable, "-m", "ui", *arguments]
    return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=120, check=False)


def test_a_picture_of_a_record_in_its_tab(stocked_url: str, tmp_path: Path) -> None:
    picture = tmp_path / "incidents.png"
    asked = ("--tab", "incidents", "--record", "INC-1", "--persona", "admin", "--theme", "dark", "--size", "1000x600")
    answer = window(tmp_path, "--offscreen", "--screenshot", str(picture), "--database-url", stocked_url, *asked)
    assert answer.returncode == 0, answer.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1000, 600)
    assert image.pixelColor(2, 300).lightness() < 64
    shades = {image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 600, 7)}
    assert len(shades) > 20


def test_a_picture_of_a_form_by_itself_and_whole(stocked_url: str, tmp_path: Path) -> None:
    picture = tmp_path / "form.png"
    asked = ("--render-form", "incident", "--persona", "admin", "--database-url", stocked_url)
    answer = window(tmp_path, "--offscreen", "--screenshot", str(picture), *asked)
    assert answer.returncode == 0, answer.stderr
    image = QImage(str(picture))
    assert image.width() == 900
    bottom = {image.pixel(x, y) for x in range(0, 900, 3) for y in range(image.height() - 120, image.height(), 3)}
    assert len(bottom) > 5, "the last fields are in the picture"


def test_an_example_of_json_forms_is_rendered(stocked_url: str, tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[1] / "unit" / "forms" / "json_forms" / "person.json"
    picture = tmp_path / "form.png"
    asked = ("--render-form", str(example), "--size", "700x600", "--theme", "dark", "--database-url", stocked_url)
    answer = window(tmp_path, "--offscreen", "--screenshot", str(picture), *asked)
    assert answer.returncode == 0, answer.stderr
    image = QImage(str(picture))
    assert image.width() == 700
    assert image.pixelColor(2, 300).lightness() < 64


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--render-form", "nowhere.json"), "cannot be read"),
        (("--render-form", "nothing"), "No form is called “nothing”"),
        (("--tab", "nowhere"), "no tab “nowhere”"),
        (("--persona", "nobody", "--tab", "data"), ""),
        (("--size", "wide"), "not a size"),
        (("--zoom", "9"), "zoom"),
        (("--database-url", ""), "the address is empty"),
    ],
)
def test_what_cannot_be_shown_is_told(stocked_url: str, tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    answer = window(
        tmp_path, "--offscreen", "--screenshot", str(tmp_path / "x.png"), "--database-url", stocked_url, *asked
    )
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr
    assert (answer.returncode != 0) == bool(said)


def test_a_picture_that_cannot_be_written_is_told(stocked_url: str, tmp_path: Path) -> None:
    answer = window(
        tmp_path, "--offscreen", "--screenshot", str(tmp_path / "none" / "x.png"), "--database-url", stocked_url
    )
    assert answer.returncode == 1
    assert "could not be written" in answer.stderr


def test_without_a_display_the_way_out_is_named(tmp_path: Path) -> None:
    answer = window(tmp_path, QT_QPA_PLATFORM="")
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("these systems always have a display")
    assert answer.returncode == 1
    assert "--offscreen" in answer.stderr
    assert "--screenshot" in answer.stderr


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    url = "postgresql://nobody@127.0.0.1:9/none"
    answer = window(tmp_path, "--offscreen", "--screenshot", str(tmp_path / "x.png"), "--database-url", url)
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert answer.stderr.strip()
