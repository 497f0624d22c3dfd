"""The few dialogs of the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMessageBox

from jarvis_desktop import __version__
from jarvis_desktop.core.changes import EVERYTHING
from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane
from ui.shell.brand_head import BrandHead

if TYPE_CHECKING:
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.core.errors import JarvisError
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.shell.main_window import MainWindow

_LONGEST_COMPANY = 80


class Dialogs(QObject):
    """About, and the reset of the sample data."""

    def __init__(self, window: MainWindow, tasks: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._bus = bus
        self._connection: Connection | None = None
        window.menus.about_chosen.connect(self._about)
        window.menus.sample_data_chosen.connect(self._ask_reset)

    def offer_sample_data(self, connection: Connection) -> None:
        """Offer to bring back the sample data of `connection`."""
        self._connection = connection
        self._window.menus.offer_sample_data(offered=True)

    @Slot()
    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About JARVIS Desktop"))
        box.setText(f"JARVIS Desktop {__version__}")
        company = self._window.findChild(BrandHead)
        if company is not None and company.accessibleName():
            box.setText(f"{company.accessibleName()[:_LONGEST_COMPANY]}\nJARVIS Desktop {__version__}")
            if company.logo is not None:
                box.setIconPixmap(QPixmap.fromImage(company.logo))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            tr(
                "A workbench for underwriting, administration and incident triage.\n"
                "Licensed under Apache-2.0. Icons by Lucide, ISC licence."
            )
        )
        box.open()

    @Slot()
    def _ask_reset(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("Reset sample data"))
        box.setText(tr("Bring the sample data back to how it was delivered?"))
        box.setInformativeText(tr("Edited and deleted sample records are restored. Your own records stay as they are."))
        reset = box.addButton(tr("Reset sample data"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        reset.clicked.connect(self._reset)
        box.open()

    @Slot()
    def _reset(self) -> None:
        if self._connection is not None:
            work = self._connection.reset_sample_data
            self._tasks.submit(Lane.WRITE, work, done=self._on_reset, failed=self._on_refused)

    def _on_reset(self, _nothing: None) -> None:
        self._bus.publish(EVERYTHING)
        self._window.status.say(tr("The sample data is as it was delivered."))

    def _on_refused(self, error: JarvisError) -> None:
        self._window.status.say(tr("The sample data was not reset: {message}", message=error.message))
