"""The effective-dated, scoped tables of the reference, and the statements that find which of their rows is in force.

A row is found by one probe for each rung of the ladder, in order, each an index look-up that ends at its first row;
COALESCE runs no probe after the first that finds one. The documented query sorts all rungs together: it reads more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jarvis_desktop.core.scope import Rung


@dataclass(frozen=True, slots=True)
class DatedTable:
    """A table by name, the column that names what is configured, and the columns that hold it."""

    name: str
    key: str
    content: tuple[str, ...]
    has_workflow: bool = True


VALUES = DatedTable("config_values", "config_key", ("value",))
RULES = DatedTable("business_rules", "rule_name", ("rule_engine", "rule_definition"))
TEMPLATES = DatedTable("templates", "template_name", ("template_type", "content", "variables"), has_workflow=False)
LAYERS = DatedTable(
    "hierarchy_layer_configurations",
    "layer_key",
    (
        "layer_name",
        "layer_level",
        "description",
        "data_source",
        "data_source_query",
        "display_config",
        "branding",
    ),
)
DATED: Mapping[str, DatedTable] = MappingProxyType({each.name: each for each in (VALUES, RULES, TEMPLATES, LAYERS)})


@dataclass(frozen=True, slots=True)
class References:
    """How a statement writes what is asked: parameters, or columns of the questions."""

    key: str = ":key"
    workflow: str = ":workflow_id"
    agent: str = ":agent_id"
    persona: str = ":persona"
    at: str = "at"


def winner(table: DatedTable, rungs: Sequence[Rung], asked: References) -> str:
    """An expression for the id of the row in force, NULL where there is none."""
    probes = [_probe(table, rung, asked) for rung in rungs if table.has_workflow or not rung.named[0]]
    return f"COALESCE({', '.join(probes)}, NULL)"


def _probe(table: DatedTable, rung: Rung, asked: References) -> str:
    workflow, agent, persona = rung.named
    scope = [
        f"c.agent_id = {asked.agent}" if agent else "c.agent_id IS NULL",
        f"c.persona = {asked.persona}" if persona else "c.persona IS NULL",
    ]
    if table.has_workflow:
        scope.append(f"c.workflow_id = {asked.workflow}" if workflow else "c.workflow_id IS NULL")
    return f"""
        (SELECT c.id FROM public.{table.name} AS c
         WHERE c.{table.key} = {asked.key} AND {" AND ".join(scope)} AND c.is_active
           AND c.effective_from <= {asked.at} AND (c.effective_to IS NULL OR c.effective_to > {asked.at})
         ORDER BY c.version DESC, c.id DESC LIMIT 1)"""  # noqa: S608 - names of ours
