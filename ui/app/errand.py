"""What the command line asked to see first: a tab, a record, a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.app.program import Program
    from ui.shell.main_window import MainWindow


class Errand(QObject):
    """Carries out the request once, when the tabs are there.

    Signals:
        done (str): carried out; the text says what was not possible, or is empty.
    """

    done = Signal(str)

    def __init__(self, program: Program, *, tab: str, record: str, form: str) -> None:
        super().__init__(program)
        self._program = program
        self._tab = tab
        self._record = record
        self._form = form
        program.workspace.view_changed.connect(self._on_view)

    @property
    def subject(self) -> QWidget:
        """What to render: the window."""
        return self._program.window

    @Slot(object)
    def _on_view(self, _view: object) -> None:
        self._program.workspace.view_changed.disconnect(self._on_view)
        self.done.emit(carry_out(self._program.window, tab=self._tab, record=self._record, form=self._form))


def carry_out(window: MainWindow, *, tab: str, record: str, form: str) -> str:
    """Show what was asked for; answers what was not possible, or ""."""
    if tab:
        if window.content.pages.tab(tab) is None:
            known = ", ".join(tab.key for tab in window.content.pages.tabs())
            return tr("This persona has no tab “{tab}”. Its tabs: {known}.", tab=tab, known=known or tr("none"))
        window.choose_tab(tab)
    if form:
        from jarvis_desktop.forms.labels import form_title  # a usual start asks for no form

        window.show_form({"form_type": form, "record_id": record or None}, form_title(form))
    elif record:
        page = window.content.pages.page(window.content.pages.current_key)
        opened = page is not None and any(c.show_record(record) for c in page.components())
        return "" if opened else tr("The tab shows no records to open by their number.")
    return ""
