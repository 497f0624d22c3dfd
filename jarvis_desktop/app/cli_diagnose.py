"""`jarvis diagnose`: what is as it should be and what is not, in one report that can be handed on."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jarvis_desktop.app.cli_output import Exit, Output
from jarvis_desktop.app.diagnose import Subject, diagnose, redactor_for
from jarvis_desktop.app.findings import Part, Verdict, as_text, cleaned, summary, worst
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings, load_settings
from jarvis_desktop.core.errors import ConfigurationError, JarvisError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator


def diagnose_command(
    database_url: Annotated[
        str | None,
        typer.Option(help="The database, as postgresql://user@host:5432/name; without it, the embedded one."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Leave names of accounts and folders in the report.")] = False,
    output_file: Annotated[Path | None, typer.Option("--output", help="Write the report to this file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the result as JSON.")] = False,
) -> None:
    """Look at versions, database, schema, features, folders and faults; exit code 1 when something is wrong.

    Passwords are never part of the report. Names of accounts, servers and folders are taken out unless --full is given.
    """
    output = Output(as_json=as_json)
    with output.errors(), _subject(output, database_url) as subject:
        found = diagnose(subject, _progress)
        shown = found if full else cleaned(found, redactor_for(subject))
        text = as_text(shown)
        if output_file is not None:
            _write(output_file, text)
            text = summary(shown)
        verdict = worst(part.verdict for part in shown)
        output.result({"verdict": verdict, "parts": shown}, text.rstrip("\n"))
    if verdict is Verdict.BAD:
        raise typer.Exit(Exit.PROBLEM)


@contextmanager
def _subject(output: Output, database_url: str | None) -> Iterator[Subject]:
    """What to look at; a database that cannot be opened, or settings that cannot be read, are part of the report."""
    from jarvis_desktop.app.connect import Mode, connect

    paths = Paths.for_this_person()
    settings = Settings(database_url=database_url or "")
    before: tuple[Part, ...] = ()
    try:
        settings = load_settings(paths, database_url=database_url)
    except ConfigurationError as error:
        from jarvis_desktop.app.diagnose import unusable

        before = (unusable(error),)
    try:
        connection = connect(settings, paths, notice=output.notice, prepare=False)
    except JarvisError as error:
        yield Subject(settings, paths, embedded=not settings.database_url, refusal=error, before=before)
        return
    try:
        yield Subject(settings, paths, connection.database, embedded=connection.mode is Mode.EMBEDDED, before=before)
    finally:
        connection.close()


def _progress(done: int, all_of_them: int, title: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{done + 1}/{all_of_them} {title:<60}", err=True, nl=done + 1 == all_of_them)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise JarvisError(
            tr("{file} cannot be written: {strerror}.", file=file, strerror=error.strerror),
            hint=tr("Choose another file."),
        ) from error
