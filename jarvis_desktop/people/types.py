"""A person as the window knows them: the account, the profile, the preferences, and the settings made of those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any

LONGEST_NAME = 100
"""Characters of a first or a last name."""

EVERY_DAY = frozenset(range(7))
EMPTY: Mapping[str, Any] = MappingProxyType({})


class Theme(StrEnum):
    """The look a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Motion(StrEnum):
    """Whether things move: as the system says, or always, or never."""

    SYSTEM = "system"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The time of day, by the person's clock, in which nothing pops up; `begin` after `end` spans midnight.

    `days` are those on which it begins, Monday 0 to Sunday 6: a night belongs to its evening.
    """

    begin: time
    end: time
    days: frozenset[int] = EVERY_DAY

    def holds(self, clock: datetime) -> bool:
        """Whether it is quiet when the person's clock and calendar show that."""
        moment, today = clock.time(), clock.weekday()
        if self.begin < self.end:
            return today in self.days and self.begin <= moment < self.end
        if self.begin > self.end:
            yesterday = (today - 1) % len(EVERY_DAY)
            return (today in self.days and moment >= self.begin) or (yesterday in self.days and moment < self.end)
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """How a person wants the window.

    `language` ("de") and `time_zone` ("Europe/Berlin") are "" for the system's, `default_persona` is "" for the first,
    `zoom` is in percent from 50 to 300. `set_up` tells that the person went through the set-up page, or declined it.
    """

    language: str = ""
    time_zone: str = ""
    theme: Theme = Theme.SYSTEM
    default_persona: str = ""
    zoom: int = 100
    motion: Motion = Motion.SYSTEM
    quiet_hours: QuietHours | None = None
    notifications: bool = True
    density: str = ""
    start_tab: str = ""
    set_up: bool = False


@dataclass(frozen=True, slots=True)
class User:
    """An account: a row of `users`."""

    id: str
    email: str = ""
    first_name: str = ""
    last_name: str = ""

    @property
    def name(self) -> str:
        """What to call the person."""
        return " ".join(part for part in (self.first_name.strip(), self.last_name.strip()) if part) or self.id


@dataclass(frozen=True, slots=True)
class Profile:
    """A row of `user_profiles`; `record_id` is "" where there is none."""

    record_id: str = ""
    language: str = ""
    time_zone: str = ""
    metadata: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Preferences:
    """A row of `user_preferences`; `record_id` is "" where there is none."""

    record_id: str = ""
    theme: str = ""
    default_persona: str = ""
    notifications: bool = True
    extra: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Person:
    """Everything about one person; `known` is False for an account without a row in `users`."""

    user: User
    profile: Profile
    preferences: Preferences
    known: bool = True
