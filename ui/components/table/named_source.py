"""A table over a named source: the feature's table, rule and order complete the props."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService
    from ui.tables.formatting import Labels
    from ui.tables.plan import TablePlan, TableProps


def completed(tables: TableService, reader: Reader, props: TableProps) -> TableProps:
    """The props with what their source says; run in a worker. Their own filters narrow it, their own order wins."""
    if not props.source:
        return props
    named = tables.named_source(props.source, reader)
    return replace(props, table=named.table, rule=named.rule, sort=props.sort or named.sort)


def rule_words(plan: TablePlan, choices: Labels) -> str:
    """What the rule of the table's source says, with the labels of columns and choices; "" without a rule."""
    if not plan.query.rule:
        return ""
    from jarvis_desktop.tables.ruled import in_words  # few tables have one

    labelled = {offer.column.name: offer.column for offer in plan.offered}
    every = tuple(labelled.get(column.name, column) for column in plan.table.columns)
    return in_words(plan.query.rule, replace(plan.table, columns=every), choices)
