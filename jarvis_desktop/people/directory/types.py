"""Everybody, as administrators and a first start see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.people.types import User


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody an unknown account may turn out to be."""

    user_id: str
    name: str
    email: str
    open: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in the overview: the keys of the personas they may take, and when they last stored something here.

    `administers` tells that one of those is an administrator's, `listed` that the profile has a list of personas;
    `profile_id` is "" for somebody without a profile.
    """

    user: User
    personas: tuple[str, ...]
    active: bool
    administers: bool
    listed: bool
    seen_at: datetime | None
    profile_id: str = ""
