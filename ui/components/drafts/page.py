"""All that the person typed and did not save: open it again, copy its texts, or give it up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms.drafts.types import FormDraft, from_documents
from ui.components.drafts.drafting import LOCAL, forget_draft, said
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.components.component import ComponentContext

_DRAFT = int(Qt.ItemDataRole.UserRole)
_MOST_SHOWN = 12


class DraftsPage(QWidget):
    """The drafts, the latest first, with what each one holds."""

    help_page = "layout"

    def __init__(
        self,
        context: ComponentContext,
        show_form: Callable[[Mapping[str, Any], str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draftsPage")
        self._context = context
        self._show_form = show_form
        self._reading: Latest[tuple[FormDraft, ...]] = Latest()
        self.list = QListWidget(self)
        self.list.setObjectName("drafts")
        self.list.setAccessibleName(tr("Drafts"))
        self.list.setAccessibleDescription(tr("Enter opens the record with what was typed"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show_content)
        self.list.itemActivated.connect(self._open)
        self.content = QLabel(self)
        self.content.setTextFormat(Qt.TextFormat.PlainText)
        self.content.setWordWrap(True)
        self.content.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.content.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.content.setAccessibleName(tr("What the draft holds"))
        self._empty = Notice(
            tr("No drafts"),
            tr("What you type into a record is kept here until you save or discard it."),
            theme=context.theme,
            tone="empty",
            icon="file-pen",
        )
        self._buttons = [
            self._button(tr("Open"), "primary", tr("Opens the record with what was typed"), self._open),
            self._button(tr("Copy text"), "", tr("Copies what was typed to the clipboard"), self._copy),
            self._button(tr("Discard"), "danger", tr("Gives up what was typed"), self._discard),
        ]
        self._lay_out()
        self._read()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 2)
        column.addWidget(self.content, 1)
        column.addLayout(row)

    def _button(self, text: str, kind: str, description: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setAccessibleDescription(description)
        button.clicked.connect(slot)
        return button

    def _read(self) -> None:
        work = partial(self._context.services.drafts.all, self._context.reader.user_id)
        self._reading.keep(self._context.tasks.submit(Lane.READ, work, done=self._show))

    def _show(self, stored: tuple[FormDraft, ...]) -> None:
        by_place = {draft.place: draft for draft in stored}
        for place in self._context.keeper.places(LOCAL):
            state = self._context.keeper.kept(place)
            local = from_documents(state.get("values"), state.get("base"))
            if local is not None and (local.place not in by_place or by_place[local.place].at < local.at):
                by_place[local.place] = local
        self.list.clear()
        for draft in sorted(by_place.values(), key=lambda each: each.at, reverse=True):
            count = tr_n("{n} field", "{n} fields", len(draft.fields))
            what = draft.title or draft.form_type
            kind = tr("New record") if draft.record_id is None else draft.record_id
            item = QListWidgetItem(f"{what}\n{said(draft.at)} · {kind} · {count}")
            item.setData(_DRAFT, draft)
            self.list.addItem(item)
        some = self.list.count() > 0
        self._empty.setVisible(not some)
        for widget in (self.list, self.content, *self._buttons):
            widget.setVisible(some)
        if some:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _chosen(self) -> FormDraft | None:
        row = self.list.currentRow()
        draft = self.list.item(row).data(_DRAFT) if row >= 0 else None
        return draft if isinstance(draft, FormDraft) else None

    @Slot()
    def _show_content(self, *_row: object) -> None:
        draft = self._chosen()
        lines = _lines(draft) if draft is not None else []
        more = len(lines) - _MOST_SHOWN
        shown = [line if len(line) <= 200 else f"{line[:199]}…" for line in lines[:_MOST_SHOWN]]
        self.content.setText("\n".join([*shown, *([tr_n("and {n} more", "and {n} more", more)] if more > 0 else [])]))

    @Slot()
    def _open(self, *_item: object) -> None:
        draft = self._chosen()
        if draft is not None:
            props = {"form_type": draft.form_type, "record_id": draft.record_id, "resume": True}
            self._show_form(props, draft.title)

    @Slot()
    def _copy(self) -> None:
        draft = self._chosen()
        if draft is not None:
            QGuiApplication.clipboard().setText("\n".join(_lines(draft)))
            self._context.say(tr("What was typed is on the clipboard."))

    @Slot()
    def _discard(self) -> None:
        draft = self._chosen()
        if draft is not None:
            forget_draft(self._context, draft)
            self.list.takeItem(self.list.currentRow())
            if not self.list.count():
                self._show(())


def _lines(draft: FormDraft) -> list[str]:
    found = []
    for key, held in draft.fields.items():
        value = held.typed if held.typed is not None else held.value
        text = tr("nothing") if value is None else value if isinstance(value, str) else str(value)
        found.append(f"{held.label or key}: {text}")
    return found
