"""What the tour shows: each step points at a real part of the window and may ask to be tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMainWindow, QWidget

from jarvis_desktop.core.words import Text, mark
from ui.core.commands import Group

if TYPE_CHECKING:
    from ui.core.workbench import Workbench

_NOTHING = Text("")
Spot = Callable[["Workbench"], "QRect | None"]
"""Where a part of the window is, in the window's coordinates; None when it is not there for this person."""


@dataclass(frozen=True, slots=True)
class TourStep:
    """One card.

    `spot` finds what it points at (None: nothing, the card stands in the middle). `state` tells something that changes
    when the person does what `task` asks for.
    """

    key: str
    title: Text
    text: Text
    spot: Spot | None = None
    task: Text = _NOTHING
    state: Callable[[Workbench], object] | None = None


def seen(window: QMainWindow, *names: str) -> QWidget | None:
    """The first widget in sight of one of these object names."""
    for name in names:
        for widget in window.findChildren(QWidget, name):
            if not area(window, widget).isEmpty():
                return widget
    return None


def area(window: QMainWindow, widget: QWidget) -> QRect:
    """Where a widget is seen in the window; empty for one that is hidden or scrolled away."""
    if not widget.isVisible() or not window.isAncestorOf(widget):
        return QRect()
    place, around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()), widget.parentWidget()
    while around is not None:
        place = place.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = None if around is window else around.parentWidget()
    return place


def _part(*names: str) -> Spot:
    def find(bench: Workbench) -> QRect | None:
        widget = seen(bench.window, *names)
        return None if widget is None else area(bench.window, widget)

    return find


def _menu(group: Group) -> Spot:
    """A menu of the menu bar."""

    def find(bench: Workbench) -> QRect | None:
        bar = bench.window.menuBar()
        if not bar.isVisible():
            return None
        for action in bar.actions():
            if action.text().replace("&", "") == group.label:
                place = bar.actionGeometry(action)
                return QRect(bar.mapTo(bench.window, place.topLeft()), place.size())
        return None

    return find


def _table(bench: Workbench) -> QAbstractItemView | None:
    found = [
        view
        for view in bench.window.findChildren(QAbstractItemView, "table")
        if view.model() is not None and not area(bench.window, view).isEmpty()
    ]
    return found[0] if found else None


def _cell(bench: Workbench) -> QRect | None:
    """A cell of the current row of the table in view, if the person may write."""
    context = bench.context
    if context is None or not context.reader.may("records.write"):
        return None
    return _row(bench, whole=False)


def _row(bench: Workbench, *, whole: bool = True) -> QRect | None:
    """The current row of the table in view, or the first of its cells that is in sight."""
    view = _table(bench)
    if view is None or not view.model().rowCount():
        return None
    row = max(0, view.currentIndex().row())
    cells = [view.visualRect(view.model().index(row, column)) for column in range(view.model().columnCount())]
    seen_cells = [cell.intersected(view.viewport().rect()) for cell in cells]
    shown = [cell for cell in seen_cells if not cell.isEmpty()]
    if not shown:
        return None
    place = shown[0].united(shown[-1]) if whole else shown[0]
    return QRect(view.viewport().mapTo(bench.window, place.topLeft()), place.size())


def _form(bench: Workbench) -> QRect | None:
    """The form in view, or the row that opens one."""
    from ui.components.record_form import RecordForm

    for form in bench.window.findChildren(RecordForm):
        place = area(bench.window, form)
        if form.view is not None and not place.isEmpty():
            return place
    return _row(bench)


def _is_editing(bench: Workbench) -> object:
    return seen(bench.window, "cellEditor") is not None


def _tab(bench: Workbench) -> object:
    return bench.current_tab


def _filtered(bench: Workbench) -> object:
    field = seen(bench.window, "search")
    return isinstance(field, QLineEdit) and bool(field.text().strip())


def _palette_open(_bench: Workbench) -> object:
    return any(
        widget.isVisible() and widget.objectName() in {"palette", "palettePanel", "searchPopup"}
        for widget in QApplication.allWidgets()
    )


STEPS: tuple[TourStep, ...] = (
    TourStep(
        "welcome",
        mark("Welcome to JARVIS Desktop"),
        mark(
            "This tour takes five minutes and shows where things are. You can leave it at any time with Esc, and take "
            "it again from the menu Help."
        ),
    ),
    TourStep(
        "rail",
        mark("Your tabs"),
        mark(
            "The rail lists what you work with. Which tabs you see depends on the persona you work as. Ctrl+1 to "
            "Ctrl+9 go to the first nine."
        ),
        _part("rail"),
        mark("Try it: go to another tab."),
        _tab,
    ),
    TourStep(
        "palette",
        mark("Everything by its name"),
        mark(
            "Ctrl+K opens the palette: tabs, records, personas and every command, by a few letters of their name. The "
            "keys for a command stand beside it."
        ),
        _part("paletteOpener"),
        mark("Try it: press Ctrl+K, then Esc."),
        _palette_open,
    ),
    TourStep(
        "filter",
        mark("Narrow a table"),
        mark(
            "Type here to keep the rows that hold your words. / takes you to this field, “Filter” asks one column, and "
            "a click on a heading sorts."
        ),
        _part("search"),
        mark("Try it: type a few letters."),
        _filtered,
    ),
    TourStep(
        "cell",
        mark("Edit where it stands"),
        mark("F2 edits the cell you are on. Enter stores it and goes down, Tab goes to the next one, Esc gives up."),
        _cell,
        mark("Try it: choose a cell and press F2, then Esc."),
        _is_editing,
    ),
    TourStep(
        "form",
        mark("The record as a form"),
        mark(
            "Enter on a row opens its form. What you change is marked, and Ctrl+Enter stores it. A value that is not "
            "right is named at its field. Leaving with unsaved input asks first."
        ),
        _form,
    ),
    TourStep(
        "undo",
        mark("Take it back"),
        mark(
            "Ctrl+Z takes back what was stored: one cell, a hundred records changed together, a whole import. The menu "
            "names what would be undone."
        ),
        _menu(Group.EDIT),
    ),
    TourStep(
        "notifications",
        mark("What happened meanwhile"),
        mark(
            "The bell keeps what the program told you, such as an export that is finished. Quiet hours are yours to "
            "set."
        ),
        _part("bell"),
    ),
    TourStep(
        "help",
        mark("Help where you are"),
        mark(
            "F1 opens the page about what you are looking at. The menu Help also lists all keys, and Diagnose tells "
            "what is wrong when something is."
        ),
        _menu(Group.HELP),
    ),
)
"""The tour, in its order; a step whose part is not there for a person is left out."""
