"""Every component of every room, collected."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from jarvis_desktop.core.registry import Registry
from ui import agents, imports, search
from ui.components import catalog
from ui.components.component import ComponentSpec

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application


def components() -> Registry[str, ComponentSpec]:
    """The components that tabs may name."""
    specs = (*catalog.COMPONENTS, *agents.COMPONENTS, *imports.COMPONENTS, *search.COMPONENTS)
    return Registry("component", ((spec.name, spec) for spec in specs))


def warm_up(services: Application) -> None:
    """Import what the first screen did without, so that the next ones open at once; runs in a worker."""
    for module in ("record_form", "master_detail", "data_browser", "record_table"):
        import_module(f"ui.components.{module}")
    import_module("ui.search.popup")
    assert services.forms is not None
    assert services.layers is not None
    assert services.search is not None
