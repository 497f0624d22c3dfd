"""`jarvis form ...`: forms asked without the window; only `publish` stores anything."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jarvis_desktop.app.cli_db import AsJson, DatabaseUrl, opened
from jarvis_desktop.app.cli_form_versions import diff, publish, versions
from jarvis_desktop.app.cli_output import Exit, Output
from jarvis_desktop.core.errors import ConfigurationError, Severity
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import LayoutKind, LayoutNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jarvis_desktop.forms.types import FormDefinition, Judged

form_commands = typer.Typer(
    help="Forms: what they say of values, and their published versions.", no_args_is_help=True, rich_markup_mode=None
)
form_commands.command()(publish)
form_commands.command()(versions)
form_commands.command()(diff)
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


@form_commands.command("import-schema")
def import_schema(
    example: Annotated[Path, typer.Argument(help='A JSON Forms example: {"schema", "uischema", "data"}.')],
    form_type: Annotated[str, typer.Option(help="What the form shall be called.")] = "",
    screenshot: Annotated[Path | None, typer.Option(help="Render the form to this picture, too.")] = None,
    as_json: AsJson = False,
) -> None:
    """Turn a JSON Forms example into rows of fields and a layout, and say what the form makes of its data.

    Nothing is stored, and no database is needed. The exit code is 0 also where the data are not valid.
    """
    from jarvis_desktop.core.json_text import dumps
    from jarvis_desktop.forms.field_types import field_types
    from jarvis_desktop.forms.judging import judged
    from jarvis_desktop.forms.schema_import import import_example

    output = Output(as_json=as_json)
    with output.errors():
        types = field_types()
        imported = import_example(_text(example), form_type or example.stem, types)
        found = judged(imported.definition, {}, imported.values, types)
        if screenshot is not None:
            _render(example, screenshot)
    if as_json:
        form = {"form_type": imported.definition.form_type, "fields": imported.rows, "layout": imported.layout}
        typer.echo(dumps({**form, **_document(found, "save")}, indent=2))
    else:
        typer.echo("\n".join([*_outline(imported.definition), _in_words(found)]))


def _render(example: Path, picture: Path) -> None:
    """The picture comes from the window's program: this one knows no Qt."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "ui", "--offscreen", "--render-form", str(example), "--screenshot", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise ConfigurationError(tr("The form could not be rendered: {reason}", reason=said[-1] if said else "?"))


def _outline(definition: FormDefinition) -> list[str]:
    """The form in lines: its parts, and in them the fields with their kinds."""
    by_key = {field.key: field for field in definition.fields}

    def lines(node: LayoutNode, depth: int) -> Iterator[str]:
        if node.key:
            field = by_key[node.key]
            mark = " *" if field.required else ""
            yield f"{'  ' * depth}{field.label}{mark} ({field.notice or field.kind})"
            return
        if node.label:
            yield f"{'  ' * depth}[{node.label}]"
        for part in node.parts:
            yield from lines(part, depth + bool(node.label))

    layout = definition.layout
    if layout is None:
        layout = LayoutNode(LayoutKind.COLUMN, parts=tuple(LayoutNode(LayoutKind.CONTROL, key=key) for key in by_key))
    return [definition.title, *lines(layout, 1)]


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


def _text(file: Path) -> str:
    """What a file says; ConfigurationError for one that cannot be read."""
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
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(tr("The file {file} is not valid UTF-8.", file=file)) from error


def _values(file: Path) -> dict[str, Any]:
    from jarvis_desktop.core.json_text import NotJson, loads_once

    try:
        values = loads_once(_text(file))
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
