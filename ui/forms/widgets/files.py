"""The widget of a field of files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import size_words
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.limits import kinds_words, limits_of
from jarvis_desktop.forms.files.media import shown_as
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.types import FieldKind
from ui.core.file_question import ask_for_files
from ui.core.icons import icon
from ui.core.measures import SPACE_4
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.file_list import FileList
from ui.forms.widgets.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from ui.forms.file_desk import AddingFile

_ICON = 16


class FilesWidget(FieldWidget):
    """A list of files, and what can be done with them; `FormFiles` adds, shows and saves them.

    Signals:
        files_given (str, object): a person gave Paths and QImages to the field of that key.
        preview_wanted (object), copy_wanted (object): a person wants to see a file, or to have a copy of it.
        pictures_wanted (str): files came into sight whose small pictures `set_picture` shall show.
    """

    files_given = Signal(str, object)
    preview_wanted = Signal(object)
    copy_wanted = Signal(object)
    pictures_wanted = Signal(str)

    @override
    def create_input(self) -> QWidget:
        frame = QWidget(self)
        self._files: tuple[Mapping[str, Any], ...] = ()
        self._adding: list[AddingFile] = []
        self._odd: Any = None
        self._read_only = False
        self._refusal: Remark | None = None
        self.limits = limits_of(self.field)
        self.list = FileList(self.theme, frame)
        self.list.setAccessibleName(self.field.label)
        self.list.given.connect(self._on_given)
        self.list.refused.connect(self.refuse)
        self.list.removal_wanted.connect(self._remove)
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._show_state)
        picture = self.field.kind == FieldKind.IMAGE
        self.add = QPushButton(tr("Add pictures …") if picture else tr("Add files …"), frame)
        self.add.setProperty("kind", "quiet")
        self.add.clicked.connect(self._ask)
        self._see = self._button("eye", tr("Look at the file"), self._preview)
        self._copy = self._button("download", tr("Save a copy"), self._save)
        self._drop = self._button("trash-2", tr("Take the file out"), self._remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addWidget(self.add)
        for button in (self._see, self._copy, self._drop):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.list)
        column.addLayout(row)
        frame.setFocusProxy(self.list)
        self.theme.follow(self, self._draw)
        self._draw()
        self._show_files()
        return frame

    @property
    def files(self) -> tuple[Mapping[str, Any], ...]:
        """The files shown."""
        return self._files

    def take(self, file: Mapping[str, Any]) -> None:
        """Add a file that is stored; one that is here already under that name stays as it is."""
        if all((one["hash"], one["name"]) != (file["hash"], file["name"]) for one in self._files):
            single = self.limits.most_files == 1
            self._files = (file,) if single else (*self._files, file)
            self._show_files()
            self.mark_edited()

    def refuse(self, text: str) -> None:
        """Say below the list why something was not taken; the next that is given takes it away."""
        if self._refusal is None:
            self._refusal = Remark(self.theme, self)
            self._column.insertWidget(self._column.indexOf(self.input) + 1, self._refusal)
        self._refusal.say(text, tone="danger")

    @property
    def refusal(self) -> str:
        """What was not taken, and why, or ""."""
        return self._refusal.text if self._refusal is not None else ""

    def set_adding(self, jobs: list[AddingFile]) -> None:
        """Show these files as on their way."""
        self._adding = jobs
        self._show_files()

    def tell_adding(self, job: AddingFile) -> None:
        """Show how far one is."""
        if job in self._adding:
            self.list.tell(len(self._files) + self._adding.index(job), job.words())

    def set_picture(self, digest: str, image: QImage) -> None:
        """Show a file by its small picture."""
        self.list.set_picture(digest, image)

    @override
    def show_value(self, value: Any) -> None:
        self._odd = None
        try:
            assert self._type is not None
            self._files = self._type.read(value) or ()
        except Unreadable:
            self._files, self._odd = (), value
        if self._refusal is not None:
            self.refuse("")
        self._show_files()

    @override
    def entered(self) -> Any:
        return self._files or self._odd

    @override
    def typed(self) -> Any:
        return [dict(file) for file in self._files]

    @override
    def restore_typed(self, typed: Any) -> None:
        self.show_value(typed)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self._read_only = read_only
        self.list.set_taking(taking=not read_only)
        self.add.setVisible(not read_only)
        self._drop.setVisible(not read_only)
        self._show_files()

    def _show_files(self) -> None:
        self.list.show_files(self._files, self._adding)
        self.list.set_hint(self._empty_words())
        self.updateGeometry()
        self._show_state()
        self.pictures_wanted.emit(self.field.key)

    def _empty_words(self) -> str:
        if self._odd is not None and self._type is not None:
            return self._type.display(self._odd)
        if self._read_only:
            return tr("No files")
        kinds = kinds_words(self.limits)
        most = tr("at most {size} each", size=size_words(self.limits.most_bytes))
        allowed = f"{kinds} · {most}" if kinds else most
        return tr("Drop files here, paste them, or choose “Add …”\n{allowed}", allowed=allowed)

    @Slot(object)
    def _on_given(self, sources: object) -> None:
        self.refuse("")
        self.files_given.emit(self.field.key, sources)

    @Slot()
    def _ask(self) -> None:
        endings = [f"*{kind}" for kind in self.limits.types if kind.startswith(".")]
        known = f"{kinds_words(self.limits)} ({' '.join(endings)})" if len(endings) == len(self.limits.types) else ""
        ask_for_files(self, self.add.text(), self._on_chosen, filters=known if endings else "")

    @Slot(list)
    def _on_chosen(self, paths: list[str]) -> None:
        self._on_given([Path(path) for path in paths])

    @Slot()
    def _remove(self) -> None:
        if self._read_only:
            return
        places = set(self.list.chosen_places())
        count = len(self._files)
        for place in places:
            if place >= count:
                self._adding[place - count].stop()
        kept = tuple(file for place, file in enumerate(self._files) if place not in places)
        if len(kept) != count:
            self._files = kept
            self._show_files()
            self.mark_edited()

    @Slot()
    def _open(self) -> None:
        file = self._chosen()
        if file is not None:
            (self.preview_wanted if shown_as(file["type"]) else self.copy_wanted).emit(file)

    @Slot()
    def _preview(self) -> None:
        self._open()

    @Slot()
    def _save(self) -> None:
        file = self._chosen()
        if file is not None:
            self.copy_wanted.emit(file)

    def _chosen(self) -> Mapping[str, Any] | None:
        places = self.list.chosen_places()
        return self._files[places[0]] if len(places) == 1 and places[0] < len(self._files) else None

    @Slot()
    def _show_state(self) -> None:
        file = self._chosen()
        self._see.setEnabled(file is not None and bool(shown_as(file["type"])))
        self._copy.setEnabled(file is not None)
        self._drop.setEnabled(bool(self.list.chosen_places()))

    def _button(self, glyph: str, text: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setProperty("glyph", glyph)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(act)
        return button

    @Slot()
    def _draw(self) -> None:
        for button in (self._see, self._copy, self._drop):
            button.setIcon(icon(str(button.property("glyph")), self.theme.tokens.muted, _ICON))
