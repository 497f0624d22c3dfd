"""What administrators make the program of: forms published as versions."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (ComponentSpec("form_publishing", built_by("ui.designer.publishing", "FormPublishing")),)
