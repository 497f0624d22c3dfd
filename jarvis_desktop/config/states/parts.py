"""The parts of which the state of the configuration consists, and the document that holds them.

A document is JSON: `{"format": "jarvis-configuration", "version": 1, "taken_at": instant, "counts": {part: rows},
"parts": {"registry": [row, ...], "details": ..., "values": ..., "rules": ..., "templates": ..., "layers": ...}}`, a row
being an object with every column of its table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FORMAT = "jarvis-configuration"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the state.

    `name` is its column that names what is configured, `natural` are the columns by which a row of another database is
    known again. A `kept` part is changed in place, since other rows refer to its rows.
    """

    key: str
    table: str
    name: str
    natural: tuple[str, ...]
    primary: str = "id"
    dated: bool = True
    kept: bool = False
    content: tuple[str, ...] = ()


_SCOPE = ("persona", "agent_id", "workflow_id", "version")
REGISTRY = Part(
    "registry", "public.config_registry", "key", ("key",), dated=False, kept=True,
    content=("description", "type", "default_value_jsonb", "scope", "category"),
)  # fmt: skip
DETAILS = Part(
    "details", "desktop.config_key_details", "key", ("key",), "key", dated=False, kept=True,
    content=("schema", "deprecated", "approval"),
)  # fmt: skip
VALUES = Part("values", "public.config_values", "config_key", ("config_key", *_SCOPE), content=("value",))
RULES = Part(
    "rules", "public.business_rules", "rule_name", ("rule_name", *_SCOPE), content=("rule_engine", "rule_definition")
)
TEMPLATES = Part(
    "templates", "public.templates", "template_name",
    ("template_name", "template_type", "persona", "agent_id", "version"),
    content=("template_type", "content", "variables", "category", "tags"),
)  # fmt: skip
LAYERS = Part(
    "layers", "public.hierarchy_layer_configurations", "layer_key", ("layer_key", *_SCOPE), kept=True,
    content=("layer_name", "layer_level", "description", "data_source", "data_source_query", "display_config",
             "branding"),
)  # fmt: skip
PARTS: Mapping[str, Part] = MappingProxyType(
    {each.key: each for each in (REGISTRY, DETAILS, VALUES, RULES, TEMPLATES, LAYERS)}
)
"""In the order in which rows may be added: what is referred to comes first."""
