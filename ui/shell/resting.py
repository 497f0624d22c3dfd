"""Pages out of sight take no part when the look changes: each takes it over when it is shown again.

Qt gives every widget that was ever shown its style anew when the style sheet changes, which with all tabs open costs
several times what the eye allows. It passes over what is not marked as polished.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_RESTS = "restsSince"


def rest(page: QWidget) -> None:
    """Leave a page that was just hidden as it is from now on."""
    if page.property(_RESTS) is None:
        page.setProperty(_RESTS, _look())
        for each in (page, *page.findChildren(QWidget)):
            each.setAttribute(_POLISHED, each.testAttribute(_POLISHED) and each.isWindow())


def wake(page: QWidget) -> None:
    """Give a page that is being shown the look of now, if that changed meanwhile."""
    since = page.property(_RESTS)
    if since is None:
        return
    page.setProperty(_RESTS, None)
    style, changed = QApplication.style(), since != _look()
    for each in (page, *page.findChildren(QWidget)):
        if changed and not each.isWindow():
            # Takes back the sizes that the sheet of then gave it.
            style.unpolish(each)
            style.polish(each)
        each.setAttribute(_POLISHED)
        if changed:
            QCoreApplication.sendEvent(each, QEvent(QEvent.Type.StyleChange))


def _look() -> int:
    """A number of the style in force: each change of the sheet makes another style."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return hash(application.styleSheet())
