"""The window as it was left: kept while it is used, brought back when it opens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from typing_extensions import override

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import tr
from ui.components.component import Component
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from ui.core.session import Keeper
    from ui.core.tasks import TaskRunner
    from ui.shell.content import Content
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import View, Workspace

CAPTURE_AFTER_MS = 300
"""What changes within this time is looked at once."""

MOST_ABOVE = 4
ARRANGED = ("sizes", "order", "hidden", "widths", "freeze", "density", "sort", "group_by")
"""What the memory of a place has that people arrange: a table's columns and order, the sizes of panes."""

_ARRANGED_HERE = frozenset({"sizes", "sort", "group_by", "top", "top_row"})


class SessionDesk(QObject):
    """Keeps the state of the window's places and restores them.

    Places of the file: `persona`; `view/PERSONA`, the tab in sight and what is open above it; `tab/PERSONA/KEY`, the
    parts of a tab.

    `safe` says that the program was asked to bring nothing back, which is told.

    Signals:
        restored (str): the window is as this persona left it.
        left (bool): another persona looks from now on; True when typed input is to stay, since nobody asked about it.
        capturing (object): the state of `view/PERSONA` is being made, a dict for others to add to.
    """

    restored = Signal(str)
    left = Signal(bool)
    capturing = Signal(object)

    def __init__(
        self, window: MainWindow, workspace: Workspace, keeper: Keeper, tasks: TaskRunner, *, safe: bool = False
    ) -> None:
        super().__init__(window)
        self._safe = safe
        self._window = window
        self._keeper = keeper
        self._pages = window.content.pages
        self._changed: set[str] = set()
        self._persona = self._person = ""
        self._began = self._closed = False
        self._timer = QTimer(self, singleShot=True, interval=CAPTURE_AFTER_MS)
        self._timer.timeout.connect(self.capture)
        keeper.use(tasks)
        self._pages.wanted = self._wanted_tab
        self._pages.built.connect(self._on_built)
        self._pages.current_changed.connect(self.note)
        window.content.place_changed.connect(self.note)
        workspace.view_comes.connect(self._on_view_comes)
        workspace.view_changed.connect(self._on_view)
        window.closing.connect(self._on_closing)
        window.installEventFilter(self)

    @property
    def keeper(self) -> Keeper:
        """The file."""
        return self._keeper

    @property
    def last_persona(self) -> str:
        """The persona of the last time, or ""."""
        return text_of(self._keeper.kept("persona").get("key"))

    def state(self) -> dict[str, Any]:
        """The whole arrangement as it is now: what is open, and the state of every tab that was ever shown."""
        self.capture()
        beginning = f"tab/{self._persona}/"
        tabs = {
            place.removeprefix(beginning): dict(self._keeper.kept(place)) for place in self._keeper.places(beginning)
        }
        return {"view": dict(self._keeper.kept(f"view/{self._persona}")), "tabs": tabs}

    def arrange(self, state: Mapping[str, Any]) -> None:
        """Arrange the tabs as `state` says, those not built yet when they are; records in view stay."""
        tabs = state.get("tabs")
        tabs = tabs if isinstance(tabs, Mapping) else {}
        for place in self._keeper.places(f"tab/{self._persona}/"):
            if place.rpartition("/")[2] not in tabs:
                self._keeper.forget(place)
        for key, left in tabs.items():
            if isinstance(left, Mapping):
                self._keeper.keep(f"tab/{self._persona}/{key}", left)
                page = self._pages.page(key)
                if page is not None and not page.has_unsaved_input():
                    page.states.restore(left)
        view = state.get("view")
        wanted = text_of(view.get("tab")) if isinstance(view, Mapping) else ""
        if self._pages.tab(wanted) is not None:
            self._window.choose_tab(wanted)

    def reset(self) -> None:
        """Arrange columns, order and panes of all tabs as delivered; filters and what is typed stay."""
        context = self._window.context
        if context is None:
            return
        from ui.components.table.remembering import PlaceMemory

        for window in [self._window, *(other.window() for other in self._window.content.others)]:
            for memory in window.findChildren(PlaceMemory):
                # What waits to be stored would be stored after it was forgotten.
                memory.flush()
        work = partial(context.services.memory.forget, context.reader.user_id, ARRANGED)
        context.tasks.submit(Lane.WRITE, work, done=self._on_forgotten)

    def _on_forgotten(self, _done: bool) -> None:  # noqa: FBT001 - a callback's result
        from ui.components.record_table import RecordTable

        self.capture()
        for place in self._keeper.places(f"tab/{self._persona}/"):
            self._keeper.keep(place, as_delivered(self._keeper.kept(place)))
        self._pages.renew()
        # A page that was not built anew, since it holds typed input, is arranged as it stands.
        for key in self._pages.unsaved():
            page = self._pages.page(key)
            for table in page.findChildren(RecordTable) if page is not None else ():
                if table.source.plan is not None:
                    table.arranging.reset()
        self.note()

    @Slot()
    def note(self, *_payload: object) -> None:
        """Something is arranged otherwise: it is looked at soon."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def capture(self) -> None:
        """Look at what changed, and keep it."""
        self._timer.stop()
        if not self._persona or self._closed:
            return
        for key in self._changed:
            page = self._pages.page(key)
            if page is not None:
                self._keeper.keep(f"tab/{self._persona}/{key}", page.states.state())
        self._changed.clear()
        # What another version keeps there stays.
        view = dict(self._keeper.kept(f"view/{self._persona}"))
        view.update(tab=self._pages.current_key, above=above_state(self._window.content))
        self.capturing.emit(view)
        self._keeper.keep(f"view/{self._persona}", view)
        self._window.remember()

    def flush(self) -> None:
        """Store at once what was arranged or typed: the window goes."""
        for component in self._window.findChildren(Component):
            component.flush()
        self.capture()
        self._keeper.flush()

    def watch(self, window: QObject) -> None:
        """Notice when that window is moved or resized."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange}:
            self.note()
        return False

    def _wanted_tab(self) -> str:
        context = self._window.context
        persona = context.reader.persona if context is not None else ""
        return text_of(self._keeper.kept(f"view/{persona}").get("tab"))

    @Slot(str)
    def _on_built(self, key: str) -> None:
        """A tab's page was made: its parts become as they were left."""
        page, context = self._pages.page(key), self._window.context
        if page is None or context is None:
            return
        page.states.restore(self._keeper.kept(f"tab/{context.reader.persona}/{key}"))
        page.states.changed.connect(partial(self._on_part, key))

    def _on_part(self, key: str) -> None:
        self._changed.add(key)
        self.note()

    @Slot(object)
    def _on_view_comes(self, view: View) -> None:
        """Nothing of the view before is gone yet."""
        person = view.reader.user_id
        if self._persona and (view.reader.persona, person) != (self._persona, self._person):
            self.capture()
            self.left.emit(bool(view.lost) or view.reader.persona == self._persona)
        if person != self._person:
            self._persona, self._person = "", person
            self._keeper.serve(person)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        if view.reader.persona == self._persona:
            self.note()
            return
        self._persona = view.reader.persona
        self._keeper.keep("persona", {"key": self._persona})
        if not self._began:
            self._began = True
            self._reopen(self._keeper.kept(f"view/{self._persona}").get("above"))
            if self._safe:
                self._window.undo.say(
                    tr("Safe start: nothing was brought back, and the colours and theme are the delivered ones.")
                )
            self._tell_aside()
        self.restored.emit(self._persona)

    def _tell_aside(self) -> None:
        """What could not be read is not lost, and nobody has to look for it."""
        if self._keeper.set_aside:
            text = tr(
                "The arrangement of the last time could not be read. It is set aside, with “.aside” in its name, next "
                "to {file}. Drafts in the database are not touched.",
                file=self._keeper.set_aside,
            )
            self._window.undo.refuse(JarvisError(text, title=tr("Window not as it was")))

    def _reopen(self, above: object) -> None:
        for entry in above[:MOST_ABOVE] if isinstance(above, list) else ():
            open_above(self._window, entry)

    @Slot()
    def _on_closing(self) -> None:
        self.capture()
        # Of several windows the one that closes last says how the next one looks.
        mine = [f"tab/{self._persona}/{tab.key}" for tab in self._pages.tabs() if self._pages.page(tab.key) is not None]
        self._keeper.claim(["persona", f"view/{self._persona}", *mine])
        self.flush()
        # What goes from now on was not arranged by anybody.
        self._closed = True


def as_delivered(state: Mapping[str, Any]) -> dict[str, Any]:
    """The state of a tab's parts without what was arranged: sizes, order, groups. Filters and records stay."""
    kept: dict[str, Any] = {}
    for name, value in state.items():
        if name == "filters" or not isinstance(value, Mapping):
            if name not in _ARRANGED_HERE:
                kept[name] = value
        else:
            kept[name] = as_delivered(value)
    return kept


def above_state(content: Content) -> list[dict[str, Any]]:
    """What is open above a tab and can be opened again, the lowest first."""
    found: list[dict[str, Any]] = []
    for widget, title in content.above():
        part = content.record.form if widget is content.record else content.page.page
        name = text_of(part.property("componentName")) if part is not None else ""
        if widget is content.record and part is not None:
            name = "record_form"
        if isinstance(part, Component) and name:
            props = {**part.props, **part.state()} if name == "record_form" else dict(part.props)
            found.append({"name": name, "title": title, "props": props, "state": dict(part.state())})
    return found


def open_above(window: MainWindow, entry: object) -> None:
    """Open what `above_state` told, if it still can be."""
    if not isinstance(entry, Mapping):
        return
    name, title, props, state = (entry.get(key) for key in ("name", "title", "props", "state"))
    if not isinstance(name, str) or not isinstance(title, str) or not isinstance(props, Mapping):
        return
    if name == "record_form":
        window.show_form(props, title)
        part: object = window.content.record.form
    else:
        try:
            window.open_component(name, title, props)
        except LookupError:
            return
        part = window.content.page.page
    if isinstance(part, Component) and isinstance(state, Mapping):
        part.restore(state)


def text_of(value: object) -> str:
    """A text from a file, or "" for anything else."""
    return value if isinstance(value, str) else ""
