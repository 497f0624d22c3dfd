"""Whether the files that a record refers to are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.files import known_files
from jarvis_desktop.forms.files.media import family
from jarvis_desktop.forms.types import FILE_KINDS
from jarvis_desktop.forms.values import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jarvis_desktop.db.files import KnownFile
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.engine import FormEngine
    from jarvis_desktop.forms.types import FieldDefinition


def missing_files(session: Session, engine: FormEngine) -> tuple[Problem, ...]:
    """Files in the values of fields that show, also within rows, whose content is not stored or is another.

    One that is kept as it was stored is not asked about. One statement, none without files.
    """
    held = {
        field.key: (field, files)
        for field in engine.definition.fields
        if engine.standing(field.key).visible
        and (engine.is_new or not engine.is_kept(field.key))
        and (files := list(_files(field, engine.values.get(field.key))))
    }
    if not held:
        return ()
    known = known_files(session, {file["hash"] for _, files in held.values() for file in files})
    return tuple(
        Problem(key, tr("{label}: “{name}” is not stored here: add it again", label=field.label, name=file["name"]))
        for key, (field, files) in held.items()
        for file in files
        if not _is_stored(file, known.get(file["hash"]))
    )


def _is_stored(file: Mapping[str, Any], known: KnownFile | None) -> bool:
    return known is not None and known.size == file["size"] and family(known.media_type) == family(file["type"])


def _files(field: FieldDefinition, value: Any) -> Iterator[Mapping[str, Any]]:
    """The files in a value, also those within its rows."""
    if field.notice:
        return
    if field.kind in FILE_KINDS:
        yield from (file for file in rows_of(value) if {"hash", "size", "type", "name"} <= file.keys())
    elif field.item is not None:
        for row in (value,) if isinstance(value, dict) else rows_of(value):
            for inner in field.item.fields:
                yield from _files(inner, row.get(inner.key))
