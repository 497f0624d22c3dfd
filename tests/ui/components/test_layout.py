"""A layout tree becomes widgets, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QTabBar, QWidget
from typing_extensions import override

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.metadata.reading import MetadataRows, tab_views
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import LayoutNode, NodeType
from tests.support.laws import examples
from tests.unit.metadata.junk import COMPONENTS, FEATURES, TABS
from ui import agents
from ui.components.component import Component, ComponentContext, ComponentSpec
from ui.components.host import ComponentHost
from ui.components.kpi_row import KpiRow
from ui.components.layout import build_layout
from ui.components.markdown import Markdown
from ui.core.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ContextFor = Callable[[str], ComponentContext]
N, T = LayoutNode, NodeType


class Probe(Component):
    """Counts its reloads, and fails when told to."""

    def __init__(self, context: ComponentContext, props: Any, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self.reloads = 0
        self.failure: Exception | None = None
        if "build" in props:
            QLabel("half made", self)
            raise props["build"]

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"incidents"})

    @override
    def reload(self, changes: Changes) -> None:
        self.reloads += 1
        if self.failure is not None:
            raise self.failure


SPECS = (
    ComponentSpec("probe", Probe),
    ComponentSpec("kpi_row", KpiRow),
    ComponentSpec("markdown", Markdown),
    *agents.COMPONENTS,
)


class Window:
    """A tab's widget on the screen, and the faults it reported."""

    def __init__(self, qtbot: QtBot, context: ComponentContext) -> None:
        self.qtbot = qtbot
        self.context = context
        self.faults: list[Exception] = []
        self.widget = QWidget()

    def show(self, node: LayoutNode) -> QWidget:
        self.widget = build_layout(node, self.context, {spec.name: spec for spec in SPECS}, self.faults.append)
        self.qtbot.addWidget(self.widget)
        self.widget.resize(800, 600)
        self.widget.show()
        return self.widget

    def notices(self) -> list[Notice]:
        found = self.widget.findChildren(Notice) + ([self.widget] if isinstance(self.widget, Notice) else [])
        return [notice for notice in found if notice.isVisible()]

    def probe(self) -> Probe:
        (probe,) = self.widget.findChildren(Probe)
        return probe


@pytest.fixture
def window(qtbot: QtBot, context_for: ContextFor) -> Window:
    return Window(qtbot, context_for("admin"))


class Moved(Component):
    """Counts how often a part, or what it stands in, gets another parent."""

    moves = 0

    @override
    def event(self, event: QEvent) -> bool:
        self.moves += event.type() is QEvent.Type.StyleChange
        return super().event(event)


def test_what_a_tab_is_made_of_is_made_in_its_place(qtbot: QtBot, context_for: ContextFor) -> None:
    """Each time that something gets another parent, Qt styles it anew with all that it holds."""
    place = QWidget()
    faults: list[Exception] = []
    qtbot.addWidget(place)
    part = N(T.COMPONENT, component="moved")
    row = N(T.HORIZONTAL, children=(part, N(T.GROUP, label="Group", children=(part,))))
    node = N(T.VERTICAL, children=(row, N(T.GRID, children=(part,)), part))
    build_layout(node, context_for("admin"), {"moved": ComponentSpec("moved", Moved)}, faults.append, place)
    assert [each.moves for each in place.findChildren(Moved)] == [0, 0, 0, 0]
    assert not faults


def probe(**props: Any) -> LayoutNode:
    return N(T.COMPONENT, component="probe", props=props)


def test_every_kind_of_node_has_a_widget(window: Window) -> None:
    root = window.show(
        N(
            T.VERTICAL,
            children=(
                N(T.LABEL, label="Words"),
                N(T.GROUP, label="Group", children=(probe(),)),
                N(T.GRID, options={"columns": 3}, children=(probe(), probe(), probe())),
                N(T.HORIZONTAL, children=(probe(), N(T.CATEGORY, label="Lone", children=(probe(),)))),
                N(T.SPLITTER, options={"sizes": [1, 3]}, children=(probe(), probe())),
                N(T.NOTICE, component="Title", label="Why", options={"tone": "info"}),
            ),
        )
    )
    assert len(root.findChildren(Probe)) == 8
    assert {"Words", "Group", "Lone"} <= {label.text() for label in root.findChildren(QLabel)}
    assert [(notice.title, notice.text) for notice in window.notices()] == [("Title", "Why")]


def test_a_splitter_takes_its_sizes_from_the_tree(window: Window, qtbot: QtBot) -> None:
    root = window.show(N(T.SPLITTER, options={"sizes": [1, 3]}, children=(probe(), probe())))
    (splitter,) = root.findChildren(QSplitter)
    qtbot.waitUntil(lambda: sum(splitter.sizes()) > 700)
    left, right = splitter.sizes()
    assert right / left == pytest.approx(3, rel=0.05)
    root.resize(1200, 600)
    qtbot.waitUntil(lambda: sum(splitter.sizes()) > 1100)
    assert splitter.sizes()[1] / splitter.sizes()[0] == pytest.approx(3, rel=0.05)
    upright = window.show(N(T.SPLITTER, options={"orientation": "vertical", "sizes": "x"}, children=(probe(),)))
    assert upright.findChildren(QSplitter)[0].orientation() is Qt.Orientation.Vertical


def test_categories_are_built_when_they_are_first_shown(window: Window) -> None:
    pages = (N(T.CATEGORY, label="One", children=(probe(),)), N(T.CATEGORY, label="A & B", children=(probe(),)))
    root = window.show(N(T.CATEGORIZATION, children=pages))
    (bar,) = root.findChildren(QTabBar)
    assert len(root.findChildren(Probe)) == 1
    bar.setCurrentIndex(1)
    assert len(root.findChildren(Probe)) == 2
    bar.setCurrentIndex(0)
    bar.setCurrentIndex(1)
    assert len(root.findChildren(Probe)) == 2


def test_a_name_that_no_code_implements_is_said(window: Window) -> None:
    window.show(N(T.VERTICAL, children=(N(T.COMPONENT, component="system-metrics"), probe())))
    (notice,) = window.notices()
    assert notice.title == "“system-metrics” is not available in this version"
    assert window.probe().reloads == 1
    assert window.faults == []


def test_a_component_that_cannot_be_built_leaves_its_neighbours_alone(window: Window) -> None:
    error = ValueError("broken")
    window.show(N(T.VERTICAL, children=(probe(build=error), probe())))
    (notice,) = window.notices()
    assert "“probe”" in notice.title
    assert "broken" not in notice.text
    assert window.faults == [error]
    assert [probe.isVisible() for probe in window.widget.findChildren(Probe)].count(True) == 1
    assert not any(label.isVisible() for label in window.widget.findChildren(QLabel) if label.text() == "half made")


def test_a_known_error_is_shown_with_its_hint(window: Window) -> None:
    window.show(probe(build=ConfigurationError("It names no table.", hint="Name one.")))
    (notice,) = window.notices()
    assert notice.text == "It names no table. Name one."


def test_a_failing_reload_is_a_notice_that_can_be_tried_again(window: Window, qtbot: QtBot) -> None:
    window.show(probe())
    component = window.probe()
    component.failure = ValueError("broken")
    window.context.bus.publish(Changes.of("incidents"))
    (notice,) = window.notices()
    assert not component.isVisible()
    assert window.faults == [component.failure]
    component.failure = None
    notice.action.emit()
    qtbot.waitUntil(lambda: component.isVisible() and not window.notices())
    assert component.reloads == 3


def test_a_component_that_failed_to_build_is_built_anew_on_request(window: Window, qtbot: QtBot) -> None:
    props: dict[str, Any] = {"build": ValueError("broken")}
    window.show(N(T.COMPONENT, component="probe", props=props))
    (notice,) = window.notices()
    del props["build"]
    notice.action.emit()
    (host,) = [window.widget] if isinstance(window.widget, ComponentHost) else window.widget.findChildren(ComponentHost)
    qtbot.waitUntil(lambda: isinstance(host.component, Probe) and host.component.reloads == 1)


def test_an_empty_state_fills_the_tab_and_other_notices_stand_at_the_top(window: Window) -> None:
    window.show(N(T.NOTICE, component="Tab", label="Nothing here", options={"tone": "empty"}))
    assert window.notices()[0].height() > 500
    window.show(N(T.NOTICE, component="Tab", label="Unreadable", options={"tone": "warning"}))
    (notice,) = window.notices()
    assert notice.height() < 100
    assert notice.mapTo(window.widget, notice.rect().topLeft()).y() < 20


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(tab=TABS, component=COMPONENTS, feature=FEATURES)
def test_junk_in_every_column_never_stops_the_window(
    window: Window, tab: dict[str, Any], component: dict[str, Any], feature: dict[str, Any]
) -> None:
    rows = MetadataRows(
        tabs=[StoredRow({"id": 1, "tab_key": "junk", **tab, "persona_access": ["admin"], "conditional_display": None})],
        components=[
            StoredRow({"id": i, "component_name": name, **(component if name == "kpi" else {})})
            for i, name in enumerate(("kpi", "kpi_row", "markdown", "layer_stack", "probe", "gone"))
        ],
        features=[StoredRow({"id": 1, "feature_key": "kpi", "parent_tab_id": 1, **feature})],
    )
    for view in tab_views(rows, window.context.reader):
        window.show(view.layout)
        assert window.widget.findChildren(QWidget)
        window.qtbot.waitUntil(lambda: window.context.tasks.pending == 0)
        window.widget.close()
    unexpected = [fault for fault in window.faults if not isinstance(fault, ConfigurationError)]
    assert unexpected == []
