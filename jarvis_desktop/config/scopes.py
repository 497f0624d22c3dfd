"""Scopes as documents hold them."""

from __future__ import annotations

from typing import Any

from jarvis_desktop.core.scope import Scope


def scope_document(scope: Scope) -> dict[str, Any]:
    """A scope as `scope_identifiers` hold it."""
    named = {"persona": scope.persona, "agentId": scope.agent_id, "workflowId": scope.workflow_id}
    return {name: value for name, value in named.items() if value is not None}


def scope_of(document: Any) -> Scope:
    """The scope that `scope_identifiers` name; what is of another type is left out."""
    named = document if isinstance(document, dict) else {}
    persona, agent, workflow = (named.get(name) for name in ("persona", "agentId", "workflowId"))
    return Scope(
        persona if isinstance(persona, str) else None,
        agent if isinstance(agent, int) else None,
        workflow if isinstance(workflow, int) else None,
    )
