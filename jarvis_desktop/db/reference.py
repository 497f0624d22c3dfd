"""The 42 tables of the schema reference by name, for those who need no models: sections, order and columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_REFERENCE: Mapping[str, Mapping[str, str]] = {
    "Core User Tables": {
        "users": "id email first_name last_name profile_image_url created_at updated_at",
        "user_profiles": "id user_id bio phone timezone language avatar_url metadata created_at updated_at",
        "user_preferences": "id user_id theme notifications_enabled default_persona preferences created_at updated_at",
        "sessions": "sid sess expire",
    },
    "Agent System Tables": {
        "agents": (
            "id name agent_role persona_name memory_context_profile layer persona specialization description config "
            "status functional_status is_custom user_id cpu_usage memory_usage active_users success_rate "
            "avg_response_time last_activity maturity_level maturity_stage agent_category governance_status "
            "risk_level compliance_frameworks last_audit_date compliance_notes business_function sla_performance "
            "sla_status version_number can_generate_persona persona_generation_config persona_capabilities "
            "dashboard_template created_at updated_at"
        ),
        "agent_versions": "id agent_id version_number changes snapshot_data created_by created_at",
        "agent_executions": (
            "id execution_id user_id persona command status started_at completed_at total_duration result "
            "error_details agent_count"
        ),
        "agent_execution_steps": (
            "id execution_id step_order layer agent_id agent_name agent_type specialization description capabilities "
            "action status started_at completed_at duration input_data output_data error_details group_id is_parallel "
            "total_in_group index_in_group parent_step_id"
        ),
        "agent_resource_usage": (
            "id agent_id timestamp cpu_percent memory_mb active_connections requests_per_second error_rate"
        ),
    },
    "Configuration System Tables": {
        "config_registry": "id key description type default_value_jsonb scope category created_at updated_at",
        "config_values": (
            "id config_key scope_identifiers persona agent_id workflow_id value effective_from effective_to version "
            "is_active created_by updated_at"
        ),
        "config_snapshots": "id snapshot_name description snapshot_data created_by created_at",
        "config_change_logs": (
            "id config_key operation old_value new_value scope_identifiers performed_by reason impact_assessment "
            "snapshot_id performed_at"
        ),
        "business_rules": (
            "id rule_name rule_engine rule_definition scope scope_identifiers persona agent_id workflow_id "
            "effective_from effective_to version is_active created_by created_at"
        ),
        "templates": (
            "id template_name template_type content variables scope scope_identifiers persona agent_id effective_from "
            "effective_to version is_active category tags created_by created_at"
        ),
    },
    "Insurance Workflow Tables": {
        "submissions": (
            "id submission_id broker_name client_name risk_level recommended_line details status assigned_to "
            "documentation_status missing_documents issue_flags action_required last_interaction_date rachel_notes "
            "created_at updated_at"
        ),
        "incidents": (
            "id incident_id title description priority status assigned_to reported_by resolution escalation_required "
            "critical_flags action_required last_interaction_date john_notes created_at updated_at"
        ),
        "commercial_property_workflows": (
            "id submission_id user_id current_step completed_steps status step_data created_at updated_at"
        ),
        "commercial_property_cope_data": (
            "id submission_id construction_type year_built total_floors basement_levels primary_occupancy "
            "occupancy_classification business_description sprinkler_system sprinkler_type fire_alarm_system "
            "central_station security_system exposure_north exposure_south exposure_east exposure_west "
            "hydrant_distance fire_station_distance created_at updated_at"
        ),
        "commercial_property_submissions": (
            "id workflow_id submission_id property_address property_city property_state property_zip building_value "
            "contents_value business_income_value attachments additional_info created_at updated_at"
        ),
    },
    "AI Governance Tables": {
        "ai_models": (
            "id model_name model_version provider model_type performance_metrics risk_level compliance_status "
            "last_evaluated created_by created_at"
        ),
        "risk_assessments": (
            "id target_type target_id target_name overall_risk bias_risk privacy_risk robustness_risk assessed_date "
            "assessor_id assessor_notes mitigation_actions next_review_date eu_ai_act_compliance "
            "eu_ai_act_risk_category eu_ai_act_requirements decision_reasoning explainability_score decision_factors "
            "bias_test_results fairness_metrics bias_categories bias_detection_method"
        ),
        "audit_trails": (
            "id audit_type target_type target_id target_name auditor_id findings recommendations compliance_status "
            "audit_date eu_ai_act_articles eu_ai_act_compliance_status decision_reasoning_quality explanation_gaps "
            "bias_remediation_plan bias_impact_assessment"
        ),
        "governance_metrics": (
            "id metric_type metric_name value target unit period_start period_end recorded_by recorded_at metadata"
        ),
    },
    "Metadata-Driven UI Tables": {
        "form_field_definitions": (
            "id form_type field_key field_type label description placeholder validation_rules options ui_props "
            "persona maturity_level scope order_index is_required is_active created_by created_at updated_at"
        ),
        "form_templates": (
            "id template_name form_type description configuration persona maturity_level is_default is_active "
            "usage_count created_by created_at updated_at"
        ),
        "ui_component_registry": (
            "id component_name component_type category description props default_props configuration dependencies "
            "persona_compatibility maturity_level_support version is_active usage_count created_by created_at "
            "updated_at"
        ),
        "tab_configurations": (
            "id tab_key tab_name tab_type icon description order_index is_visible is_active persona_access "
            "required_permissions configuration_keys content_config layout_config conditional_display created_at "
            "updated_at"
        ),
        "hierarchy_layer_configurations": (
            "id layer_key layer_name layer_level description data_source data_source_query display_config branding "
            "scope_identifiers persona agent_id workflow_id effective_from effective_to version is_active created_by "
            "updated_at"
        ),
        "component_feature_configurations": (
            "id feature_key feature_name parent_tab_id parent_layer_id is_visible is_active display_rules "
            "data_binding interaction_logic access_control created_at updated_at"
        ),
    },
    "User Journey & Analytics Tables": {
        "user_journey_interactions": (
            "id user_id session_id persona interaction_type target_element command_input workflow_step duration "
            "coordinates viewport device_info timestamp metadata"
        ),
        "user_journey_sessions": (
            "id user_id session_id start_time end_time total_duration persona_switches commands_executed "
            "workflows_completed primary_persona session_goals completion_rate metadata"
        ),
        "user_journey_heatmaps": (
            "id user_id persona page_route component_id interaction_count total_duration avg_duration "
            "click_coordinates heatmap_data last_updated date_range"
        ),
    },
    "Communication Tables": {
        "emails": (
            "id user_id from_email to_email subject body attachments processing_status delivery_status "
            "extracted_intent_data submission_id priority created_at processed_at"
        ),
        "commands": "id user_id persona command execution_id status result created_at executed_at",
        "activities": "id user_id persona activity_type description metadata created_at",
        "voice_transcripts": "id user_id persona transcript confidence command_executed success created_at",
    },
    "Additional Tables": {
        "role_personas": (
            "id persona_key display_name agent_role department avatar_url baseline_user_profile "
            "baseline_user_preferences source_agent_id persona_type is_active generation_metadata dashboard_config "
            "capability_manifest access_level created_at updated_at"
        ),
        "experience_layer": "id company_name metadata effective_from effective_to is_active created_at",
        "step_definitions": (
            "id workflow_type step_number step_name description form_schema validation_rules created_by created_at"
        ),
        "step_form_submissions": "id step_id user_id submission_data created_at",
        "errors": "id user_id error_type error_message stack_trace context created_at",
    },
}

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({title: tuple(names) for title, names in _REFERENCE.items()})
"""Section title of the reference -> its tables. A table refers only to tables before it, so this is also load order."""

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(columns.split()) for names in _REFERENCE.values() for name, columns in names.items()}
)
"""The tables in the reference's order -> their columns, the primary key first. The models are held against it."""
