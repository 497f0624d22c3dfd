"""The errors that reach people: what happened, to what, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class JarvisError(Exception):
    """A known failure, shown in place with its hint; anything else becomes a crash report.

    `title` is a few words (marked at the class, in the person's language at an error), `message` says what happened to
    what, `hint` what the person can do (may be empty).
    """

    title: str = mark("Something went wrong")

    def __init__(self, message: str, *, title: str | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.title = shown(Text(type(self).title)) if title is None else title


class ConfigurationError(JarvisError):
    """A setting, a file or a metadata row is not usable as it stands."""

    title: str = mark("Configuration problem")


class Severity(StrEnum):
    """How much a problem weighs: an error keeps a record from being stored, the others are said and do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one value, or worth a look.

    `field` is the field key ("" when the problem is of the whole record); `message` names the field's label and the
    limit in the user's words; `pointer` is a JSON Pointer into the value for nested data.
    """

    field: str
    message: str
    pointer: str = ""
    severity: Severity = Severity.ERROR


class InvalidInput(JarvisError):
    """Values were refused; `problems` says each reason at its field, and nothing was stored."""

    title: str = mark("Not saved")

    def __init__(self, problems: Sequence[Problem], *, hint: str = "") -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        lead = self.problems[0].message if count == 1 else tr("{count} values need attention", count=count)
        super().__init__(lead, hint=hint)


class NotGrouped(InvalidInput):
    """A column was asked to make groups, and it makes none."""

    title: str = mark("Not grouped")


class NotAllowed(JarvisError):
    """The persona lacks the permission for this use case."""

    title: str = mark("Not allowed")


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A column somebody else changed meanwhile: the value we started from, ours, and theirs."""

    field: str
    base: object
    mine: object
    theirs: object


class StaleRecord(JarvisError):
    """The stored row no longer holds the values the edit began with; nothing was stored."""

    title: str = mark("Changed by someone else")

    def __init__(self, message: str, *, conflicts: Sequence[FieldConflict] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.conflicts = tuple(conflicts)


class RecordMissing(JarvisError):
    """The record is not there (any more)."""

    title: str = mark("Record not found")


class DatabaseUnavailable(JarvisError):
    """The database cannot be reached just now; the program goes on and reconnects by itself."""

    title: str = mark("Database not reachable")


class DatabaseRefused(JarvisError):
    """The database answered with an error to a statement (constraint, right, type, missing table)."""

    title: str = mark("The database refused this")

    def __init__(self, message: str, *, sqlstate: str = "", column: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.sqlstate = sqlstate
        self.column = column


def as_context(error: BaseException) -> Mapping[str, str]:
    """The parts of an error worth recording, as text."""
    if isinstance(error, JarvisError):
        return {"type": type(error).__name__, "title": error.title, "message": error.message, "hint": error.hint}
    return {"type": type(error).__name__, "title": tr("Unexpected error"), "message": str(error), "hint": ""}
