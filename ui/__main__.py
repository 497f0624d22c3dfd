"""Starts the window: `jarvis-desktop`."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the window with the command line's arguments; answers the exit status."""
    from ui.app.arguments import parse_arguments

    arguments = parse_arguments(sys.argv[1:])
    if arguments.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not _has_display():
        print(  # noqa: T201
            "There is no display to open the window on.\n"
            "Render it to a picture instead: jarvis-desktop --offscreen --screenshot OUT.png",
            file=sys.stderr,
        )
        return 1
    from ui.app.start import run

    return run(arguments)


def _has_display() -> bool:
    """Whether Qt would find a screen: without one it aborts the interpreter."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
