"""What one start of the program asks of the window that is open already, and how it is written between them."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, fields

MOST_BYTES = 16_384
ANSWER = b"jarvis ok\n"
_VERSION = "jarvis 1"
_LONGEST = 2_100
_TOKEN = re.compile(r"[A-Za-z0-9_.:/+=-]{1,400}")


@dataclass(frozen=True, slots=True)
class Request:
    """Where to go: a link, or what the command line names; all "" to show the window only.

    `activation` is the desktop's word that the window may come to the front.
    """

    link: str = ""
    persona: str = ""
    tab: str = ""
    record: str = ""
    form: str = ""
    activation: str = ""


def written(request: Request) -> bytes:
    """The request as one line."""
    values = {field.name: getattr(request, field.name) for field in fields(Request)}
    return json.dumps([_VERSION, {name: value for name, value in values.items() if value}]).encode("ascii") + b"\n"


def read(line: bytes) -> Request | None:
    """The request of a line; None for anything else, whatever it is."""
    if len(line) > MOST_BYTES:
        return None
    try:
        content = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    if not (
        isinstance(content, list) and len(content) == 2 and content[0] == _VERSION and isinstance(content[1], dict)
    ):
        return None
    known = {field.name for field in fields(Request)}
    values = content[1]
    if not all(name in known and isinstance(value, str) and _fits(value) for name, value in values.items()):
        return None
    request = Request(**values)
    return request if not request.activation or _TOKEN.fullmatch(request.activation) else None


def activation_token() -> str:
    """What the desktop gave this start so that a window may come to the front, or ""."""
    given = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
    return given if _TOKEN.fullmatch(given) else ""


def _fits(value: str) -> bool:
    return len(value) <= _LONGEST and "\0" not in value and not any("\ud800" <= each <= "\udfff" for each in value)
