"""Rows into files and onto paper: the actions; what they open is imported when they are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.tables.labels import in_sentence
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def _is_open(table: RecordTable) -> bool:
    return table.source.plan is not None


def _exports(table: RecordTable) -> bool:
    return table.asked.export


def _prints(table: RecordTable) -> bool:
    return table.asked.prints


def open_export(table: RecordTable) -> None:
    """Show the page for exports."""
    from ui.components.table.export_panel import ExportPanel
    from ui.components.table.subject import subject_of

    subject = subject_of(table)
    if subject is not None:
        table.context.open_page(
            tr("Export {label}", label=in_sentence(subject.table.label)), ExportPanel(table.context, subject)
        )


def open_printing(table: RecordTable) -> None:
    """Show the page for printing and PDF."""
    from ui.components.table.printing import PrintPanel
    from ui.components.table.subject import subject_of

    subject = subject_of(table)
    if subject is not None:
        table.context.open_page(
            tr("Print {label}", label=in_sentence(subject.table.label)), PrintPanel(table.context, subject)
        )


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "export",
        mark("Export…"),
        Group.FILES,
        open_export,
        icon="download",
        shortcut="Ctrl+Shift+E",
        applies=_is_open,
        offered=_exports,
    ),
    TableAction(
        "print",
        mark("Print or save as PDF…"),
        Group.FILES,
        open_printing,
        icon="printer",
        shortcut="Ctrl+P",
        applies=_is_open,
        offered=_prints,
    ),
)
