"""Pages out of sight take no part when the look changes: each takes it over when it is shown again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from ui.core.restyling import Follower, come_back, is_polished, pass_over, take_over

_RESTS = "restsSince"


def rest(page: QWidget) -> None:
    """Leave a page that was just hidden as it is from now on."""
    if page.property(_RESTS) is None:
        page.setProperty(_RESTS, _look())
        pass_over(each for each in _parts(page) if is_polished(each))


def wake(page: QWidget) -> None:
    """Give a page that is being shown the look of now, if that changed meanwhile."""
    since = page.property(_RESTS)
    if since is None:
        return
    page.setProperty(_RESTS, None)
    if since == _look():
        come_back(_parts(page))
        return
    take_over(_parts(page))
    for follower in page.findChildren(Follower):
        # What it measured meanwhile was measured in the font of then.
        follower.slot()


def _parts(page: QWidget) -> list[QWidget]:
    """The page and all in it; a menu that happens to be open takes part as any window."""
    return [each for each in (page, *page.findChildren(QWidget)) if not (each.isWindow() and each.isVisible())]


def _look() -> int:
    """A number of the style in force: each change of the sheet makes another style."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return hash(application.styleSheet())
