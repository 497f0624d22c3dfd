"""Logging: a bounded file in the person's log folder, warnings on the terminal."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOG_FILE = "jarvis-desktop.log"
LOG_FILE_BYTES = 2_000_000
LOG_FILES_KEPT = 3


def set_up_logging(log_dir: Path, *, verbose: bool = False) -> None:
    """Log to `log_dir` (skipped with a warning when it cannot be written) and, from WARNING, to standard error."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.INFO if verbose else logging.WARNING)
    terminal.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root.addHandler(terminal)
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
    if sys.stderr is not None:
        faulthandler.enable()
