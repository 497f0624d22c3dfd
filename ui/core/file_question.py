"""Asking for a file without stopping the window meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def ask_for_file(
    parent: QWidget, title: str, answer: Callable[[str], None], *, filters: str = "", name: str = "", suffix: str = ""
) -> None:
    """Open the dialogue for files; `answer` (a bound method) gets the path chosen, and is not called without one.

    With a `suffix` it asks for a file to write, and adds the suffix to a name without one.
    """
    save = bool(suffix)
    dialog = QFileDialog(parent, title, name, filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if save else QFileDialog.FileMode.ExistingFile)
    if save:
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
    dialog.fileSelected.connect(answer)
    dialog.open()
