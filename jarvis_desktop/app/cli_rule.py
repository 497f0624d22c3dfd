"""`jarvis rule ...`: rules asked without a database."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jarvis_desktop.app.cli_output import Output
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

rule_commands = typer.Typer(
    help="Rules in JsonLogic, CEL or the simple form: asked about a record, without a database.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_ENGINE = "The language: jsonlogic, cel or simple."
_ANSWERS = {
    "true": "True: the rule holds.",
    "false": "False: the rule does not hold.",
    "undetermined": "Undetermined: the data lack what the rule needs.",
    "failed": "Failed: the rule cannot be answered.",
}
_FIELDS = 'The types of the fields: {"name": "type"}, or rows with field_key and field_type.'
_BATCH = 'A file with one {"engine", "rule", "data"} a line; one answer a line comes out.'


@rule_commands.command("eval")
def evaluate(
    engine: Annotated[str, typer.Option(help=_ENGINE)] = "",
    rule: Annotated[Path | None, typer.Option(help="A file with the rule as JSON.")] = None,
    data: Annotated[Path | None, typer.Option(help="A file with the record as JSON.")] = None,
    fields: Annotated[Path | None, typer.Option(help=_FIELDS)] = None,
    batch: Annotated[Path | None, typer.Option(help=_BATCH)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the answer as JSON.")] = False,
) -> None:
    """Ask a rule about a record: true, false, undetermined or failed, with the reason and each step.

    A rule that fails is an answer too: the exit code is 0 for every answer, and 1 where a file cannot be read.
    """
    from jarvis_desktop.app.rule_answers import MOST_DATA, MOST_RULE, answer
    from jarvis_desktop.core.json_text import dumps

    output = Output(as_json=as_json)
    with output.errors():
        if batch is not None:
            if engine or rule is not None or data is not None or fields is not None:
                raise ConfigurationError(tr("Each line of a batch brings its own rule, data and fields."), hint=_BATCH)
            _answer_lines(batch)
            return
        if not engine or rule is None or data is None:
            raise ConfigurationError(
                tr("A rule is asked with --engine, --rule and --data."), hint=tr("Or many of them with --batch FILE.")
            )
        types = None if fields is None else _content(fields, MOST_DATA)
        found = answer(engine, _content(rule, MOST_RULE), _content(data, MOST_DATA), types)
        typer.echo(dumps(found, indent=2) if as_json else in_words(found))


def _content(file: Path, most: int) -> bytes:
    """A file, of one that is too large one byte more than `most`."""
    with _readable(file), file.open("rb") as content:
        return content.read(most + 1)


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=file, strerror=error.strerror or error)
        ) from error


def _answer_lines(file: Path) -> None:
    """Write the answer to each line as soon as it is known."""
    from jarvis_desktop.app.rule_answers import MOST_DATA, batch_answer
    from jarvis_desktop.core.json_text import dumps

    with _readable(file):
        lines = file.open("rb")
    with lines:
        while line := lines.readline(MOST_DATA + 1):
            rest = line
            while len(rest) > MOST_DATA and not rest.endswith(b"\n"):
                rest = lines.readline(MOST_DATA + 1)
            if line.strip():
                typer.echo(" ".join(dumps(batch_answer(line)).splitlines()))


def in_words(found: Mapping[str, Any]) -> str:
    """An answer for people: what it is, why, and each step from the inside out."""
    from jarvis_desktop.core.json_text import dumps

    lines = [_ANSWERS[found["result"]]]
    if found["reason"]:
        lines.append(found["reason"] + (f" ({_place(found['place'])})" if found["place"] else ""))
    steps = [(step["words"], step.get("failed") or _told(step, dumps)) for step in found["trace"]]
    if steps:
        lines += ["", *_rule(found["words"]), "How it was found:"]
        lines += [f"  {words}: {told}" for words, told in steps if words != told]  # a constant says nothing new
    return "\n".join(lines)


def _rule(words: str) -> list[str]:
    return ["The rule:", *(f"  {line}" for line in words.splitlines())] if "\n" in words else [f"The rule: {words}."]


def _told(step: Mapping[str, Any], dumps: Callable[[object], str]) -> str:
    if "undetermined" in step:
        return "not known"
    value = step["value"]
    return value if isinstance(value, str) and value else dumps(value)


def _place(pointer: str) -> str:
    return f"character {pointer[1:]}" if pointer.startswith("@") else f"at {pointer}"
