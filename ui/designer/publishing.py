"""The component `form_publishing`: what publishing a form would change, and the form's versions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition
from ui.components.component import Component, ComponentContext, Props
from ui.core.elided import ElidedLabel
from ui.core.locale import here
from ui.core.measures import SPACE_8, SPACE_12, zoomed
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.designer.publication_view import PublicationView
from ui.forms.form_view import FormView
from ui.forms.widgets.choices import ChoiceBox

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.versions.types import Publication, Published, PublishedVersion
    from jarvis_desktop.metadata.types import Reader

_ASKED_HEIGHT = 110


@dataclass(frozen=True, slots=True)
class _Read:
    """All that the page shows of one form."""

    publication: Publication
    versions: tuple[PublishedVersion, ...]


class FormPublishing(Component):
    """Choose a form, see what changes and what that refuses, say why and from when on, publish.

    Props: `form_type`, the form that is chosen first.
    """

    help_page = "form-versions"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._read: _Read | None = None
        self._wanted = str(props.get("form_type") or "")
        self._reading: Latest[_Read] = Latest()
        self.box = ChoiceBox(self)
        self.box.setObjectName("publishedForm")
        self.box.setAccessibleName(tr("Form"))
        self.box.setMinimumContentsLength(24)
        self.box.activated.connect(self._on_chosen)
        self._said = ElidedLabel(role="muted", parent=self)
        self.view = PublicationView(context.theme, self)
        self.asked = FormView(_asked(), context.theme, self)
        self.asked.set_initial({})
        self.asked.setFixedHeight(zoomed(_ASKED_HEIGHT))
        self.despite = QCheckBox(self)
        self.despite.setObjectName("despiteExamples")
        self.despite.toggled.connect(self._show_state)
        self.button = QPushButton(tr("Publish"), self)
        self.button.setObjectName("publish")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.publish)
        column = self._lay_out()
        self._notice = NoticePlace(column, 1)
        self.setFocusProxy(self.box)
        self._show_state()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"form_field_definitions", "form_templates"})

    @override
    def has_unsaved_input(self) -> bool:
        return self.asked.dirty

    @override
    def reload(self, changes: Changes) -> None:
        services, reader = self.context.services, self.context.reader
        work = partial(services.form_versions.form_types, reader)
        self.context.tasks.submit(Lane.READ, work, done=self._on_forms, failed=self._refuse)

    @property
    def form_type(self) -> str:
        """The form that is shown, or ""."""
        return str(self.box.currentData() or "")

    def choose(self, form_type: str) -> None:
        """Show a form."""
        place = self.box.findData(form_type)
        if place >= 0:
            self.box.setCurrentIndex(place)
            self._on_chosen()

    @Slot()
    def publish(self) -> None:
        """Publish what is shown, unless what was entered for it is wrong."""
        if self._read is None or not self.asked.check():
            return
        values = self.asked.values()
        work = partial(
            self.context.services.form_versions.publish,
            self.form_type,
            self.context.reader,
            effective_from=values["effective_from"],
            note=str(values["note"] or ""),
            despite_examples=self.despite.isChecked(),
        )
        if self.button.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt gives it to whatever comes next
        self.button.setEnabled(False)
        self.context.tasks.submit(Lane.WRITE, work, done=self._on_published, failed=self._on_refused, owner=self)

    def _on_forms(self, types: tuple[tuple[str, str], ...]) -> None:
        chosen = self._wanted or self.form_type
        self._wanted = ""
        self.box.clear()
        for form_type, title in types:
            self.box.addItem(f"{title} ({form_type})", form_type)
        if not types:
            text = tr("A form is rows of form_field_definitions; they are edited in the tab Forms and tabs.")
            self._notice.say(Notice(tr("There are no forms yet"), text, theme=self.context.theme, tone="empty"))
            return
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        work = partial(_read, self.context.services, self.form_type, self.context.reader)
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._show, failed=self._refuse))

    def _show(self, read: _Read) -> None:
        self._read = read
        found = read.publication
        self.view.show_publication(found, read.versions)
        self._said.set_full_text(_state(read))
        notice = None
        if found.rings:
            text = "\n".join(found.rings)
            title = tr("Fields wait for each other in a ring")
            notice = Notice(title, text, theme=self.context.theme, tone="danger")
        elif found.faults:
            title = tr_n("{n} fault in this form", "{n} faults in this form", len(found.faults))
            notice = Notice(title, "\n".join(found.faults[:5]), theme=self.context.theme, tone="warning")
        self._notice.say(notice)
        count = len(found.examples)
        self.despite.setText(
            tr_n("Publish although {n} of these records could not be saved as it is",
                 "Publish although {n} of these records could not be saved as they are", count)
        )  # fmt: skip
        self.despite.setVisible(bool(count))
        self.despite.setChecked(False)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        found = self._read.publication if self._read is not None else None
        number = found.before + 1 if found is not None else 1
        self.button.setText(tr("Publish version {n}", n=number))
        changed = found is not None and (not found.before or bool(found.changes)) and not found.rings
        agreed = found is not None and (not found.examples or self.despite.isChecked())
        self.button.setEnabled(changed and agreed and self.context.reader.may("forms.publish"))

    def _on_published(self, published: Published) -> None:
        version = published.version
        self.asked.set_initial({})
        self.context.say(tr("Version {n} is published", n=version.number))
        self.context.bus.publish(published.changes)
        self._on_chosen()

    def _on_refused(self, error: JarvisError) -> None:
        self._refuse(error)
        self._show_state()

    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    def _lay_out(self) -> QVBoxLayout:
        label = QLabel(tr("Form"), self)
        label.setBuddy(self.box)
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(label)
        top.addWidget(self.box)
        top.addWidget(self._said, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE_8)
        bottom.addWidget(self.despite, 1)
        bottom.addStretch()
        bottom.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_12)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.asked)
        column.addLayout(bottom)
        return column


def _read(services: Application, form_type: str, reader: Reader) -> _Read:
    service = services.form_versions
    return _Read(service.preview(form_type, reader), service.versions(form_type, reader))


def _asked() -> FormDefinition:
    """What is asked of who publishes."""
    since = FieldDefinition(
        "effective_from",
        FieldKind.DATETIME.value,
        tr("In force from"),
        description=tr("At once, where nothing is entered."),
    )
    note = FieldDefinition(
        "note", FieldKind.TEXT.value, tr("Why"), description=tr("For those who look at the versions later.")
    )
    return FormDefinition("publish", tr("Publish a form"), (since, note))


def _state(read: _Read) -> str:
    found = read.publication
    if not found.before:
        return tr("Never published: the form is what its rows say at any time.")
    force = next((version for version in read.versions if version.in_force), None)
    said = tr("No version is in force yet.")
    if force is not None:
        said = tr("Version {n} is in force since {when}.", n=force.number, when=here().instant(force.effective_from))
    if not found.changes:
        return f"{said} {tr('Its rows are as they were published.')}"
    return said
