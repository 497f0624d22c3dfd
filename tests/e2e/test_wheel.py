"""The wheel, installed into an empty environment in another folder: both programs run there, from its own files."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import ROOT
from tests.support.throwaway import throwaway_home

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and sees the packages of this one but not the checkout."""

    environment: Path
    elsewhere: Path
    home: Path

    def run(self, script: str, *arguments: str) -> str:
        """Run one of the environment's programs from another folder; what it printed."""
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JARVIS"))}
        settings |= {"JARVIS_HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"}
        folder = self.environment / ("Scripts" if os.name == "nt" else "bin")
        answer = subprocess.run(
            [folder / script, *arguments],
            cwd=self.elsewhere,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and without a build environment."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The wheel in an environment of its own; the locked packages are borrowed from this one by a path file."""
    folder = tmp_path_factory.mktemp("installed")
    environment, elsewhere = folder / "environment", folder / "elsewhere"
    elsewhere.mkdir()
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(environment)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    with throwaway_home(folder) as home:
        yield Installed(environment, elsewhere, home)


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"jarvis_desktop", "ui", f"jarvis_desktop-{VERSION}.dist-info"}
    assert any(name.startswith("jarvis_desktop/_resources/icons/") for name in names)
    assert any(name.startswith("jarvis_desktop/_migrations/versions/") for name in names)
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_both_programs_start(installed: Installed) -> None:
    assert VERSION in installed.run("jarvis", "--version")
    assert VERSION in installed.run("jarvis-desktop", "--version")


def test_the_programs_files_are_found_inside_the_wheel(installed: Installed) -> None:
    program = (
        "from jarvis_desktop.core.bundled import bundled\n"
        "for name in ('resources', 'migrations'): print(bundled(name), len(list(bundled(name).iterdir())) > 0)\n"
    )
    for line in installed.run("python", "-c", program).splitlines():
        place, filled = line.rsplit(" ", 1)
        assert Path(place).is_relative_to(installed.environment)
        assert filled == "True"


def test_the_window_shows_rows_of_its_own_database(installed: Installed) -> None:
    picture = installed.elsewhere / "window.png"
    installed.run("jarvis-desktop", "--offscreen", "--screenshot", str(picture))
    assert picture.read_bytes().startswith(PNG)
    assert picture.stat().st_size > 20_000
