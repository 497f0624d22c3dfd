"""How commands speak: plain aligned text or JSON, errors as one sentence with a hint, exit codes."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import typer

from jarvis_desktop.core.errors import DatabaseUnavailable, InvalidInput, JarvisError, as_context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jarvis_desktop.db.transfer.types import Progress


class Exit(IntEnum):
    """The exit codes; 2, for a command that is written wrongly, is typer's own."""

    OK = 0
    PROBLEM = 1
    UNREACHABLE = 3


class Output:
    """Where one command writes: results to stdout, notices and progress to stderr."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._progress_shown = False

    def result(self, value: object, text: str) -> None:
        """The command's result: `value` (a dataclass or plain data) as JSON, else `text`."""
        if self.as_json:
            typer.echo(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))
        else:
            typer.echo(text)

    def notice(self, sentence: str) -> None:
        """Something that happens meanwhile."""
        self._end_progress()
        typer.echo(sentence, err=True)

    def progress(self, progress: Progress) -> None:
        """One changing line, where somebody watches."""
        if not sys.stderr.isatty():
            return
        share = "" if progress.share is None else f"{progress.share:4.0%} "
        line = f"{share}{progress.table}, {progress.rows:,} rows"
        typer.echo(f"\r{line[:78]:<78}", err=True, nl=False)
        self._progress_shown = True

    def _end_progress(self) -> None:
        if self._progress_shown:
            typer.echo(f"\r{'':<78}\r", err=True, nl=False)
            self._progress_shown = False

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn a JarvisError into its sentence, its hint and an exit code."""
        try:
            yield
        except JarvisError as error:
            self._end_progress()
            problems = error.problems if isinstance(error, InvalidInput) else ()
            if self.as_json:
                told: dict[str, object] = dict(as_context(error))
                if problems:
                    told["problems"] = [{"field": each.field, "message": each.message} for each in problems]
                typer.echo(json.dumps({"error": told}, ensure_ascii=False, indent=2))
            else:
                listed = [each.message for each in problems] if len(problems) > 1 else []
                typer.echo("\n".join(filter(None, (error.message, *listed, error.hint))), err=True)
            code = Exit.UNREACHABLE if isinstance(error, DatabaseUnavailable) else Exit.PROBLEM
            raise typer.Exit(code) from None
        finally:
            self._end_progress()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def columns(rows: Sequence[Sequence[object]], heading: Sequence[str] = ()) -> str:
    """Rows as aligned text: numbers to the right, everything else to the left."""
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    table = [list(heading), *cells] if heading else cells
    widths = [max(len(row[n]) for row in table) for n in range(len(table[0]))] if table else []
    numeric = [all(isinstance(row[n], int) for row in rows) for n in range(len(widths))]
    lines = (
        "  ".join(
            c.rjust(w) if right else c.ljust(w) for c, w, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in table
    )
    return "\n".join(lines)


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 row`, `2,000 rows`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
