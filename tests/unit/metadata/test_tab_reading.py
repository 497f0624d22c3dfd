"""Rows become the tabs and layout trees one reader sees; what cannot be used is said in its place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from jarvis_desktop.metadata.reading import MetadataRows, tab_views
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import LayoutNode, NodeType, Reader, TabView

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ADMIN = Reader("admin", "u1", frozenset({"config.write", "incidents.read"}), NOW, config={"ui.beta": True})
JOHN = Reader("john", "u2", frozenset({"incidents.read"}), NOW)
KPI = {
    "id": 1,
    "component_name": "kpi_row",
    "is_active": True,
    "default_props": {"size": 2},
    "props": {"type": "object", "properties": {"size": {"type": "integer", "maximum": 5}}},
}


def tab(content: Any = None, **columns: Any) -> dict[str, Any]:
    stored = {"id": 1, "tab_key": "t", "tab_name": "Tab", "tab_type": "work", "is_active": True, "is_visible": True}
    return {**stored, "persona_access": ["admin", "john"], "content_config": content, **columns}


def feature(key: str, **columns: Any) -> dict[str, Any]:
    named = {"id": 1, "feature_key": key, "feature_name": key.title(), "parent_tab_id": 1}
    return {**named, "is_active": True, "is_visible": True, **columns}


def views(
    tabs: list[dict[str, Any]],
    *,
    components: tuple[dict[str, Any], ...] = (KPI,),
    features: tuple[dict[str, Any], ...] = (),
    reader: Reader = ADMIN,
) -> tuple[TabView, ...]:
    stored = ([StoredRow(row) for row in rows] for rows in (tabs, components, features))
    return tab_views(MetadataRows(*stored), reader)


def layout(content: Any, **more: Any) -> LayoutNode:
    (view,) = views([tab(content)], **more)
    return view.layout


def component(name: str = "kpi_row", **keys: Any) -> dict[str, Any]:
    return {"type": "Component", "component": name, **keys}


def test_tabs_come_in_their_order_then_by_id() -> None:
    stored = [tab(id=i, tab_key=key, order_index=order) for i, key, order in ((3, "c", 1), (2, "b", 1), (1, "a", 9))]
    assert [view.key for view in views(stored)] == ["b", "c", "a"]


def test_a_tree_keeps_its_shape_and_its_hints() -> None:
    root = layout(
        {
            "type": "Splitter",
            "sizes": [1, 2],
            "elements": [
                {"type": "Group", "label": "Left", "elements": [component(props={"size": 3})]},
                {"type": "Categorization", "elements": [{"type": "Label", "text": "Hello"}]},
            ],
        }
    )
    assert root.type is NodeType.SPLITTER
    assert root.options == {"sizes": [1, 2]}
    group, categories = root.children
    assert (group.label, group.children[0].component, group.children[0].props) == ("Left", "kpi_row", {"size": 3})
    assert [child.type for child in categories.children] == [NodeType.CATEGORY]


def test_props_are_completed_from_the_registry() -> None:
    assert layout(component()).props == {"size": 2}


@pytest.mark.parametrize(
    ("content", "title", "words"),
    [
        (component("nowhere"), "nowhere", "“nowhere”"),
        (component(props={"size": 9}), "kpi_row", "/size"),
        (component(props=[]), "kpi_row", "not an object"),
        ({"type": "Carousel"}, "Unknown layout type “Carousel”", "VerticalLayout"),
        ({"type": ["x"]}, "Unknown layout type “list”", "VerticalLayout"),
        ({"type": "Component"}, "A component without a name", "which component"),
        ({"type": "Notice"}, "Unknown layout type “Notice”", "VerticalLayout"),
        ({"type": "Group", "elements": 3}, "Group", "not a list"),
        ([1, 2], "Tab", "neither"),
        ({"features": 3}, "Tab", "not a list"),
        (None, "Tab", "Nothing has been placed"),
        ({"refreshInterval": 30}, "Tab", "Nothing has been placed"),
        ({"type": "VerticalLayout", "elements": []}, "Tab", "Nothing on"),
    ],
)
def test_what_cannot_be_used_is_a_notice_with_its_name(content: Any, title: str, words: str) -> None:
    node = layout(content)
    assert (node.type, node.component) == (NodeType.NOTICE, title)
    assert words in node.label


def test_an_inactive_component_says_so() -> None:
    node = layout(component(), components=({**KPI, "is_active": False},))
    assert node.type is NodeType.NOTICE
    assert "switched off" in node.label


@pytest.mark.parametrize("props", [{"formType": "string", "persona": "string?"}, None, {}, {"type": "string?"}])
def test_shorthand_props_are_read_and_not_checked(props: Any) -> None:
    assert layout(component(props={"size": "huge"}), components=({**KPI, "props": props},)).type is NodeType.COMPONENT


@pytest.mark.parametrize(
    "props",
    [
        {"type": "nonsense", "properties": {}},
        {"$ref": "http://127.0.0.1:9/x"},
        {"$ref": "file:///etc/hostname"},
        {"type": "object", "properties": {"size": {"pattern": "(?=a)"}}},
        3,
    ],
)
def test_an_unusable_schema_is_a_problem_and_the_component_is_shown(props: Any) -> None:
    (view,) = views([tab(component())], components=({**KPI, "props": props},))
    assert view.layout.type is NodeType.COMPONENT
    assert "props" in view.problems[0]


def test_features_find_their_component_by_binding_then_by_name_then_by_notice() -> None:
    features = (
        feature("bound", data_binding={"component": "kpi_row", "props": {"size": 4}}),
        feature("named-one", feature_name="Named"),
        feature("nobody", feature_name="Nobody yet"),
    )
    registry = (KPI, {**KPI, "component_name": "named_one"})
    root = layout({"features": ["bound", "named-one", "nobody", 7]}, components=registry, features=features)
    assert [(child.type, child.component) for child in root.children] == [
        (NodeType.COMPONENT, "kpi_row"),
        (NodeType.COMPONENT, "named_one"),
        (NodeType.NOTICE, "Nobody yet"),
        (NodeType.NOTICE, "A feature without a name"),
    ]
    assert root.children[0].props == {"size": 4}
    assert "“nobody”" in root.children[2].label


@pytest.mark.parametrize(
    "hidden",
    [
        {"is_visible": False},
        {"is_active": None},
        {"access_control": {"persona_access": ["admin"]}},
        {"access_control": {"read": ["admin"]}},
        {"access_control": {"permissions": ["config.write"]}},
        {"access_control": {"when": {"==": [{"var": "persona"}, "admin"]}}},
        {"display_rules": [{"when": {"==": [{"var": "persona"}, "john"]}, "effect": "HIDE"}]},
        {"display_rules": [{"when": {"==": [{"var": "persona"}, "admin"]}, "effect": "SHOW"}]},
    ],
)
def test_a_feature_is_shown_only_to_whom_it_is_for(hidden: dict[str, Any]) -> None:
    bound = {"data_binding": {"component": "kpi_row"}}
    features = (feature("a", **{**bound, **hidden}), feature("b", **bound))
    in_list = layout({"features": ["a", "b"]}, features=features, reader=JOHN)
    assert [child.feature for child in in_list.children] == ["b"]
    tree = {"type": "VerticalLayout", "elements": [component(feature="a"), component(feature="b")]}
    assert [child.feature for child in layout(tree, features=features, reader=JOHN).children] == ["b"]


def test_the_features_own_row_counts_before_a_shared_one_and_a_foreign_one_never() -> None:
    rows = (
        feature("a", id=1, parent_tab_id=1, feature_name="Own"),
        feature("a", id=2, parent_tab_id=None, feature_name="Shared"),
        feature("a", id=3, parent_tab_id=2, feature_name="Foreign"),
    )
    assert layout({"features": ["a"]}, features=rows).children[0].component == "Own"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ({}, True),
        ({"is_active": False}, False),
        ({"is_visible": None}, False),
        ({"persona_access": ["{john}"]}, True),
        ({"persona_access": ['"john"']}, True),
        ({"persona_access": ["{admin,john}"]}, True),
        ({"persona_access": ["johnny"]}, False),
        ({"persona_access": []}, False),
        ({"persona_access": None}, False),
        ({"required_permissions": ["incidents.read"]}, True),
        ({"required_permissions": ["incidents.read", "config.write"]}, False),
        ({"conditional_display": {"when": {"==": [{"var": "persona"}, "john"]}}}, True),
        ({"conditional_display": {"when": {"==": [{"var": "persona"}, "admin"]}}}, False),
        ({"conditional_display": {"when": {"in": ["incidents.read", {"var": "permissions"}]}}}, True),
        ({"conditional_display": {"when": {">=": [{"var": "today"}, "2026-02-28"]}}}, True),
        ({"conditional_display": {"when": {"var": "online"}}}, True),
        ({"conditional_display": {"when": {"==": [{"var": "user.id"}, "u2"]}}}, True),
        ({"conditional_display": {}}, True),
    ],
)
def test_a_tab_is_shown_only_to_whom_it_is_for(columns: dict[str, Any], shown: bool) -> None:
    assert bool(views([tab(**columns)], reader=JOHN)) is shown


SHOW_JOHN = {"name": "show", "when": {"==": [{"var": "persona"}, "john"]}, "effect": "SHOW"}
HIDE_JOHN = {"name": "hide", "when": {"==": [{"var": "persona"}, "john"]}, "effect": "HIDE"}
SHOW_ADMIN = {"when": {"==": [{"var": "persona"}, "admin"]}, "effect": "SHOW"}
UNKNOWN_HIDE = {"name": "beta", "when": {"var": "config.ui.beta"}, "effect": "HIDE"}


@pytest.mark.parametrize(
    ("conditions", "shown"),
    [
        ([SHOW_JOHN], True),
        ([SHOW_ADMIN], False),
        ([HIDE_JOHN], False),
        ([HIDE_JOHN, SHOW_JOHN], True),
        ([SHOW_JOHN, HIDE_JOHN], False),
        ([SHOW_ADMIN, SHOW_JOHN], True),
        ([{"when": True, "effect": "DISABLE"}], True),
        ([UNKNOWN_HIDE, SHOW_JOHN], True),
        ([UNKNOWN_HIDE], False),
    ],
)
def test_of_ordered_conditions_the_last_that_holds_wins(conditions: list[Any], shown: bool) -> None:
    assert bool(views([tab(conditional_display=conditions)], reader=JOHN)) is shown


@pytest.mark.parametrize(
    "broken",
    [
        {"when": {"<": [{"var": "config.not.set"}, 3]}},
        {"when": "nonsense"},
        [{"effect": "SHOW"}],
        [{"when": True, "effect": "EXPLODE"}],
        "hello",
        3,
    ],
)
def test_a_condition_that_cannot_be_decided_is_for_those_who_can_repair_it(broken: Any) -> None:
    assert views([tab(conditional_display=broken)], reader=JOHN) == ()
    (view,) = views([tab(conditional_display=broken)], reader=ADMIN)
    assert "conditional_display" in view.problems[0]


def test_a_condition_that_lacks_something_is_said_in_words() -> None:
    asked = {"and": [{"in": [{"var": "persona"}, ["john", "admin"]]}, {"<": [{"var": "config.limit"}, 3]}]}
    (view,) = views([tab(conditional_display={"when": asked})], reader=ADMIN)
    assert "nothing is known of “config.limit”" in view.problems[0]
    assert "the persona is one of john or admin and limit of config is less than 3" in view.problems[0]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"==": [{"var": "presona"}, "john"]}, "Did you mean “persona”?"),
        ({"engine": "cel", "rule": "online == 'yes' || persona > 3"}, "True or false cannot be compared with a text"),
        ({"engine": "simple", "rule": 'today after "soon"'}, "soon"),
    ],
)
def test_what_no_condition_can_ask_is_told_at_its_place(rule: Any, said: str) -> None:
    assert views([tab(conditional_display={"when": rule})], reader=JOHN) == ()
    (view,) = views([tab(conditional_display={"when": rule})], reader=ADMIN)
    assert said in view.problems[0]


def test_problems_are_told_to_those_who_can_repair_them_alone() -> None:
    content = {**component(), "colour": "red"}
    assert views([tab(content)], reader=JOHN)[0].problems == ()
    assert "“colour”" in views([tab(content)], reader=ADMIN)[0].problems[0]


def nested(depth: int) -> Any:
    node: Any = component()
    for _ in range(depth):
        node = {"type": "VerticalLayout", "elements": [node]}
    return node


def count(node: LayoutNode) -> int:
    return 1 + sum(count(child) for child in node.children)


def test_hostile_trees_are_bounded_and_say_so() -> None:
    deep = layout(nested(10_000))
    for _ in range(100):
        if not deep.children:
            break
        (deep,) = deep.children
    assert (deep.type, deep.component) == (NodeType.NOTICE, "The layout is nested too deep")
    wide = layout({"type": "VerticalLayout", "elements": [component()] * 5_000})
    assert count(wide) <= 401
    assert wide.children[-1].component == "The layout is too large"
    shared: Any = {"type": "VerticalLayout", "elements": []}
    for _ in range(20):
        shared = {"type": "VerticalLayout", "elements": [shared, shared, component()]}
    assert count(layout(shared)) <= 401
    listed = layout({"features": ["x"] * 5_000})
    assert count(listed) <= 402
    props: Any = {}
    for _ in range(5_000):
        props = {"a": props}
    assert "nested" in layout(component(props=props)).label


def test_content_that_cannot_be_read_leaves_its_tab_in_place() -> None:
    row = StoredRow({**tab(), "content_config": None}, {"content_config": "it is nested more than 500 levels deep"})
    (view,) = tab_views(MetadataRows([row], [], []), ADMIN)
    assert "500 levels" in view.layout.label
    access = StoredRow(tab(), {"access_control": "x", "persona_access": "x"})
    assert tab_views(MetadataRows([access], [], []), JOHN) == ()


def test_a_database_without_the_columns_gives_the_documented_defaults() -> None:
    (view,) = views([{"tab_key": "bare"}], reader=JOHN)
    assert (view.key, view.name, view.order_index) == ("bare", "bare", 0)
