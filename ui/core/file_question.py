"""Asking for files without stopping the window meanwhile."""

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
    dialog = _dialog(parent, title, name, filters, save=bool(suffix))
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if suffix else QFileDialog.FileMode.ExistingFile)
    if suffix:
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
    dialog.fileSelected.connect(answer)
    dialog.open()


def ask_for_files(parent: QWidget, title: str, answer: Callable[[list[str]], None], *, filters: str = "") -> None:
    """As `ask_for_file`, for any number of files."""
    dialog = _dialog(parent, title, "", filters, save=False)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(answer)
    dialog.open()


def ask_for_copy(parent: QWidget, title: str, answer: Callable[[str], None], *, name: str) -> None:
    """Ask where a file called `name` is written, whatever its ending."""
    dialog = _dialog(parent, title, name, "", save=True)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    dialog.fileSelected.connect(answer)
    dialog.open()


def _dialog(parent: QWidget, title: str, name: str, filters: str, *, save: bool) -> QFileDialog:
    dialog = QFileDialog(parent, title, name, filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
    return dialog
