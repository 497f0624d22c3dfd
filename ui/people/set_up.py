"""The set-up of the first start: a few questions with good answers in them already; any may be left as it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStringListModel, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.words import languages, mark, shown, tr
from jarvis_desktop.people.person.types import SetUp
from jarvis_desktop.people.settings import known_zone
from jarvis_desktop.people.types import LONGEST_NAME, Theme
from ui.core.measures import SPACE_8, SPACE_16, SPACE_24, SPACE_32
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import PersonaView
    from jarvis_desktop.people.types import Person, Settings
    from ui.components.component import ComponentContext

_WIDTH = 460
_THEMES = (
    (Theme.SYSTEM, mark("As the system")),
    (Theme.LIGHT, mark("Light")),
    (Theme.DARK, mark("Dark")),
    (Theme.CONTRAST, mark("High contrast")),
)


class SetUpPage(QWidget):
    """Asks once, may be declined, and opens again from the settings.

    Signals:
        stored (str): the answers are stored; the key of the persona to begin as, or "".
    """

    stored = Signal(str)
    help_page = "settings"

    def __init__(self, context: ComponentContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read = False
        self.setObjectName("setUpPage")
        self.setWindowTitle(tr("Set up"))
        title = QLabel(tr("Welcome"), self)
        title.setProperty("role", "title")
        lead = QLabel(tr("A few things make this window yours. Everything can be changed later in My settings."), self)
        lead.setProperty("role", "muted")
        lead.setWordWrap(True)
        self.first_name = _line("firstName", tr("First name"), self)
        self.last_name = _line("lastName", tr("Last name"), self)
        self.language = _box("language", tr("Language"), tr("Of menus and texts, from the next start on"), self)
        self.time_zone = _box("timeZone", tr("Time zone"), tr("In which times are shown; type to search"), self)
        self.theme = _box("theme", tr("Theme"), tr("The look, which changes at once"), self)
        self.persona = _box("defaultPersona", tr("Begin as"), tr("The persona the window opens with"), self)
        self._fill_boxes()
        self._problem = QLabel(self)
        self._problem.setObjectName("setUpProblem")
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self.done_button = QPushButton(tr("Start working"), self)
        self.done_button.setObjectName("setUpDone")
        self.done_button.setProperty("kind", "primary")
        self.done_button.setAccessibleDescription(tr("Stores the answers and shows the first tab"))
        self.done_button.clicked.connect(self._on_done)
        self.skip_button = QPushButton(tr("Not now"), self)
        self.skip_button.setObjectName("setUpSkip")
        self.skip_button.setProperty("kind", "quiet")
        self.skip_button.setAccessibleDescription(tr("Leaves everything as it is; the page is not shown again"))
        self.skip_button.clicked.connect(self._on_skipped)
        self._arrange(title, lead)
        self.theme.activated.connect(self._try_theme)

    def has_unsaved_input(self) -> bool:
        """Nobody is asked about answers they have not given."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return answers the page, as in a dialog; on a button it is that button's."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = focused if isinstance(focused, QPushButton) else self.done_button
        button.click()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read:
            self._read = True
            work = partial(_read, self._context)
            self._context.tasks.submit(Lane.READ, work, done=self._show, failed=self._say, owner=self)

    def answers(self) -> SetUp:
        """What is filled in."""
        zone = self._zone_meant(self.time_zone.currentText().strip())
        return SetUp(
            self.first_name.text().strip(),
            self.last_name.text().strip(),
            str(self.language.currentData() or ""),
            "" if zone == self.time_zone.itemText(0) else zone,
            Theme(self.theme.currentData()),
            str(self.persona.currentData() or ""),
        )

    def _zone_meant(self, typed: str) -> str:
        """The zone that is named so, or whose town is."""
        wanted = typed.casefold().replace(" ", "_")
        zones = [self.time_zone.itemText(at) for at in range(1, self.time_zone.count())]
        named = [zone for zone in zones if zone.casefold() == wanted]
        named += [zone for zone in zones if zone.casefold().rpartition("/")[2] == wanted]
        return named[0] if named else typed

    def _arrange(self, title: QLabel, lead: QLabel) -> None:
        form = QFormLayout()
        form.setSpacing(SPACE_8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows = (self.first_name, self.last_name, self.language, self.time_zone, self.theme, self.persona)
        for field in rows:
            label = QLabel(field.accessibleName(), self)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.skip_button)
        buttons.addStretch(1)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_16, SPACE_32, SPACE_16, SPACE_32)
        column.setSpacing(SPACE_16)
        column.addWidget(title)
        column.addWidget(lead)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addSpacing(SPACE_24 - SPACE_16)
        column.addLayout(buttons)
        column.addStretch(1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(inside, 4)
        row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _fill_boxes(self) -> None:
        self.language.addItem(tr("As the system"), "")
        for code in languages(bundled("resources") / "translations"):
            name = QLocale(code).nativeLanguageName() or code
            self.language.addItem(name[:1].upper() + name[1:], code)
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        self.time_zone.setEditable(True)
        self.time_zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.time_zone.addItem(tr("As the system ({zone})", zone=here or "UTC"))
        zones = sorted(
            name for each in QTimeZone.availableTimeZoneIds() if "/" in (name := bytes(each.data()).decode("ascii"))
        )
        self.time_zone.addItems(zones)
        completer = QCompleter(QStringListModel(zones, self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.time_zone.setCompleter(completer)
        for theme, title in _THEMES:
            self.theme.addItem(shown(title), theme.value)
        self.persona.addItem(tr("The first one"), "")

    def _show(self, found: tuple[Person, Settings, tuple[PersonaView, ...]]) -> None:
        person, settings, personas = found
        self.first_name.setText(person.user.first_name)
        self.last_name.setText(person.user.last_name)
        _choose(self.language, settings.language)
        if settings.time_zone:
            self.time_zone.setCurrentText(settings.time_zone)
        _choose(self.theme, settings.theme.value)
        for persona in personas:
            self.persona.addItem(f"{persona.name} ({persona.role})" if persona.role else persona.name, persona.key)
        _choose(self.persona, settings.default_persona)
        self.first_name.setFocus()
        self.first_name.selectAll()

    @Slot()
    def _try_theme(self) -> None:
        self._context.theme.choose(str(self.theme.currentData()))

    @Slot()
    def _on_done(self) -> None:
        answers = self.answers()
        if answers.time_zone and not known_zone(answers.time_zone):
            said = tr("There is no time zone “{zone}”. Type a town, as in Berlin.", zone=answers.time_zone[:60])
            self._refuse(said, self.time_zone)
            return
        long = next(
            (line for line in (self.first_name, self.last_name) if len(line.text().strip()) > LONGEST_NAME), None
        )
        if long is not None:
            count = len(long.text().strip())
            said = tr("A name has at most {n} characters, and this has {count}.", n=LONGEST_NAME, count=count)
            self._refuse(said, long)
            return
        self._problem.hide()
        self.done_button.setEnabled(False)
        work = partial(self._context.services.people.set_up, self._context.reader.user_id, answers)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._say, owner=self)

    def _refuse(self, why: str, field: QWidget) -> None:
        self._problem.setText(why)
        self._problem.show()
        field.setFocus()

    @Slot()
    def _on_skipped(self) -> None:
        work = partial(self._context.services.people.change_settings, self._context.reader.user_id, {"set_up": True})
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_declined, failed=self._on_declined, owner=self)

    def _on_stored(self, edits: tuple[StoredEdit, ...]) -> None:
        for edit in edits:
            self._context.bus.publish(edit.changes)
        self._context.close_page()
        self._context.say(tr("Your settings are stored."))
        self.stored.emit(str(self.persona.currentData() or ""))

    def _on_declined(self, _answer: object) -> None:
        # Where it could not be stored the page comes back at the next start, which harms nobody.
        self._context.close_page()

    def _say(self, error: JarvisError) -> None:
        self.done_button.setEnabled(True)
        self._problem.setText(f"{error.message} {error.hint}".strip())
        self._problem.show()


def _read(context: ComponentContext) -> tuple[Person, Settings, tuple[PersonaView, ...]]:
    people, user_id = context.services.people, context.reader.user_id
    return people.person(user_id), people.settings(user_id), people.personas(user_id)


def _line(object_name: str, name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    line.setAccessibleDescription(tr("As colleagues read it"))
    return line


def _box(object_name: str, name: str, description: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.setAccessibleDescription(description)
    box.setToolTip(description)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    return box


def _choose(box: QComboBox, value: str) -> None:
    place = box.findData(value)
    if place >= 0:
        box.setCurrentIndex(place)
