"""The screen that brings a file into a table."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (ComponentSpec("import", built_by("ui.imports.page", "ImportPage")),)
