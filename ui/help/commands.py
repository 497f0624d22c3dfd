"""The tour and the diagnosis in the menus and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def _tour(bench: Workbench) -> None:
    from ui.help.tour import TourDesk

    bench.desk(TourDesk).begin()


def _diagnose(bench: Workbench) -> None:
    from ui.help.diagnosis import DiagnosisDesk

    bench.desk(DiagnosisDesk).open()


COMMANDS = (
    Command(
        "help.tour",
        mark("Tour"),
        Group.HELP,
        _tour,
        words=mark("introduction guide learn first steps"),
        offered=when_open,
        icon="map",
    ),
    Command(
        "help.diagnose",
        mark("Diagnose"),
        Group.HELP,
        _diagnose,
        words=mark("versions problem report support check"),
        icon="stethoscope",
    ),
)
"""What this room offers."""
