"""Key figures: fetched together, written as people write them, each failing for itself."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from PySide6.QtCore import QLocale

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError
from ui.components.component import ComponentContext
from ui.components.figures import FigureFormat, exactly, written
from ui.components.kpi_row import FigureCard, KpiRow
from ui.core.locale import Locale

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


ContextFor = Callable[[str], ComponentContext]
US = Locale.of(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
GERMAN = Locale.of(QLocale(QLocale.Language.German, QLocale.Country.Germany))


def add_agents(url: str, *statuses: str) -> None:
    with psycopg.connect(url) as connection:
        for status in statuses:
            connection.execute(
                "INSERT INTO agents (name, layer, status, cpu_usage) VALUES ('A', 'Role', %s, 10)", (status,)
            )


def row(qtbot: QtBot, context: ComponentContext, *items: Any) -> KpiRow:
    component = KpiRow(context, {"items": list(items)})
    qtbot.addWidget(component)
    component.resize(900, 120)
    component.show()
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    return component


def cards(component: KpiRow) -> list[tuple[str, str]]:
    return [(card.value_text, card.hint_text) for card in component.findChildren(FigureCard)]


def test_figures_are_shown_and_follow_changes(qtbot: QtBot, context_for: ContextFor, live_url: str) -> None:
    add_agents(live_url, "active", "active", "error")
    context = context_for("admin")
    broken = {"column": "status", "operator": "eq", "value": "error"}
    component = row(
        qtbot,
        context,
        {"label": "Agents", "table": "agents", "hint": "All"},
        {"label": "Broken", "table": "agents", "filters": [broken], "tone": "danger"},
        {"label": "Load", "table": "agents", "aggregate": "avg", "column": "cpu_usage", "format": "percent"},
        {"label": "Nothing", "table": "submissions", "aggregate": "max", "column": "premium"},
    )
    assert component.topics == {"agents", "submissions"}
    assert [value for value, _ in cards(component)][:3] == ["3", "1", "10%"]
    add_agents(live_url, "error")
    context.bus.publish(Changes.of("agents"))
    qtbot.waitUntil(lambda: cards(component)[0][0] == "4")
    assert cards(component)[1][0] == "2"


def test_a_figure_that_fails_says_so_in_its_own_card(qtbot: QtBot, context_for: ContextFor) -> None:
    component = row(
        qtbot,
        context_for("admin"),
        {"label": "Agents", "table": "agents"},
        {"label": "Unknown table", "table": "dragons"},
        {"label": "Unknown column", "table": "agents", "filters": [{"column": "wings", "operator": "eq", "value": 2}]},
        {"label": "No number", "table": "agents", "aggregate": "sum", "column": "name"},
        {"label": "Odd", "table": "agents", "aggregate": "median"},
        {"label": "No table"},
        7,
    )
    assert cards(component)[0] == ("0", "")
    assert all(value == "—" for value, _ in cards(component)[1:])
    words = [problem for _, problem in cards(component)[1:]]
    for word, problem in zip(("dragons", "wings", "Name", "median", "no table", "object"), words, strict=True):
        assert word.lower() in problem.lower()


@pytest.mark.parametrize("items", [None, [], {}, "x"])
def test_a_row_without_figures_is_refused(context_for: ContextFor, items: Any) -> None:
    with pytest.raises(ConfigurationError):
        KpiRow(context_for("admin"), {"items": items})


@pytest.mark.parametrize(
    ("value", "style", "american", "german"),
    [
        (None, FigureFormat.NUMBER, "—", "—"),
        (1234567, FigureFormat.NUMBER, "1,234,567", "1.234.567"),
        (Decimal("12.345"), FigureFormat.NUMBER, "12.3", "12,3"),
        (Decimal("-0.5"), FigureFormat.NUMBER, "-0.5", "-0,5"),
        (Decimal("12.5"), FigureFormat.MONEY, "$12.50", "12,50\u00a0€"),
        (Decimal("9007199254740993.49"), FigureFormat.MONEY, "$9,007,199,254,740,993", "9.007.199.254.740.993\u00a0€"),
        (Decimal("97.25"), FigureFormat.PERCENT, "97.3%", "97,3\u00a0%"),
        (10**70, FigureFormat.NUMBER, "1" + "0" * 70, "1" + "0" * 70),
        (Decimal("NaN"), FigureFormat.NUMBER, "NaN", "NaN"),
    ],
)
def test_values_are_written_as_people_write_them(
    value: Decimal | int | None, style: FigureFormat, american: str, german: str
) -> None:
    assert (written(value, style, US), written(value, style, GERMAN)) == (american, german)


def test_the_exact_value_is_kept_for_the_tool_tip() -> None:
    assert (
        exactly(Decimal("12345678901234567890.123456"), FigureFormat.NUMBER, US) == "12,345,678,901,234,567,890.123456"
    )
    assert exactly(None, FigureFormat.MONEY, US) == "No values"
