from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jarvis_desktop.app import link_scheme
from jarvis_desktop.app.cli import app

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("HOME", "home")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path / "data" / "applications" / link_scheme.FILE


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["links", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_nothing_is_registered_unasked_and_all_is_taken_back(entry: Path) -> None:
    assert "do not open" in run("status")
    assert not entry.exists()
    run("register")
    run("register")
    assert "MimeType=x-scheme-handler/jarvis;" in entry.read_text()
    assert " -- %u\n" in entry.read_text()
    assert str(entry) in run("status")
    run("unregister")
    assert not entry.exists()
    assert "Nothing was registered" in run("unregister")


def test_an_entry_of_somebody_else_stays_as_it_is(entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\n")
    assert CliRunner().invoke(app, ["links", "register"]).exit_code == 1
    assert "Nothing was registered" in run("unregister")
    assert entry.read_text() == "[Desktop Entry]\n"


def test_a_folder_with_odd_letters_is_quoted() -> None:
    line = link_scheme.desktop_entry(['/opt/a b/100% "x"$`\\/jarvis-desktop']).splitlines()[4]
    assert line == 'Exec="/opt/a b/100%% \\\\"x\\\\"\\\\$\\\\`\\\\\\\\/jarvis-desktop" -- %u'
