"""Folders of JSON files for the transfer tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[..., Path]:
    """Writes a folder with one file a keyword; text is written as it is, anything else as JSON."""
    made = 0

    def write(**files: object) -> Path:
        nonlocal made
        made += 1
        folder = tmp_path / f"folder{made}"
        folder.mkdir()
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        return folder

    return write
