"""Lists and JSON documents as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jarvis_desktop.core.json_text import NotJson, loads, texts
from jarvis_desktop.core.words import tr
from jarvis_desktop.imports.repairs.words import Found, Repair

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ITEM = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([^,{}"]*))\s*(,|$)')


def read_json(text: str) -> Found:
    """A JSON document, kept letter by letter."""
    try:
        value = loads(text)
    except NotJson as error:
        return Found("", problem=str(error))
    if "\\u" in text and any(_UNSTORABLE.search(part) for part in texts(value)):
        return Found("", problem=tr("holds a character that cannot be stored"))
    return Found(text)


def read_list(text: str) -> tuple[list[str] | None, str]:
    """The items of a list (None: it is none) and the repair: the server's own form, JSON, or items with separators."""
    bare = text.strip()
    if bare.startswith("{") and bare.endswith("}"):
        items = _literal(bare[1:-1])
        if items is not None:
            return items, ""
    if bare.startswith("["):
        try:
            found = loads(bare)
        except NotJson:
            return None, ""
        if isinstance(found, list) and all(isinstance(item, (str, int)) for item in found):
            return [item if isinstance(item, str) else str(item) for item in found], Repair.LIST
        return None, ""
    separator = next((sign for sign in ("\n", ";", "|", ",") if sign in bare), ",")
    return [item.strip() for item in bare.split(separator) if item.strip()], Repair.LIST


def literal(items: Sequence[str]) -> str:
    """The items as the server writes a list."""
    return "{" + ",".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in items) + "}"


def _literal(content: str) -> list[str] | None:
    items: list[str] = []
    place = 0
    if not content.strip():
        return items
    while place <= len(content):
        found = _ITEM.match(content, place)
        if found is None:
            return None
        quoted, plain = found[1], found[2]
        if quoted is None and (not plain.strip() or plain.strip().upper() == "NULL"):
            return None
        items.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else plain.strip())
        if not found[3]:
            return items
        place = found.end()
    return items
