"""Tabs from a real database, also from one that is not as the reference has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.metadata.queries import stored_rows
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.metadata.types import NodeType, Reader

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset({"config.write"}), datetime(2026, 3, 1, tzinfo=UTC))
DEEP = 3_000


def run(database: Database, *statements: str) -> None:
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))


def test_rows_of_oddly_named_tables_and_columns_are_read(database: Database) -> None:
    run(
        database,
        'CREATE TABLE "a\\:""b" ("x \\:y %" text, "order" int)',
        """INSERT INTO "a\\:""b" VALUES ('1', 3), (NULL, 2), ('1', 1), ('o''k', 0)""",
    )

    def read(**wanted: Any) -> list[dict[str, Any]]:
        with database.read() as session:
            return [dict(row.values) for row in stored_rows(session, 'a:"b', order=("order",), **wanted)]

    odd = "x :y %"
    assert read() == [{odd: "o'k", "order": 0}, {odd: "1", "order": 1}, {odd: None, "order": 2}, {odd: "1", "order": 3}]
    assert read(matching={odd: ("1",)}, only=("order",)) == [{"order": 1}, {"order": 3}]
    assert read(matching={odd: ("o'k", None), "order": ("2", "7")}) == [{odd: None, "order": 2}]
    assert read(matching={odd: ()}) == []
    assert read(limit=1) == [{odd: "o'k", "order": 0}]


def test_an_empty_database_has_no_tabs(database: Database) -> None:
    assert MetadataService(database).tabs(ADMIN) == ()


def test_tabs_come_with_their_words_and_content(database: Database) -> None:
    run(
        database,
        "INSERT INTO ui_component_registry (component_name, component_type, category, default_props) "
        "VALUES ('markdown', 'atomic', 'text', '{\"text\": \"hello\"}')",
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, icon, description, order_index, content_config) "
        "VALUES ('late', 'Late', 'work', 'Clock', 'Later', 2, NULL), ('early', 'Early', 'work', NULL, NULL, 1, "
        '\'{"type": "Component", "component": "markdown"}\')',
    )
    early, late = MetadataService(database).tabs(ADMIN)
    assert (early.key, early.layout.component, early.layout.props) == ("early", "markdown", {"text": "hello"})
    assert (late.name, late.icon, late.description, late.order_index) == ("Late", "Clock", "Later", 2)


def test_a_document_too_deep_to_parse_harms_its_own_tab_alone(database: Database) -> None:
    deep = "[" * DEEP + "]" * DEEP
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config) VALUES "
        f"('good', 'Good', 'work', '{{}}'), ('deep', 'Deep', 'work', '{deep}')",
    )
    good, bad = MetadataService(database).tabs(ADMIN)
    assert "Nothing has been placed" in good.layout.label
    assert bad.layout.type is NodeType.NOTICE
    assert "levels deep" in bad.layout.label


def test_a_missing_table_of_tabs_is_said_in_one_tab(database: Database) -> None:
    run(database, "DROP TABLE component_feature_configurations", "DROP TABLE tab_configurations")
    (view,) = MetadataService(database).tabs(ADMIN)
    assert "tab_configurations" in view.layout.label


def test_missing_columns_and_other_tables_do_not_stop_the_tabs(database: Database) -> None:
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config) "
        "VALUES ('t', 'T', 'work', '{\"features\": [\"a\"]}')",
        "DROP TABLE component_feature_configurations",
        "DROP TABLE ui_component_registry",
        "ALTER TABLE tab_configurations DROP COLUMN persona_access, DROP COLUMN order_index, "
        "DROP COLUMN conditional_display, DROP COLUMN icon, DROP COLUMN is_active",
    )
    (view,) = MetadataService(database).tabs(ADMIN)
    assert [child.component for child in view.layout.children] == ["a"]


def test_a_column_of_another_type_is_read_as_it_is(database: Database) -> None:
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type) VALUES ('t', 'T', 'work')",
        "ALTER TABLE tab_configurations ALTER COLUMN persona_access DROP DEFAULT, "
        "ALTER COLUMN persona_access TYPE varchar USING '{admin,john}', "
        "ALTER COLUMN order_index DROP DEFAULT, ALTER COLUMN order_index TYPE text USING 'first', "
        "ALTER COLUMN content_config TYPE text USING 'no json'",
    )
    (view,) = MetadataService(database).tabs(ADMIN)
    assert view.order_index == 0
    assert "neither" in view.layout.label


def test_who_may_browse_the_data_can_in_a_database_that_describes_no_tabs(database: Database) -> None:
    browsing = replace(ADMIN, permissions=ADMIN.permissions | {"data.browse"})
    (data,) = MetadataService(database).tabs(browsing)
    assert (data.name, data.layout.type, data.layout.component) == ("Data", NodeType.COMPONENT, "data_browser")

    hidden = '{"type": "Component", "component": "data_browser"}'
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config, is_visible) VALUES "
        f"('own', 'Own', 'work', NULL, true), ('data', 'All data', 'work', '{hidden}', false)",
    )
    assert [view.name for view in MetadataService(database).tabs(browsing)] == ["Own"]
    run(database, "DELETE FROM tab_configurations WHERE tab_key = 'data'")
    assert [view.name for view in MetadataService(database).tabs(browsing)] == ["Own", "Data"]

    run(database, "DROP TABLE component_feature_configurations", "DROP TABLE tab_configurations")
    assert [view.name for view in MetadataService(database).tabs(browsing)] == ["No tabs", "Data"]
