"""The page of the diagnosis: looks at one thing after the other in a worker, and shows what it found."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.app.diagnose import look_at, redactor_for, steps
from jarvis_desktop.app.findings import Part, Verdict, as_text, cleaned, summary, worst
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import shown, tr
from ui.core.announce import announce
from ui.core.file_question import ask_for_file
from ui.core.icons import pixmap
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.tasks import Lane, Latest
from ui.help.findings_view import VERDICT_LOOKS, FindingsView

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.diagnose import Subject
    from jarvis_desktop.app.findings import Step
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme

_FILE = "jarvis-diagnosis.txt"


class DiagnosisPage(QWidget):
    """Shows what was found as it comes; can be stopped, begun anew, copied and saved."""

    help_page = "diagnose"

    def __init__(
        self, theme: Theme, tasks: TaskRunner, subject: Callable[[], Subject], say: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._ask_subject = subject
        self._say = say
        self._subject: Subject | None = None
        self._todo: tuple[Step, ...] = ()
        self._parts: list[Part] = []
        self._latest: Latest[Part] = Latest()
        self.running = False
        self.setObjectName("diagnosis")
        self.sign, self.words = QLabel(self), QLabel(self)
        self.words.setObjectName("diagnosisSummary")
        self.words.setProperty("role", "section")
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop_button = QPushButton(tr("Cancel"), self)
        self.again = QPushButton(tr("Look again"), self)
        self.copy = QPushButton(tr("Copy redacted"), self)
        self.save = QPushButton(tr("Save as…"), self)
        self.attention = QCheckBox(tr("Only what needs attention"), self)
        self.view = FindingsView(theme, self)
        self.fine = Notice(
            tr("Nothing needs attention"),
            tr("Everything looked at is as it should be."),
            theme=theme,
            tone="empty",
            icon="circle-check",
            parent=self,
        )
        self.fine.hide()
        self._describe()
        self._lay_out()
        self.stop_button.clicked.connect(self.stop)
        self.again.clicked.connect(self.begin)
        self.copy.clicked.connect(self.copy_report)
        self.save.clicked.connect(self._ask_file)
        self.attention.toggled.connect(self._narrow)
        theme.changed.connect(self._tint)
        self.setFocusProxy(self.view)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What was found so far."""
        return tuple(self._parts)

    @Slot()
    def begin(self) -> None:
        """Look at everything anew."""
        self._latest.drop()
        self._subject = self._ask_subject()
        self._todo = steps(self._subject)
        self._parts = list(self._subject.before)
        self.view.show_parts(self._parts)
        self._set_running(running=True)
        self.view.setFocus()
        self._look(0)

    @Slot()
    def stop(self) -> None:
        """Look at nothing more; what was found stays."""
        if self.running:
            self._latest.drop()
            self._set_running(running=False)
            self.words.setText(tr("Stopped. {summary}", summary=summary(self._parts)))
            self.again.setFocus()

    def report(self) -> str:
        """What was found, as text that can be given to others."""
        if self._subject is None:
            return ""
        return as_text(cleaned(self._parts, redactor_for(self._subject)))

    @Slot()
    def copy_report(self) -> None:
        """Put the report on the clipboard, without secrets and names."""
        QGuiApplication.clipboard().setText(self.report())
        self._say(tr("Report copied, without passwords, account names and your folders"))

    def _look(self, place: int) -> None:
        step = self._todo[place]
        self.bar.setRange(0, len(self._todo))
        self.bar.setValue(place)
        title = shown(step.title)
        count = len(self._todo)
        self.words.setText(tr("Looking at {part} ({place} of {count})", part=title, place=place + 1, count=count))
        submit = self._tasks.submit
        self._latest.keep(submit(Lane.READ, partial(look_at, step), done=self._on_part, failed=self._on_failed))

    def _on_part(self, part: Part) -> None:
        self._parts.append(part)
        self.view.add_part(part)
        done = len(self._parts) - len(self._subject.before if self._subject is not None else ())
        if done < len(self._todo):
            self._look(done)
        else:
            self._set_running(running=False)
            self.words.setText(summary(self._parts))
            announce(self, self.words.text(), urgent=worst(part.verdict for part in self._parts) is Verdict.BAD)
        self._narrow()

    def _on_failed(self, error: JarvisError) -> None:
        """Something nobody foresaw; it was recorded, and the rest is looked at nevertheless."""
        from jarvis_desktop.app.findings import Finding

        step = self._todo[len(self._parts) - len(self._subject.before if self._subject is not None else ())]
        finding = Finding(error.title, error.message, Verdict.BAD, error.hint)
        self._on_part(Part(step.key, shown(step.title), (finding,)))

    def _set_running(self, *, running: bool) -> None:
        self.running = running
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        for button in (self.again, self.copy, self.save):
            button.setEnabled(not running)
        self.sign.setVisible(not running)
        self._tint()

    @Slot()
    def _narrow(self) -> None:
        left = self.view.narrow(only_attention=self.attention.isChecked())
        none = not left and not self.running
        self.fine.setVisible(none)
        self.view.setVisible(not none)

    @Slot()
    def _ask_file(self) -> None:
        name = str(Path.home() / _FILE)
        ask_for_file(self, tr("Save the report"), self.save_report, filters=tr("Text (*.txt)"), name=name, suffix="txt")

    @Slot(str)
    def save_report(self, path: str) -> None:
        """Write the report, without secrets and names, to a file."""
        submit = self._tasks.submit
        submit(Lane.IO, partial(_write, Path(path), self.report()), done=self._on_saved, failed=self._on_not_saved)

    def _on_saved(self, path: Path) -> None:
        self._say(tr("Report saved as {name}", name=path.name))

    def _on_not_saved(self, error: JarvisError) -> None:
        self._say(f"{error.message} {error.hint}".strip())

    def _describe(self) -> None:
        self.bar.setAccessibleName(tr("How far the diagnosis is"))
        self.sign.setAccessibleName(tr("How it stands"))
        described = (
            (self.stop_button, "stopDiagnosis", tr("Looks at nothing more; what was found stays.")),
            (self.again, "diagnoseAgain", tr("Looks at everything anew.")),
            (self.copy, "copyReport", tr("Copies the report without passwords, account names and your folders.")),
            (self.save, "saveReport", tr("Writes the same report to a file.")),
            (self.attention, "onlyAttention", tr("Hides what is fine.")),
        )
        for widget, name, words in described:
            widget.setObjectName(name)
            widget.setAccessibleDescription(words)
            widget.setToolTip(words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self.sign)
        top.addWidget(self.words, 1)
        for widget in (self.stop_button, self.again, self.copy, self.save):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.attention)
        column.addWidget(self.view, 1)
        column.addWidget(self.fine, 1)

    @Slot()
    def _tint(self) -> None:
        name, token, words = VERDICT_LOOKS[worst(part.verdict for part in self._parts)]
        self.sign.setPixmap(pixmap(name, str(getattr(self._theme.tokens, token)), 20, self.devicePixelRatioF()))
        self.sign.setToolTip(shown(words))


def _write(path: Path, text: str) -> Path:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        said = tr("{file} cannot be written: {reason}.", file=path.name, reason=error.strerror or error)
        raise JarvisError(said, hint=tr("Choose another file.")) from error
    return path
