"""Whatever the JSONB and array columns hold, tabs come out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.metadata.types import LayoutNode, NodeType, Reader
from tests.support.laws import examples
from tests.unit.metadata.junk import COMPONENTS, FEATURES, TABS

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset({"config.write"}), datetime(2026, 3, 1, tzinfo=UTC))
BROKER = Reader("broker", "u2", frozenset(), datetime(2026, 3, 1, tzinfo=UTC))
JSON_COLUMNS = frozenset(
    {
        *("content_config", "layout_config", "conditional_display", "props", "default_props", "configuration"),
        *("display_rules", "data_binding", "interaction_logic", "access_control"),
    }
)


def insert(database: Database, table: str, values: dict[str, Any]) -> int:
    """A row as somebody else's program would write it."""
    marks = ", ".join(f"CAST(:{name} AS jsonb)" if name in JSON_COLUMNS else f":{name}" for name in values)
    sent = {name: json.dumps(value) if name in JSON_COLUMNS else value for name, value in values.items()}
    with database.write() as session:
        statement = text(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks}) RETURNING id")
        return int(session.execute(statement, sent).scalar_one())


def leaves(node: LayoutNode) -> list[LayoutNode]:
    return [node] if not node.children else [leaf for child in node.children for leaf in leaves(child)]


@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(tab=TABS, component=COMPONENTS, feature=FEATURES)
def test_junk_in_every_column_never_stops_the_tabs(
    database: Database, tab: dict[str, Any], component: dict[str, Any], feature: dict[str, Any]
) -> None:
    with database.write() as session:
        for table in ("component_feature_configurations", "ui_component_registry", "tab_configurations"):
            session.execute(text(f"DELETE FROM {table}"))
    good = {"tab_key": "good", "tab_name": "Good", "tab_type": "work", "persona_access": ["admin"], "order_index": 2}
    insert(database, "tab_configurations", good | {"content_config": {"features": ["kpi"]}})
    junk = insert(database, "tab_configurations", {"tab_key": "junk", "tab_name": "Junk", "tab_type": "x", **tab})
    registered = {"component_name": "kpi", "component_type": "atomic", "category": "x"}
    insert(database, "ui_component_registry", registered | component)
    named = {"feature_key": "kpi", "feature_name": "Key figures", "parent_tab_id": junk}
    insert(database, "component_feature_configurations", named | feature)
    for reader in (ADMIN, BROKER):
        tabs = MetadataService(database).tabs(reader)
        assert ("good" in {shown.key for shown in tabs}) is (reader is ADMIN)
        for leaf in (leaf for shown in tabs for leaf in leaves(shown.layout)):
            assert leaf.type in (NodeType.NOTICE, NodeType.COMPONENT, NodeType.LABEL)
            assert leaf.type is not NodeType.NOTICE or (leaf.component and leaf.label)
