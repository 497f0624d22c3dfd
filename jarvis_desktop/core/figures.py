"""Numbers of things in sentences, with thousands marked as the person's language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable


def _english(count: int) -> str:
    return f"{count:,}"


_write: Callable[[int], str] = _english


def write_with(write: Callable[[int], str] | None) -> None:
    """From now on `grouped` writes so; None is English."""
    global _write  # noqa: PLW0603 - the process speaks one language
    _write = write or _english


def size_words(size: int) -> str:
    """A number of bytes, as people say it: “12.3 MB”."""
    if size < 1000:
        return tr_n("{n} byte", "{n} bytes", size)
    units = iter(("kB", "MB", "GB", "TB"))
    unit, tenths = next(units), (size + 50) // 100
    while tenths >= 10_000 and (larger := next(units, "")):
        unit, size = larger, size // 1000
        tenths = (size + 50) // 100
    whole, tenth = divmod(tenths, 10)
    if not tenth:
        return f"{grouped(whole)} {unit}"
    return tr("{whole}.{tenth} {unit}", whole=grouped(whole), tenth=tenth, unit=unit)


def grouped(count: int) -> str:
    """A number of things: “12,000”."""
    return _write(count)
