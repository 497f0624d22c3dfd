"""The commands of a window: run from menus, keys, the palette and the search; a person's keys kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import tr, tr_n
from ui.core.tasks import Lane
from ui.shell.bench import Bench
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.registry import Registry
    from ui.components.component import ComponentContext
    from ui.core.commands import Command
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow
    from ui.shell.palette.panel import Palette
    from ui.shell.workspace import View, Workspace

PLACE = "shortcuts"
"""Under what name a person's keys are remembered."""
PALETTE = "go.palette"


class CommandDesk(QObject):
    """Runs commands; opens the palette and the list of keys.

    Signals:
        search_wanted (str): all texts are to be searched for that one.
        help_wanted (str): the help page of that name is to be shown.
    """

    search_wanted = Signal(str)
    help_wanted = Signal(str)

    def __init__(
        self, window: MainWindow, workspace: Workspace, theme: Theme, commands: Registry[str, Command]
    ) -> None:
        super().__init__(window)
        self.commands = commands
        self.bench = Bench(window, workspace, theme)
        self.keys = window.menus.keys
        self.palette: Palette | None = None
        self._user = ""
        self._recalling = False
        window.menus.fill(commands.values(), self.bench, self.run)
        bar = self.bench.desk(TopBar)
        bar.palette_wanted.connect(self.open_palette)
        self.keys.changed.connect(self._show_keys)
        self.keys.changed.connect(self._remember)
        self._show_keys()
        workspace.view_changed.connect(self._on_view)
        window.menus.tab_chosen.connect(self.close_palette)
        window.closes.begun.connect(self.close_palette)

    def offered(self) -> list[Command]:
        """The commands that can be run now."""
        return [command for command in self.commands.values() if command.offered(self.bench)]

    def run(self, key: str) -> None:
        """Run a command, if it is on offer; whatever it raises is told and nothing breaks."""
        command = self.commands.get(key)
        if key != PALETTE:
            self.close_palette()
        if command is None:
            self.bench.say(tr("There is no command of that name any more."))
        elif command.offered(self.bench):
            try:
                command.run(self.bench)
            except JarvisError as error:
                self.bench.refuse(error)

    def run_soon(self, key: str) -> None:
        """Run a command once what it was chosen in has closed: it may open something that takes the focus."""
        QTimer.singleShot(0, partial(self.run, key))

    @Slot()
    def open_palette(self) -> None:
        """Show the palette above the window; close it when it is there."""
        if self.palette is not None and self.palette.isVisible():
            self.palette.close_panel()
        else:
            self.open_palette_with("")

    def open_palette_with(self, text: str) -> None:
        """Show the palette with that text typed, such as the sign of a kind."""
        palette = self._ready()
        if palette is not None:
            palette.open_with(text)

    @Slot()
    def prepare(self) -> None:
        """Make the palette while nobody waits for it; imported in a worker before."""
        palette = self._ready()
        if palette is not None and not palette.isVisible():
            palette.prepare()

    def _ready(self) -> Palette | None:
        """The palette for whoever looks now."""
        context = self.bench.context
        if context is None:
            return None
        if self.palette is None or self.palette.serves is not context:
            from ui.shell.palette.panel import Palette

            self.close_palette()
            if self.palette is not None:
                self.palette.deleteLater()
            self.palette = Palette(self, context, self.bench.window)
            self.palette.search_wanted.connect(self.search_wanted)
            self.palette.help_wanted.connect(self.help_wanted)
        return self.palette

    @Slot()
    def close_palette(self) -> None:
        """Put the palette away, if it is open."""
        if self.palette is not None:
            self.palette.close_panel()

    @Slot()
    def open_shortcuts(self) -> None:
        """Show the list of keys above the tab."""
        from ui.shell.keys.page import ShortcutsPage

        page = ShortcutsPage(self)
        self.bench.open_page(tr("Keyboard shortcuts"), page)
        page.list.setFocus()

    @Slot()
    def _show_keys(self) -> None:
        self.bench.desk(TopBar).show_keys(palette=self.text_of(PALETTE), back=self.text_of("go.back"))

    def text_of(self, key: str) -> str:
        """The keys of a command as people read them, or ""."""
        command = self.commands.get(key)
        return "" if command is None else self.keys.text(key, command.shortcuts)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        context = self.bench.context
        if context is not None and view.reader.user_id != self._user:
            self._user = view.reader.user_id
            work = partial(_recall, context)
            context.tasks.submit(Lane.READ, work, done=self._on_recalled, owner=self)

    def _on_recalled(self, state: Mapping[str, Any]) -> None:
        self._recalling = True
        dropped = self.keys.take(state)
        self._recalling = False
        if dropped:
            self.bench.say(
                tr_n(
                    "One of the stored shortcuts means nothing and was left out.",
                    "{n} of the stored shortcuts mean nothing and were left out.",
                    dropped,
                )
            )

    @Slot()
    def _remember(self) -> None:
        context = self.bench.context
        if context is not None and not self._recalling:
            work = partial(_remember, context, self.keys.state())
            context.tasks.submit(Lane.WRITE, work, done=self._on_remembered, owner=self)

    def _on_remembered(self, stored: bool) -> None:  # noqa: FBT001 - a callback's argument
        if not stored:
            self.bench.say(tr("The shortcuts hold until the program ends: this database has no place for them."))


def _recall(context: ComponentContext) -> Mapping[str, Any]:
    return context.services.memory.recall(context.reader.user_id, PLACE)


def _remember(context: ComponentContext, state: dict[str, Any]) -> bool:
    return context.services.memory.remember(context.reader.user_id, PLACE, state)
