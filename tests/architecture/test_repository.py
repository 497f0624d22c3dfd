"""What lies in the repository: the agreed top level, whole rooms, a lock file of hashes, no notes to oneself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.sources import ROOT, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOP_LEVEL = {
    *("jarvis_desktop", "ui", "resources", "migrations", "tests"),
    *("launch.py", "pyproject.toml", "requirements.lock", "README.md", "LICENSE"),
}
LEFT_BY_TOOLS = {"__pycache__", "build", "dist"}
"""Ignored by git."""
NOTES = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
TEXTS = ("*.py", "*.md", "*.toml", "*.ini", "*.mako", "*.json", "*.qss")


def strangers(names: Iterable[str]) -> list[str]:
    """Entries that nobody agreed on."""
    return sorted(name for name in names if name not in TOP_LEVEL | LEFT_BY_TOOLS and not name.startswith("."))


def empty_rooms(modules: list[Source]) -> list[str]:
    """Packages that hold nothing but a docstring."""
    by_package: dict[str, list[Source]] = {}
    for module in modules:
        by_package.setdefault(module.path.rpartition("/")[0], []).append(module)
    roots = {path for path in by_package if not any(other.startswith(f"{path}/") for other in by_package)}
    return sorted(path for path in roots if all(_is_bare(module) for module in by_package[path]))


def _is_bare(module: Source) -> bool:
    return all(isinstance(node, ast.Expr) for node in module.tree.body)


def lock_faults(lock: str) -> Iterator[str]:
    """What makes an installation from the lock file depend on more than the lock file."""
    if "://" in lock:
        yield "an address"
    blocks = re.split(r"\n(?=\S)", "\n" + lock)
    for block in (block for block in blocks if block.strip() and not block.startswith("#")):
        name = block.split()[0]
        if not re.match(r"[a-z0-9][a-z0-9._-]*==\S+$", name):
            yield f"{name} is not pinned"
        if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block):
            yield f"{name} has no hash"


def locked() -> dict[str, str]:
    """Name and version of every locked package."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def test_the_top_level_holds_what_was_agreed() -> None:
    assert strangers(path.name for path in ROOT.iterdir()) == []


def test_no_room_is_empty() -> None:
    assert empty_rooms(sources("jarvis_desktop", "ui")) == []


def test_nobody_left_a_note() -> None:
    texts = [ROOT / "README.md", ROOT / "pyproject.toml", ROOT / "launch.py"]
    for folder in ("jarvis_desktop", "ui", "migrations", "tests", "resources/starter"):
        texts += [path for pattern in TEXTS for path in (ROOT / folder).rglob(pattern)]
    assert [str(path) for path in texts if NOTES.search(path.read_text(encoding="utf-8"))] == []


def test_the_lock_file_holds_hashes_and_no_address() -> None:
    assert list(lock_faults((ROOT / "requirements.lock").read_text(encoding="utf-8"))) == []


def test_the_lock_file_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        "editables",
    ]
    versions = locked()
    for requirement in map(Requirement, wanted):
        assert versions.get(canonicalize_name(requirement.name), "none") in requirement.specifier, requirement


def test_the_program_part_of_the_lock_comes_first() -> None:
    program, test = (ROOT / "requirements.lock").read_text(encoding="utf-8").split("# --- test ---\n")
    assert "pyside6-essentials==" in program
    assert "hatchling==" in program
    assert "pytest==" in test
    assert "pytest==" not in program


def test_qt_is_the_version_that_keeps_its_references() -> None:
    assert locked()["pyside6-essentials"] == locked()["shiboken6"] == "6.11.3"


def test_a_void_qt_call_keeps_the_references_to_none() -> None:
    program = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
for count in range(100):
    thing.setObjectName("warm")
before = sys.getrefcount(None)
for count in range(1000):
    thing.setObjectName("name")
print(sys.getrefcount(None) - before)
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "0"


@pytest.mark.parametrize(
    "bad",
    [
        "pytest==9.2.0 \\\n    --hash=sha256:abc\n",
        "pytest>=9 \\\n    --hash=sha256:" + "0" * 64 + "\n",
        "--index-url https" + "://packages.example/simple\npytest==9.2.0 \\\n    --hash=sha256:" + "0" * 64 + "\n",
        "pytest==9.2.0\n",
    ],
)
def test_a_faulty_lock_is_found(bad: str) -> None:
    assert list(lock_faults(bad))


def test_strangers_and_empty_rooms_and_notes_are_found() -> None:
    assert strangers(["ui", "docs", ".git", "notes.txt"]) == ["docs", "notes.txt"]
    empty = Source("ui/governance/__init__.py", '"""To come."""\n')
    full = Source("ui/agents/__init__.py", '"""Agents."""\nCOMPONENTS = ()\n')
    assert empty_rooms([empty, full]) == ["ui/governance"]
    assert NOTES.search("# FIX-ME: later".replace("-", ""))
    assert not NOTES.search("a hackneyed phrase")
