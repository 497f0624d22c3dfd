"""Random content for metadata rows: near enough to the vocabulary to get past the first check of each reader."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        *("type", "Component", "VerticalLayout", "Group", "Label", "Splitter", "Categorization", "Category"),
        *("component", "props", "features", "elements", "feature", "label", "when", "effect", "SHOW", "HIDE", "var"),
        *("==", "rule", "condition", "conditions", "columns", "sizes", "kpi", "data_binding", "admin", "{admin}"),
        *("read", "$ref", "properties", "required", "permissions", "persona_access", "string?", "persona", "config"),
        *("and", "not", "items", "text", "table", "incidents", "count", "kpi_row", "markdown", "layer_stack", "field"),
    ]
)
TEXTS = WORDS | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=4)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
_COMPONENTS = st.builds(
    lambda name, props: {"type": "Component", "component": name, "props": props},
    st.sampled_from(["kpi", "kpi_row", "markdown", "layer_stack", "nothing"]) | TEXTS,
    st.builds(lambda items: {"items": [items]}, JUNK) | st.builds(lambda text: {"text": text}, TEXTS) | JUNK,
)
_CONTAINERS = st.sampled_from(
    ["VerticalLayout", "HorizontalLayout", "Group", "Splitter", "Splitter", "Categorization", "GridLayout"]
)
TREES = st.recursive(
    _COMPONENTS | JUNK,
    lambda inner: st.builds(
        lambda kind, elements, rule, hints: {"type": kind, "elements": elements, "conditions": rule, **hints},
        _CONTAINERS,
        st.lists(inner, max_size=4),
        st.none() | JUNK,
        st.dictionaries(
            st.sampled_from(["columns", "sizes", "orientation", "options", "label", "type"]), JUNK, max_size=1
        ),
    ),
    max_leaves=12,
)
CONTENTS = TREES | st.builds(lambda keys: {"features": keys}, JUNK | st.lists(TEXTS | JUNK, max_size=3))
SCHEMAS = st.dictionaries(
    st.sampled_from(["type", "properties", "required", "$ref", "$id", "$schema", "enum", "items", "pattern", "allOf"]),
    JUNK | st.sampled_from(["object", "array", "#", "#/properties"]),
    min_size=1,
    max_size=3,
)
NAMES = st.none() | st.lists(st.none() | TEXTS, max_size=3)

TABS = st.fixed_dictionaries(
    {
        "content_config": CONTENTS,
        "layout_config": JUNK,
        "conditional_display": st.none() | JUNK,
        "persona_access": st.just(["admin"]) | NAMES,
        "required_permissions": st.none() | NAMES,
        "configuration_keys": NAMES,
    }
)
COMPONENTS = st.fixed_dictionaries(
    {"props": SCHEMAS | JUNK, "default_props": JUNK, "configuration": JUNK, "dependencies": NAMES}
)
FEATURES = st.fixed_dictionaries(
    {"display_rules": JUNK, "data_binding": JUNK, "interaction_logic": JUNK, "access_control": JUNK}
)
