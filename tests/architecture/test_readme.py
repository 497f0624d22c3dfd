"""The commands that the README shows exist, with the options it shows."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app
from tests.architecture.sources import ROOT
from ui.app.arguments import parse_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("jarvis", "jarvis-desktop", "python3")


def commands(text: str) -> Iterator[list[str]]:
    """The words of every command of a page: in fenced and indented blocks and in running text.

    `[what may be left out]` and `...` end a command; `jarvis db status|url` are two.
    """
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    blocks += re.findall(r"^ {4}.*$", text, re.MULTILINE)
    blocks += re.findall(r"`([^`\n]+)`", text)
    for line in "\n".join(blocks).splitlines():
        command = re.split(r"\[|\.\.\.", line.strip().removeprefix("$ "))[0]
        if command.split(" ")[0] not in PROGRAMS:
            continue
        before, *choices = re.split(r"(?<=\s)(?=\S+\|)", command, maxsplit=1)
        for choice in "".join(choices).split("|"):
            yield shlex.split(before + choice, comments=True)


def faults(words: list[str]) -> Iterator[str]:
    """What is wrong with a command line; it is parsed, never run."""
    if words[0] == "python3":
        if words[1:2] != ["launch.py"]:
            yield f"{words[1:2]} is not launch.py"
        mode, rest = words[2] if len(words) > 2 else "", words[3:]
        if mode in ("test", "bench", "words"):
            return
        words = ["jarvis", *rest] if mode == "jarvis" else ["jarvis-desktop", *words[2:]]
    if words[0] == "jarvis":
        yield from _command_line_faults(words[1:])
        return
    try:
        parse_arguments(words[1:])
    except SystemExit as ended:
        if ended.code:
            yield f"the window does not understand {words[1:]}"


def _command_line_faults(words: list[str]) -> Iterator[str]:
    answer = CliRunner().invoke(app, [*words, "--help"])
    if answer.exit_code:
        yield f"jarvis {' '.join(words)}: {answer.output.splitlines()[-1:]}"
    missing = [word for word in words if word.startswith("--") and word.split("=")[0] not in answer.output]
    if missing:
        yield f"jarvis {' '.join(words)} has no {missing}"


def pages() -> list[str]:
    return [page for page in ("README.md", "jarvis_desktop/README.md", "ui/README.md") if (ROOT / page).is_file()]


@pytest.mark.parametrize("page", pages())
def test_every_command_of_the_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [fault for words in commands(text) for fault in faults(words)] == []


def test_the_readme_shows_the_two_commands() -> None:
    shown = list(commands((ROOT / "README.md").read_text(encoding="utf-8")))
    assert ["python3", "launch.py"] in shown
    assert ["python3", "launch.py", "test"] in shown


@pytest.mark.parametrize(
    "bad", ["jarvis db vanish", "jarvis db status --colourful", "jarvis-desktop --sideways", "python3 launcher.py"]
)
def test_a_command_that_does_not_exist_is_found(bad: str) -> None:
    (words,) = commands(f"```sh\n{bad}\n```\n")
    assert list(faults(words))


@pytest.mark.parametrize(
    "good", ["jarvis db status --json", "python3 launch.py --version", "python3 launch.py test -x"]
)
def test_a_command_that_exists_passes(good: str) -> None:
    (words,) = commands(f"```\n$ {good}  # as said\n```\n")
    assert list(faults(words)) == []
