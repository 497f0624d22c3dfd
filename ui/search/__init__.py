"""The search over everything, and the help."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (ComponentSpec("search", built_by("ui.search.component", "Search")),)
