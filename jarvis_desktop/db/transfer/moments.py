"""Instants relative to now in the starter data, so that the samples look fresh: `{now}`, `{now-3d}`, `{now+90m}`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from jarvis_desktop.db.transfer.live_tables import LiveTable

_RELATIVE = re.compile(r"\{now(?:(?P<sign>[+-])(?P<amount>\d{1,6})(?P<unit>[wdhm]))?\}")
_UNITS = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


def resolve_moments(table: LiveTable, row: Mapping[str, object], now: datetime) -> dict[str, object]:
    """`row` with the relative instants of its timestamp columns as ISO text; anything else stays as it is."""
    return {
        name: _resolve(value, now)
        if isinstance(value, str) and name in table.columns and table.columns[name].kind.startswith("timestamp")
        else value
        for name, value in row.items()
    }


def _resolve(text: str, now: datetime) -> str:
    match = _RELATIVE.fullmatch(text)
    if match is None:
        return text
    shift = timedelta(0)
    if match["unit"]:
        shift = _UNITS[match["unit"]] * int(match["amount"])
    return (now - shift if match["sign"] == "-" else now + shift).isoformat(timespec="seconds")
