"""The layers of the company's agents, from the connected database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.agents.layers import agent_source, agent_view, company_in_effect, layer_rows
from jarvis_desktop.agents.queries import AGENTS, agents_where
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.queries import readable_columns, stored_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.agents.types import LayerView
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow
    from jarvis_desktop.metadata.types import Reader

LAYERS = "hierarchy_layer_configurations"
COMPANIES = "experience_layer"
MOST_AGENTS = 500
"""Agents of one layer that are fetched at most."""


class LayerService:
    """Reads layers and their agents; a missing table is a problem of the layers that need it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def layers(self, reader: Reader) -> tuple[LayerView, ...]:
        """The six documented layers in the order of their levels, then any others in force for the reader."""
        with self._database.read() as session:
            known = readable_columns(session, (LAYERS, AGENTS, COMPANIES))
            stored = stored_rows(session, LAYERS) if LAYERS in known else []
            found = layer_rows(stored, Scope(persona=reader.persona), reader.as_of)
            return tuple(_filled(session, layer, row, known, reader) for layer, row in found)


def _filled(
    session: Session,
    layer: LayerView,
    row: StoredRow | None,
    known: Mapping[str, frozenset[str]],
    reader: Reader,
) -> LayerView:
    columns = known.get(AGENTS, frozenset())
    source = agent_source(layer, row, columns)
    layer = replace(layer, problems=layer.problems + source.problems)
    if source.company:
        if COMPANIES not in known:
            return _lacking(layer, COMPANIES)
        return replace(layer, company=company_in_effect(stored_rows(session, COMPANIES), reader.as_of))
    if source.filters is None:
        return layer
    if not {"id", "name"} <= columns or not source.filters.keys() <= columns:
        return _lacking(layer, AGENTS)
    agents = agents_where(session, columns, source.filters, MOST_AGENTS + 1)
    return replace(
        layer, agents=tuple(agent_view(agent) for agent in agents[:MOST_AGENTS]), more=len(agents) > MOST_AGENTS
    )


def _lacking(layer: LayerView, table: str) -> LayerView:
    text = tr("This database has no table {table} that may be read, or it lacks columns.", table=table)
    return replace(layer, problems=(*layer.problems, text))
