"""What the search finds, as the screens receive it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jarvis_desktop.core.words import mark, shown


class Group(StrEnum):
    """The kinds of thing that are looked for, in the order shown."""

    SUBMISSIONS = "submissions"
    PROPERTY = "property"
    INCIDENTS = "incidents"
    EMAILS = "emails"
    AGENTS = "agents"
    CONFIGURATION = "configuration"
    PROGRAM = "program"
    HELP = "help"

    @property
    def label(self) -> str:
        """The heading."""
        return shown(_LABELS[self])


_LABELS = {
    Group.SUBMISSIONS: mark("Submissions"),
    Group.PROPERTY: mark("Commercial property"),
    Group.INCIDENTS: mark("Incidents"),
    Group.EMAILS: mark("E-mails"),
    Group.AGENTS: mark("Agents"),
    Group.CONFIGURATION: mark("Configuration"),
    Group.PROGRAM: mark("Program"),
    Group.HELP: mark("Help"),
}


class TargetKind(StrEnum):
    """What choosing a hit opens."""

    RECORD = "record"
    TAB = "tab"
    COMMAND = "command"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Target:
    """What a hit leads to: `key` is a primary key, a tab's key, a command's text or a help page's name.

    `table` is set for records.
    """

    kind: TargetKind
    key: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in one line, and the places (start, end) in it that were looked for, in order."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its title, where in it the words stand (empty: in the title), and a few words about it."""

    target: Target
    title: Marked
    snippet: Marked = Marked("")
    about: str = ""


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What one group holds, the best first.

    `count` is how many were found, `more` whether there may be others. `remark` says what kept the search from being
    complete, in a sentence. `table` is what the group's rows are of, "" for groups that are no table; `tab` is the key
    of a tab that lists them, "" without one.
    """

    group: Group
    hits: tuple[Hit, ...] = ()
    count: int = 0
    more: bool = False
    remark: str = ""
    table: str = ""
    tab: str = ""

    @property
    def count_text(self) -> str:
        """The count for people: “3”, or “20+”."""
        return f"{self.count:,}{'+' if self.more else ''}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something findable that is no row: a tab, a command, a setting or a help page, with the words about it."""

    target: Target
    title: str
    text: str = ""
    about: str = ""
