"""A table over a named source: the feature's table, filters and order complete the props."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService
    from ui.tables.plan import TableProps


def completed(tables: TableService, reader: Reader, props: TableProps) -> TableProps:
    """The props with what their source says; run in a worker. Their own filters narrow it, their own order wins."""
    if not props.source:
        return props
    named = tables.named_source(props.source, reader)
    return replace(props, table=named.table, filters=(*named.filters, *props.filters), sort=props.sort or named.sort)
