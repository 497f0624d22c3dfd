"""A record under two versions of its form, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16, zoomed
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import OpenedForm
    from ui.core.theme import Theme

_SIZE = (1100, 720)


class VersionDialog(QDialog):
    """Shows both to be read only; `views` from the older to the one in force."""

    def __init__(self, before: OpenedForm, now: OpenedForm, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title = now.record.title if now.record is not None else now.definition.title
        self.setWindowTitle(tr("{title}: versions side by side", title=title))
        self.views: list[FormView] = []
        sides = QHBoxLayout()
        sides.setSpacing(SPACE_16)
        for opened in (before, now):
            view = FormView(opened.definition, theme, self)
            view.lookups.expect(opened.offers)
            if opened.record is not None:
                view.set_record(opened.record)
            view.set_writable(writable=False)
            number = opened.definition.version
            heading = QLabel(tr("Version {n}", n=number) if number else tr("As it is now"), self)
            heading.setProperty("role", "title")
            side = QVBoxLayout()
            side.setSpacing(SPACE_8)
            side.addWidget(heading)
            side.addWidget(view, 1)
            sides.addLayout(side, 1)
            self.views.append(view)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addLayout(sides, 1)
        column.addWidget(buttons)
        self.resize(*map(zoomed, _SIZE))
        self.finished.connect(self.deleteLater)
