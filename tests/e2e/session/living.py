"""The program as a person starts it, driven from outside its event loop by real keys and clicks.

`python -m tests.e2e.session.living --url URL --folder FOLDER --act begin|return` prints what it found as JSON; then
it waits to be killed. `--no-mouse` does everything by keys.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from tests.e2e.session.hands import Hands
from ui.app.arguments import parse_arguments
from ui.components.master_detail import MasterDetail
from ui.core.session import Keeper
from ui.forms.draft_bar import DraftBar
from ui.help.tour import TourDesk
from ui.shell.command_desk import CommandDesk
from ui.shell.layout.windows import WindowsDesk
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.components.record_table import RecordTable
    from ui.forms.form_view import FormView

PATIENCE_S, LOOK_S = 40.0, 0.01
NAMES = ("Mona", "Lindqvist")
RECORD, TITLE, TYPED = "INC-35", "Portal slow since Monday", "Typed and never saved"
PERSONA, TAB, AWAY, WORDS = "john", "incidents", "errors", "a"
PLACE, AWAY_PLACE = (40, 60), (620, 480, 900, 460)
T = TypeVar("T")


class Ear(QObject):
    """Lives on the UI thread and does there what it is asked for."""

    asked = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.moveToThread(application.thread())
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _do(self, work: Callable[[], None]) -> None:
        work()


class Person(Thread):
    """Sits before the window: looks at it through its event loop, and acts through the X server."""

    def __init__(self, url: str, folder: Path, act: str, *, mouse: bool) -> None:
        super().__init__(daemon=True)
        self.folder, self.act, self.mouse = folder, act, mouse
        self.hands = Hands()
        self.psql = psycopg.connect(url, autocommit=True)
        self.began = time.monotonic()
        self.pictures = 0

    @override
    def run(self) -> None:
        """Do what was asked for, and say how it went."""
        try:
            self.until(lambda: QApplication.instance() is not None, "the program")
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            self.ear = Ear(application)
            self.wait(lambda: any(isinstance(w, MainWindow) for w in QApplication.topLevelWidgets()), "the window")
            self.window = self.see(lambda: next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)))
            self.wait(lambda: self.window.context is not None, "the tabs")
            begin(self) if self.act == "begin" else come_back(self)
        except (AssertionError, LookupError, RuntimeError, StopIteration, TimeoutError, psycopg.Error) as problem:
            self.show("stuck")
            print(f"in vain: {problem!r}", file=sys.stderr, flush=True)
            os._exit(1)

    def see(self, look: Callable[[], T]) -> T:
        """What `look` answers on the UI thread."""
        answer: Future[T] = Future()

        def work() -> None:
            with suppress(AssertionError, LookupError, RuntimeError, StopIteration):
                answer.set_result(look())
            if not answer.done():
                answer.set_exception(LookupError("what was looked for is not there"))

        self.ear.asked.emit(work)
        return answer.result(timeout=PATIENCE_S)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        self.until(lambda: self.see(condition), what)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(what)
            Event().wait(LOOK_S)  # the window goes on meanwhile

    def idle(self) -> None:
        self.wait(lambda: self.window.context is not None and self.window.context.tasks.pending == 0, "work under way")

    def show(self, name: str) -> None:
        """Keep a picture of the screen as it is."""
        now = time.monotonic()
        self.pictures += 1
        file = self.folder / f"{self.act}-{self.pictures:02}-{name}.png"
        self.see(lambda: QApplication.primaryScreen().grabWindow(0).save(str(file)))
        print(f"{now - self.began:6.2f} s  {name}", file=sys.stderr, flush=True)

    def press(self, *keys: str) -> None:
        for each in keys:
            self.hands.press(each)

    def type(self, text: str) -> None:
        self.hands.type(text)

    def click(self, widget: Callable[[], QWidget], at: Callable[[], QPoint] | None = None) -> None:
        place = self.see(lambda: widget().mapToGlobal(at() if at is not None else widget().rect().center()))
        self.hands.click_at(place.x(), place.y())

    def value(self, statement: str, *values: object) -> Any:
        row = self.psql.execute(statement, values).fetchone()
        return None if row is None else row[0]

    def has_focus(self, name: str) -> bool:
        held = QApplication.focusWidget()
        return held is not None and held.objectName() == name

    def part(self, name: str) -> QWidget:
        """The widget of that name in sight."""
        return next(w for w in self.window.findChildren(QWidget, name) if w.isVisible())

    def sees(self, name: str) -> bool:
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def to_front(self) -> None:
        """What Alt+Tab does where there is a window manager."""
        self.see(self.window.raise_)
        self.see(self.window.activateWindow)
        self.wait(lambda: QApplication.activeWindow() is self.window, "the window in front")

    @property
    def tour(self) -> TourDesk:
        found = self.window.findChild(TourDesk)
        assert found is not None
        return found

    @property
    def desk(self) -> CommandDesk:
        found = self.window.findChild(CommandDesk)
        assert found is not None
        return found

    @property
    def own_windows(self) -> WindowsDesk:
        found = self.window.findChild(WindowsDesk)
        assert found is not None
        return found

    @property
    def reader(self) -> str:
        assert self.window.context is not None
        return self.window.context.reader.persona

    @property
    def board(self) -> MasterDetail:
        page = self.window.content.pages.page(TAB)
        assert page is not None
        return next(part for part in page.components() if isinstance(part, MasterDetail))

    @property
    def table(self) -> RecordTable:
        return self.board.table

    def form(self) -> FormView | None:
        """The form in sight: the record's above the tab, or the one beside the list."""
        content = self.window.content
        shown = content.record.form if content.currentWidget() is content.record else self.board.form
        return getattr(shown, "view", None)

    def title(self) -> QLineEdit:
        view = self.form()
        assert view is not None
        line = view.widget("title").input
        assert isinstance(line, QLineEdit)
        return line

    def palette_has(self, words: str) -> bool:
        palette = self.desk.palette
        item = None if palette is None or not palette.isVisible() or palette.current is None else palette.current.item
        return item is not None and words.casefold() in item.title.casefold()

    def run_from_palette(self, typed: str, words: str) -> None:
        """Ctrl+K, a few letters, Enter."""
        self.press("Ctrl+K")
        self.wait(lambda: self.has_focus("paletteField"), "the palette")
        self.type(typed)
        self.wait(lambda: self.palette_has(words), f"“{words}” in the palette")
        self.press("Enter")
        self.wait(lambda: not self.sees("palette"), "the palette to close")

    def tab_to(self, name: str) -> None:
        """Press Tab until that part has the keyboard."""
        for _ in range(60):
            if self.see(lambda: self.has_focus(name)):
                return
            held = self.see(QApplication.focusWidget)
            self.press("Tab")
            self.wait(partial(is_elsewhere, held), f"Tab to lead on from {held}")
        raise TimeoutError(f"Tab leads nowhere near {name}")

    def go_to_title(self) -> None:
        """Put the keyboard into the field of the title."""
        if self.mouse:
            self.click(self.title)
        else:
            self.tab_to(self.see(self.title).objectName())
        self.wait(lambda: self.title().hasFocus(), "the keyboard in the title")

    def use(self, name: str) -> None:
        """Push a button."""
        if self.mouse:
            self.click(lambda: self.part(name))
        else:
            self.tab_to(name)
            self.press("space")

    def found(self) -> dict[str, Any]:
        """How everything stands."""
        table, theme = self.table, self.desk.bench.theme
        return {
            "place": [self.window.x(), self.window.y(), self.window.width(), self.window.height()],
            "persona": self.reader,
            "theme": theme.mode.value,
            "zoom": theme.zoom,
            "tab": self.window.content.pages.current_key,
            "windows": [[own.key, own.x(), own.y(), own.width(), own.height()] for own in self.own_windows.windows],
            "text": table.bar.text,
            "rows": table.source.total,
            "shown": "" if self.board.form is None else str(self.board.form.state().get("record_id", "")),
            "selected": table.view.chosen_id,
            "typed": self.title().text(),
        }


def begin(at: Person) -> None:
    """The first start of a person, until the kill."""
    answer_the_first_questions(at)
    leave_the_tour(at)
    change_a_record(at)
    change_the_look(at)
    tear_off_and_type(at)
    print(json.dumps(at.see(at.found)), flush=True)
    Event().wait()


def answer_the_first_questions(at: Person) -> None:
    at.wait(lambda: at.sees("whoPage") and at.has_focus("whoSearch"), "the question who it is")
    at.show("who")
    at.use("iAmNew")
    at.wait(lambda: at.sees("setUpPage") and at.has_focus("firstName"), "the first questions")
    # What the page still fills in and selects would take the place of the first letters.
    at.idle()
    at.show("set-up")
    at.press("Ctrl+A")
    at.type(NAMES[0])
    at.press("Tab", "Ctrl+A")
    at.type(NAMES[1])
    at.use("setUpDone")
    at.wait(lambda: not at.sees("setUpPage"), "the answers to be stored")
    people = at.value("SELECT array_agg(concat_ws(' ', first_name, last_name)) FROM users")
    assert " ".join(NAMES) in people, people


def leave_the_tour(at: Person) -> None:
    at.see(lambda: at.window.move(*PLACE))  # as if dragged there
    at.wait(lambda: at.tour.running, "the tour")
    at.show("tour")
    at.press("Enter")
    at.wait(lambda: at.tour.step == "rail", "the second step")
    at.show("tour-rail")
    at.press("Esc", "Esc")
    at.wait(lambda: not at.tour.running, "the end of the tour")
    at.idle()


def change_a_record(at: Person) -> None:
    at.run_from_palette(RECORD, RECORD)
    at.wait(lambda: at.window.content.currentWidget() is at.window.content.record and at.form() is not None, "the form")
    at.idle()
    at.show("record")
    at.go_to_title()
    at.press("Ctrl+A")
    at.type(TITLE)
    at.press("Ctrl+Enter")
    at.until(lambda: at.value("SELECT title FROM incidents WHERE incident_id = %s", RECORD) == TITLE, "the new title")
    at.idle()
    at.show("saved")
    at.press("Alt+Left")
    at.wait(lambda: at.window.content.currentWidget() is at.window.content.pages, "the tab")


def change_the_look(at: Person) -> None:
    at.run_from_palette(f"@{PERSONA}", PERSONA)
    at.wait(lambda: at.reader == PERSONA, "the other persona")
    at.idle()
    at.show("persona")
    at.run_from_palette(">dark", "dark")
    at.wait(lambda: at.desk.bench.theme.dark, "the dark theme")
    at.press("Ctrl+plus", "Ctrl+plus")
    at.wait(lambda: at.desk.bench.theme.zoom == 125, "the zoom")
    at.idle()
    at.show("look")


def tear_off_and_type(at: Person) -> None:
    at.run_from_palette(AWAY, AWAY)
    at.wait(lambda: at.window.content.pages.current_key == AWAY, "the other tab")
    at.press("Ctrl+Shift+O")
    at.wait(lambda: bool(at.own_windows.windows) and at.own_windows.windows[0].isActiveWindow(), "a window of its own")
    at.idle()
    at.see(lambda: at.own_windows.windows[0].setGeometry(*AWAY_PLACE))  # as if dragged there
    at.idle()
    at.show("own-window")
    at.to_front()
    at.run_from_palette(TAB, TAB)
    at.wait(lambda: at.window.content.pages.current_key == TAB and bool(at.table.source.total), "the list")
    at.idle()
    everything = at.see(lambda: at.table.source.total)
    if at.mouse:
        at.click(lambda: at.table.bar.search)
    else:
        at.press("/")
    at.wait(lambda: at.table.bar.search.hasFocus(), "the search field")
    at.type(WORDS)
    at.wait(lambda: at.table.bar.text == WORDS and at.table.source.total != everything, "fewer rows")
    at.idle()
    at.press("Down", "Down")
    at.show("chosen")
    at.press("Enter")
    at.wait(lambda: at.form() is not None, "the form beside the list")
    at.idle()
    at.go_to_title()
    at.press("Ctrl+A")
    at.type(TYPED)
    at.until(lambda: at.see(lambda: is_kept(at)), "what was typed and arranged to be kept")
    at.show("typed")


def is_elsewhere(held: QWidget | None) -> bool:
    """Whether the keyboard has moved on."""
    return QApplication.focusWidget() is not held


def is_kept(at: Person) -> bool:
    keeper = at.window.memory.keeper
    assert keeper.path is not None
    stored = Keeper(keeper.path)
    assert at.window.context is not None
    stored.serve(at.window.context.reader.user_id)
    view, tab = stored.kept(f"view/{PERSONA}"), json.dumps(dict(stored.kept(f"tab/{PERSONA}/{TAB}")))
    drafts = str(at.value("SELECT json_agg(d)::text FROM desktop.drafts d"))
    look = at.value("SELECT count(*) FROM user_preferences p WHERE p::text LIKE '%%125%%' AND p::text LIKE '%%dark%%'")
    return TYPED in drafts and view.get("tab") == TAB and bool(view.get("windows")) and WORDS in tab and look == 1


def come_back(at: Person) -> None:
    """The next start."""
    at.wait(lambda: at.window.content.pages.current_key == TAB, "the tab")
    at.wait(lambda: at.form() is not None and bool(at.own_windows.windows), "the form and the window")
    at.idle()
    at.wait(lambda: bool(at.board.findChildren(DraftBar)), "the word about the draft")
    at.show("back")
    said = at.see(lambda: at.board.findChildren(DraftBar)[0].text)
    print(json.dumps(at.see(at.found) | {"said": said, "tour": at.see(lambda: at.tour.running)}), flush=True)
    Event().wait()


def main() -> int:
    """Start the program with a person before it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--act", choices=("begin", "return"), required=True)
    parser.add_argument("--no-mouse", action="store_true")
    given = parser.parse_args()
    from ui.app.start import run

    person = Person(given.url, given.folder, given.act, mouse=not given.no_mouse)
    person.start()
    return run(parse_arguments(["--database-url", given.url]))


if __name__ == "__main__":
    sys.exit(main())
