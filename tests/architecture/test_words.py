"""Every text of the program can be translated, and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import sources
from tests.translation.__main__ import FOLDER
from tests.translation.collected import braces, not_literal, said
from tests.translation.files import merged, read, written

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(FOLDER.glob("jarvis_*.ts"))


def test_there_is_a_language_besides_english() -> None:
    assert FOLDER / "jarvis_de.ts" in FILES


def test_texts_are_literals_that_translators_can_see() -> None:
    assert [line for source in sources("jarvis_desktop", "ui") for line in not_literal(source)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_translated_and_none_is_left_over(path: Path) -> None:
    entries = merged(said(), read(path))
    assert [entry.said.text for entry in entries if not entry.finished] == []
    assert path.read_text("utf-8") == written(path.stem.removeprefix("jarvis_"), entries), "run: launch.py words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_has_the_braces_of_its_text(path: Path) -> None:
    wrong = []
    for entry in merged(said(), read(path)):
        wanted = braces(entry.said.text)
        for place, form in enumerate(entry.forms):
            # The form for one thing need not name the number.
            if braces(form) != wanted and not (entry.said.one and place == 0 and braces(form) == wanted - {"n"}):
                wrong.append(form)
    assert wrong == []
