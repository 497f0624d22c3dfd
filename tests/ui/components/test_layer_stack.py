"""The six layers on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import DatabaseUnavailable
from ui.agents.band import LayerBand
from ui.agents.chip import AgentChip, status_look
from ui.agents.layer_stack import LayerStack
from ui.components.component import ComponentContext
from ui.core.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.app.application import Application

ContextFor = Callable[[str], ComponentContext]


def add_agents(url: str, layer: str, count: int) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(
            "INSERT INTO agents (name, layer, status) "
            "SELECT 'Agent ' || lpad(i::text, 3, '0'), %s, 'active' FROM generate_series(1, %s) i",
            (layer, count),
        )


def stack(qtbot: QtBot, context: ComponentContext) -> LayerStack:
    component = LayerStack(context, {"title": "Agents"})
    qtbot.addWidget(component)
    component.resize(800, 600)
    component.show()
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    return component


def bands(component: LayerStack) -> dict[str, LayerBand]:
    return {band.objectName(): band for band in component.findChildren(LayerBand) if band.isVisible()}


def chips(band: LayerBand) -> list[AgentChip]:
    return band.findChildren(AgentChip)


def test_six_layers_stand_in_order_and_empty_ones_say_so(qtbot: QtBot, context_for: ContextFor, live_url: str) -> None:
    add_agents(live_url, "Role", 2)
    shown = bands(stack(qtbot, context_for("admin")))
    assert list(shown) == [
        f"layer:{key}" for key in ("experience", "meta_brain", "role", "process", "system", "interface")
    ]
    role = shown["layer:role"]
    assert [chip.accessibleName() for chip in chips(role)] == ["Agent 001, active", "Agent 002, active"]
    assert [label.text() for label in role.findChildren(QLabel, "layerCount")] == ["2 agents"]
    tops = [band.mapToGlobal(band.rect().topLeft()).y() for band in shown.values()]
    assert tops == sorted(tops)


def test_an_agent_opens_by_mouse_and_by_keyboard(qtbot: QtBot, context_for: ContextFor, live_url: str) -> None:
    add_agents(live_url, "Role", 1)
    opened: list[tuple[str, str | None]] = []
    context = replace(context_for("admin"), open_record=lambda table, record: opened.append((table, record)))
    (chip,) = chips(bands(stack(qtbot, context))["layer:role"])
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert opened == [("agents", "1")] * 3


def test_a_layer_is_one_stop_of_the_tab_key_with_arrows_inside(
    qtbot: QtBot, context_for: ContextFor, live_url: str
) -> None:
    add_agents(live_url, "Role", 3)
    component = stack(qtbot, context_for("admin"))
    component.activateWindow()
    found = chips(bands(component)["layer:role"])

    def stops() -> list[AgentChip]:
        return [chip for chip in found if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == found[:1]
    found[0].setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 2),
    ):
        QTest.keyClick(component.window().focusWidget(), key)
        assert component.window().focusWidget() is found[place]
    assert stops() == found[2:]


def test_a_crowded_layer_shows_the_rest_when_asked_and_keeps_it(
    qtbot: QtBot, context_for: ContextFor, live_url: str
) -> None:
    add_agents(live_url, "System", 30)
    context = context_for("admin")
    component = stack(qtbot, context)
    system = bands(component)["layer:system"]
    assert len(chips(system)) == 24
    (more,) = system.findChildren(QPushButton, "showAllAgents")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(chips(bands(component)["layer:system"])) == 30
    add_agents(live_url, "System", 1)
    context.bus.publish(Changes.of("agents"))
    qtbot.waitUntil(lambda: len(chips(bands(component)["layer:system"])) == 31)


def test_an_unchanged_answer_leaves_the_widgets_alone(qtbot: QtBot, context_for: ContextFor, live_url: str) -> None:
    add_agents(live_url, "Role", 1)
    context = context_for("admin")
    component = stack(qtbot, context)
    before = bands(component)["layer:role"]
    context.bus.publish(Changes.of("agents"))
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    assert bands(component)["layer:role"] is before


def test_a_lost_database_is_said_and_tried_again(
    qtbot: QtBot, context_for: ContextFor, services: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_service: object, _reader: object) -> None:
        raise DatabaseUnavailable("The connection to the database was lost.")

    with monkeypatch.context() as broken:
        broken.setattr(type(services.layers), "layers", lost)
        component = stack(qtbot, context_for("admin"))
        (notice,) = component.findChildren(Notice)
        assert notice.title == "Database not reachable"
    notice.action.emit()
    qtbot.waitUntil(lambda: len(bands(component)) == 6)


def test_colours_differ_by_layer_and_theme(qtbot: QtBot, context_for: ContextFor) -> None:
    context = context_for("admin")
    component = stack(qtbot, context)
    light = [band.colour for band in bands(component).values()]
    context.theme.set_dark(dark=True)
    dark = [band.colour for band in bands(component).values()]
    context.theme.set_dark(dark=False)
    assert len({*light, *dark}) == 12


@pytest.mark.parametrize(
    ("status", "shape"),
    [("active", "dot"), ("ACTIVE ", "dot"), ("error", "cross"), ("training", "ring"), ("?", "ring")],
)
def test_a_status_has_a_shape_besides_its_colour(status: str, shape: str) -> None:
    assert status_look(status).shape == shape
