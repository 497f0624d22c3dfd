"""What the metadata rows say, as the screens receive it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NO_PROPS: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and when: what visibility and access are decided for.

    `permissions` are `area.verb` strings. `as_of` is an aware instant. `config` holds the configuration values a
    display condition may read, by key; `maturity` is the level at which the persona works ("L3"), or "".
    """

    persona: str
    user_id: str
    permissions: frozenset[str]
    as_of: datetime
    online: bool = True
    config: Mapping[str, Any] = field(default_factory=lambda: NO_PROPS)
    maturity: str = ""

    def may(self, permission: str) -> bool:
        """Whether `permission` is held."""
        return permission in self.permissions


class NodeType(StrEnum):
    """The kinds of node in a tab's layout tree."""

    VERTICAL = "VerticalLayout"
    HORIZONTAL = "HorizontalLayout"
    GRID = "GridLayout"
    GROUP = "Group"
    CATEGORIZATION = "Categorization"
    CATEGORY = "Category"
    SPLITTER = "Splitter"
    LABEL = "Label"
    COMPONENT = "Component"
    NOTICE = "Notice"


@dataclass(frozen=True, slots=True)
class LayoutNode:
    """One node of a layout tree, already checked.

    A COMPONENT carries the registry name and its completed props (numbers are int or Decimal). A NOTICE is ours, never
    stored: it stands where a node could not be used, `component` is its title (the name that is missing, say), `label`
    says why in the user's words and `options["tone"]` is `empty`, `info` or `warning`. Otherwise `options` holds
    layout hints: `columns` of a grid, `orientation` and `sizes` of a splitter.
    """

    type: NodeType
    label: str = ""
    component: str = ""
    props: Mapping[str, Any] = field(default_factory=lambda: NO_PROPS)
    feature: str = ""
    options: Mapping[str, Any] = field(default_factory=lambda: NO_PROPS)
    children: tuple[LayoutNode, ...] = ()


def notices_of(node: LayoutNode) -> tuple[str, ...]:
    """What the warning notices of a tree say, each in one line."""
    warns = node.type is NodeType.NOTICE and node.options.get("tone") == "warning"
    own = (f"{node.component}: {node.label}",) if warns else ()
    return own + tuple(said for child in node.children for said in notices_of(child))


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab the reader sees.

    `problems` are faults of its rows that did not keep it from showing, told to those who may `config.write`.
    """

    key: str
    name: str
    type: str
    icon: str
    description: str
    order_index: int
    layout: LayoutNode
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonaView:
    """A persona to switch to; `colour` (light) and `colour_dark` are `#rrggbb` or "" for the theme's accent.

    `picture` is a PNG or SVG file, checked, or nothing. `problems` are what of its look cannot be shown, for those who
    may change it. `maturity` is the level at which the persona works, or "".
    """

    key: str
    name: str
    role: str
    access_level: str
    permissions: frozenset[str]
    colour: str = ""
    initials: str = ""
    colour_dark: str = ""
    picture: bytes = b""
    problems: tuple[str, ...] = ()
    maturity: str = ""
