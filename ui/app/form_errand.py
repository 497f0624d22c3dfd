"""Opens a form by itself, as the command line asked, to be rendered whole; also one that a file describes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.defaults import initial_values
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.schema_import import import_example
from jarvis_desktop.forms.types import OpenedForm
from jarvis_desktop.forms.validation import FormValidator
from ui.core.tasks import Lane
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.metadata.types import Reader
    from ui.app.program import Program
    from ui.core.theme import Theme

USUAL_WIDTH = 900


class FormErrand(QObject):
    """Reads a form, with a record or as a new one begins, and shows all of it at once. Nothing is stored.

    Signals:
        done (str): it can be rendered; the text says what was not possible, or is empty.
    """

    done = Signal(str)

    def __init__(self, program: Program, theme: Theme, *, form: str, record: str, width: int) -> None:
        super().__init__(program)
        self._program = program
        self._theme = theme
        self._form = form
        self._record = record
        self._width = width
        self._view: FormView | None = None
        program.workspace.view_changed.connect(self._on_view)

    @property
    def subject(self) -> QWidget:
        """What to render."""
        return self._program.window if self._view is None else self._view

    @Slot(object)
    def _on_view(self, _view: object) -> None:
        workspace = self._program.workspace
        workspace.view_changed.disconnect(self._on_view)
        assert workspace.services is not None
        assert workspace.view is not None
        reader = workspace.view.reader
        if self._form.endswith(".json"):
            work = partial(opened_example, Path(self._form), reader)
        else:
            work = partial(workspace.services.forms.open, self._form, self._record or None, reader)
        self._program.tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: OpenedForm) -> None:
        self._view = FormView(opened.definition, self._theme)
        self._view.lookups.expect(opened.offers)
        if opened.record is None:
            self._view.set_initial(opened.initial)
        else:
            self._view.set_record(opened.record)
        self._view.set_writable(writable=not opened.refusal)
        self._view.show_whole(self._width)
        self.done.emit("")

    def _on_failed(self, error: JarvisError) -> None:
        self.done.emit(f"{error.message} {error.hint}".strip())


def opened_example(file: Path, reader: Reader) -> OpenedForm:
    """The form of a JSON Forms example, with its data entered. Raises ConfigurationError."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=file, strerror=error)
        ) from error
    types = field_types()
    imported = import_example(text, file.stem, types)
    definition = imported.definition
    given = FormValidator(definition, types).normalised(imported.values)
    return OpenedForm(definition, None, {**initial_values(definition, reader, types), **given})
