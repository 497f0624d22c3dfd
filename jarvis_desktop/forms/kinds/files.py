"""The kinds that hold files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.json_text import texts
from jarvis_desktop.core.words import shown, tr
from jarvis_desktop.forms.kinds.documents import DocumentType
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, Unreadable
from jarvis_desktop.tables.filters import storable

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
MOST_FILES = 1_000


class FilesType(DocumentType):
    """A tuple of files: mappings `{name, size, type, hash}`, by whose SHA-256 the content is kept. None is no value.

    `size` in bytes, `type` the media type; other members stay.
    """

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        files = (raw,) if isinstance(raw, Mapping) else raw
        if not isinstance(files, (list, tuple)) or not all(map(_is_file, files)):
            raise Unreadable(tr("must be a list of files"))
        return tuple(files) or None

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, tuple) or not all(map(_is_file, value)):
            return tr("must be a list of files")
        if len(value) > MOST_FILES:
            return tr("has more than {most} files", most=f"{MOST_FILES:,}")
        return "" if all(map(storable, texts(value))) else shown(NOT_STORABLE)

    @override
    def told(self, value: Any) -> str:
        if not isinstance(value, (list, tuple)) or not all(map(_is_file, value)):
            return self.display(value)
        return ", ".join(file["name"] for file in value)

    @override
    def to_json(self, value: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value


def _is_file(entry: Any) -> bool:
    if not isinstance(entry, Mapping):
        return False
    name, size, kind, digest = (entry.get(member) for member in ("name", "size", "type", "hash"))
    return (
        isinstance(name, str)
        and bool(name.strip())
        and isinstance(size, int)
        and not isinstance(size, bool)
        and size >= 0
        and isinstance(kind, str)
        and isinstance(digest, str)
        and _HASH.fullmatch(digest) is not None
    )
