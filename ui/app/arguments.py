"""The command line of the window."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from jarvis_desktop import __version__

DEFAULT_PICTURE = (1440, 900)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked for; sizes in device-independent pixels."""

    offscreen: bool
    screenshot: Path | None
    tab: str
    persona: str | None
    theme: str | None
    size: tuple[int, int] | None
    record: str
    form: str
    database_url: str | None
    zoom: int
    verbose: bool
    link: str = ""
    new_window: bool = False
    safe: bool = False
    render_form: str = ""


def parse_arguments(argv: list[str]) -> Arguments:
    """Read the command line; prints help or a usage error and exits (status 2) as argparse does."""
    parser = argparse.ArgumentParser(
        prog="jarvis-desktop",
        description="The workbench window. Without --database-url it opens the embedded database of this person.",
    )
    parser.add_argument("--version", action="version", version=f"JARVIS Desktop {__version__}")
    parser.add_argument(
        "--database-url", metavar="URL", type=_address, help="another PostgreSQL: postgresql://user@host:5432/name"
    )
    parser.add_argument("--persona", metavar="NAME", help="the persona to look as, for example rachel")
    parser.add_argument("--theme", choices=("system", "light", "dark", "contrast"), help="the theme to start with")
    parser.add_argument("--tab", metavar="KEY", default="", help="the tab to open")
    parser.add_argument("--record", metavar="ID", default="", help="the record to open in that tab, for example INC-1")
    parser.add_argument("--form", metavar="FORM_TYPE", default="", help="the form to open, empty or with --record")
    parser.add_argument(
        "--render-form", metavar="FORM_TYPE", default="", help="with --screenshot: a form by itself, all of it"
    )
    parser.add_argument("--size", metavar="WxH", type=_size, help="the window's size, for example 1440x900")
    parser.add_argument("--zoom", metavar="PERCENT", type=_zoom, default=100, help="scale of everything, 50 to 300")
    parser.add_argument("--new-window", action="store_true", help="open a window of its own although one is open")
    parser.add_argument(
        "--safe", action="store_true", help="bring nothing back from the last time; plain colours and theme"
    )
    parser.add_argument("link", nargs="?", default="", type=_link, help="where to go, as jarvis://incident/INC-1")
    parser.add_argument("--offscreen", action="store_true", help="run without a display")
    parser.add_argument("--screenshot", metavar="OUT.png", type=Path, help="render the window to a picture and exit")
    parser.add_argument("--verbose", action="store_true", help="log more to the terminal")
    given = parser.parse_args(argv)
    if given.offscreen and given.screenshot is None:
        parser.error("--offscreen shows nothing by itself: add --screenshot OUT.png")
    if given.render_form and given.screenshot is None:
        parser.error("--render-form renders to a picture: add --screenshot OUT.png")
    return Arguments(
        offscreen=given.offscreen,
        screenshot=given.screenshot,
        tab=given.tab,
        persona=given.persona,
        theme=given.theme,
        size=given.size or (DEFAULT_PICTURE if given.screenshot and not given.render_form else None),
        record=given.record,
        form=given.form,
        database_url=given.database_url,
        zoom=given.zoom,
        verbose=given.verbose,
        link=given.link,
        new_window=given.new_window,
        safe=given.safe,
        render_form=given.render_form,
    )


def _address(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("the address is empty; leave the option out for the embedded database")
    return text


def _link(text: str) -> str:
    """A text that means to be a link; a bad one is told in the window, where whoever clicked it looks."""
    if text and not text.strip().lower().startswith("jarvis:"):
        raise argparse.ArgumentTypeError(f"“{text[:80]}” is no link; one begins with jarvis://")
    return text[:2_100]


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write it as 1440x900")
    if not (320 <= int(width) <= 10_000 and 240 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError("the size must be between 320x240 and 10000x10000")
    return int(width), int(height)


def _zoom(text: str) -> int:
    if not text.isdigit() or not 50 <= int(text) <= 300:
        raise argparse.ArgumentTypeError("the zoom is a whole number from 50 to 300")
    return int(text)
