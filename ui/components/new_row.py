"""A new row, made while a form needs it to choose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import Option
from jarvis_desktop.tables.labels import singular
from ui.components.record_form import RecordForm
from ui.core.measures import SPACE_16, zoomed
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.forms.lookups.types import OptionSource
    from ui.components.component import ComponentContext

_SIZE = (640, 560)


class NewRowDialog(QDialog):
    """The form for a new row of a source's table; `chosen` gets the row as a choice once it is stored."""

    def __init__(
        self,
        context: ComponentContext,
        source: OptionSource,
        chosen: Callable[[Option], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._source = source
        self._chosen = chosen
        self.setWindowTitle(tr("New {kind}", kind=singular(source.table)))
        self.form = RecordForm(context, {"table": source.table}, self)
        self.form.saved.connect(self._on_saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.addWidget(self.form)
        self.resize(*map(zoomed, _SIZE))
        self.finished.connect(self.deleteLater)

    def _on_saved(self, changes: Changes) -> None:
        source = self._source
        stored = next(iter(changes.rows.get(source.table) or ()), None)
        if stored is not None:
            work = partial(self._context.services.tables.record, source.table, stored)
            self._context.tasks.submit(Lane.READ, work, done=self._on_read, owner=self)

    def _on_read(self, row: Any) -> None:
        value, label = row.values.get(self._source.value), row.values.get(self._source.label)
        if value is not None:
            self._chosen(Option(value, str(label or value)))
        self.accept()
