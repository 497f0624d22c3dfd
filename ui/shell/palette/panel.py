"""The palette: one field above the window, and below it what it would run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import shown, tr
from ui.core.announce import announce
from ui.core.clearing import offer_clearing
from ui.core.elided import ElidedLabel
from ui.core.icons import pixmap
from ui.core.leading_sign import LeadingSign
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.overlay import Overlay
from ui.core.sides import margins
from ui.core.spoken_rows import ROW
from ui.core.tasks import Lane
from ui.shell.palette.delegate import ICON, PaletteDelegate
from ui.shell.palette.finding import RecordFinding
from ui.shell.palette.found import RecordRows
from ui.shell.palette.items import EMPTY, NOTHING, Scope, read_typed
from ui.shell.palette.listing import Listing
from ui.shell.palette.model import PaletteModel
from ui.shell.palette.recent import RecentItems
from ui.shell.palette.sources import local_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.forms.types import NewForm
    from jarvis_desktop.search.types import GroupResult
    from ui.components.component import ComponentContext
    from ui.shell.command_desk import CommandDesk
    from ui.shell.palette.model import PaletteRow

LONGEST = 1_000
_WIDEST, _HIGHEST = 680, 520
_PAGE = 8
_SHORT = 60
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Palette(Overlay):
    """Runs what is chosen once it has closed; for one context, as long as the window has that.

    The keyboard stays in the field: Up, Down, Page Up and Page Down choose a row, Home and End (with Ctrl, or where
    nothing is typed) the first and the last, Tab and Shift+Tab go from group to group, Enter runs, Ctrl+Enter searches
    all texts, Escape closes.

    Signals:
        search_wanted (str): all texts are to be searched for what is typed.
        help_wanted (str): the help page of that name is to be shown.
    """

    help_page = "palette"
    search_wanted = Signal(str)
    help_wanted = Signal(str)

    def __init__(self, desk: CommandDesk, context: ComponentContext, window: QWidget) -> None:
        super().__init__(window, context.theme, widest=_WIDEST, highest=_HIGHEST)
        self._desk = desk
        self._context = context
        self._forms: Sequence[NewForm] = ()
        self._listing = Listing((), (), {})
        self._moved = False
        self._run_first = False
        self.recent = RecentItems(context, self)
        self.finding = RecordFinding(context, self)
        self.records = RecordRows(self.help_wanted.emit)
        self.field = QLineEdit(self.panel)
        self.model = PaletteModel(self)
        self.list = QListView(self.panel)
        self.notice = Notice("", theme=context.theme, tone="empty", icon="search-x", parent=self.panel)
        self.stack = QStackedWidget(self.panel)
        self._sign = LeadingSign("search", self.field, context.theme)
        self._lay_out()
        self._connect()
        self._tint()
        self._begun = False

    @property
    def serves(self) -> ComponentContext:
        """For whom it works."""
        return self._context

    @property
    def current(self) -> PaletteRow | None:
        """The row that Enter would run."""
        row: PaletteRow | None = self.list.currentIndex().data(ROW) if self.list.currentIndex().isValid() else None
        return row

    def prepare(self) -> None:
        """Do what the first opening would have to, while nobody waits: what is styled now is not styled then."""
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()
        tint = self._theme.tokens.muted
        for item in local_items(self._desk, ()):
            pixmap(item.icon or "command", tint, ICON, self.devicePixelRatioF())

    def open_with(self, text: str) -> None:
        """Show it with that text typed."""
        self.field.setText(text)
        self.open_panel()
        self.field.end(False)

    @override
    def begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.recent.recall()
            work = partial(_new_forms, self._context)
            self._context.tasks.submit(Lane.READ, work, done=self._on_forms, failed=self._on_no_forms)
        self._gather()
        self._refresh()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def end(self) -> None:
        self.finding.stop()
        self._run_first = False

    def _lay_out(self) -> None:
        self.setObjectName("palette")
        self.panel.setObjectName("palettePanel")
        self.panel.setAccessibleName(tr("Command palette"))
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(tr("Command palette"))
        self.field.setAccessibleDescription(
            tr("Type what to open or to run. Arrows choose, Enter runs, Escape closes.")
        )
        self.field.setPlaceholderText(tr("Go to a tab, open a record, run a command"))
        self.field.setMaxLength(LONGEST)
        offer_clearing(self.field)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(tr("What can be run"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self._theme, self.list))
        self.list.setMouseTracking(True)
        # Told to be opaque, or each letter typed paints the window below again.
        self.list.viewport().setAutoFillBackground(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        signs = ElidedLabel(
            tr("> commands · # submissions · ! incidents · @ people · ? help · Ctrl+Enter searches all texts"),
            role="caption",
            parent=self.panel,
        )
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.notice)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE_8, SPACE_12, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_8)
        for widget, stretch in ((self.field, 0), (self.stack, 1), (signs, 0)):
            column.addWidget(widget, stretch)
        signs.setContentsMargins(margins(SPACE_12, 0, SPACE_4, 0))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.finding.found.connect(self._on_found)
        self.finding.settled.connect(self._on_settled)
        self.finding.failed.connect(self._on_failed)
        self.recent.recalled.connect(self._renew)
        self._theme.changed.connect(self._tint)

    def _gather(self) -> None:
        """Take in what the window offers just now."""
        items = local_items(self._desk, self._forms)
        known = {item.key: item for item in items}
        used = ((known.get(used.key) or used.item()) for used in self.recent.used)
        self._listing = Listing(items, [item for item in used if item is not None], self.recent.ranks())

    @Slot()
    def _renew(self) -> None:
        if self.isVisible():
            self._gather()
            self._show()

    def _on_forms(self, forms: Sequence[NewForm]) -> None:
        self._forms = forms
        self._renew()

    def _on_no_forms(self, _error: JarvisError) -> None:
        """The palette does without them; whoever opens a form is told why."""

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show what answers the text as it is now."""
        self._moved = self._run_first = False
        scope, text = read_typed(self.field.text())
        asked = self.finding.look_for(scope, text)
        self.records.keep_for(scope, text, asked=asked)
        self._sign.show_icon(scope.icon)
        self._show()

    def _show(self) -> None:
        scope, text = read_typed(self.field.text())
        before = self.current
        self.model.show_rows(self._listing.rows(scope, text, self.records.groups()))
        place = self.model.place_of(before.item.key) if self._moved and before and before.item else -1
        self._stand(place if place >= 0 else self.model.first(0, 1))
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        elif not self.finding.busy:
            self._say_nothing(scope, text)

    def _say_nothing(self, scope: Scope, text: str) -> None:
        short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        title, words = (NOTHING if text else EMPTY)[scope]
        self.notice.say(shown(title), shown(words, typed=short) if text else shown(words))
        self.stack.setCurrentWidget(self.notice)

    @Slot(object)
    def _on_found(self, result: GroupResult) -> None:
        scope, text = read_typed(self.field.text())
        self.records.take(result, scope, text)
        self._show()

    @Slot()
    def _on_settled(self) -> None:
        self.records.settle()
        self._show()
        if self._run_first:
            self._run_first = False
            self._run(self.current)

    @Slot(object)
    def _on_failed(self, error: JarvisError) -> None:
        self.records.settle()
        self._run_first = False
        self._show()
        if not self.model.rowCount():
            self.notice.say(error.title, f"{error.message} {error.hint}".strip())
            self.stack.setCurrentWidget(self.notice)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Escape:
            self.close_panel()
        elif key in _ENTER and control:
            self._search()
        elif key in _ENTER:
            self._run_or_wait()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _TABS:
            self._step_group(_TABS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and (control or not self.field.text()):
            self._go_to_end(last=key is Qt.Key.Key_End)
        else:
            return False
        return True

    def _step(self, steps: int) -> None:
        """Go that many rows on, over headings; one step beyond an end leads to the other."""
        way = 1 if steps > 0 else -1
        place = self.list.currentIndex().row()
        for _ in range(abs(steps)):
            following = self.model.first(place + way, way)
            if following < 0:
                if abs(steps) == 1:
                    self._go_to_end(last=way < 0)
                    return
                break
            place = following
        self._go(place)

    def _step_group(self, way: int) -> None:
        starts = [at + 1 for at, row in enumerate(self.model.rows) if row.item is None]
        if self.model.row(0) is not None and 1 not in starts:
            starts.insert(0, 0)
        here = sum(start <= self.list.currentIndex().row() for start in starts) - 1
        if starts:
            self._go(starts[(here + way) % len(starts)])

    def _go_to_end(self, *, last: bool) -> None:
        self._go(self.model.first(self.model.rowCount() - 1 if last else 0, -1 if last else 1))

    def _go(self, place: int) -> None:
        self._moved = True
        self._stand(place)
        if self.current is not None:
            announce(self.field, self.current.spoken)

    def _stand(self, place: int) -> None:
        self.list.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        if place >= 0 and place == self.model.first(0, 1):
            self.list.scrollToTop()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(index.data(ROW))

    def _run_or_wait(self) -> None:
        """Run the current row; where nothing is there yet and something may come, the first that comes."""
        if self.current is None or (not self._moved and self.records.awaits_key and self.finding.busy):
            self._run_first = self.finding.busy
        else:
            self._run(self.current)

    def _run(self, row: PaletteRow | None) -> None:
        if row is None or row.item is None:
            return
        self.recent.remember(row.item)
        self.field.clear()
        self.close_panel()
        # Once the focus is back where it was: a command may mean what has it.
        QTimer.singleShot(0, self, partial(self._perform, row.item.run))

    def _perform(self, run: object) -> None:
        assert callable(run)
        try:
            run(self._desk.bench)
        except JarvisError as error:
            self._desk.bench.refuse(error)

    def _search(self) -> None:
        _, text = read_typed(self.field.text())
        self.close_panel()
        self.search_wanted.emit(text)

    @Slot()
    def _tint(self) -> None:
        self.list.setIconSize(QSize())
        self.list.viewport().update()


def _new_forms(context: ComponentContext) -> Sequence[NewForm]:
    """The forms for new records of what the person may see."""
    services, reader = context.services, context.reader
    allowed = services.search.access(reader)
    return [form for form in services.forms.new_forms(reader, allowed.lists) if allowed.may_find(form.table)]
