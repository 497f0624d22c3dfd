"""Reads one tab's layout tree: every node comes out checked, or as a notice that says why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.access import feature_decision, sees
from jarvis_desktop.metadata.conditions import Decision, display, layout_rule
from jarvis_desktop.metadata.types import NO_PROPS, LayoutNode, NodeType, Reader

if TYPE_CHECKING:
    from jarvis_desktop.metadata.registry import ComponentRow
    from jarvis_desktop.metadata.rows import StoredRow

MAX_DEPTH = 24
MAX_NODES = 400

_HINTS = ("columns", "orientation", "sizes")
_COMMON_KEYS = frozenset({"type", "label", "text", "elements", "options", "rule", "conditions", "feature", *_HINTS})
_COMPONENT_KEYS = frozenset({"component", "props"})
_STORED_TYPES = {kind.value: kind for kind in NodeType if kind is not NodeType.NOTICE}
_KNOWN_TYPES = ", ".join(_STORED_TYPES)


def notice(title: str, text: str, *, tone: str = "warning") -> LayoutNode:
    """A notice in place of a node."""
    return LayoutNode(NodeType.NOTICE, label=text, component=title, options={"tone": tone})


def quoted(value: object) -> str:
    """A stored name in quotes, shortened."""
    text = str(value) if isinstance(value, (str, int, type(None))) else type(value).__name__
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


class LayoutReader:
    """Turns the stored tree of one tab into nodes for one reader; `problems` collects what was wrong on the way."""

    def __init__(
        self,
        components: Mapping[str, ComponentRow],
        features: Mapping[str, StoredRow],
        reader: Reader,
        record: Mapping[str, Any],
    ) -> None:
        self.problems: list[str] = []
        self._components = components
        self._features = features
        self._reader = reader
        self._record = record
        self._left = MAX_NODES

    def node(self, stored: object, depth: int = 0) -> LayoutNode | None:
        """The node of a stored value; None when the reader does not see it."""
        self._left -= 1
        if self._left == 0:
            return notice(
                tr("The layout is too large"),
                tr("It has more than {max_nodes} parts; the rest is left out.", max_nodes=MAX_NODES),
            )
        if self._left < 0:
            return None
        if depth > MAX_DEPTH:
            return notice(
                tr("The layout is nested too deep"),
                tr("It has more than {max_depth} levels; the rest is left out.", max_depth=MAX_DEPTH),
            )
        if not isinstance(stored, Mapping):
            return notice(tr("Not a layout"), tr("A part of this layout is not an object with a “type”."))
        kind = _STORED_TYPES.get(stored["type"]) if isinstance(stored.get("type"), str) else None
        if kind is None:
            return notice(
                tr("Unknown layout type {quoted}", quoted=quoted(stored.get("type"))),
                tr("This version knows {known_types}.", known_types=_KNOWN_TYPES),
            )
        self._warn_unknown_keys(stored, kind)
        if not self._seen(stored, kind):
            return None
        return self._component_node(stored) if kind is NodeType.COMPONENT else self._container(stored, kind, depth)

    def component(self, name: str, props: Mapping[str, Any], feature: str = "") -> LayoutNode:
        """A component with completed, checked props, or the notice that names it."""
        row = self._components.get(name)
        if row is None:
            return notice(
                name or tr("No name"),
                tr("No component is called {quoted} in the component registry.", quoted=quoted(name)),
            )
        if not row.is_active:
            return notice(
                name, tr("The component {quoted} is switched off in the component registry.", quoted=quoted(name))
            )
        if row.problem:
            self.problems.append(tr("Component {quoted}: {problem}.", quoted=quoted(name), problem=row.problem))
        completed = row.complete(props)
        fault = row.fault(completed)
        if fault:
            return notice(name, tr("The props of {quoted} do not fit. {fault}", quoted=quoted(name), fault=fault))
        return LayoutNode(NodeType.COMPONENT, component=name, props=completed, feature=feature)

    def knows(self, name: str) -> bool:
        """Whether the registry has a component of that name."""
        return name in self._components

    def allowed(self, decision: Decision, what: str) -> bool:
        """Whether the reader sees `what`; notes why that was not decided."""
        shown = sees(decision, self._reader)
        if decision.problem and shown:
            self.problems.append(tr("{what} is shown to you alone: {problem}.", what=what, problem=decision.problem))
        return shown

    def _container(self, stored: Mapping[str, Any], kind: NodeType, depth: int) -> LayoutNode | None:
        """A container with what the reader sees of it; one in which nothing is left is left out itself."""
        label = self._label(stored, kind)
        if kind is NodeType.LABEL:
            return LayoutNode(kind, label=label)
        elements = stored.get("elements", [])
        if not isinstance(elements, list):
            return notice(label or kind.value, tr("The “elements” of this {value} are not a list.", value=kind.value))
        children = (self.node(element, depth + 1) for element in elements[: MAX_NODES + 1])
        nodes = tuple(child for child in children if child is not None)
        if kind is NodeType.CATEGORIZATION:
            nodes = tuple(_as_category(child) for child in nodes)
        if not nodes:
            return None
        return LayoutNode(kind, label=label, options=_options(stored), children=nodes)

    def _component_node(self, stored: Mapping[str, Any]) -> LayoutNode:
        name, props, feature = stored.get("component"), stored.get("props"), stored.get("feature")
        if not isinstance(name, str) or not name.strip():
            return notice(
                tr("A component without a name"), tr("This part of the layout does not say which component it is.")
            )
        if not isinstance(props, (Mapping, type(None))):
            return notice(name, tr("The props of {quoted} are not an object.", quoted=quoted(name)))
        node = self.component(name, NO_PROPS if props is None else props, feature if isinstance(feature, str) else "")
        if node.type is NodeType.NOTICE:
            return node
        return LayoutNode(node.type, self._label(stored, node.type), name, node.props, node.feature, _options(stored))

    def _label(self, stored: Mapping[str, Any], kind: NodeType) -> str:
        first, second = ("text", "label") if kind is NodeType.LABEL else ("label", "text")
        label = stored.get(first, stored.get(second))
        if label is None or isinstance(label, str):
            return label or ""
        self.problems.append(tr("The label of a {value} is not a text.", value=kind.value))
        return ""

    def _seen(self, stored: Mapping[str, Any], kind: NodeType) -> bool:
        feature = stored.get("feature")
        row = self._features.get(feature) if isinstance(feature, str) else None
        what = f"{kind.value} {quoted(feature)}" if row is not None else tr("A {value}", value=kind.value)
        return (
            self.allowed(layout_rule(stored.get("rule"), self._record), what)
            and self.allowed(display(stored.get("conditions"), self._record), what)
            and (row is None or self.allowed(feature_decision(row, self._reader), what))
        )

    def _warn_unknown_keys(self, stored: Mapping[str, Any], kind: NodeType) -> None:
        known = _COMMON_KEYS | _COMPONENT_KEYS if kind is NodeType.COMPONENT else _COMMON_KEYS
        unknown = [quoted(key) for key in stored if key not in known]
        if unknown:
            self.problems.append(
                tr(
                    "A {value} has keys that mean nothing here: {unknown}.",
                    value=kind.value,
                    unknown=", ".join(unknown[:5]),
                )
            )


def _options(stored: Mapping[str, Any]) -> Mapping[str, Any]:
    options = stored.get("options")
    hints = {key: stored[key] for key in _HINTS if key in stored}
    return {**options, **hints} if isinstance(options, Mapping) else hints


def _as_category(node: LayoutNode) -> LayoutNode:
    if node.type is NodeType.CATEGORY:
        return node
    title = node.label if node.type is not NodeType.NOTICE else node.component
    return LayoutNode(NodeType.CATEGORY, label=title or node.component or node.type.value, children=(node,))


def stacked(nodes: Iterable[LayoutNode]) -> LayoutNode:
    """One node below the other."""
    return LayoutNode(NodeType.VERTICAL, children=tuple(nodes))
