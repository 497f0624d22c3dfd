"""Throw-away servers of root, for tests and trials: cleared away when the link to their data is gone.

They are those started with `durable=False` or below the system's directory for temporary files.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.lock import anyone_seated, exclusive
from jarvis_desktop.db.embedded.place import LOCK_TIMEOUT_SECONDS, SCRATCH, SYSTEM_HOME, Place


def is_temporary(data_dir: Path) -> bool:
    """Whether the directory lies where the system tidies up by itself, so that data with it would be gone as well."""
    return data_dir.absolute().resolve().is_relative_to(Path(tempfile.gettempdir()).resolve())


def clear_abandoned() -> None:
    """Remove the throw-away places whose link is gone and which nobody uses, and end their servers."""
    with exclusive(SYSTEM_HOME / "lock", timeout=LOCK_TIMEOUT_SECONDS) as held:
        for home in list((SYSTEM_HOME / SCRATCH).glob("*")) if held else ():
            # Just being made, or removed by those whose it is: none of our business, and no reason not to start.
            with suppress(OSError):
                _clear(Place(home / "postgres"))


def _clear(place: Place) -> None:
    """Remove the place if nothing leads to it and nobody uses it; raises OSError when it changes meanwhile."""
    link = Path(place.origin.read_text(encoding="utf-8"))
    if link.resolve() == place.data.resolve() or anyone_seated(place.seats):
        return
    server = postmaster.running(place.data)
    if server is not None:
        os.kill(server.pid, signal.SIGQUIT)
    shutil.rmtree(place.home, ignore_errors=True)
