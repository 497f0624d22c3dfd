"""The language of the window: its words, Qt's own words, the locale, and the direction of reading."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.words import language, languages, read_catalogue, speak
from ui.core.locale import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

_translators: list[QTranslator] = []


def begin_speaking(application: QApplication, wanted: str = "", time_zone: str = "") -> None:
    """Before anything is shown: speak the language `wanted` (`de`, `de_CH`; "" is the system's).

    Where there are no words for it, the words are English; numbers and dates are those of `wanted` all the same.
    """
    speak(read_catalogue(bundled("resources") / "translations", wanted or QLocale.system().name()))
    settle(wanted, time_zone)
    application.setLayoutDirection(QLocale(language()).textDirection())
    _say_qt_words(application, language())


def spoken_for(wanted: str) -> str:
    """The language that the program speaks at its next start when `wanted` is chosen."""
    code = wanted.replace("-", "_").split("_")[0].lower()
    return code if code in languages(bundled("resources") / "translations") else "en"


def _say_qt_words(application: QApplication, code: str) -> None:
    """Buttons of dialogs, menus of text fields and the like come with Qt."""
    for each in _translators:
        application.removeTranslator(each)
    _translators.clear()
    if code == "en":
        return
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        application.installTranslator(translator)
        _translators.append(translator)
    else:
        log.info("Qt has no words for the language %r", code)
