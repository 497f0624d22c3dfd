"""How a person left the parts of a tab: collected from what is built, waiting for what is built later."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import LayoutNode

log = logging.getLogger(__name__)


class Part(Protocol):
    """A component, or a container with sizes or a choice of its own; `arranged` tells that its state is another."""

    arranged: Any

    def state(self) -> Mapping[str, Any]:
        """What comes back after a restart, as JSON values."""

    def restore(self, state: Mapping[str, Any]) -> None:
        """Become as `state` says."""


class LayoutStates(QObject):
    """The states of one tab's parts by their place in its layout tree.

    Signals:
        changed (): a part is other than it was.
    """

    changed = Signal()

    def __init__(self, root: LayoutNode) -> None:
        super().__init__()
        # Kept alive: a node is known by its identity.
        self._root = root
        self._names: dict[int, str] = {}
        self._parts: dict[str, Part] = {}
        self._waiting: dict[str, Mapping[str, Any]] = {}
        self._name(root, "")

    def add(self, node: LayoutNode, part: Part) -> None:
        """A part was built; it becomes as it was left."""
        name = self._names.get(id(node))
        if name is not None:
            self._add(name, part)

    def add_root(self, part: Part) -> None:
        """The area that scrolls the whole tab was built."""
        self._add("scroll", part)

    def _add(self, name: str, part: Part) -> None:
        self._parts[name] = part
        part.arranged.connect(self.changed)
        if name in self._waiting:
            _restore(name, part, self._waiting.pop(name))

    def state(self) -> dict[str, Any]:
        """The states of all parts; those not built yet answer as they were left."""
        found: dict[str, Any] = dict(self._waiting)
        for name, part in self._parts.items():
            if shiboken6.isValid(part):
                state = part.state()
                if state:
                    found[name] = dict(state)
        return found

    def restore(self, states: Mapping[str, Any]) -> None:
        """Make the parts as `states` says, those not built yet when they are."""
        self._waiting = {name: state for name, state in states.items() if isinstance(state, Mapping)}
        for name, part in self._parts.items():
            if name in self._waiting and shiboken6.isValid(part):
                _restore(name, part, self._waiting.pop(name))

    def _name(self, node: LayoutNode, path: str) -> None:
        self._names[id(node)] = f"{path}:{node.component or node.type.value}"
        for place, child in enumerate(node.children):
            self._name(child, f"{path}/{place}")


def _restore(name: str, part: Part, state: Mapping[str, Any]) -> None:
    try:
        part.restore(state)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        log.info("%s cannot become as it was left: %s", name, error)
