"""Numbers of things in sentences, with thousands marked as the person's language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _english(count: int) -> str:
    return f"{count:,}"


_write: Callable[[int], str] = _english


def write_with(write: Callable[[int], str] | None) -> None:
    """From now on `grouped` writes so; None is English."""
    global _write  # noqa: PLW0603 - the process speaks one language
    _write = write or _english


def grouped(count: int) -> str:
    """A number of things: “12,000”."""
    return _write(count)
