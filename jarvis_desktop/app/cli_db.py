"""`jarvis db ...`: the state of the database, upgrades, and rows in and out of it."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jarvis_desktop.app.cli_output import Exit, Output
from jarvis_desktop.app.connect import Mode, connected, samples_wanted
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import load_settings
from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.app.connect import Connection

database_commands = typer.Typer(
    help="The database: its state, its schema, and rows in and out of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

AsJson = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]
DatabaseUrl = Annotated[
    str | None,
    typer.Option(help="The database, as postgresql://user@host:5432/name; without it, the embedded one."),
]


@contextmanager
def opened(output: Output, database_url: str | None, *, prepare: bool = True) -> Iterator[Connection]:
    """The database the options name; an embedded one that is new gets its schema unless `prepare` is off."""
    with output.errors():
        if database_url is not None and not database_url.strip():
            # Not the embedded one: a script whose variable is empty would work on the wrong database.
            raise ConfigurationError(
                tr("The database address is empty."),
                hint=tr("Name one, or leave --database-url out for the embedded database."),
            )
        paths = Paths.for_this_person()
        settings = load_settings(paths, database_url=database_url)
        with connected(settings, paths, notice=output.notice, prepare=prepare) as connection:
            yield connection


@database_commands.command()
def status(database_url: DatabaseUrl = None, as_json: AsJson = False) -> None:
    """Show which database is used, how its schema stands, and how much is in it."""
    from jarvis_desktop.app.cli_reports import status_text
    from jarvis_desktop.db.status import read_status

    output = Output(as_json=as_json)
    with opened(output, database_url, prepare=False) as connection:
        found = read_status(connection.database)
        embedded = connection.mode is Mode.EMBEDDED
        place = {
            "mode": str(connection.mode),
            "url": connection.database.url.set(drivername="postgresql").render_as_string(),
            "data_directory": str(Paths.for_this_person().cluster) if embedded else None,
        }
        output.result({**place, **asdict(found), "current": found.current}, status_text(place, found))


@database_commands.command()
def url(
    database_url: DatabaseUrl = None,
    show_password: Annotated[bool, typer.Option(help="Write the password out instead of ***.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write the address of the database, for psql and other programs."""
    output = Output(as_json=as_json)
    with opened(output, database_url, prepare=False) as connection:
        address = connection.database.url.set(drivername="postgresql")
        shown = address.render_as_string(hide_password=not show_password)
        output.result({"url": shown, "mode": str(connection.mode)}, shown)


@database_commands.command()
def upgrade(
    database_url: DatabaseUrl = None,
    starter: Annotated[
        bool | None,
        typer.Option(
            "--starter/--no-starter",
            help="Load the starter data. Without either, only a new embedded database gets them.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring the schema to this version of the program, adding only what is missing; exit code 1 when a table is."""
    from jarvis_desktop.app.cli_reports import upgrade_text
    from jarvis_desktop.db.migrate import upgrade as upgrade_schema
    from jarvis_desktop.db.transfer.starter import load_starter

    output = Output(as_json=as_json)
    with opened(output, database_url, prepare=False) as connection:
        asked = _samples_asked(connection, starter)
        report = upgrade_schema(connection.url)
        loaded = None
        if asked:
            loaded = load_starter(connection.database, _starter_folder())
            _no_samples_wanted(connection)
        output.result({**asdict(report), "starter": loaded}, upgrade_text(report, loaded))
        if any(skip.object.startswith("table ") for skip in report.skipped) or (loaded is not None and loaded.problems):
            raise typer.Exit(Exit.PROBLEM)


@database_commands.command()
def check(database_url: DatabaseUrl = None, as_json: AsJson = False) -> None:
    """Compare the database with what the program expects; exit code 1 when something is missing."""
    from jarvis_desktop.app.cli_reports import check_text
    from jarvis_desktop.db.check import check as compare

    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        report = compare(connection.database)
        output.result({"ok": report.ok, **asdict(report)}, check_text(report))
        if report.exit_code:
            raise typer.Exit(report.exit_code)


@database_commands.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Write all rows to one file, as of this instant; others may go on working. Sessions are in it: keep it safe."""
    from jarvis_desktop.app.cli_reports import backup_text
    from jarvis_desktop.db.backup.write import back_up

    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        report = back_up(connection.database, file, output.progress)
        output.result(report, backup_text(report))


@database_commands.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that “jarvis db backup” wrote.")],
    database_url: DatabaseUrl = None,
    replace: Annotated[bool, typer.Option("--replace", help="Remove the rows that are there first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put the rows of a backup into the database, all of them or none."""
    from jarvis_desktop.app.cli_reports import restore_text
    from jarvis_desktop.db.backup.restore import check_backup
    from jarvis_desktop.db.backup.restore import restore as put_back
    from jarvis_desktop.db.migrate import upgrade as upgrade_schema
    from jarvis_desktop.db.status import read_status

    output = Output(as_json=as_json)
    with output.errors():
        check_backup(file)
    with opened(output, database_url, prepare=False) as connection:
        found = read_status(connection.database)
        if not found.current and (connection.mode is Mode.EMBEDDED or not found.rows):
            upgrade_schema(connection.url)
        report = put_back(connection.database, file, output.progress, replace=replace)
        _no_samples_wanted(connection)
        output.result(report, restore_text(report))


@database_commands.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="A folder of .json files, each named for its table.")],
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Add the rows of JSON files; rows that are there already are skipped, bad ones reported (exit code 1)."""
    from jarvis_desktop.app.cli_reports import import_text
    from jarvis_desktop.db.transfer.importer import import_folder
    from jarvis_desktop.rights.law import kept_administered

    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        report = import_folder(connection.database, folder, output.progress, under=kept_administered)
        totals = {
            "inserted": report.inserted,
            "replaced": report.replaced,
            "skipped_duplicates": report.skipped_duplicates,
            "kept_edited": len(report.kept_edited),
            "parents_created": report.parents_created,
            "problems": len(report.problems),
        }
        output.result({"totals": totals, "tables": [asdict(table) for table in report.tables]}, import_text(report))
        if report.problems:
            raise typer.Exit(Exit.PROBLEM)


@database_commands.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder, or one with an earlier export.")],
    database_url: DatabaseUrl = None,
    with_sessions: Annotated[
        bool, typer.Option("--with-sessions", help="Write who is signed in, too: whoever reads it can be them.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write the rows of every table as JSON files that “jarvis db import” reads; sessions only when asked."""
    from jarvis_desktop.app.cli_reports import export_text
    from jarvis_desktop.db.transfer.exporter import export_folder
    from jarvis_desktop.tables.permission import SECRET_TABLES

    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        leave_out = frozenset() if with_sessions else SECRET_TABLES
        report = export_folder(connection.database, folder, output.progress, leave_out=leave_out)
        output.result(report, export_text(report))


@database_commands.command()
def reset_sample_data(database_url: DatabaseUrl = None, as_json: AsJson = False) -> None:
    """Bring the starter data back as they were at first; your own rows stay."""
    from jarvis_desktop.app.cli_reports import starter_text
    from jarvis_desktop.db.transfer.starter import reset_starter
    from jarvis_desktop.rights.law import kept_administered

    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        report = reset_starter(connection.database, _starter_folder(), under=kept_administered)
        output.result(report, starter_text(report))
        if report.problems:
            raise typer.Exit(Exit.PROBLEM)


def _starter_folder() -> Path:
    return bundled("resources") / "starter"


def _samples_asked(connection: Connection, starter: bool | None) -> bool:  # noqa: FBT001 - the option as given
    """Whether an upgrade loads the starter data; in the embedded database noted before its tables are made."""
    if connection.mode is Mode.SERVER:
        return bool(starter)
    from jarvis_desktop.db.revision import recorded_revision

    wanted = samples_wanted(Paths.for_this_person())
    if starter is None:
        with connection.database.read() as session:
            starter = wanted.exists() or recorded_revision(session.connection()) is None
    if starter:
        wanted.touch()
    else:
        wanted.unlink(missing_ok=True)
    return starter


def _no_samples_wanted(connection: Connection) -> None:
    """The embedded database holds what it should: no later start adds sample data."""
    if connection.mode is Mode.EMBEDDED:
        samples_wanted(Paths.for_this_person()).unlink(missing_ok=True)
