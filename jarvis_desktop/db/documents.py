"""Expressions over JSON documents in columns: what stands at a path, and a document with keys merged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Text, cast, func, literal
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.core import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def as_json(value: Any) -> ColumnElement[Any]:
    """A value of ours as a document, exact."""
    return cast(literal(json_text.dumps(value), Text), JSONB)


def at(container: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[Any]:
    """What stands at a path inside a column."""
    whole = func.to_jsonb(container)
    return whole if not path else func.jsonb_extract_path(whole, *(literal(part, Text) for part in path))


def is_object(element: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether keys can be put there: an object, or nothing yet."""
    return func.jsonb_typeof(func.coalesce(func.nullif(element, as_json(None)), as_json({}))) == "object"


def merged_into(document: ColumnElement[Any], path: Sequence[str], patch: ColumnElement[Any]) -> ColumnElement[Any]:
    """The document with `patch` merged into the object at `path`, which is made where it is missing."""
    here = func.coalesce(func.nullif(document, as_json(None)), as_json({}))
    if not path:
        return here.op("||")(patch)
    inner = merged_into(func.jsonb_extract_path(here, literal(path[0], Text)), path[1:], patch)
    return here.op("||")(func.jsonb_build_object(literal(path[0], Text), inner))
