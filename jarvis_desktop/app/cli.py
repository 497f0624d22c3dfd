"""The commands of `jarvis`: what a person or a script may do without the window."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from typing import Annotated

import typer

from jarvis_desktop import __version__
from jarvis_desktop.app.cli_config import config_commands
from jarvis_desktop.app.cli_db import database_commands
from jarvis_desktop.app.cli_diagnose import diagnose_command
from jarvis_desktop.app.cli_form import form_commands
from jarvis_desktop.app.cli_links import link_commands
from jarvis_desktop.app.cli_rule import rule_commands

app = typer.Typer(
    help="JARVIS Desktop on the command line.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(database_commands, name="db")
app.add_typer(config_commands, name="config")
app.add_typer(form_commands, name="form")
app.add_typer(link_commands, name="links")
app.add_typer(rule_commands, name="rule")
app.command("diagnose")(diagnose_command)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer's callback
    if value:
        typer.echo(f"jarvis {__version__}")
        raise typer.Exit


@app.callback()
def jarvis(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and exit.")
    ] = False,
) -> None:
    """JARVIS Desktop on the command line."""
