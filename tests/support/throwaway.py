"""A home for a program under test that leaves nothing behind, wherever the embedded server put its data."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def throwaway_home(folder: Path) -> Iterator[Path]:
    """A folder for `JARVIS_HOME`; started by root, the server keeps its data elsewhere, behind a link."""
    home = folder / "home"
    home.mkdir()
    yield home
    cluster = home / "data" / "postgres"
    if cluster.is_symlink():
        shutil.rmtree(cluster.resolve().parent)
    shutil.rmtree(home)
