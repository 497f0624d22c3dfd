"""One row of a repeating field in a form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from jarvis_desktop.forms.types import FormRecord
from ui.core.measures import SPACE_12, SPACE_16, zoomed
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.forms.widgets.repeat.model import RowsModel

_SIZE = (640, 520)


class RowDialog(QDialog):
    """Shows the fields of a row; OK takes them into the rows when nothing is wrong with them."""

    def __init__(self, rows: RowsModel, place: int, theme: Theme, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self._rows = rows
        self._place = place
        self._row = rows.rows[place]
        item = rows.judge.item
        self.view = FormView(item, theme, self)
        outer = _form_around(parent)
        if outer is not None and outer.desks is not None:
            self.view.serve(outer.desks, creates=False)
        values = {field.key: rows.judge.value(self._row, field.key) for field in item.fields}
        self.view.set_record(FormRecord(item.form_type, "", item.title, values))
        self.view.set_writable(writable=writable)
        self.view.save_requested.connect(self._take)
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel if writable else kinds.Close, self)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.view, 1)
        column.addWidget(self._buttons)
        self.resize(*map(zoomed, _SIZE))
        self.finished.connect(self.deleteLater)
        self.view.focus_first()

    @Slot()
    def _take(self) -> None:
        if not self.view.check():
            return
        changed = self.view.changed_values()
        # The rows may have been shown anew meanwhile, by an undo or a change made elsewhere.
        if changed and self._place < len(self._rows.rows) and self._rows.rows[self._place] is self._row:
            self._rows.replace(self._place, self._rows.judge.entered(self._row, changed))
        self.accept()


def _form_around(widget: QWidget | None) -> FormView | None:
    while widget is not None and not isinstance(widget, FormView):
        widget = widget.parentWidget()
    return widget
