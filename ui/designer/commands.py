"""The work of administrators in the menus and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.core.commands import Command, Group

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def _publish(bench: Workbench) -> None:
    bench.open_component("form_publishing", tr("Publish a form"), {})


def _may_publish(bench: Workbench) -> bool:
    return bench.context is not None and bench.context.reader.may("forms.publish")


COMMANDS = (
    Command(
        "forms.publish",
        mark("Publish a form"),
        Group.FILE,
        _publish,
        words=mark("version release effective date definition fields"),
        offered=_may_publish,
        icon="file-check",
        apart=True,
    ),
)
"""What this room offers."""
