"""Whether a field takes a file: its kind and its size; pure."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.figures import size_words
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.forms.files.media import TYPES
from jarvis_desktop.forms.files.types import HIGHEST_MOST, USUAL_MOST, FileLimits
from jarvis_desktop.forms.types import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.forms.types import FieldDefinition

PICTURES = ("image/*",)
_FAMILIES = {"image/*": mark("pictures"), "audio/*": mark("audio"), "video/*": mark("video"), "text/*": mark("texts")}


def limits_of(field: FieldDefinition) -> FileLimits:
    """What a field of a file kind allows."""
    schema = field.schema
    types = tuple(schema.get("fileTypes", PICTURES if field.kind == FieldKind.IMAGE else ()))
    return FileLimits(types, min(schema.get("maxFileSize", USUAL_MOST), HIGHEST_MOST), schema.get("maxItems"))


def size_refusal(name: str, size: int, limits: FileLimits) -> str:
    """Why a file of that many bytes is not taken, or ""."""
    if size <= 0:
        return tr("“{name}” is empty", name=name)
    if size <= limits.most_bytes:
        return ""
    return tr(
        "“{name}” has {size}; at most {most} can be added",
        name=name,
        size=size_words(size),
        most=size_words(limits.most_bytes),
    )


def type_refusal(name: str, media_type: str, limits: FileLimits) -> str:
    """Why a file of that kind is not taken, or ""."""
    if not limits.types or any(_is_one(kind, media_type, name) for kind in limits.types):
        return ""
    return tr(
        "“{name}” is of the kind {kind}; {kinds} can be added",
        name=name,
        kind=kind_words(media_type),
        kinds=kinds_words(limits),
    )


def file_refusals(field: FieldDefinition, value: Any) -> Iterator[str]:
    """What is wrong with the kinds and sizes of the files in a value."""
    limits = limits_of(field)
    for one in value if isinstance(value, (list, tuple)) else ():
        name, size, kind = str(one.get("name")), one.get("size"), str(one.get("type"))
        said = size_refusal(name, size if isinstance(size, int) else 0, limits) or type_refusal(name, kind, limits)
        if said:
            yield said


def kind_words(media_type: str) -> str:
    """A media type as people call it: “PDF”."""
    ending = next((ending for ending, known in TYPES.items() if known == media_type), "")
    return ending[1:].upper() if ending else media_type


def kinds_words(limits: FileLimits) -> str:
    """The kinds that are allowed: “PDF, DOCX, pictures”, or "" for any."""
    words = (
        shown(_FAMILIES[kind]) if kind in _FAMILIES else kind_words(kind) if "/" in kind else kind[1:].upper()
        for kind in limits.types
    )
    return ", ".join(dict.fromkeys(words))


def _is_one(kind: str, media_type: str, name: str) -> bool:
    if kind.endswith("/*"):
        return media_type.startswith(kind[:-1])
    if "/" in kind:
        return media_type == kind
    known = TYPES.get(kind)
    return media_type == known if known is not None else PurePath(name).suffix.lower() == kind
