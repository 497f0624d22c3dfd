"""Every text of the program can be translated, and is."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core import errors
from tests.architecture.sources import Source, sources
from tests.translation.__main__ import FOLDER
from tests.translation.collected import braces, not_literal, said
from tests.translation.files import merged, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
_WIDGETS = {"QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "QToolButton", "Notice"}
_ADDERS = {"addAction", "addButton", "addItem", "addMenu", "addTab"}
_SETTERS = {"notice", "say", "setText", "setTitle", "setToolTip", "setStatusTip", "setWindowTitle"}
_HIDDEN = {"setAccessibleDescription", "setAccessibleName", "setPlaceholderText"}
_READ = _ERRORS | _WIDGETS | _ADDERS | _SETTERS | _HIDDEN
"""Whatever text is given to these is read by people."""

_PRODUCT = "JARVIS Desktop"
_WORD = re.compile(r"[a-z]{3}")
FILES = sorted(FOLDER.glob("jarvis_*.ts"))


def test_there_is_a_language_besides_english() -> None:
    assert FOLDER / "jarvis_de.ts" in FILES


def test_texts_are_literals_that_translators_can_see() -> None:
    assert [line for source in sources("jarvis_desktop", "ui") for line in not_literal(source)] == []


def test_what_people_read_goes_through_the_words() -> None:
    assert [line for source in sources("jarvis_desktop", "ui") for line in _unsaid(source)] == []


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


def _unsaid(source: Source) -> Iterator[str]:
    for call in (node for node in ast.walk(source.tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name not in _READ:
            continue
        hints = [keyword.value for keyword in call.keywords if keyword.arg in {"hint", "action_text"}]
        for given in [*call.args, *hints]:
            if _WORD.search(_literal_part(given).replace(_PRODUCT, "")):
                yield f"{source.at(given)} gives {name} a text that no translator sees"


def _literal_part(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return " ".join(_literal_part(part) for part in parts)
        case _:
            return ""
