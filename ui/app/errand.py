"""What the command line asked to see first: a tab, a record, a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from ui.app.program import Program


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

    @Slot(object)
    def _on_view(self, _view: object) -> None:
        self._program.workspace.view_changed.disconnect(self._on_view)
        self.done.emit(self._carry_out())

    def _carry_out(self) -> str:
        window = self._program.window
        if self._tab:
            if window.content.pages.tab(self._tab) is None:
                known = ", ".join(tab.key for tab in window.content.pages.tabs())
                return f"This persona has no tab “{self._tab}”. Its tabs: {known or 'none'}."
            window.choose_tab(self._tab)
        if self._form:
            window.show_form({"form_type": self._form, "record_id": self._record or None}, _title(self._form))
        elif self._record:
            page = window.content.pages.page(window.content.pages.current_key)
            opened = page is not None and any(c.show_record(self._record) for c in page.components())
            return "" if opened else "The tab shows no records to open by their number."
        return ""


def _title(form_type: str) -> str:
    return form_type.replace("_", " ").replace(".", ": ").capitalize()
