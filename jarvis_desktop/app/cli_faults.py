"""How a command ends that went wrong in a way nobody foresaw, or that was not understood."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import as_context

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_NOT_UNDERSTOOD = 2
_USAGE = {
    "type": "UsageError",
    "title": "Not understood",
    "message": "The command is not written as it should be.",
    "hint": "Standard error says what is wrong; --help lists what there is.",
}


def run(command: Callable[[], object]) -> None:
    """Run `command` to its end, so that `--json` answers JSON in every case; leaves with an exit code."""
    sys.excepthook = report_unexpected
    try:
        command()
    except SystemExit as end:
        if end.code == _NOT_UNDERSTOOD and _as_json():
            _write(_USAGE)
        raise


def report_unexpected(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Tell the person in one sentence, and keep the details in a file; Python's own report for an interrupt."""
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, traceback)
        return
    from jarvis_desktop.app.faults import REPORT_FILE, FaultLog
    from jarvis_desktop.app.paths import Paths

    folder = Paths.for_this_person().log_dir
    FaultLog(folder).record(error.with_traceback(traceback), command=" ".join(sys.argv[1:3]))
    hint = f"The details are in {folder / REPORT_FILE}."
    if _as_json():
        _write({**as_context(error), "hint": hint})
    else:
        print(f"Something went wrong unexpectedly: {str(error) or kind.__name__}\n{hint}", file=sys.stderr)  # noqa: T201


def _as_json() -> bool:
    return "--json" in sys.argv[1:]


def _write(error: dict[str, str]) -> None:
    print(json.dumps({"error": error}, ensure_ascii=False, indent=2))  # noqa: T201 - the command's answer
