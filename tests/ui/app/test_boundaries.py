"""What is scheduled comes into force in an open window by itself, without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.app.test_helping import open_tab
from tests.ui.forms.rows import execute
from ui.app.boundaries import DATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from jarvis_desktop.core.changes import Changes
    from ui.app.program import Program


def test_a_scheduled_value_is_announced_at_its_instant(
    start: Callable[[str], Program], stocked_url: str, qtbot: QtBot
) -> None:
    program = start("admin")
    open_tab(program, qtbot)
    services = program.workspace.services
    assert services is not None
    heard: list[Changes] = []
    program.bus.changed.connect(heard.append)
    qtbot.waitUntil(lambda: services.config.cache.on, timeout=15_000)
    assert services.config.get("workbench.currency").value == "USD"
    execute(
        stocked_url,
        "INSERT INTO config_values (config_key, value, effective_from, version) "
        "VALUES ('workbench.currency', '\"EUR\"', clock_timestamp() + interval '2 seconds', 50)",
    )
    qtbot.waitUntil(lambda: any(set(each.rows) == set(DATED) for each in heard), timeout=15_000)
    assert services.config.get("workbench.currency").value == "EUR"
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
