"""A record opened above its tab, with the way back in the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.core.measures import SPACE_12, SPACE_16

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.components.component import Component


class RecordView(QWidget):
    """Holds one record form at a time; `build` makes it from the props of `record_form`."""

    def __init__(self, build: Callable[[Mapping[str, object]], Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._form: Component | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)

    @property
    def form(self) -> Component | None:
        """The form shown."""
        return self._form

    def show_record(self, props: Mapping[str, object]) -> None:
        """Show the form of `props` in place of the one before."""
        self.clear()
        self._form = self._build(props)
        self._column.addWidget(self._form)

    def clear(self) -> None:
        """Show nothing; what was typed and not saved is given up."""
        form = self.take()
        if form is not None:
            form.give_up()
            form.hide()
            form.deleteLater()

    def take(self) -> Component | None:
        """Hand the form out as it is, typed input included."""
        form, self._form = self._form, None
        if form is not None:
            self._column.removeWidget(form)
        return form

    def adopt(self, form: Component) -> None:
        """Show a form that another window had."""
        self.clear()
        self._form = form
        self._column.addWidget(form)
        form.show()

    def loses_input(self) -> bool:
        """Whether typed input of the form would be gone when the program ends."""
        return self._form is not None and self._form.loses_input()

    def has_unsaved_input(self) -> bool:
        """Whether the form shown holds typed input that is not stored."""
        return self._form is not None and self._form.has_unsaved_input()
