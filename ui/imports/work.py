"""What the page has done in workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.imports.stop import Run
    from jarvis_desktop.imports.types import Imported, ImportPlan, Preview, Proposal, Reading, Report
    from jarvis_desktop.metadata.types import Reader


def propose(
    services: Application, table: str, path: str, reader: Reader, reading: Reading | None, run: Run
) -> Proposal:
    """Look at a file beside its table."""
    return services.imports.propose(table, path, reader, reading=reading, run=run)


def preview(services: Application, plan: ImportPlan, proposal: Proposal, reader: Reader) -> Preview:
    """The first rows as they will be stored."""
    return services.imports.preview(plan, proposal.file, reader)


def check(services: Application, plan: ImportPlan, reader: Reader, run: Run) -> Report:
    """Rehearse."""
    return services.imports.check(plan, reader, run)


def store(
    services: Application,
    plan: ImportPlan,
    reader: Reader,
    headers: tuple[str, ...],
    run: Run,
    *,
    leave_out: bool,
) -> Imported:
    """Import, and remember how for the next file of the kind."""
    imported = services.imports.run(plan, reader, run, leave_out=leave_out)
    if imported.edit is not None:
        services.imports.remember(plan, headers, reader)
    return imported


def save(services: Application, report: Report, path: str) -> int:
    """Write the refused cells to a file."""
    return services.imports.save_report(report, path)
