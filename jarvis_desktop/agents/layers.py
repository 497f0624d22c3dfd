"""What a layer is and where its agents come from, read from its row; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from jarvis_desktop.agents.types import AgentView, CompanyView, LayerView
from jarvis_desktop.core.scope import Scope, resolve
from jarvis_desktop.core.translated import in_words, words_of
from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.scoped import in_force, scoped

EXPERIENCE = "experience"
DOCUMENTED: tuple[LayerView, ...] = (
    LayerView(EXPERIENCE, mark("Experience"), 1, mark("How the company presents itself"), "sparkles"),
    LayerView("meta_brain", mark("Meta Brain"), 2, mark("Plans and coordinates the work of agents"), "brain"),
    LayerView("role", mark("Role"), 3, mark("Agents that stand beside a persona"), "users"),
    LayerView("process", mark("Process"), 4, mark("Agents that carry out a business process"), "workflow"),
    LayerView("system", mark("System"), 5, mark("Agents that work inside one system"), "server"),
    LayerView("interface", mark("Interface"), 6, mark("Agents that connect to other systems"), "plug"),
)
FILTER_COLUMNS = frozenset(
    {
        "layer",
        "status",
        "persona",
        "functional_status",
        "specialization",
        "agent_role",
        "agent_category",
        "business_function",
        "governance_status",
        "maturity_level",
        "maturity_stage",
        "risk_level",
        "is_custom",
    }
)
"""The columns of `agents` that `data_source_query` may compare."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class AgentSource:
    """Which agents belong to a layer: column to value (as text, None for NULL), or nothing to ask for."""

    filters: Mapping[str, str | None] | None = None
    company: bool = False
    problems: tuple[str, ...] = field(default=())


def layer_rows(rows: Iterable[StoredRow], scope: Scope, as_of: datetime) -> list[tuple[LayerView, StoredRow | None]]:
    """Each layer with its row in force: the six documented ones always, others after them, by level."""
    by_key: dict[str, list[StoredRow]] = {}
    for row in rows:
        by_key.setdefault(layer_key(row.text("layer_key")), []).append(row)
    by_key.pop("", None)
    found: list[tuple[LayerView, StoredRow | None]] = []
    for default in DOCUMENTED:
        winner = in_force(by_key.pop(default.key, []), scope, as_of)
        found.append((_described(default, winner) if winner is not None else _undescribed(default), winner))
    others = ((key, in_force(group, scope, as_of)) for key, group in by_key.items())
    more = [(_described(LayerView(key, key, 0, icon="layers"), row), row) for key, row in others if row is not None]
    return found + sorted(more, key=lambda pair: (pair[0].level, pair[0].key))


def layer_key(stored: str) -> str:
    """The one spelling of a layer's key: `meta_brain` for `metaBrain`, `Meta Brain` and `meta-brain`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", stored.strip())
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def agent_source(layer: LayerView, row: StoredRow | None, columns: Collection[str]) -> AgentSource:
    """Where the agents of a layer come from; `columns` are those that `agents` has in this database."""
    if row is None:
        return AgentSource({"layer": layer.name})
    source, query = row.text("data_source"), row.value("data_source_query")
    match source:
        case "experienceLayer":
            return AgentSource(company=True)
        case "metaBrainLayer":
            return AgentSource({"layer": "Meta Brain"})
        case "agents" if query is None or query == {}:
            name = next((d.name for d in DOCUMENTED if d.key == layer.key), layer.name)
            return AgentSource({"layer": name})
        case "agents":
            return _filtered(query, columns)
        case _:
            return _unusable(
                tr(
                    "The data source “{source}” is not known. Known: agents, experienceLayer, metaBrainLayer.",
                    source=source[:60],
                )
            )


def agent_view(row: StoredRow) -> AgentView:
    """An agent from its row."""
    return AgentView(
        id=str(row.id),
        name=row.text("name").strip() or tr("Agent {id}", id=row.id),
        status=row.text("status"),
        functional_status=row.text("functional_status"),
        specialization=row.text("specialization"),
        persona=row.text("persona"),
    )


def company_in_effect(rows: Sequence[StoredRow], as_of: datetime) -> CompanyView | None:
    """The company row in effect, of several the latest; one without a beginning has always been."""
    beginning = datetime.min.replace(tzinfo=as_of.tzinfo)
    candidates = [scoped(row) for row in rows]
    dated = [c if c.effective_from is not None else replace(c, effective_from=beginning) for c in candidates]
    winner = resolve(dated, Scope(), as_of).winner
    return (
        None
        if winner is None
        else CompanyView(str(winner.id), winner.row.text("company_name") or tr("Unnamed company"))
    )


def _undescribed(layer: LayerView) -> LayerView:
    return replace(
        layer, problems=(tr("No row that describes this layer is in force; it is shown with its defaults."),)
    )


def _described(layer: LayerView, row: StoredRow) -> LayerView:
    display = row.value("display_config")
    display = display if isinstance(display, Mapping) else {}
    icon, words = display.get("icon"), words_of(display)
    return replace(
        layer,
        name=in_words(row.text("layer_name").strip(), words) or shown(Text(layer.name)),
        level=layer.level or row.integer("layer_level") or 0,
        description=in_words(row.text("description", shown(Text(layer.description))), words),
        icon=icon if isinstance(icon, str) and icon.strip() else layer.icon,
        colour=_colour(display.get("color")),
        colour_dark=_colour(display.get("color_dark")),
        problems=tuple(
            tr("{column} cannot be read: {reason}.", column=column, reason=reason)
            for column, reason in row.unreadable.items()
        ),
    )


def _colour(value: object) -> str:
    return value if isinstance(value, str) and _COLOUR.fullmatch(value) else ""


def _filtered(query: object, columns: Collection[str]) -> AgentSource:
    if not isinstance(query, Mapping):
        return _unusable(tr("“data_source_query” is not an object of columns and values."))
    filters: dict[str, str | None] = {}
    for name, value in query.items():
        if name not in FILTER_COLUMNS or name not in columns:
            return _unusable(tr("Agents cannot be chosen by “{name}”.", name=str(name)[:60]))
        if not isinstance(value, (str, int, type(None))):
            return _unusable(
                tr("“{name}” is compared with something that is not a text, a number, true or false.", name=name)
            )
        filters[name] = str(value).lower() if isinstance(value, bool) else None if value is None else str(value)
    return AgentSource(filters)


def _unusable(problem: str) -> AgentSource:
    return AgentSource(problems=(problem,))
