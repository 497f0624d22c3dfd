"""`jarvis links ...`: whether links of other programs open this one."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from typing import Annotated

import typer

from jarvis_desktop.app.cli_output import Output

link_commands = typer.Typer(
    help="Links as jarvis://incident/INC-1: whether other programs open them here.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
AsJson = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]


@link_commands.command()
def register(as_json: AsJson = False) -> None:
    """Have the system open links with this program, for you alone."""
    from jarvis_desktop.app import link_scheme

    output = Output(as_json=as_json)
    with output.errors():
        done = link_scheme.register()
        output.result({"registered": True, "text": done}, done)


@link_commands.command()
def unregister(as_json: AsJson = False) -> None:
    """Take that back."""
    from jarvis_desktop.app import link_scheme

    output = Output(as_json=as_json)
    with output.errors():
        done = link_scheme.unregister()
        output.result({"registered": False, "text": done}, done)


@link_commands.command()
def status(as_json: AsJson = False) -> None:
    """Show what opens links now."""
    from jarvis_desktop.app import link_scheme
    from jarvis_desktop.core.words import tr

    found = link_scheme.registered()
    text = tr("Links open this program: {what}", what=found) if found else tr("Links do not open this program.")
    Output(as_json=as_json).result({"registered": bool(found), "text": text}, text)
