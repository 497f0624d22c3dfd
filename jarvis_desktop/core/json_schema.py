"""JSON Schema as this program uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def compile_schema(schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """A validator with exact numbers, linear-time patterns and no network; raises ValueError."""
    return jsonschema_rs.Draft202012Validator(
        dict(schema), validate_formats=True, pattern_options=jsonschema_rs.RegexOptions(), offline=True
    )


def pointer(path: Iterable[str | int]) -> str:
    """A JSON Pointer from path parts."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
