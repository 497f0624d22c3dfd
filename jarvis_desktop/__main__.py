"""The command line `jarvis`, also `python -m jarvis_desktop`."""

from __future__ import annotations


def main() -> None:
    """Run the command that the arguments name; exits with its code."""
    from jarvis_desktop.app.cli import app

    app(prog_name="jarvis")


if __name__ == "__main__":
    main()
