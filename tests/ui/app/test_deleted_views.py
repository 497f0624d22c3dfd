"""A saved view that was deleted comes back, by the toast and by the menu Edit, and goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from jarvis_desktop.tables.codec import Narrowing
from ui.components.master_detail import MasterDetail
from ui.components.table.saved_filters import SavedFilters

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


class Shelf:
    """The saved views of the incidents, in the window and in the database."""

    def __init__(self, program: Program, psql: psycopg.Connection, qtbot: QtBot) -> None:
        self.program = program
        self.psql = psql
        self.qtbot = qtbot
        program.window.choose_tab("incidents")
        self.idle()

    @property
    def saved(self) -> SavedFilters:
        page = self.program.window.content.pages.page("incidents")
        assert page is not None
        saved = next(part for part in page.components() if isinstance(part, MasterDetail)).table.saved
        assert saved is not None
        return saved

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=10_000)

    def open(self) -> list[str]:
        """What the menu lists; it is filled as it opens."""
        self.saved.menu.aboutToShow.emit()
        self.idle()
        self.saved.menu.aboutToHide.emit()
        return [view.name for view in self.saved.views]

    def delete(self, name: str) -> None:
        self.open()
        self.saved.menu.aboutToShow.emit()
        deletions = self.saved.menu.findChild(QMenu, "deleteViews")
        assert deletions is not None
        next(entry for entry in deletions.actions() if entry.text() == name).trigger()
        self.idle()

    def stored(self) -> list[tuple[object, ...]]:
        return self.psql.execute("SELECT id, name, owner, shared, definition FROM desktop.saved_filters").fetchall()


def test_a_deleted_view_comes_back_and_goes_again(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    shelf = Shelf(start("john"), psql, qtbot)
    window, context = shelf.program.window, shelf.program.window.context
    assert context is not None
    context.services.views.save("incidents", "Printers", Narrowing((), "printer"), context.reader)
    before = shelf.stored()
    shelf.delete("Printers")
    assert shelf.stored() == []
    assert window.toast.text == "View “Printers” deleted"
    assert window.menus.edit.undo.text() == "Undo: deletion of view “Printers”"
    button = window.toast.findChild(QPushButton, "toastAction0")
    assert button is not None
    button.click()
    shelf.idle()
    assert shelf.stored() == before
    assert shelf.open() == ["Printers"]
    window.menus.redo_chosen.emit()
    shelf.idle()
    assert shelf.stored() == []
    context.services.views.save("incidents", "Printers", Narrowing(), context.reader)
    window.menus.undo_chosen.emit()
    shelf.idle()
    assert "called “Printers” already" in window.toast.text
