"""The menu of “Do not disturb”."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from ui.core.locale import here

if TYPE_CHECKING:
    from ui.shell.notifications.desk import NotificationDesk


class QuietMenu(QMenu):
    """For an hour, until the morning, at weekends; and what keeps it quiet now."""

    def __init__(self, desk: NotificationDesk, parent: QWidget) -> None:
        super().__init__(tr("Do not disturb"), parent)
        self._desk = desk
        self.setObjectName("quietMenu")
        self._state = self.addAction("")
        self._state.setEnabled(False)
        self.addSeparator()
        self.addAction(tr("For an hour")).triggered.connect(self._for_an_hour)
        self.addAction(tr("Until the next morning")).triggered.connect(self._until_morning)
        self._weekends = self.addAction(tr("On Saturday and Sunday"))
        self._weekends.setCheckable(True)
        self._weekends.triggered.connect(self._on_weekends)
        self._end = self.addAction(tr("Disturb again"))
        self._end.triggered.connect(self._no_longer)
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        quiet = self._desk.quiet
        self._weekends.setChecked(quiet.weekends)
        ends = quiet.until is not None and quiet.until > datetime.now(UTC)
        self._end.setEnabled(ends)
        if not quiet.wanted:
            words = tr("Switched off in your settings")
        elif ends and quiet.until is not None:
            words = tr("Quiet until {time}", time=here().instant(zone.local(quiet.until)))
        elif self._desk.is_quiet():
            words = tr("Quiet hours now")
        elif quiet.hours is not None:
            begin, end = here().clock(quiet.hours.begin), here().clock(quiet.hours.end)
            words = tr("Quiet hours from {begin} to {end}", begin=begin, end=end)
        else:
            words = tr("No quiet hours; your settings have them")
        self._state.setText(words)

    @Slot()
    def _for_an_hour(self) -> None:
        self._desk.keep_quiet(timedelta(hours=1))

    @Slot()
    def _until_morning(self) -> None:
        self._desk.keep_quiet_until_morning()

    @Slot(bool)
    def _on_weekends(self, quiet: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._desk.keep_weekends_quiet(quiet=quiet)

    @Slot()
    def _no_longer(self) -> None:
        self._desk.keep_quiet(None)
