"""What a person tells of themselves when the program meets them."""

from __future__ import annotations

from dataclasses import dataclass

from jarvis_desktop.people.types import Theme


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a person answered when they set up the window; the settings are as in `Settings`."""

    first_name: str
    last_name: str
    language: str = ""
    time_zone: str = ""
    theme: Theme = Theme.SYSTEM
    default_persona: str = ""
