"""Who is signed in on a database, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session of somebody on this database, without its secrets. `name` of the person is "" where it tells none.

    `key` names it for revoking and is no secret. Instants are aware; None where the session does not tell.
    """

    key: str
    user_id: str
    name: str
    program: str
    machine: str
    since: datetime | None
    active_at: datetime | None
    expires_at: datetime
    own: bool = False
