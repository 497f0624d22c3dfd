"""`jarvis config snapshot`, `restore`, `export`, `import` and `diff`: whole states of the configuration."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jarvis_desktop.app import cli_config_words as words
from jarvis_desktop.app.cli_config_work import Acting, Reason, config_of, instant, person
from jarvis_desktop.app.cli_db import AsJson, DatabaseUrl, opened
from jarvis_desktop.app.cli_output import Output, columns
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.config.states.service import ConfigStates
    from jarvis_desktop.config.types import State

_Parts = Annotated[
    list[str] | None,
    typer.Option("--part", help="Only this part: registry, details, values, rules, templates or layers; repeatable."),
]
_Names = Annotated[
    list[str] | None, typer.Option("--name", help="Only what is called so: a key, rule, template or layer; repeatable.")
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")]
_STATE = "now, an instant (2026-01-31), a snapshot (its number or snapshot:3), or a file"


def take_snapshot(
    name: Annotated[str, typer.Argument(help="What to call it.")],
    description: Annotated[str, typer.Option(help="What it is for.")] = "",
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Keep the complete state: registry, values, rules, templates and layers."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        found = _states(connection).take(name, person(connection, acting), description=description)
    document = {"id": found.id, "name": found.name, "at": found.at.isoformat(), "size": found.size}
    words.tell(document, f"Snapshot {found.id} “{found.name}” is kept.", as_json=as_json)


def list_snapshots(database_url: DatabaseUrl = None, as_json: AsJson = False) -> None:
    """List the snapshots, the latest first."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        found = _states(connection).snapshots()
    listed = [
        {"id": each.id, "name": each.name, "description": each.description, "by": each.by, "at": each.at.isoformat(),
         "size": each.size}
        for each in found
    ]  # fmt: skip
    rows = [(each.id, each.name, each.at.isoformat(" ", "minutes"), each.by, each.size) for each in found]
    text = columns(rows, ("id", "name", "at", "by", "bytes")) if rows else "There are no snapshots."
    words.tell({"snapshots": listed}, text, as_json=as_json)


def restore_snapshot(
    number: Annotated[int, typer.Argument(help="The number of the snapshot.")],
    reason: Reason = "",
    part: _Parts = None,
    name: _Names = None,
    dry_run: _DryRun = False,
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Make the stored state that of a snapshot, removals included; the state before is kept as a snapshot too."""
    from jarvis_desktop.config.types import State

    _restore(State(number), reason, part, name, dry_run=dry_run, removing=True, acting=acting,
             database_url=database_url, as_json=as_json)  # fmt: skip


def export_state(
    file: Annotated[Path | None, typer.Argument(help="The file; without, the document is written out.")] = None,
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Write the complete state as JSON."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        document = _states(connection).export()
        if file is None:
            typer.echo(document)
            return
        try:
            file.write_text(document + "\n", encoding="utf-8")
        except OSError as error:
            raise ConfigurationError(
                tr("The file {file} cannot be written: {why}.", file=file, why=error.strerror or error)
            ) from error
    words.tell({"file": str(file), "characters": len(document)}, f"Written to {file}.", as_json=as_json)


def import_state(
    file: Annotated[Path, typer.Argument(help="A file that `jarvis config export` wrote.")],
    reason: Reason = "",
    part: _Parts = None,
    name: _Names = None,
    removing: Annotated[bool, typer.Option("--replace", help="Also remove what the file does not have.")] = False,
    dry_run: _DryRun = False,
    acting: Acting = "",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Add and change what a file has; the state before is kept as a snapshot."""
    output = Output(as_json=as_json)
    with output.errors():
        state = _file(file)
    _restore(state, reason, part, name, dry_run=dry_run, removing=removing, acting=acting,
             database_url=database_url, as_json=as_json)  # fmt: skip


def compare_states(
    before: Annotated[str, typer.Argument(help=f"One side: {_STATE}.")],
    after: Annotated[str, typer.Argument(help=f"The other side: {_STATE}.")] = "now",
    part: _Parts = None,
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Say what holds differently in two states, for every exact scope."""
    output = Output(as_json=as_json)
    with output.errors():
        sides = _state(before), _state(after)
    with opened(output, database_url) as connection:
        found = _states(connection).compare(*sides, parts=part or ())
    document = {"before": before, "after": after, "differences": [words.difference(each) for each in found]}
    words.tell(document, words.told_differences(found), as_json=as_json)


def _restore(
    state: State,
    reason: str,
    part: list[str] | None,
    name: list[str] | None,
    *,
    dry_run: bool,
    removing: bool,
    acting: str,
    database_url: str | None,
    as_json: bool,
) -> None:
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        states = _states(connection)
        if dry_run:
            plan = states.preview(state, parts=part or (), names=name or (), removing=removing)
            problems = [problem.message for problem in plan.problems]
            document = {"changes": words.part_changes(plan.parts), "problems": problems}
            words.tell(document, "\n".join([words.told_part_changes(plan.parts), *problems]), as_json=as_json)
            return
        done = states.restore(
            state,
            person(connection, acting),
            reason=reason,
            parts=part or (),
            names=name or (),
            removing=removing,
            told=lambda what, share: output.notice(f"{share:4.0%} {what}") if not as_json else None,
        )
    document = {"changes": words.part_changes(done.parts), "snapshot_before": done.before}
    text = f"{words.told_part_changes(done.parts)}\nThe state before is snapshot {done.before}."
    words.tell(document, text, as_json=as_json)


def _states(connection: Connection) -> ConfigStates:
    from jarvis_desktop.config.states.service import ConfigStates

    return ConfigStates(connection.database, config_of(connection))


def _state(text: str) -> State:
    """The state that an argument names. Raises ConfigurationError."""
    from jarvis_desktop.config.types import State

    if text == "now":
        return State()
    number = text.removeprefix("snapshot:")
    if number.isdecimal():
        return State(int(number))
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return _file(Path(text))
    return State(at=instant(text))


def _file(file: Path) -> State:
    from jarvis_desktop.config.states.service import MOST_DOCUMENT
    from jarvis_desktop.config.types import State

    try:
        with file.open("rb") as content:
            document = content.read(MOST_DOCUMENT + 1)
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=file, strerror=error.strerror or error),
            hint=tr("A state is now, an instant, the number of a snapshot, or a file."),
        ) from error
    if len(document) > MOST_DOCUMENT:
        raise ConfigurationError(tr("This file is too large for a state of the configuration."))
    return State(document=document.decode("utf-8", "replace") or " ")
