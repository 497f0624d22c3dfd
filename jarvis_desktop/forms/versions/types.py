"""What publishing a form says and answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jarvis_desktop.core.changes import Changes


class ChangeKind(StrEnum):
    """What a change of a form means to those who fill it in; `changed` where that cannot be told."""

    ADDED = "added"
    REMOVED = "removed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    RELABELLED = "relabelled"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FormChange:
    """One difference between two versions; `limit` names the demand that is new or harder ("required", "maxLength").

    `words` are a sentence that names the field by its label; `overlay` says for whom the form differs so, "" for all.
    """

    kind: ChangeKind
    field: str
    words: str
    limit: str = ""
    overlay: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """How many stored records a change would refuse when they are saved next; None where that cannot be counted."""

    change: FormChange
    records: int | None


@dataclass(frozen=True, slots=True)
class Example:
    """A stored record that could be saved under the version before and could not under the new one, and why."""

    record_id: str
    name: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A published version; `effective_from` and `published_at` are aware instants."""

    form_type: str
    number: int
    effective_from: datetime
    note: str
    published_by: str
    published_at: datetime
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing a form would do: against `before` (0: never published).

    `impacts` are of the changes that refuse something, `examples` of the `examined` latest records; `drafts` counts
    what people have typed and not saved. `faults` are what is wrong in its rows, `rings` keep it from being published.
    """

    form_type: str
    title: str
    before: int
    changes: tuple[FormChange, ...]
    impacts: tuple[Impact, ...] = ()
    examined: int = 0
    examples: tuple[Example, ...] = ()
    drafts: int = 0
    faults: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The version that came to be, and what those who show the form reload."""

    version: PublishedVersion
    changes: Changes
