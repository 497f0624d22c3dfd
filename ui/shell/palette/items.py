"""What the palette lists: one thing to be run, and the signs that say which kind is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown

if TYPE_CHECKING:
    from ui.shell.bench import Bench


class Kind(StrEnum):
    """What something in the palette is, in the order of an empty palette."""

    RECORD = "record"
    TAB = "tab"
    FORM = "form"
    PERSONA = "persona"
    COMMAND = "command"
    PERSON = "person"
    HELP = "help"

    @property
    def label(self) -> str:
        """What one of them is called."""
        return shown(_LABELS[self])

    @property
    def heading(self) -> str:
        """What several are called."""
        return shown(_HEADINGS[self])


_LABELS = {
    Kind.RECORD: mark("Record"),
    Kind.TAB: mark("Tab"),
    Kind.FORM: mark("New record"),
    Kind.PERSONA: mark("Persona"),
    Kind.COMMAND: mark("Command"),
    Kind.PERSON: mark("Person"),
    Kind.HELP: mark("Help"),
}
_HEADINGS = {
    Kind.RECORD: mark("Records"),
    Kind.TAB: mark("Tabs"),
    Kind.FORM: mark("New records"),
    Kind.PERSONA: mark("Personas"),
    Kind.COMMAND: mark("Commands"),
    Kind.PERSON: mark("People"),
    Kind.HELP: mark("Help"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be run.

    `key` names it among the recent ones; `caption` stands behind its title, `keys` (as people read them) at the right
    end; `words` find it as well. `table` and `record_id` say which record it is, if it is one.
    """

    key: str
    kind: Kind
    title: str
    run: Callable[[Bench], None]
    caption: str = ""
    icon: str = ""
    keys: str = ""
    words: str = ""
    table: str = ""
    record_id: str = ""


class Scope(StrEnum):
    """What is looked for; the sign is typed first."""

    ANYTHING = ""
    COMMANDS = ">"
    SUBMISSIONS = "#"
    INCIDENTS = "!"
    PEOPLE = "@"
    HELP = "?"

    @property
    def icon(self) -> str:
        """The icon of the field."""
        return _ICONS[self]


_ICONS = {
    Scope.ANYTHING: "search",
    Scope.COMMANDS: "chevron-right",
    Scope.SUBMISSIONS: "file-text",
    Scope.INCIDENTS: "life-buoy",
    Scope.PEOPLE: "users",
    Scope.HELP: "circle-help",
}
LOCAL = {
    Scope.ANYTHING: frozenset({Kind.TAB, Kind.FORM, Kind.PERSONA, Kind.COMMAND}),
    Scope.COMMANDS: frozenset({Kind.COMMAND, Kind.FORM}),
    Scope.PEOPLE: frozenset({Kind.PERSONA}),
}
"""The kinds that the window knows without asking the database, by what is looked for."""

NOTHING: dict[Scope, tuple[Text, Text]] = {
    Scope.ANYTHING: (
        mark("Nothing found"),
        mark("No tab, command, persona or record answers “{typed}”. Ctrl+Enter searches all texts for it."),
    ),
    Scope.COMMANDS: (mark("No command found"), mark("No command is called “{typed}”.")),
    Scope.SUBMISSIONS: (mark("No submission found"), mark("No submission that you may see holds “{typed}”.")),
    Scope.INCIDENTS: (mark("No incident found"), mark("No incident that you may see holds “{typed}”.")),
    Scope.PEOPLE: (mark("Nobody found"), mark("No persona and nobody that you may see is called “{typed}”.")),
    Scope.HELP: (mark("No page found"), mark("No help page holds “{typed}”.")),
}
EMPTY: dict[Scope, tuple[Text, Text]] = {
    Scope.ANYTHING: (mark("Nothing to choose from yet"), mark("Tabs and records appear here with the database.")),
    Scope.COMMANDS: (mark("No commands"), mark("Nothing can be run just now.")),
    Scope.SUBMISSIONS: (mark("No submissions"), mark("There are none that you may see.")),
    Scope.INCIDENTS: (mark("No incidents"), mark("There are none that you may see.")),
    Scope.PEOPLE: (mark("Nobody to choose from"), mark("There is no other persona, and nobody that you may see.")),
    Scope.HELP: (mark("No help pages"), mark("The help pages are not where they belong.")),
}


def read_typed(typed: str) -> tuple[Scope, str]:
    """What is looked for, and the text without its sign."""
    text = typed.lstrip()
    sign = text[:1]
    scopes = {scope.value: scope for scope in Scope if scope.value}
    if sign in scopes:
        return scopes[sign], text[1:].strip()
    return Scope.ANYTHING, text.strip()
