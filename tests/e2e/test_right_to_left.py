"""The program as a process, in a language that is written from the right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

CHECKOUT = Path(__file__).resolve().parents[2]
WRITTEN = "שלום {0}"
ASKED = ("--tab", "incidents", "--persona", "admin", "--theme", "light", "--size", "1000x600")


@pytest.fixture
def hebrew(tmp_path: Path) -> Path:
    """A copy of the program that also speaks Hebrew: after a fashion, but from the right."""
    program = tmp_path / "program"
    shutil.copytree(CHECKOUT / "jarvis_desktop", program / "jarvis_desktop")
    shutil.copy2(CHECKOUT / "pyproject.toml", program)
    shutil.copytree(CHECKOUT / "resources" / "translations", program / "resources" / "translations")
    for each in (CHECKOUT / "resources").iterdir():
        if each.name != "translations":
            (program / "resources" / each.name).symlink_to(each)
    for name in ("ui", "migrations"):
        (program / name).symlink_to(CHECKOUT / name)
    words = program / "resources" / "translations" / "jarvis_de.ts"
    tree = ET.parse(words)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is not None and translation.text and "{" not in source:
            translation.text = WRITTEN.format(source)
    tree.write(words.with_name("jarvis_he.ts"), encoding="utf-8")
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="the language of this system is no matter of the environment")
def test_the_window_of_a_language_from_the_right_is_mirrored(hebrew: Path, stocked_url: str, tmp_path: Path) -> None:
    picture = tmp_path / "incidents.png"
    surroundings = {name: value for name, value in os.environ.items() if name not in {"LANGUAGE", "LC_MESSAGES"}}
    answer = subprocess.run(
        [
            sys.executable,
            "-m",
            "ui",
            "--offscreen",
            "--screenshot",
            str(picture),
            "--database-url",
            stocked_url,
            *ASKED,
        ],
        cwd=hebrew,
        env={**surroundings, "JARVIS_HOME": str(tmp_path), "LC_ALL": "he_IL.UTF-8", "LANG": "he_IL.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    image = QImage(str(picture))
    assert image.width() == 1000
    # The bar beside the open tab, in the colour of the accent, is at the outer edge of the rail.
    assert (_coloured(image, range(4)), _coloured(image, range(996, 1000))) == (False, True)


def _coloured(image: QImage, columns: range) -> bool:
    rows = range(80, image.height() - 40)
    return any(image.pixelColor(x, y).hsvSaturation() > 120 for x in columns for y in rows)
