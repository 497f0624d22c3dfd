"""A project in miniature around a copy of `launch.py`: one locked package, a build backend, a program that reports."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).resolve().parents[2] / "launch.py"

PROGRAM = """
import os, sys, greeting
print("started", greeting.WORD, sys.argv[1:], os.getcwd(), sys.prefix)
"""
TESTS = """
import os, sys
print("tested", sys.argv[1:], os.getcwd(), os.environ["QT_QPA_PLATFORM"], os.environ.get("JARVIS_DATABASE_URL"))
sys.exit(3)
"""
BACKEND = """
import os, zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    gate = os.environ.get("GATE")
    if gate:
        with open(gate) as wait:
            wait.read()
    name = "miniature-1-py3-none-any.whl"
    info = "miniature-1.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("miniature.pth", os.path.dirname(os.path.abspath(__file__)))
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: miniature\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "miniature"
version = "1"

[tool.none]
"""


@dataclass(frozen=True)
class Miniature:
    """The folder of the project, and the folder that stands for the package index."""

    folder: Path
    index: Path

    @classmethod
    def make(cls, folder: Path) -> Miniature:
        """Lay the project out in `folder`/project and its packages in `folder`/index."""
        made = cls(folder / "project with späces", folder / "index")
        made.index.mkdir(parents=True)
        for package, text in (("jarvis_desktop", PROGRAM), ("ui", PROGRAM), ("tests", TESTS)):
            (made.folder / package).mkdir(parents=True)
            (made.folder / package / "__main__.py").write_text(text, encoding="utf-8")
        (made.folder / "backend.py").write_text(BACKEND, encoding="utf-8")
        (made.folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
        shutil.copy(LAUNCH, made.folder)
        made.lock(greeting="hello", extra="test")
        return made

    @property
    def environment(self) -> Path:
        return self.folder / ".venv"

    @property
    def stamp(self) -> str:
        return (self.environment / "launch.stamp").read_text(encoding="utf-8")

    def lock(self, **packages: str) -> None:
        """Offer and lock packages with one word each; the last one is of the tests' part."""
        blocks = [self._package(name, word) for name, word in packages.items()]
        text = "".join(blocks[:-1]) + "# --- test ---\n" + blocks[-1]
        (self.folder / "requirements.lock").write_text(text, encoding="utf-8")

    def _package(self, name: str, word: str) -> str:
        version = f"1.{len(list(self.index.iterdir()))}"
        path = self.index / f"{name}-{version}-py3-none-any.whl"
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr(f"{name}.py", f"WORD = {word!r}\n")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
        return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"

    def start(self, *arguments: str, cwd: Path = Path("/"), **variables: str) -> subprocess.Popen[str]:
        """Start `launch.py` as a person does from another folder, on no network."""
        home = self.index.parent / "home"
        home.mkdir(exist_ok=True)
        settings = {"PATH": os.defpath, "HOME": str(home), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.index.as_uri()}
        return subprocess.Popen(
            [sys.executable, str(self.folder / "launch.py"), *arguments],
            cwd=cwd,
            env={**settings, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str, cwd: Path = Path("/"), **variables: str) -> tuple[int, str, str]:
        """Run `launch.py` to its end; the exit code, what it printed and what it told the person."""
        with self.start(*arguments, cwd=cwd, **variables) as process:
            output, told = process.communicate(timeout=120)
        return process.returncode, output, told
