"""Components over agents and layers."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (ComponentSpec("layer_stack", built_by("ui.agents.layer_stack", "LayerStack")),)
