"""The command line `jarvis`, also `python -m jarvis_desktop`."""

from __future__ import annotations

from functools import partial


def main() -> None:
    """Run the command that the arguments name; exits with its code."""
    import typer.main

    from jarvis_desktop.app.cli import app
    from jarvis_desktop.app.cli_faults import run

    run(partial(typer.main.get_command(app), prog_name="jarvis"))


if __name__ == "__main__":
    main()
