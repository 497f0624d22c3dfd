"""`jarvis form ...`: forms asked without the window; nothing is stored."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jarvis_desktop.app.cli_db import AsJson, DatabaseUrl, opened
from jarvis_desktop.app.cli_output import Exit, Output
from jarvis_desktop.core.errors import ConfigurationError, Severity
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.forms.types import Judged

form_commands = typer.Typer(
    help="Forms: what they say of values, without storing them.", no_args_is_help=True, rich_markup_mode=None
)
MOST_DATA = 50_000_000
"""Bytes of a file of values."""
_STAGE = "How far the record is: edit, save or submit."
_MARKS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@form_commands.command()
def validate(
    form_type: Annotated[str, typer.Argument(help="The form, as incident, agent_create or flow.step.")],
    data: Annotated[Path, typer.Option(help="A file with the values as one JSON object, by field key.")],
    persona: Annotated[str, typer.Option(help="The persona that fills in the form.")] = "admin",
    maturity: Annotated[str, typer.Option(help="The maturity level whose fields count.")] = "",
    as_of: Annotated[str, typer.Option(help="The day on which it is filled in, as 2026-01-31; today without it.")] = "",
    stage: Annotated[str, typer.Option(help=_STAGE)] = "save",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Say what a form makes of values: every problem at its field, what is computed, what is hidden.

    The exit code is 0 where the values could be stored, and 1 where not.
    """
    output = Output(as_json=as_json)
    with output.errors():
        day, asked = _day(as_of), _stage(stage)
        values = _values(data)
    with opened(output, database_url) as connection:
        from jarvis_desktop.forms.service import FormService
        from jarvis_desktop.people.service import PeopleService
        from jarvis_desktop.tables.service import TableService

        database = connection.database
        reader = PeopleService(database).reader(persona, "")
        if day is not None:
            reader = replace(reader, as_of=day)
        judged = FormService(database, TableService(database)).judge(
            form_type, values, reader, stage=asked, maturity=maturity
        )
    if as_json:
        from jarvis_desktop.core.json_text import dumps

        typer.echo(dumps(_document(judged, str(asked)), indent=2))
    else:
        typer.echo(_in_words(judged))
    if not judged.valid:
        raise typer.Exit(Exit.PROBLEM)


def _day(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(tr("“{text}” is no day; write it as 2026-01-31.", text=text[:40])) from error
    return datetime(found.year, found.month, found.day, 12, tzinfo=UTC)


def _stage(text: str) -> Any:
    from jarvis_desktop.forms.logic import Stage

    try:
        return Stage(text)
    except ValueError as error:
        known = ", ".join(Stage)
        raise ConfigurationError(
            tr("There is no stage “{text}”. Stages: {known}.", text=text[:40], known=known)
        ) from error


def _values(file: Path) -> dict[str, Any]:
    from jarvis_desktop.core.json_text import NotJson, loads_once

    try:
        with file.open("rb") as content:
            read = content.read(MOST_DATA + 1)
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=file, strerror=error.strerror or error)
        ) from error
    if len(read) > MOST_DATA:
        raise ConfigurationError(
            tr("The file {file} is larger than {most} MB.", file=file, most=MOST_DATA // 1_000_000)
        )
    try:
        values = loads_once(read.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(tr("The file {file} is not valid UTF-8.", file=file)) from error
    except NotJson as error:
        raise ConfigurationError(tr("The file {file} {error}.", file=file, error=error)) from error
    if not isinstance(values, dict):
        raise ConfigurationError(
            tr("The file {file} holds no object.", file=file), hint=tr('Values stand as {"field_key": value}.')
        )
    return values


def _document(judged: Judged, stage: str) -> Mapping[str, Any]:
    from jarvis_desktop.forms.columns import json_value

    definition = judged.definition
    labels = {field.key: field.label for field in definition.fields}
    return {
        "form_type": definition.form_type,
        "title": definition.title,
        "valid": judged.valid,
        "stage": stage,
        "problems": [
            {
                "field": problem.field,
                "label": labels.get(problem.field, ""),
                "message": problem.message,
                "severity": problem.severity.value,
                "pointer": problem.pointer,
            }
            for problem in judged.problems
        ],
        "values": {key: json_value(judged.values.get(key)) for key in labels},
        "hidden": sorted(judged.hidden),
        "required": sorted(judged.required),
        "faults": [*definition.problems, *(f"{each.key}: {each.notice}" for each in definition.fields if each.notice)],
    }


def _in_words(judged: Judged) -> str:
    title = judged.definition.title
    lines = [f"{title}: the values could be stored." if judged.valid else f"{title}: the values cannot be stored."]
    lines += [f"  {_MARKS[problem.severity]}: {problem.message}" for problem in judged.problems]
    lines += [f"  form: {fault}" for fault in judged.definition.problems]
    return "\n".join(lines)
