"""Forms and strategies for the tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.types import EMPTY, FormDefinition

TYPES = field_types()
JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
RULE_NAMES = st.sampled_from(
    ["required", "min", "max", "minLength", "maxLength", "pattern", "format", "minimum", "multipleOf", "enum", "type",
     "minItems", "uniqueItems", "minWords", "rules", "allOf", "$ref", "items", "if", "const"]
)  # fmt: skip
PROP_NAMES = st.sampled_from(
    ["default", "defaultValue", "dependencies", "conditional", "layout", "i18n", "readonly", "rows", "tri_state",
     "span", "column", "section", "placeholder", "conditions", "compute", "unit"]
)  # fmt: skip
KIND_NAMES = st.sampled_from([*TYPES, "file", "range", ""])


def junk_rows() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows whose JSONB columns hold anything, often close to what is meant."""
    option = JUNK | st.fixed_dictionaries({"value": JUNK}, optional={"label": JUNK, "description": JUNK})
    documents = {
        "validation_rules": JUNK | st.dictionaries(RULE_NAMES, JUNK, max_size=4),
        "options": JUNK | st.lists(option, max_size=4) | st.fixed_dictionaries({"oneOf": JUNK}),
        "ui_props": JUNK | st.dictionaries(PROP_NAMES, JUNK, max_size=4) | st.fixed_dictionaries(
            {"dependencies": st.fixed_dictionaries({"dependsOn": st.sampled_from(["a", "b"]),
                                                    "mapping": st.dictionaries(st.text(max_size=3), JUNK, max_size=3)})}
        ),
    }  # fmt: skip
    row = st.fixed_dictionaries(
        {"field_key": st.sampled_from(["a", "b", "c", "d"]), "field_type": KIND_NAMES, "label": st.text(max_size=8)},
        optional={**documents, "order_index": JUNK, "is_required": st.booleans(), "is_active": st.booleans()},
    )
    return st.lists(row, max_size=5)


def form(
    *rows: Mapping[str, Any],
    templates: tuple[Mapping[str, Any], ...] = (),
    context: Mapping[str, Any] = EMPTY,
    **who: str,
) -> FormDefinition:
    """A form read from rows; `order_index` follows the order given."""
    numbered = [
        {"id": n, "order_index": n, "label": str(row["field_key"]).replace("_", " ").capitalize(), **row}
        for n, row in enumerate(rows)
    ]
    return read_form("test", numbered, templates, TYPES, context=context, **who)  # type: ignore[arg-type] # all texts


def decided(
    definition: FormDefinition, values: Mapping[str, Any], stored: Mapping[str, Any] | None = None
) -> FormEngine:
    """The fields beside these values, to be judged: entered over a stored record, or stored where none is given."""
    engine = FormEngine(definition, TYPES, fits=False)
    engine.begin(values if stored is None else stored, new=False)
    engine.enter(values)
    return engine


def row(key: str, kind: str = "text", **given: Any) -> dict[str, Any]:
    """A field row."""
    return {"field_key": key, "field_type": kind, **given}
