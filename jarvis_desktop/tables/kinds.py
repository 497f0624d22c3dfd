"""What records of the documented tables are called inside a sentence, one and many, for other languages than English.

English makes these words from the table's name; other languages cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, tuple[Text, Text]] = {
    "users": (mark("user"), mark("users")),
    "user_profiles": (mark("user profile"), mark("user profiles")),
    "user_preferences": (mark("user preference"), mark("user preferences")),
    "sessions": (mark("session"), mark("sessions")),
    "agents": (mark("agent"), mark("agents")),
    "agent_versions": (mark("agent version"), mark("agent versions")),
    "agent_executions": (mark("agent execution"), mark("agent executions")),
    "agent_execution_steps": (mark("agent execution step"), mark("agent execution steps")),
    "agent_resource_usage": (mark("row of agent resource usage"), mark("rows of agent resource usage")),
    "config_registry": (mark("row of config registry"), mark("rows of config registry")),
    "config_values": (mark("config value"), mark("config values")),
    "config_snapshots": (mark("config snapshot"), mark("config snapshots")),
    "config_change_logs": (mark("config change log"), mark("config change logs")),
    "business_rules": (mark("business rule"), mark("business rules")),
    "templates": (mark("template"), mark("templates")),
    "submissions": (mark("submission"), mark("submissions")),
    "incidents": (mark("incident"), mark("incidents")),
    "commercial_property_workflows": (mark("commercial property workflow"), mark("commercial property workflows")),
    "commercial_property_cope_data": (
        mark("row of commercial property COPE data"),
        mark("rows of commercial property COPE data"),
    ),
    "commercial_property_submissions": (
        mark("commercial property submission"),
        mark("commercial property submissions"),
    ),
    "ai_models": (mark("AI model"), mark("AI models")),
    "risk_assessments": (mark("risk assessment"), mark("risk assessments")),
    "audit_trails": (mark("audit trail"), mark("audit trails")),
    "governance_metrics": (mark("governance metric"), mark("governance metrics")),
    "form_field_definitions": (mark("form field definition"), mark("form field definitions")),
    "form_templates": (mark("form template"), mark("form templates")),
    "ui_component_registry": (mark("row of UI component registry"), mark("rows of UI component registry")),
    "tab_configurations": (mark("tab configuration"), mark("tab configurations")),
    "hierarchy_layer_configurations": (mark("hierarchy layer configuration"), mark("hierarchy layer configurations")),
    "component_feature_configurations": (
        mark("component feature configuration"),
        mark("component feature configurations"),
    ),
    "user_journey_interactions": (mark("user journey interaction"), mark("user journey interactions")),
    "user_journey_sessions": (mark("user journey session"), mark("user journey sessions")),
    "user_journey_heatmaps": (mark("user journey heatmap"), mark("user journey heatmaps")),
    "emails": (mark("email"), mark("emails")),
    "commands": (mark("command"), mark("commands")),
    "activities": (mark("activity"), mark("activities")),
    "voice_transcripts": (mark("voice transcript"), mark("voice transcripts")),
    "role_personas": (mark("role persona"), mark("role personas")),
    "experience_layer": (mark("row of experience layer"), mark("rows of experience layer")),
    "step_definitions": (mark("step definition"), mark("step definitions")),
    "step_form_submissions": (mark("step form submission"), mark("step form submissions")),
    "errors": (mark("error"), mark("errors")),
}

SECTION_NAMES: Mapping[str, Text] = {
    "Core User Tables": mark("Core User"),
    "Agent System Tables": mark("Agent System"),
    "Configuration System Tables": mark("Configuration System"),
    "Insurance Workflow Tables": mark("Insurance Workflow"),
    "AI Governance Tables": mark("AI Governance"),
    "Metadata-Driven UI Tables": mark("Metadata-Driven UI"),
    "User Journey & Analytics Tables": mark("User Journey & Analytics"),
    "Communication Tables": mark("Communication"),
    "Additional Tables": mark("Additional"),
}
"""What the sections of the schema are called above their tables."""
