"""The components that belong to no single room."""

from __future__ import annotations

from ui.components.component import ComponentSpec
from ui.components.data_browser import DataBrowser
from ui.components.kpi_row import KpiRow
from ui.components.markdown import Markdown
from ui.components.master_detail import MasterDetail
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable

COMPONENTS = (
    ComponentSpec("record_table", RecordTable),
    ComponentSpec("record_form", RecordForm),
    ComponentSpec("master_detail", MasterDetail),
    ComponentSpec("kpi_row", KpiRow),
    ComponentSpec("markdown", Markdown),
    ComponentSpec("data_browser", DataBrowser),
)
