"""What the screens about settings read, on a thread of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.config.types import Answer, Explanation, LoggedChange, Setting, StoredValue
    from jarvis_desktop.core.scope import Scope
    from jarvis_desktop.metadata.types import Reader

Named = tuple[str, str]
"""A key and the name shown for it."""
_MOST_CHANGES = 100


@dataclass(frozen=True, slots=True)
class Everything:
    """All settings with the answers for one scope, and for whom they can be asked."""

    personas: tuple[Named, ...]
    agents: tuple[Named, ...]
    settings: tuple[tuple[Setting, Answer], ...]


@dataclass(frozen=True, slots=True)
class OfSetting:
    """One setting: its ladder, its values over time, what was done to it."""

    setting: Setting | None
    ladder: Explanation
    values: tuple[StoredValue, ...]
    changes: tuple[LoggedChange, ...]


def everything(services: Application, scope: Scope, reader: Reader, as_of: datetime | None) -> Everything:
    """Read all settings."""
    personas = tuple((view.key, view.name) for view in services.people.personas(reader.user_id))
    agents = tuple((str(number), name) for number, name in services.config.agents())
    return Everything(personas, agents, services.config.overview(scope, as_of))


def of_setting(services: Application, key: str, scope: Scope, as_of: datetime | None) -> OfSetting:
    """Read one setting."""
    config = services.config
    return OfSetting(
        config.setting(key),
        config.explain(key, scope, as_of),
        config.values(key),
        config.history(key, most=_MOST_CHANGES),
    )
