"""Every component of the registry can be built by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.app.rooms import components
from ui.components.component import Component

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext

PROPS: dict[str, dict[str, object]] = {
    "record_table": {"table": "incidents"},
    "record_form": {"form_type": "incident"},
    "master_detail": {"table": "incidents", "form_type": "incident"},
    "kpi_row": {"items": [{"label": "Open", "table": "incidents"}]},
    "markdown": {"text": "Hello"},
    "data_browser": {},
    "layer_stack": {},
    "import": {"table": "incidents"},
    "search": {},
    "my_settings": {},
    "people_overview": {},
    "session_list": {},
    "form_publishing": {},
    "config_desk": {},
    "config_snapshots": {},
    "config_approvals": {},
}


@pytest.mark.parametrize("name", sorted(components()))
def test_a_component_is_built_shown_and_read_aloud(
    name: str, context_for: Callable[[str], ComponentContext], qtbot: QtBot
) -> None:
    context = context_for("admin")
    component = components()[name].build(context, PROPS[name])
    assert isinstance(component, Component)
    qtbot.addWidget(component)
    component.resize(900, 600)
    component.show()
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    assert component.isVisible()
