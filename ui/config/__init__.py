"""What the business edits: settings, with the reason for every value."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (
    ComponentSpec("config_desk", built_by("ui.config.desk", "ConfigDesk")),
    ComponentSpec("config_snapshots", built_by("ui.config.snapshots", "ConfigSnapshots")),
    ComponentSpec("config_approvals", built_by("ui.config.approvals", "ConfigApprovals")),
)
