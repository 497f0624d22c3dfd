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
    display condition may read, by key.
    """

    persona: str
    user_id: str
    permissions: frozenset[str]
    as_of: datetime
    online: bool = True
    config: Mapping[str, Any] = field(default=NO_PROPS)

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

    A COMPONENT carries the registry name and its completed props; a NOTICE stands where a node could not be used, its
    `label` says why in the user's words (it is ours, never stored). `options` holds layout hints such as `columns`
    or `sizes`.
    """

    type: NodeType
    label: str = ""
    component: str = ""
    props: Mapping[str, Any] = field(default=NO_PROPS)
    feature: str = ""
    options: Mapping[str, Any] = field(default=NO_PROPS)
    children: tuple[LayoutNode, ...] = ()


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab the reader sees. `problems` are faults of its row that did not keep it from showing."""

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
    """A persona to switch to; `colour` is `#rrggbb` or "" for the theme's accent."""

    key: str
    name: str
    role: str
    access_level: str
    permissions: frozenset[str]
    colour: str = ""
    initials: str = ""
