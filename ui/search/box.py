"""The search itself: a field, and below it what is found while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.search.types import Group, GroupResult
from jarvis_desktop.search.words import LONGEST_QUERY
from ui.core.clearing import offer_clearing
from ui.core.leading_sign import LeadingSign
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.spoken_rows import ROW
from ui.search.model import Kind, ResultModel
from ui.search.recent import RecentSearches
from ui.search.result_list import ResultList
from ui.search.run import SearchRun
from ui.search.skeleton import Skeleton

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.search.types import Target
    from ui.components.component import ComponentContext
    from ui.search.model import ResultRow
    from ui.search.run import Offered

PAUSE_MS = 30
SKELETON_AFTER_MS = 150
_HINT = mark("Submissions, incidents, e-mails, agents, settings and help")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchBox(QWidget):
    """Searches everything.

    The keyboard stays in the field: Up and Down choose a row, Enter opens it, Ctrl+Down and Ctrl+Up go from group to
    group (`tab_between_groups`: Tab and Shift+Tab as well), Ctrl+1 to Ctrl+9 to a group, Escape clears and then leaves.

    Signals:
        chosen (Target, str): something is to be opened; the key of a tab that lists it, or "".
        all_wanted (str, str, str): the rows of a table that hold the text, in the tab of that key.
        left (): Escape was pressed with nothing typed any more.
    """

    help_page = "search"
    chosen = Signal(object, str)
    all_wanted = Signal(str, str, str)
    left = Signal()

    def __init__(
        self,
        context: ComponentContext,
        *,
        offered: Offered = tuple,
        tab_between_groups: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tab_between_groups = tab_between_groups
        self._moved = False
        self._suggested = ""
        self.run = SearchRun(context, offered, self)
        self.recent = RecentSearches(context, self)
        self.field = QLineEdit(self)
        self.suggestion = QPushButton(self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, context.theme, self)
        self.notice = Notice("", theme=context.theme, tone="empty", icon="search", parent=self)
        self.skeleton = Skeleton(context.theme, self)
        self.stack = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._patience = QTimer(self, singleShot=True, interval=SKELETON_AFTER_MS)
        self._lay_out()
        self._connect()
        self._tint()
        self._show_empty()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    def begin(self) -> None:
        """Make ready for typing; the text of last time is selected."""
        self.recent.recall()
        self.field.setFocus()
        self.field.selectAll()

    def search_for(self, text: str) -> None:
        """Search for that text, at once."""
        self.field.setText(text)
        self._pause.stop()
        self._start()

    def stop(self) -> None:
        """Let go of what is under way."""
        self._pause.stop()
        self._patience.stop()
        self.run.stop()

    def _lay_out(self) -> None:
        self.field.setObjectName("searchField")
        self.field.setAccessibleName(tr("Search everything"))
        self.field.setPlaceholderText(shown(_HINT))
        self.field.setMaxLength(50 * LONGEST_QUERY)
        offer_clearing(self.field)
        LeadingSign("search", self.field, self._context.theme)
        self.suggestion.setObjectName("searchSuggestion")
        self.suggestion.setProperty("kind", "link")
        self.suggestion.hide()
        for page in (self.list, self.notice, self.skeleton):
            self.stack.addWidget(page)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self.field)
        column.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.suggestion.clicked.connect(self._take_suggestion)
        self.list.clicked.connect(self._on_clicked)
        self._pause.timeout.connect(self._start)
        self._patience.timeout.connect(self._show_skeleton)
        self.notice.action.connect(self._start)
        self.run.found.connect(self._on_found)
        self.run.failed.connect(self._on_failed)
        self.run.finished.connect(self._on_finished)
        self.recent.recalled.connect(self._show_recent)
        self._context.theme.changed.connect(self._tint)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _start(self) -> None:
        self._moved = False
        self._suggest("")
        if not self.text:
            self.stop()
            self._show_empty()
            return
        if not self.model.rowCount() or self.stack.currentWidget() is not self.list:
            self._patience.start()
        self.run.start(self.text)

    @Slot(object)
    def _on_found(self, result: GroupResult) -> None:
        self.model.keep_only(frozenset(Group))
        self.model.show_group(result)
        if self.model.rowCount():
            self._patience.stop()
            self.stack.setCurrentWidget(self.list)
            if not self._moved:
                self.list.stand(self.model.first())

    @Slot(str, bool)
    def _on_finished(self, similar: str, shown: bool) -> None:  # noqa: FBT001 - a signal's payload
        self._patience.stop()
        if similar and shown:
            self._suggest(
                similar, tr("Nothing holds “{short}”. Shown: “{similar}”", short=_short(self.text), similar=similar)
            )
        elif similar:
            self._suggest(similar, tr("Did you mean “{similar}”?", similar=similar))
        if not self.model.rowCount():
            self._show_notice(
                tr("Nothing found"),
                tr(
                    "Nothing that you may see holds “{short}”. Fewer or shorter words find more.",
                    short=_short(self.text),
                ),
            )

    @Slot(object)
    def _on_failed(self, error: JarvisError) -> None:
        self._patience.stop()
        self.model.clear()
        self._show_notice(error.title, f"{error.message} {error.hint}".strip(), action_text=tr("Try again"))

    @Slot()
    def _show_recent(self) -> None:
        if not self.text:
            self._show_empty()

    def _show_empty(self) -> None:
        self.model.show_recent(self.recent.texts)
        self.list.setCurrentIndex(QModelIndex())
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        else:
            self._show_notice(
                tr("Search everything"),
                tr("Type a word, a name or a number such as INC-12. Typing slips are forgiven."),
            )

    def _show_notice(self, title: str, text: str, *, action_text: str = "") -> None:
        self.notice.say(title, text, action_text=action_text)
        self.stack.setCurrentWidget(self.notice)

    @Slot()
    def _show_skeleton(self) -> None:
        if self.run.busy:
            self.stack.setCurrentWidget(self.skeleton)

    def _suggest(self, text: str, words: str = "") -> None:
        self._suggested = text
        self.suggestion.setText(words)
        self.suggestion.setVisible(bool(text))

    @Slot()
    def _take_suggestion(self) -> None:
        self.search_for(self._suggested)
        self.field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._group_number(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._on_key(event):
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        number = self._group_number(event)
        if key is Qt.Key.Key_Escape:
            self._on_escape()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.list.current_row)
        elif number:
            self._moved = True
            self.list.go_to_group(number - 1)
        elif control and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._moved = True
            self.list.step_group(1 if key is Qt.Key.Key_Down else -1)
        elif self._tab_between_groups and key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            back = key is Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._moved = True
            self.list.step_group(-1 if back else 1)
        elif key in _STEPS:
            self._moved = True
            self.list.step(_STEPS[key])
        else:
            return False
        return True

    def _group_number(self, event: QKeyEvent) -> int:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = event.key() - Qt.Key.Key_0
        return place if held == Qt.KeyboardModifier.ControlModifier and 1 <= place <= 9 else 0

    def _on_escape(self) -> None:
        if self.field.text() and not self._tab_between_groups:
            self.field.clear()
        else:
            self.left.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(index.data(ROW))

    def _open(self, row: ResultRow | None) -> None:
        if row is None:
            return
        if row.kind is Kind.RECENT:
            self.search_for(row.text)
            return
        if row.result is None or row.kind in {Kind.HEADING, Kind.REMARK}:
            return
        self.recent.remember(self.text)
        searched = self.run.text or self.text
        if row.kind is Kind.ALL:
            self.all_wanted.emit(row.result.table, searched, row.result.tab)
        elif row.hit is not None:
            target: Target = row.hit.target
            self.chosen.emit(target, row.result.tab)

    @Slot()
    def _tint(self) -> None:
        self.list.viewport().update()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
