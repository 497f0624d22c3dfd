"""The tabs of the window, from the connected database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.layout import notice
from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.metadata.reading import MetadataRows, tab_views
from jarvis_desktop.metadata.types import LayoutNode, NodeType, Reader, TabView

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

TABS = "tab_configurations"
COMPONENTS = "ui_component_registry"
FEATURES = "component_feature_configurations"
DATA_BROWSER = "data_browser"
DATA_PERMISSION = "data.browse"


class MetadataService:
    """Reads what the metadata tables say; a missing table or column is said where it matters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tabs(self, reader: Reader) -> tuple[TabView, ...]:
        """The tabs `reader` sees, in order; one with a notice where the table of tabs is missing.

        Who may browse the data can do so in any database: a Data tab stands last where no row describes one.
        """
        with self._database.read() as session:
            known = readable_columns(session, (TABS, COMPONENTS, FEATURES))
            if TABS not in known:
                return (_without_tabs(), *_data_tab(reader, 1))
            rows = MetadataRows(
                tabs=stored_rows(session, TABS),
                components=stored_rows(session, COMPONENTS) if COMPONENTS in known else [],
                features=stored_rows(session, FEATURES) if FEATURES in known else [],
            )
        described = any(DATA_BROWSER in str(row.value("content_config")) for row in rows.tabs)
        views = tab_views(rows, reader)
        last = max((view.order_index for view in views), default=0)
        return views if described else (*views, *_data_tab(reader, last + 1))


def _without_tabs() -> TabView:
    text = tr(
        "This database has no table {tabs} that may be read, so it describes no tabs. “jarvis db "
        "upgrade” creates what is missing.",
        tabs=TABS,
    )
    return TabView("no-tabs", tr("No tabs"), "", "table-2", text, 0, notice(tr("No tabs"), text, tone="warning"))


def _data_tab(reader: Reader, place: int) -> tuple[TabView, ...]:
    if not reader.may(DATA_PERMISSION):
        return ()
    layout = LayoutNode(NodeType.COMPONENT, component=DATA_BROWSER)
    return (
        TabView(
            DATA_BROWSER, tr("Data"), "administration", "database", tr("Every table of the database"), place, layout
        ),
    )
