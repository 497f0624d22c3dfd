"""The contract between a tab and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jarvis_desktop.core.changes import Changes
from ui.core.keymap import KeyMap
from ui.core.session import Keeper
from ui.core.undo import UndoStack

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.people.notifications.types import Notification
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.core.undo import Step

Props = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ComponentContext:
    """What a component may use.

    `services` are the headless use cases (call them only inside `tasks.submit`); `viewer` is who signed in;
    `open_record(table, record_id)` asks the shell to show a record (None: a new one) where the person can edit it.
    `report` has a known fault recorded that the component shows itself, such as a bad row of metadata.
    `undo` takes what was just done; `stored(edit)` does so for what a use case stored, and
    `did(step)` for a step of another kind; both tell it too. `say(text)` tells something in
    passing, `refuse(error)` why something was not done. `open_page(title, page)` shows a page of its own above the
    tab, with the way back (a page whose `has_unsaved_input()` answers True is asked about first);
    `open_component(name, title, props)` does so with a component of any room, by its name; `close_page()` returns
    from it. `notify(notification)` tells something that goes into the person's history as well. `keys` are the
    person's keys; `keeper` is the local file of the window's state, for what must not wait for a database.
    `restart()` ends the program, asking first as closing does, and starts it again where it stood.
    """

    services: Application
    tasks: TaskRunner
    bus: ChangeBus
    theme: Theme
    viewer: Reader
    open_record: Callable[[str, str | None], None] = field(default=lambda _table, _record: None)
    report: Callable[[JarvisError], None] = field(default=lambda _error: None)
    undo: UndoStack = field(default_factory=UndoStack)
    stored: Callable[[StoredEdit], None] = field(default=lambda _edit: None)
    did: Callable[[Step], None] = field(default=lambda _step: None)
    say: Callable[[str], None] = field(default=lambda _text: None)
    refuse: Callable[[JarvisError], None] = field(default=lambda _error: None)
    open_page: Callable[[str, QWidget], None] = field(default=lambda _title, _page: None)
    open_component: Callable[[str, str, Props], None] = field(default=lambda _name, _title, _props: None)
    close_page: Callable[[], None] = field(default=lambda: None)
    keys: KeyMap = field(default_factory=KeyMap)
    notify: Callable[[Notification], None] = field(default=lambda _notification: None)
    keeper: Keeper = field(default_factory=lambda: Keeper(None))
    restart: Callable[[], None] = field(default=lambda: None)

    @property
    def reader(self) -> Reader:
        """Who looks, at this instant: a window stays open over midnight, and over what comes into force meanwhile."""
        return replace(self.viewer, as_of=datetime.now(UTC))


class Component(QWidget):
    """One leaf of a tab's layout tree.

    Built without input or output; `reload` is called when it is first shown, and again (when visible) after a change
    to one of `topics`. A constructor or a `reload` that raises becomes a notice in the component's place: its host
    sets `guard`, which runs the reload it is given. `help_page` names the help page about it; any widget inside may
    have one too.

    Signals:
        arranged (): `state` answers something else than before, as after a scroll or a new filter.
    """

    arranged = Signal()
    help_page = ""
    guard: Callable[[Callable[[], None]], None] | None = None

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.props = props
        self._dirty = True
        self._changes = Changes()
        context.bus.changed.connect(self._on_changes)

    @property
    def topics(self) -> frozenset[str]:
        """The tables whose rows this component shows."""
        return frozenset()

    def reload(self, changes: Changes) -> None:
        """Fetch and show; `changes` says what happened since the last time (empty at first)."""

    def has_unsaved_input(self) -> bool:
        """Whether closing or rebuilding this component would lose typed input."""
        return False

    def loses_input(self) -> bool:
        """Whether typed input would be gone when the program ends now; False where a draft of it comes back."""
        inside = [part for part in self.findChildren(Component) if part.has_unsaved_input()]
        return any(part.loses_input() for part in inside) if inside else self.has_unsaved_input()

    def give_up(self) -> None:
        """The person gives up what was typed here: no draft of it is kept."""

    def flush(self) -> None:
        """Store at once what waits to be stored, as when the window closes."""

    def state(self) -> Mapping[str, Any]:
        """How the person left this component, as JSON values: what comes back after a restart."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Become as `state` says, when the rows are there; whatever cannot be used of it is left out."""

    def show_record(self, record_key: str) -> bool:  # noqa: ARG002 - for those that show records
        """Open the record of that primary or natural key, if this component shows records; answers whether it does."""
        return False

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(self.topics):
            self._changes |= changes
            self._dirty = True
            self._reload_if_visible()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_if_visible()

    def _reload_if_visible(self) -> None:
        if self._dirty and self.isVisible():
            changes, self._changes, self._dirty = self._changes, Changes(), False
            reload = partial(self.reload, changes)
            reload() if self.guard is None else self.guard(reload)


class ComponentFactory(Protocol):
    """Makes a component inside `parent`: one that gets its parent later takes on fonts and style a second time."""

    def __call__(self, context: ComponentContext, props: Props, parent: QWidget | None = None, /) -> Component:
        """The component."""


def built_by(module: str, name: str) -> ComponentFactory:
    """A factory that imports the component's module when the first one is built: a start pays for what it shows."""

    def build(context: ComponentContext, props: Props, parent: QWidget | None = None, /) -> Component:
        component: Component = getattr(import_module(module), name)(context, props, parent)
        return component

    return build


@dataclass(frozen=True, slots=True)
class ComponentSpec:
    """A component as a room offers it: the name that `ui_component_registry` rows use, and how to build it."""

    name: str
    build: ComponentFactory
