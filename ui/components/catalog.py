"""The components that belong to no single room."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (
    ComponentSpec("record_table", built_by("ui.components.record_table", "RecordTable")),
    ComponentSpec("record_form", built_by("ui.components.record_form", "RecordForm")),
    ComponentSpec("master_detail", built_by("ui.components.master_detail", "MasterDetail")),
    ComponentSpec("kpi_row", built_by("ui.components.kpi_row", "KpiRow")),
    ComponentSpec("markdown", built_by("ui.components.markdown", "Markdown")),
    ComponentSpec("data_browser", built_by("ui.components.data_browser", "DataBrowser")),
)
