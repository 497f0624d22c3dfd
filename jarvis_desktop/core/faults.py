"""What is kept of an unexpected error, without secrets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jarvis_desktop import __version__
from jarvis_desktop.core.errors import JarvisError

_SECRETS = (
    (re.compile(r"(?<=://)[^\s:/@]+:[^\s/@]+(?=@)"), "…:…"),
    (
        re.compile(
            r"(?i)\b(password|passwd|pwd|secret|token|api[_-]?key|authorization)\b(\s*[=:]\s*)(\"[^\"]*\"|'[^']*'|\S+)"
        ),
        r"\1\2…",
    ),
    (re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"), "…@…"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A report, already redacted. `at` is an ISO 8601 instant in UTC."""

    error_type: str
    message: str
    stack_trace: str
    context: Mapping[str, str]
    at: str


def redact(text: str) -> str:
    """`text` without passwords, tokens, e-mail addresses and the person's home and account names."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    home = str(Path.home())
    if len(home) > 1:
        text = text.replace(home, "~")
    import getpass

    try:
        account = getpass.getuser()
    except (KeyError, OSError):
        return text
    return re.sub(rf"(?<![\w]){re.escape(account)}(?![\w])", "…", text) if len(account) > 3 else text


def report_of(error: BaseException, context: Mapping[str, str]) -> Fault:
    """The report of an error, with where it happened."""
    import platform  # these two are slow to import, and most runs have no fault to report
    import traceback

    trace = "".join(traceback.format_exception(error))
    where = {
        **context,
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
    }
    message = error.message if isinstance(error, JarvisError) else str(error)
    return Fault(
        error_type=type(error).__name__,
        message=redact(message) or type(error).__name__,
        stack_trace=redact(trace),
        context={key: redact(value) for key, value in where.items()},
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
    )
