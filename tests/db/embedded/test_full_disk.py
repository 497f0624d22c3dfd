"""A full disk, real and small."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.core.errors import DatabaseUnavailable
from jarvis_desktop.db.embedded.account import running_as_root
from jarvis_desktop.db.embedded.place import SYSTEM_HOME
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import execute, value

if TYPE_CHECKING:
    from collections.abc import Iterator


def mount(folder: Path, *options: str) -> None:
    outcome = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if outcome.returncode:
        pytest.skip(f"no small disk can be mounted here: {outcome.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A data directory whose place is a disk of its own, with room for far less than a database."""
    if sys.platform != "linux" or not running_as_root():
        pytest.skip("mounting a small disk takes root on Linux")
    home = SYSTEM_HOME / "scratch" / secrets.token_hex(6)
    home.mkdir(parents=True)
    mount(home, "size=8m", "mode=711")
    link = tmp_path / "postgres"
    link.symlink_to(home / "postgres")
    yield link
    subprocess.run(["umount", str(home)], check=True)
    shutil.rmtree(home)


def free(data_dir: Path) -> int:
    """Bytes that are free on its disk."""
    return shutil.disk_usage(data_dir.resolve().parent).free


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    server = EmbeddedServer(small_disk)
    home = small_disk.resolve().parent
    with pytest.raises(DatabaseUnavailable, match="is full, so the database cannot start"):
        server.start()
    assert not small_disk.exists()
    assert not list(home.glob(".postgres.initdb-*"))

    mount_options = ["mount", "-o", "remount,size=120m", str(home)]
    subprocess.run(mount_options, check=True)
    url = server.start()
    execute(url, "CREATE TABLE saved AS SELECT n FROM generate_series(1, 1000) AS n")
    filler = home / "filler"
    fill(filler, free(small_disk))
    with pytest.raises(psycopg.Error):
        execute(url, "CREATE TABLE large AS SELECT repeat('x', 100) AS text FROM generate_series(1, 100000)")
    server.stop()

    fill(filler, free(small_disk))
    with pytest.raises(DatabaseUnavailable, match="nothing that was saved is lost"):
        server.start()
    filler.unlink()
    assert value(server.start(), "SELECT count(*) FROM saved") == 1000
    server.stop()


def fill(path: Path, size: int) -> None:
    with path.open("ab") as file:
        try:
            while size > 0:
                size -= file.write(bytes(min(size, 1 << 20)))
                file.flush()
        except OSError:
            os.truncate(path, path.stat().st_size)
