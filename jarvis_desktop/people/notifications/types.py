"""What crosses to the screens: one notification, as told and as kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Tone(StrEnum):
    """How much it matters; never told by colour alone."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"

    @property
    def urgent(self) -> bool:
        """Whether a screen reader is interrupted for it."""
        return self in {Tone.WARNING, Tone.DANGER}


@dataclass(frozen=True, slots=True)
class Notification:
    """Something worth telling, in the person's language.

    `title` is a sentence without a full stop, `text` more about it or "". `link` is a `jarvis://` address of what it is
    about, or "". Several at once with the same `many`, a text with `{n}` for their number (“{n} incidents changed”),
    become one. `answers` says that the person waits for it, who did something just now: it is shown also when it is
    quiet.
    """

    title: str
    text: str = ""
    tone: Tone = Tone.INFO
    link: str = ""
    many: str = ""
    answers: bool = False


@dataclass(frozen=True, slots=True)
class KeptNotification:
    """One in the history. Ids below 0 are kept in memory only."""

    id: int
    tone: Tone
    title: str
    text: str
    link: str
    created_at: datetime
    read_at: datetime | None = None

    @property
    def unread(self) -> bool:
        """Whether nobody has looked at it."""
        return self.read_at is None


@dataclass(frozen=True, slots=True)
class History:
    """A page of the history, newest first.

    `more` says that older ones follow, `unread` counts all that nobody looked at. `stored` is False where the database
    has no room for them, `reached` where it could not be read just now.
    """

    entries: tuple[KeptNotification, ...]
    unread: int
    more: bool = False
    stored: bool = True
    reached: bool = True
