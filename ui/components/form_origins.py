"""Where the values of a record come from, said in its form; and the version of the form it was filled under."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.origins.types import How
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS
from ui.core.locale import here
from ui.core.notice import Notice
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.origins.types import Origin, Origins
    from jarvis_desktop.forms.types import OpenedForm
    from ui.components.component import ComponentContext
    from ui.forms.form_view import FormView
    from ui.forms.header import FormHeader


class FormOrigins(QObject):
    """Follows the header's switch; `shown` gives the form on the screen, `say` shows a notice above it."""

    def __init__(
        self,
        context: ComponentContext,
        header: FormHeader,
        shown: Callable[[], tuple[FormView, OpenedForm] | None],
        say: Callable[[Notice | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._widget = parent
        self._shown = shown
        self._say = say
        self._filled_under = 0
        self._reading: Latest[Origins] = Latest()
        header.origins.toggled.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Show them for what the form holds now, or take them away; only a stored record has any."""
        shown = self._shown()
        record = None if shown is None else shown[1].record
        self._header.origins.setVisible(record is not None)
        if shown is None or record is None or not self._header.origins.isChecked():
            self._reading.drop()
            if shown is not None:
                shown[0].show_origins({})
            return
        services, reader = self._context.services, self._context.reader
        work = partial(services.forms.origins, record.form_type, record.id, reader)
        self._reading.keep(self._context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_failed))

    def _on_read(self, origins: Origins) -> None:
        shown = self._shown()
        if shown is None:
            return
        view = shown[0]
        known = origins.by_field
        view.show_origins(
            {
                field.key: origin_words(known[field.key]) if field.key in known else tr("Where from is not known")
                for field in view.definition.fields
                if field.kind not in TEXT_ONLY_KINDS and not field.notice and view.values().get(field.key) is not None
            }
        )
        if origins.filled_under and origins.filled_under != origins.in_force:
            self._filled_under = origins.filled_under
            words = tr("Since then version {n} came into force.", n=origins.in_force) if origins.in_force else ""
            notice = Notice(
                tr("Filled under version {n} of this form", n=origins.filled_under),
                words,
                theme=self._context.theme,
                tone="info",
                action_text=tr("Side by side"),
            )
            notice.action.connect(self.compare)
            self._say(notice)

    @Slot()
    def compare(self) -> None:
        """Show the record under the version that it was filled under, beside the one of today."""
        shown = self._shown()
        if shown is None or shown[1].record is None:
            return
        record, services, reader = shown[1].record, self._context.services, self._context.reader
        work = partial(services.forms.open_under, record.form_type, record.id, self._filled_under, reader)
        self._context.tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_failed, owner=self)

    def _on_opened(self, before: OpenedForm) -> None:
        shown = self._shown()
        if shown is not None:
            from ui.forms.version_dialog import VersionDialog  # only for who compares

            VersionDialog(before, shown[1], self._context.theme, self._widget).open()

    def _on_failed(self, error: JarvisError) -> None:
        self._header.origins.setChecked(False)
        self._say(Notice.for_error(error, theme=self._context.theme))


def origin_words(origin: Origin) -> str:
    """Where a value comes from, as people read it below its field."""
    when = here().instant(origin.at)
    match origin.how:
        case How.TYPED:
            said = tr("Typed by {who}, {when}", who=origin.person, when=when)
        case How.COMPUTED:
            said = tr("Computed when {who} saved, {when}", who=origin.person, when=when)
        case How.BEGUN:
            said = tr("As a new record begins; saved by {who}, {when}", who=origin.person, when=when)
        case _:
            said = tr("{edit}, by {who}, {when}", edit=f"{origin.edit[:1].upper()}{origin.edit[1:]}",
                      who=origin.person, when=when)  # fmt: skip
    return tr("{said} · version {n}", said=said, n=origin.version) if origin.version else said
