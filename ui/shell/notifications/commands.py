"""The commands of notifications and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def _open(bench: Workbench) -> None:
    from ui.shell.notifications.desk import NotificationDesk

    bench.desk(NotificationDesk).toggle_panel()


def _quiet(bench: Workbench) -> None:
    from datetime import timedelta

    from ui.shell.notifications.desk import NotificationDesk

    desk = bench.desk(NotificationDesk)
    desk.keep_quiet(None if desk.quiet.until is not None and desk.is_quiet() else timedelta(hours=1))


def _is_quiet(bench: Workbench) -> bool:
    from ui.shell.notifications.desk import NotificationDesk

    found = bench.window.findChild(NotificationDesk)
    return found is not None and found.is_quiet()


def _copy_link(bench: Workbench) -> None:
    from PySide6.QtGui import QGuiApplication

    from jarvis_desktop.core.words import tr
    from ui.shell.notifications.here import link_here

    link = link_here(bench)
    if link:
        QGuiApplication.clipboard().setText(link)
        bench.say(tr("Copied {link}", link=link))
    else:
        bench.say(tr("No link leads to what is shown here."))


COMMANDS = (
    Command(
        "view.notifications",
        mark("Notifications"),
        Group.VIEW,
        _open,
        ("Ctrl+Shift+N",),
        mark("bell messages history told"),
        when_open,
        "bell",
        apart=True,
    ),
    Command(
        "view.quiet",
        mark("Do not disturb for an hour"),
        Group.VIEW,
        _quiet,
        words=mark("quiet hours silence mute"),
        offered=when_open,
        icon="bell-off",
        checked=_is_quiet,
    ),
    Command(
        "edit.copy-link",
        mark("Copy link to this place"),
        Group.EDIT,
        _copy_link,
        words=mark("jarvis address share"),
        offered=when_open,
        icon="link",
    ),
)
