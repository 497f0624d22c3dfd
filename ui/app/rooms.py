"""Every component of every room, collected."""

from __future__ import annotations

from jarvis_desktop.core.registry import Registry
from ui import agents
from ui.components import catalog
from ui.components.component import ComponentSpec


def components() -> Registry[str, ComponentSpec]:
    """The components that tabs may name."""
    specs = (*catalog.COMPONENTS, *agents.COMPONENTS)
    return Registry("component", ((spec.name, spec) for spec in specs))
