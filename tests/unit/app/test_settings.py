"""Start settings: file, then environment, then what was given; nothing unknown is swallowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import load_settings
from jarvis_desktop.core.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    for name in ("JARVIS_DATABASE_URL", "JARVIS_PERSONA", "JARVIS_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path))
    return Paths.for_this_person()


def write(paths: Paths, text: str) -> None:
    paths.config_dir.mkdir(parents=True)
    paths.settings_file.write_text(text, encoding="utf-8")


def test_without_a_file_the_embedded_database_is_meant(paths: Paths) -> None:
    assert load_settings(paths).database_url == ""


def test_given_beats_environment_beats_file(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    write(paths, 'persona = "john"\ntheme = "dark"\ndatabase_url = "postgresql://file/x"\n')
    monkeypatch.setenv("JARVIS_PERSONA", "rachel")
    monkeypatch.setenv("JARVIS_DATABASE_URL", "postgresql://environment/x")
    settings = load_settings(paths, database_url="postgresql://given/x", persona=None)
    assert settings.database_url == "postgresql://given/x"
    assert settings.persona == "rachel"
    assert settings.theme == "dark"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('databse_url = "x"', "unknown key “databse_url”"),
        ("persona = 3", "“persona” in the settings file .* must be text"),
        ("persona = ", "cannot be read"),
        ("\x00", "cannot be read"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(paths: Paths, text: str, said: str) -> None:
    write(paths, text)
    with pytest.raises(ConfigurationError, match=said):
        load_settings(paths)
