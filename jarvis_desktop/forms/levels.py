"""The maturity level of a record, by which its form may be another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def level_of(row: Mapping[str, Any]) -> str:
    """The level as rows of forms name it ("L3"), of `maturity_stage`, else of the number `maturity_level`; or ""."""
    stage, number = row.get("maturity_stage"), row.get("maturity_level")
    if isinstance(stage, str) and stage.strip():
        return stage.strip()
    if isinstance(number, str):
        return number.strip()
    return f"L{number}" if isinstance(number, int) and not isinstance(number, bool) else ""
