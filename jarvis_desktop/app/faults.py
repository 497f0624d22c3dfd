"""Keeps fault reports: a row in `errors`, or a line in a local file while the database is away."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.faults import Fault, report_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

REPORT_FILE = "errors.jsonl"
REPORT_FILE_LIMIT = 5_000_000
"""Bytes after which the local file starts anew, keeping one predecessor."""


class FaultLog:
    """Keeps fault reports; never raises, since it is called when things are already wrong.

    `store` writes a fault into the database and raises JarvisError when it cannot.
    """

    def __init__(self, log_dir: Path, store: Callable[[Fault], None] | None = None) -> None:
        self._file = log_dir / REPORT_FILE
        self._store = store

    def record(self, error: BaseException, **context: str) -> Fault:
        """Record `error` where that is possible now; blocks for a database write, so call it from a worker."""
        fault = report_of(error, context)
        log.error("%s: %s", fault.error_type, fault.message)
        if self._store is not None:
            try:
                self._store(fault)
            except JarvisError as refused:
                log.warning("the error could not be stored in the database: %s", refused.message)
            else:
                return fault
        self._append(fault)
        return fault

    def _append(self, fault: Fault) -> None:
        import json  # most runs have no fault to write

        line = {
            "error_type": fault.error_type,
            "error_message": fault.message,
            "stack_trace": fault.stack_trace,
            "context": dict(fault.context),
            "created_at": fault.at,
        }
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > REPORT_FILE_LIMIT:
                self._file.replace(self._file.with_suffix(".1.jsonl"))
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as error:
            log.warning("the error could not be written to %s: %s", self._file, error)
