"""The six layers and their agents, as the screens receive them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgentView:
    """An agent in its layer; `status` and `functional_status` are as stored."""

    id: str
    name: str
    status: str = ""
    functional_status: str = ""
    specialization: str = ""
    persona: str = ""


@dataclass(frozen=True, slots=True)
class CompanyView:
    """The company whose branding the Experience layer carries."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LayerView:
    """One layer.

    `icon` is a Lucide name; `colour` (light) and `colour_dark` are `#rrggbb` or "" for the theme's colour of that
    layer. `agents` are the first by name, and `more` says that there are others. `problems` are faults of its row.
    """

    key: str
    name: str
    level: int
    description: str = ""
    icon: str = ""
    colour: str = ""
    colour_dark: str = ""
    agents: tuple[AgentView, ...] = ()
    more: bool = False
    company: CompanyView | None = None
    problems: tuple[str, ...] = ()
