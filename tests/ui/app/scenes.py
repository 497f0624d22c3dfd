"""A person goes where no tab leads: pages in each of their states, questions, popups, menus, the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from jarvis_desktop.people.notifications.types import Notification, Tone
from jarvis_desktop.tables.types import Filter, Operator
from tests.ui.app.test_walk_pages import table_of
from ui.components.record_form import RecordForm
from ui.components.table.bulk_edit import BulkEditPanel
from ui.components.table.header_menu import header_menu
from ui.forms.widgets.dates import DateWidget
from ui.imports.page import ImportPage
from ui.imports.steps import Step
from ui.people.set_up import SetUpPage
from ui.tables.moment_field import MomentField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.components.component import ComponentContext
    from ui.components.record_table import RecordTable

ROWS = "Incident;Title;Prio;Last contact\n;Printer stuck;High;2026-04-03\n;;banana;2026-01-02\n"


class Scenes:
    """Walks through the running program; each walk yields the name of where it stands, for others to look at."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self.program = program
        self.window = program.window
        self.qtbot = qtbot
        self.folder = folder

    def tops(self) -> list[QWidget]:
        """The window, and what stands in front of it."""
        others = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window)
        return [self.window, *others]

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=20_000)

    def rest(self) -> None:
        """Leave every page, popup and dialogue."""
        self._close_popups()
        self.context.close_page()
        self.idle()

    @property
    def context(self) -> ComponentContext:
        context = self.window.context
        assert context is not None
        return context

    def table(self) -> RecordTable:
        table = table_of(self.program, self.qtbot)
        self.qtbot.waitUntil(lambda: table.source.model.rowCount() > 1, timeout=10_000)
        return table

    def importing(self) -> Iterator[str]:
        """All steps of an import, with a row that is refused."""
        file = self.folder / "rows.csv"
        file.write_text(ROWS)
        self.window.open_component("import", "", {"table": "incidents", "label": "Incidents"})
        self.idle()
        page = self.window.content.page.page
        assert isinstance(page, ImportPage)
        page.open_file(str(self.folder / "missing.csv"))
        self.idle()
        yield "import, no such file"
        page.open_file(str(file))
        for step in (Step.FILE, Step.COLUMNS, Step.CHECK, Step.RESULT):
            self.idle()
            assert page.step is step
            yield f"import, {step.name.lower()}"
            if step is not Step.RESULT:
                QTest.keyClick(page.next, Qt.Key.Key_Space)
        self.rest()

    def editing_many(self) -> Iterator[str]:
        """Bulk edit, begun and stored."""
        table = self.table()
        table.view.setCurrentIndex(table.source.model.index(0, 0))
        assert table.menu.run("bulk_edit")
        self.idle()
        page = self.window.content.page.page
        assert isinstance(page, BulkEditPanel)
        yield "bulk edit"
        for key in ("priority", "title"):
            page.add_field(key)
        self.idle()
        yield "bulk edit, fields"
        page.store()
        self.idle()
        yield "bulk edit, refused"
        self.rest()

    def deleting(self) -> Iterator[str]:
        """A row is deleted: what is said, and taking it back."""
        table = self.table()
        table.view.setCurrentIndex(table.source.model.index(0, 0))
        self.idle()
        assert table.menu.run("delete_rows")
        self.idle()
        yield "deleted"
        self.program.commands.run("edit.undo")
        self.idle()

    def narrowing(self) -> Iterator[str]:
        """Filters in words, one being edited, groups, the card of a link."""
        table = self.table()
        table.bar.narrow((Filter("priority", Operator.EQ, "high"), Filter("title", Operator.CONTAINS, "a")), "")
        self.idle()
        for column in ("title", "priority", "updated_at"):
            table.bar.begin(column)
            self.idle()
            yield f"filter, {column}"
            for field in table.bar.editor.findChildren(MomentField):
                if field.isVisible():
                    field.open_popup()
                    yield "filter, calendar"
            self._close_popups()
            table.bar.editor.cancelled.emit()
        table.bar.clear()
        table.grouping.group("status")
        self.idle()
        yield "groups"
        table.grouping.group("")
        self.idle()

    def forms(self) -> Iterator[str]:
        """A record with its lists open, its calendars, and typed input at the moment of leaving."""
        table = self.table()
        table.view.setCurrentIndex(table.source.model.index(0, 0))
        page = self.window.content.pages.page("incidents")
        assert page is not None
        self.qtbot.waitUntil(lambda: any(form.view for form in page.findChildren(RecordForm)), timeout=10_000)
        self.idle()
        form = next(form.view for form in page.findChildren(RecordForm) if form.view)
        calendars = [each for field in form.definition.fields if isinstance(each := form.widget(field.key), DateWidget)]
        for calendar in calendars[:1]:
            calendar.findChildren(QAction)[0].trigger()
            yield "form, calendar"
            self._close_popups()
        title = next(each for each in form.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly())
        QTest.keyClicks(title, " x")
        self.window.close()
        self.idle()
        yield "closing"
        stay = self.window.findChild(QPushButton, "stay")
        assert stay is not None
        stay.click()
        form.revert()
        self.idle()

    def lists(self, root: QWidget) -> Iterator[str]:
        """Every list of choices in sight below `root`, open."""
        for box in root.findChildren(QComboBox):
            if box.isVisible() and box.isEnabled():
                box.showPopup()
                yield f"list {box.objectName()}"
                box.hidePopup()

    def menus(self) -> Iterator[str]:
        """Every menu that a button in sight, the menu bar or a table opens."""
        table = self.table()
        bar = self.window.menuBar()
        menus = [action.menu() for action in bar.actions()]
        menus += [button.menu() for button in self.window.findChildren(QToolButton) if button.isVisible()]
        for menu in menus:
            if isinstance(menu, QMenu):
                yield from self._opened(menu)
        yield from self._opened(header_menu(table, 1, table.source.model.columns[1]))

    def _opened(self, menu: QMenu) -> Iterator[str]:
        menu.popup(self.window.mapToGlobal(QPoint(300, 100)))
        yield f"menu {menu.objectName() or menu.title()}"
        menu.close()

    def notifications(self) -> Iterator[str]:
        """The notification centre with something in it."""
        desk = self.program.telling.notifications
        with self.qtbot.waitSignal(desk.told, timeout=10_000):
            for tone in Tone:
                desk.notify(Notification("INC-35", tone=tone))
        self.idle()
        desk.toggle_panel()
        self.idle()
        yield "notifications"
        desk.toggle_panel()

    def setting_up(self) -> Iterator[str]:
        """The questions of the first start."""
        page = SetUpPage(self.context)
        self.context.open_page("", page)
        self.idle()
        yield "set-up"
        yield from self.lists(page)
        self.rest()

    def touring(self) -> Iterator[str]:
        """Every step of the tour, and the question at its end."""
        tour = self.program.helping.tour
        tour.begin()
        seen = ""
        while tour.running and tour.step != seen:
            seen = tour.step
            self.idle()
            yield f"tour, {seen}"
            tour.go_on()
        if tour.running:
            tour.end()
        self.idle()

    def searching(self) -> Iterator[str]:
        """Search and palette with something found, and with nothing."""
        for command, words in (("go.search", "inc"), ("go.palette", "inc"), ("go.palette", "qqqzzz")):
            self.program.commands.run(command)
            self.idle()
            field = QApplication.focusWidget() or self.window
            popup = self.program.searching.popup
            if command == "go.search":
                assert popup is not None
                field = popup.box.field
                popup.box.field.setText(words)
                self.qtbot.waitUntil(popup.box.list.isVisible, timeout=10_000)
            elif isinstance(field, QLineEdit):
                field.setText(words)
            self.idle()
            yield f"{command}, {words}"
            QTest.keyClick(field, Qt.Key.Key_Escape)
            QTest.keyClick(field, Qt.Key.Key_Escape)

    def _close_popups(self) -> None:
        for top in self.tops()[1:]:
            top.close()


def every(scenes: Scenes) -> tuple[Callable[[], Iterator[str]], ...]:
    """All walks, one after the other."""
    return (
        scenes.notifications,
        scenes.forms,
        scenes.narrowing,
        scenes.editing_many,
        scenes.importing,
        scenes.menus,
        scenes.searching,
        scenes.setting_up,
        scenes.touring,
        scenes.deleting,
    )
