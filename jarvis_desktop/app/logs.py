"""Logging: a bounded file in the person's log folder, warnings on the terminal."""

from __future__ import annotations

import faulthandler
import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOG_FILE = "jarvis-desktop.log"
LOG_FILE_BYTES = 2_000_000
LOG_FILES_KEPT = 3


def log_to_terminal(*, verbose: bool = False) -> None:
    """Log warnings (all but debugging when `verbose`) to standard error, and crashes of the interpreter too."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.INFO if verbose else logging.WARNING)
    terminal.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root.addHandler(terminal)
    if sys.stderr is not None:
        faulthandler.enable()


def log_to_file(log_dir: Path) -> None:
    """Log to a bounded file in `log_dir`; skipped with a warning when it cannot be written."""
    from logging.handlers import RotatingFileHandler  # slow to import: called once the window is in view

    root = logging.getLogger()
    try:
        log_dir.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            log_dir / LOG_FILE, maxBytes=LOG_FILE_BYTES, backupCount=LOG_FILES_KEPT, encoding="utf-8", delay=True
        )
    except OSError as error:
        root.warning("no log file: %s", error)
    else:
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        root.addHandler(file)
