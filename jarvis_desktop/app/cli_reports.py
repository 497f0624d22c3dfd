"""The reports of `jarvis db` as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.app.cli_output import columns, counted
from jarvis_desktop.core.figures import size_words
from jarvis_desktop.tables.permission import SECRET_TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jarvis_desktop.db.backup.restore import RestoreReport
    from jarvis_desktop.db.backup.write import BackupReport
    from jarvis_desktop.db.check import CheckReport, Difference
    from jarvis_desktop.db.migrate import UpgradeReport
    from jarvis_desktop.db.status import DatabaseStatus
    from jarvis_desktop.db.transfer.types import ExportReport, ImportReport, RowProblem, StarterReport

_SHOWN_PROBLEMS = 50


def status_text(place: Mapping[str, str | None], found: DatabaseStatus) -> str:
    """Mode, server, schema, size, and the tables that hold rows."""
    newest = "current" if found.current else f"the newest is {found.newest}"
    schema = f"{found.revision} ({newest})" if found.revision else f"none recorded ({newest})"
    there = len(found.rows) + len(found.tables_unreadable)
    facts = [
        ("Mode", place["mode"]),
        ("Server", f"PostgreSQL {found.server_version}"),
        ("Database", f"{found.database} as {found.user}"),
        ("Address", place["url"]),
        ("Schema", schema),
        ("Tables", f"{there} of {there + len(found.tables_missing)}"),
        ("Size", size_words(found.size)),
    ]
    if place["data_directory"]:
        facts.append(("Data directory", place["data_directory"]))
    parts = [columns(facts)]
    full = [(name, rows) for name, rows in found.rows.items() if rows]
    if full:
        parts.append(columns(full, ("Table", "Rows")))
    if found.tables_unreadable:
        parts.append(f"{found.user} may not read: " + ", ".join(found.tables_unreadable))
    if found.tables_missing:
        parts.append("Missing: " + ", ".join(found.tables_missing) + "\nRun “jarvis db upgrade” to make them.")
    return "\n\n".join(parts)


def upgrade_text(report: UpgradeReport, loaded: StarterReport | None) -> str:
    """What was made and what was left out, the same advice once."""
    to = report.to_revision
    lines = [f"The schema is at {to}." if to else "The upgrade could not be recorded in this database."]
    if report.created_tables:
        lines.append(f"{counted(len(report.created_tables), 'table')} made.")
    if report.adopted_tables:
        lines.append(f"{counted(len(report.adopted_tables), 'table')} found and left as they were.")
    if report.created_indexes and not report.created_tables:
        lines.append(f"{counted(len(report.created_indexes), 'index', 'indexes')} made.")
    advice: dict[str, list[str]] = {}
    for skip in report.skipped:
        advice.setdefault(skip.hint, []).append(f"  {skip.object}: {skip.reason}")
    for hint, objects in advice.items():
        lines += [f"Left out. {hint}".rstrip(), *objects]
    if loaded is not None:
        lines.append(starter_text(loaded))
    return "\n".join(lines)


def check_text(report: CheckReport) -> str:
    """Each difference on a line."""
    compared = (
        f"Compared {counted(len(report.compared_tables), 'table')}, {report.compared_columns:,} columns "
        f"and {len(report.compared_indexes):,} indexes."
    )
    if not report.differences:
        return f"{compared}\nNothing differs."
    named = [(str(d.severity), d.table or "-", f"{d.kind} {_in_words(d)}".rstrip()) for d in report.differences]
    return columns(named, ("", "Table", "What")) + f"\n\n{compared}"


def _in_words(difference: Difference) -> str:
    """The object with what was expected and found, as far as they say more than its name."""
    name, expected, found = difference.object, difference.expected, difference.found
    said = [
        f"{word} {value}"
        for word, value in (("expected", expected), ("found", found))
        if value and value not in {name, "present"}
    ]
    if expected and not found and expected.endswith(name):
        return expected
    return f"{name}: {', '.join(said)}" if said else name


def backup_text(report: BackupReport) -> str:
    """Where, how much, that it is to be kept safe, and what it leaves out."""
    total = sum(report.rows.values())
    lines = [f"{counted(total, 'row')} written to {report.file} ({size_words(report.bytes)})."]
    if secret := _secrets(report.rows):
        lines.append(f"It holds {secret}, which let people in: keep the file as safe as the database.")
    if report.left_out:
        lines.append("Not in it, since the program does not know these tables: " + ", ".join(report.left_out) + ".")
    return "\n".join(lines)


def restore_text(report: RestoreReport) -> str:
    """How many rows, of when, and that who was signed in then is so again."""
    before = " in place of the rows that were there" if report.replaced else ""
    lines = [f"{counted(sum(report.rows.values()), 'row')} of {report.taken_at[:19]} UTC restored{before}."]
    if secret := _secrets(report.rows):
        lines.append(f"Among them {secret}, also of people signed out since: end those in the tab People.")
    return "\n".join(lines)


def import_text(report: ImportReport) -> str:
    """A line a file, then what was made first, and every row that was not taken."""
    rows = [
        (t.table, t.inserted, t.replaced, t.skipped_duplicates, len(t.kept_edited), len(t.problems))
        for t in report.tables
    ]
    totals = tuple(sum(int(row[n]) for row in rows) for n in range(1, 6))
    heading = ("Table", "Added", "Replaced", "Already there", "Edited, kept", "Problems")
    parts = [columns([*rows, ("Total", *totals)], heading)]
    for table, keys in report.parents_created.items():
        parts.append(f"Made first in {table}, since rows refer to them: {', '.join(keys)}")
    different = sum(table.skipped_different for table in report.tables)
    if different:
        parts.append(f"{counted(different, 'row')} already there with other values than the file's; they stay.")
    renumbered = sum(table.renumbered for table in report.tables)
    if renumbered:
        parts.append(f"{counted(renumbered, 'row')} got a new id, since theirs belonged to another row.")
    if report.kept_edited:
        parts.append(_listed("Edited here and kept:", report.kept_edited))
    if report.problems:
        parts.append(_listed("Not taken:", report.problems))
    return "\n\n".join(parts)


def export_text(report: ExportReport) -> str:
    """How many rows and files, files removed, and tables left out."""
    files = counted(len(report.rows), "file")
    lines = [f"{counted(sum(report.rows.values()), 'row')} written to {files} in {report.folder}."]
    if report.removed:
        lines.append("Removed, left by an earlier export: " + ", ".join(report.removed) + ".")
    if report.left_out:
        named = ", ".join(report.left_out)
        lines.append(f"Left out, since whoever reads them can be somebody else: {named} (--with-sessions adds them).")
    return "\n".join(lines)


def starter_text(report: StarterReport) -> str:
    """What became of the starter rows."""
    lines = [f"Starter data: {report.inserted:,} added, {report.restored:,} restored, {report.unchanged:,} unchanged."]
    if report.renewed:
        lines.append(f"Brought to this version: {counted(report.renewed, 'row')}.")
    if report.kept:
        lines.append(_listed("Not brought back:", report.kept))
    if report.problems:
        lines.append(_listed("Not taken:", report.problems))
    return "\n".join(lines)


def _secrets(rows: Mapping[str, int]) -> str:
    """“3 rows of sessions”, or "" without any."""
    return ", ".join(f"{counted(rows[name], 'row')} of {name}" for name in sorted(SECRET_TABLES) if rows.get(name))


def _listed(title: str, problems: Sequence[RowProblem]) -> str:
    lines = [title, *(f"  {problem}" for problem in problems[:_SHOWN_PROBLEMS])]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"  and {len(problems) - _SHOWN_PROBLEMS:,} more; --json lists them all")
    return "\n".join(lines)
