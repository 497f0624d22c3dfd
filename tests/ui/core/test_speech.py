"""The language of the window as the program begins to speak it: words, Qt's words, numbers, direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from jarvis_desktop.core.words import language, tr
from jarvis_desktop.core.zone import zone
from ui.app.settling import speak_early
from ui.core.speech import begin_speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

CANCEL = ("QPlatformTheme", "Cancel")


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    begin_speaking(qapp, "en")


def test_qt_and_the_program_speak_the_language_chosen(qapp: QApplication) -> None:
    begin_speaking(qapp, "de", "Europe/Berlin")
    assert (language(), tr("Cancel"), QCoreApplication.translate(*CANCEL)) == ("de", "Abbrechen", "Abbrechen")
    assert str(zone()) == "Europe/Berlin"
    speak_early("en")
    assert (language(), tr("Cancel"), QCoreApplication.translate(*CANCEL)) == ("en", "Cancel", "Cancel")


@pytest.mark.parametrize("wanted", ["tlh", "ar", "xx_YY"])
def test_a_language_without_words_is_english_from_left_to_right(qapp: QApplication, wanted: str) -> None:
    speak_early("de")
    speak_early(wanted)
    assert (language(), tr("Cancel"), QCoreApplication.translate(*CANCEL)) == ("en", "Cancel", "Cancel")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
