"""What was done, as a sentence, in the person's language."""

from __future__ import annotations

import re

from jarvis_desktop.core.words import mark, shown, tr

_BRACES = re.compile(r"\{(\w+)\}")
_SAID = (
    (mark("new {kind} {name}"), mark("new {kind} {name} stored")),
    (mark("deletion of view “{name}”"), mark("view “{name}” deleted")),
    (mark("deletion of {named}"), mark("{named} deleted")),
    (mark("import of {counted}"), mark("{counted} imported")),
)
"""What changes are named by those who make them, and how that is told; the first that fits. Others are changes."""


def told(text: str) -> str:
    """What was done as a sentence: “priority of INC-12” as “Priority of INC-12 changed”."""
    for named, said in _SAID:
        found = _pattern(shown(named)).fullmatch(text)
        if found is not None:
            return _capital(shown(said, **found.groupdict()))
    return _capital(tr("{what} changed", what=text))


def _pattern(named: str) -> re.Pattern[str]:
    parts = _BRACES.split(named)
    return re.compile(
        "".join(f"(?P<{part}>.*)" if place % 2 else re.escape(part) for place, part in enumerate(parts)), re.DOTALL
    )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
