"""Start settings: file, then environment, then what was given; nothing unknown is swallowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import THEMES, Unusable, load_settings
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.people.types import Theme

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


@pytest.mark.parametrize("written", ['"purple"', "5", '"Dark mode"'])
def test_a_theme_that_there_is_not_leaves_the_systems_and_is_told(paths: Paths, written: str) -> None:
    write(paths, f'persona = "john"\ntheme = {written}\n')
    settings = load_settings(paths)
    assert (settings.theme, settings.persona) == ("system", "john")
    assert settings.unusable == (Unusable("theme", written.strip('"'), str(paths.settings_file)),)


def test_a_theme_of_the_environment_is_told_with_the_name_of_the_variable(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JARVIS_THEME", "purple")
    assert load_settings(paths).unusable == (Unusable("theme", "purple", "JARVIS_THEME"),)
    assert load_settings(paths, theme="dark").unusable == ()


def test_every_theme_that_can_be_chosen_can_be_set(paths: Paths) -> None:
    assert set(THEMES) == {theme.value for theme in Theme}
    assert [load_settings(paths, theme=theme).theme for theme in THEMES] == list(THEMES)
