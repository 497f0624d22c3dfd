"""Components over agents and layers."""

from __future__ import annotations

from ui.agents.layer_stack import LayerStack
from ui.components.component import ComponentSpec

COMPONENTS = (ComponentSpec("layer_stack", LayerStack),)
