"""From rows to the tabs one reader sees: pure, and total over whatever the rows hold."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jarvis_desktop.core.translated import in_words, translated, words_of
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.metadata.access import REPAIR_PERMISSION, display_record, feature_decision, sees, tab_decision
from jarvis_desktop.metadata.layout import MAX_NODES, LayoutReader, notice, quoted, stacked
from jarvis_desktop.metadata.registry import ComponentRow, component_rows
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import NO_PROPS, LayoutNode, NodeType, Reader, TabView

_MOST_PROBLEMS = 20
_HOW_TO_FILL = mark("An administrator decides in the tab's content what it shows.")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MetadataRows:
    """The rows that build the window, as stored."""

    tabs: Sequence[StoredRow]
    components: Sequence[StoredRow]
    features: Sequence[StoredRow]


def tab_views(rows: MetadataRows, reader: Reader) -> tuple[TabView, ...]:
    """The tabs that `reader` sees, by `order_index`, then id."""
    components = component_rows(rows.components)
    ordered = sorted(rows.tabs, key=lambda row: (row.integer("order_index") or 0, row.id))
    return tuple(
        _tab_view(row, components, _features_of(row.id, rows.features), reader)
        for row in ordered
        if sees(tab_decision(row, reader), reader)
    )


def _tab_view(
    row: StoredRow, components: Mapping[str, ComponentRow], features: Mapping[str, StoredRow], reader: Reader
) -> TabView:
    key = row.text("tab_key") or f"tab-{row.id}"
    words = words_of(row.value("content_config"))
    name = in_words(row.text("tab_name").strip(), words) or key
    layouts = LayoutReader(components, features, reader, display_record(reader))
    layouts.allowed(tab_decision(row, reader), tr("The tab {quoted}", quoted=quoted(name)))
    layout = _layout(row, name, layouts, features, reader)
    problems = tuple(dict.fromkeys(layouts.problems))[:_MOST_PROBLEMS]
    for problem in problems:
        log.info("tab %s: %s", key, problem)
    for node in _notices(layout):
        log.info("tab %s: %s: %s", key, node.component, node.label)
    return TabView(
        key=key,
        name=name,
        type=in_words(row.text("tab_type"), words),
        icon=row.text("icon"),
        description=in_words(row.text("description"), words),
        order_index=row.integer("order_index") or 0,
        layout=layout,
        problems=problems if reader.may(REPAIR_PERMISSION) else (),
    )


def _layout(
    row: StoredRow, name: str, layouts: LayoutReader, features: Mapping[str, StoredRow], reader: Reader
) -> LayoutNode:
    if "content_config" in row.unreadable:
        return notice(
            name,
            tr("The content of this tab cannot be read: {unreadable}.", unreadable=row.unreadable["content_config"]),
        )
    content = translated(row.value("content_config"))
    if not isinstance(content, (Mapping, type(None))):
        return notice(name, tr("The content of this tab is neither a layout nor a list of features."))
    if content and "type" in content:
        return layouts.node(content) or _nothing_to_see(name)
    listed = content.get("features") if content else None
    if listed is None or listed == []:
        return notice(
            name, tr("Nothing has been placed here yet. {how_to_fill}", how_to_fill=shown(_HOW_TO_FILL)), tone="empty"
        )
    if not isinstance(listed, list):
        return notice(name, tr("The features of this tab are not a list."))
    nodes = [node for entry in listed[:MAX_NODES] if (node := _feature(entry, layouts, features, reader)) is not None]
    if len(listed) > MAX_NODES:
        nodes.append(
            notice(
                tr("The list is too long"),
                tr("It has more than {max_nodes} features; the rest is left out.", max_nodes=MAX_NODES),
            )
        )
    return stacked(nodes) if nodes else _nothing_to_see(name)


def _feature(
    entry: object, layouts: LayoutReader, features: Mapping[str, StoredRow], reader: Reader
) -> LayoutNode | None:
    """The component of a feature: the one its row binds, else the one of its name, else a notice."""
    if not isinstance(entry, str) or not entry.strip():
        return notice(tr("A feature without a name"), tr("An entry of this tab's features is not a text."))
    row = features.get(entry)
    if row is not None and not layouts.allowed(
        feature_decision(row, reader), tr("The feature {quoted}", quoted=quoted(entry))
    ):
        return None
    title = (row.text("feature_name").strip() if row is not None else "") or entry
    binding = row.value("data_binding") if row is not None else None
    bound = binding.get("component") if isinstance(binding, Mapping) else None
    if isinstance(bound, str) and bound:
        return layouts.component(bound, _bound_props(binding), entry)
    for name in dict.fromkeys((entry, entry.replace("-", "_"), entry.replace("_", "-"))):
        if layouts.knows(name):
            return layouts.component(name, _bound_props(binding), entry)
    return notice(
        title, tr("Nothing in this version shows the feature {quoted} yet.", quoted=quoted(entry)), tone="info"
    )


def _bound_props(binding: object) -> Mapping[str, Any]:
    props = binding.get("props") if isinstance(binding, Mapping) else None
    return props if isinstance(props, Mapping) else NO_PROPS


def _features_of(tab_id: int, rows: Iterable[StoredRow]) -> Mapping[str, StoredRow]:
    """Feature rows by key: those of the tab, else those of no tab; of several the latest."""
    known: dict[str, StoredRow] = {}
    candidates = [row for row in rows if row.value("parent_tab_id") in (None, tab_id)]
    for row in sorted(candidates, key=lambda row: (row.value("parent_tab_id") is not None, row.id)):
        key = row.text("feature_key")
        if key:
            known[key] = row
    return known


def _nothing_to_see(name: str) -> LayoutNode:
    return notice(
        name, tr("Nothing on {quoted} is shown to this persona at the moment.", quoted=quoted(name)), tone="empty"
    )


def _notices(node: LayoutNode) -> Iterable[LayoutNode]:
    if node.type is NodeType.NOTICE:
        yield node
    for child in node.children:
        yield from _notices(child)
