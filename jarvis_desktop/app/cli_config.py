"""`jarvis config ...`: what is in force and why, and values set, taken away and rolled back."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jarvis_desktop.app import cli_config_words as words
from jarvis_desktop.app.cli_config_state import (
    compare_states,
    export_state,
    import_state,
    list_snapshots,
    restore_snapshot,
    take_snapshot,
)
from jarvis_desktop.app.cli_config_work import Acting, Reason, actor, config_of, instant, part_of_scope
from jarvis_desktop.app.cli_db import AsJson, DatabaseUrl, opened
from jarvis_desktop.app.cli_output import Output
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.types import Ask, Written

config_commands = typer.Typer(
    help="The configuration: which value is in force and why, values, snapshots, files.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
config_commands.command("snapshot")(take_snapshot)
config_commands.command("snapshots")(list_snapshots)
config_commands.command("restore")(restore_snapshot)
config_commands.command("export")(export_state)
config_commands.command("import")(import_state)
config_commands.command("diff")(compare_states)

_Key = Annotated[str, typer.Argument(help="The key of the setting, as agent.capabilities.")]
_Persona = Annotated[str | None, typer.Option(help="The persona asked for, or for whom the value is.")]
_Agent = Annotated[int | None, typer.Option(help="The number of the agent.")]
_Workflow = Annotated[int | None, typer.Option(help="The number of the workflow.")]
_BATCH = 'A file with one {"key", "persona", "agent_id", "workflow_id", "as_of"} a line; one answer a line comes out.'
_AT_ONCE = 1_000
_MOST_LINE = 100_000


@config_commands.command()
def get(
    key: Annotated[str, typer.Argument(help="The key of the setting, as agent.capabilities.")] = "",
    persona: _Persona = None,
    agent: _Agent = None,
    workflow: _Workflow = None,
    as_of: Annotated[str, typer.Option(help="The instant, as 2026-01-31 or 2026-01-31T14:00+01:00; else now.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Show every candidate, and why each other lost.")] = False,
    batch: Annotated[Path | None, typer.Option(help=_BATCH)] = None,
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Tell the value in force: the most specific one stored, else the registry's default, else none."""
    output = Output(as_json=as_json)
    with output.errors():
        at = instant(as_of)
        if bool(key) == (batch is not None):
            raise ConfigurationError(tr("Ask for one key, or for those of a file with --batch FILE."))
    scope = Scope(part_of_scope(persona), agent, workflow)
    with opened(output, database_url) as connection:
        service = config_of(connection)
        if batch is not None:
            _answer_lines(service, batch)
        elif explain:
            found = service.explain(key, scope, at)
            words.tell(words.explanation(found), words.told_explanation(found), as_json=as_json)
        else:
            answer = service.get(key, scope, at)
            words.tell(words.answer(answer), words.told_answer(answer), as_json=as_json)


@config_commands.command("set")
def set_value(
    key: _Key,
    value: Annotated[str, typer.Argument(help="The value as JSON; for a setting of type string also as plain text.")],
    reason: Reason,
    persona: _Persona = None,
    agent: _Agent = None,
    workflow: _Workflow = None,
    effective_from: Annotated[str, typer.Option(help="From when on it holds; at once without.")] = "",
    effective_to: Annotated[str, typer.Option(help="Until when it holds; without end without.")] = "",
    override: Annotated[
        bool, typer.Option("--override", help="Lie over other values of the scope until --effective-to.")
    ] = False,
    impact: Annotated[str, typer.Option(help="What it is expected to change, for the log.")] = "",
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Store a value as the next version of its scope; what held there ends when it begins."""
    from jarvis_desktop.config.types import Wish

    output = Output(as_json=as_json)
    with output.errors():
        begin, end = instant(effective_from), instant(effective_to)
    with opened(output, database_url) as connection:
        writer, service, reader = actor(connection, acting)
        wanted = words.read_value(value, service.setting(key))
        wish = Wish(key, wanted, Scope(part_of_scope(persona), agent, workflow), begin, end, override)
        _tell_written(writer.set(wish, reader, reason=reason, impact=impact), as_json=as_json)


@config_commands.command()
def delete(
    number: Annotated[list[int], typer.Argument(help="The numbers of the values, as --explain shows them.")],
    reason: Reason,
    switch_off: Annotated[bool, typer.Option("--switch-off", help="Keep the rows; they count no more.")] = False,
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Take stored values away."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        writer, _, reader = actor(connection, acting)
        _tell_written(writer.take_away(number, reader, reason=reason, delete=not switch_off), as_json=as_json)


@config_commands.command()
def rollback(
    key: _Key,
    reason: Reason,
    version: Annotated[int | None, typer.Option(help="The version whose value is to hold again.")] = None,
    at: Annotated[str, typer.Option(help="The instant whose value is to hold again.")] = "",
    persona: _Persona = None,
    agent: _Agent = None,
    workflow: _Workflow = None,
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Make what a version held, or what held at an instant, hold again, as a new version."""
    output = Output(as_json=as_json)
    with output.errors():
        moment = instant(at)
    with opened(output, database_url) as connection:
        writer, _, reader = actor(connection, acting)
        scope = Scope(part_of_scope(persona), agent, workflow)
        done = writer.roll_back(key, scope, reader, reason=reason, version=version, at=moment)
        _tell_written(done, as_json=as_json)


@config_commands.command()
def history(
    key: _Key,
    most: Annotated[int, typer.Option(help="How many changes at most.", min=1)] = 50,
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """List what was done to a setting, the latest first."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        found = config_of(connection).history(key, most=most)
    words.tell(
        {"key": key, "changes": [words.change(each) for each in found]}, words.told_changes(key, found), as_json=as_json
    )


@config_commands.command()
def proposals(
    decided: Annotated[bool, typer.Option("--all", help="Also those that were decided.")] = False,
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """List the values that wait for a second person."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        found = config_of(connection).proposals(waiting=not decided)
    listed = [words.proposal(each) for each in found]
    words.tell({"proposals": listed}, words.told_proposals(found), as_json=as_json)


@config_commands.command()
def approve(
    number: Annotated[int, typer.Argument(help="The number of the proposal.")],
    note: Annotated[str, typer.Option(help="What the log says beside the reason.")] = "",
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Store a value that waits; somebody else than who proposed it must."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        writer, _, reader = actor(connection, acting)
        _tell_written(writer.approve(number, reader, note=note), as_json=as_json)


@config_commands.command()
def refuse(
    number: Annotated[int, typer.Argument(help="The number of the proposal.")],
    note: Annotated[str, typer.Option(help="Why.")],
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Refuse a value that waits, or withdraw one's own."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        writer, _, reader = actor(connection, acting)
        writer.refuse(number, reader, note=note)
    words.tell({"refused": number}, f"Proposal {number} is refused.", as_json=as_json)


def _tell_written(done: Written, *, as_json: bool) -> None:
    words.tell({"written": [words.written(each) for each in done.values]}, words.told_written(done), as_json=as_json)


def _answer_lines(service: ConfigService, file: Path) -> None:
    """Answer each line of a file, in its order, a thousand with one statement; a line that asks nothing says why."""
    asked: list[Ask | str] = []
    for line in words.lines_of(file, _MOST_LINE):
        asked.append(words.ask(line))
        if len(asked) == _AT_ONCE:
            _answer_asked(service, asked)
            asked = []
    _answer_asked(service, asked)


def _answer_asked(service: ConfigService, asked: list[Ask | str]) -> None:
    answers: Iterator[Any] = iter(service.get_many([each for each in asked if not isinstance(each, str)]))
    for each in asked:
        words.line({"value": None, "source": "error", "error": each} if isinstance(each, str)
                   else words.answer(next(answers)))  # fmt: skip
